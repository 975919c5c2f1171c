// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tide/tide_picker.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <algorithm>

#include "models/items/format.h"

namespace tidemark::views {
namespace {
constexpr int name_length = 36;
constexpr int least_length = 10;

QComboBox* box(const QString& name, QHBoxLayout* layout) {
  auto* combo = new QComboBox;
  combo->setAccessibleName(name);
  combo->setToolTip(name);
  combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  combo->setMaxVisibleItems(24);
  combo->setMinimumContentsLength(least_length);
  combo->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  layout->addWidget(combo);
  return combo;
}

void add_name(QComboBox* combo, const std::string& name) {
  const QString text = format::text(name);
  combo->addItem(format::middle(text, name_length));
  combo->setItemData(combo->count() - 1, text.toHtmlEscaped(), Qt::ToolTipRole);
}

template <class Values, class Value>
int index_in(const Values& values, const Value& value) {
  return static_cast<int>(std::ranges::find(values, value) - values.begin());
}
}  // namespace

TidePicker::TidePicker(QWidget* parent) : QWidget(parent) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  topic_ = box(tr("Topic"), layout);
  partition_ = box(tr("Partition"), layout);
  group_ = box(tr("Group"), layout);
  table_ = box(tr("Table"), layout);
  table_->hide();
  connect(topic_, &QComboBox::activated, this, &TidePicker::topic_picked);
  connect(partition_, &QComboBox::activated, this, &TidePicker::part_picked);
  connect(group_, &QComboBox::activated, this, &TidePicker::part_picked);
  connect(table_, &QComboBox::activated, this, &TidePicker::part_picked);
}

void TidePicker::offer(const std::vector<std::pair<ClusterName, TopicName>>& topics, const TideChart& chart) {
  selection_ = chart.selection;
  if (topics != topics_) {
    topics_ = topics;
    topic_->clear();
    for (const auto& [cluster, topic] : topics_) add_name(topic_, topic.value());
  }
  topic_->setCurrentIndex(index_in(topics_, std::pair(selection_.cluster, selection_.topic)));
  if (chart.partition_ids != partitions_ || partition_->count() == 0) {
    partitions_ = chart.partition_ids;
    partition_->clear();
    partition_->addItem(tr("all partitions"));
    for (const PartitionId id : partitions_) partition_->addItem(tr("partition %1").arg(id.value()));
  }
  partition_->setCurrentIndex(selection_.partition ? index_in(partitions_, *selection_.partition) + 1 : 0);
  if (chart.groups != groups_ || group_->count() == 0) {
    groups_ = chart.groups;
    group_->clear();
    for (const GroupId& id : groups_) add_name(group_, id.value());
    if (groups_.empty()) group_->addItem(tr("no group"));
  }
  group_->setEnabled(!groups_.empty());
  if (selection_.group) group_->setCurrentIndex(index_in(groups_, *selection_.group));
  if (chart.tables != tables_) {
    tables_ = chart.tables;
    table_->clear();
    for (const TableName& name : tables_) add_name(table_, name.value());
  }
  table_->setVisible(!tables_.empty());
  if (selection_.table) table_->setCurrentIndex(index_in(tables_, *selection_.table));
  updateGeometry();
}

void TidePicker::focus_topic() { topic_->setFocus(); }

void TidePicker::topic_picked(int index) {
  const auto& [cluster, topic] = topics_.at(static_cast<std::size_t>(index));
  emit picked({cluster, topic, {}, {}, {}});
}

void TidePicker::part_picked() {
  TideSelection selection = selection_;
  const int partition = partition_->currentIndex();
  selection.partition.reset();
  if (partition > 0) selection.partition = partitions_.at(static_cast<std::size_t>(partition - 1));
  if (!groups_.empty() && group_->currentIndex() >= 0)
    selection.group = groups_.at(static_cast<std::size_t>(group_->currentIndex()));
  if (!tables_.empty() && table_->currentIndex() >= 0)
    selection.table = tables_.at(static_cast<std::size_t>(table_->currentIndex()));
  emit picked(selection);
}

}  // namespace tidemark::views
