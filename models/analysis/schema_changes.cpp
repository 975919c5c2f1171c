// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/schema_changes.h"

#include <algorithm>
#include <map>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::string_view no_check = "NONE";

std::string_view value_of(const StateSpan* span) {
  return span && span->value ? std::string_view(*span->value) : std::string_view();
}

// Of one source: several registries may have subjects of one name.
const std::string* state_of(const Snapshot& snapshot, std::size_t source, const Object& object, std::string_view aspect,
                            LocalTime at) {
  const std::string* found = nullptr;
  for (const StateSpan& span : snapshot.states)
    if (span.source == source && span.aspect == aspect && span.object == object && span.value && span.from_hi <= at &&
        (!span.to || *span.to > at))
      found = &*span.value;
  return found;
}

std::string version_text(std::string_view subject, const SchemaVersion& version) {
  std::string text = std::string(subject) + " version " + std::to_string(version.version);
  if (version.id) text += ", id " + std::to_string(*version.id) + " (" + version.kind + ')';
  return text;
}

std::vector<Change> version_changes(const Snapshot& snapshot, std::string_view subject, const StateSpan* before,
                                    const StateSpan& after) {
  std::vector<Change> out;
  for (const VersionStep& step : version_steps(schema_versions(value_of(before)), schema_versions(value_of(&after)))) {
    std::string text = version_text(subject, step.version);
    if (step.what != VersionChange::registered) {
      const bool back = step.what == VersionChange::undeleted;
      out.push_back({"schema", back ? "schema-undeleted" : "schema-deleted", text + ": " + std::string(word(step.what)),
                     step.what == VersionChange::hard_deleted ? "warn" : "note"});
      continue;
    }
    const auto level = effective_level(snapshot, after.source, after.object, after.from_hi);
    const bool unchecked = level && *level == no_check;
    if (unchecked) text += ", while nothing is checked: compatibility is NONE";
    out.push_back({"schema", "schema-registered", std::move(text), unchecked ? "warn" : "note"});
  }
  return out;
}

std::vector<Change> level_changes(std::string_view what, const StateSpan* before, const StateSpan& after) {
  if (!before || !before->value || !after.value) return {};  // it begins or ends with its object
  const auto shown = [](const std::string& level) {
    return level == inherited_level ? std::string("that of the registry") : level;
  };
  std::string text(what);
  if (!text.empty()) text += ": ";
  text += shown(*before->value) + " → " + shown(*after.value);
  return {{"schema", "compatibility-changed", std::move(text), *after.value == no_check ? "warn" : "note"}};
}

std::vector<Change> subject_list_changes(const StateSpan* before, const StateSpan& after) {
  if (!before || !before->value || !after.value) return {};
  const auto now = entries(*after.value);
  std::vector<Change> out;
  for (const std::string_view subject : entries(*before->value))
    if (!std::ranges::binary_search(now, subject))
      out.push_back(
          {"schema", "subject-deleted", std::string(subject) + ": hard-deleted, with all its versions", "warn"});
  return out;
}
}  // namespace

std::string_view word(VersionChange change) {
  switch (change) {
    case VersionChange::registered:
      return "registered";
    case VersionChange::soft_deleted:
      return "soft-deleted";
    case VersionChange::hard_deleted:
      return "hard-deleted";
    case VersionChange::undeleted:
      return "undeleted";
  }
  return {};
}

std::vector<VersionStep> version_steps(const std::vector<SchemaVersion>& before,
                                       const std::vector<SchemaVersion>& after) {
  std::map<std::int64_t, std::pair<const SchemaVersion*, const SchemaVersion*>> both;
  for (const SchemaVersion& one : before) both[one.version].first = &one;
  for (const SchemaVersion& one : after) both[one.version].second = &one;
  std::vector<VersionStep> out;
  for (const auto& [number, pair] : both) {
    const auto& [was, is] = pair;
    const bool anew = was && is && was->id && is->id && was->id != is->id;
    if (!is || anew) out.push_back({VersionChange::hard_deleted, *was});
    if (!was || anew) out.push_back({VersionChange::registered, *is});
    if (is && is->deleted && (!was || anew || !was->deleted)) out.push_back({VersionChange::soft_deleted, *is});
    if (is && was && !anew && was->deleted && !is->deleted) out.push_back({VersionChange::undeleted, *is});
  }
  return out;
}

Known<std::string> effective_level(const Snapshot& snapshot, std::size_t source, const Object& subject, LocalTime at) {
  const std::string* own = state_of(snapshot, source, subject, aspect::compatibility, at);
  if (!own) return Reason::never_polled;
  if (*own != inherited_level) return *own;
  const Object registry = object::registry(snapshot.sources[source].spec.name);
  const std::string* level = state_of(snapshot, source, registry, aspect::compatibility, at);
  return level ? Known<std::string>(*level) : Known<std::string>(Reason::never_polled);
}

std::vector<Event> registrations(const Snapshot& snapshot, const ClusterName& cluster) {
  std::vector<Event> out;
  std::map<std::pair<std::size_t, Object>, const StateSpan*> last;
  for (const StateSpan& span : snapshot.states) {
    if (span.aspect != aspect::schema_versions || snapshot.sources[span.source].spec.cluster != cluster) continue;
    const StateSpan*& before = last[{span.source, span.object}];
    // Seen by the first poll: nobody knows when they came.
    if (before || span.from_lo)
      for (Change& change : registry_changes(snapshot, before, span))
        if (change.kind == "schema-registered")
          out.push_back({span.from_lo, span.from_hi, std::move(change.layer), std::move(change.kind), span.object,
                         std::move(change.text), std::move(change.severity)});
    before = &span;
  }
  return out;
}

std::vector<Change> registry_changes(const Snapshot& snapshot, const StateSpan* before, const StateSpan& after) {
  const std::string& registry = snapshot.sources[after.source].spec.name;
  const auto subject = object::as_subject(after.object, registry);
  if (after.aspect == aspect::schema_versions && subject && after.value)
    return version_changes(snapshot, *subject, before, after);
  if (after.aspect == aspect::compatibility) return level_changes(subject.value_or(""), before, after);
  if (after.aspect == aspect::subjects) return subject_list_changes(before, after);
  if (after.aspect == aspect::mode && before && before->value && after.value)
    return {{"schema", "mode-changed", *before->value + " → " + *after.value, "note"}};
  return {};
}

}  // namespace tidemark
