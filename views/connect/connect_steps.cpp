// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/connect/connect_steps.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/connect/connect_words.h"
#include "views/theme/severity.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int step_px = 300, state_px = 110, height_px = 28;
enum Column : std::uint8_t { step_column, state_column, says_column };
enum Role : std::uint16_t { key_role = Qt::UserRole, fix_role, without_role, failed_role, level_role };

QLabel* line(QBoxLayout* layout, const QString& name, const char* tone) {
  QLabel* label = plain_label(theme::Face::text, tone);
  label->setWordWrap(true);
  label->setAccessibleName(name);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  layout->addWidget(label);
  return label;
}

// In the colours of the theme, where it was tried.
void colour(QTreeWidgetItem* item, const theme::Theme& colours) {
  const QVariant level = item->data(step_column, level_role);
  item->setForeground(state_column, level.isValid() ? colours(theme::level_colour(static_cast<Level>(level.toInt())))
                                                    : colours(theme::Colour::muted));
}
}  // namespace

ConnectSteps::ConnectSteps(QWidget* parent) : QWidget(parent), tree_(new QTreeWidget(this)) {
  setAccessibleName(tr("Steps"));
  tree_->setObjectName(QStringLiteral("table"));
  tree_->setAccessibleName(tr("Steps"));
  tree_->setHeaderLabels({tr("Step"), tr("Result"), tr("What was found")});
  tree_->header()->setAccessibleName(tr("Columns of the steps"));
  tree_->header()->resizeSection(step_column, step_px);
  tree_->header()->resizeSection(state_column, state_px);
  tree_->setUniformRowHeights(true);
  tree_->setFont(theme::font());
  tree_->setSelectionMode(QAbstractItemView::SingleSelection);
  tree_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  connect(tree_, &QTreeWidget::currentItemChanged, this, &ConnectSteps::show_chosen);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(theme::grid / 2);
  layout->addWidget(tree_, 1);
  auto* about = new QVBoxLayout;
  about->setContentsMargins(theme::grid, theme::grid / 2, theme::grid, theme::grid);
  about->setSpacing(2);
  says_ = line(about, tr("What was found"), nullptr);
  fix_ = line(about, tr("What to change"), "warn");
  without_ = line(about, tr("What is not known without it"), "muted");
  layout->addLayout(about);
  show_chosen();
}

void ConnectSteps::clear() {
  tree_->clear();
  show_chosen();
}

void ConnectSteps::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::PaletteChange) return;
  const theme::Theme colours(palette());
  for (int i = 0; i < tree_->topLevelItemCount(); ++i)
    for (int k = 0; k < tree_->topLevelItem(i)->childCount(); ++k) colour(tree_->topLevelItem(i)->child(k), colours);
}

QTreeWidgetItem* ConnectSteps::endpoint_item(const Endpoint& endpoint) {
  const QString key = format::text(endpoint.object);
  for (int i = 0; i < tree_->topLevelItemCount(); ++i)
    if (tree_->topLevelItem(i)->data(step_column, key_role).toString() == key) return tree_->topLevelItem(i);
  auto* item = new QTreeWidgetItem(tree_, {key, QString(), format::text(endpoint.address)});
  item->setData(step_column, key_role, key);
  item->setFont(step_column, theme::font(theme::Face::strong));
  item->setSizeHint(step_column, {0, height_px});
  item->setExpanded(true);
  return item;
}

void ConnectSteps::show_step(const Endpoint& endpoint, const ConnectionStep& step) {
  QTreeWidgetItem* parent = endpoint_item(endpoint);
  const QString key = format::text(step.step + '\n' + step.object);
  QTreeWidgetItem* item = nullptr;
  for (int i = 0; i < parent->childCount(); ++i)
    if (parent->child(i)->data(step_column, key_role).toString() == key) item = parent->child(i);
  if (!item) item = new QTreeWidgetItem(parent);
  const auto level = level_of(step);
  item->setData(step_column, key_role, key);
  item->setData(step_column, level_role, level ? QVariant(static_cast<int>(*level)) : QVariant());
  item->setSizeHint(step_column, {0, height_px});
  item->setText(step_column, step_name(step));
  item->setText(state_column, (level ? theme::shape(*level) + QLatin1Char(' ') : QString()) + state_word(step.state));
  colour(item, theme::Theme(palette()));
  item->setText(says_column, format::text(step.says));
  item->setToolTip(says_column, item->text(says_column));
  item->setData(step_column, fix_role, format::text(step.fix));
  item->setData(step_column, without_role, format::text(step.without));
  item->setData(step_column, failed_role, step.state == StepState::failed);
  const auto* current = tree_->currentItem();
  const bool chosen = current && current->data(step_column, failed_role).toBool();
  if (step.state == StepState::failed && !chosen) tree_->setCurrentItem(item);
  if (tree_->currentItem() == item) show_chosen();
}

void ConnectSteps::show_chosen_row() {
  if (auto* item = tree_->currentItem()) tree_->scrollToItem(item, QAbstractItemView::PositionAtCenter);
}

void ConnectSteps::show_chosen() {
  const auto* item = tree_->currentItem();
  const auto put = [&](QLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
  };
  put(says_,
      item ? item->text(says_column)
           : tr("A test asks step by step: the name, the port, TLS and its certificate, the sign-in, an answer, each "
                "permission. It reads, and changes nothing."));
  const QString fix = item ? item->data(step_column, fix_role).toString() : QString();
  const QString without = item ? item->data(step_column, without_role).toString() : QString();
  put(fix_, fix.isEmpty() ? QString() : tr("What to change: %1").arg(fix));
  put(without_, without.isEmpty() ? QString() : tr("Not known without it: %1").arg(without));
}

}  // namespace tidemark::views
