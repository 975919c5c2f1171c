// SPDX-License-Identifier: GPL-3.0-or-later
// Topics page: how fresh every topic is, how far behind each of its readers, and beside the rows what the paths over
// the chosen topic require of it against what is configured. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/tide.h"
#include "models/items/topic_model.h"
#include "views/widgets/facts_page.h"

namespace tidemark::views {

class TopicsPage final : public FactsPage {
  Q_OBJECT
 public:
  explicit TopicsPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_rows(std::shared_ptr<const TopicBranches> rows);
  const TopicModel& model() const { return *model_; }

 protected:
  void tell(const QModelIndex& index) override;
  void open(const QModelIndex& index) override;

 private:
  TopicsPage(TopicModel* model, QWidget* parent);

  TopicModel* model_;
};

}  // namespace tidemark::views
