// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/schemas/schemas_page.h"

#include "models/items/format.h"
#include "views/schemas/schemas_words.h"

namespace tidemark::views {
namespace {
constexpr int opened_first = 20;  // rows
}

SchemasPage::SchemasPage(QWidget* parent) : SchemasPage(new SchemaModel, parent) {}

SchemasPage::SchemasPage(SchemaModel* model, QWidget* parent)
    : FactsPage(model, tr("Schemas"), no_subjects_words({}), tr("The chosen subject"), parent), model_(model) {
  table()->set_spare({SchemaModel::topic, SchemaModel::kind, SchemaModel::changed, SchemaModel::change});
}

void SchemasPage::show_data(const ViewData& view) { show_schemas(view.schemas, view.findings); }

std::optional<std::size_t> SchemasPage::count(const ViewData& view) const {
  return view.schemas ? std::optional<std::size_t>(view.schemas->rows.size()) : std::nullopt;
}

void SchemasPage::show_schemas(const std::shared_ptr<const Schemas>& schemas,
                               std::shared_ptr<const Findings> findings) {
  if (!schemas) return;
  if (findings != findings_) model_->set_breaks(findings ? schema_breaks(*findings) : SchemaBreaks());
  findings_ = std::move(findings);
  schemas_ = schemas;
  headline()->say(schemas_sentence(*schemas, model_->breaks()));
  say_nothing(no_subjects_words(*schemas));
  model_->set_rows({schemas, &schemas->rows});
  rows_changed(opened_first);
}

void SchemasPage::tell(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  const SubjectRow& subject = model_->parent_row(parent);
  const std::string key(model_->key_of(parent));
  const QString name = format::text(subject.newest.subject);
  if (child < 0)
    return facts()->show_facts(
        key, name, subject_facts(*schemas_, model_->branch(parent), break_of(model_->breaks(), subject.newest)));
  const SchemaRow& row = model_->child_row(parent, static_cast<std::size_t>(child));
  facts()->show_facts(key + '\n' + std::to_string(row.version), tr("%1, version %2").arg(name).arg(row.version),
                      version_facts(row));
}

// A subject shows its versions; a version the chart of the topic whose records it is of.
void SchemasPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  if (child < 0) return FactsPage::open(index);
  const SchemaRow& row = model_->parent_row(parent).newest;
  if (row.topic) emit tide_asked({row.cluster, TopicName(*row.topic), {}, {}, {}});
}

}  // namespace tidemark::views
