// SPDX-License-Identifier: GPL-3.0-or-later
// Notes pane: at the left all that happened, at the right the story that people make of it. + takes an event into the
// story at its own time, Del hides a part of the story: nothing that was written is lost. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <memory>

#include "models/analysis/incident_view.h"

class QLabel;
class QStackedLayout;

namespace tidemark {
class EventModel;
class StoryModel;
}  // namespace tidemark

namespace tidemark::views {
class RowView;

class NotesPane final : public QWidget {
  Q_OBJECT
 public:
  explicit NotesPane(QWidget* parent = nullptr);
  void show_story(const std::shared_ptr<const IncidentView>& view);
  RowView* events() const { return events_; }
  RowView* story() const { return story_; }

 signals:
  // Of the event as it stands at the left.
  void told(tidemark::LocalTime at, const QString& object, const QString& text);
  void hidden(const QString& uuid);
  void time_asked(tidemark::LocalTime at);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void tell();
  void hide_chosen();

  EventModel* event_model_;
  StoryModel* story_model_;
  RowView* events_;
  RowView* story_;
  QStackedLayout* left_;
  QStackedLayout* right_;
};

}  // namespace tidemark::views
