// SPDX-License-Identifier: GPL-3.0-or-later
// RowEvidence: what is valid at a time of the evidence for one row of a card: of each slot, and of what is measured,
// the newest that has not expired; and of what nothing valid is left, the newest that has. Room-internal. Thread rule:
// none, pure functions; the evidence and the row must outlive it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/review.h"

namespace tidemark {

// The facts of one object.
class FactsOf final {
 public:
  explicit FactsOf(std::string object) : object_(std::move(object)) {}
  void add(const Fact& fact) { facts_.push_back(&fact); }

  const std::string& object() const { return object_; }
  std::string name() const;  // "orders" of "path:orders"
  // `never-polled` where there is none of that name, or it is of another type.
  Known<std::int64_t> number(std::string_view name) const;
  Known<double> real(std::string_view name) const;  // also of a whole number
  Known<bool> flag(std::string_view name) const;
  Known<std::string> text(std::string_view name) const;

 private:
  const Known<FactValue>* find(std::string_view name) const;

  std::string object_;
  std::vector<const Fact*> facts_;
};

class RowEvidence final {
 public:
  RowEvidence(const CardRow& row, std::string_view scope, const std::vector<ReviewEvidence>& all, LocalTime at);

  const CardRow& row() const { return *row_; }
  double threshold(std::string_view name, double fallback) const;
  const ReviewEvidence* measured() const { return measured_; }
  // Null where there is nothing valid.
  const ReviewEvidence* slot(std::string_view id) const;
  // What a slot says: where it does not say it, that it is there is a pass.
  Outcome says(std::string_view id) const;
  // Of what is measured, by object: those whose kind is `kind` ("path").
  std::vector<FactsOf> objects(std::string_view kind) const;
  // Newest first.
  const std::vector<const ReviewEvidence*>& valid() const { return valid_; }
  const std::vector<const ReviewEvidence*>& expired() const { return expired_; }

 private:
  const CardRow* row_;
  const ReviewEvidence* measured_ = nullptr;
  std::vector<const ReviewEvidence*> valid_;
  std::vector<const ReviewEvidence*> expired_;
};

// Slots that every row has beside those of its card.
inline constexpr std::string_view owner_slot = "owner";
inline constexpr std::string_view runbook_slot = "runbook";

}  // namespace tidemark
