// SPDX-License-Identifier: GPL-3.0-or-later
// YAML that others wrote, as the JSON that it means, and JSON written as YAML. Read by libyaml's events, with caps on
// bytes, depth, values and documents. Anchors, aliases and tags are refused: no file of these needs them, and a few
// lines of them unfold to gigabytes. Plain words are typed as the core schema of YAML 1.2 does; a key is a text and
// stands once. Pure functions; any thread. Errors: `input`, one line with file, line and column.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace tidemark {

struct YamlLimits {
  std::size_t bytes = 1u << 20;
  std::size_t depth = 24;
  std::size_t values = 50'000;
  std::size_t documents = 500;
};

Result<std::vector<boost::json::value>> read_yaml(std::string_view text, const std::string& file,
                                                  const YamlLimits& limits = {});
// Block style; texts that would be read as something else are quoted.
std::string yaml_text(const boost::json::value& value);

}  // namespace tidemark
