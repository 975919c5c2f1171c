// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that a program can judge in part only: what is measured may break or bound them, people say the rest.
#include "models/analysis/review/rules.h"

#include <cmath>

namespace tidemark::review_rules {

namespace {
constexpr double day_ms = 86'400'000;

// What is reached over a network. True: something breaks the row.
bool is_boundary_broken(const RowEvidence& row, Judged& judged) {
  bool broken = false;
  for (const FactsOf& endpoint : row.objects("endpoint")) {
    const auto zone = endpoint.text("zone"), tls = endpoint.text("tls"), signs_in = endpoint.text("authentication");
    const auto left = endpoint.real("certificate_left_ms");
    judged.metric = judged.metric || tls.known();
    const bool far = zone && *zone != "this machine";
    // How clusters are spoken to is judged by what the profile says of them.
    const bool plain = far && tls && *tls == "no" && !endpoint.name().starts_with("cluster:");
    if (plain && row.threshold("allow_plaintext", 0) <= 0) {
      judged.say("V62", endpoint.object(), {{"name", endpoint.name()}, {"zone", *zone}});
      broken = true;
    }
    if (far && signs_in && *signs_in == "none" && row.threshold("allow_anonymous", 0) <= 0) {
      judged.say("V63", endpoint.object(), {{"name", endpoint.name()}});
      broken = true;
    }
    if (!left || *left > row.threshold("certificate_days", 14) * day_ms) continue;
    const auto days = std::to_string(std::llround(std::abs(*left) / day_ms));
    judged.say(*left < 0 ? "V64" : "V65", endpoint.object(), {{"name", endpoint.name()}, {"days", days}});
    broken = broken || *left < 0;
  }
  return broken;
}
}  // namespace

Judged governance(const RowEvidence& row) {
  Judged judged;
  judged.threshold = true;
  bool broken = false;
  for (const FactsOf& cluster : row.objects("cluster")) {
    const auto security = cluster.text("security");
    judged.metric = judged.metric || security.known();
    if (!security || !security->ends_with("plaintext") || row.threshold("allow_plaintext", 0) > 0) continue;
    judged.say("V60", cluster.object(), {{"name", cluster.name()}, {"security", *security}});
    broken = true;
  }
  for (const FactsOf& registry : row.objects("registry")) {
    const auto level = registry.text("compatibility");
    judged.metric = judged.metric || level.known();
    if (!level || *level != "NONE" || row.threshold("allow_no_compatibility", 0) > 0) continue;
    judged.say("V61", registry.object(), {{"name", registry.name()}});
    broken = true;
  }
  broken = is_boundary_broken(row, judged) || broken;
  judged.outcome = row.says("sign-off");
  if (is_shown(row, "sign-off", judged)) {
    judged.exercised = true;
    for (const std::string_view slot : {"audit-path", "deletion-proof"})
      judged.cap(is_shown(row, slot, judged) ? row.says(slot) : Outcome::partial);
  }
  if (broken) judged.outcome = Outcome::fail;
  return judged;
}

Judged lineage(const RowEvidence& row) {
  Judged judged;
  judged.threshold = true;
  for (const FactsOf& all : row.objects("lineage")) {
    const auto runs = all.real("runs"), exact = all.real("exact"), bounded = all.real("bounded");
    if (!runs || !exact || !bounded || *runs <= 0) continue;
    judged.metric = judged.exercised = true;
    judged.say("V70", all.object(),
               {{"runs", std::to_string(std::llround(*runs))},
                {"exact", std::to_string(std::llround(*exact))},
                {"bounded", std::to_string(std::llround(*bounded))}});
    if (*exact >= row.threshold("exact", 0.95) * *runs)
      judged.outcome = Outcome::pass;
    else if (*exact + *bounded >= row.threshold("bounded", 0.8) * *runs)
      judged.outcome = Outcome::partial;
    else
      judged.outcome = Outcome::fail;
  }
  return judged;
}

Judged observability(const RowEvidence& row) {
  Judged judged;
  judged.threshold = true;
  std::int64_t seen = 0, all = 0;
  for (const FactsOf& layer : row.objects("layer")) {
    const auto coverage = layer.real("coverage");
    const bool is_seen = coverage && *coverage >= row.threshold("coverage", 0.95);
    // A cluster may have no storage of its own to look at.
    if (!coverage && layer.name() == "storage") continue;
    ++all;
    seen += is_seen ? 1 : 0;
    if (is_seen) continue;
    if (coverage)
      judged.say("V80", layer.object(), {{"name", layer.name()}, {"coverage", percent(*coverage)}});
    else
      judged.say("V82", layer.object(), {{"name", layer.name()}});
  }
  if (all == 0) return judged;
  judged.metric = judged.exercised = true;
  judged.say("V81", {}, {{"seen", std::to_string(seen)}, {"all", std::to_string(all)}});
  const double some = row.threshold("layers_partial", 5);
  judged.outcome = seen == all ? Outcome::pass : static_cast<double>(seen) >= some ? Outcome::partial : Outcome::fail;
  if (judged.outcome > Outcome::partial) judged.cap(std::max(Outcome::partial, most_by_coverage(row, judged)));
  return judged;
}

Judged compatibility(const RowEvidence& row) {
  Judged judged;
  judged.threshold = true;
  for (const FactsOf& group : row.objects("group")) judged.metric = judged.metric || group.text("protocol").known();
  for (const FactsOf& topic : row.objects("topic"))
    judged.metric = judged.metric || topic.flag("transactional").known();
  if (judged.metric) judged.outcome = Outcome::partial;
  if (!is_shown(row, "client-tests", judged)) return judged;
  judged.exercised = true;
  const Outcome tested = row.says("client-tests");
  judged.say("V04", {}, {{"title", row.slot("client-tests")->title}, {"says", std::string(word(tested))}});
  judged.outcome = judged.metric || tested == Outcome::fail ? tested : std::min(tested, Outcome::partial);
  return judged;
}

Judged cost(const RowEvidence& row) {
  Judged judged;
  judged.threshold = row.slot("prices") != nullptr;
  std::int64_t known = 0, all = 0;
  for (const FactsOf& driver : row.objects("driver")) {
    ++all;
    known += driver.real("value").known() ? 1 : 0;
  }
  if (known == 0) return judged;
  judged.metric = true;
  judged.say("V85", {}, {{"known", std::to_string(known)}, {"all", std::to_string(all)}});
  judged.outcome = Outcome::partial;
  judged.exercised = judged.threshold;
  return judged;
}

// What people say alone: the worst of what the row wants.
Judged said(const RowEvidence& row) {
  Judged judged;
  judged.threshold = !row.row().threshold.empty();
  judged.outcome = row.row().wants.empty() ? Outcome::unknown : Outcome::pass;
  for (const CardSlot& slot : row.row().wants) {
    judged.cap(row.says(slot.id));
    if (!is_shown(row, slot.id, judged)) continue;
    judged.metric = judged.exercised = true;
    judged.say("V04", {}, {{"title", row.slot(slot.id)->title}, {"says", std::string(word(row.says(slot.id)))}});
  }
  return judged;
}

}  // namespace tidemark::review_rules
