// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/handle.h"

#include <fmt/format.h>
#include <syslog.h>

#include <array>

#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
struct Setting {
  const char* key;
  const char* value;
};
// Before the profile's own, which may change some of them.
constexpr std::array defaults = std::to_array<Setting>({
    {"client.id", "tidemark"},
    {"reconnect.backoff.max.ms", "2000"},
    {"socket.keepalive.enable", "true"},
});
// After the profile's own.
constexpr std::array fixed = std::to_array<Setting>({
    {"allow.auto.create.topics", "false"},
    {"enable.auto.commit", "false"},
    {"enable.auto.offset.store", "false"},
    // Never joined: without the group's state an answer NOT_COORDINATOR to OffsetFetch ends the process (librdkafka
    // issue 5040; seen with 2.0.2).
    {"group.id", "tidemark-joins-no-group"},
});

void on_log(const rd_kafka_t* rk, int level, const char* facility, const char* text) {
  auto* log = static_cast<TroubleLog*>(rd_kafka_opaque(rk));
  if (log != nullptr && level <= LOG_NOTICE) log->add(fmt::format("{}: {}", facility, text));
}

Result<> set(const rd::Conf& conf, const std::string& key, const std::string& value) {
  char error[512] = "";
  if (rd_kafka_conf_set(conf.get(), key.c_str(), value.c_str(), error, sizeof error) == RD_KAFKA_CONF_OK) return {};
  // The library's text may repeat the value, which may be a secret.
  return fail(ErrorCode::usage,
              fmt::format("client setting \"{}\" has a value that the Kafka client does not take", key), {},
              "correct it in the profile");
}

// TroubleLog lives as long as the last of its handles: a pointer to it goes into the client as a plain pointer.
Result<rd::Conf> configure(const ClientConfig& config, Isolation isolation, TroubleLog* log) {
  rd::Conf conf(rd_kafka_conf_new());
  TM_CHECK(set(conf, "bootstrap.servers", config.bootstrap));
  for (const auto& [key, value] : defaults) TM_CHECK(set(conf, key, value));
  for (const auto& [key, value] : config.settings) TM_CHECK(set(conf, key, value));
  for (const auto& [key, value] : fixed) TM_CHECK(set(conf, key, value));
  TM_CHECK(
      set(conf, "isolation.level", isolation == Isolation::read_committed ? "read_committed" : "read_uncommitted"));
  rd_kafka_conf_set_opaque(conf.get(), log);
  rd_kafka_conf_set_log_cb(conf.get(), on_log);
  return conf;
}
}  // namespace

Result<std::unique_ptr<Handle>> Handle::open(const ClientConfig& config, Isolation isolation,
                                             std::shared_ptr<TroubleLog> log) {
  TM_TRY(rd::Conf conf, configure(config, isolation, log.get()));
  std::unique_ptr<Handle> handle(new Handle);
  handle->log_ = std::move(log);
  char error[512] = "";
  handle->rk_ = rd_kafka_new(RD_KAFKA_CONSUMER, conf.get(), error, sizeof error);
  if (handle->rk_ == nullptr)
    return fail(ErrorCode::usage, fmt::format("the Kafka client does not start: {}", error), {},
                "correct the client settings in the profile");
  static_cast<void>(conf.release());  // the client's own from here on
  return handle;
}

Handle::~Handle() {
  if (rk_ != nullptr) rd_kafka_destroy_flags(rk_, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
}

}  // namespace tidemark
