// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectSteps: the steps of every endpoint as they come, and of the chosen one what was found, what to change and what
// is not known without it. Until somebody chooses, the first that failed is. Thread rule: GUI thread.
#pragma once

#include <QWidget>

#include "models/domain/connection.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace tidemark::views {

class ConnectSteps final : public QWidget {
  Q_OBJECT
 public:
  explicit ConnectSteps(QWidget* parent = nullptr);

  void clear();
  void show_chosen_row();  // where it was scrolled away
  void show_endpoint(const Endpoint& endpoint) { endpoint_item(endpoint); }
  // A step that is told again takes the place of the one before.
  void show_step(const Endpoint& endpoint, const ConnectionStep& step);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QTreeWidgetItem* endpoint_item(const Endpoint& endpoint);
  void show_chosen();

  QTreeWidget* tree_;
  QLabel* says_;
  QLabel* fix_;
  QLabel* without_;
};

}  // namespace tidemark::views
