// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/sources_page.h"

#include "views/words.h"

namespace tidemark::views {

SourcesPage::SourcesPage(QWidget* parent) : SourcesPage(new SourceModel, parent) {}

SourcesPage::SourcesPage(SourceModel* model, QWidget* parent)
    : TablePage(
          model, tr("Sources"),
          tr("Nothing has been collected into this file yet.\nStart a collector: tidemark collect --profile FILE"),
          parent),
      model_(model) {
  model_->setParent(this);
  table()->setRootIsDecorated(false);
  add_key(QStringLiteral("Ctrl+K"), tr("what is kept"));
}

void SourcesPage::show_data(const ViewData& view) { show_rows(view.sources); }

std::optional<std::size_t> SourcesPage::count(const ViewData& view) const { return view.status.sources; }

void SourcesPage::show_rows(std::shared_ptr<const SourceBranches> rows) {
  if (!rows) return;
  headline()->say(source_sentence(*rows));
  model_->set_rows(std::move(rows));
  settle();
}

}  // namespace tidemark::views
