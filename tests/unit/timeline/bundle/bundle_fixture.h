// SPDX-License-Identifier: GPL-3.0-or-later
// A history of 1,100 polls of 10 s, over two sealed blocks and one that is not full, with something of every kind in
// it, and bundles of it. One thread.
#pragma once

#include "models/timeline/bundle/bundle.h"
#include "tests/unit/timeline/lane_fixture.h"

namespace tidemark::test {

inline constexpr std::int64_t bundle_polls = 1'100;
inline constexpr std::int64_t first_of_window = 300, last_of_window = 1'000;  // polls
inline LocalTime time_of(std::int64_t poll) { return local_time(t0 + poll * 10'000); }

inline void write_history(const Scratch& scratch) {
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  const LaneId rare = writer->lane(offsets_lane("prod", Millis(60'000)));
  for (std::int64_t n = 0; n < bundle_polls; ++n) {
    Poll poll = poll_at(lane, n);
    poll.samples = {{writer->series(lane, mark(signal::high, "orders", 0)), n * 100 + n % 7, Reason::none},
                    {writer->series(lane, mark(signal::group(GroupId("sink")), "orders", 0)), n * 99,
                     n % 11 == 0 ? Reason::unreachable : Reason::none}};
    if (n >= 400) poll.samples.push_back({writer->series(lane, mark(signal::high, "late", 0)), n, Reason::none});
    if (n >= 1'050) poll.samples.push_back({writer->series(lane, mark(signal::high, "after", 0)), n, Reason::none});
    poll.states = {{Object("group:sink"), "members", "app-1-77", ""},
                   {Object("member:sink/app-1-77"), "host", "/10.1.2.3", ""},
                   {Object("member:sink/app-1-77"), "client-id", "app-1", ""},
                   {Object("connector:c"), "state",
                    n < 320     ? "RUNNING"
                    : n < 1'020 ? "FAILED"
                                : "PAUSED",
                    "at b1.example.org:9092, password=hunter22"}};
    if (n % 100 == 50)
      poll.events = {{time_of(n - 1), poll.wall, "broker", "broker-gone", Object("broker:2"),
                      "app-1 on 10.1.2.3 lost " + std::to_string(n), "warn"}};
    if (n % 200 == 10) {
      TableCommit commit;
      commit.table = TableName("lake.orders");
      commit.snapshot_id = std::to_string(n);
      commit.operation = "append";
      commit.ranges = {{{TopicName("orders"), PartitionId(0)}, n, n + 200}};
      poll.commits = {commit};
    }
    if (n >= 990 && n < 1'010) poll.errors = {{"group:x", Reason::unreachable, "10.1.2.3:9092 refused", false}};
    push(*writer, poll);
    if (n % 6 != 0) continue;
    Poll slow = poll_at(rare, n / 6, Millis(60'000));
    slow.samples = {{writer->series(rare, mark(signal::floor, "orders", 0)), n, Reason::none}};
    push(*writer, slow);
  }
  if (const auto closed = writer->close(); !closed) qFatal("%s", closed.error().line().c_str());
}

inline BundleWish window_wish() {
  BundleWish wish;
  wish.from = time_of(first_of_window);
  wish.to = time_of(last_of_window);
  wish.secrets = {[](std::string_view text) {
                    std::string out(text);
                    if (const auto at = out.find("hunter22"); at != std::string::npos) out.replace(at, 8, "[removed]");
                    return out;
                  },
                  [](std::string_view key) { return key.ends_with("password"); }};
  wish.tool = "tidemark test";
  wish.author = "ann";
  wish.made = local_time(t0);
  return wish;
}

inline BundleMade make(const Scratch& scratch, const BundleWish& wish, const char* name = "b.bundle") {
  auto made = create_bundle(scratch.path(), scratch.path(name), wish, {});
  if (!made) qFatal("%s", made.error().line().c_str());
  return std::move(*made);
}

}  // namespace tidemark::test
