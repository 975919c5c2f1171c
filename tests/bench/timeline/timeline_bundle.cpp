// SPDX-License-Identifier: GPL-3.0-or-later
// timeline_bundle PARTITIONS HOURS MAX_MB MAX_MS: the reference mix through the real writer for HOURS and a sixth more;
// a bundle of HOURS out of it: what it takes to make, its bytes, and how long it takes to open it and read what the lag
// of every partition needs. Status 1 where it is larger or slower than that.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "models/domain/clock.h"
#include "models/timeline/bundle/bundle.h"
#include "models/timeline/reader.h"
#include "models/timeline/writer.h"
#include "tests/bench/timeline/reference_mix.h"

using namespace tidemark;

namespace {
constexpr std::int64_t begin_ms = 1'767'225'600'000;
constexpr std::int64_t step_ms = 10'000;
constexpr std::int64_t polls_an_hour = 360;

[[noreturn]] void stop(const Error& error) {
  fmt::print(stderr, "{}\n", error.line());
  std::exit(3);
}

double ms_of(const std::function<void()>& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

void write(const std::string& path, std::size_t partitions, std::int64_t polls) {
  const SystemClock clock;
  auto writer = TimelineWriter::open(path, {}, clock);
  if (!writer) stop(writer.error());
  const LaneId lane = (*writer)->lane({{"kafka", "prod", ClusterName("prod")}, "offsets", Millis(step_ms)});
  std::vector<SeriesId> high, group;
  for (std::size_t p = 0; p < partitions; ++p) {
    const Object object =
        object::partition({TopicName("t-" + std::to_string(p / 20)), PartitionId(static_cast<std::int32_t>(p % 20))});
    high.push_back((*writer)->series(lane, {signal::high, object, "records", 0}));
    group.push_back((*writer)->series(lane, {signal::group(GroupId("g")), object, "records", 0}));
  }
  bench::ReferenceMix mix(partitions, 42);
  for (std::int64_t n = 0; n < polls; ++n) {
    mix.advance();
    Poll poll;
    poll.lane = lane;
    poll.wall = local_time(begin_ms + n * step_ms);
    poll.mono = MonoTime(Millis(n * step_ms));
    poll.boot = "b";
    poll.due = poll.answered = 1;
    for (std::size_t p = 0; p < partitions; ++p) {
      poll.samples.push_back({high[p], mix.high()[p], Reason::none});
      poll.samples.push_back({group[p], mix.committed()[p], Reason::none});
    }
    while (!(*writer)->push(poll)) static_cast<void>((*writer)->flush());
  }
  if (const auto closed = (*writer)->close(); !closed) stop(closed.error());
}

// As `lag` asks: the last ten polls of everything.
double open_and_read(const std::string& bundle) {
  return ms_of([&] {
    const auto reader = TimelineReader::open(bundle);
    if (!reader) stop(reader.error());
    const auto info = (*reader)->info();
    if (!info || !info->newest) std::exit(3);
    SnapshotRequest request;
    request.from = request.to = *info->newest;
    request.min_polls = 10;
    const auto snapshot = (*reader)->load(request);
    if (!snapshot) stop(snapshot.error());
  });
}
}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "timeline_bundle PARTITIONS HOURS MAX_MB MAX_MS\n");
    return 2;
  }
  const auto partitions = static_cast<std::size_t>(std::atoll(argv[1]));
  const std::int64_t hours = std::atoll(argv[2]), polls = hours * polls_an_hour;
  const double max_mb = std::atof(argv[3]), max_ms = std::atof(argv[4]);
  std::string folder = (std::filesystem::temp_directory_path() / "tidemark-bundle-XXXXXX").string();
  if (!::mkdtemp(folder.data())) return 3;
  const std::string timeline = folder + "/t.tidemark", bundle = folder + "/b.bundle";
  const double written = ms_of([&] { write(timeline, partitions, polls + polls / 6); });
  BundleWish wish;
  wish.from = local_time(begin_ms + polls / 6 * step_ms);
  wish.secrets = {[](std::string_view text) { return std::string(text); }, [](std::string_view) { return false; }};
  const double made = ms_of([&] {
    const auto done = create_bundle(timeline, bundle, wish, {});
    if (!done) stop(done.error());
  });
  std::vector<double> opened;
  for (int i = 0; i < 9; ++i) opened.push_back(open_and_read(bundle));
  std::ranges::sort(opened);
  const double verified = ms_of([&] {
    const auto done = verify_bundle(bundle);
    if (!done) stop(done.error());
  });
  const double megabyte = 1 << 20;
  const double mb = static_cast<double>(std::filesystem::file_size(bundle)) / megabyte;
  const double timeline_mb = static_cast<double>(std::filesystem::file_size(timeline)) / megabyte;
  std::filesystem::remove_all(folder);
  fmt::print(
      "{{\"partitions\": {}, \"hours\": {}, \"samples\": {}, \"timeline_mb\": {:.2f}, \"bundle_mb\": {:.2f}, "
      "\"written_ms\": {:.0f}, \"made_ms\": {:.0f}, \"open_and_read_ms\": {:.1f}, \"open_worst_ms\": {:.1f}, "
      "\"verified_ms\": {:.0f}}}\n",
      partitions, hours, 2 * polls * static_cast<std::int64_t>(partitions), timeline_mb, mb, written, made, opened[4],
      opened.back(), verified);
  return mb <= max_mb && opened[4] <= max_ms ? 0 : 1;
}
