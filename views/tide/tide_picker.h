// SPDX-License-Identifier: GPL-3.0-or-later
// TidePicker: which topic, which of its partitions or their sum, which group, which table where there is one. Thread
// rule: GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "models/analysis/tide.h"

class QComboBox;

namespace tidemark::views {

class TidePicker final : public QWidget {
  Q_OBJECT
 public:
  explicit TidePicker(QWidget* parent = nullptr);
  void offer(const std::vector<std::pair<ClusterName, TopicName>>& topics, const TideChart& chart);
  void focus_topic();

 signals:
  void picked(const tidemark::TideSelection& selection);

 private:
  void topic_picked(int index);
  void part_picked();

  std::vector<std::pair<ClusterName, TopicName>> topics_;
  std::vector<PartitionId> partitions_;
  std::vector<GroupId> groups_;
  std::vector<TableName> tables_;
  TideSelection selection_;
  QComboBox* topic_;
  QComboBox* partition_;
  QComboBox* group_;
  QComboBox* table_;
};

}  // namespace tidemark::views
