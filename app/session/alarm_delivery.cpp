// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alarm_delivery.h"

#include <fmt/format.h>

#include "app/session/child.h"
#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"
#include "collectors/http/access.h"
#include "collectors/http/url.h"

namespace tidemark {
namespace {
constexpr Millis grace{2'000};
constexpr std::size_t longest_said = 200;

// A service that is not there, is busy or fails may take it later; one that refuses it will not.
bool may_recover(const HttpReply& reply) {
  if (reply.error.code == ErrorCode::usage) return false;
  return reply.outcome == HttpOutcome::unreachable || reply.outcome == HttpOutcome::timeout ||
         reply.outcome == HttpOutcome::throttled || reply.status >= 500;
}
}  // namespace

Result<AlarmDelivery> AlarmDelivery::open(const AlarmsProfile& profile, const SecretResolver& secrets,
                                          const Clock& clock) {
  AlarmDelivery out(profile, clock);
  if (!profile.webhook) return out;
  const AlarmWebhook& webhook = *profile.webhook;
  TM_TRY(HttpOptions options, http_options(webhook.access, secrets));
  options.limits.body = 1u << 20;
  TM_TRY(out.http_, HttpClient::open(std::move(options)));
  out.request_.method = HttpRequest::Method::post_json;
  TM_TRY(out.request_.url, secrets.resolve(webhook.url));
  if (const auto usable = check_url(out.request_.url); !usable)
    return fail(ErrorCode::usage, usable.error().what, "alarms.webhook.url", usable.error().fix);
  for (const auto& [name, value] : webhook.headers) {
    TM_TRY(std::string resolved, secrets.resolve(value));
    out.request_.headers.emplace_back(name, std::move(resolved));
  }
  return out;
}

std::vector<std::string> AlarmDelivery::receivers() const {
  std::vector<std::string> out;
  if (!profile_.command.empty()) out.emplace_back("command");
  if (http_) out.emplace_back("webhook");
  return out;
}

Delivered AlarmDelivery::deliver(const AlarmMessage& message, std::stop_token stop) {
  if (message.to == "command" && !profile_.command.empty()) return run(message.body, std::move(stop));
  if (message.to == "webhook" && http_) return post(message.body, std::move(stop));
  return {false, false, "the profile names no " + message.to + " any more"};
}

Delivered AlarmDelivery::run(const std::string& body, std::stop_token stop) const {
  const auto ran =
      run_child(profile_.command,
                {.stop = std::move(stop), .input = body + '\n', .limit = profile_.limit, .grace = grace}, *clock_);
  if (!ran) return {false, true, plain_line(ran.error().line(), longest_said)};
  if (ran->status == 0) return {true, false, profile_.command.front() + " took it"};
  std::string text = ran->timed_out
                         ? fmt::format("{} was ended after {} ms", profile_.command.front(), profile_.limit.count())
                         : fmt::format("{} ended with status {}", profile_.command.front(), ran->status);
  if (!ran->last_line.empty()) text += ": " + plain_line(redacted(ran->last_line), longest_said);
  return {false, true, std::move(text)};
}

Delivered AlarmDelivery::post(const std::string& body, std::stop_token stop) {
  request_.form = body;
  HttpReply reply = http_->send(request_, std::move(stop));
  reply.error.where = origin(request_.url);  // the path of a webhook is a secret
  if (reply.ok()) return {true, false, fmt::format("answered {} in {} ms", reply.status, reply.took.count())};
  return {false, may_recover(reply) || reply.error.code == ErrorCode::cancelled,
          plain_line(reply.error.line(), longest_said)};
}

}  // namespace tidemark
