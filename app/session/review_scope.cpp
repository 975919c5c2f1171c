// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/review_scope.h"

#include <algorithm>
#include <array>

namespace tidemark {
namespace {
constexpr std::array parts =
    std::to_array<std::pair<std::string_view, std::vector<std::string> Filter::*>>({{"class", &Filter::class_name},
                                                                                    {"cluster", &Filter::cluster},
                                                                                    {"group", &Filter::group},
                                                                                    {"path", &Filter::path},
                                                                                    {"table", &Filter::table},
                                                                                    {"topic", &Filter::topic}});
}

std::string scope_text(const Filter& filter) {
  std::string out;
  for (const auto& [name, field] : parts) {
    std::vector<std::string> globs = filter.*field;
    std::ranges::sort(globs);
    for (const std::string& glob : globs) out += (out.empty() ? "" : ",") + std::string(name) + '=' + glob;
  }
  return out;
}

Result<Filter> scope_filter(std::string_view text) {
  Filter out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t equals = part.find('=');
    const auto known = std::ranges::find(parts, part.substr(0, equals), &decltype(parts)::value_type::first);
    if (equals == std::string_view::npos || known == parts.end() || equals + 1 == part.size())
      return fail(ErrorCode::usage, '"' + std::string(part) + "\" is no scope", {},
                  "write topic=orders*,path=…: class, cluster, group, path, table or topic");
    (out.*(known->second)).emplace_back(part.substr(equals + 1));
  }
  return out;
}

}  // namespace tidemark
