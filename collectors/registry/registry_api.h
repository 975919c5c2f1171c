// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryApi: the questions that a schema registry is asked, over one connection, all of them reading. It counts what
// they cost and how long they took, against a budget of time for each poll.
// Thread rule: one thread at a time. A stop request ends a call within 250 ms.
// Errors: the reply that is none of a registry's answers, with its outcome.
#pragma once

#include <expected>

#include "collectors/http/paced_client.h"
#include "collectors/registry/answers.h"

namespace tidemark::registry {

template <class T>
using Answer = std::expected<T, HttpReply>;

class RegistryApi final {
 public:
  // `base` is the address without a slash at its end.
  RegistryApi(HttpClient http, std::string base)
      : http_(std::move(http), std::move(base), "application/vnd.schemaregistry.v1+json, application/json") {}

  // A new poll: what is asked from now on is counted there, and may take this long.
  void begin(std::stop_token stop, PollCost& cost, Millis budget) { http_.begin(std::move(stop), cost, budget); }
  bool spent() const { return http_.spent(); }
  Millis took() const { return http_.took(); }

  // Of all contexts. `cut`: there are more than can be kept.
  struct Subjects {
    std::vector<std::string> names;
    bool cut = false;
  };
  Answer<Subjects> subjects(bool deleted_too);
  // None where there is no such subject, or only a deleted one.
  Answer<std::vector<std::int64_t>> versions(const std::string& subject, bool deleted_too);
  // Deleted ones too; nothing where it is gone.
  Answer<std::optional<VersionFacts>> version(const std::string& subject, std::int64_t number);
  // The registry's own.
  Answer<std::optional<std::string>> level();
  // A subject's; nothing where it has none. `in_force`: then the registry's.
  Answer<std::optional<std::string>> level_of(const std::string& subject, bool in_force);
  // Whether a subject without a level of its own says so. Of others only the level in force can be believed. Asked for
  // a subject that does not exist, they say that.
  Answer<bool> tells_own_levels();
  // Nothing where it knows no modes.
  Answer<std::optional<std::string>> mode();

 private:
  Answer<std::optional<std::string>> level_at(const std::string& path);

  PacedClient http_;
};

}  // namespace tidemark::registry
