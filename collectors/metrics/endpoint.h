// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoint: where samples come from, asked once per poll: a metric endpoint in one of the two text formats, or a server
// that speaks the query API of Prometheus. It only reads. Thread rule: one thread at a time. A stop request ends a call
// within 250 ms. Errors: `unreachable`, `denied`, `input` for what is no exposition, one line each.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "collectors/http/http_client.h"
#include "collectors/metrics/matcher.h"
#include "models/domain/profile.h"
#include "models/domain/sample.h"

namespace tidemark::metrics {

struct Answer {
  Result<Exposition> exposition = fail(ErrorCode::no_data, "was not asked");
  Reason reason = Reason::unreachable;  // where there is none
  std::vector<std::string> limits;      // what is not as it should be, a sentence each
  PollCost cost;
  Millis took{};
};

class Endpoint {
 public:
  virtual ~Endpoint() = default;
  // `now` is monotonic. `matcher` says which metrics are of interest.
  virtual Answer ask(const Matcher& matcher, MonoTime now, std::stop_token stop) = 0;
};

std::unique_ptr<Endpoint> text_endpoint(HttpClient http, const MetricsProfile& profile);
std::unique_ptr<Endpoint> query_endpoint(HttpClient http, const MetricsProfile& profile);

// What an answer of the query API says: the newest sample of every series of a matrix, with its time. Left out are
// series that have ended, as that server itself leaves them out: those that missed more than two scrapes, by their own
// rhythm, before `now_ms` of the server's clock (unknown: before the newest sample of all).
Result<Exposition> parse_query_answer(std::string_view json, const Limits& limits = {},
                                      std::optional<double> now_ms = std::nullopt);
// All samples of an answer that is a matrix, with their own times.
struct RangePoint {
  double at_ms = 0;
  double value = 0;
};
struct RangeSeries {
  std::string name;
  Labels labels;
  std::vector<RangePoint> points;
};
Result<std::vector<RangeSeries>> parse_matrix(std::string_view json, std::size_t most_points,
                                              const Limits& limits = {});
// A label's value within the quotes of a selector.
std::string escaped_label(std::string_view value);
// The names of GET /api/v1/label/__name__/values.
Result<std::vector<std::string>> parse_label_values(std::string_view json);

}  // namespace tidemark::metrics
