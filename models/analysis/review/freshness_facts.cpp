// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "models/analysis/paths.h"
#include "models/analysis/review/fact_words.h"
#include "models/analysis/review/facts.h"

namespace tidemark {
namespace {
constexpr std::int64_t minute = 60'000;

std::string key_of(const FreshnessRow& row) { return row.cluster.value() + '\n' + row.class_name + '\n' + row.path; }
std::string topic_key(const ClusterName& cluster, const TopicName& topic) {
  return cluster.value() + '\n' + topic.value();
}

// What came between two polls that follow on each other, in the minute of the later one.
void add_produced(const Snapshot& snapshot, const Column& column, std::map<std::int64_t, std::int64_t>& out) {
  const auto& polls = snapshot.polls_of(column);
  const Millis longest = 3 * snapshot.lanes[column.lane].interval;
  for (std::size_t i = 1; i < polls.size(); ++i) {
    const auto before = column.at(i - 1), now = column.at(i);
    const Millis between = polls[i].wall - polls[i - 1].wall;
    if (!before || !now || *now < *before || between <= Millis(0) || between > longest) continue;
    out[ms(polls[i].wall) / minute] += *now - *before;
  }
}
}  // namespace

void FreshnessFacts::add(const Snapshot& snapshot, const std::vector<FreshnessRow>& rows) {
  std::set<std::string> wanted;
  for (const FreshnessRow& row : rows) {
    if (!row.target) continue;
    slices_.put(key_of(row), row.slices);
    wanted.insert(topic_key(row.cluster, row.topic));
  }
  std::map<std::string, Produced> produced;
  for (const Column& column : snapshot.columns) {
    const auto partition = object::as_partition(column.spec.object);
    if (!partition || column.spec.signal != signal::high) continue;
    const std::string key = topic_key(snapshot.cluster_of(column), partition->topic);
    if (wanted.contains(key)) add_produced(snapshot, column, produced[key]);
  }
  // Windows overlap: the fuller account of a minute stays.
  for (const auto& [key, minutes] : produced)
    for (const auto& [at, count] : minutes) {
      std::int64_t& kept = produced_[key][at];
      kept = std::max(kept, count);
    }
}

std::vector<std::int64_t> FreshnessFacts::burst_minutes(const FreshnessRow& row) const {
  const auto found = produced_.find(topic_key(row.cluster, row.topic));
  if (found == produced_.end() || found->second.size() < 3) return {};
  std::vector<std::int64_t> rates;
  for (const auto& [at, count] : found->second) rates.push_back(count);
  const auto middle = rates.begin() + std::ssize(rates) / 2;
  std::ranges::nth_element(rates, middle);
  const std::int64_t median = *middle;
  std::set<std::int64_t> out;
  const std::int64_t shows = std::min<std::int64_t>(row.target->count() / minute + 1, 1440);
  for (const auto& [at, count] : found->second)
    if (median > 0 && count >= 2 * median)
      for (std::int64_t i = 0; i <= shows; ++i) out.insert(at + i);
  return {out.begin(), out.end()};
}

bool FreshnessFacts::any_burst(const std::vector<FreshnessRow>& now) const {
  return std::ranges::any_of(now, [&](const FreshnessRow& row) { return row.target && !burst_minutes(row).empty(); });
}

Facts FreshnessFacts::facts(const std::vector<FreshnessRow>& now) const {
  Facts out;
  for (const FreshnessRow& row : now) {
    const std::string object = path_object(now, row);
    if (!row.target) {
      put_fact(out, object, "target_ms", row.target.reason());
      continue;
    }
    const auto all = slices_.numbered(key_of(row));
    const auto count = [&](Slice wanted) { return std::ranges::count(all.minutes, wanted); };
    put_fact(out, object, "target_ms", row.target->count());
    put_fact(out, object, "objective", row.objective);
    put_fact(out, object, "good", count(Slice::good));
    put_fact(out, object, "bad", count(Slice::bad));
    put_fact(out, object, "unknown", window_.count() / minute - count(Slice::good) - count(Slice::bad));
    std::int64_t burst = 0, late = 0;
    for (const std::int64_t at : burst_minutes(row)) {
      if (at < all.first || at - all.first >= std::ssize(all.minutes)) continue;
      const Slice slice = all.minutes[static_cast<std::size_t>(at - all.first)];
      burst += slice == Slice::unknown ? 0 : 1;
      late += slice == Slice::bad ? 1 : 0;
    }
    put_fact(out, object, "burst_minutes", burst);
    put_fact(out, object, "burst_bad", late);
  }
  return out;
}

Facts scope_facts(const std::vector<FreshnessRow>& paths, const Profile& profile) {
  std::set<std::string> owners, runbooks;
  for (const FreshnessRow& row : paths) {
    if (!row.owner) continue;
    owners.insert(*row.owner);
    for (const auto& [key, owner] : profile.owners)
      if ((key == *row.owner || owner.name == *row.owner) && !owner.runbook.empty()) runbooks.insert(owner.runbook);
  }
  const auto list = [](const std::set<std::string>& all) -> Known<FactValue> {
    if (all.empty()) return Reason::not_applicable;
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : ", ") + one;
    return FactValue(std::move(text));
  };
  return {{"scope:all", "owner", list(owners)}, {"scope:all", "runbook", list(runbooks)}};
}

Facts replay_facts(const Snapshot& snapshot, LocalTime at, const std::vector<FreshnessRow>& paths,
                   const Profile& profile, const std::vector<ReplayRow>& replays) {
  Facts out;
  for (const FreshnessRow& row : paths) {
    const std::string object = path_object(paths, row);
    const ClassProfile* promised = class_of(profile, row.class_name);
    put_fact(out, object, "window_ms",
             promised && promised->replay_window ? Known<std::int64_t>(promised->replay_window->count())
                                                 : Known<std::int64_t>(Reason::not_applicable));
    put_fact(out, object, "retention_ms",
             retention_at(snapshot, row.cluster, row.topic, at).map([](Millis time) { return time.count(); }));
    put_fact(out, object, "compacted", traits_at(snapshot, row.cluster, row.topic, at).compacted);
  }
  for (const ReplayRow& row : replays) {
    if (!row.replay.begun) continue;
    const std::string object = "replay:" + row.replay.group.value() + '/' + row.replay.topic.value();
    const bool finished = row.progress.state && *row.progress.state == ReplayState::finished;
    put_fact(out, object, "finished", finished);
    put_fact(out, object, "declared", row.replay.declared.has_value());
    put_fact(out, object, "lost", row.progress.lost);
    put_fact(out, object, "slower", std::ranges::count_if(row.impact, [](const LiveImpact& impact) {
               return impact.verdict && *impact.verdict == ImpactVerdict::slower;
             }));
  }
  return out;
}

Facts storage_facts(const std::vector<FreshnessRow>& paths, const std::vector<TopicRow>& topics, LocalTime at) {
  Facts out;
  for (const FreshnessRow& row : paths)
    put_fact(out, path_object(paths, row), "headroom_ms",
             row.safe_until.map([at](LocalTime until) { return Millis(until - at).count(); }));
  for (const TopicRow& row : topics) put_fact(out, "topic:" + row.topic.value(), "urp", row.urp);
  return out;
}

}  // namespace tidemark
