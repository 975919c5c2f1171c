// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/http/http_reply.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tidemark {
namespace {
// How much of a body is looked at for a word that tells.
constexpr std::size_t telling_body = 4096;
constexpr std::int64_t longest_pause_s = 3600;  // that a server may ask for

std::string_view phrase(int status) {
  switch (status) {
    case 400:
      return "bad request";
    case 405:
      return "method not allowed";
    case 409:
      return "conflict";
    case 500:
      return "internal error";
    case 501:
      return "not implemented";
    case 502:
      return "bad gateway";
    case 503:
      return "service unavailable";
    default:
      return {};
  }
}
}  // namespace

std::string_view word(HttpOutcome outcome) {
  switch (outcome) {
    case HttpOutcome::ok:
      return "ok";
    case HttpOutcome::denied:
      return "denied";
    case HttpOutcome::throttled:
      return "throttled";
    case HttpOutcome::unreachable:
      return "unreachable";
    case HttpOutcome::timeout:
      return "timeout";
    case HttpOutcome::tls:
      return "tls";
    case HttpOutcome::other:
      break;
  }
  return "other";
}

Reason reason_of(HttpOutcome outcome) {
  return outcome == HttpOutcome::denied ? Reason::no_permission : Reason::unreachable;
}

std::string_view HttpReply::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

namespace {
std::optional<Millis> time_in(const HttpReply& reply, std::string_view name) {
  const auto found = reply.headers.find(name);
  if (found == reply.headers.end()) return std::nullopt;
  const std::int64_t seconds = curl_getdate(found->second.c_str(), nullptr);
  if (seconds < 0) return std::nullopt;
  return Millis(seconds * 1000);
}
}  // namespace

std::optional<Millis> HttpReply::date() const { return time_in(*this, "date"); }
std::optional<Millis> HttpReply::last_modified() const { return time_in(*this, "last-modified"); }

std::optional<Millis> HttpReply::retry_after() const {
  const std::string text(header("retry-after"));
  std::int64_t seconds = 0;
  const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (bad == std::errc() && end == text.data() + text.size() && seconds >= 0)
    return Millis(std::min(seconds, longest_pause_s) * 1000);
  const std::int64_t until = curl_getdate(text.c_str(), nullptr);
  const auto now = date();
  if (until < 0 || !now) return std::nullopt;
  return std::clamp(Millis(until * 1000) - *now, Millis(0), Millis(longest_pause_s * 1000));
}

void judge_status(HttpReply& reply, const std::string& where) {
  const int status = reply.status;
  const auto say = [&](HttpOutcome outcome, ErrorCode code, std::string what, std::string fix) {
    reply.outcome = outcome;
    reply.error = {code, std::move(what), where, std::move(fix)};
  };
  const bool slow_down = status == 503 && (reply.headers.contains("retry-after") ||
                                           reply.body.substr(0, telling_body).find("SlowDown") != std::string::npos);
  if ((status >= 200 && status < 300) || status == 304) {
    reply.outcome = HttpOutcome::ok;
    reply.error = {};
  } else if (status == 401 || status == 407 || status == 419) {
    say(HttpOutcome::denied, ErrorCode::denied, fmt::format("refuses the credentials ({})", status),
        "check the user, the password or the token");
  } else if (status == 403) {
    say(HttpOutcome::denied, ErrorCode::denied, "does not permit this (403)", "ask for the permission to read");
  } else if (status == 404 || status == 410) {
    say(HttpOutcome::other, ErrorCode::no_data, fmt::format("not found ({})", status), "check the address");
  } else if (status == 429 || slow_down) {
    say(HttpOutcome::throttled, ErrorCode::unreachable, fmt::format("asks to come less often ({})", status),
        "poll less often");
  } else if (status == 408 || status == 504) {
    say(HttpOutcome::timeout, ErrorCode::unreachable, fmt::format("gave up waiting itself ({})", status), "try again");
  } else if (status >= 300 && status < 400) {
    say(HttpOutcome::other, ErrorCode::unreachable, fmt::format("sends elsewhere ({}), which is not followed", status),
        "write the address that it sends to, if that is right");
  } else {
    const std::string_view known = phrase(status);
    say(HttpOutcome::other, ErrorCode::unreachable,
        known.empty() ? fmt::format("answers {}", status) : fmt::format("answers {}: {}", status, known),
        "see the log of the service");
  }
}

}  // namespace tidemark
