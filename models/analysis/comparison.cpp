// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/lane_family.h"
#include "models/analysis/marks.h"
#include "models/analysis/members.h"
#include "models/analysis/onset/robust.h"
#include "models/analysis/row_keys.h"
#include "models/analysis/scope.h"
#include "models/analysis/tables.h"

namespace tidemark {
namespace {
constexpr double explains = 0.9;
constexpr std::size_t fewest_samples = 3;  // a median of fewer is one poll's

// One gap: between a mark and what it follows, in one partition.
struct Gap {
  ClusterName cluster;
  TopicPartition partition;
  Signal low;
  std::vector<Signal> high;  // the first one that was measured
  std::optional<GroupId> group;
  std::optional<TableName> table;
};

struct Grown {
  const Gap* of = nullptr;
  std::int64_t before = 0;
  std::int64_t after = 0;
  std::int64_t more() const { return std::max<std::int64_t>(0, after - before); }
};

const Column* column_of(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  const auto lane = lane_of(snapshot, key, at);
  return lane ? column_in(snapshot, key, *lane) : nullptr;
}

// Where both are known: what the high mark was at a poll of the low one or last before it, less the low one.
class Samples final {
 public:
  Samples(const Snapshot& snapshot, const Column& low, const Column& high)
      : low_(low), high_(high), low_polls_(snapshot.polls_of(low)), high_polls_(snapshot.polls_of(high)) {
    constexpr int stale_after_intervals = 3;
    stale_ = stale_after_intervals * snapshot.lanes[high.lane].interval;
  }

  Known<std::int64_t> median_in(LocalTime from, LocalTime to) const {
    std::vector<double> gaps;
    std::size_t next = 0;
    for (std::size_t i = 0; i < low_polls_.size(); ++i) {
      const LocalTime at = low_polls_[i].wall;
      while (next < high_polls_.size() && high_polls_[next].wall <= at) ++next;
      if (at <= from || at > to || next == 0 || at - high_polls_[next - 1].wall > stale_) continue;
      const auto low = low_.at(i), high = high_.at(next - 1);
      if (low && high) gaps.push_back(static_cast<double>(std::max<std::int64_t>(0, *high - *low)));
    }
    if (gaps.size() < fewest_samples) return Reason::no_history;
    return std::llround(median(std::move(gaps)));
  }

 private:
  const Column& low_;
  const Column& high_;
  const std::vector<PollInfo>& low_polls_;
  const std::vector<PollInfo>& high_polls_;
  Millis stale_{};
};

std::optional<Grown> grown(const Snapshot& snapshot, const Gap& gap, const OnsetWindow& window) {
  const Object object = object::partition(gap.partition);
  const Column* low = column_of(snapshot, {gap.cluster, gap.low, object}, window.to);
  const Column* high = nullptr;
  for (const Signal& signal : gap.high)
    if (high == nullptr) high = column_of(snapshot, {gap.cluster, signal, object}, window.to);
  if (low == nullptr || high == nullptr) return std::nullopt;
  const Samples samples(snapshot, *low, *high);
  const auto before = samples.median_in(window.base_from, window.base_to);
  const auto after = samples.median_in(window.from, window.to);
  if (!before || !after) return std::nullopt;
  return Grown{&gap, *before, *after};
}

struct Gaps {
  std::vector<Gap> unread, not_landed;
};

Gaps gaps_of(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter, const Profile& profile) {
  std::map<std::pair<ClusterName, TableName>, Known<GroupId>> fed_by;
  for (const TableInfo& table : tables_at(snapshot, window.to, filter, profile))
    fed_by.try_emplace({table.cluster, table.table}, table.group);
  Gaps out;
  std::set<std::tuple<ClusterName, Signal, Object>> seen;
  for (const Column& column : snapshot.columns) {
    const auto partition = object::as_partition(column.spec.object);
    const auto group = signal::group_of(column.spec.signal);
    const auto table = table_of(column.spec.signal);
    const ClusterName& cluster = snapshot.cluster_of(column);
    if (!partition || (!group && !table) || !in_scope(filter, cluster, partition->topic)) continue;
    if (!seen.emplace(cluster, column.spec.signal, column.spec.object).second) continue;
    if (group && in_scope(filter.group, group->value()))
      out.unread.push_back(
          {cluster, *partition, column.spec.signal, {signal::stable, signal::high}, group, std::nullopt});
    if (!table || !in_scope(filter.table, table->value())) continue;
    Gap gap{cluster, *partition, column.spec.signal, {}, std::nullopt, table};
    const auto feeds = fed_by.find({cluster, *table});
    if (feeds != fed_by.end() && feeds->second) gap.high.push_back(signal::group(*feeds->second));
    for (const Signal& signal : {signal::stable, signal::high}) gap.high.push_back(signal);
    out.not_landed.push_back(std::move(gap));
  }
  return out;
}

// What a partition belongs to in each dimension, at the end of the window. What is not known is left out.
struct Belongs {
  Dimension dimension = Dimension::partition;
  std::string key;
  std::string name;
};

class Naming final {
 public:
  Naming(const Snapshot& snapshot, LocalTime at) : snapshot_(snapshot), at_(at) {}

  std::vector<Belongs> of(const Gap& gap) {
    const std::string& cluster = gap.cluster.value();
    std::vector<Belongs> out;
    const auto add = [&](Dimension dimension, const std::string& name) {
      out.push_back({dimension, joined({cluster, name}), name});
    };
    add(Dimension::partition, partition_text(gap.partition));
    add(Dimension::topic, gap.partition.topic.value());
    const auto leader = state_text(snapshot_, gap.cluster, object::partition(gap.partition), aspect::leader, at_);
    if (leader) add(Dimension::leader, *leader);
    if (gap.table) add(Dimension::table, gap.table->value());
    if (!gap.group) return out;
    add(Dimension::group, gap.group->value());
    const GroupMembers& members = members_of({gap.cluster, *gap.group});
    const auto owner = members.owners.find(gap.partition);
    if (owner == members.owners.end()) return out;
    const Owner& member = owner->second;
    std::set<std::string>& same = called_[member.client_id.value_or(member.member)];
    same.insert(member.member);
    out.push_back({Dimension::member, joined({cluster, gap.group->value(), member.member}),
                   member.client_id.value_or(member.member)});
    if (member.host) add(Dimension::host, *member.host);
    return out;
  }
  // Many members may have one client id.
  bool is_shared(const std::string& client_id) const {
    const auto same = called_.find(client_id);
    return same != called_.end() && same->second.size() > 1;
  }

 private:
  const GroupMembers& members_of(const GroupKey& key) {
    const auto known = members_.find(key);
    if (known != members_.end()) return known->second;
    return members_.emplace(key, group_members_at(snapshot_, key, at_)).first->second;
  }

  const Snapshot& snapshot_;
  const LocalTime at_;
  std::map<GroupKey, GroupMembers> members_;
  std::map<std::string, std::set<std::string>> called_;
};

// What tells things of one name apart stands before it: the cluster where there are several, the member's own id.
void tell_apart(const Naming& naming, const std::vector<Grown>& all, std::vector<ComparedPart>& parts) {
  const bool one_cluster =
      std::ranges::all_of(all, [&](const Grown& one) { return one.of->cluster == all.front().of->cluster; });
  for (ComparedPart& part : parts) {
    if (part.dimension == Dimension::member && naming.is_shared(part.name))
      part.name = part.key.substr(part.key.rfind('\n') + 1);
    if (!one_cluster) part.name = part.key.substr(0, part.key.find('\n')).append(": ").append(part.name);
  }
}

// The fewest partitions that explain most of what grew.
std::set<const Gap*> few(std::vector<Grown> all, Comparison& out) {
  std::ranges::stable_sort(all, std::greater(), &Grown::more);
  std::set<const Gap*> chosen;
  std::int64_t sum = 0;
  for (const Grown& one : all) {
    if (static_cast<double>(sum) >= explains * static_cast<double>(out.grown)) break;
    sum += one.more();
    chosen.insert(one.of);
  }
  out.explaining = chosen.size();
  out.explained = static_cast<double>(sum) / static_cast<double>(out.grown);
  return chosen;
}

struct Tally {
  ComparedPart part;
  std::int64_t more = 0;
  std::size_t explaining = 0;
};

void put_parts(const Snapshot& snapshot, const std::vector<Grown>& all, Comparison& out) {
  const std::set<const Gap*> chosen = few(all, out);
  std::map<std::pair<Dimension, std::string>, Tally> tallies;
  Naming naming(snapshot, out.window.to);
  for (const Grown& one : all)
    for (const Belongs& to : naming.of(*one.of)) {
      Tally& tally = tallies[{to.dimension, to.key}];
      tally.part.dimension = to.dimension;
      tally.part.key = to.key;
      tally.part.name = to.name;
      ++tally.part.partitions;
      tally.part.before += one.before;
      tally.part.after += one.after;
      tally.more += one.more();
      tally.explaining += chosen.contains(one.of) ? 1 : 0;
    }
  std::map<Dimension, std::size_t> values;
  for (const auto& [key, tally] : tallies) ++values[key.first];
  for (auto& [key, tally] : tallies) {
    if (values[key.first] < 2) continue;
    ComparedPart& part = tally.part;
    part.share = static_cast<double>(tally.more) / static_cast<double>(out.grown);
    part.fair = static_cast<double>(part.partitions) / static_cast<double>(all.size());
    if (tally.explaining == chosen.size()) out.common.push_back(part);
    out.parts.push_back(std::move(part));
  }
  tell_apart(naming, all, out.parts);
  tell_apart(naming, all, out.common);
  // A single partition is named, of a single member its host and group need not be.
  const auto has = [&](Dimension dimension) {
    return std::ranges::find(out.common, dimension, &ComparedPart::dimension) != out.common.end();
  };
  const bool one = has(Dimension::partition), member = has(Dimension::member);
  std::erase_if(out.common, [&](const ComparedPart& part) {
    if (one) return part.dimension != Dimension::partition;
    return member && (part.dimension == Dimension::host || part.dimension == Dimension::group);
  });
  std::ranges::stable_sort(out.parts, std::greater(), &ComparedPart::divergence);
}

Comparison compared(const Snapshot& snapshot, ComparedGap gap, const OnsetWindow& window,
                    const std::vector<Gap>& gaps) {
  Comparison out{.gap = gap, .window = window};
  std::vector<Grown> all;
  for (const Gap& of : gaps) {
    const auto one = grown(snapshot, of, window);
    if (!one) {
      ++out.unknown;
      continue;
    }
    out.before += one->before;
    out.after += one->after;
    out.grown += one->more();
    all.push_back(*one);
  }
  out.partitions = all.size();
  std::set<std::pair<ClusterName, TopicPartition>> distinct;
  for (const Grown& one : all) distinct.emplace(one.of->cluster, one.of->partition);
  out.several_readers = distinct.size() < all.size();
  if (out.grown > 0) put_parts(snapshot, all, out);
  return out;
}

std::int64_t percent(double share) { return std::llround(100 * share); }
std::string_view word(ComparedGap gap) { return gap == ComparedGap::unread ? "unread" : "not_landed"; }
}  // namespace

std::string_view word(Dimension dimension) {
  static constexpr std::array<std::string_view, 7> words{"partition", "leader", "member", "host",
                                                         "topic",     "group",  "table"};
  return words[static_cast<std::size_t>(dimension)];
}

std::vector<Comparison> comparisons(const Snapshot& told, const OnsetWindow& window, const Filter& filter,
                                    const Profile& profile) {
  const std::optional<Snapshot> joined = with_families_joined(told);
  const Snapshot& snapshot = joined ? *joined : told;
  const Gaps gaps = gaps_of(snapshot, window, filter, profile);
  std::vector<Comparison> out;
  if (!gaps.unread.empty()) out.push_back(compared(snapshot, ComparedGap::unread, window, gaps.unread));
  if (!gaps.not_landed.empty()) out.push_back(compared(snapshot, ComparedGap::not_landed, window, gaps.not_landed));
  return out;
}

Finding part_finding(const ComparedPart& part) {
  return {.rule = "O12", .params = {{"variant", std::string(word(part.dimension))}, {"name", part.name}}};
}

Finding comparison_finding(const Comparison& of, const FindingText& text) {
  const bool is_few = of.explaining == 1 || 2 * of.explaining < of.partitions;  // half of the partitions are not few
  std::string variant = is_few ? "few" : "all";
  if (of.after <= of.before) variant = "steady";
  if (of.partitions == 0) variant = "unknown";
  if (variant == "few" && of.explaining == 1) variant = "one";
  std::string common;
  for (const ComparedPart& part : of.common)
    common.append(common.empty() ? ": " : ", ").append(text(part_finding(part)));
  std::string left;
  if (of.unknown > 0 && of.partitions > 0) left = "; " + std::to_string(of.unknown) + " could not be compared";
  return {.rule = "O11",
          .params = {{"variant", std::string(word(of.gap)).append("_").append(variant)},
                     {"few", static_cast<std::int64_t>(of.explaining)},
                     {"all", static_cast<std::int64_t>(of.partitions)},
                     {"left", left},
                     {"partitions", of.several_readers ? "partitions of readers" : "partitions"},
                     {"share", percent(of.explained)},
                     {"before", of.before},
                     {"after", of.after},
                     {"common", common}}};
}

CellRecord comparison_cells(const Comparison& of, const FindingText& text) {
  CellList parts;
  for (const ComparedPart& part : of.parts)
    parts.emplace_back(CellRecord{{"dimension", word(part.dimension)},
                                  {"name", part.name},
                                  {"partitions", static_cast<std::int64_t>(part.partitions)},
                                  {"before", part.before},
                                  {"after", part.after},
                                  {"share", part.share},
                                  {"fair", part.fair}});
  return {{"gap", word(of.gap)},
          {"partitions", static_cast<std::int64_t>(of.partitions)},
          {"unknown", static_cast<std::int64_t>(of.unknown)},
          {"before", of.partitions == 0 ? Cell(Reason::no_history) : Cell(of.before)},
          {"after", of.partitions == 0 ? Cell(Reason::no_history) : Cell(of.after)},
          {"text", text(comparison_finding(of, text))},
          {"parts", std::move(parts)}};
}

}  // namespace tidemark
