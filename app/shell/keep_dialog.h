// SPDX-License-Identifier: GPL-3.0-or-later
// Dialog: how long and in how many bytes the open timeline is kept, what a change of that deletes, and the change.
// It asks for nothing itself: who opens it answers `looked_for` with show_kept() and `chosen` with show_done().
// Thread rule: GUI thread.
#pragma once

#include <QDialog>

#include "models/timeline/keep.h"

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace tidemark::shell {

class KeepDialog final : public QDialog {
  Q_OBJECT
 public:
  explicit KeepDialog(const QString& file, QWidget* parent = nullptr);

  // What was looked for last: as it would be, and what that deletes.
  void show_kept(const Result<Kept>& kept);
  // It closes where there is no error.
  void show_done(const QString& error);

 signals:
  void looked_for(const tidemark::KeepChange& change);
  void chosen(const tidemark::KeepChange& change);

 private:
  std::optional<KeepChange> change();  // none where a field is no duration or size: said so
  void look();
  void say(const QString& text, bool error);

  QLineEdit* raw_;
  QLineEdit* five_minutes_;
  QLineEdit* size_;
  QLabel* deletes_;
  QDialogButtonBox* buttons_;
  bool filled_ = false;  // the fields say what the file says
};

}  // namespace tidemark::shell
