// SPDX-License-Identifier: GPL-3.0-or-later
// DeadLetterModel: dead-letter topics and the causes that were counted in them. Thread rule: GUI thread.
#pragma once

#include "models/analysis/dead_letter_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class DeadLetterModel final : public RowsModel<DeadLetterRow, DeadLetterCount> {
  Q_OBJECT
 public:
  enum Column { name, state, origin, writer, records, rate, oldest, newest, cause };
  explicit DeadLetterModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const DeadLetterRow& row, int column) const override;
  ItemCell cell_of(const DeadLetterRow& parent, const DeadLetterCount& row, int column) const override;
  SortValue sort_of(const DeadLetterRow& row, int column) const override;
  SortValue sort_of(const DeadLetterRow& parent, const DeadLetterCount& row, int column) const override;
};

// Whether more come: filling, at rest, empty.
QString filling_word(const DeadLetterRow& row);
Level filling_level(const DeadLetterRow& row);
// "DataException", or what stands for a class where headers name none.
QString class_words(const DeadLetterCause& cause);
QString proof_words(DeadLetterProof proof);
// Where one of them stands: "orders-dlq/0 @ 12".
QString place_words(const DeadLetterRow& row, std::int64_t partition, std::int64_t offset);

}  // namespace tidemark
