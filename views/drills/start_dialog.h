// SPDX-License-Identifier: GPL-3.0-or-later
// Begins a drill: whose streams, who runs it, who allowed it, when it is stopped; and what is well before it. Where not
// all is well it does not start, or is started all the same and its verdict is partial at most. Thread rule: GUI
// thread.
#pragma once

#include <QDialog>

#include "models/items/drill_models.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tidemark::views {
class RowView;

class StartDialog final : public QDialog {
  Q_OBJECT
 public:
  // `scopes` are offered; another one may be written.
  StartDialog(const DrillTemplate& drill, const std::vector<std::string>& scopes, QWidget* parent);
  // What became of what was asked for last; it closes where the drill was started.
  void show_start(const DrillStart& start, const QString& error);

 signals:
  void asked(const tidemark::DrillRun& run, bool begin, bool anyway);

 private:
  void ask(bool begin, bool anyway);

  DrillTemplate drill_;
  QComboBox* scope_;
  QLineEdit* owner_;
  QLineEdit* approver_;
  QLineEdit* stop_;
  QLineEdit* note_;
  ProbeModel* model_;
  RowView* checks_;
  QLabel* says_;
  QPushButton* start_;
  QPushButton* anyway_;
};

}  // namespace tidemark::views
