// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/session/connection/asking.h"
#include "app/session/connection/permissions.h"
#include "app/session/connection/reach_steps.h"
#include "app/session/open_sources.h"

namespace tidemark {
namespace {
// Who is refused by name has not signed in; who signed in may still not be permitted to ask.
bool is_unknown_to_it(const Error& error) { return error.what.find("(403)") == std::string::npos; }

void tell_refusal(const ConnectionTarget& target, const Error& error, Millis took, const ConnectionCheck& check,
                  StepBook& book) {
  if (error.code == ErrorCode::cancelled) return skip_asking(book, "stopped");
  if (error.code == ErrorCode::denied && is_unknown_to_it(error)) {
    book.tell(failed_step("sign-in", error, took));
    return book.skip("answer", "signing in comes first");
  }
  if (error.code == ErrorCode::denied) {
    tell_signed_in(book);
    return book.tell(failed_step("answer", error, took));
  }
  if (!target.tls && target.speech != Speech::files) tell_unwanted_tls(target, check.stop, book);
  if (book.has("tls", StepState::failed)) return skip_asking(book, "TLS comes first");
  book.tell({.step = "sign-in", .state = StepState::unknown, .says = "no answer tells"});
  book.tell(failed_step("answer", error, took));
}

struct Sum {
  std::int64_t answered = 0;
  std::int64_t due = 0;
};
Sum sum_of(const ToldPolls& polls) {
  Sum out;
  for (const auto& [lane, poll] : polls.by_lane()) {
    out.answered += poll.answered;
    out.due += poll.due;
  }
  return out;
}
}  // namespace

void tell_service(const ConnectionTarget& target, const ConnectionCheck& check, StepBook& book) {
  ToldPolls polls;
  const auto told = std::make_shared<Told>(target.part);
  auto stages = open_sources(target.part, check.secrets, check.clock, polls, told);
  if (!stages) {
    book.tell(failed_step("settings", stages.error(), Reason::not_applicable));
    return skip_asking(book, "the settings come first");
  }
  bool any = false;
  const auto [result, took] = timed([&]() -> Result<> {
    for (const Sources& sources : *stages)
      for (const auto& source : sources) {
        any = true;
        TM_CHECK(source->poll_once(check.stop));
      }
    return {};
  });
  for (Sources& sources : *stages) sources.clear();
  if (!any) return skip_asking(book, "nothing of it is read yet");
  if (!result) return tell_refusal(target, result.error(), took, check, book);
  tell_signed_in(book);
  const Sum sum = sum_of(polls);
  book.tell({.step = "answer",
             .state = StepState::ok,
             .took = took,
             .says = fmt::format("{} of {} parts answered", sum.answered, sum.due)});
  for (ConnectionStep& step : service_refusals(polls)) book.tell(std::move(step));
}

}  // namespace tidemark
