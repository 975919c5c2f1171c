// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/kept_findings.h"

#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "app/session/people.h"
#include "models/domain/clock.h"

namespace tidemark {
namespace {
constexpr std::size_t series_a_millisecond = 10;  // judged for the first time
}  // namespace

Result<Millis> KeptFindings::takes(TimelineReader& reader, const ViewData& data) const {
  if (holds(data)) return Millis(-1);
  if (judged_ > 0) return took_;
  TM_TRY(const std::vector<Column> series, reader.catalogue());
  return Millis(static_cast<std::int64_t>(series.size() / series_a_millisecond));
}

bool KeptFindings::holds(const ViewData& data) const {
  return diagnosis_ && generation_ == data.generation && at_ == data.at;
}

void KeptFindings::offer(ViewData& data) const {
  if (data.status.newest && !made_.empty()) data.findings = made_.back();
}

// False where nothing new had to be judged.
Result<bool> KeptFindings::judge(TimelineReader& reader, ViewData& data) {
  if (holds(data)) return false;
  diagnosis_.reset();
  const auto begin = std::chrono::steady_clock::now();
  TM_TRY(const auto snapshot, reader.load(diagnosis_request(data.at)));
  const Result<Profile> profile = judged_profile(*snapshot, data.at);
  if (!profile) {
    data.findings_error = profile.error();
    return false;
  }
  diagnosis_ = diagnose(*snapshot, data.at, rule_texts(), {}, *profile);
  sights_ = sights_of(*snapshot, data.at);
  paths_.clear();
  if (!data.request.to) {
    TM_TRY(paths_, budgets_.judge(reader, *profile, data.at));
  }
  generation_ = data.generation;
  at_ = data.at;
  ++judged_;
  took_ = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begin);
  return true;
}

Result<> KeptFindings::load(TimelineReader& reader, ViewData& data) {
  data.findings = nullptr;
  if (!data.status.newest) return {};
  TM_TRY(const bool judged, judge(reader, data));
  if (!diagnosis_) return {};
  // A question about now is asked now, however old the newest sample is.
  const LocalTime asked = data.request.to ? data.at : SystemClock().now();
  auto snoozed = snoozed_findings(data.status.path, asked);
  if (!snoozed) {
    data.findings_error = std::move(snoozed.error());
    snoozed = std::vector<Snoozed>();
  }
  if (judged || made_.empty() || *snoozed != snoozed_) {
    snoozed_ = std::move(*snoozed);
    Diagnosis diagnosis = *diagnosis_;
    put_snoozes(snoozed_, diagnosis);
    judgement_ =
        std::make_shared<const AlarmRound>(alarm_round(data.at, sights_, diagnosis, paths_, snoozed_, finding_text));
    made_.push_back(std::make_shared<const Findings>(findings_of(std::move(diagnosis), data.at)));
  }
  data.findings = made_.back();
  data.judgement = judgement_;
  return {};
}

void KeptFindings::let_go() {
  if (made_.size() < 2) return;
  const auto newest = made_.back();
  std::erase_if(made_, [](const auto& findings) { return findings.use_count() <= 1; });
}

}  // namespace tidemark
