// SPDX-License-Identifier: GPL-3.0-or-later
// timeline_ingest ROUNDS [SECONDS [alone]]: polls of 10,000 partitions with two marks each, the reference mix, through
// the real writer until sealed and in buckets, and the same samples as rows of SQLite in the layouts that people
// choose, in the same run (alone: without them). Prints samples per CPU second of each (median, least and most of the
// rounds); then how long a poll takes to be committed with two readers that draw a day's heatmap again and again; then
// how large the log grows in so many seconds of writing as fast as possible with two such readers and one that would
// read for a minute.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/core.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <streambuf>
#include <thread>

#include "models/timeline/reader.h"
#include "models/timeline/writer.h"
#include "tests/bench/timeline/reference_mix.h"

using namespace tidemark;

namespace {
constexpr std::size_t partitions = 10'000;
constexpr std::size_t series = 2 * partitions;
constexpr std::size_t mix_polls = 480;
constexpr std::int64_t round_polls = 960;
constexpr std::int64_t rows_polls = 96;  // they grow slower the more there are
constexpr std::int64_t begin_ms = 1'767'225'600'000;
constexpr std::int64_t step_ms = 10'000;
using SteadyClock = std::chrono::steady_clock;

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// The steps of the mix, made once: offset n of series s is that of the poll before and its step.
struct Mix {
  std::vector<std::vector<std::int64_t>> polls;
  Mix() {
    bench::ReferenceMix mix(partitions, 42);
    for (std::size_t n = 0; n < mix_polls; ++n) {
      mix.advance();
      auto& poll = polls.emplace_back(mix.high());
      poll.insert(poll.end(), mix.committed().begin(), mix.committed().end());
    }
  }
  // Again from its first poll once it is through, as far ahead as it came.
  std::int64_t value(std::int64_t n, std::size_t s) const {
    const auto at = static_cast<std::size_t>(n) % mix_polls;
    return polls[at][s] + (polls.back()[s] - polls.front()[s]) * (n / static_cast<std::int64_t>(mix_polls));
  }
};

class Folder {
 public:
  Folder() { std::filesystem::create_directory(path_); }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("timeline_ingest." + std::to_string(::getpid()));
};

class Ingest {
 public:
  Ingest(const Mix& mix, const std::string& path) : mix_(mix), path_(path) {
    auto opened = TimelineWriter::open(path, {}, clock_);
    if (!opened) std::abort();
    writer = std::move(*opened);
    lane_ = writer->lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(step_ms)});
    for (const Signal& signal : {signal::high, signal::group(GroupId("g"))})
      for (std::size_t p = 0; p < partitions; ++p)
        ids_.push_back(writer->series(lane_, {signal,
                                              object::partition({TopicName("t-" + std::to_string(p / 20)),
                                                                 PartitionId(static_cast<std::int32_t>(p % 20))}),
                                              "records", 0}));
  }
  // From push() to the commit, in ms.
  double poll() {
    Poll poll;
    poll.lane = lane_;
    poll.wall = local_time(begin_ms + n_ * step_ms);
    poll.mono = MonoTime(Millis(n_ * step_ms));
    poll.boot = "b";
    poll.due = poll.answered = 1;
    poll.samples.reserve(series);
    for (std::size_t s = 0; s < series; ++s) poll.samples.push_back({ids_[s], mix_.value(n_, s), Reason::none});
    ++n_;
    const auto pushed = SteadyClock::now();
    if (!writer->push(std::move(poll)) || !writer->flush()) std::abort();
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - pushed).count();
  }
  std::unique_ptr<TimelineWriter> writer;

 private:
  const Mix& mix_;
  std::string path_;
  SystemClock clock_;
  LaneId lane_;
  std::vector<SeriesId> ids_;
  std::int64_t n_ = 0;
};

double per_cpu_second(std::int64_t polls, double seconds) {
  return static_cast<double>(polls) * static_cast<double>(series) / seconds;
}

// Making the samples counts as ours: it is some nanoseconds each.
double timeline_rate(const Mix& mix, const std::string& path) {
  const double began = cpu_seconds();
  Ingest ingest(mix, path);
  for (std::int64_t n = 0; n < round_polls; ++n) ingest.poll();
  while (ingest.writer->stats().busy) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  if (!ingest.writer->close()) std::abort();
  return per_cpu_second(round_polls, cpu_seconds() - began);
}

// One transaction a poll, as a collector must.
double rows_rate(const Mix& mix, const std::string& path, const std::string& table) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  for (const char* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -65536"})
    db.exec(pragma);
  db.exec(table);
  const double began = cpu_seconds();
  SQLite::Statement insert(db, "INSERT INTO sample(series, ts, value) VALUES(?,?,?)");
  for (std::int64_t n = 0; n < rows_polls; ++n) {
    SQLite::Transaction transaction(db);
    for (std::size_t s = 0; s < series; ++s) {
      insert.bind(1, static_cast<std::int64_t>(s));
      insert.bind(2, begin_ms + n * step_ms);
      insert.bind(3, mix.value(n, s));
      insert.exec();
      insert.reset();
    }
    transaction.commit();
  }
  return per_cpu_second(rows_polls, cpu_seconds() - began);
}

struct Layout {
  std::string name;
  std::function<double(const std::string& path)> rate;
  std::vector<double> rates;
};

void print_rates(std::vector<Layout>& layouts) {
  double best_rows = 0, ours = 0;
  for (Layout& layout : layouts) {
    std::ranges::sort(layout.rates);
    const double median = layout.rates[layout.rates.size() / 2];
    if (&layout == &layouts.front())
      ours = median;
    else
      best_rows = std::max(best_rows, median);
    fmt::print("{:34} {:7.2f} M samples per CPU second ({:.2f} to {:.2f})\n", layout.name, median / 1e6,
               layout.rates.front() / 1e6, layout.rates.back() / 1e6);
  }
  if (layouts.size() > 1) fmt::print("the timeline is {:.1f} x the best rows\n", ours / best_rows);
}

// A day of 1,000 partitions, again and again.
void draw(const std::string& path, const std::atomic<bool>& over, std::atomic<int>& drawn, std::atomic<int>& failed) {
  auto reader = TimelineReader::open(path);
  if (!reader) std::abort();
  SnapshotRequest request;
  request.from = local_time(begin_ms);
  request.to = local_time(begin_ms + std::int64_t{86'400'000} * 3650);
  request.from = request.to;
  request.min_polls = 8640;
  for (int t = 0; t < 50; ++t) request.topic_names.push_back("t-" + std::to_string(t));
  while (!over) ++((*reader)->load(request) ? drawn : failed);
}

class SlowStream final : public std::streambuf {
 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override {
    std::this_thread::sleep_for(std::chrono::microseconds(100));
    return size;
  }
  int_type overflow(int_type character) override { return character; }
};

// An export that somebody reads for a minute; begun again when it was ended.
void read_long(const std::string& path, const std::atomic<bool>& over, std::atomic<int>& ended) {
  while (!over) {
    auto reader = TimelineReader::open(path);
    if (!reader) std::abort();
    SlowStream slow;
    std::ostream out(&slow);
    std::atomic<bool> read = false;
    const std::jthread watch([&] {
      while (!over && !read) std::this_thread::sleep_for(std::chrono::milliseconds(20));
      if (!read) (*reader)->cancel();
    });
    const auto done = (*reader)->export_ndjson(out, local_time(0), local_time(begin_ms * 2));
    read = true;
    if (!done && done.error().code == ErrorCode::storage) ++ended;
  }
}

void commit_times(const Mix& mix, const Folder& folder) {
  const std::string path = folder.file("commit.tidemark");
  Ingest ingest(mix, path);
  for (std::int64_t n = 0; n < round_polls; ++n) ingest.poll();
  std::atomic<bool> over = false;
  std::atomic<int> drawn = 0, failed = 0;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back([&] { draw(path, over, drawn, failed); });
  std::vector<double> took;
  for (int n = 0; n < 1000; ++n) {
    took.push_back(ingest.poll());
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  over = true;
  readers.clear();
  std::ranges::sort(took);
  fmt::print("commit of a poll beside 2 readers ({} drawn, {} failed): p50 {:.2f} ms, p99 {:.2f} ms, max {:.2f} ms\n",
             drawn.load(), failed.load(), took[took.size() / 2], took[took.size() * 99 / 100], took.back());
}

void log_size(const Mix& mix, const Folder& folder, int seconds) {
  const std::string path = folder.file("log.tidemark");
  Ingest ingest(mix, path);
  for (std::int64_t n = 0; n < round_polls; ++n) ingest.poll();
  std::atomic<bool> over = false;
  std::atomic<int> drawn = 0, failed = 0, ended = 0;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 2; ++i) readers.emplace_back([&] { draw(path, over, drawn, failed); });
  readers.emplace_back([&] { read_long(path, over, ended); });
  std::int64_t most = 0, polls = 0;
  for (const auto until = SteadyClock::now() + std::chrono::seconds(seconds); SteadyClock::now() < until; ++polls) {
    ingest.poll();
    most = std::max(most, static_cast<std::int64_t>(std::filesystem::file_size(path + "-wal")));
  }
  over = true;
  readers.clear();
  fmt::print(
      "log in {} s of writing ({} polls) beside 2 readers ({} drawn, {} failed) and a long one (ended {} times): "
      "at most {:.1f} MB\n",
      seconds, polls, drawn.load(), failed.load(), ended.load(), static_cast<double>(most) / (1 << 20));
}
}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
  const int seconds = argc > 2 ? std::atoi(argv[2]) : 600;
  const Mix mix;
  const Folder folder;
  const auto rows = [&](const char* table) {
    return [&mix, table](const std::string& path) { return rows_rate(mix, path, table); };
  };
  std::vector<Layout> layouts{
      {"timeline, sealed and in buckets", [&](const std::string& path) { return timeline_rate(mix, path); }, {}},
      {"rows by time, series",
       rows("CREATE TABLE sample(ts INT, series INT, value INT, PRIMARY KEY(ts, series)) "
            "WITHOUT ROWID"),
       {}},
      {"rows by series, time",
       rows("CREATE TABLE sample(series INT, ts INT, value INT, PRIMARY KEY(series, ts)) "
            "WITHOUT ROWID"),
       {}},
      {"rows without any key", rows("CREATE TABLE sample(series INT, ts INT, value INT)"), {}}};
  if (argc > 3) layouts.resize(1);
  for (int round = 0; round < rounds; ++round)
    for (Layout& layout : layouts) {
      const std::string path = folder.file("rate.tidemark");
      layout.rates.push_back(layout.rate(path));
      for (const char* part : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(path + part);
    }
  print_rates(layouts);
  if (seconds <= 0) return 0;
  commit_times(mix, folder);
  log_size(mix, folder, seconds);
  return 0;
}
