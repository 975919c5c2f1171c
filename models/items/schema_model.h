// SPDX-License-Identifier: GPL-3.0-or-later
// SchemaModel: subjects of schema registries and their versions. Thread rule: GUI thread.
#pragma once

#include "models/analysis/schema_branches.h"
#include "models/items/rows_model.h"

namespace tidemark {

class SchemaModel final : public RowsModel<SubjectRow, SchemaRow> {
  Q_OBJECT
 public:
  enum Column { name, state, topic, versions, kind, compatibility, change, changed };
  explicit SchemaModel(QObject* parent = nullptr);
  // Topics whose records fail since a schema came.
  void set_breaks(SchemaBreaks breaks);
  const SchemaBreaks& breaks() const { return breaks_; }

 protected:
  ItemCell cell_of(const SubjectRow& row, int column) const override;
  ItemCell cell_of(const SubjectRow& parent, const SchemaRow& row, int column) const override;
  SortValue sort_of(const SubjectRow& row, int column) const override;
  SortValue sort_of(const SubjectRow& parent, const SchemaRow& row, int column) const override;

 private:
  SchemaBreaks breaks_;
};

// The level at which nothing is checked.
bool is_unchecked(const Known<std::string>& level);
// "BACKWARD", or what stands for it where the subject has no level of its own.
QString level_words(const std::string& level);
QString word_of(VersionChange change);
// Between which times it happened: "02:41:07 – 02:41:17 UTC", "by 2026-01-01 02:41:07 UTC".
QString between_words(const Known<LocalTime>& lo, const Known<LocalTime>& hi);

}  // namespace tidemark
