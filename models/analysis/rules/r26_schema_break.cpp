// SPDX-License-Identifier: GPL-3.0-or-later
// R26: a new schema comes, and records fail from then on. Where ids are read from records, from its first offset on.
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "models/analysis/rules/dead_letters.h"
#include "models/analysis/rules/failed_tasks.h"
#include "models/analysis/rules/signals.h"
#include "models/analysis/schema_changes.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis nearby{15 * 60'000};

struct Failing {
  LocalTime lo, hi;  // it began in between
  std::string what;
};

// The first thing that fails as records do that nobody can take.
std::optional<Failing> failing(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"error_rate"});
  static constexpr auto kinds = std::to_array<std::string_view>({"connector", "task", "group", "member", "topic"});
  std::optional<Failing> first;
  const auto offer = [&](LocalTime lo, LocalTime hi, std::string what) {
    if (!first || hi < first->hi) first = Failing{lo, hi, std::move(what)};
  };
  for (const FailedTask& task : failed_tasks(of)) {
    const StateSpan* span = of.file->state(of.cluster, task.object);
    if (task.kind == TraceKind::record && span && span->from_lo)
      offer(*span->from_lo, task.since, std::string(object::name(task.object)) + " FAILED on a record");
  }
  if (const auto dead = dead_letters(of); dead && dead->remembered)
    offer(dead->since_lo, dead->since_hi, "dead letters in " + dead->topic);
  if (const auto errors = first_risen(signals_of(of, names, kinds), 1))
    offer(errors->shift.lo, errors->shift.hi, "errors of " + errors->signal.object.value());
  return first;
}

// Of a schema of the topic: an event about it, or about a subject that has its name.
bool is_about(const Event& event, const TopicName& topic) {
  if (event.object == object::topic(topic)) return true;
  return std::ranges::any_of(std::array{"-value", "-key"}, [&](const char* end) {
    const std::string subject = topic.value() + end;
    if (object::name(event.object) == subject) return true;
    const auto at = event.text.find(subject);
    const auto is_name = [&](std::size_t i) {
      return i < event.text.size() && (std::isalnum(static_cast<unsigned char>(event.text[i])) != 0 ||
                                       event.text[i] == '.' || event.text[i] == '_' || event.text[i] == '-');
    };
    return at != std::string::npos && !is_name(at + subject.size()) && (at == 0 || !is_name(at - 1));
  });
}

// The newest one that came no later than it failed, and shortly before: of what was told and what registries show.
std::optional<Event> registered(const PathCase& of, const Failing& failing) {
  std::optional<Event> newest;
  const auto offer = [&](const Event& event) {
    if (event.kind != "schema-registered" || !is_about(event, of.topic)) return;
    if (event.lo.value_or(event.hi) >= failing.hi || failing.lo - event.hi > nearby) return;
    if (!newest || event.hi >= newest->hi) newest = event;
  };
  for (const SourceEvent& seen : of.file->snapshot.events) offer(seen.event);
  const std::vector<Event> watched = registrations(of.file->snapshot, of.cluster);
  for (const Event& event : watched) offer(event);
  return newest;
}

struct FirstOffset {
  std::int64_t schema = 0, partition = 0, offset = 0;
};

// "ID PARTITION OFFSET" of the topic's aspect: where each id first stood in a record.
std::optional<FirstOffset> first_offset(std::string_view line) {
  std::array<std::int64_t, 3> parts{};
  const char* at = line.data();
  const char* end = line.data() + line.size();
  for (std::int64_t& part : parts) {
    const auto [next, error] = std::from_chars(at, end, part);
    if (error != std::errc()) return std::nullopt;
    at = next == end ? next : next + 1;
  }
  return FirstOffset{parts[0], parts[1], parts[2]};
}

Known<std::string> ids_of(const PathCase& of) {
  return state_text(of.file->snapshot, of.cluster, object::topic(of.topic), aspect::schema_ids, of.file->at);
}

// Whether it was there before it failed: the first poll that told of it is not wholly after.
bool came_before(const PathCase& of, std::string_view line, const Failing& failing) {
  const Object topic = object::topic(of.topic);
  for (const StateSpan& span : of.file->snapshot.states) {
    if (span.aspect != aspect::schema_ids || span.object != topic || !span.value) continue;
    if (of.file->snapshot.sources[span.source].spec.cluster != of.cluster) continue;
    const auto lines = entries(*span.value);
    if (std::ranges::find(lines, line) != lines.end()) return !span.from_lo || *span.from_lo < failing.hi;
  }
  return false;
}

// An id whose first offset is in the batch that a partition has come to and not passed.
std::optional<FirstOffset> stands_at(const PathCase& of, const Failing& failing) {
  constexpr std::int64_t batch = 500;  // Kafka's own max.poll.records
  const Known<std::string> ids = ids_of(of);
  if (!ids) return std::nullopt;
  std::optional<FirstOffset> found;
  for (const std::string_view line : entries(*ids)) {
    const auto first = first_offset(line);
    if (!first || !came_before(of, line, failing)) continue;
    for (const PartitionCase& partition : of.partitions) {
      if (partition.id().partition.value() != first->partition || !partition.waits() || !partition.flat()) continue;
      const MarkPoll& now = partition.polls.back();
      const bool at_it =
          now.committed <= first->offset && first->offset < std::min(now.readable, now.committed + batch);
      if (at_it && (!found || first->schema > found->schema)) found = first;
    }
  }
  return found;
}
}  // namespace

std::vector<Found> schema_break(const PathCase& of) {
  const auto fails = failing(of);
  if (!fails) return {};
  const auto at = stands_at(of, *fails);
  const std::optional<Event> event = registered(of, *fails);
  if (!at && !event) return {};
  Confidence confidence = at ? Confidence::high : Confidence::medium;
  if (!at && event->hi > fails->hi) confidence = Confidence::low;  // it may have come after
  Found found{.finding = {.severity = Severity::warn, .confidence = confidence, .object = object::topic(of.topic)},
              .since = fails->hi};
  found.variant = at ? "" : "event";
  found.finding.params = {{"since", fails->hi}, {"what", fails->what}};
  if (at) {
    const TopicPartition id{of.topic, PartitionId(static_cast<std::int32_t>(at->partition))};
    found.finding.params.emplace("schema", at->schema);
    found.finding.params.emplace("where", partition_text(id) + '@' + std::to_string(at->offset));
    found.present.push_back("id " + std::to_string(at->schema) + " first at the offset that is not passed");
    found.measured = {{"schema_id", at->schema}, {"offset", at->offset}};
  } else {
    found.finding.params.emplace("schema", event->text.empty() ? event->object.value() : event->text);
    found.finding.params.emplace("registered", event->hi);
    if (event->lo && *event->lo < event->hi) {
      found.variant = "event_between";
      found.finding.params.emplace("registered_lo", *event->lo);
    }
    if (!ids_of(of) || ids_of(of)->empty()) found.missing = {"schema ids of records"};
  }
  if (event) found.present.emplace_back("schema registered");
  found.present.push_back(fails->what);
  return {found};
}

}  // namespace tidemark
