// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/server_timeline.h"

#include <algorithm>

#include "collectors/history/prometheus_history.h"
#include "collectors/http/access.h"
#include "collectors/http/url.h"
#include "models/domain/clock.h"
#include "models/timeline/writer.h"

namespace tidemark {
namespace {
constexpr std::string_view scheme = "prometheus+";

// Lets through so many samples and then asks to stop.
class CappedSink final : public SampleSink {
 public:
  CappedSink(SampleSink& sink, std::int64_t most) : sink_(sink), left_(most) {}
  LaneId lane(const LaneSpec& spec) override { return sink_.lane(spec); }
  SeriesId series(LaneId lane, const SeriesSpec& spec) override { return sink_.series(lane, spec); }
  bool push(Poll poll) override {
    const std::int64_t samples = std::ssize(poll.samples);
    if (!sink_.push(std::move(poll))) return false;
    left_ -= samples;
    if (left_ < 0) full_.request_stop();
    return true;
  }
  std::size_t backlog() const override { return sink_.backlog(); }
  bool is_full() const { return left_ < 0; }
  std::stop_source& full() { return full_; }

 private:
  SampleSink& sink_;
  std::int64_t left_;
  std::stop_source full_;
};

Result<HttpClient> client_of(const MetricsProfile& known, const SecretResolver& secrets) {
  TM_TRY(HttpOptions options, http_options(known.access, secrets));
  return HttpClient::open(std::move(options));
}
}  // namespace

bool ServerTimeline::is_named(std::string_view timeline) { return timeline.starts_with(scheme); }

std::string ServerTimeline::limit() {
  return "a server that speaks Prometheus' API holds offsets only: members, states, transactions, tables, events and "
         "configurations are not in it";
}

Result<ServerTimeline> ServerTimeline::read(const std::string& timeline, const Profile* profile,
                                            const SecretResolver& secrets, const ServerWindow& window) {
  MetricsProfile server;
  server.url = timeline.substr(scheme.size());
  if (auto usable = check_url(server.url); !usable)
    return fail(ErrorCode::usage, usable.error().what, "--timeline", "write prometheus+http://HOST:9090");
  if (profile)
    if (const auto known = std::ranges::find(profile->metrics, server.url, &MetricsProfile::url);
        known != profile->metrics.end())
      server = *known;
  TM_TRY(HttpClient http, client_of(server, secrets));
  TM_TRY(TemporaryFolder folder, TemporaryFolder::make());
  ServerTimeline out(std::move(folder));
  const SystemClock clock;
  WriterOptions options;
  options.retention = {.raw = Millis::max() / 2, .max_bytes = INT64_MAX};  // it is gone soon enough
  TM_TRY(const auto writer, TimelineWriter::open(out.path(), std::move(options), clock));
  CappedSink sink(*writer, window.most_samples);
  const std::stop_callback pass_on(window.stop, [&] { sink.full().request_stop(); });
  history::ImportOptions import;
  import.stop = sink.full().get_token();
  import.progress = window.progress;
  auto summary = history::import_prometheus(
      std::move(http), {server.url, server.where, server.tenant, window.from, window.to}, sink, import);
  if (sink.is_full())
    return fail(ErrorCode::input, "more than " + std::to_string(window.most_samples) + " samples in this window",
                printable_url(server.url), "ask for less with --from and --to");
  if (!summary) return std::unexpected(std::move(summary.error()));
  TM_CHECK(writer->close());
  out.origin_ = printable_url(server.url);
  out.notes_ = std::move(summary->notes);
  out.notes_.push_back("read from " + out.origin_ + ", since " + rfc3339(window.from) + "; " + limit());
  return out;
}

}  // namespace tidemark
