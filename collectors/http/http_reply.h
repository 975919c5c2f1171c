// SPDX-License-Identifier: GPL-3.0-or-later
// HttpReply: what became of one request: the answer, or one clear line why there is none. The outcome is one of the
// seven words that probes are written with. Header names are lower case. Bytes are those of HTTP, both ways, before
// decompression and without TLS. Value types; no thread rule. Text of the server is as it came: sanitise before it is
// shown or stored.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/known.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark {

enum class HttpOutcome : std::uint8_t { ok, denied, throttled, unreachable, timeout, tls, other };
// "ok", "denied", …
std::string_view word(HttpOutcome outcome);
// How a poll says it: `no-permission` where denied, else `unreachable`. Not for `ok`.
Reason reason_of(HttpOutcome outcome);

struct HttpReply {
  HttpOutcome outcome = HttpOutcome::unreachable;
  int status = 0;  // 0: there was no answer
  std::string body;
  std::map<std::string, std::string, std::less<>> headers;
  Error error;  // where the outcome is not ok; also `cancelled`
  Millis took{};
  std::int64_t bytes_sent = 0;
  std::int64_t bytes_received = 0;
  std::int64_t requests = 0;  // more than one after a redirect or a new token

  // 2xx and 304.
  bool ok() const { return outcome == HttpOutcome::ok; }
  bool not_modified() const { return status == 304; }
  bool not_found() const { return status == 404; }
  // Empty where there is none.
  std::string_view header(std::string_view name) const;
  // How long the server wants to be left alone: Retry-After, in seconds or until a time of the server's own clock.
  std::optional<Millis> retry_after() const;
  // The server's clock, to the second: the Date header.
  std::optional<Millis> date() const;
  // When what it answers with was changed, by the same clock, to the second: the Last-Modified header.
  std::optional<Millis> last_modified() const;
  std::int64_t bytes() const { return bytes_sent + bytes_received; }
};

// The outcome and the line of an answer by its status. 503 is throttled where the server says when to come again or
// calls it SlowDown. `where` is the address.
void judge_status(HttpReply& reply, const std::string& where);

}  // namespace tidemark
