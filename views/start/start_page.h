// SPDX-License-Identifier: GPL-3.0-or-later
// StartPage: what a window shows that has no timeline yet: the timelines that were open last, and where a first one
// comes from: a cluster, a file, the demo. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <vector>

class QListWidget;
class QLabel;

namespace tidemark::views {

// A timeline that was open.
struct RecentFile {
  QString path;
  QString about;      // "2.2 GB, newest sample 12:04", or why it cannot be opened
  bool gone = false;  // nothing is there any more
};

class StartPage final : public QWidget {
  Q_OBJECT
 public:
  explicit StartPage(QWidget* parent = nullptr);
  void show_recent(const std::vector<RecentFile>& files);

 signals:
  void file_asked(const QString& path);
  void choice_asked();
  void demo_asked();
  void connect_asked();
  void forget_asked(const QString& path);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* ways();
  void open_current();

  QLabel* recent_title_;
  QListWidget* recent_;
  QLabel* none_;
  QWidget* first_way_ = nullptr;
};

}  // namespace tidemark::views
