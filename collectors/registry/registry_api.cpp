// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/registry/registry_api.h"

#include <algorithm>
#include <unordered_set>

#include "collectors/http/url.h"

namespace tidemark::registry {
namespace {
constexpr std::size_t page = 1000;
constexpr std::size_t most_subjects = 20'000;
constexpr std::size_t longest_subject = 1000;  // bytes; longer ones are left out
// What stands where an answer was expected.
std::unexpected<HttpReply> no_answer(HttpReply reply) {
  if (reply.ok()) {
    reply.outcome = HttpOutcome::other;
    reply.error = {ErrorCode::unreachable, "answers something else than a schema registry", reply.error.where,
                   "check that the address is the one under which GET /subjects answers"};
  } else if (const auto code = error_code(reply.body); code && *code > 0) {
    reply.error.what += ", error_code " + std::to_string(*code);
  }
  return std::unexpected(std::move(reply));
}

// 404 in a registry's own words: there is no such thing. A 404 of something else is no answer.
bool says_none(const HttpReply& reply) {
  constexpr std::int64_t first = 40401, last = 40499;
  if (reply.status != 404) return false;
  const auto code = error_code(reply.body);
  return code && *code >= first && *code <= last;
}
}  // namespace

Answer<RegistryApi::Subjects> RegistryApi::subjects(bool deleted_too) {
  Subjects out;
  std::unordered_set<std::string> seen;
  for (std::size_t offset = 0; out.names.size() < most_subjects; offset += page) {
    HttpReply reply = http_.get((deleted_too ? "/subjects?deleted=true&offset=" : "/subjects?offset=") +
                                std::to_string(offset) + "&limit=" + std::to_string(page));
    auto names = reply.ok() ? parse_subjects(reply.body) : std::nullopt;
    if (!names) return no_answer(std::move(reply));
    const std::size_t before = seen.size();
    for (std::string& name : *names)
      if (seen.insert(name).second && !name.empty() && name.size() <= longest_subject)
        out.names.push_back(std::move(name));
    // One that knows no pages answers all of them, again and again.
    if (names->size() != page || seen.size() == before) return out;
  }
  out.cut = true;
  return out;
}

Answer<std::vector<std::int64_t>> RegistryApi::versions(const std::string& subject, bool deleted_too) {
  HttpReply reply =
      http_.get("/subjects/" + percent_encode(subject) + "/versions" + (deleted_too ? "?deleted=true" : ""));
  if (says_none(reply)) return std::vector<std::int64_t>();
  auto versions = reply.ok() ? parse_versions(reply.body) : std::nullopt;
  if (!versions) return no_answer(std::move(reply));
  return std::move(*versions);
}

Answer<std::optional<VersionFacts>> RegistryApi::version(const std::string& subject, std::int64_t number) {
  HttpReply reply =
      http_.get("/subjects/" + percent_encode(subject) + "/versions/" + std::to_string(number) + "?deleted=true");
  if (says_none(reply)) return std::nullopt;
  auto facts = reply.ok() ? parse_version(reply.body) : std::nullopt;
  if (!facts) return no_answer(std::move(reply));
  return facts;
}

Answer<std::optional<std::string>> RegistryApi::level() { return level_at("/config"); }

Answer<std::optional<std::string>> RegistryApi::level_of(const std::string& subject, bool in_force) {
  return level_at("/config/" + percent_encode(subject) + (in_force ? "?defaultToGlobal=true" : ""));
}

Answer<std::optional<std::string>> RegistryApi::level_at(const std::string& path) {
  HttpReply reply = http_.get(path);
  if (says_none(reply)) return std::nullopt;
  auto level = reply.ok() ? parse_level(reply.body) : std::nullopt;
  if (!level) return no_answer(std::move(reply));
  return level;
}

Answer<bool> RegistryApi::tells_own_levels() {
  constexpr std::int64_t no_level = 40408;
  HttpReply reply = http_.get("/config/tidemark.no.such.subject");
  if (says_none(reply)) return error_code(reply.body) == no_level;
  if (!reply.ok() || !parse_level(reply.body)) return no_answer(std::move(reply));
  return false;
}

Answer<std::optional<std::string>> RegistryApi::mode() {
  HttpReply reply = http_.get("/mode");
  if (reply.status == 404 || reply.status == 405) return std::nullopt;
  auto mode = reply.ok() ? parse_mode(reply.body) : std::nullopt;
  if (!mode) return no_answer(std::move(reply));
  return mode;
}

}  // namespace tidemark::registry
