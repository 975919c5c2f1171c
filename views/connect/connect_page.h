// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectPage: from an address to a collector: what is typed, whether it answers step by step, the profile that comes
// of it, and where that and its history are to lie. It asks for everything by signals. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "models/domain/connection.h"
#include "models/domain/profile.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tidemark::views {
class ConnectForm;
class ConnectSteps;

class ConnectPage final : public QWidget {
  Q_OBJECT
 public:
  explicit ConnectPage(QWidget* parent = nullptr);

  ConnectForm* form() const { return form_; }
  // The profile as text, and what is wrong with it: then nothing can be tested or saved.
  void show_proposal(const QString& text, const QString& fault);
  void show_places(const QString& profile, const QString& timeline);
  void show_asking(bool asking);
  // Before its first step, so that they stand in the profile's order.
  void show_endpoint(const Endpoint& endpoint);
  void show_step(const Endpoint& endpoint, const ConnectionStep& step);
  void show_checked(const std::vector<CheckedEndpoint>& checked);
  // One line, of what was imported or could not be saved.
  void say(const QString& text, bool error);

 signals:
  void changed();
  void import_asked();
  void test_asked();
  void stop_asked();
  void collect_asked(const QString& profile, const QString& timeline);
  void left();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* build_left();
  QWidget* build_right();
  QLineEdit* place(QBoxLayout* layout, const QString& name, bool profile);
  void show_buttons();

  ConnectForm* form_;
  ConnectSteps* steps_;
  QLabel* headline_;
  QPlainTextEdit* proposal_;
  QPushButton* test_ = nullptr;
  QPushButton* stop_ = nullptr;
  QPushButton* collect_ = nullptr;
  QLineEdit* profile_ = nullptr;
  QLineEdit* timeline_ = nullptr;
  bool asking_ = false;
  bool fits_ = false;
};

}  // namespace tidemark::views
