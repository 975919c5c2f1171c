// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/table_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "models/items/tree_model.h"
#include "views/widgets/parts.h"

namespace tidemark::views {

TablePage::TablePage(TreeModel* model, const QString& name, const QString& nothing, QWidget* parent)
    : PageWidget(parent), model_(model), nothing_(nothing) {
  setAccessibleName(name);
  headline_ = new Headline(this);
  count_ = plain_label(theme::Face::text, "muted");
  count_->setAccessibleName(tr("Rows shown"));
  table_ = new RowView(model, name, this);
  empty_ = plain_label(theme::Face::text, "muted");
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setMargin(48);
  empty_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  empty_->setAccessibleName(tr("Why nothing is shown"));

  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  const FilterLine line = filter_line(inside, tr("Filter by name"), tr("Filter %1").arg(name), tr("open"));
  filter_ = line.field;
  keys_ = line.end;
  keys_->addWidget(count_);
  stack_ = new QStackedLayout;
  stack_->addWidget(table_);
  stack_->addWidget(empty_);
  inside->addLayout(stack_, 1);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(headline_);
  layout->addWidget(frame, 1);
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) {
    model_->set_filter(words);
    settle();
  });
  connect(filter_, &QLineEdit::returnPressed, table_, [this] { table_->setFocus(); });
  setFocusProxy(table_);  // letters are keys until the filter is asked for
  settle();
}

// Before the room that is left and the number of rows.
void TablePage::add_key(const QString& key, const QString& does) {
  keys_->insertWidget(keys_->count() - 2, key_hint(key, does));
}

void TablePage::put_beside(QWidget* card) {
  constexpr int card_px = 380;
  card->setFixedWidth(card_px);
  auto* column = static_cast<QVBoxLayout*>(layout());
  auto* body = new QHBoxLayout;
  body->setSpacing(12);
  body->addItem(column->takeAt(1));
  body->addWidget(card);
  column->addLayout(body, 1);
}

void TablePage::open_first(int rows) {
  int seen = 0;
  for (int i = 0; i < model_->rowCount() && seen < rows; ++i) {
    const QModelIndex top = model_->index(i, 0);
    seen += 1 + model_->rowCount(top);
    if (i == 0 || seen <= rows) table_->setExpanded(top, true);
  }
}

void TablePage::focus_filter() {
  filter_->setFocus();
  filter_->selectAll();
}

void TablePage::set_filter(const QString& words) { filter_->setText(words); }
QString TablePage::filter() const { return filter_->text(); }

void TablePage::settle() {
  const int shown = model_->rowCount();
  const int all = model_->total();
  const bool filtered = !filter_->text().isEmpty();
  if (shown > 0)
    stack_->setCurrentWidget(table_);
  else
    stack_->setCurrentWidget(empty_);
  empty_->setText(all > 0 && filtered ? tr("Nothing matches “%1”. Esc clears the filter.").arg(filter_->text())
                                      : nothing_);
  put_count(counts_children_ ? model_->shown_children() : shown, counts_children_ ? model_->total_children() : all);
}

void TablePage::put_count(int shown, int all) {
  count_->setText(shown < all ? tr("%1 of %2").arg(shown).arg(all) : tr("%n row(s)", nullptr, all));
}

void TablePage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !filter_->text().isEmpty()) {
    filter_->clear();
    table_->setFocus();
    return;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace tidemark::views
