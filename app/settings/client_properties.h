// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a Kafka client's .properties file, as Kafka's own tools and kcat take it, into settings of librdkafka. Java's
// keys are mapped; what passes is an allow-list, because some settings load libraries or run commands. Pure functions
// but for a look at the first bytes of a key store; any thread. Errors: `usage`, one line with file and key.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace tidemark {

struct ClientProperties {
  std::string bootstrap;                        // empty where the file has none
  std::map<std::string, std::string> settings;  // librdkafka's names; secrets as they stand in the file
  std::vector<std::string> notices;             // what was left out or changed, one line each
};

Result<ClientProperties> parse_client_properties(std::string_view text, const std::string& file);
Result<ClientProperties> read_client_properties(const std::string& path);

// The syntax alone, as java.util.Properties reads it: comments, continued lines, escapes; later keys win.
std::map<std::string, std::string> parse_java_properties(std::string_view text);

}  // namespace tidemark
