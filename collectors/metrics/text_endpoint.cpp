// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/plain_text.h"
#include "collectors/http/url.h"
#include "collectors/metrics/endpoint.h"

namespace tidemark::metrics {
namespace {
constexpr Millis patience{8'000};
constexpr const char* accepted =
    "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";
constexpr const char* accepted_plain = "text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

class TextEndpoint final : public Endpoint {
 public:
  TextEndpoint(HttpClient http, std::string url) : http_(std::move(http)), url_(std::move(url)) {}

  Answer ask(const Matcher&, MonoTime, std::stop_token stop) override {
    Answer out;
    out.cost.bytes_known = true;
    HttpReply reply = send(stop, out);
    if (!reply.ok()) {
      out.reason = reason_of(reply.outcome);
      out.exposition = std::unexpected(std::move(reply.error));
      return out;
    }
    out.exposition = read(reply, out.limits);
    if (!out.exposition && broken_.empty() && dialect_of(reply.header("content-type")) == Dialect::openmetrics)
      ask_for_the_older_format(stop, out);
    if (!broken_.empty())
      out.limits.push_back("Its OpenMetrics breaks the rules of that format (" + broken_ +
                           "): it is asked for Prometheus text.");
    if (!out.exposition) {
      Error& error = out.exposition.error();
      error.where = printable_url(url_) + (error.where.empty() ? "" : ", " + error.where);
      if (error.fix.empty()) error.fix = "check that this is the address of a metric endpoint";
    }
    return out;
  }

 private:
  HttpReply send(const std::stop_token& stop, Answer& out) {
    const char* const formats = broken_.empty() ? accepted : accepted_plain;
    HttpReply reply = http_.send({.url = url_, .headers = {{"Accept", formats}}, .total = patience}, stop);
    out.took += reply.took;
    out.cost.requests += reply.requests;
    out.cost.bytes += reply.bytes();
    return reply;
  }

  // Where a program breaks the rules of OpenMetrics, as some do with exemplars and quantiles, the older format may well
  // be right: if it is, that one is asked for from now on.
  void ask_for_the_older_format(const std::stop_token& stop, Answer& out) {
    const Error& error = out.exposition.error();
    broken_ = (error.where.empty() ? "" : error.where + ": ") + error.what;
    const HttpReply reply = send(stop, out);
    auto plain = reply.ok() ? read(reply, out.limits) : fail(ErrorCode::input, "no other format");
    if (plain)
      out.exposition = std::move(plain);
    else
      broken_.clear();
  }

  static Result<Exposition> read(const HttpReply& reply, std::vector<std::string>& limits) {
    const std::string_view type = reply.header("content-type");
    auto dialect = dialect_of(type);
    if (!dialect && (type.empty() || type.starts_with("text/"))) {
      limits.push_back(type.empty() ? "It does not say which format it answers in: read as Prometheus text."
                                    : "It calls its format \"" + plain_line(type, 80) + "\": read as Prometheus text.");
      dialect = Dialect::prometheus;
    }
    if (!dialect) return fail(ErrorCode::input, "answers in the format \"" + plain_line(type, 80) + "\"");
    return parse(*dialect, reply.body);
  }

  HttpClient http_;
  const std::string url_;
  std::string broken_;  // what was wrong with its OpenMetrics; empty: nothing yet
};
}  // namespace

std::unique_ptr<Endpoint> text_endpoint(HttpClient http, const MetricsProfile& profile) {
  return std::make_unique<TextEndpoint>(std::move(http), profile.url);
}

}  // namespace tidemark::metrics
