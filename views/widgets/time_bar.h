// SPDX-License-Identifier: GPL-3.0-or-later
// TimeBar: the one time axis of the window: what is visible, how long, and whether it follows the newest sample.
// Thread rule: GUI thread.
#pragma once

#include <QFrame>

#include "models/domain/time.h"

class QAction;
class QLabel;
class QToolButton;

namespace tidemark::views {

struct TimeActions {
  QAction* earlier = nullptr;
  QAction* later = nullptr;
  QAction* zoom_in = nullptr;
  QAction* zoom_out = nullptr;
  QAction* fit = nullptr;
  QAction* live = nullptr;
  QAction* keys = nullptr;
};

class TimeBar final : public QFrame {
  Q_OBJECT
 public:
  explicit TimeBar(const TimeActions& actions, QWidget* parent = nullptr);
  void show_range(LocalTime from, LocalTime to);
  void show_file(const QString& name, const QString& path, bool bundle = false);

 private:
  QLabel* file_;
  QLabel* range_;
  QLabel* span_;
};

}  // namespace tidemark::views
