// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

#include "models/timeline/reader.h"
#include "models/timeline/roller.h"
#include "models/timeline/writer.h"
#include "tests/bench/timeline/traffic.h"

using namespace tidemark;

namespace {
constexpr std::int64_t start = 1'767'225'600'000;
constexpr std::int64_t polls_a_day = 8640;
constexpr std::size_t partitions_of_topic = 5;

double ms_of(const std::function<void()>& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> of) {
  std::ranges::nth_element(of, of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2));
  return of[of.size() / 2];
}

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

// High marks and the offsets of one group beside them, as bench::Traffic moves them.
double fill(const std::string& path, std::int64_t polls, std::size_t partitions) {
  const SystemClock clock;
  auto writer = TimelineWriter::open(path, {}, clock);
  if (!writer) stop(writer.error().line());
  const LaneId lane = (*writer)->lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)});
  std::vector<SeriesId> high, group;
  for (std::size_t p = 0; p < partitions; ++p) {
    const Object object = object::partition({TopicName("topic-" + std::to_string(p / partitions_of_topic)),
                                             PartitionId(static_cast<std::int32_t>(p % partitions_of_topic))});
    high.push_back((*writer)->series(lane, {signal::high, object, "records", 0}));
    group.push_back((*writer)->series(lane, {signal::group(GroupId("sink")), object, "records", 0}));
  }
  return ms_of([&] {
    bench::Traffic traffic(partitions, 42);
    std::vector<std::int64_t> committed = traffic.high();
    for (std::int64_t n = 0; n < polls; ++n) {
      traffic.advance();
      Poll poll;
      poll.lane = lane;
      poll.wall = local_time(start + n * 10'000);
      poll.mono = MonoTime(Millis(n * 10'000));
      poll.boot = "simulated";
      poll.due = poll.answered = 1;
      poll.samples.reserve(2 * partitions);
      for (std::size_t p = 0; p < partitions; ++p) {
        poll.samples.push_back({high[p], traffic.high()[p], Reason::none});
        poll.samples.push_back({group[p], committed[p], Reason::none});
        if (p % 7 != 3 || n % 30 == 0) committed[p] = traffic.high()[p];
      }
      while ((*writer)->backlog() > 4) ::usleep(200);
      if (!(*writer)->push(std::move(poll))) stop("a poll was not taken");
    }
    if (const auto flushed = (*writer)->flush(); !flushed) stop(flushed.error().line());
    while ((*writer)->stats().busy) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  });
}

// All buckets once more, slice by slice.
void roll_again(const std::string& path, std::int64_t samples) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  db.exec("PRAGMA synchronous = NORMAL");
  for (const char* table : {"roll", "roll_part", "rolled"}) db.exec(std::string("DELETE FROM ") + table);
  Roller roller(db);
  std::vector<double> slices;
  double all = 0;
  while (roller.pending()) {
    const double took = ms_of([&] {
      SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
      if (!roller.prepare([] {})) stop("a slice failed");
      roller.store();
      transaction.commit();
    });
    slices.push_back(took);
    all += took;
  }
  std::ranges::sort(slices);
  const auto bytes = [&](const char* sql) { return static_cast<double>(db.execAndGet(sql).getInt64()); };
  const double blocks = bytes("SELECT sum(blocks) FROM rolled");
  std::printf("buckets: %.1f ms a block of 480 polls, %.0f M samples/s; slices p50 %.2f p99 %.2f max %.2f ms\n",
              all / std::max(1.0, blocks), static_cast<double>(samples) / all / 1000, slices[slices.size() / 2],
              slices[slices.size() * 99 / 100], slices.back());
  const char* of_level =
      "SELECT ifnull(sum(length(b)), 0) FROM roll WHERE id IN (SELECT roll FROM roll_part WHERE level = ";
  std::printf("bytes per sample: 5 min %.4f, 1 h %.4f\n",
              bytes((std::string(of_level) + "300)").c_str()) / static_cast<double>(samples),
              bytes((std::string(of_level) + "3600)").c_str()) / static_cast<double>(samples));
}

double query(TimelineReader& reader, const char* what, const LevelRequest& request) {
  std::vector<double> took;
  std::size_t columns = 0, buckets = 0;
  for (int turn = 0; turn < 5; ++turn)
    took.push_back(ms_of([&] {
      const auto data = reader.load_level(request);
      if (!data) stop(data.error().line());
      columns = (*data)->columns.size();
      buckets = (*data)->columns.empty() ? 0 : (*data)->columns.front().buckets.size();
    }));
  std::printf("%-44s %5zu x %5zu buckets: %.1f ms\n", what, columns, buckets, median(took));
  return median(took);
}
}  // namespace

int main(int argc, char** argv) {
  const std::int64_t days = argc > 1 ? std::atol(argv[1]) : 30;
  const auto partitions = static_cast<std::size_t>(argc > 2 ? std::atol(argv[2]) : 1000);
  const double bound_ms = argc > 3 ? std::atof(argv[3]) : 100;
  const auto folder = std::filesystem::temp_directory_path() / ("timeline_levels." + std::to_string(::getpid()));
  const std::string path = (folder / "t.tidemark").string();
  const std::int64_t samples = days * polls_a_day * static_cast<std::int64_t>(partitions) * 2;
  const double filled = fill(path, days * polls_a_day, partitions);
  std::printf("%ld days x %zu partitions x 2: %.0f M samples in %.1f s: %.1f M samples/s, sealed and rolled up\n", days,
              partitions, static_cast<double>(samples) / 1e6, filled / 1000,
              static_cast<double>(samples) / filled / 1000);
  roll_again(path, samples);
  double worst = 0;
  {
    const auto opened = TimelineReader::open(path);
    if (!opened) stop(opened.error().line());
    TimelineReader& reader = **opened;
    const LocalTime from = local_time(start), to = local_time(start + days * 86'400'000);
    LevelRequest request{.of = {from, to}, .level = Grain::hour};
    worst = query(reader, "marks of all partitions at 1 h", request);
    request.values = false;
    request.lags = true;
    worst = std::max(worst, query(reader, "lag of all partitions at 1 h", request));
    request.level = Grain::five_minutes;
    request.of.from = to - std::chrono::hours(24);
    worst = std::max(worst, query(reader, "lag of all partitions, 24 h at 5 min", request));
    request.of = {from, to};
    request.of.topic_names = {"topic-7"};
    request.values = true;
    worst = std::max(worst, query(reader, "one topic at 5 min", request));
    if (const auto info = reader.info())
      std::printf(
          "file %.1f MB: samples %.3f, with buckets %.3f bytes per sample\n",
          static_cast<double>(info->file_bytes) / 1e6,
          static_cast<double>(info->sealed_bytes) / static_cast<double>(info->sealed_samples),
          static_cast<double>(info->sealed_bytes + info->rollup_bytes) / static_cast<double>(info->sealed_samples));
    const double checked = ms_of([&] {
      const auto faults = reader.check();
      if (!faults || !faults->empty())
        stop(faults ? faults->front().where + ": " + faults->front().what : faults.error().line());
    });
    std::printf("checked in %.1f s; slowest query %.1f ms, bound %.0f\n", checked / 1000, worst, bound_ms);
  }
  std::filesystem::remove_all(folder);
  return worst <= bound_ms ? 0 : 1;
}
