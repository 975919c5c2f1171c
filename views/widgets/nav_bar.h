// SPDX-License-Identifier: GPL-3.0-or-later
// NavBar: the screens that exist, in groups, each with how much is in it. Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <QToolButton>
#include <vector>

class QAction;
class QVBoxLayout;

namespace tidemark::views {

class NavButton final : public QToolButton {
  Q_OBJECT
 public:
  NavButton(QAction* action, QWidget* parent);
  void set_count(const QString& count);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString count_;
};

class NavBar final : public QFrame {
  Q_OBJECT
 public:
  explicit NavBar(QWidget* parent = nullptr);
  void add_group(const QString& title);
  NavButton* add(QAction* action);

 private:
  QVBoxLayout* layout_;
};

}  // namespace tidemark::views
