// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what there is to say of a time. Thread rule: GUI thread. Times are UTC.
#pragma once

#include <QDialog>

#include "models/domain/time.h"

class QPlainTextEdit;
class QPushButton;

namespace tidemark::views {

class NoteDialog final : public QDialog {
  Q_OBJECT
 public:
  NoteDialog(LocalTime at, QWidget* parent);

 signals:
  void said(tidemark::LocalTime at, const QString& text);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void write();

  LocalTime at_;
  QPlainTextEdit* text_;
  QPushButton* write_;
};

}  // namespace tidemark::views
