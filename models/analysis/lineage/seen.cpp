// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/seen.h"

#include <algorithm>
#include <set>

#include "models/analysis/lineage/chain.h"
#include "models/analysis/scope.h"
#include "models/domain/table_facts.h"

namespace tidemark {
namespace {
constexpr std::size_t all_commits = 1'000'000;

std::string list_of(const std::vector<std::string>& ids) {
  constexpr std::size_t most = 5;
  std::string out;
  for (std::size_t i = 0; i < std::min(ids.size(), most); ++i) out += (i > 0 ? ", " : "") + ids[i];
  return ids.size() > most ? out + " and " + std::to_string(ids.size() - most) + " more" : out;
}

std::int64_t covers(const TableCommit& commit) {
  std::int64_t sum = 0;
  for (const CommitRange& range : commit.ranges) sum += range.to - range.from;
  return sum;
}

void add_doubt(std::vector<Doubt>& to, const Doubt& doubt) {
  if (std::ranges::find(to, doubt) == to.end()) to.push_back(doubt);
}

// What the commits of a chain say, commit by commit.
struct Pieces {
  std::vector<SeenSpan> spans;               // one of each range, in the order of the chain
  std::vector<std::string> leading;          // commits without offsets, or only ends, before one that has some
  std::vector<std::string> without_offsets;  // and after it
};

// `in_doubt`: of a snapshot, whether it was there at all.
Pieces pieces_of(const Chain& chain, const std::set<std::string>& in_doubt) {
  Pieces out;
  for (const SeenCommit* one : chain.commits) {
    const TableCommit& commit = one->commit;
    if (removes_rows(commit))
      for (SeenSpan& span : out.spans) add_doubt(span.less, {DoubtKind::rows_removed, commit.snapshot_id});
    if (is_housekeeping(commit)) continue;
    const bool ends = is_blurred(commit) && std::ranges::any_of(commit.ranges, &CommitRange::only_end);
    if (commit.ranges.empty() || ends)
      (out.spans.empty() ? out.leading : out.without_offsets).push_back(commit.snapshot_id);
    for (const CommitRange& range : commit.ranges) {
      if (range.from >= range.to) continue;
      SeenSpan& span = out.spans.emplace_back();
      span.partition = range.partition;
      span.offsets = {range.from, range.to};
      span.parts.push_back({span.offsets, commit.snapshot_id, commit.commit_id, commit.added_records, covers(commit)});
      if (!says_offsets(commit)) add_doubt(span.less, {DoubtKind::estimated, commit.snapshot_id});
      if (in_doubt.contains(commit.snapshot_id)) add_doubt(span.less, {DoubtKind::perhaps_later, commit.snapshot_id});
    }
  }
  return out;
}

// Doubts of one kind become one that names all snapshots.
std::vector<Doubt> gathered(const std::vector<Doubt>& doubts) {
  std::map<DoubtKind, std::vector<std::string>> by_kind;
  for (const Doubt& doubt : doubts) by_kind[doubt.kind].push_back(doubt.detail);
  std::vector<Doubt> out;
  for (const auto& [kind, details] : by_kind) out.push_back({kind, list_of(details)});
  return out;
}

// Spans that meet and are as certain as each other become one.
std::vector<SeenSpan> joined(std::vector<SeenSpan> spans) {
  const auto key = [](const SeenSpan& span) { return std::tuple(span.partition, span.offsets.from, span.offsets.to); };
  std::ranges::stable_sort(spans, {}, key);
  std::vector<SeenSpan> out;
  for (SeenSpan& span : spans) {
    SeenSpan* last = out.empty() || out.back().partition != span.partition ? nullptr : &out.back();
    if (!last || span.offsets.from > last->offsets.to || last->less != span.less) {
      out.push_back(std::move(span));
      continue;
    }
    last->offsets.to = std::max(last->offsets.to, span.offsets.to);
    last->parts.insert(last->parts.end(), span.parts.begin(), span.parts.end());
  }
  return out;
}

// Where commits do not tell their offsets, what lies between the others may be theirs.
void put_between(const std::vector<Doubt>& doubt, SeenInput& out) {
  std::vector<SeenSpan> between;
  std::int64_t end = 0;  // of all spans before; one may lie within another that is as certain or not
  for (std::size_t i = 0; i < out.spans.size(); ++i) {
    const SeenSpan& after = out.spans[i];
    const bool begins = i == 0 || out.spans[i - 1].partition != after.partition;
    const std::int64_t before = begins ? after.offsets.from : end;
    end = begins ? after.offsets.to : std::max(end, after.offsets.to);
    if (before >= after.offsets.from) continue;
    if (doubt.empty()) {
      out.holes.push_back({after.partition, before, after.offsets.from});
      continue;
    }
    SeenSpan& span = between.emplace_back();
    span.partition = after.partition;
    span.offsets = {before, after.offsets.from};
    span.less = doubt;
  }
  out.spans.insert(out.spans.end(), between.begin(), between.end());
}

std::string named(const std::vector<std::string>& ids, const LineageTable& table) {
  return list_of(ids) + (table.unknown_why.empty() ? "" : " (" + table.unknown_why + ')');
}

// The lowest offset of each partition that a commit tells of, of the chain or of what came after it: what the commits
// before the first of them brought lies below; where none does, below what is in the table now.
std::map<TopicPartition, std::int64_t> first_told(const LineageTable& table, const Chain& chain) {
  std::map<TopicPartition, std::int64_t> out;
  const auto add = [&](const TableCommit& commit) {
    for (const CommitRange& range : commit.ranges) {
      std::int64_t& least = out.try_emplace(range.partition, range.from).first->second;
      least = std::min(least, range.from);
    }
  };
  for (const SeenCommit* one : chain.commits) add(one->commit);
  const auto head = std::ranges::find(table.commits.all, chain.commits.back());
  for (auto later = head; later != table.commits.all.end(); ++later)
    if (table.commits.live(**later) && says_offsets((*later)->commit)) add((*later)->commit);
  if (head != table.commits.all.end() && table.commits.live(**head)) out.insert(table.marks.begin(), table.marks.end());
  return out;
}

// A sink's first commits tell how far they came, but not where they began.
void put_leading(const LineageTable& table, const Chain& chain, const Pieces& pieces, SeenInput& out) {
  const Doubt doubt{DoubtKind::begin_unknown, named(pieces.leading, table)};
  std::vector<SeenSpan> spans;
  for (const auto& [partition, end] : first_told(table, chain)) {
    if (end == 0) continue;
    SeenSpan& span = spans.emplace_back();
    span.partition = partition;
    span.offsets = {0, end};
    span.less = {doubt};
  }
  out.spans.insert(out.spans.begin(), spans.begin(), spans.end());
  out.more.push_back(doubt);
}

// `after`: the snapshot that the read goes on from; empty: none.
void put_chain(const LineageTable& table, const Chain& chain, const std::string& after,
               const std::set<std::string>& in_doubt, SeenInput& out) {
  Pieces pieces = pieces_of(chain, in_doubt);
  std::vector<Doubt> blurred;
  if (!pieces.without_offsets.empty())
    blurred.push_back({DoubtKind::ranges_unknown, named(pieces.without_offsets, table)});
  out.more = chain.begins;
  out.more.insert(out.more.end(), blurred.begin(), blurred.end());
  // Only of partitions that nothing else is told of may there be more in the first commits.
  const std::vector<Doubt> of_spans = out.more;
  if (!chain.met)
    for (SeenSpan& span : pieces.spans) add_doubt(span.less, {DoubtKind::not_after, after});
  for (SeenSpan& span : pieces.spans) span.less = gathered(span.less);
  out.spans = joined(std::move(pieces.spans));
  put_between(blurred, out);
  if (!pieces.leading.empty()) put_leading(table, chain, pieces, out);
  out.spans = joined(std::move(out.spans));
  for (SeenSpan& span : out.spans) span.more = of_spans;
  for (const SeenCommit* one : chain.commits) out.snapshots.push_back(one->commit.snapshot_id);
  // Nothing is known of a table none of whose commits tells its offsets.
  if (out.spans.empty() && !out.more.empty()) out.unknown = out.more;
}

void put_reached(const LineageTable& table, std::size_t head, SeenInput& out) {
  for (const SeenCommit* one : chain_of(table, head, {}).commits)
    for (const CommitRange& range : one->commit.ranges) {
      std::int64_t& end = out.reached.try_emplace(range.partition, range.to).first->second;
      if (says_offsets(one->commit)) end = std::max(end, range.to);
    }
}

// The snapshot of a table that another run read last.
std::optional<std::string> read_before(const Snapshot& snapshot, const LineageTable& table, const LineageRun& before) {
  for (const RunInput& input : before.inputs) {
    if (input.table != table.name.value()) continue;
    if (!input.snapshot_id.empty()) return input.snapshot_id;
    std::vector<Doubt> doubts;
    const auto head = input.as_of ? commit_as_of(snapshot, table, *input.as_of, doubts) : std::nullopt;
    if (head) return table.commits.all[*head]->commit.snapshot_id;
  }
  return std::nullopt;
}

SeenInput of_table(const Snapshot& snapshot, LocalTime at, const RunInput& input, const LineageRun& run,
                   const LineageRun* before, const LineageKnown& known) {
  SeenInput out{.input = input, .cluster = input.cluster};
  const auto table = lineage_table(snapshot, at, input.cluster, input.table, known, out.unknown);
  if (!table) return out;
  out.cluster = table->cluster;
  if (input.snapshot_id.empty() && !input.as_of) {
    out.unknown.push_back({DoubtKind::no_version, input.table});
    return out;
  }
  const auto head = input.snapshot_id.empty() ? commit_as_of(snapshot, *table, *input.as_of, out.unknown)
                                              : commit_of(*table, input.snapshot_id, out.unknown);
  if (!head) return out;
  out.snapshot_id = table->commits.all[*head]->commit.snapshot_id;
  std::string after;
  const bool goes_on = !run.after.empty();
  if (goes_on && before) after = read_before(snapshot, *table, *before).value_or("");
  put_chain(*table, chain_of(*table, *head, after), after, {}, out);
  if (goes_on && after.empty())
    for (SeenSpan& span : out.spans) span.less.push_back({DoubtKind::no_run_before, run.after});
  put_reached(*table, *head, out);
  return out;
}

void put_log(const LogAt& log, SeenInput& out) {
  for (const auto& [key, offsets] : log) {
    if (key.partition.topic.value() != out.input.topic) continue;
    if (!out.input.cluster.value().empty() && key.cluster != out.input.cluster) continue;
    out.cluster = key.cluster;
    if (!offsets.high_hi) {
      add_doubt(out.more, {DoubtKind::no_offsets, rfc3339(*out.input.as_of)});
      continue;
    }
    SeenSpan& span = out.spans.emplace_back();
    span.partition = key.partition;
    span.offsets = {std::min(offsets.floor.value_or(0), *offsets.high_hi), *offsets.high_hi};
    span.less = {{DoubtKind::not_all_read, ""}};
  }
}

SeenInput of_topic(const RunInput& input, const std::map<LocalTime, LogAt>& logs) {
  SeenInput out{.input = input, .cluster = input.cluster};
  for (const CommitRange& range : input.ranges) {
    if (range.from >= range.to) continue;
    SeenSpan& span = out.spans.emplace_back();
    span.partition = range.partition;
    span.offsets = {range.from, range.to};
  }
  out.spans = joined(std::move(out.spans));
  for (const SeenSpan& span : out.spans) out.reached[span.partition] = span.offsets.to;
  if (!input.ranges.empty()) return out;
  if (!input.as_of) {
    out.unknown.push_back({DoubtKind::no_version, input.topic});
    return out;
  }
  if (const auto log = logs.find(*input.as_of); log != logs.end()) put_log(log->second, out);
  for (SeenSpan& span : out.spans) span.more = out.more;
  if (out.spans.empty()) out.unknown = {{DoubtKind::no_offsets, rfc3339(*input.as_of)}};
  return out;
}
}  // namespace

std::string_view SeenSpan::bound() const {
  if (exact()) return "exact";
  if (less.empty()) return "at-least";
  return more.empty() ? "at-most" : "about";
}

std::string_view SeenData::completeness() const {
  if (!unknown.empty()) return "unknown";
  bool exact = true;
  for (const SeenInput& input : inputs) {
    if (!input.unknown.empty()) return "unknown";
    exact = exact && input.more.empty() && std::ranges::all_of(input.spans, &SeenSpan::exact);
  }
  return exact ? "exact" : "bounded";
}

SnapshotRequest lineage_request(LocalTime at) {
  SnapshotRequest request;
  request.from = request.to = at;
  request.min_polls = 1;
  request.object_names = {"none:"};
  request.events = false;
  request.min_commits = all_commits;
  return request;
}

SnapshotRequest lineage_marks_request(LocalTime at) {
  // Long enough for the slowest poll of marks on either side.
  constexpr Millis around = std::chrono::minutes(15);
  SnapshotRequest request;
  request.from = at - around;
  request.to = at + around;
  request.min_polls = 1;
  request.signal_names = {"high", "floor"};
  request.events = false;
  return request;
}

std::map<TableKey, LocalTime> first_commits(const Snapshot& snapshot, LocalTime at) {
  std::map<TableKey, LocalTime> out;
  for (const auto& [key, commits] : commits_at(snapshot, at)) out.emplace(key, commits.all.front()->seen_hi);
  return out;
}

SnapshotRequest expiry_request(LocalTime at) {
  SnapshotRequest request = lineage_request(at);
  request.min_commits = 0;
  return request;
}

SnapshotRequest table_marks_request(LocalTime at, const TableKey& table) {
  SnapshotRequest request;
  request.from = request.to = at;
  request.min_polls = 1;
  request.cluster_names = {table.first.value()};
  request.signal_names = {signal::table(table.second).value()};
  request.states = request.events = false;
  return request;
}

std::map<TopicPartition, std::int64_t> table_marks(const Snapshot& snapshot, LocalTime at, const TableKey& table) {
  std::map<TopicPartition, std::int64_t> out;
  for (const Column& column : snapshot.columns) {
    const auto partition = object::as_partition(column.spec.object);
    if (!partition || column.spec.signal != signal::table(table.second)) continue;
    if (const auto mark = snapshot.at({table.first, column.spec.signal, column.spec.object}, at))
      out[*partition] = mark->value;
  }
  return out;
}

bool nothing_expired(const Snapshot& then, const TableKey& table, LocalTime at) {
  const Object object("table:" + table.second.value());
  return state_text(then, table.first, object, aspect::expired_below, at).value_or("") == "none";
}

SeenData data_seen(const Snapshot& snapshot, LocalTime at, const LineageRun& run, const LineageRun* before,
                   const LineageKnown& known) {
  SeenData out{.run = run};
  for (const RunInput& input : run.inputs)
    out.inputs.push_back(input.table.empty() ? of_topic(input, known.logs)
                                             : of_table(snapshot, at, input, run, before, known));
  if (run.inputs.empty()) out.unknown.push_back({DoubtKind::no_input, ""});
  return out;
}

SeenInput queryable_at(const Snapshot& snapshot, LocalTime at, const ClusterName& cluster, const std::string& table,
                       LocalTime time, const LineageKnown& told) {
  SeenInput out{.input = {.cluster = cluster, .table = table, .as_of = time}, .cluster = cluster};
  const auto known = lineage_table(snapshot, at, cluster, table, told, out.unknown);
  if (!known) return out;
  out.cluster = known->cluster;
  const auto head = commit_as_of(snapshot, *known, time, out.unknown);
  if (!head) return out;
  out.snapshot_id = known->commits.all[*head]->commit.snapshot_id;
  const Chain chain = chain_of(*known, *head, {});
  std::set<std::string> later;
  // What the first look found had been there for longer.
  for (const SeenCommit* one : chain.commits)
    if (one->seen_lo && one->seen_hi > time) later.insert(one->commit.snapshot_id);
  put_chain(*known, chain, {}, later, out);
  put_reached(*known, *head, out);
  return out;
}

}  // namespace tidemark
