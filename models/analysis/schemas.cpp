// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/schemas.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/lane_silence.h"
#include "models/analysis/reading.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::string_view lane_name = "subjects";
// Between the clocks of a registry and of this program.
constexpr Millis clock_error{2'000};

using Spans = std::vector<const StateSpan*>;

struct SubjectSpans {
  Spans versions, levels;
};

// The subjects that a registry had in a span of time, sorted.
struct SubjectList {
  const StateSpan* span = nullptr;
  std::vector<std::string_view> names;
};

struct Registry {
  std::size_t source = 0;
  Reason silent = Reason::none;
  std::map<std::string, Spans, std::less<>> own;  // by aspect
  std::map<std::string, SubjectSpans> subjects;
  std::vector<SubjectList> lists;
};

bool holds(const StateSpan& span, LocalTime at) { return span.from_hi <= at && (!span.to || *span.to > at); }

const StateSpan* now(const Spans& spans, LocalTime at) {
  for (auto span = spans.rbegin(); span != spans.rend(); ++span)
    if (holds(**span, at)) return (*span)->value ? *span : nullptr;
  return nullptr;
}

std::vector<Registry> registries(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::map<std::size_t, Registry> by_source;
  for (std::size_t i = 0; i < snapshot.sources.size(); ++i) {
    const SourceSpec& spec = snapshot.sources[i].spec;
    if (spec.kind == "registry" && in_scope(filter.cluster, spec.cluster.value()))
      by_source[i] = {.source = i, .silent = silence_of(snapshot, i, lane_name, at)};
  }
  for (const StateSpan& span : snapshot.states) {
    const auto found = by_source.find(span.source);
    if (found == by_source.end() || span.from_hi > at || object::kind(span.object) != "registry") continue;
    if (const auto subject = object::as_subject(span.object, snapshot.sources[span.source].spec.name)) {
      SubjectSpans& of = found->second.subjects[std::string(*subject)];
      if (span.aspect == aspect::schema_versions) of.versions.push_back(&span);
      if (span.aspect == aspect::compatibility) of.levels.push_back(&span);
    } else {
      found->second.own[span.aspect].push_back(&span);
    }
  }
  std::vector<Registry> out;
  for (auto& [source, registry] : by_source) {
    if (const auto lists = registry.own.find(aspect::subjects); lists != registry.own.end())
      for (const StateSpan* list : lists->second)
        if (list->value) registry.lists.push_back({list, entries(*list->value)});
    out.push_back(std::move(registry));
  }
  return out;
}

const Spans& own_spans(const Registry& registry, std::string_view aspect) {
  static const Spans none;
  const auto found = registry.own.find(aspect);
  return found == registry.own.end() ? none : found->second;
}

// When the registry's list lost the subject: the span that has it no more. Null where it is listed, or lists are not
// kept.
const StateSpan* gone_since(const Registry& registry, std::string_view subject) {
  const StateSpan* gone = nullptr;
  for (const auto& [span, names] : registry.lists) {
    const bool listed = std::ranges::binary_search(names, subject);
    if (listed) gone = nullptr;
    if (!listed && !gone) gone = span;
  }
  return gone;
}

struct Life {
  SchemaVersion version;
  Known<LocalTime> registered_lo = Reason::no_history, registered_hi = Reason::no_history;
  VersionChange change = VersionChange::registered;
  Known<LocalTime> changed_lo = Reason::no_history, changed_hi = Reason::no_history;
};

void begin(Life& life, const StateSpan& span, bool saw_before) {
  life.registered_lo = saw_before && span.from_lo ? Known<LocalTime>(*span.from_lo) : Reason::no_history;
  life.registered_hi = span.from_hi;
  if (!life.version.registered_ms) return;
  const LocalTime said = local_time(*life.version.registered_ms);
  const bool fits =
      said <= span.from_hi + clock_error && (!life.registered_lo || said >= *life.registered_lo - clock_error);
  if (fits) life.registered_lo = life.registered_hi = said;
}

void take(std::map<std::int64_t, Life>& lives, const VersionStep& step, const StateSpan& span, bool saw_before) {
  Life& life = lives[step.version.version];
  life.version = step.version;
  if (step.what == VersionChange::registered) begin(life, span, saw_before);
  const bool first = step.what == VersionChange::soft_deleted && !saw_before;  // nobody knows since when
  life.change = step.what;
  life.changed_lo = step.what == VersionChange::registered ? life.registered_lo
                    : span.from_lo && !first               ? Known<LocalTime>(*span.from_lo)
                                                           : Reason::no_history;
  life.changed_hi = step.what == VersionChange::registered ? life.registered_hi : Known<LocalTime>(span.from_hi);
}

std::map<std::int64_t, Life> lives_of(const Snapshot& snapshot, const Registry& registry, const std::string& subject,
                                      const SubjectSpans& spans) {
  std::map<std::int64_t, Life> lives;
  std::vector<SchemaVersion> before;
  // A span that began before the snapshot does says nothing of what was before it.
  bool saw_before = false;
  for (const StateSpan* span : spans.versions) {
    auto after = span->value ? schema_versions(*span->value) : std::vector<SchemaVersion>();
    saw_before = saw_before || (span->from_hi > snapshot.from && span->from_lo.has_value());
    for (const VersionStep& step : version_steps(before, after)) take(lives, step, *span, saw_before);
    for (const SchemaVersion& version : after) lives[version.version].version = version;
    before = std::move(after);
    saw_before = true;
  }
  if (const StateSpan* gone = gone_since(registry, subject))
    for (const SchemaVersion& version : before) take(lives, {VersionChange::hard_deleted, version}, *gone, true);
  return lives;
}

template <class T>
Known<T> unless(Reason silent, Known<T> value) {
  if (silent != Reason::none) return silent;
  return value;
}

class Topics final {
 public:
  Topics(const Snapshot& snapshot, LocalTime at) {
    for (const StateSpan& span : snapshot.states)
      if (span.aspect == aspect::partitions && object::kind(span.object) == "topic" && span.value && holds(span, at))
        names_[snapshot.sources[span.source].spec.cluster].insert(std::string(object::name(span.object)));
  }

  void tell(SchemaRow& row) const {
    const auto cluster = names_.find(row.cluster);
    const std::string topic(subject_name(row.subject).topic);
    if (cluster == names_.end()) {
      row.topic = row.topic_by = Reason::never_polled;
    } else if (cluster->second.contains(topic)) {
      row.topic = topic;
      row.topic_by = std::string("name");
    }
  }

 private:
  std::map<ClusterName, std::set<std::string>> names_;
};

SchemaRow row_of(const Snapshot& snapshot, const Registry& registry, const std::string& subject,
                 const SubjectSpans& spans, const Life& life, LocalTime at) {
  const SourceSpec& source = snapshot.sources[registry.source].spec;
  SchemaRow row;
  row.registry = source.name;
  row.cluster = source.cluster;
  row.subject = subject;
  row.version = life.version.version;
  if (life.version.id) row.id = *life.version.id;
  if (life.version.id) row.kind = life.version.kind;
  row.registered_lo = life.registered_lo;
  row.registered_hi = life.registered_hi;
  row.change = life.change;
  row.changed_lo = life.changed_lo;
  row.changed_hi = life.changed_hi;
  if (life.change == VersionChange::hard_deleted) {  // for good, whatever the registry says next
    row.deleted = true;
    row.compatibility = row.compatibility_by = Reason::deleted;
    return row;
  }
  row.deleted = unless(registry.silent, Known<bool>(life.version.deleted));
  const StateSpan* level = now(spans.levels, at);
  if (!level) return row;
  const bool inherited = *level->value == inherited_level;
  const StateSpan* in_force = inherited ? now(own_spans(registry, aspect::compatibility), at) : level;
  row.compatibility = unless(
      registry.silent, in_force ? Known<std::string>(*in_force->value) : Known<std::string>(Reason::never_polled));
  row.compatibility_by = unless(registry.silent, Known<std::string>(inherited ? "registry" : "subject"));
  return row;
}

Known<LocalTime> watched_from(const Snapshot& snapshot, std::size_t source, LocalTime at) {
  Known<LocalTime> first = Reason::never_polled;
  for (const LaneInfo& lane : snapshot.lanes)
    if (lane.source == source && polls_until(lane, at) > 0 && (!first || lane.polls.front().wall < *first))
      first = lane.polls.front().wall;
  return first;
}

void add_changes(const SourceSpec& source, const std::string& subject, const Spans& spans,
                 std::vector<LevelChange>& out) {
  const StateSpan* before = nullptr;
  for (const StateSpan* span : spans) {
    if (before && before->value && span->value && *before->value != *span->value)
      out.push_back({source.name, source.cluster, subject, *before->value, *span->value,
                     span->from_lo ? Known<LocalTime>(*span->from_lo) : Reason::no_history, span->from_hi});
    before = span;
  }
}
}  // namespace

SnapshotRequest schemas_request(LocalTime from, LocalTime at) {
  SnapshotRequest request{from, at};
  request.min_polls = 2;
  request.signal_names = {"-"};  // none
  request.events = false;
  return request;
}

std::vector<SchemaRow> schema_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<SchemaRow> rows;
  const Topics topics(snapshot, at);
  const std::vector<Registry> all = registries(snapshot, at, filter);
  for (const Registry& registry : all)
    for (const auto& [subject, spans] : registry.subjects)
      for (const auto& [number, life] : lives_of(snapshot, registry, subject, spans)) {
        SchemaRow row = row_of(snapshot, registry, subject, spans, life, at);
        topics.tell(row);
        if (filter.topic.empty() || (row.topic && in_scope(filter.topic, *row.topic))) rows.push_back(std::move(row));
      }
  std::ranges::stable_sort(
      rows, {}, [](const SchemaRow& row) { return std::tie(row.cluster, row.registry, row.subject, row.version); });
  return rows;
}

std::vector<RegistryRow> registry_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<RegistryRow> rows;
  const std::vector<Registry> all = registries(snapshot, at, filter);
  for (const Registry& registry : all) {
    const SourceSpec& source = snapshot.sources[registry.source].spec;
    RegistryRow& row = rows.emplace_back();
    row.registry = source.name;
    row.cluster = source.cluster;
    // It has said so itself, or why it could not.
    if (const StateSpan* state = now(own_spans(registry, aspect::state), at); state) {
      const bool stale = registry.silent == Reason::collector_off;
      row.state = stale ? Known<std::string>(registry.silent) : Known<std::string>(*state->value);
      row.since = stale ? Known<LocalTime>(registry.silent) : Known<LocalTime>(state->from_hi);
    }
    const auto told = [&](std::string_view aspect, Reason otherwise) {
      const StateSpan* span = now(own_spans(registry, aspect), at);
      return unless(registry.silent, span ? Known<std::string>(*span->value) : Known<std::string>(otherwise));
    };
    row.compatibility = told(aspect::compatibility, Reason::never_polled);
    row.mode = told(aspect::mode, Reason::not_supported);
    row.subjects = told(aspect::subjects, Reason::not_supported).map([](const std::string& list) {
      return static_cast<std::int64_t>(entries(list).size());
    });
    row.error = last_error(snapshot, registry.source, at);
    row.watched_from = watched_from(snapshot, registry.source, at);
  }
  std::ranges::stable_sort(rows, {}, [](const RegistryRow& row) { return std::tie(row.cluster, row.registry); });
  return rows;
}

std::vector<LevelChange> level_changes(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<LevelChange> out;
  const std::vector<Registry> all = registries(snapshot, at, filter);
  for (const Registry& registry : all) {
    const SourceSpec& source = snapshot.sources[registry.source].spec;
    add_changes(source, {}, own_spans(registry, aspect::compatibility), out);
    for (const auto& [subject, spans] : registry.subjects) add_changes(source, subject, spans.levels, out);
  }
  std::ranges::stable_sort(out, {}, &LevelChange::hi);
  return out;
}

Document schemas_document(const Snapshot& snapshot, LocalTime from, LocalTime at, const Filter& filter) {
  Document document = frame("schemas", snapshot, from, at, filter);
  document.coverage = coverage_of(snapshot, from, at, [&](const SourceSpec& source) {
    return source.kind == "registry" && in_scope(filter.cluster, source.cluster.value());
  });
  for (const SchemaRow& row : schema_rows(snapshot, at, filter))
    document.rows.push_back(
        {{"registry", row.registry},
         {"cluster", row.cluster.value().empty() ? Cell(Reason::not_applicable) : Cell(row.cluster.value())},
         {"subject", row.subject},
         {"version", row.version},
         {"id", row.id},
         {"kind", row.kind},
         {"compatibility", row.compatibility},
         {"compatibility_by", row.compatibility_by},
         {"registered_lo", row.registered_lo},
         {"registered_hi", row.registered_hi},
         {"deleted", row.deleted},
         {"topic", row.topic},
         {"topic_by", row.topic_by},
         {"change", std::string(word(row.change))},
         {"changed_lo", row.changed_lo},
         {"changed_hi", row.changed_hi}});
  CellList registries;
  for (const RegistryRow& row : registry_rows(snapshot, at, filter))
    registries.emplace_back(CellRecord{{"registry", row.registry},
                                       {"state", row.state},
                                       {"since", row.since},
                                       {"compatibility", row.compatibility},
                                       {"mode", row.mode},
                                       {"subjects", row.subjects},
                                       {"error", row.error}});
  if (registries.empty())
    document.notes.emplace_back("No registry is watched: name one under \"registries\" in the profile.");
  document.beside.push_back({"registries", std::move(registries)});
  return document;
}

}  // namespace tidemark
