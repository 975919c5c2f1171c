// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/remote_source.h"

#include "models/domain/passed_on.h"

namespace tidemark::remote {

RemoteSource::RemoteSource(RemoteWriter& writer, const Clock& clock, SampleSink& sink, Millis interval)
    : writer_(writer),
      self_("source:" + writer.name()),
      last_(writer.status()),
      lane_(sink, clock, {{remote_write_kind, writer.name(), {}}, "written", interval},
            [this](const auto&, const Tick&, Poll& poll) { return read(poll); }) {}

void RemoteSource::add(Poll& poll, const Signal& signal, const std::string& unit, const Known<std::int64_t>& value) {
  poll.samples.push_back({lane_.lane().series(signal, self_, unit), value.value_or(0), value.reason()});
}

// Two things are due: that it is reached, and that it takes what it is told.
Result<Millis> RemoteSource::read(Poll& poll) {
  const RemoteStatus now = writer_.status();
  poll.due = 2;
  poll.answered = poll.due;
  if (!now.answers) {
    poll.answered = 0;
    poll.errors.push_back({"receiver", now.reason, now.error, now.denied});
  } else if (now.dropped > last_.dropped) {
    --poll.answered;
    poll.errors.push_back({"samples", Reason::not_supported,
                           std::to_string(now.dropped - last_.dropped) + " refused: " + now.refusal, false});
  }
  add(poll, signal::remote_behind, "ms", now.behind.map([](Millis behind) { return behind.count(); }));
  add(poll, signal::remote_sent, "samples", now.sent);
  add(poll, signal::remote_dropped, "samples", now.dropped);
  poll.cost.requests = now.cost.requests - last_.cost.requests;
  poll.cost.bytes = now.cost.bytes - last_.cost.bytes;
  last_ = now;
  if (!now.answers)
    return fail(now.denied ? ErrorCode::denied : ErrorCode::unreachable, now.error,
                "remote write to " + writer_.name());
  return Millis(0);
}

}  // namespace tidemark::remote
