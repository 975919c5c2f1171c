// SPDX-License-Identifier: GPL-3.0-or-later
// What may be said to the Kafka client. A profile's settings pass an allow-list, because some of librdkafka's settings
// load a library or run a command; bootstrap addresses are checked here, because the client takes any text.
// Pure functions but for the resolver; any thread. Errors: `usage`, one line that names the key.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark {

struct ClientConfig {
  std::string bootstrap;
  std::vector<std::pair<std::string, std::string>> settings;  // secrets resolved: never print them
};

// May a profile set this key of librdkafka? The error says why not.
Result<> check_client_key(std::string_view key);
// "host:port[,host:port]"; a port may be left out (9092); IPv6 in brackets; no protocol prefix.
Result<> check_bootstrap(std::string_view bootstrap);
Result<ClientConfig> client_config(const ClusterProfile& profile, const SecretResolver& secrets);

}  // namespace tidemark
