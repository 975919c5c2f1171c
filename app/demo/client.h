// SPDX-License-Identifier: GPL-3.0-or-later
// A librdkafka handle for the demo's producers and consumers: made from key-value pairs, destroyed with its owner.
#pragma once

#include <librdkafka/rdkafka.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "models/domain/result.h"

namespace tidemark::demo {

struct DestroyClient {
  void operator()(rd_kafka_t* client) const { rd_kafka_destroy(client); }
};
using Client = std::unique_ptr<rd_kafka_t, DestroyClient>;

Result<Client> make_client(rd_kafka_type_t type, std::initializer_list<std::pair<const char*, std::string>> settings);

}  // namespace tidemark::demo
