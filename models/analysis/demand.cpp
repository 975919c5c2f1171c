// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/demand.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/analysis/groups.h"
#include "models/analysis/members.h"

namespace tidemark {
namespace {
template <class T>
void add(Known<T>& sum, const Known<T>& one) {
  if (!sum) return;
  sum = one ? Known<T>(*sum + *one) : Known<T>(one.reason());
}

struct Sums {
  Known<double> produced = 0.0, read = 0.0, peak = 0.0;
  Known<std::int64_t> unread = std::int64_t{0};
};

Known<double> burst_of(const std::vector<GrowthRow>& topics, const LagRow& row) {
  const auto found = std::ranges::find_if(topics, [&](const GrowthRow& topic) {
    return topic.cluster == row.cluster && topic.topic == row.partition.topic;
  });
  return found == topics.end() ? Known<double>(Reason::no_history) : found->burst;
}

std::map<GroupKey, Sums> sums_of(const Snapshot& now, LocalTime at, const std::vector<GrowthRow>& topics,
                                 const Filter& filter) {
  std::map<GroupKey, Sums> out;
  for (const LagRow& row : lag_rows(now, at, filter)) {
    if (is_coordinator(row.group)) continue;
    Sums& sums = out[{row.cluster, row.group}];
    add(sums.produced, row.produce_rate);
    add(sums.read, row.consume_rate);
    add(sums.unread, row.unread_records);
    const Known<double> burst = burst_of(topics, row);
    const Known<double> peak = row.produce_rate && burst ? Known<double>(*row.produce_rate * std::max(1.0, *burst))
                               : burst                   ? Known<double>(row.produce_rate.reason())
                                                         : Known<double>(burst.reason());
    add(sums.peak, peak);
  }
  return out;
}

Known<std::int64_t> idle_of(const GroupMembers& members) {
  if (!members.count) return members.count.reason();
  if (!members.assignments_known) return Reason::not_supported;
  std::set<std::string_view> busy;
  for (const auto& [partition, owner] : members.owners) busy.insert(owner.member);
  return std::max<std::int64_t>(0, *members.count - std::ssize(busy));
}

// Reading faster than what comes, with records waiting.
Known<double> per_member_of(const Sums& sums, const ReaderDemand& reader) {
  constexpr double faster = 1.1;
  for (const Reason reason : {sums.unread.reason(), sums.read.reason(), sums.produced.reason()})
    if (reason != Reason::none) return reason;
  if (!reader.members) return reader.members.reason();
  if (!reader.idle) return reader.idle.reason();
  const std::int64_t busy = *reader.members - *reader.idle;
  if (busy <= 0 || *sums.unread <= 0 || *sums.read < faster * *sums.produced) return Reason::not_probed;
  return *sums.read / static_cast<double>(busy);
}

Known<std::int64_t> needed_for(const Known<double>& rate, const Known<double>& per_member) {
  if (!per_member) return per_member.reason();
  return rate.map([&](double each) { return static_cast<std::int64_t>(std::ceil(each / *per_member)); });
}
}  // namespace

std::vector<ReaderDemand> reader_demand(const Snapshot& now, LocalTime at, const std::vector<GrowthRow>& topics,
                                        const Filter& filter) {
  std::vector<ReaderDemand> out;
  for (const auto& [key, sums] : sums_of(now, at, topics, filter)) {
    ReaderDemand& reader = out.emplace_back(ReaderDemand{.cluster = key.first, .group = key.second});
    const GroupMembers members = group_members_at(now, key, at);
    reader.members = members.count;
    reader.idle = idle_of(members);
    reader.produced = sums.produced;
    reader.read = sums.read;
    if (sums.peak && sums.produced)
      reader.burst = *sums.produced > 0 ? Known<double>(*sums.peak / *sums.produced) : Reason::not_applicable;
    else
      reader.burst = sums.peak ? sums.produced.reason() : sums.peak.reason();
    reader.per_member = per_member_of(sums, reader);
    reader.needed = needed_for(sums.produced, reader.per_member);
    reader.needed_in_burst = needed_for(sums.peak, reader.per_member);
  }
  return out;
}

std::vector<CellRecord> demand_records(const std::vector<ReaderDemand>& readers) {
  std::vector<CellRecord> out;
  for (const ReaderDemand& reader : readers)
    out.push_back({{"cluster", reader.cluster.value()},
                   {"group", reader.group.value()},
                   {"members", reader.members},
                   {"idle_members", reader.idle},
                   {"produce_rate", reader.produced},
                   {"consume_rate", reader.read},
                   {"burst", reader.burst},
                   {"rate_per_member", reader.per_member},
                   {"members_needed", reader.needed},
                   {"members_needed_in_burst", reader.needed_in_burst}});
  return out;
}

}  // namespace tidemark
