// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas page: the subjects of schema registries with their versions; beside the rows the facts of the chosen one and
// of its registry. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/tide.h"
#include "models/items/schema_model.h"
#include "views/widgets/facts_page.h"

namespace tidemark::views {

class SchemasPage final : public FactsPage {
  Q_OBJECT
 public:
  explicit SchemasPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  // `findings` may be null.
  void show_schemas(const std::shared_ptr<const Schemas>& schemas, std::shared_ptr<const Findings> findings);
  const SchemaModel& model() const { return *model_; }

 protected:
  void tell(const QModelIndex& index) override;
  void open(const QModelIndex& index) override;

 private:
  SchemasPage(SchemaModel* model, QWidget* parent);

  SchemaModel* model_;
  std::shared_ptr<const Schemas> schemas_;
  std::shared_ptr<const Findings> findings_;
};

}  // namespace tidemark::views
