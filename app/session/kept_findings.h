// SPDX-License-Identifier: GPL-3.0-or-later
// KeptFindings: what the rules found, for the views: judged once for a generation and a time, kept for the screens that
// follow, with what is snoozed now. Reading and judging an hour of 10,000 rows takes 1 s: never on the GUI thread, and
// a page does not wait for it. Thread rule: that of the reader. Errors: those of the reader; what else goes wrong is
// told in the view.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/session/path_budgets.h"
#include "app/session/view_data.h"
#include "models/analysis/alarms.h"

namespace tidemark {

class KeptFindings final {
 public:
  // Fills data.findings, judged at data.at; leaves it empty where there are no polls yet.
  Result<> load(TimelineReader& reader, ViewData& data);
  // Fills it with what was found before, judged at another time or not.
  void offer(ViewData& data) const;
  // What load() may take, by the last one or, before the first, by what there is to judge; negative where all is there.
  Result<Millis> takes(TimelineReader& reader, const ViewData& data) const;
  // Frees what nobody shows any more, so that no other thread has to.
  void let_go();
  int judged() const { return judged_; }  // diagnoses made

 private:
  bool holds(const ViewData& data) const;
  Result<bool> judge(TimelineReader& reader, ViewData& data);

  std::uint64_t generation_ = 0;
  LocalTime at_;
  std::optional<Diagnosis> diagnosis_;
  std::map<ClusterName, Sight> sights_;
  PathBudgets budgets_;
  std::vector<FreshnessRow> paths_;  // against their classes, of what is shown as it comes in
  std::vector<Snoozed> snoozed_;
  std::vector<std::shared_ptr<const Findings>> made_;  // the newest last
  std::shared_ptr<const AlarmRound> judgement_;        // of the newest
  int judged_ = 0;
  Millis took_{};  // the last one
};

}  // namespace tidemark
