// SPDX-License-Identifier: GPL-3.0-or-later
// Topics page: how fresh every topic is and how far behind each of its readers. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/tide.h"
#include "models/items/topic_model.h"
#include "views/widgets/table_page.h"

namespace tidemark::views {

class TopicsPage final : public TablePage {
  Q_OBJECT
 public:
  explicit TopicsPage(QWidget* parent = nullptr);
  void show_rows(std::shared_ptr<const TopicBranches> rows);
  const TopicModel& model() const { return *model_; }

 signals:
  void tide_asked(const tidemark::TideSelection& selection);

 private:
  TopicsPage(TopicModel* model, QWidget* parent);
  void open(const QModelIndex& index);

  TopicModel* model_;
};

}  // namespace tidemark::views
