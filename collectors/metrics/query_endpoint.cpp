// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>

#include "collectors/http/url.h"
#include "collectors/metrics/endpoint.h"
#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
constexpr Millis patience{10'000};
constexpr Millis names_live = std::chrono::minutes(10);
constexpr std::size_t most_names = 1'000;
// A range instead of a point: its samples come with their own times, so that an old one is known to be old.
constexpr const char* range = "[3m]";

class QueryEndpoint final : public Endpoint {
 public:
  QueryEndpoint(HttpClient http, const MetricsProfile& profile)
      : http_(std::move(http)), base_(profile.url), tenant_(profile.tenant) {
    while (base_.ends_with('/')) base_.pop_back();
    for (const auto& [label, value] : profile.where) where_ += ',' + label + "=\"" + escaped_label(value) + '"';
  }

  Answer ask(const Matcher& matcher, MonoTime now, std::stop_token stop) override {
    Answer out;
    out.cost.bytes_known = true;
    out.exposition = read(matcher, now, stop, out);
    if (!out.exposition && out.exposition.error().where.empty()) {
      out.exposition.error().where = printable_url(base_);
      out.exposition.error().fix = "check that this is the address of a Prometheus";
    }
    out.limits.emplace_back("It is asked for what another program scraped: values are as old as its last scrape.");
    if (cut_) out.limits.emplace_back("More than 1000 of its metrics could be signals: the others are not asked for.");
    return out;
  }

 private:
  Result<HttpReply> send(HttpRequest request, const std::stop_token& stop, Answer& out) {
    request.total = patience;
    if (!tenant_.empty()) request.headers.emplace_back("X-Scope-OrgID", tenant_);
    HttpReply reply = http_.send(request, stop);
    out.took += reply.took;
    out.cost.requests += reply.requests;
    out.cost.bytes += reply.bytes();
    if (reply.ok()) return reply;
    out.reason = reason_of(reply.outcome);
    // It says what it does not like in its own words.
    if (const auto told = parse_label_values(reply.body); !told && told.error().what.starts_with("refused: "))
      reply.error.what += ": " + told.error().what.substr(9);
    return std::unexpected(std::move(reply.error));
  }

  Result<> learn_names(const Matcher& matcher, MonoTime now, const std::stop_token& stop, Answer& out) {
    if (learned_ && now - *learned_ < names_live) return {};
    TM_TRY(const HttpReply reply, send({.url = base_ + "/api/v1/label/__name__/values"}, stop, out));
    TM_TRY(std::vector<std::string> names, parse_label_values(reply.body));
    std::erase_if(names, [&](const std::string& name) {
      return Line(name).take_metric_name().size() != name.size() || !matcher.may_mean(name);
    });
    std::ranges::sort(names);
    cut_ = names.size() > most_names;
    if (cut_) names.resize(most_names);
    names_ = std::move(names);
    learned_ = now;
    return {};
  }

  Result<Exposition> read(const Matcher& matcher, MonoTime now, const std::stop_token& stop, Answer& out) {
    TM_CHECK(learn_names(matcher, now, stop, out));
    if (names_.empty()) return Exposition{};
    std::string any;
    for (const std::string& name : names_) any += (any.empty() ? "" : "|") + name;
    const std::string query = "{__name__=~\"" + any + '"' + where_ + '}' + range;
    TM_TRY(const HttpReply reply, send({.url = base_ + "/api/v1/query",
                                        .method = HttpRequest::Method::post_form,
                                        .form = "query=" + percent_encode(query)},
                                       stop, out));
    const auto date = reply.date();
    return parse_query_answer(reply.body, {}, date ? std::optional(static_cast<double>(date->count())) : std::nullopt);
  }

  HttpClient http_;
  std::string base_;
  const std::string tenant_;
  std::string where_;
  std::optional<MonoTime> learned_;
  std::vector<std::string> names_;
  bool cut_ = false;
};
}  // namespace

std::unique_ptr<Endpoint> query_endpoint(HttpClient http, const MetricsProfile& profile) {
  return std::make_unique<QueryEndpoint>(std::move(http), profile);
}

}  // namespace tidemark::metrics
