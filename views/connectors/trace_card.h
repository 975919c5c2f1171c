// SPDX-License-Identifier: GPL-3.0-or-later
// Trace card: the trace of the task or connector that is chosen, folded to its first line until asked for, to be read
// and copied. Thread rule: GUI thread.
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace tidemark::views {

class TraceCard final : public QFrame {
  Q_OBJECT
 public:
  explicit TraceCard(QWidget* parent = nullptr);
  // Nothing to say hides the card. Another text of the same thing leaves it as it was, folded or not.
  void show_trace(const QString& of, const QString& trace);
  bool has_trace() const { return !trace_.isEmpty(); }
  bool unfolded() const { return unfolded_; }
  void unfold(bool on);

 private:
  void copy();

  QString of_;
  QString trace_;
  bool unfolded_ = false;
  QLabel* title_;
  QLabel* head_;
  QToolButton* fold_;
  QToolButton* copy_;
  QPlainTextEdit* text_;
};

}  // namespace tidemark::views
