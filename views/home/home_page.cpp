// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/home/home_page.h"

#include <QItemSelectionModel>

#include "models/items/format.h"
#include "views/home/budget_words.h"
#include "views/path_words.h"

namespace tidemark::views {

HomePage::HomePage(QWidget* parent) : HomePage(new HomeModel, parent) {}

HomePage::HomePage(HomeModel* model, QWidget* parent)
    : TablePage(model, tr("Tide"),
                tr("Nothing has been recorded about any group and topic.\nStart a collector: tidemark collect "
                   "--profile FILE, or look once: tidemark freshness --bootstrap HOST:PORT"),
                parent),
      model_(model),
      budget_(new FactsCard(tr("Budget"), this)) {
  model_->setParent(this);
  put_beside(budget_);
  add_key(QStringLiteral("b"), tr("budget"));
  add_key(QStringLiteral("i"), tr("incident"));
  count_children();
  table()->set_spare({HomeModel::owner, HomeModel::trend, HomeModel::safe_until, HomeModel::since});
  connect(table(), &RowView::opened, this, &HomePage::open);
  connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HomePage::choose);
  choose();
}

void HomePage::show_data(const ViewData& view) { show_home(view.home); }

std::optional<std::size_t> HomePage::count(const ViewData& view) const {
  return view.home ? std::optional<std::size_t>(view.home->late) : std::nullopt;
}

void HomePage::show_home(const std::shared_ptr<const Home>& home) {
  if (!home) return;
  headline()->say(home_sentence(*home));
  const int classes_before = model_->total();
  model_->set_rows({home, &home->classes});
  settle();
  if (classes_before == 0) table()->open_all();
  choose();
}

void HomePage::toggle_budget() {
  budget_wanted_ = !budget_wanted_;
  choose();
}

std::optional<LocalTime> HomePage::late_since() const {
  const QModelIndex index = table()->currentIndex();
  if (!index.isValid()) return std::nullopt;
  const auto [parent, child] = model_->source(index);
  if (child < 0) return std::nullopt;
  const Known<LocalTime>& since = model_->child_row(parent, static_cast<std::size_t>(child)).since;
  return since ? std::optional(*since) : std::nullopt;
}

void HomePage::choose() {
  budget_->setVisible(budget_wanted_);
  if (!budget_wanted_) return;
  const QModelIndex index = table()->currentIndex();
  const auto [parent, child] = index.isValid() ? model_->source(index) : std::pair<std::size_t, int>{0, -1};
  if (child < 0) return budget_->show_facts({}, tr("Budget"), {{tr("path"), tr("Choose one.")}});
  const PathRow& row = model_->child_row(parent, static_cast<std::size_t>(child));
  budget_->show_facts(row.fresh.path, format::text(row.route), budget_facts(model_->parent_row(parent), row));
}

void HomePage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  if (child < 0) {
    const QModelIndex top = index.siblingAtColumn(0);
    table()->setExpanded(top, !table()->isExpanded(top));
    return;
  }
  const FreshnessRow& row = model_->child_row(parent, static_cast<std::size_t>(child)).fresh;
  emit path_asked({row.cluster, row.group, row.topic});
}

}  // namespace tidemark::views
