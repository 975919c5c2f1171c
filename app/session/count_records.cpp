// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/count_records.h"

#include <algorithm>

#include "app/session/record_access.h"
#include "collectors/kafka/record_reader.h"

namespace tidemark {
namespace {
Reason reason_of(const Error& error) {
  if (error.code == ErrorCode::denied) return Reason::no_permission;
  return error.code == ErrorCode::no_data ? Reason::deleted : Reason::unreachable;
}

class Counter final {
 public:
  Counter(const SecretResolver& secrets, const std::stop_token& stop) : secrets_(secrets), stop_(stop) {}

  Known<std::int64_t> count(const ClusterProfile& cluster, const CommitRange& range) {
    if (!may_read(cluster, "counts")) return Reason::not_probed;
    auto& reader = readers_[cluster.name];
    if (!reader) {
      auto opened = RecordReader::open(cluster, secrets_);
      if (!opened) return reason_of(opened.error());
      reader = std::move(*opened);
    }
    const auto ends = reader->ends(range.partition);
    if (!ends) return reason_of(ends.error());
    if (range.from < ends->floor || range.to > ends->high) return Reason::expired;  // not, or not any more, in the log
    return read(*reader, range);
  }

 private:
  Known<std::int64_t> read(RecordReader& reader, const CommitRange& range) {
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    std::int64_t records = 0;
    const auto reached = reader.read(range.partition, range.from, range.to, {left_, time_}, stop_,
                                     [&](const RecordHead&) { return ++records > 0; });
    left_ -= records;
    time_ -= std::min(time_, std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin));
    if (!reached) return reason_of(reached.error());
    return *reached >= range.to ? Known<std::int64_t>(records) : Known<std::int64_t>(Reason::not_probed);
  }

  const SecretResolver& secrets_;
  const std::stop_token& stop_;
  std::map<ClusterName, std::unique_ptr<RecordReader>> readers_;
  std::int64_t left_ = 1'000'000;
  std::chrono::milliseconds time_{60'000};
};
}  // namespace

RecordCounts count_records(const std::vector<LogRange>& ranges, const Profile& profile, const SecretResolver& secrets,
                           const std::stop_token& stop) {
  RecordCounts counts;
  Counter counter(secrets, stop);
  for (const LogRange& range : ranges) {
    const auto cluster = std::ranges::find(profile.clusters, range.cluster, &ClusterProfile::name);
    if (cluster != profile.clusters.end()) counts.emplace(range, counter.count(*cluster, range.range));
  }
  return counts;
}

}  // namespace tidemark
