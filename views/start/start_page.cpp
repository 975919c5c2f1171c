// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start/start_page.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int width_px = 860;
constexpr int list_px = 420;
constexpr int gap_px = 4 * theme::grid;
constexpr int path_role = Qt::UserRole;
}  // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent),
      recent_title_(plain_label(theme::Face::strong, nullptr, tr("Open again"))),
      recent_(new QListWidget(this)),
      none_(plain_label(theme::Face::text, "muted", tr("No timeline was open yet."))) {
  setAccessibleName(tr("Start"));
  auto* title = plain_label(theme::Face::title, nullptr, QStringLiteral("Tidemark"));
  title->setAccessibleName(title->text());
  auto* says = plain_label(theme::Face::text, "muted",
                           tr("How stale each consumer of the data is, where along the path it is stuck, what moved "
                              "first. It only reads; what it sees it keeps in one file, a timeline."));
  says->setWordWrap(true);
  says->setAccessibleName(tr("What Tidemark does"));
  recent_title_->setAccessibleName(recent_title_->text());
  none_->setAccessibleName(none_->text());
  recent_->setObjectName(QStringLiteral("list"));
  recent_->setAccessibleName(recent_title_->text());
  recent_->setMinimumWidth(list_px);
  recent_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  recent_->setTextElideMode(Qt::ElideMiddle);
  connect(recent_, &QListWidget::itemActivated, this, &StartPage::open_current);
  auto* forget = new QAction(tr("Forget"), recent_);
  forget->setShortcut(Qt::Key_Delete);
  forget->setShortcutContext(Qt::WidgetShortcut);
  connect(forget, &QAction::triggered, this, [this] {
    if (const auto* item = recent_->currentItem()) emit forget_asked(item->data(path_role).toString());
  });
  recent_->addAction(forget);
  recent_->setContextMenuPolicy(Qt::ActionsContextMenu);

  QBoxLayout* list = nullptr;
  auto* left = card(this, &list, 16);
  list->addWidget(recent_title_);
  list->addWidget(none_);
  list->addWidget(recent_, 1);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(gap_px);
  columns->addWidget(left, 1);
  columns->addWidget(ways(), 1);
  auto* inner = new QWidget(this);
  inner->setMaximumWidth(width_px);
  inner->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  auto* column = new QVBoxLayout(inner);
  column->setSpacing(2 * theme::grid);
  column->addWidget(title);
  column->addWidget(says);
  column->addSpacing(theme::grid);
  column->addLayout(columns, 1);
  auto* whole = new QHBoxLayout(this);
  whole->setContentsMargins(gap_px, 2 * gap_px, gap_px, 2 * gap_px);
  whole->addStretch(1);
  whole->addWidget(inner, 100);
  whole->addStretch(1);
}

QWidget* StartPage::ways() {
  auto* side = new QWidget(this);
  auto* layout = new QVBoxLayout(side);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(theme::grid);
  const auto add = [&](const QString& words, const QString& about, void (StartPage::*asked)()) {
    auto* button = new QPushButton(words, side);
    button->setAccessibleName(words);
    button->setAccessibleDescription(about);
    connect(button, &QPushButton::clicked, this, asked);
    auto* text = plain_label(theme::Face::text, "muted", about);
    text->setWordWrap(true);
    text->setAccessibleName(words);
    layout->addWidget(button);
    layout->addWidget(text);
    layout->addSpacing(2 * theme::grid);
    if (!first_way_) first_way_ = button;
  };
  add(tr("Connect to a cluster …"),
      tr("An address is enough. Each step is tested, and what fails says what to change; then this window collects."),
      &StartPage::connect_asked);
  add(tr("Open a timeline or bundle …"), tr("What a collector wrote, on this machine or handed on by somebody."),
      &StartPage::choice_asked);
  add(tr("Play the demo"), tr("A pipeline with a scripted incident, on this machine alone. Takes two minutes."),
      &StartPage::demo_asked);
  layout->addStretch(1);
  return side;
}

void StartPage::show_recent(const std::vector<RecentFile>& files) {
  recent_->clear();
  for (const RecentFile& file : files) {
    const QString name = QFileInfo(file.path).completeBaseName();
    auto* item = new QListWidgetItem(format::middle(name, 60) + QLatin1Char('\n') + file.about, recent_);
    item->setData(path_role, file.path);
    item->setToolTip(file.path);
    item->setData(Qt::AccessibleTextRole, name + QStringLiteral(", ") + file.about);
    if (file.gone) item->setForeground(theme::Theme(palette())(theme::Colour::muted));
  }
  none_->setVisible(files.empty());
  recent_->setVisible(!files.empty());
  if (!files.empty()) recent_->setCurrentRow(0);
}

void StartPage::open_current() {
  if (const auto* item = recent_->currentItem()) emit file_asked(item->data(path_role).toString());
}

void StartPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  recent_->count() > 0 ? recent_->setFocus() : first_way_->setFocus();
}

}  // namespace tidemark::views
