// SPDX-License-Identifier: GPL-3.0-or-later
// Sources page: what is polled, whether it answers, at what cost, and what is refused. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/source_model.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {

class SourcesPage final : public TablePage {
  Q_OBJECT
 public:
  explicit SourcesPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_rows(std::shared_ptr<const SourceBranches> rows);
  const SourceModel& model() const { return *model_; }

 private:
  SourcesPage(SourceModel* model, QWidget* parent);
  SourceModel* model_;
};

}  // namespace tidemark::views
