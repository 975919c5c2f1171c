// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/run_diff.h"

#include <algorithm>
#include <map>
#include <set>

namespace tidemark {
namespace {
using Spans = std::vector<OffsetSpan>;

// What one run saw of one partition.
struct SeenOf {
  Spans spans;
  std::vector<Doubt> doubts;
};
using ByPartition = std::map<LogKey, SeenOf>;

void add(SeenOf& to, const OffsetSpan& span) {
  if (!to.spans.empty() && span.from <= to.spans.back().to)
    to.spans.back().to = std::max(to.spans.back().to, span.to);
  else
    to.spans.push_back(span);
}

ByPartition by_partition(const SeenData& data) {
  std::map<LogKey, std::vector<const SeenSpan*>> found;
  for (const SeenInput& input : data.inputs)
    for (const SeenSpan& span : input.spans) found[{input.cluster, span.partition}].push_back(&span);
  ByPartition out;
  for (auto& [key, spans] : found) {
    std::ranges::sort(spans, {}, [](const SeenSpan* span) { return span->offsets.from; });
    SeenOf& of = out[key];
    for (const SeenSpan* span : spans) {
      add(of, span->offsets);
      of.doubts.insert(of.doubts.end(), span->less.begin(), span->less.end());
      of.doubts.insert(of.doubts.end(), span->more.begin(), span->more.end());
    }
  }
  return out;
}

Spans without(const Spans& all, const Spans& taken) {
  Spans out;
  for (OffsetSpan rest : all) {
    for (const OffsetSpan& one : taken) {
      if (one.to <= rest.from || one.from >= rest.to) continue;
      if (one.from > rest.from) out.push_back({rest.from, one.from});
      rest.from = std::min(one.to, rest.to);
    }
    if (rest.from < rest.to) out.push_back(rest);
  }
  return out;
}

std::int64_t sum_of(const Spans& spans) {
  std::int64_t sum = 0;
  for (const OffsetSpan& span : spans) sum += span.to - span.from;
  return sum;
}

// Doubts that no partition has: of what is not known at all, or may be of any partition.
std::vector<Doubt> doubts_of(const SeenData& data) {
  std::vector<Doubt> out = data.unknown;
  for (const SeenInput& input : data.inputs) {
    out.insert(out.end(), input.unknown.begin(), input.unknown.end());
    out.insert(out.end(), input.more.begin(), input.more.end());
  }
  return out;
}

void put_follow(const SeenOf& first, const SeenOf& second, PartitionDiff& out) {
  if (first.spans.empty() || second.spans.empty()) return;
  out.gap = std::max<std::int64_t>(0, second.spans.front().from - first.spans.back().to);
  out.again = out.both;
}

Relation relation_of(const std::vector<PartitionDiff>& partitions) {
  Relation out = Relation::contiguous;
  for (const PartitionDiff& one : partitions) {
    if (one.completeness != "exact") return Relation::unknown;
    if (one.gap.value_or(0) > 0) return Relation::hole;
    if (one.again.value_or(0) > 0) out = Relation::overlap;
  }
  return out;
}

std::vector<FieldDiff> fields_of(const LineageRun& before, const LineageRun& after) {
  std::map<std::string, FieldDiff> all;
  for (const auto& [name, text] : said_fields(before)) all[name] = {name, text, ""};
  for (const auto& [name, text] : said_fields(after)) {
    FieldDiff& field = all[name];
    field.field = name;
    field.after = text;
  }
  std::vector<FieldDiff> out;
  for (auto& [name, field] : all)
    if (field.before != field.after) out.push_back(std::move(field));
  return out;
}
}  // namespace

RunDiff diff_of(const SeenData& before, const SeenData& after) {
  RunDiff out;
  out.fields = fields_of(before.run, after.run);
  out.goes_on = !after.run.after.empty() && after.run.after == before.run.run_id;
  ByPartition first = by_partition(before), second = by_partition(after);
  std::set<LogKey> keys;
  for (const auto& [key, seen] : first) keys.insert(key);
  for (const auto& [key, seen] : second) keys.insert(key);
  std::vector<Doubt> anywhere = doubts_of(before);
  const std::vector<Doubt> others = doubts_of(after);
  anywhere.insert(anywhere.end(), others.begin(), others.end());
  for (const LogKey& key : keys) {
    const SeenOf &a = first[key], &b = second[key];
    PartitionDiff& one = out.partitions.emplace_back();
    one.cluster = key.cluster;
    one.partition = key.partition;
    one.only_before = without(a.spans, b.spans);
    one.only_after = without(b.spans, a.spans);
    one.both = sum_of(a.spans) - sum_of(one.only_before);
    std::set<Doubt> doubts(anywhere.begin(), anywhere.end());
    doubts.insert(a.doubts.begin(), a.doubts.end());
    doubts.insert(b.doubts.begin(), b.doubts.end());
    one.doubts.assign(doubts.begin(), doubts.end());
    if (!one.doubts.empty()) one.completeness = "bounded";
    if (out.goes_on) put_follow(a, b, one);
  }
  if (out.goes_on && anywhere.empty()) out.relation = relation_of(out.partitions);
  return out;
}

std::vector<std::pair<std::string, std::string>> said_fields(const LineageRun& run) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& [name, field] : run_texts)
    if (field != &LineageRun::after && !(run.*field).empty()) out.emplace_back(name, run.*field);
  return out;
}

}  // namespace tidemark
