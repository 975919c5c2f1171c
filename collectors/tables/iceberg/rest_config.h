// SPDX-License-Identifier: GPL-3.0-or-later
// RestConfig: what an Iceberg REST catalog's /v1/config answers, merged with what the profile says (defaults < client <
// overrides), and the addresses that follow from it. Credentials in the answer are not kept, and addresses in it are
// not followed: the profile names whom to ask.
// Source: apache/iceberg open-api/rest-catalog-open-api.yaml. Pure functions; any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace tidemark::iceberg {

using Levels = std::vector<std::string>;  // of a namespace

struct RestTable {
  Levels name_space;
  std::string name;
};

struct RestConfig {
  std::string base;    // "https://host/iceberg", without '/' at its end
  std::string prefix;  // of paths, as the catalog wants it; may be empty
  std::string separator = "%1F";
  bool lists_namespaces = true;
  bool lists_tables = true;
  bool loads_tables = true;

  std::string namespaces_url(const Levels& parent, const std::string& page) const;
  std::string tables_url(const Levels& name_space, const std::string& page) const;
  std::string table_url(const RestTable& table) const;

 private:
  std::string root() const;
  std::string joined(const Levels& levels) const;
};

std::string config_url(const std::string& base, const std::string& warehouse);
// `input` for what is no such answer.
Result<RestConfig> parse_config(std::string_view json, const std::string& base);

struct RestPage {
  std::vector<Levels> namespaces;
  std::vector<RestTable> tables;
  std::string next;  // empty: this is the last
};
Result<RestPage> parse_page(std::string_view json);

}  // namespace tidemark::iceberg
