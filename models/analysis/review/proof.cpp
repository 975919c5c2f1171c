// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/proof.h"

#include <algorithm>

#include "models/analysis/review/row_evidence.h"

namespace tidemark {
namespace {
using Objects = std::vector<FactsOf>;

Objects objects_of(const ReviewEvidence& evidence) {
  Objects out;
  for (const Fact& fact : evidence.facts) {
    auto found = std::ranges::find(out, fact.object, &FactsOf::object);
    if (found == out.end()) found = out.insert(out.end(), FactsOf(fact.object));
    found->add(fact);
  }
  return out;
}

ProofBar bar(ProofMeasure measure, const FactsOf& facts) { return {measure, facts.name(), 0, 0, 0}; }

// The part of what is wanted that there is.
void put_part(std::vector<ProofBar>& out, ProofBar bar, const Known<std::int64_t>& there, double wanted) {
  if (!there && there.reason() == Reason::not_applicable) {
    bar.good = wanted;
  } else if (!there) {
    bar.unknown = wanted;
  } else {
    bar.good = std::clamp(static_cast<double>(*there), 0.0, wanted);
    bar.bad = wanted - bar.good;
  }
  out.push_back(std::move(bar));
}

void put_minutes(std::vector<ProofBar>& out, const FactsOf& path) {
  const auto good = path.number("good"), bad = path.number("bad"), unknown = path.number("unknown");
  if (!good || !bad || !unknown) return;
  out.push_back({ProofMeasure::minutes, path.name(), static_cast<double>(*good), static_cast<double>(*bad),
                 static_cast<double>(*unknown)});
}

void put_commits(std::vector<ProofBar>& out, const FactsOf& table) {
  const auto commits = table.number("commits"), judged = table.number("judged");
  const auto holes = table.number("holes"), overlaps = table.number("overlaps"), explained = table.number("explained");
  if (!commits || !judged || !holes || !overlaps || *commits == 0) return;
  ProofBar one = bar(ProofMeasure::commits, table);
  const std::int64_t known = std::min(*judged, *commits);
  const std::int64_t wrong = *holes + std::max<std::int64_t>(0, *overlaps - explained.value_or(0));
  one.bad = static_cast<double>(std::min(wrong, known));
  one.good = static_cast<double>(known) - one.bad;
  one.unknown = static_cast<double>(*commits - known);
  out.push_back(std::move(one));
}

void put_window(std::vector<ProofBar>& out, const FactsOf& path) {
  const auto window = path.number("window_ms");
  if (!window || *window <= 0) return;
  put_part(out, bar(ProofMeasure::window, path), path.number("retention_ms"), static_cast<double>(*window));
}

void put_headroom(std::vector<ProofBar>& out, const FactsOf& path, const ReviewedRow& row) {
  constexpr double hour_ms = 3'600'000;
  const auto wanted = row.thresholds.find("headroom_hours");
  if (wanted == row.thresholds.end() || wanted->second <= 0) return;
  put_part(out, bar(ProofMeasure::headroom, path), path.number("headroom_ms"), wanted->second * hour_ms);
}

void put_layer(std::vector<ProofBar>& out, const FactsOf& layer) {
  ProofBar one = bar(ProofMeasure::layer, layer);
  const auto coverage = layer.real("coverage");
  one.good = coverage ? std::clamp(*coverage, 0.0, 1.0) : 0;
  one.unknown = 1 - one.good;
  out.push_back(std::move(one));
}

void put_driver(std::vector<ProofBar>& out, const FactsOf& driver) {
  ProofBar one = bar(ProofMeasure::drivers, driver);
  (driver.real("value") ? one.good : one.unknown) = 1;
  out.push_back(std::move(one));
}

void put_recovery(std::vector<ProofBar>& out, const FactsOf& drill, const ReviewedRow& row) {
  constexpr double minute_ms = 60'000;
  const auto within = row.thresholds.find("recover_minutes");
  if (within == row.thresholds.end() || within->second <= 0) return;
  ProofBar one = bar(ProofMeasure::recovery, drill);
  const double most = within->second * minute_ms;
  if (const auto took = drill.number("recover_ms")) {
    one.good = std::min(static_cast<double>(*took), most);
    one.bad = std::max(0.0, static_cast<double>(*took) - most);
  } else {
    one.unknown = most;
  }
  out.push_back(std::move(one));
}

void put_measured(std::vector<ProofBar>& out, const FactsOf& facts, const ReviewedRow& row) {
  if (row.rule == "freshness" && facts.object().starts_with("path:")) put_minutes(out, facts);
  if (row.rule == "alignment" && facts.object().starts_with("table:")) put_commits(out, facts);
  if (row.rule == "replay" && facts.object().starts_with("path:")) put_window(out, facts);
  if (row.rule == "storage" && facts.object().starts_with("path:")) put_headroom(out, facts, row);
  if (row.rule == "observability" && facts.object().starts_with("layer:")) put_layer(out, facts);
  if (row.rule == "cost" && facts.object().starts_with("driver:")) put_driver(out, facts);
}
}  // namespace

std::vector<ProofBar> proof_of(const ReviewedRow& row) {
  std::vector<ProofBar> out;
  for (const ReviewEvidence& one : row.evidence)
    for (const FactsOf& facts : objects_of(one)) {
      if (one.kind == EvidenceKind::measured) put_measured(out, facts, row);
      if (one.kind == EvidenceKind::drill && facts.object().starts_with("drill:")) put_recovery(out, facts, row);
    }
  const auto share = [](double part, const ProofBar& bar) { return bar.whole() > 0 ? part / bar.whole() : 0; };
  std::ranges::stable_sort(out, [&](const ProofBar& a, const ProofBar& b) {
    const double bad_a = share(a.bad, a), bad_b = share(b.bad, b);
    return bad_a != bad_b ? bad_a > bad_b : share(a.unknown, a) > share(b.unknown, b);
  });
  return out;
}

}  // namespace tidemark
