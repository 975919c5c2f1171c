// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/client.h"

#include <array>

namespace tidemark::demo {
namespace {
// The clients' own log lines would land between the demo's; what matters of them comes back as errors.
void ignore_log(const rd_kafka_t*, int, const char*, const char*) {}
}  // namespace

Result<Client> make_client(rd_kafka_type_t type, std::initializer_list<std::pair<const char*, std::string>> settings) {
  std::array<char, 256> why{};
  std::unique_ptr<rd_kafka_conf_t, decltype(&rd_kafka_conf_destroy)> conf(rd_kafka_conf_new(), rd_kafka_conf_destroy);
  rd_kafka_conf_set_log_cb(conf.get(), ignore_log);
  for (const auto& [key, value] : settings)
    if (rd_kafka_conf_set(conf.get(), key, value.c_str(), why.data(), why.size()) != RD_KAFKA_CONF_OK)
      return fail(ErrorCode::internal, why.data(), "demo client");
  rd_kafka_t* client = rd_kafka_new(type, conf.get(), why.data(), why.size());
  if (!client) return fail(ErrorCode::internal, why.data(), "demo client");
  conf.release();  // the client owns it now
  return Client(client);
}

}  // namespace tidemark::demo
