// SPDX-License-Identifier: GPL-3.0-or-later
// Tide page: the tide chart of a partition or topic, what the crosshair measures, the journey of a record, and the
// other partitions. It asks for what it does not have; who owns the data answers with show_tide(). Thread rule: GUI
// thread.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/journey.h"
#include "models/analysis/tide.h"
#include "views/widgets/page.h"

class QLabel;

namespace tidemark {
class LagModel;
}

namespace tidemark::views {
class Headline;
class JourneyCard;
class MarksCard;
class RowView;
class TidePicker;
class TideView;

struct TideData {
  std::shared_ptr<const TideChart> chart;
  std::shared_ptr<const LagBranches> partitions;
  std::vector<std::pair<ClusterName, TopicName>> topics;
  Known<JourneyRow> journey = Reason::not_applicable;
};

class TidePage final : public PageWidget {
  Q_OBJECT
 public:
  explicit TidePage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<LocalTime> crosshair() const override;
  void set_crosshair(std::optional<LocalTime> at) override;
  void set_vector_painting(bool vector) override;

  void show_tide(const TideData& tide);
  // At once, before the data for it arrives.
  void set_range(LocalTime from, LocalTime to) override;
  TideView* view() const { return view_; }
  RowView* partitions() const { return partitions_; }
  Headline* headline() const { return headline_; }
  RowView* rows() const override { return partitions_; }
  const Sentence& said() const override;
  QString said_beside() const override;
  void focus_filter() override;

 signals:
  void journey_asked(tidemark::LocalTime at, std::int64_t offset);

 private:
  QWidget* left_column();
  QWidget* chart_card();
  QWidget* partition_card();
  void measure_changed();
  void open_partition(const QModelIndex& index);

  std::shared_ptr<const TideChart> chart_;
  LocalTime to_;  // the visible end
  Headline* headline_;
  TidePicker* picker_;
  TideView* view_;
  MarksCard* marks_;
  JourneyCard* journey_;
  LagModel* model_;
  RowView* partitions_;
  QLabel* nothing_;
};

}  // namespace tidemark::views
