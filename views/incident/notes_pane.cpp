// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incident/notes_pane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "models/items/story_models.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
// One side: what it is, its keys, its rows, and what stands there where it has none.
QStackedLayout* side(QWidget* box, const QString& title, std::initializer_list<QWidget*> keys, RowView* rows,
                     const QString& nothing) {
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(12, 4, 12, 4);
  QLabel* name = plain_label(theme::Face::text, "muted", title);
  name->setAccessibleName(title);
  line->addWidget(name);
  line->addStretch(1);
  for (QWidget* key : keys) line->addWidget(key);
  layout->addLayout(line);
  QLabel* label = plain_label(theme::Face::text, "muted", nothing);
  label->setAlignment(Qt::AlignCenter);
  label->setWordWrap(true);
  label->setMargin(24);
  label->setAccessibleName(NotesPane::tr("Why nothing is shown"));
  auto* stack = new QStackedLayout;
  stack->addWidget(rows);
  stack->addWidget(label);
  layout->addLayout(stack, 1);
  return stack;
}
}  // namespace

NotesPane::NotesPane(QWidget* parent)
    : QWidget(parent), event_model_(new EventModel(this)), story_model_(new StoryModel(this)) {
  auto* halves = new QSplitter(Qt::Horizontal, this);
  halves->setChildrenCollapsible(false);
  auto* left = new QWidget(halves);
  auto* right = new QWidget(halves);
  events_ = new RowView(event_model_, tr("What happened"), left);
  story_ = new RowView(story_model_, tr("The story"), right);
  events_->set_spare({EventModel::layer, EventModel::object});
  story_->set_spare({StoryModel::author});
  for (RowView* rows : {events_, story_}) {
    rows->setRootIsDecorated(false);
    rows->setIndentation(0);
    rows->installEventFilter(this);
  }
  left_ = side(left, tr("Detected"), {key_hint(QStringLiteral("+"), tr("into the story"))}, events_,
               tr("Nothing happened in this window that a collector would see."));
  right_ =
      side(right, tr("Story"), {key_hint(QStringLiteral("del"), tr("hide"))}, story_,
           tr("Nobody has written anything of this window.\nn writes a note; + takes what happened into the story."));
  halves->setStretchFactor(0, 3);
  halves->setStretchFactor(1, 2);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(halves);
  connect(events_, &RowView::opened, this, [this](const QModelIndex& index) {
    emit time_asked(event_model_->parent_row(event_model_->source(index).first).at);
  });
  connect(story_, &RowView::opened, this, [this](const QModelIndex& index) {
    emit time_asked(story_model_->parent_row(story_model_->source(index).first).at);
  });
}

void NotesPane::show_story(const std::shared_ptr<const IncidentView>& view) {
  event_model_->set_rows({view, &view->events});
  story_model_->set_rows({view, &view->story});
  left_->setCurrentIndex(view->events.empty() ? 1 : 0);
  right_->setCurrentIndex(view->story.empty() ? 1 : 0);
}

bool NotesPane::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return false;
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (watched == events_ && (key == Qt::Key_Plus || key == Qt::Key_Insert)) {
    tell();
    return true;
  }
  if (watched == story_ && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
    hide_chosen();
    return true;
  }
  return false;
}

void NotesPane::tell() {
  const QModelIndex index = events_->currentIndex();
  if (!index.isValid()) return;
  const EventRow& row = event_model_->parent_row(event_model_->source(index).first);
  emit told(row.at, format::text(row.object.value()), format::text(row.text.empty() ? row.kind : row.text));
}

void NotesPane::hide_chosen() {
  const QModelIndex index = story_->currentIndex();
  if (!index.isValid()) return;
  emit hidden(QString::fromStdString(story_model_->parent_row(story_model_->source(index).first).uuid));
}

}  // namespace tidemark::views
