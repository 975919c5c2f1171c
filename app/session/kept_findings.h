// SPDX-License-Identifier: GPL-3.0-or-later
// KeptFindings: what the rules found, for the views: judged once for a generation and a time, kept for the screens that
// follow, with what is snoozed now. A diagnosis of 10,000 partitions x 200 groups takes 0.7 s: never on the GUI thread.
// Thread rule: that of the reader. Errors: those of the reader; what else goes wrong is told in the view.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/session/view_data.h"

namespace tidemark {

class KeptFindings final {
 public:
  // Fills data.findings, judged at data.at; leaves it empty where there are no polls yet.
  Result<> load(TimelineReader& reader, ViewData& data);
  // Frees what nobody shows any more, so that no other thread has to.
  void let_go();
  int judged() const { return judged_; }  // diagnoses made

 private:
  Result<bool> judge(TimelineReader& reader, ViewData& data);

  std::uint64_t generation_ = 0;
  LocalTime at_;
  std::optional<Diagnosis> diagnosis_;
  std::vector<Snoozed> snoozed_;
  std::vector<std::shared_ptr<const Findings>> made_;  // the newest last
  int judged_ = 0;
};

}  // namespace tidemark
