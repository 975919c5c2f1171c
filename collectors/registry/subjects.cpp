// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/registry/subjects.h"

#include <fmt/format.h>

#include <algorithm>

#include "collectors/core/plain_text.h"

namespace tidemark::registry {
namespace {
// A number is given anew where a subject was deleted for good and came back.
constexpr Millis newest_lives = std::chrono::minutes(10);
constexpr std::size_t most_versions = 1000;   // of a subject, the newest
constexpr std::size_t longest_listed = 5000;  // subjects in one list

const SchemaVersion* known(const std::vector<SchemaVersion>& versions, std::int64_t number) {
  const auto found = std::ranges::find(versions, number, &SchemaVersion::version);
  return found == versions.end() || !found->id ? nullptr : &*found;
}
}  // namespace

void Subjects::listed(const RegistryApi::Subjects& all, const RegistryApi::Subjects& live) {
  cut_ = all.cut || live.cut;
  const std::set<std::string> names(all.names.begin(), all.names.end());
  const std::set<std::string> alive(live.names.begin(), live.names.end());
  // A registry that does not know deleted ones may list only the others.
  if (!cut_)
    std::erase_if(subjects_,
                  [&](const auto& entry) { return !names.contains(entry.first) && !alive.contains(entry.first); });
  for (const auto* list : {&names, &alive})
    for (const std::string& raw : *list) {
      Subject& subject = subjects_[raw];
      if (subject.name.empty()) subject.name = plain_line(raw);
      if (subject.live != alive.contains(raw)) subject.asked.reset();
      subject.live = alive.contains(raw);
    }
}

std::vector<Subjects::Entry*> Subjects::in_turn() {
  std::vector<Entry*> all;
  for (auto& entry : subjects_) {
    entry.second.fresh = false;
    all.push_back(&entry);
  }
  std::ranges::stable_sort(all, {}, [](const Entry* entry) { return entry->second.asked; });
  return all;
}

void Subjects::ask(RegistryApi& api, MonoTime now, const std::optional<std::string>& level, bool tells_own_levels,
                   Poll& poll) {
  const auto all = in_turn();
  waiting_ = all.size();
  failed_ = 0;
  for (Entry* entry : all) {
    if (api.spent()) return;
    auto& [raw, subject] = *entry;
    const auto answer = read(api, now, *entry);
    auto own =
        answer && *answer ? api.level_of(raw, !tells_own_levels) : Answer<std::optional<std::string>>(std::nullopt);
    if (api.spent()) return;  // what came may be half of it
    if (!answer || !own) {
      const HttpReply& reply = answer ? own.error() : answer.error();
      poll.errors.push_back({"subject:" + subject.name, reason_of(reply.outcome), reply.error.line(),
                             reply.outcome == HttpOutcome::denied});
      ++failed_;
    }
    subject.asked = now;
    --waiting_;
    if (answer && own) set_level(subject, std::move(*own), level, tells_own_levels);
    subject.fresh = answer.has_value();
  }
}

Answer<bool> Subjects::read(RegistryApi& api, MonoTime now, Entry& entry) {
  auto& [raw, subject] = entry;
  std::vector<std::int64_t> live;
  if (subject.live) {
    auto versions = api.versions(raw, false);
    if (!versions) return std::unexpected(std::move(versions.error()));
    live = std::move(*versions);
  }
  auto all = api.versions(raw, true);
  if (!all) return std::unexpected(std::move(all.error()));
  std::set<std::int64_t> numbers(all->begin(), all->end());
  numbers.insert(live.begin(), live.end());
  if (numbers.size() > most_versions) {
    versions_cut_ = true;
    numbers.erase(numbers.begin(), std::prev(numbers.end(), static_cast<std::ptrdiff_t>(most_versions)));
  }
  const bool recheck = !subject.newest_asked || now - *subject.newest_asked >= newest_lives;
  std::vector<SchemaVersion> versions;
  for (const std::int64_t number : numbers) {
    SchemaVersion version{.version = number};
    const SchemaVersion* before = known(subject.versions, number);
    if (before) version = *before;
    version.deleted = !std::ranges::binary_search(live, number);
    if (!before || (recheck && number == *numbers.rbegin())) {
      auto there = read_facts(api, raw, version);
      if (api.spent()) {
        subject.versions = std::move(versions);
        return false;
      }
      if (!there) return std::unexpected(std::move(there.error()));
      if (!*there) continue;  // gone in this moment
    }
    versions.push_back(std::move(version));
  }
  if (recheck) subject.newest_asked = now;
  subject.versions = std::move(versions);
  return true;
}

Answer<bool> Subjects::read_facts(RegistryApi& api, const std::string& raw, SchemaVersion& version) {
  auto facts = api.version(raw, version.version);
  if (!facts) return std::unexpected(std::move(facts.error()));
  if (!*facts) return false;
  version.id = (*facts)->id;
  version.kind = (*facts)->kind;
  version.registered_ms = (*facts)->registered_ms;
  return true;
}

void Subjects::set_level(Subject& subject, std::optional<std::string> own, const std::optional<std::string>& level,
                         bool tells_own_levels) {
  if (!own || (!tells_own_levels && own == level)) own = std::string(inherited_level);
  subject.level = std::move(own);
}

void Subjects::put(StateRecorder& recorder, Poll& poll) {
  std::set<std::string> names;
  for (const auto& [raw, subject] : subjects_) {
    const Object object = object::subject(registry_, subject.name);
    names.insert(subject.name);
    if (!subject.fresh) {
      recorder.keep(object);
      continue;
    }
    recorder.put(poll, object, aspect::schema_versions, schema_lines(subject.versions));
    if (subject.level) recorder.put(poll, object, aspect::compatibility, *subject.level);
  }
  if (cut_ || names.size() > longest_listed) return;
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : "\n") + name;
  recorder.put(poll, object::registry(registry_), aspect::subjects, std::move(list));
  recorder.gone_untouched(poll, object::registry(registry_).value() + '/');
}

std::vector<std::string> Subjects::limits() const {
  std::vector<std::string> out;
  if (cut_) out.emplace_back("It has more than 20000 subjects: the others are not known.");
  if (waiting_ > 0)
    out.push_back(fmt::format("{} of {} subjects could not be asked for in time: they come in turns.", waiting_,
                              subjects_.size()));
  if (versions_cut_) out.emplace_back("A subject has more than 1000 versions: only its newest are known.");
  return out;
}

}  // namespace tidemark::registry
