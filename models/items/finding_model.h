// SPDX-License-Identifier: GPL-3.0-or-later
// FindingModel: what the rules found; the finding that explains a path's others comes first, what is snoozed last.
// Thread rule: GUI thread.
#pragma once

#include "models/analysis/finding_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class FindingModel final : public RowsModel<DiagnosisRow, NoRow> {
  Q_OBJECT
 public:
  enum Column { title, severity, rule, where, since, confidence, owner, next };
  explicit FindingModel(QObject* parent = nullptr);

 protected:
  ItemCell cell_of(const DiagnosisRow& row, int column) const override;
  ItemCell cell_of(const DiagnosisRow&, const NoRow&, int) const override { return {}; }
  SortValue sort_of(const DiagnosisRow& row, int column) const override;
  SortValue sort_of(const DiagnosisRow&, const NoRow&, int) const override { return {}; }
};

QString word_of(Severity severity);
QString word_of(Confidence confidence);
// A note has no shape: nothing has to be done.
Level level_of(Severity severity);

}  // namespace tidemark
