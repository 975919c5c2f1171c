// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/history/prometheus_history.h"

#include <algorithm>

#include "collectors/http/url.h"
#include "collectors/metrics/endpoint.h"

namespace tidemark::history {
namespace {
constexpr Millis patience{60'000};
constexpr std::int64_t first_slice_s = 600, longest_slice_s = 3'600, shortest_slice_s = 15;
constexpr std::size_t enough_bytes = 8u << 20;  // of an answer: the next slice is longer below a quarter of it
constexpr std::size_t most_points = 5'000'000;

class Asker final {
 public:
  Asker(HttpClient http, const PrometheusQuery& query, SampleSink& sink, const ImportOptions& options)
      : http_(std::move(http)), query_(query), options_(options), scrapes_(sink, options), base_(query.url) {
    while (base_.ends_with('/')) base_.pop_back();
    std::string names;
    for (const std::string& name : offset_metrics()) names += (names.empty() ? "" : "|") + name;
    selector_ = "{__name__=~\"" + names + '"';
    for (const auto& [label, value] : query.where)
      selector_ += ',' + label + "=\"" + metrics::escaped_label(value) + '"';
    selector_ += '}';
  }

  Result<ImportSummary> run() {
    std::int64_t slice_s = first_slice_s;
    for (LocalTime at = query_.from; at < query_.to;) {
      if (options_.stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
      const LocalTime end = std::min(query_.to, at + std::chrono::seconds(slice_s));
      const auto bytes = slice(at, end);
      if (!bytes) {
        if (bytes.error().code != ErrorCode::input || slice_s <= shortest_slice_s)
          return std::unexpected(bytes.error());
        slice_s = std::max(shortest_slice_s, slice_s / 2);
        continue;
      }
      TM_CHECK(scrapes_.flush());
      at = end;
      if (options_.progress) options_.progress(query_.from, at, query_.to);
      if (*bytes > enough_bytes) slice_s = std::max(shortest_slice_s, slice_s / 2);
      if (*bytes < enough_bytes / 4) slice_s = std::min(longest_slice_s, slice_s * 2);
    }
    ImportSummary summary = scrapes_.summary();
    if (summary.samples == 0)
      return fail(ErrorCode::no_data, "it has no offsets of kafka_exporter, KMinion or kafka-lag-exporter in that time",
                  printable_url(base_), "name another time with --from and --to");
    return summary;
  }

 private:
  // The bytes of the answer.
  Result<std::size_t> slice(LocalTime from, LocalTime to) {
    const std::int64_t seconds = std::max<std::int64_t>(1, (to - from).count() / 1000);
    HttpRequest request{.url = base_ + "/api/v1/query", .method = HttpRequest::Method::post_form};
    request.form = "query=" + percent_encode(selector_ + '[' + std::to_string(seconds) + "s]") +
                   "&time=" + percent_encode(rfc3339(to));
    request.total = patience;
    if (!query_.tenant.empty()) request.headers.emplace_back("X-Scope-OrgID", query_.tenant);
    HttpReply reply = http_.send(request, options_.stop);
    if (!reply.ok()) return std::unexpected(std::move(reply.error));
    TM_TRY(const std::vector<metrics::RangeSeries> all, metrics::parse_matrix(reply.body, most_points));
    for (const metrics::RangeSeries& one : all) {
      auto meaning = offset_series(one.name, one.labels);
      if (!meaning) {
        scrapes_.pass_over(std::ssize(one.points));
        continue;
      }
      const std::size_t series = scrapes_.series(*std::move(meaning));
      for (const metrics::RangePoint& point : one.points) {
        // Old servers count both ends of a range.
        if (point.at_ms <= static_cast<double>(ms(from))) continue;
        TM_CHECK(scrapes_.add(series, static_cast<std::int64_t>(point.at_ms), point.value));
      }
    }
    return reply.body.size();
  }

  HttpClient http_;
  const PrometheusQuery& query_;
  const ImportOptions& options_;
  Scrapes scrapes_;
  std::string base_, selector_;
};
}  // namespace

Result<ImportSummary> import_prometheus(HttpClient http, const PrometheusQuery& query, SampleSink& sink,
                                        const ImportOptions& options) {
  return Asker(std::move(http), query, sink, options).run();
}

}  // namespace tidemark::history
