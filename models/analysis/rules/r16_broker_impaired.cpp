// SPDX-License-Identifier: GPL-3.0-or-later
// R16: partitions of the topic lack replicas, or a broker that holds them is gone, for two polls; whether they lag or
// not.
#include <algorithm>
#include <array>
#include <set>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/signals.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
struct Impaired {
  std::vector<TopicPartition> partitions;
  std::set<std::string> missing;  // broker ids
  std::set<std::string> leaders;  // of those partitions
  Known<LocalTime> since = Reason::no_history;
  bool any = false;

  void begin(const Known<LocalTime>& when) {
    since = any ? earlier_of(since, when) : when;
    any = true;
  }
};

std::set<std::string> ids_of(const std::string& text) {
  std::set<std::string> out;
  for (const std::string_view id : entries(text)) out.emplace(id);
  return out;
}

// Who should hold a partition: as it is assigned, else as it was when most were in sync.
std::set<std::string> replicas_of(const PathCase& of, const Object& partition) {
  const Snapshot& snapshot = of.file->snapshot;
  if (const Known<std::string> replicas = state_text(snapshot, of.cluster, partition, aspect::replicas, of.file->at))
    return ids_of(*replicas);
  std::set<std::string> most;
  for (const StateSpan* now = snapshot.state_at(of.cluster, partition, aspect::isr, of.file->at); now;) {
    if (std::set<std::string> ids = ids_of(*now->value); ids.size() > most.size()) most = std::move(ids);
    if (!now->from_lo) break;
    now = snapshot.state_at(of.cluster, partition, aspect::isr, *now->from_lo);
  }
  return most;
}

// Since when fewer than all are in sync, over the changes among those that are.
Known<LocalTime> short_since(const PathCase& of, const Object& partition, std::size_t full) {
  Known<LocalTime> since = Reason::no_history;
  const StateSpan* now = of.file->snapshot.state_at(of.cluster, partition, aspect::isr, of.file->at);
  while (now && ids_of(*now->value).size() < full) {
    if (!now->from_lo) return Reason::no_history;
    since = now->from_hi;
    now = of.file->snapshot.state_at(of.cluster, partition, aspect::isr, *now->from_lo);
  }
  return since;
}

void put_partition(const PathCase& of, const TopicPartition& id, Millis interval, Impaired& out,
                   std::set<std::string>& holders) {
  const Object object = object::partition(id);
  const StateSpan* isr = of.file->snapshot.state_at(of.cluster, object, aspect::isr, of.file->at);
  if (!isr) return;
  const std::set<std::string> full = replicas_of(of, object), in_sync = ids_of(*isr->value);
  holders.insert(full.begin(), full.end());
  if (in_sync.size() >= full.size()) return;
  const Known<LocalTime> since = short_since(of, object, full.size());
  if (since && of.file->at - *since < interval) return;
  out.begin(since);
  out.partitions.push_back(id);
  std::ranges::set_difference(full, in_sync, std::inserter(out.missing, out.missing.end()));
  if (const auto leader = state_text(of.file->snapshot, of.cluster, object, aspect::leader, of.file->at))
    out.leaders.insert(*leader);
}

// Where nothing is known of who holds what, any broker may hold something of the path.
void put_brokers(const PathCase& of, Millis interval, const std::set<std::string>& holders, Impaired& out) {
  for (const auto& [cluster, id] : of.file->brokers) {
    if (cluster != of.cluster || (!holders.empty() && !holders.contains(id))) continue;
    const StateSpan* state = of.file->state(of.cluster, Object("broker:" + id));
    if (!state || *state->value != "gone" || of.file->at - state->from_hi < interval) continue;
    out.begin(state->from_lo ? Known<LocalTime>(state->from_hi) : Reason::no_history);
    out.missing.insert(id);
  }
}

// Under-replicated partitions by a metric of the topic itself, for two samples.
void put_metric(const PathCase& of, Impaired& out) {
  static constexpr auto names = std::to_array<std::string_view>({"urp"});
  for (const PathSignal& urp : signals_of(of, names)) {
    const auto n = urp.samples.size();
    const bool twice = n >= 2 && urp.samples[n - 1].value > 0 && urp.samples[n - 2].value > 0;
    const bool one_topic = urp.own || of.file->cases.size() == 1;
    if (!twice || !one_topic || out.any) continue;
    const auto rose = risen(urp.regimes, 1);
    out.begin(rose ? Known<LocalTime>(rose->hi) : Reason::no_history);
  }
}

std::vector<TopicPartition> partitions_of_path(const PathCase& of) {
  std::vector<TopicPartition> out;
  for (const PartitionCase& partition : of.partitions) out.push_back(partition.id());
  if (out.empty())
    for (const TableCase& table : of.tables)
      for (const AlignRow* row : table.rows) out.push_back(row->partition);
  return out;
}

std::string ids_text(const std::set<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + id;
  return out;
}

// What lags is what lacks replicas, or has the same leader as that.
bool explains(const PathCase& of, const Impaired& impaired) {
  if (!of.backlog.lags()) return false;
  return std::ranges::all_of(of.backlog.late, [&](const PartitionCase* late) {
    return std::ranges::find(impaired.partitions, late->id()) != impaired.partitions.end();
  });
}
}  // namespace

std::vector<Found> broker_impaired(const PathCase& of) {
  const auto ids = partitions_of_path(of);
  if (ids.empty()) return {};
  const Known<Measured> high =
      of.file->snapshot.at({of.cluster, signal::high, object::partition(ids.front())}, of.file->at);
  const Millis interval = high ? high->interval : Millis(0);
  Impaired impaired;
  std::set<std::string> holders;
  for (const TopicPartition& id : ids) put_partition(of, id, interval, impaired, holders);
  put_brokers(of, interval, holders, impaired);
  put_metric(of, impaired);
  if (!impaired.any) return {};
  const bool one = impaired.missing.size() == 1;
  Found found{.finding = {.severity = Severity::warn,
                          .confidence = Confidence::medium,
                          .object = one ? Object("broker:" + *impaired.missing.begin()) : object::topic(of.topic)},
              .about = "brokers",
              .since = impaired.since};
  if (impaired.partitions.empty())
    found.variant = impaired.missing.empty() ? "metric" : holders.empty() ? "somewhere" : "gone";
  found.finding.params = {{"partitions", std::ssize(impaired.partitions)},
                          {"where", partitions_text(impaired.partitions)},
                          {"brokers", ids_text(impaired.missing)}};
  if (!impaired.partitions.empty()) found.present.emplace_back("ISR smaller than the replicas");
  if (!impaired.missing.empty()) found.present.push_back("broker " + ids_text(impaired.missing) + " missing");
  if (found.present.empty()) found.present.emplace_back("urp > 0");
  if (holders.empty()) found.missing.emplace_back("which brokers hold the partitions");
  if (explains(of, impaired)) {
    found.present.emplace_back("what lags is what lacks replicas");
    if (impaired.leaders.size() == 1) found.present.push_back("all led by broker " + *impaired.leaders.begin());
    if (impaired.since && of.backlog.since && *of.backlog.since < *impaired.since)
      found.contradicting.emplace_back("records waited before");
  } else if (of.backlog.lags() && !impaired.partitions.empty()) {
    found.contradicting.emplace_back("partitions that lack nothing lag too");
  }
  found.measured = {{"under_replicated", std::ssize(impaired.partitions)}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
