// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "models/timeline/reader.h"
#include "models/timeline/writer.h"
#include "tests/bench/timeline/traffic.h"

using namespace tidemark;

namespace {
constexpr std::size_t partitions = 10'000;
constexpr std::size_t partitions_of_group = 50;
constexpr std::int64_t rss_bound = 200'000'000;
constexpr std::int64_t start = 1'767'225'600'000;

std::int64_t rss_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::int64_t size = 0, resident = 0;
  statm >> size >> resident;
  return resident * ::sysconf(_SC_PAGESIZE);
}

Object partition(std::size_t p) {
  return object::partition(
      {TopicName("topic-" + std::to_string(p / 20)), PartitionId(static_cast<std::int32_t>(p % 20))});
}

// The series that a collector of this size keeps, and the polls that it would push.
class Cluster {
 public:
  explicit Cluster(TimelineWriter& writer)
      : writer_(writer),
        offsets_(writer.lane({{"kafka", "big", ClusterName("big")}, "offsets", Millis(10'000)})),
        floor_(writer.lane({{"kafka", "big", ClusterName("big")}, "floor", Millis(60'000)})) {
    for (std::size_t p = 0; p < partitions; ++p) {
      const GroupId group("group-" + std::to_string(p / partitions_of_group));
      const auto add = [&](LaneId lane, const Signal& signal, const char* unit) {
        return writer.series(lane, {signal, partition(p), unit, 0});
      };
      series_.push_back({add(offsets_, signal::high, "records"), add(offsets_, signal::stable, "records"),
                         add(offsets_, signal::group(group), "records"), add(offsets_, signal::age(group), "ms"),
                         add(offsets_, signal::age_error(group), "ms")});
      floors_.push_back(add(floor_, signal::floor, "records"));
    }
    committed_ = traffic_.high();
  }

  void poll(std::int64_t n) {
    traffic_.advance();
    Poll poll = empty(offsets_, n);
    for (std::size_t p = 0; p < partitions; ++p) {
      const std::int64_t high = traffic_.high()[p];
      // Most groups commit each poll what was read a moment before; one in ten is slow, one in fifty stands.
      const std::size_t group = p / partitions_of_group;
      if (group % 50 != 1) committed_[p] += (high - committed_[p]) * (group % 10 == 3 ? 3 : 10) / 10;
      const std::int64_t lag = high - committed_[p];
      poll.samples.push_back({series_[p][0], high, Reason::none});
      poll.samples.push_back({series_[p][1], high, Reason::none});
      poll.samples.push_back({series_[p][2], committed_[p], Reason::none});
      poll.samples.push_back({series_[p][3], lag == 0 ? 0 : 1000 + lag % 9000, Reason::none});
      poll.samples.push_back({series_[p][4], lag == 0 ? 10'000 : 100, Reason::none});
    }
    push(std::move(poll));
    if (n % 6 != 0) return;
    Poll floors = empty(floor_, n);
    for (std::size_t p = 0; p < partitions; ++p)
      floors.samples.push_back({floors_[p], n / 360 * 1'000'000 + static_cast<std::int64_t>(p), Reason::none});
    push(std::move(floors));
  }

 private:
  static Poll empty(LaneId lane, std::int64_t n) {
    Poll poll;
    poll.lane = lane;
    poll.wall = local_time(start + n * 10'000);
    poll.mono = MonoTime(Millis(n * 10'000));
    poll.boot = "simulated";
    poll.due = poll.answered = 3;
    poll.samples.reserve(partitions * 5);
    return poll;
  }
  void push(Poll poll) {
    while (writer_.backlog() > 4) ::usleep(200);
    if (!writer_.push(std::move(poll))) std::abort();
  }

  TimelineWriter& writer_;
  LaneId offsets_, floor_;
  bench::Traffic traffic_{partitions, 42};
  std::vector<std::array<SeriesId, 5>> series_;
  std::vector<SeriesId> floors_;
  std::vector<std::int64_t> committed_;
};

int simulate(const std::string& path, std::int64_t minutes, std::int64_t max_bytes) {
  const SystemClock clock;
  WriterOptions options;
  options.retention = Retention{.max_bytes = max_bytes};
  auto opened = TimelineWriter::open(path, options, clock);
  if (!opened) return std::fprintf(stderr, "%s\n", opened.error().line().c_str()), 1;
  TimelineWriter& writer = **opened;
  Cluster cluster(writer);
  std::int64_t peak_rss = 0, peak_file = 0;
  const auto began = std::chrono::steady_clock::now();
  for (std::int64_t n = 0; n < minutes * 6; ++n) {
    cluster.poll(n);
    if (n % 90 != 89) continue;
    const WriterStats stats = writer.stats();
    const std::int64_t rss = rss_bytes();
    peak_rss = std::max(peak_rss, rss);
    peak_file = std::max(peak_file, stats.file_bytes);
    std::printf("minute %5ld  rss %4ld MB  file %5ld MB  wal %3ld MB  %s\n", (n + 1) / 6, rss / 1'000'000,
                stats.file_bytes / 1'000'000, stats.wal_bytes / 1'000'000, stats.error.c_str());
    std::fflush(stdout);
  }
  const Result<> closed = writer.close();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  const double samples = static_cast<double>(minutes) * 6 * 50'000 + static_cast<double>(minutes) * 10'000;
  std::printf("%.1f M samples in %.1f s: %.1f M samples/s; peak rss %.1f MB, peak file %.1f MB, bound %.1f MB\n",
              samples / 1e6, seconds, samples / 1e6 / seconds, static_cast<double>(peak_rss) / 1e6,
              static_cast<double>(peak_file) / 1e6, static_cast<double>(max_bytes) / 1e6);
  if (!closed) return std::fprintf(stderr, "%s\n", closed.error().line().c_str()), 1;
  auto reader = TimelineReader::open(path);
  if (!reader) return 1;
  if (const auto info = (*reader)->info(); info && info->sealed_samples > 0)
    std::printf("sealed: %.1f M samples, %.3f B each\n", static_cast<double>(info->sealed_samples) / 1e6,
                static_cast<double>(info->sealed_bytes) / static_cast<double>(info->sealed_samples));
  const auto faults = (*reader)->check();
  if (!faults || !faults->empty())
    return std::fprintf(stderr, "check: %s\n", faults ? faults->front().what.c_str() : faults.error().line().c_str()),
           1;
  return peak_rss < rss_bound && peak_file <= max_bytes ? 0 : 1;
}
}  // namespace

int main(int argc, char** argv) {
  const std::int64_t minutes = argc > 1 ? std::atol(argv[1]) : 1440;
  const std::int64_t max_mb = argc > 2 ? std::atol(argv[2]) : 5000;
  const auto folder = std::filesystem::temp_directory_path() / ("timeline_day." + std::to_string(::getpid()));
  const std::string path = argc > 3 ? argv[3] : (folder / "day.tidemark").string();
  const int status = simulate(path, minutes, max_mb * 1'000'000);
  if (argc <= 3) std::filesystem::remove_all(folder);
  return status;
}
