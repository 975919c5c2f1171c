// SPDX-License-Identifier: GPL-3.0-or-later
// KeysDialog: every command with its keys, by section, found by a word; and the keys of the chosen one changed. Keys
// that another command has are refused with its name. Thread rule: GUI thread.
#pragma once

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tidemark::actions {
class Actions;
struct Command;
}  // namespace tidemark::actions

namespace tidemark::shell {

class KeysDialog final : public QDialog {
  Q_OBJECT
 public:
  // Deletes itself when it is closed.
  KeysDialog(const actions::Actions& actions, QWidget* window);

 private:
  void fill();
  void filter(const QString& words);
  QWidget* change_line();
  const actions::Command* current() const;
  void show_current();
  void look();
  void choose(const QList<QKeySequence>& keys);

  const actions::Actions& actions_;
  QLineEdit* filter_;
  QTreeWidget* list_;
  QLabel* of_;
  QKeySequenceEdit* keys_;
  QPushButton* use_;
  QPushButton* own_;
  QLabel* says_;
};

}  // namespace tidemark::shell
