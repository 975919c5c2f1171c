// SPDX-License-Identifier: GPL-3.0-or-later
// Subjects: what is known of the subjects of one registry, brought up to date poll by poll. A version does not change,
// so only those that are not known yet are asked for; which versions there are, which of them are deleted and the level
// are asked for anew. Where there are more subjects than a poll has time for, they take turns, new ones first. Thread
// rule: one thread at a time.
#pragma once

#include <map>
#include <set>

#include "collectors/core/state_recorder.h"
#include "collectors/registry/registry_api.h"
#include "models/domain/schema_versions.h"

namespace tidemark::registry {

class Subjects final {
 public:
  explicit Subjects(std::string registry) : registry_(std::move(registry)) {}

  // What the registry lists: all subjects, also deleted ones, and those that are not deleted.
  void listed(const RegistryApi::Subjects& all, const RegistryApi::Subjects& live);
  // Asks for what is due. `level` is the registry's own, `tells_own_levels` whether a subject without a level of its
  // own says so. What cannot be had is an error of the poll for that subject and stays as it was.
  void ask(RegistryApi& api, MonoTime now, const std::optional<std::string>& level, bool tells_own_levels, Poll& poll);
  // The states of all that was asked for; the end of those that are gone.
  void put(StateRecorder& recorder, Poll& poll);

  bool all_asked() const { return waiting_ == 0 && failed_ == 0; }
  // What cannot be seen, a sentence each.
  std::vector<std::string> limits() const;

 private:
  struct Subject {
    std::string name;  // fit to be shown
    bool live = true;
    std::optional<MonoTime> asked;
    std::optional<MonoTime> newest_asked;  // for what the newest version is
    std::optional<std::string> level;
    std::vector<SchemaVersion> versions;
    bool fresh = false;  // read in this poll
  };
  using Entry = std::pair<const std::string, Subject>;

  std::vector<Entry*> in_turn();
  // False where the poll has no time left: what is known then is kept.
  Answer<bool> read(RegistryApi& api, MonoTime now, Entry& entry);
  Answer<bool> read_facts(RegistryApi& api, const std::string& raw, SchemaVersion& version);
  void set_level(Subject& subject, std::optional<std::string> own, const std::optional<std::string>& level,
                 bool tells_own_levels);

  const std::string registry_;
  std::map<std::string, Subject> subjects_;  // by the name as the registry writes it
  bool cut_ = false;
  bool versions_cut_ = false;
  std::size_t waiting_ = 0;  // for their turn
  std::size_t failed_ = 0;
};

}  // namespace tidemark::registry
