// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of a drill: why it is aborted, a verdict with a name, yes or no to a question. Each closes when it
// is said. Thread rule: GUI thread.
#pragma once

#include <QDialog>

#include "models/analysis/drill/view.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tidemark::views {

class AbortDialog final : public QDialog {
  Q_OBJECT
 public:
  AbortDialog(const DrillRun& run, QWidget* parent);

 signals:
  void said(const QString& reason, bool stop_condition);

 private:
  QLineEdit* reason_;
  QCheckBox* stop_;
};

// A verdict that is not the proposed one needs a reason.
class VerdictDialog final : public QDialog {
  Q_OBJECT
 public:
  VerdictDialog(const DrillSheet& sheet, QWidget* parent);

 signals:
  void said(const tidemark::DrillVerdict& verdict);

 private:
  void settle();

  DrillVerdict verdict_;
  QComboBox* result_;
  QLineEdit* name_;
  QLineEdit* text_;
  QPushButton* say_;
};

class QuestionDialog final : public QDialog {
  Q_OBJECT
 public:
  QuestionDialog(const DrillProbe& question, QWidget* parent);

 signals:
  void said(bool yes, const QString& note);
};

}  // namespace tidemark::views
