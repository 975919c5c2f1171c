// SPDX-License-Identifier: GPL-3.0-or-later
// Asks until when a finding may sleep, and why. Thread rule: GUI thread. Times are UTC.
#pragma once

#include <QDialog>

#include "models/analysis/diagnosis.h"

class QLineEdit;

namespace tidemark::views {

class SnoozeDialog final : public QDialog {
  Q_OBJECT
 public:
  SnoozeDialog(const DiagnosisRow& row, LocalTime now, QWidget* parent);

 signals:
  void chosen(const tidemark::Snoozed& said);

 private:
  std::string finding_;
  QLineEdit* reason_;
};

// The next morning at nine.
LocalTime tomorrow_at_nine(LocalTime now);

}  // namespace tidemark::views
