// SPDX-License-Identifier: GPL-3.0-or-later
// Why card: what the chosen finding stands on: the signals that are present, contradict it or are missing (with them it
// would be settled), what was measured, and what to do next; to be read and copied. Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <utility>
#include <vector>

#include "models/analysis/diagnosis.h"

class QTextEdit;

namespace tidemark::views {

class WhyCard final : public QFrame {
  Q_OBJECT
 public:
  explicit WhyCard(QWidget* parent = nullptr);
  // The same words again leave alone what is being read or marked.
  void show_finding(const DiagnosisRow& row);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  using Line = std::pair<QString, QString>;  // a name and its words
  void write();

  std::string of_;  // the finding's id
  QString title_;
  std::vector<Line> lines_;
  QTextEdit* text_;
};

}  // namespace tidemark::views
