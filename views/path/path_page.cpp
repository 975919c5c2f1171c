// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/path/path_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "models/items/path_model.h"
#include "views/path/waterfall_card.h"
#include "views/path_words.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
constexpr int left_px = 320;
}

PathPage::PathPage(QWidget* parent) : PageWidget(parent), model_(new PathModel(this)) {
  setAccessibleName(tr("Path"));
  headline_ = new Headline(this);
  auto* content = new QWidget(this);
  auto* left = new QVBoxLayout;
  waterfall_ = new WaterfallCard(content);
  waterfall_->setFixedWidth(left_px);
  left->addWidget(waterfall_);
  left->addStretch(1);
  auto* body = new QHBoxLayout(content);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(12);
  body->addLayout(left);
  body->addWidget(partition_card(), 1);
  auto* nothing = plain_label(theme::Face::text, "muted",
                              tr("No path has been recorded.\nStart a collector: tidemark collect --profile FILE, then "
                                 "choose a path on the first page."));
  nothing->setAlignment(Qt::AlignCenter);
  nothing->setWordWrap(true);
  nothing->setTextInteractionFlags(Qt::TextSelectableByMouse);
  nothing->setAccessibleName(tr("Why nothing is shown"));
  stack_ = new QStackedLayout;
  stack_->addWidget(content);
  stack_->addWidget(nothing);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(headline_);
  layout->addLayout(stack_, 1);
  connect(partitions_, &RowView::opened, this, &PathPage::open);
  setFocusProxy(partitions_);
  show_path(nullptr);
}

QWidget* PathPage::partition_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  filter_ = filter_line(inside, tr("Filter by partition or reader"), tr("Filter partitions"), tr("tide chart")).field;
  partitions_ = new RowView(model_, tr("Partitions of the path"), frame);
  partitions_->setRootIsDecorated(false);
  partitions_->setIndentation(0);
  partitions_->set_spare({PathModel::leader, PathModel::landing, PathModel::read, PathModel::produced});
  inside->addWidget(partitions_, 1);
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) { model_->set_filter(words); });
  connect(filter_, &QLineEdit::returnPressed, partitions_, [this] { partitions_->setFocus(); });
  return frame;
}

void PathPage::show_data(const ViewData& view) { show_path(view.path); }

std::optional<std::size_t> PathPage::count(const ViewData& view) const {
  return view.home ? std::optional<std::size_t>(view.home->paths) : std::nullopt;
}

std::optional<LocalTime> PathPage::late_since() const {
  return view_ && view_->row.since ? std::optional(*view_->row.since) : std::nullopt;
}

void PathPage::show_path(std::shared_ptr<const PathView> view) {
  view_ = std::move(view);
  stack_->setCurrentIndex(view_ ? 0 : 1);
  if (!view_) {
    headline_->say({Level::unknown, tr("No path"), {}, tr("Nothing has been recorded about any group and topic.")});
    return;
  }
  headline_->say(path_sentence(view_->row));
  waterfall_->show_path(*view_);
  model_->set_rows({view_, &view_->partitions});
}

void PathPage::open(const QModelIndex& index) {
  const LagRow& row = model_->parent_row(model_->source(index).first).lag;
  TideSelection selection{row.cluster, row.partition.topic, row.partition.partition, row.group, {}};
  if (view_->row.table) selection.table = *view_->row.table;
  emit tide_asked(selection);
}

const Sentence& PathPage::said() const { return headline_->said(); }

void PathPage::focus_filter() {
  filter_->setFocus();
  filter_->selectAll();
}

}  // namespace tidemark::views
