// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/analysis/commits.h"
#include "models/analysis/review/fact_words.h"

namespace tidemark {
namespace {
struct TableCounts {
  std::int64_t commits = 0, judged = 0, unplaced = 0, holes = 0, missing = 0, overlaps = 0, again = 0, explained = 0;
  Evidence evidence = Evidence::exact;  // the worst of commits that tell ranges
  bool ranged = false;
  Known<std::int64_t> late = Reason::never_polled;
  std::int64_t twice = 0;  // partitions in which records are proven to be in it twice
};

bool is_explained(const LedgerRow& row, const std::vector<DeclaredReplay>& declared) {
  return std::ranges::any_of(row.commit.ranges, [&](const CommitRange& range) {
    return std::ranges::any_of(declared, [&](const DeclaredReplay& replay) {
      if (replay.topic != range.partition.topic || row.seen_at < replay.at) return false;
      const auto from = replay.from.find(range.partition.partition);
      return replay.from.empty() || (from != replay.from.end() && range.to > from->second);
    });
  });
}

void add(const LedgerRow& row, const std::vector<DeclaredReplay>& declared, TableCounts& out) {
  if (row.rolled_back || is_housekeeping(row.commit)) return;
  ++out.commits;
  if (!row.commit.ranges.empty()) {
    out.evidence = std::max(out.evidence, row.commit.evidence);
    out.ranged = true;
  }
  switch (row.relation) {
    case Relation::first:
      return;
    case Relation::unknown:
      ++out.unplaced;
      return;
    case Relation::hole:
      ++out.holes;
      out.missing += row.missing;
      break;
    case Relation::overlap:
      ++out.overlaps;
      out.again += row.again;
      out.explained += is_explained(row, declared) ? 1 : 0;
      break;
    case Relation::contiguous:
      break;
  }
  ++out.judged;
}

template <class T>
void add_known(Known<T>& sum, const Known<T>& one) {
  if (!sum) return;
  sum = one ? Known<T>(*sum + *one) : Known<T>(one.reason());
}

Known<std::int64_t> held_of(const TopicRow& row) {
  if (!row.partitions) return row.partitions.reason();
  return row.known_partitions == *row.partitions ? row.records_upper : Known<std::int64_t>(Reason::never_polled);
}

Known<std::int64_t> copies_of(const TopicRow& row) {
  if (!row.partitions) return row.partitions.reason();
  return row.replication.map([&](std::int64_t replicas) { return replicas * *row.partitions; });
}

bool is_late(AlignState state) {
  return state == AlignState::stalled || state == AlignState::lost || state == AlignState::will_lose;
}
}  // namespace

Facts table_facts(const std::vector<LedgerRow>& ledger, const std::vector<AlignRow>& now,
                  const std::vector<DeclaredReplay>& declared) {
  std::map<std::string, TableCounts> tables;
  for (const LedgerRow& row : ledger) add(row, declared, tables[row.commit.table.value()]);
  for (const AlignRow& row : now) {
    TableCounts& counts = tables[row.table.value()];
    if (row.state != AlignState::unknown) counts.late = counts.late.value_or(0) + (is_late(row.state) ? 1 : 0);
    counts.twice += row.holds(AlignState::duplicate_confirmed) ? 1 : 0;
    if (!counts.ranged) counts.evidence = row.evidence;
  }
  Facts out;
  for (const auto& [name, counts] : tables) {
    const std::string object = "table:" + name;
    put_fact(out, object, "commits", counts.commits);
    put_fact(out, object, "judged", counts.judged);
    put_fact(out, object, "unplaced", counts.unplaced);
    put_fact(out, object, "holes", counts.holes);
    put_fact(out, object, "missing", counts.missing);
    put_fact(out, object, "overlaps", counts.overlaps);
    put_fact(out, object, "again", counts.again);
    put_fact(out, object, "explained", counts.explained);
    put_fact(out, object, "evidence", std::string(word(counts.evidence)));
    put_fact(out, object, "late", counts.late);
    put_fact(out, object, "duplicate_files", counts.twice);
  }
  return out;
}

Facts dead_letter_facts(const std::vector<DeadLetterRow>& rows, const Profile& profile) {
  Facts out;
  for (const DeadLetterRow& row : rows) {
    const std::string object = "topic:" + row.place.topic.value();
    put_fact(out, object, "depth", row.depth_upper);
    put_fact(out, object, "oldest_ms", row.oldest_age.map([](Millis age) { return age.count(); }));
    const auto owned = std::ranges::find_if(profile.pipelines, [&](const PipelineProfile& pipeline) {
      return pipeline.dead_letter == row.place.topic.value() && !pipeline.owner.empty();
    });
    put_fact(out, object, "owner",
             owned == profile.pipelines.end() ? Known<std::string>(Reason::not_applicable) : owned->owner);
  }
  return out;
}

Facts cost_facts(const std::vector<TopicRow>& topics, const std::vector<LedgerRow>& ledger, LocalTime from,
                 LocalTime at) {
  constexpr double day_s = 86'400, day_ms = day_s * 1000;
  // A sum of those that are known would pass for that of all.
  Known<double> produced = Reason::never_polled;
  Known<std::int64_t> retained = Reason::never_polled, copies = Reason::never_polled;
  if (!topics.empty()) {
    produced = 0;
    retained = copies = std::int64_t{0};
  }
  for (const TopicRow& row : topics) {
    add_known(produced, row.produce_rate.map([](double rate) { return rate * day_s; }));
    add_known(retained, held_of(row));
    add_known(copies, copies_of(row));
  }
  Known<double> commits = Reason::never_polled;
  if (!ledger.empty() && at > from)
    commits = static_cast<double>(ledger.size()) * day_ms / static_cast<double>(Millis(at - from).count());
  Facts out;
  put_fact(out, "driver:records a day", "value", produced);
  put_fact(out, "driver:records kept", "value", retained);
  put_fact(out, "driver:copies of partitions", "value", copies);
  put_fact(out, "driver:table commits a day", "value", commits);
  for (const char* unseen : {"driver:broker disk", "driver:object requests", "driver:zone traffic",
                             "driver:worker hours", "driver:write amplification"})
    put_fact(out, unseen, "value", Reason::not_supported);
  return out;
}

}  // namespace tidemark
