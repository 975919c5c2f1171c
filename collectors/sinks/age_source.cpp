// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/age_source.h"

#include "collectors/sinks/found_age.h"
#include "collectors/tables/place.h"

namespace tidemark {
namespace {
constexpr Millis usual_interval{30'000};
}  // namespace

AgeSource::AgeSource(SinkProfile profile, std::unique_ptr<SqlSession> session, const Clock& clock, SampleSink& sink)
    : profile_(std::move(profile)),
      object_(place_of(profile_).object),
      session_(std::move(session)),
      lane_(sink, clock, {place_of(profile_).source, "age", profile_.poll.value_or(usual_interval)},
            [this](const auto& stop, const Tick&, Poll& poll) { return read(stop, poll); }),
      signals_(lane_.lane()) {}

Result<Millis> AgeSource::read(const std::stop_token& stop, Poll& poll) {
  static const Signal retrieval_age("retrieval_age_ms");
  const auto begin = std::chrono::steady_clock::now();
  FoundAge age = ask_age(*session_, profile_, stop);
  poll.cost.requests += age.cost.requests;
  poll.cost.bytes += age.cost.bytes;
  poll.cost.bytes_known = age.cost.bytes_known;
  signals_.put(poll, {{retrieval_age, object_, "ms", age.ms}});
  if (age.outcome == HttpOutcome::ok) {
    poll.answered = 1;
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begin);
  }
  poll.errors.push_back(
      {object_.value(), reason_of(age.outcome), age.error.line(), age.outcome == HttpOutcome::denied});
  return std::unexpected(std::move(age.error));
}

}  // namespace tidemark
