// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/receiver.h"

#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"
#include "collectors/http/access.h"
#include "collectors/http/url.h"

namespace tidemark::remote {
namespace {
constexpr std::size_t longest_said = 200;

std::string with_path(std::string url) {
  const auto host = url.find("://") + 3;
  const auto path = url.find_first_of("/?#", host);
  if (path == std::string::npos) return url + "/api/v1/write";
  return path + 1 == url.size() && url[path] == '/' ? url + "api/v1/write" : url;
}

std::string why(const HttpReply& reply) {
  std::string line = reply.error.what;
  if (!reply.body.empty()) line += ": " + redacted(reply.body);
  line = plain_line(line, longest_said);
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}
}  // namespace

Result<Receiver> Receiver::open(const RemoteWriteProfile& profile, const SecretResolver& secrets) {
  if (auto usable = check_url(profile.url); !usable) return std::unexpected(std::move(usable.error()));
  TM_TRY(HttpOptions options, http_options(profile.access, secrets));
  options.limits.body = 1u << 20;
  TM_TRY(HttpClient http, HttpClient::open(std::move(options)));
  Receiver out(std::move(http));
  out.request_.method = HttpRequest::Method::post_form;
  out.request_.url = with_path(profile.url);
  out.request_.headers = {{"Content-Type", "application/x-protobuf"},
                          {"Content-Encoding", "snappy"},
                          {"X-Prometheus-Remote-Write-Version", "0.1.0"}};
  for (const auto& [name, value] : profile.headers) {
    TM_TRY(std::string resolved, secrets.resolve(value));
    out.request_.headers.emplace_back(name, std::move(resolved));
  }
  const std::string from = origin(out.request_.url);
  out.name_ = from.substr(from.find("://") + 3);
  return out;
}

std::string Receiver::address() const { return printable_url(request_.url); }

Answer Receiver::send(std::string body, Millis limit, std::stop_token stop) {
  constexpr int bad_request = 400, too_many = 429, first_failure = 500;
  request_.form = std::move(body);
  request_.total = limit;
  const HttpReply reply = http_.send(request_, stop);
  Answer out;
  out.cost = {.requests = reply.requests, .bytes = reply.bytes(), .bytes_known = true};
  if (reply.ok()) {
    out.outcome = Answer::Outcome::taken;
    return out;
  }
  out.text = why(reply);
  if (reply.error.code == ErrorCode::cancelled) {
    out.outcome = Answer::Outcome::stopped;
    return out;
  }
  out.reason = reason_of(reply.outcome);
  out.denied = reply.outcome == HttpOutcome::denied;
  out.pause = reply.retry_after();
  const bool refused = reply.status >= bad_request && reply.status < first_failure && reply.status != too_many;
  out.outcome = refused ? Answer::Outcome::refused : Answer::Outcome::again;
  out.in_part = reply.status == bad_request;
  return out;
}

}  // namespace tidemark::remote
