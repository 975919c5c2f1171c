// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/landed/landed_report.h"

#include <algorithm>
#include <map>

#include "models/analysis/dead_letter_topics.h"
#include "models/analysis/marks.h"
#include "models/analysis/paths.h"
#include "models/analysis/scope.h"
#include "models/analysis/tables.h"

namespace tidemark {
namespace {
constexpr Millis one_day = std::chrono::days(1);
constexpr Millis before_begin = std::chrono::minutes(10);  // so long before a day its begin may have been read last
constexpr const char* made_anew = "A partition's log was made anew or cut: its offsets mean two things.";

LocalTime day_of(LocalTime time) { return LocalTime(std::chrono::floor<std::chrono::days>(time.time_since_epoch())); }

const PipelineProfile* pipeline_of(const Profile& profile, const TableName& table) {
  const auto found = std::ranges::find(profile.pipelines, table.value(), &PipelineProfile::table);
  return found == profile.pipelines.end() ? nullptr : &*found;
}

// Of a table without marks those of the topic that the profile names.
std::vector<TopicPartition> sources_of(const Snapshot& snapshot, const TableInfo& table, const Profile& profile) {
  std::vector<TopicPartition> out = partitions_of(snapshot, table);
  const PipelineProfile* pipeline = pipeline_of(profile, table.table);
  if (!out.empty() || pipeline == nullptr) return out;
  std::set<TopicPartition> found;
  for (const Column& column : snapshot.columns)
    if (const auto tp = object::as_partition(column.spec.object); tp && column.spec.signal == signal::high &&
                                                                  snapshot.cluster_of(column) == table.cluster &&
                                                                  tp->topic.value() == pipeline->topic)
      found.insert(*tp);
  return {found.begin(), found.end()};
}

struct DeadLetters {
  std::vector<TopicPartition> partitions;
  bool known = false;   // there is such a topic
  bool shared = false;  // others are set aside there too
};

bool is_of(const DeadLetterPlace& place, const std::set<std::string>& topics, const PipelineProfile* pipeline) {
  if (place.proof == DeadLetterProof::name) return false;
  if (pipeline != nullptr && pipeline->dead_letter == place.topic.value()) return true;
  if (pipeline != nullptr && !pipeline->connector.empty() && place.writers.contains("connector:" + pipeline->connector))
    return true;
  return std::ranges::any_of(topics, [&](const std::string& topic) { return place.origins.contains(topic); });
}

std::vector<DeadLetterPlace> places_of(const Snapshot& snapshot, const TableInfo& table,
                                       const std::set<std::string>& topics, LocalTime at, const Profile& profile) {
  std::vector<DeadLetterPlace> out;
  for (DeadLetterPlace& place : dead_letter_places(snapshot, at, profile))
    if (place.cluster == table.cluster && is_of(place, topics, pipeline_of(profile, table.table)))
      out.push_back(std::move(place));
  return out;
}

std::set<std::string> topics_of(const std::vector<TopicPartition>& partitions) {
  std::set<std::string> out;
  for (const TopicPartition& tp : partitions) out.insert(tp.topic.value());
  return out;
}

class TableReport final {
 public:
  TableReport(const Snapshot& snapshot, const TableInfo& table, LocalTime at, const Profile& profile)
      : snapshot_(snapshot), table_(table), at_(at), partitions_(sources_of(snapshot, table, profile)) {
    topics_ = topics_of(partitions_);
    for (const TopicPartition& tp : partitions_) logs_.emplace(tp, HighLog(snapshot, table.cluster, tp));
    const PipelineProfile* pipeline = pipeline_of(profile, table.table);
    const ClassProfile* budget = pipeline == nullptr ? nullptr : class_of(profile, pipeline->class_name);
    if (budget != nullptr && budget->end != "group" && budget->target) budget_ = *budget->target;
    find_dead_letters(profile);
    for (const std::string& topic : topics_) {
      const TopicTraits traits = traits_at(snapshot, table.cluster, TopicName(topic), at);
      compacted_ = compacted_ || traits.compacted;
      transactional_ = transactional_ || traits.transactional.value_or(false);
    }
  }

  LandedRow row(LocalTime day, LocalTime to) const {
    LandedRow row{.cluster = table_.cluster, .table = table_.table, .day = day, .from = day, .to = to};
    row.topics.assign(topics_.begin(), topics_.end());
    if (budget_) row.budget = *budget_;
    const std::vector<Cohort> cohorts = cut(row);
    if (row.produced.known()) {
      const LandedCounts counts = count_landed(cohorts, table_.commits, row.from, budget_);
      row.landed = counts.landed;
      row.duplicates = counts.duplicates;
      row.late = counts.late;
      row.in_flight = counts.in_flight;
    } else {
      for (Count* count : {&row.landed, &row.duplicates, &row.late, &row.in_flight}) *count = row.produced;
    }
    row.dead = dead(row);
    explain(row);
    row.whole = row.from == day && row.to == day + one_day;
    return row;
  }

 private:
  void find_dead_letters(const Profile& profile) {
    for (const DeadLetterPlace& place : places_of(snapshot_, table_, topics_, at_, profile)) {
      dead_.known = true;
      dead_.shared = dead_.shared || place.origins.size() > 1 || place.writers.size() > 1;
      for (const Column& column : snapshot_.columns)
        if (const auto tp = object::as_partition(column.spec.object);
            tp && column.spec.signal == signal::high && tp->topic == place.topic &&
            snapshot_.cluster_of(column) == table_.cluster && dead_logs_.try_emplace(*tp, log_of(*tp)).second)
          dead_.partitions.push_back(*tp);
    }
  }
  HighLog log_of(const TopicPartition& tp) const { return {snapshot_, table_.cluster, tp}; }

  // The day's offsets of every partition; sets what was produced.
  std::vector<Cohort> cut(LandedRow& row) const {
    std::vector<Cohort> out;
    if (partitions_.empty()) {
      row.produced = Count::unknown(Reason::ambiguous, "No partition is known that feeds the table.");
      return out;
    }
    for (const auto& [tp, log] : logs_)
      if (!log.before(row.day) && log.first_read() && !log.appeared()) row.from = std::max(row.from, *log.first_read());
    if (row.from >= row.to) {
      row.produced = Count::unknown(Reason::no_history, "Nothing was read of the day.");
      return out;
    }
    for (const TopicPartition& tp : partitions_) {
      const HighLog& log = logs_.at(tp);
      const auto end = log.before(row.to);
      if (!end || !log.reaches(row.to) || log.fell()) {
        row.produced = log.fell()
                           ? Count::unknown(Reason::ambiguous, made_anew)
                           : Count::unknown(Reason::no_history, "Where " + partition_text(tp) + " ended is not known.");
        return {};
      }
      add_partition(row, tp, log, *end, out);
    }
    if (compacted_ || transactional_) {
      row.produced.lo = 0;
      row.produced.why = compacted_ ? "The topic is compacted: its offsets are more than its records."
                                    : "The topic is written in transactions, whose markers take offsets too.";
    } else if (row.produced.lo != row.produced.hi) {
      row.produced.why = "Where the log ended at the day's bounds is known between two polls.";
    }
    return out;
  }

  void add_partition(LandedRow& row, const TopicPartition& tp, const HighLog& log, std::int64_t end,
                     std::vector<Cohort>& out) const {
    const std::int64_t begin = log.before(row.from).value_or(0);
    row.counted += end - begin;
    row.produced.lo += std::max<std::int64_t>(0, end - log.after(row.from).value_or(end));
    row.produced.hi += log.after(row.to).value_or(end) - begin;
    const Known<Measured> mark =
        snapshot_.at({table_.cluster, signal::table(table_.table), object::partition(tp)}, at_);
    Known<std::int64_t> durable = mark.map([](const Measured& m) { return m.value; });
    if (!table_.tells_offsets()) durable = Reason::not_supported;
    // Nothing of the partition was committed yet.
    if (!durable && durable.reason() == Reason::no_commit) durable = 0;
    out.push_back({tp, begin, end, durable, &log});
  }

  Count dead(const LandedRow& row) const {
    if (!dead_.known) return Count::unknown(Reason::not_applicable, "No topic of dead letters is known of this path.");
    Count out;
    for (const TopicPartition& tp : dead_.partitions) {
      const HighLog& log = dead_logs_.at(tp);
      const auto last = log.before(row.to);
      const auto first = log.before(row.from) ? log.before(row.from)
                         : log.appeared()     ? std::optional<std::int64_t>(0)
                                              : log.after(row.from);
      if (!last || !first || !log.reaches(row.to) || log.fell())
        return Count::unknown(Reason::no_history, "Where " + partition_text(tp) + " ended is not known.");
      out.lo += std::max<std::int64_t>(0, *last - log.after(row.from).value_or(*last));
      out.hi += log.after(row.to).value_or(*last) - *first;
    }
    if (dead_.partitions.empty()) return Count::unknown(Reason::never_polled, "The topic of dead letters is not read.");
    if (dead_.shared) {
      out.lo = 0;
      out.why = "Others are set aside in the same topic.";
    } else if (out.lo != out.hi) {
      out.why = "When they came is known between two polls.";
    }
    return out;
  }

  // What is left; only where nothing is left is it known that nothing was filtered.
  void explain(LandedRow& row) const {
    for (const Count* part : {&row.produced, &row.landed, &row.in_flight})
      if (!part->known()) {
        row.unexplained = row.filtered = *part;
        return;
      }
    const std::int64_t left = row.counted - row.landed.lo - row.in_flight.lo - (row.dead.known() ? row.dead.lo : 0);
    const std::int64_t least = row.counted - row.landed.hi - row.in_flight.hi - (row.dead.known() ? row.dead.hi : 0);
    row.unexplained = {std::min(left, std::max<std::int64_t>(0, least)), left, Reason::none, {}};
    if (left == 0 && least == 0) {
      row.filtered = Count::exact(0);
      return;
    }
    row.filtered = Count::unknown(Reason::not_probed, "Nothing tells how many records were filtered.");
    row.unexplained.lo = std::min<std::int64_t>(left, 0);
    row.unexplained.why = left < 0         ? "More is accounted for than was produced."
                          : transactional_ ? "Filtered, markers of transactions, or missing: nothing tells which."
                                           : "Filtered, or missing: nothing tells which.";
  }

  const Snapshot& snapshot_;
  const TableInfo& table_;
  const LocalTime at_;
  const std::vector<TopicPartition> partitions_;
  std::set<std::string> topics_;
  std::map<TopicPartition, HighLog> logs_, dead_logs_;
  DeadLetters dead_;
  std::optional<Millis> budget_;
  bool compacted_ = false, transactional_ = false;
};

std::string day_text(LocalTime day) { return rfc3339(day).substr(0, std::string_view("2026-01-01").size()); }

struct Named {
  const char* name;
  Count LandedRow::* count;
};
constexpr Named all_counts[] = {{"produced", &LandedRow::produced},     {"landed", &LandedRow::landed},
                                {"filtered", &LandedRow::filtered},     {"dead", &LandedRow::dead},
                                {"duplicates", &LandedRow::duplicates}, {"late", &LandedRow::late},
                                {"in_flight", &LandedRow::in_flight},   {"unexplained", &LandedRow::unexplained}};

// As the sum has it: what is in bounds with its lower one, what is left over with its upper one.
Cell value_of(const LandedRow& row, const Named& of) {
  const Count& count = row.*of.count;
  if (!count.known()) return count.reason;
  if (of.count == &LandedRow::produced) return row.counted;
  return of.count == &LandedRow::unexplained ? count.hi : count.lo;
}

std::string_view completeness(const Count& count) {
  return !count.known() ? "unknown" : count.is_exact() ? "exact" : "bounded";
}

CellRecord cells_of(const LandedRow& row) {
  CellList topics;
  for (const std::string& topic : row.topics) topics.emplace_back(topic);
  CellRecord out{{"cluster", row.cluster.value()}, {"table", row.table.value()}, {"day", day_text(row.day)}};
  for (const Named& of : all_counts) out.push_back({of.name, value_of(row, of)});
  out.push_back({"from", row.from});
  out.push_back({"to", row.to});
  out.push_back({"whole", row.whole});
  out.push_back({"topics", std::move(topics)});
  out.push_back({"budget_ms", row.budget});
  CellRecord why;
  for (const Named& of : all_counts) {
    const Count& count = row.*of.count;
    const std::string name = of.name;
    out.push_back({name + "_is", completeness(count)});
    out.push_back({name + "_least", count.known() ? Cell(count.lo) : Cell(count.reason)});
    out.push_back({name + "_most", count.known() ? Cell(count.hi) : Cell(count.reason)});
    if (!count.why.empty()) why.push_back({name, count.why});
  }
  out.push_back({"why", std::move(why)});
  return out;
}
}  // namespace

std::set<std::string> landed_topics(const Snapshot& snapshot, LocalTime at, const Filter& filter,
                                    const Profile& profile) {
  std::set<std::string> out;
  for (const TableInfo& table : tables_at(snapshot, at, filter, profile)) {
    std::set<std::string> topics = topics_of(sources_of(snapshot, table, profile));
    for (const DeadLetterPlace& place : places_of(snapshot, table, topics, at, profile))
      topics.insert(place.topic.value());
    out.merge(topics);
  }
  return out;
}

SnapshotRequest landed_request(const std::set<std::string>& topics, LocalTime from, LocalTime at) {
  SnapshotRequest request;
  request.from = day_of(from) - before_begin;
  request.to = at;
  request.signal_names = {signal::high.value()};
  request.signal_prefixes = {"table:"};
  request.topic_names.assign(topics.begin(), topics.end());
  request.min_commits = 1;
  request.events = false;
  return request;
}

std::vector<LandedRow> landed_rows(const Snapshot& snapshot, LocalTime from, LocalTime to, LocalTime at,
                                   const Filter& filter, const Profile& profile) {
  std::vector<LandedRow> out;
  for (const TableInfo& table : tables_at(snapshot, at, filter, profile)) {
    const TableReport report(snapshot, table, at, profile);
    for (LocalTime day = day_of(from); day < to && day < at; day += one_day)
      if (!snapshot.oldest || day + one_day > *snapshot.oldest)
        out.push_back(report.row(day, std::min(day + one_day, at)));
  }
  return out;
}

Document landed_document(const Snapshot& snapshot, LocalTime from, LocalTime to, LocalTime at, const Filter& filter,
                         const Profile& profile) {
  Document document = frame("report landed", snapshot, day_of(from), at, filter);
  document.to = to;
  document.coverage = table_coverage(snapshot, day_of(from), at, filter);
  const std::vector<LandedRow> rows = landed_rows(snapshot, from, to, at, filter, profile);
  std::set<std::string> told;
  for (const LandedRow& row : rows) {
    document.rows.push_back(cells_of(row));
    for (const Named& of : all_counts)
      if (const Count& count = row.*of.count; !count.why.empty() && count.reason != Reason::not_applicable)
        told.insert(row.table.value() + " " + day_text(row.day) + ", " + of.name + ": " + count.why);
  }
  document.notes.insert(document.notes.end(), told.begin(), told.end());
  return document;
}

}  // namespace tidemark
