// SPDX-License-Identifier: GPL-3.0-or-later
// The server runs in a process of its own, so that the memory measured is the collector's.
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include "collectors/tables/table_source.h"
#include "tests/integration/tables/tables.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
// Counts and forgets.
class Counter final : public SampleSink {
 public:
  LaneId lane(const LaneSpec& spec) override { return LaneId(spec.name == "tables" ? 1 : 2); }
  SeriesId series(LaneId, const SeriesSpec&) override { return SeriesId(1); }
  bool push(Poll poll) override {
    if (poll.lane == LaneId(1)) last = {poll.commits.size(), poll.cost.requests, poll.cost.bytes, poll.cost.cpu_us};
    return true;
  }
  std::size_t backlog() const override { return 0; }
  struct {
    std::size_t commits = 0;
    std::int64_t requests = 0, bytes = 0, cpu_us = 0;
  } last;
};

std::string summary(int i) {
  return fmt::format(
      R"("kafka.connect.offsets.control-iceberg.connect-sink":"{{\"0\":{},\"1\":{}}}","kafka.connect.commit-id":)"
      R"("6132e880-0f3a-4db4-b882-{:012}","kafka.connect.task-id":"sink-0","kafka.connect.valid-through-ts":)"
      R"("2026-08-21T10:00:37.123Z","added-records":"500","added-data-files":"6","added-files-size":"123456",)"
      R"("total-records":"1000000","total-data-files":"4000","total-files-size":"99999999","engine-name":"kafka-connect")",
      i * 8, i * 8 + 3, i);
}

// Every table is the same; an ETag that is sent is the present one.
int serve(int tables, int snapshots, int out) {
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  MadeTable made;
  for (int i = 1; i <= snapshots; ++i) made.append_with(4'000'000'000'000'000'000 + i, summary(i));
  const std::string body = "{\"metadata\":" + made.json() + "}";
  std::string list = "{\"identifiers\":[";
  for (int i = 0; i < tables; ++i)
    list += fmt::format("{}{{\"namespace\":[\"lake\"],\"name\":\"t{}\"}}", i == 0 ? "" : ",", i);
  list += "]}";
  const HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    if (seen.target.find("/config") != std::string::npos) return peer.answer(200, "{}");
    if (seen.target.find("?parent=") != std::string::npos) return peer.answer(200, "{\"namespaces\":[]}");
    if (seen.target.find("/namespaces?") != std::string::npos) return peer.answer(200, "{\"namespaces\":[[\"lake\"]]}");
    if (seen.target.find("/tables?") != std::string::npos) return peer.answer(200, list);
    if (seen.headers.contains("if-none-match")) return peer.answer(304, "");
    peer.answer(200, body, {"ETag: \"1\""});
  });
  const int port = server.port();
  if (::write(out, &port, sizeof port) != sizeof port) return 1;
  while (true) ::pause();
}

long peak_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:") {
      long kb = 0;
      status >> kb;
      return kb / 1024;
    }
  return 0;
}

int measure(int port, int tables, int max_warm_ms, int max_mb) {
  CatalogProfile profile;
  profile.name = "lake";
  profile.type = "iceberg-rest";
  profile.url = fmt::format("http://127.0.0.1:{}", port);
  const SystemClock clock;
  const PlainSecrets secrets;
  Counter counter;
  const auto source = TableSource::open(profile, {}, secrets, clock, counter);
  if (!source) return 2;
  bool good = true;
  // The first reads all, the next ones also tell what did not fit into its poll; the last is warm.
  constexpr int polls = 8;
  for (int i = 0; i < polls; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const auto result = (*source)->poll_once({});
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
    fmt::print("poll {}: {} ms, {} requests, {} bytes, {} commits, {} ms of CPU, peak {} MB\n", i, took,
               counter.last.requests, counter.last.bytes, counter.last.commits, counter.last.cpu_us / 1000, peak_mb());
    good = good && result.has_value();
    if (i + 1 == polls) good = good && counter.last.requests == tables && took < max_warm_ms;
  }
  return good && peak_mb() < max_mb ? 0 : 1;
}
}  // namespace

int main(int count, char** words) {
  if (count != 5) return 2;
  const auto number = [&](int i) { return static_cast<int>(std::strtol(words[i], nullptr, 10)); };
  int ends[2] = {-1, -1};
  if (::pipe(ends) != 0) return 2;
  const pid_t child = ::fork();
  if (child == 0) ::_exit(serve(number(1), number(2), ends[1]));
  int port = 0;
  if (child < 0 || ::read(ends[0], &port, sizeof port) != sizeof port) return 2;
  const int status = measure(port, number(1), number(3), number(4));
  ::kill(child, SIGTERM);
  ::waitpid(child, nullptr, 0);
  return status;
}
