// SPDX-License-Identifier: GPL-3.0-or-later
// Path page: one path at one moment: its stages as a waterfall, and its partitions with their marks. It asks for the
// tide chart of a partition. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <memory>

#include "models/analysis/path_rows.h"
#include "models/analysis/tide.h"
#include "views/widgets/page.h"

class QLineEdit;
class QStackedLayout;

namespace tidemark {
class PathModel;
}

namespace tidemark::views {
class Headline;
class WaterfallCard;

class PathPage final : public PageWidget {
  Q_OBJECT
 public:
  explicit PathPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void show_path(std::shared_ptr<const PathView> view);
  std::optional<LocalTime> late_since() const override;
  RowView* partitions() const { return partitions_; }
  RowView* rows() const override { return partitions_; }
  const Sentence& said() const override;
  void focus_filter() override;

 private:
  QWidget* partition_card();
  void open(const QModelIndex& index);

  std::shared_ptr<const PathView> view_;
  PathModel* model_;
  Headline* headline_;
  WaterfallCard* waterfall_;
  QLineEdit* filter_ = nullptr;
  RowView* partitions_ = nullptr;
  QStackedLayout* stack_;
};

}  // namespace tidemark::views
