// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/review_measure.h"

#include <algorithm>
#include <set>

#include "app/session/lineage.h"
#include "app/session/lineage_files.h"
#include "app/session/load_hops.h"
#include "app/session/replays.h"
#include "app/session/review_scope.h"
#include "models/analysis/lineage/facts.h"
#include "models/analysis/review/facts.h"
#include "models/analysis/review/worst_facts.h"
#include "models/logbook/entry.h"

namespace tidemark {
namespace {
constexpr Millis hour{3'600'000};
constexpr Millis week = 7 * 24 * hour;
constexpr Millis day = 24 * hour;
constexpr Millis longest_window = 6 * hour;  // what is read at once
constexpr Millis shortest_window = hour / 4;

// True where there are none.
bool in_globs(const std::vector<std::string>& globs, const std::string& text) {
  return globs.empty() || std::ranges::any_of(globs, [&](const std::string& glob) { return glob_match(glob, text); });
}

// What several rows are measured from.
struct Sight {
  Filter near;  // the topics and tables of the paths in scope
  bool tables = true;
  std::set<std::string> connectors;  // of the paths; empty: all
  std::shared_ptr<const Snapshot> now;
  std::shared_ptr<const Snapshot> week_polls;
  std::shared_ptr<const Snapshot> day_polls;
  std::vector<FreshnessRow> paths;
  std::vector<TopicRow> topics;
  std::vector<LedgerRow> ledger;
  std::vector<AlignRow> aligned;
  std::vector<DeclaredReplay> declared;
  std::vector<ReplayRow> replays;
  Millis replays_of{};  // the time that was looked through for them
  FreshnessFacts freshness{week};
  std::vector<SeenData> runs;  // that read the tables and topics in scope, of the last days
};

// The reader's word for a window of more values than a program can hold.
bool is_too_much(const Error& error) { return error.code == ErrorCode::input; }

bool narrows(const Filter& filter) {
  return !filter.path.empty() || !filter.class_name.empty() || !filter.group.empty() || !filter.topic.empty() ||
         !filter.table.empty();
}

// A family of streams is its paths, with the topics that they read and the tables that they feed.
void put_family(const ReviewMeasuring& wanted, Sight& sight) {
  sight.near = wanted.filter;
  if (!narrows(wanted.filter)) return;
  std::set<std::string> topics, tables;
  const auto feeds = [&](const std::string& table) { return !table.empty() && in_globs(wanted.filter.table, table); };
  std::erase_if(sight.paths, [&](const FreshnessRow& row) {
    return !wanted.filter.table.empty() && !(row.table && feeds(row.table->value()));
  });
  for (const FreshnessRow& row : sight.paths) {
    topics.insert(row.topic.value());
    if (row.table && feeds(row.table->value())) tables.insert(row.table->value());
    for (const PipelineProfile& pipeline : wanted.profile.pipelines) {
      if (pipeline.name != row.path) continue;
      if (feeds(pipeline.table)) tables.insert(pipeline.table);
      if (!pipeline.connector.empty()) sight.connectors.insert(pipeline.connector);
    }
  }
  sight.near.path.clear();
  sight.near.class_name.clear();
  sight.near.topic.assign(topics.begin(), topics.end());
  sight.near.table.assign(tables.begin(), tables.end());
  sight.tables = !tables.empty();
  // A glob that no topic has: nothing is in scope.
  if (topics.empty()) sight.near.topic = {"/"};
}

// Those of the paths' topics, and those that a pipeline of theirs names.
std::vector<DeadLetterRow> letters_of(const ReviewMeasuring& wanted, const Sight& sight) {
  Filter all;
  all.cluster = wanted.filter.cluster;
  auto rows = dead_letter_rows(*sight.now, wanted.at, all, wanted.profile);
  if (!narrows(wanted.filter)) return rows;
  const auto near = [&](const std::string& topic) { return in_globs(sight.near.topic, topic); };
  std::erase_if(rows, [&](const DeadLetterRow& row) {
    const bool named = std::ranges::any_of(wanted.profile.pipelines, [&](const PipelineProfile& pipeline) {
      return pipeline.dead_letter == row.place.topic.value() && near(pipeline.topic);
    });
    return !named && !near(row.place.topic.value()) && !std::ranges::any_of(row.place.origins, near);
  });
  return rows;
}

// Backwards, in windows as long as the program can hold. An hour before each window is read with it: an age is known
// from when the log passed an offset.
Result<> read_budgets(const ReviewMeasuring& wanted, Sight& sight) {
  const LocalTime first = std::max(wanted.at - week, sight.now->oldest.value_or(wanted.at));
  Millis window = longest_window;
  for (LocalTime to = wanted.at; to > first;) {
    const auto request = freshness_history(wanted.profile, std::max(first, to - window) - hour, to);
    if (!request) return {};
    const auto past = wanted.timeline.load(*request);
    if (!past && is_too_much(past.error()) && window > shortest_window) {
      window /= 2;
      continue;
    }
    if (!past) return std::unexpected(past.error());
    sight.freshness.add(**past, freshness_rows(**past, to, wanted.profile, wanted.filter));
    to -= window;
  }
  return {};
}

// A day of many partitions may be more than a program can hold: then the hours that it can.
Result<> read_replays(const ReviewMeasuring& wanted, Sight& sight) {
  for (const Millis back : {day, 6 * hour, hour}) {
    const LocalTime from = wanted.at - back;
    const auto marks = wanted.timeline.load(replay_marks_request(from, wanted.at, sight.near));
    if (!marks && is_too_much(marks.error())) continue;
    if (!marks) return std::unexpected(marks.error());
    TM_TRY(sight.declared, declared_replays(wanted.file, **marks, wanted.at));
    const auto topics = replay_topics(**marks, sight.declared, wanted.at, sight.near);
    if (const auto request = replay_request(from, wanted.at, topics, sight.declared, sight.near)) {
      const auto snapshot = wanted.timeline.load(*request);
      if (!snapshot && is_too_much(snapshot.error())) continue;
      if (!snapshot) return std::unexpected(snapshot.error());
      sight.replays = replay_rows(**snapshot, sight.declared, {from, wanted.at, {}}, sight.near);
    }
    sight.replays_of = back;
    return {};
  }
  return {};
}

// Of the whole day, or not known where none was seen in the part of it that was read.
Known<bool> any_replay(const Sight& sight) {
  if (std::ranges::any_of(sight.replays, [](const ReplayRow& row) { return row.replay.begun; })) return true;
  return sight.replays_of < day ? Known<bool>(Reason::not_probed) : Known<bool>(false);
}

Result<> read_lineage(const ReviewMeasuring& wanted, Sight& sight) {
  TM_TRY(auto runs, read_runs(wanted.file));
  const auto all = runs;
  std::erase_if(runs, [&](const LineageRun& run) {
    return run.kind == ingestion_kind || run.ended.value_or(run.at) < wanted.at - lineage_window ||
           !in_scope_of(run, sight.near);
  });
  if (runs.empty()) return {};
  TM_TRY(sight.runs, answer_runs(wanted.timeline, wanted.at, runs, all));
  return {};
}

Result<Sight> look(const ReviewMeasuring& wanted) {
  Sight out;
  TM_TRY(out.now, wanted.timeline.load(review_now_request(wanted.at)));
  TM_TRY(out.week_polls, wanted.timeline.load(review_polls_request(wanted.at - week, wanted.at)));
  TM_TRY(out.day_polls, wanted.timeline.load(review_polls_request(wanted.at - day, wanted.at)));
  TM_TRY(const auto hops, load_promised_hops(wanted.timeline, wanted.profile, wanted.at));
  out.paths = freshness_rows(*out.now, wanted.at, wanted.profile, wanted.filter, FreshnessBy::path, nullptr, hops);
  put_family(wanted, out);
  out.topics = topic_rows(*out.now, wanted.at, out.near);
  if (out.tables) {
    TM_TRY(const auto commits, wanted.timeline.load(ledger_request(wanted.at - week, wanted.at, out.near)));
    out.ledger = ledger_rows(*commits, wanted.at - week, wanted.at, out.near);
    out.aligned = align_rows(*out.now, wanted.at, out.near, wanted.profile);
  }
  TM_CHECK(read_replays(wanted, out));
  TM_CHECK(read_budgets(wanted, out));
  TM_CHECK(read_lineage(wanted, out));
  return out;
}

Facts facts_of(const std::string& rule, const ReviewMeasuring& wanted, const Sight& sight) {
  const Snapshot& now = *sight.now;
  if (rule == "freshness") return sight.freshness.facts(sight.paths);
  if (rule == "replay") return replay_facts(now, wanted.at, sight.paths, wanted.profile, sight.replays);
  if (rule == "alignment" || rule == "correctness") {
    Facts out = table_facts(sight.ledger, sight.aligned, sight.declared);
    if (rule == "alignment") return out;
    const Facts letters = dead_letter_facts(letters_of(wanted, sight), wanted.profile);
    out.insert(out.end(), letters.begin(), letters.end());
    return out;
  }
  if (rule == "storage") return storage_facts(sight.paths, sight.topics, wanted.at);
  if (rule == "governance") {
    Facts out = governance_facts(registry_rows(now, wanted.at, wanted.filter), wanted.told, wanted.filter);
    const Facts boundary = boundary_facts(wanted.asked, wanted.at, wanted.filter);
    out.insert(out.end(), boundary.begin(), boundary.end());
    return out;
  }
  if (rule == "lineage") return lineage_facts(sight.runs);
  if (rule == "observability") return layer_facts(now, *sight.day_polls, wanted.at);
  if (rule == "compatibility")
    return compatibility_facts(now, wanted.at, group_rows(now, wanted.at, sight.near), sight.topics);
  if (rule == "cost") {
    const LocalTime from = std::max(wanted.at - week, now.oldest.value_or(wanted.at));
    return cost_facts(sight.topics, sight.ledger, from, wanted.at);
  }
  return {};
}

// A row of the logbook holds so many objects of a kind, with what their reasons say when a review is frozen.
constexpr std::size_t most_objects = 100;

void leave_out(const CardRow& row, ReviewEvidence& evidence) {
  WorstFacts worst = worst_facts(row, evidence, most_objects);
  evidence.facts = std::move(worst.kept);
  for (const auto& [kind, facts] : worst.left_out) {
    const Facts said = left_out_facts(kind, static_cast<std::int64_t>(objects_in(facts)), sha256_of(text_of(facts)));
    evidence.facts.insert(evidence.facts.end(), said.begin(), said.end());
  }
}

bool over_a_week(const std::string& rule) {
  return rule == "freshness" || rule == "alignment" || rule == "correctness" || rule == "cost";
}
}  // namespace

Result<std::vector<ReviewEvidence>> measure_review(const ReviewMeasuring& wanted, const Card& card) {
  TM_TRY(const Sight sight, look(wanted));
  ReviewEvidence blank;
  blank.scope = scope_text(wanted.filter);
  blank.to = wanted.at;
  blank.query = wanted.query;
  blank.tool = wanted.tool;
  std::vector<ReviewEvidence> out;
  for (const CardRow& row : card.rows) {
    ReviewEvidence& evidence = out.emplace_back(blank);
    evidence.row = row.id;
    evidence.title = row.measured_by.empty() ? row.title : row.measured_by;
    const bool long_one = over_a_week(row.rule);
    evidence.from = wanted.at - (row.rule == "lineage" ? lineage_window : long_one ? week : day);
    evidence.coverage =
        review_coverage(long_one ? *sight.week_polls : *sight.day_polls, *evidence.from, wanted.at, wanted.filter);
    if (row.rule == "lineage") evidence.coverage = Reason::not_applicable;  // runs, not polls
    evidence.facts = facts_of(row.rule, wanted, sight);
    const Facts scope = scope_facts(sight.paths, wanted.profile);
    evidence.facts.insert(evidence.facts.end(), scope.begin(), scope.end());
    leave_out(row, evidence);
  }
  if (card.conditions.empty()) return out;
  ReviewEvidence& seen = out.emplace_back(blank);
  seen.row = "conditions";
  seen.title = "What was seen";
  seen.from = wanted.at - day;
  seen.coverage = review_coverage(*sight.day_polls, *seen.from, wanted.at, wanted.filter);
  seen.facts = condition_facts(*sight.now, sight.topics,
                               {sight.freshness.any_burst(sight.paths), any_replay(sight),
                                any_failure(*sight.day_polls, wanted.at, sight.connectors)});
  return out;
}

}  // namespace tidemark
