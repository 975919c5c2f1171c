// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/row_evidence.h"

#include <algorithm>
#include <map>

#include "models/analysis/review/review.h"

namespace tidemark {
namespace {
template <class T>
Known<T> as(const Known<FactValue>* value) {
  if (!value) return Reason::never_polled;
  if (!*value) return value->reason();
  const T* known = std::get_if<T>(&**value);
  return known ? Known<T>(*known) : Known<T>(Reason::never_polled);
}

bool wants(const CardRow& row, const ReviewEvidence& evidence) {
  if (evidence.kind == EvidenceKind::measured) return evidence.row == row.id;
  if (!evidence.row.empty() && evidence.row != row.id) return false;
  if (evidence.slot == owner_slot || evidence.slot == runbook_slot) return true;
  return std::ranges::any_of(row.wants, [&](const CardSlot& slot) {
    return slot.id == evidence.slot && std::ranges::find(slot.kinds, evidence.kind) != slot.kinds.end();
  });
}
}  // namespace

std::string FactsOf::name() const { return object_.substr(object_.find(':') + 1); }

const Known<FactValue>* FactsOf::find(std::string_view name) const {
  const auto found = std::ranges::find(facts_, name, &Fact::name);
  return found == facts_.end() ? nullptr : &(*found)->value;
}

Known<std::int64_t> FactsOf::number(std::string_view name) const { return as<std::int64_t>(find(name)); }
Known<bool> FactsOf::flag(std::string_view name) const { return as<bool>(find(name)); }
Known<std::string> FactsOf::text(std::string_view name) const { return as<std::string>(find(name)); }
Known<double> FactsOf::real(std::string_view name) const {
  if (const auto whole = number(name)) return static_cast<double>(*whole);
  return as<double>(find(name));
}

LocalTime speaks_of(const ReviewEvidence& evidence) {
  const bool timed = evidence.kind == EvidenceKind::measured || evidence.kind == EvidenceKind::drill;
  return timed && evidence.to ? std::min(evidence.at, *evidence.to) : evidence.at;
}

LocalTime counts_until(const ReviewEvidence& evidence, Millis valid) {
  const LocalTime ends = speaks_of(evidence) + valid;
  return evidence.expires ? std::min(ends, *evidence.expires) : ends;
}

RowEvidence::RowEvidence(const CardRow& row, std::string_view scope, const std::vector<ReviewEvidence>& all,
                         LocalTime at)
    : row_(&row) {
  std::map<std::string_view, const ReviewEvidence*> valid, expired;
  const auto newer = [](const ReviewEvidence*& place, const ReviewEvidence& evidence) {
    if (!place || place->at <= evidence.at) place = &evidence;
  };
  for (const ReviewEvidence& evidence : all) {
    if (evidence.scope != scope || evidence.at > at || !wants(row, evidence)) continue;
    newer((counts_until(evidence, row.valid) > at ? valid : expired)[evidence.slot], evidence);
  }
  const auto put = [](const auto& of, std::vector<const ReviewEvidence*>& out) {
    for (const auto& [slot, evidence] : of) out.push_back(evidence);
    std::ranges::stable_sort(out, std::ranges::greater(), &ReviewEvidence::at);
  };
  for (const auto& [slot, evidence] : valid) {
    if (evidence->kind == EvidenceKind::measured) measured_ = evidence;
    expired.erase(slot);
  }
  put(valid, valid_);
  put(expired, expired_);
}

double RowEvidence::threshold(std::string_view name, double fallback) const {
  const auto found = row_->thresholds.find(std::string(name));
  return found == row_->thresholds.end() ? fallback : found->second;
}

const ReviewEvidence* RowEvidence::slot(std::string_view id) const {
  const auto found = std::ranges::find_if(valid_, [&](const ReviewEvidence* one) { return one->slot == id; });
  return found == valid_.end() || id.empty() ? nullptr : *found;
}

Outcome RowEvidence::says(std::string_view id) const {
  const ReviewEvidence* evidence = slot(id);
  if (!evidence) return Outcome::unknown;
  return evidence->says.value_or(evidence->kind == EvidenceKind::drill ? Outcome::unknown : Outcome::pass);
}

std::vector<FactsOf> RowEvidence::objects(std::string_view kind) const {
  std::vector<FactsOf> out;
  if (!measured_) return out;
  for (const Fact& fact : measured_->facts) {
    if (!fact.object.starts_with(kind) || fact.object.substr(kind.size(), 1) != ":") continue;
    auto place = std::ranges::find(out, fact.object, &FactsOf::object);
    if (place == out.end()) place = out.insert(out.end(), FactsOf(fact.object));
    place->add(fact);
  }
  return out;
}

}  // namespace tidemark
