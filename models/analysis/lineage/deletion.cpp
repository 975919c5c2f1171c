// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/deletion.h"

#include <algorithm>

#include "models/analysis/commits.h"
#include "models/analysis/lineage/chain.h"
#include "models/analysis/reading.h"
#include "models/analysis/scope.h"
#include "models/domain/sink_states.h"

namespace tidemark {
namespace {
SeriesKey high_of(const DeletionQuestion& question) {
  return {question.cluster, signal::high, object::partition(question.partition)};
}

DeletionPart tombstone_part(const Snapshot& snapshot, LocalTime at, const DeletionQuestion& question) {
  DeletionPart out{.part = "tombstone", .object = object::partition(question.partition).value()};
  const SeriesKey high = high_of(question);
  if (const Known<Crossing> crossing = crossing_before(snapshot, high, Offset(question.offset), at)) {
    out.done = Reached::yes;
    out.evidence = Evidence::exact;
    out.at = crossing->estimate;
    out.error = Millis(crossing->hi - crossing->lo);
    return out;
  }
  const Known<Measured> now = read_at(snapshot, high, at);
  if (now && now->value <= question.offset) {
    out.done = Reached::no;
    out.reason = "the log ends before it";
  } else if (now) {
    out.done = Reached::yes;
    out.reason = "it was produced before the history begins";
  } else {
    out.reason = "the log's end is not known";
  }
  return out;
}

bool holds(const TableCommit& commit, const DeletionQuestion& question) {
  return std::ranges::any_of(commit.ranges, [&](const CommitRange& range) {
    return range.partition == question.partition && question.offset >= range.from && question.offset < range.to;
  });
}

DeletionPart table_part(const TableKey& key, const TableCommits& commits, const DeletionQuestion& question) {
  DeletionPart out{.part = "table", .object = "table:" + key.second.value()};
  const SeenCommit* covers = nullptr;
  bool blurred = false, removed_later = false;
  for (const SeenCommit* one : commits.all) {
    if (!commits.live(*one)) continue;
    if (!covers && says_offsets(one->commit) && holds(one->commit, question))
      covers = one;
    else if (covers)
      removed_later = removed_later || removes_rows(one->commit);
    else
      blurred = blurred || is_blurred(one->commit);
  }
  if (!covers) {
    out.done = blurred ? Reached::cannot_tell : Reached::no;
    out.reason = blurred ? "not every commit tells its offsets" : "no commit covers it";
    return out;
  }
  const std::string name = "snapshot " + covers->commit.snapshot_id;
  if (removes_rows(covers->commit)) {
    out.done = Reached::yes;
    out.at = local_time(commit_ms(*covers));
    out.error = Millis(0);
    out.evidence = Evidence::derived;
    out.reason = name + " covers it and took rows out (" + covers->commit.operation + ')';
  } else if (removed_later) {
    out.reason = name + " covers it and took no rows out; of a later one that did nobody knows whose";
  } else {
    out.done = Reached::no;
    out.reason = name + " covers it and took no rows out (" + covers->commit.operation + "), nor did any after it";
  }
  return out;
}

// Where the sink that was asked for the key stands now.
DeletionPart index_part(const StateSpan& state, const DeletionPart& tombstone) {
  DeletionPart out{.part = "index", .object = state.object.value()};
  if (state.value != "absent") {
    out.done = Reached::no;
    out.reason = "it still finds the key";
    return out;
  }
  const bool before = tombstone.at && state.from_hi <= *tombstone.at;
  if (before) {
    out.reason = "the key was absent before it was deleted";
    return out;
  }
  out.done = Reached::yes;
  out.evidence = Evidence::exact;
  out.at = state.from_hi;
  if (state.from_lo)
    out.error = Millis(state.from_hi - *state.from_lo);
  else
    out.reason = "absent when it was first asked";
  return out;
}

bool feeds(const TableCommits& commits, const TopicName& topic) {
  return std::ranges::any_of(commits.all, [&](const SeenCommit* one) {
    return std::ranges::any_of(one->commit.ranges,
                               [&](const CommitRange& range) { return range.partition.topic == topic; });
  });
}

void put_index(const Snapshot& snapshot, LocalTime at, const DeletionQuestion& question, DeletionProof& out) {
  if (question.key.empty()) return;
  const std::string aspect = std::string(aspect::deleted_prefix) + question.key;
  const DeletionPart tombstone = out.parts.front();
  for (const StateSpan& state : snapshot.states) {
    const bool now = state.value && state.from_hi <= at && (!state.to || *state.to > at);
    if (now && state.aspect == aspect && object::kind(state.object) == "sink" &&
        snapshot.sources[state.source].spec.cluster == question.cluster)
      out.parts.push_back(index_part(state, tombstone));
  }
}

// Of a part that is asked for and that nothing is known of.
void put_missing(DeletionProof& out, const char* part, const char* reason) {
  if (std::ranges::find(out.parts, part, &DeletionPart::part) != out.parts.end()) return;
  out.parts.push_back({.part = part, .object = "", .reason = reason});
}
}  // namespace

SnapshotRequest deletion_request(LocalTime at, const DeletionQuestion& question) {
  SnapshotRequest request = lineage_request(at);
  request.signal_names = {signal::high.value()};
  request.object_names = {object::partition(question.partition).value()};
  request.min_polls = 3;
  request.crossings = {{high_of(question), Offset(question.offset)}};
  return request;
}

DeletionProof deletion_of(const Snapshot& snapshot, LocalTime at, const DeletionQuestion& question) {
  DeletionProof out;
  out.parts.push_back(tombstone_part(snapshot, at, question));
  for (const auto& [key, commits] : commits_at(snapshot, at))
    if (key.first == question.cluster && feeds(commits, question.partition.topic))
      out.parts.push_back(table_part(key, commits, question));
  put_missing(out, "table", "no table is known that the topic feeds");
  put_index(snapshot, at, question, out);
  put_missing(out, "index", question.key.empty() ? "no key was given to ask for" : "no sink was asked for the key");
  const auto any = [&](Reached done) {
    return std::ranges::any_of(out.parts, [&](const DeletionPart& part) { return part.done == done; });
  };
  out.proven = any(Reached::no) ? Reached::no : any(Reached::cannot_tell) ? Reached::cannot_tell : Reached::yes;
  return out;
}

Document deletion_document(const Snapshot& snapshot, LocalTime at, const DeletionQuestion& question) {
  const DeletionProof proof = deletion_of(snapshot, at, question);
  Document out = frame("lineage deletion", snapshot, at, at, {});
  out.coverage = Reason::not_applicable;
  for (const DeletionPart& part : proof.parts)
    out.rows.push_back({{"part", part.part},
                        {"object", part.object.empty() ? Cell(Reason::not_probed) : Cell(part.object)},
                        {"done", word(part.done)},
                        {"at", part.at},
                        {"error_ms", part.error},
                        {"evidence", word(part.evidence)},
                        {"reason", part.reason.empty() ? Cell(Reason::not_applicable) : Cell(part.reason)}});
  out.beside = {{"topic", question.partition.topic.value()},
                {"partition", std::int64_t{question.partition.partition.value()}},
                {"offset", question.offset},
                {"proven", word(proof.proven)}};
  const auto open =
      std::ranges::count_if(proof.parts, [](const DeletionPart& part) { return part.done != Reached::yes; });
  out.notes.push_back(proof.proven == Reached::yes
                          ? "Proven: the record was applied in every table and index that is known."
                          : "Not proven: " + std::to_string(open) + " of " + std::to_string(proof.parts.size()) +
                                " parts are open.");
  return out;
}

}  // namespace tidemark
