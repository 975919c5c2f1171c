// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/http_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "collectors/core/plain_text.h"
#include "collectors/http/access.h"
#include "collectors/http/url.h"
#include "collectors/sinks/answer_rows.h"
#include "collectors/sinks/sink_asks.h"
#include "collectors/sinks/sink_presets.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_words = 200;

std::string address(std::string url, const std::string& at) {
  if (at.empty()) return url;
  while (url.ends_with('/')) url.pop_back();
  return url + (at.starts_with('/') ? "" : "/") + at;
}

void add_cost(SqlReply& to, const HttpReply& reply) {
  to.cost.requests += reply.requests;
  to.cost.bytes += reply.bytes();
  to.cost.bytes_known = true;
}

void refuse(SqlReply& reply, Error error, HttpOutcome outcome = HttpOutcome::other) {
  reply.outcome = outcome;
  reply.error = std::move(error);
  reply.rows.clear();
}

std::optional<double> number_in(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}
}  // namespace

Known<double> age_of(const std::string& value, std::string_view gives, LocalTime now) {
  constexpr double in_ms = 1000, longest = 1e15;
  const auto now_ms = static_cast<double>(ms(now));
  std::optional<double> age;
  if (gives == "time") {
    if (const auto at = parse_rfc3339(value)) age = now_ms - static_cast<double>(ms(*at));
  } else if (const auto number = number_in(value)) {
    age = gives == "epoch-ms" ? now_ms - *number : gives == "epoch-s" ? now_ms - *number * in_ms : *number * in_ms;
  }
  if (!age || std::abs(*age) > longest) return Reason::ambiguous;
  return *age;
}

HttpReader::HttpReader(SinkProfile profile, std::map<SinkQuestion, SinkAsk> asks, HttpClient http, Headers headers,
                       const Clock& clock)
    : profile_(std::move(profile)),
      asks_(std::move(asks)),
      http_(std::move(http)),
      headers_(std::move(headers)),
      clock_(clock) {}

Result<std::unique_ptr<SinkReader>> HttpReader::open(const SinkProfile& profile, const SecretResolver& secrets,
                                                     const Clock& clock) {
  TM_TRY(auto asks, asks_of(profile));
  TM_TRY(HttpOptions options, http_options(profile.access, secrets));
  options.limits.total = profile.timeout;
  options.limits.body = largest;
  TM_TRY(HttpClient http, HttpClient::open(std::move(options)));
  Headers headers;
  for (const auto& [name, value] : profile.headers) {
    TM_TRY(headers.emplace_back(name, std::string()).second, secrets.resolve(value));
  }
  return std::unique_ptr<SinkReader>(
      new HttpReader(profile, std::move(asks), std::move(http), std::move(headers), clock));
}

HttpReply HttpReader::send(const SinkAsk& ask, const std::stop_token& stop) {
  HttpRequest request{.url = address(profile_.url, ask.at), .headers = headers_};
  if (!ask.body.empty()) {
    request.method = HttpRequest::Method::post_json;
    request.form = ask.body;
  }
  return http_.send(request, stop);
}

// Who answers at all is there, whatever it keeps at that address.
CatalogAnswer HttpReader::probe(std::stop_token stop) {
  const SinkPreset* preset = sink_preset(profile_.preset);
  const std::string at = preset && !preset->probe.empty() ? preset->probe : "/";
  const std::string base = preset ? profile_.url : origin(profile_.url);
  const HttpReply reply = http_.send({.url = address(base, at), .headers = headers_}, stop);
  CatalogAnswer answer;
  answer.cost = {.requests = reply.requests, .bytes = reply.bytes(), .bytes_known = true, .cpu_us = 0};
  constexpr int not_there = 404, not_so = 405;
  if (reply.ok() || reply.status == not_there || reply.status == not_so) return answer;
  answer.outcome = reply.outcome;
  answer.error = reply.error;
  return answer;
}

SqlReply HttpReader::ask(SinkQuestion question, const SinkAsk& ask, const std::stop_token& stop) {
  SqlReply out;
  const std::string where = printable_url(address(profile_.url, ask.at));
  if (auto reads = check_reads(profile_, ask); !reads) {
    refuse(out, reads.error());
    return out;
  }
  HttpReply reply = send(ask, stop);
  add_cost(out, reply);
  if (!reply.ok()) {
    // What it says itself tells more than its number, where it was understood and refused.
    const bool tells = reply.outcome == HttpOutcome::other && reply.status > 0 && !reply.body.empty();
    if (tells) reply.error.what += ": " + plain_line(reply.body, longest_words);
    refuse(out, std::move(reply.error), reply.outcome);
    return out;
  }
  auto rows = rows_from_answer(ask, columns_of(question), reply.body);
  if (!rows) {
    rows.error().where = where;
    refuse(out, std::move(rows.error()));
    return out;
  }
  rows->cost = out.cost;
  return std::move(*rows);
}

SqlReply HttpReader::rows(SinkQuestion question, const std::string& key, std::stop_token stop) {
  const SinkAsk& wanted = asks_.at(question);
  const int times = has_place(wanted, "number") ? profile_.partitions : 1;
  SqlReply sum;
  for (int number = 0; number < times; ++number) {
    SqlReply reply = ask(question, filled(wanted, {{"key", key}, {"number", std::to_string(number)}}), stop);
    add_cost(sum.cost, reply.cost);
    if (!reply.ok()) {
      refuse(sum, std::move(reply.error), reply.outcome);
      return sum;
    }
    sum.columns = std::move(reply.columns);
    sum.rows.insert(sum.rows.end(), std::make_move_iterator(reply.rows.begin()),
                    std::make_move_iterator(reply.rows.end()));
  }
  return sum;
}

FoundAge HttpReader::age(SinkQuestion question, std::stop_token stop) {
  FoundAge age;
  SqlReply reply = rows(question, {}, std::move(stop));
  age.cost = reply.cost;
  age.outcome = reply.outcome;
  age.error = std::move(reply.error);
  if (age.outcome != HttpOutcome::ok) {
    age.ms = reason_of(age.outcome);
    return age;
  }
  if (reply.rows.empty() || !reply.rows[0][0]) return age;
  age.ms = reply.rows.size() == 1 && reply.rows[0].size() == 1
               ? age_of(*reply.rows[0][0], asks_.at(question).gives, clock_.now())
               : Known<double>(Reason::ambiguous);
  if (age.ms) return age;
  age.outcome = HttpOutcome::other;
  age.error = {ErrorCode::input, fmt::format("what is asked for {} is not answered with one time", word(question)),
               printable_url(profile_.url), "correct \"gives\" and \"fields\""};
  return age;
}

}  // namespace tidemark
