// SPDX-License-Identifier: GPL-3.0-or-later
// timeline_mix write FILE DAYS PARTITIONS [JITTER_MS]: the reference mix through the real writer, then all of it in its
// densest form; prints one line of JSON: samples, bytes in use by table, CPU seconds, times of commits.
// timeline_mix lines DAYS PARTITIONS [JITTER_MS]: the same samples as Prometheus text with timestamps, for its peers.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "models/timeline/reader.h"
#include "models/timeline/segment_codec.h"
#include "models/timeline/writer.h"
#include "tests/bench/timeline/reference_mix.h"

using namespace tidemark;

namespace {
constexpr std::int64_t begin_ms = 1'767'225'600'000;
constexpr std::int64_t step_ms = 10'000;

struct Wanted {
  int days = 1;
  std::size_t partitions = 1000;
  int jitter_ms = 0;
  std::int64_t polls() const { return static_cast<std::int64_t>(days) * 86'400'000 / step_ms; }
};

// The same for the timeline and its peers.
class PollTimes {
 public:
  explicit PollTimes(int jitter_ms) : jitter_(jitter_ms) {}
  std::int64_t next() {
    const std::int64_t off = jitter_ > 0 ? static_cast<std::int64_t>(random_() % (2 * jitter_ + 1)) - jitter_ : 0;
    return begin_ms + poll_++ * step_ms + off;
  }

 private:
  int jitter_;
  std::int64_t poll_ = 0;
  std::mt19937_64 random_{7};
};

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string topic_of(std::size_t partition) { return "t-" + std::to_string(partition / 20); }

std::int64_t number(SQLite::Database& db, const std::string& sql) { return db.execAndGet(sql).getInt64(); }

// Every sealed block is in its densest form.
bool is_dense(const std::string& path) {
  SQLite::Database db(path, SQLite::OPEN_READONLY, 5000);
  const std::int64_t last = number(db, "SELECT coalesce(max(block), -1) FROM seg");
  return last < 0 || number(db, "SELECT coalesce(max(value), 0) FROM meta WHERE key GLOB 'dense:*'") > last;
}

void wait_until_dense(const std::string& path, const WriterOptions& options) {
  const SystemClock clock;
  auto writer = TimelineWriter::open(path, options, clock);
  if (!writer) std::abort();
  for (int i = 0; i < 20'000 && !is_dense(path); ++i) {
    // Blocks are looked for at each opening.
    if (i % 20 == 19) {
      writer->reset();
      writer = TimelineWriter::open(path, options, clock);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

void print_file(const std::string& path, std::int64_t samples, double cpu, double ingest_cpu,
                std::vector<double>& commits) {
  SQLite::Database db(path, SQLite::OPEN_READONLY, 5000);
  const std::int64_t page = number(db, "PRAGMA page_size");
  const std::int64_t used = (number(db, "PRAGMA page_count") - number(db, "PRAGMA freelist_count")) * page;
  std::ranges::sort(commits);
  const auto at = [&](double share) {
    return commits[std::min(commits.size() - 1, static_cast<std::size_t>(share * static_cast<double>(commits.size())))];
  };
  fmt::print(
      "{{\"samples\": {}, \"bytes\": {}, \"segments\": {}, \"polls\": {}, \"hot\": {}, \"per_sample\": {:.4f}, "
      "\"ingest_cpu_s\": {:.2f}, \"dense_cpu_s\": {:.2f}, \"ingest_per_cpu_s\": {:.0f}, \"commit_p50_ms\": {:.3f}, "
      "\"commit_p99_ms\": {:.3f}, \"commit_max_ms\": {:.3f}}}\n",
      samples, used, number(db, "SELECT coalesce(sum(length(b)), 0) FROM seg"), number(db, "SELECT count(*) FROM poll"),
      number(db, "SELECT coalesce(sum(length(b)), 0) FROM hot"),
      static_cast<double>(used) / static_cast<double>(samples), ingest_cpu, cpu - ingest_cpu,
      static_cast<double>(samples) / ingest_cpu, at(0.5), at(0.99), commits.back());
}

int write(const std::string& path, const Wanted& wanted) {
  std::filesystem::remove(path);
  bench::ReferenceMix mix(wanted.partitions, 42);
  PollTimes times(wanted.jitter_ms);
  const SystemClock clock;
  WriterOptions options;
  options.retention = Retention{.raw = std::chrono::hours(24 * 3650), .max_bytes = std::int64_t{1} << 40};
  options.dense_after = std::chrono::hours(24 * 3650);
  auto writer = TimelineWriter::open(path, options, clock);
  if (!writer) {
    fmt::print(stderr, "{}\n", writer.error().line());
    return 2;
  }
  const LaneId lane = (*writer)->lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(step_ms)});
  std::vector<SeriesId> order;
  for (const Signal& signal : {signal::high, signal::group(GroupId("g"))})
    for (std::size_t p = 0; p < wanted.partitions; ++p)
      order.push_back((*writer)->series(
          lane, {signal, object::partition({TopicName(topic_of(p)), PartitionId(static_cast<std::int32_t>(p % 20))}),
                 "records", 0}));
  double made = 0;  // CPU seconds of the mix itself
  std::vector<double> commits;
  const double began = cpu_seconds();
  for (std::int64_t n = 0; n < wanted.polls(); ++n) {
    const double before = cpu_seconds();
    mix.advance();
    made += cpu_seconds() - before;
    Poll poll;
    poll.lane = lane;
    poll.wall = local_time(times.next());
    poll.mono = MonoTime(Millis(n * step_ms));
    poll.boot = "b";
    poll.due = poll.answered = 1;
    for (std::size_t p = 0; p < wanted.partitions; ++p) {
      poll.samples.push_back({order[p], mix.high()[p], Reason::none});
    }
    for (std::size_t p = 0; p < wanted.partitions; ++p)
      poll.samples.push_back({order[wanted.partitions + p], mix.committed()[p], Reason::none});
    const auto pushed = std::chrono::steady_clock::now();
    if (!(*writer)->push(std::move(poll)) || !(*writer)->flush()) return 3;
    commits.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - pushed).count());
  }
  if (!(*writer)->close()) return 3;
  writer->reset();
  const double ingest = cpu_seconds() - began - made;
  options.dense_after = Millis(0);
  wait_until_dense(path, options);
  const std::int64_t samples = wanted.polls() * static_cast<std::int64_t>(2 * wanted.partitions);
  print_file(path, samples, cpu_seconds() - began - made, ingest, commits);
  return 0;
}

int lines(const Wanted& wanted) {
  bench::ReferenceMix mix(wanted.partitions, 42);
  PollTimes times(wanted.jitter_ms);
  for (std::int64_t n = 0; n < wanted.polls(); ++n) {
    mix.advance();
    const std::int64_t at = times.next();
    for (std::size_t p = 0; p < wanted.partitions; ++p) {
      fmt::print("high{{topic=\"{0}\",partition=\"{1}\"}} {2} {3}\n", topic_of(p), p % 20, mix.high()[p], at);
      fmt::print("committed{{group=\"g\",topic=\"{0}\",partition=\"{1}\"}} {2} {3}\n", topic_of(p), p % 20,
                 mix.committed()[p], at);
    }
  }
  return 0;
}
}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::size_t first = !arguments.empty() && arguments[0] == "write" ? 2 : 1;
  if (arguments.size() < first + 2 || (arguments[0] != "write" && arguments[0] != "lines")) {
    fmt::print(stderr, "timeline_mix write FILE DAYS PARTITIONS [JITTER_MS] | lines DAYS PARTITIONS [JITTER_MS]\n");
    return 2;
  }
  Wanted wanted{std::atoi(arguments[first].c_str()), static_cast<std::size_t>(std::atoi(arguments[first + 1].c_str())),
                arguments.size() > first + 2 ? std::atoi(arguments[first + 2].c_str()) : 0};
  if (wanted.days < 1 || wanted.partitions < 20) return 2;
  return first == 2 ? write(arguments[1], wanted) : lines(wanted);
}
