// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/topic_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
// A topic is unhealthy where partitions have no leader (error) or too few replicas in sync (warn).
Level health(const TopicRow& row) {
  if (!row.leaderless || !row.urp) return Level::unknown;
  if (*row.leaderless > 0) return Level::error;
  return *row.urp > 0 ? Level::warn : Level::fine;
}

ItemCell needs_cell(const std::vector<TopicNeed>& needs) {
  if (needs.empty()) {
    ItemCell cell = text_cell(TopicModel::tr("nothing"), Tone::muted);
    cell.tip = TopicModel::tr("No path runs over it.");
    return cell;
  }
  const NeedCount found = count(needs);
  ItemCell cell = text_cell(TopicModel::tr("met"));
  cell.level = Level::fine;
  if (found.unmet > 0) {
    cell.text = TopicModel::tr("%1 of %2 not met").arg(found.unmet).arg(found.all);
    cell.level = Level::warn;
  } else if (found.unknown > 0) {
    cell.text = TopicModel::tr("%1 of %2 unknown").arg(found.unknown).arg(found.all);
    cell.level = Level::unknown;
  }
  QStringList lines;
  for (const TopicNeed& need : needs)
    if (!need.met || !*need.met)
      lines.append(format::text(need.setting) + QStringLiteral(": ") +
                   TopicModel::tr("%1 required, %2 configured")
                       .arg(known_cell(need.required, [](const std::string& v) { return format::text(v); }).text,
                            known_cell(need.configured, [](const std::string& v) { return format::text(v); }).text));
  cell.tip = lines.join(QLatin1Char('\n'));
  colour(cell);
  return cell;
}
}  // namespace

NeedCount count(const std::vector<TopicNeed>& needs) {
  NeedCount out;
  for (const TopicNeed& need : needs) {
    ++out.all;
    if (!need.met)
      ++out.unknown;
    else if (!*need.met)
      ++out.unmet;
  }
  return out;
}

TopicModel::TopicModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Topic, reader"), tr("Topics, and the groups that read them"), false, 280},
      {tr("State"), tr("Topic: its partitions' leaders and replicas. Reader: does it keep up"), false, 144},
      {tr("Last record"), tr("Age of the newest record"), true, 112},
      {tr("In"), tr("Records produced per second, over two minutes"), true, 88},
      {tr("Oldest unread"),
       tr("Age of the oldest record the reader has not read; for a topic the worst of its readers"), true, 128},
      {tr("Unread"), tr("Records the reader has not read; for a topic the most of any reader"), true, 104},
      {tr("Since"), tr("Unread, or late against its target, since"), true, 136},
      {tr("Safe until"), tr("When retention reaches unread records"), true, 136},
      {tr("Required"), tr("What the paths over the topic require of it, against what is configured"), false, 152},
      {tr("Partitions"), tr("Partitions, replicas, clean-up; for a reader its worst partition"), false, 200},
  });
}

ItemCell TopicModel::cell_of(const ReadTopic& topic, int column) const {
  const TopicRow& row = topic.row;
  switch (column) {
    case name: {
      ItemCell cell = name_cell(row.topic.value(), Tone::strong);
      cell.beside = row.readers == 0 ? tr("no reader") : tr("%n reader(s)", nullptr, static_cast<int>(row.readers));
      return cell;
    }
    case state: {
      const Level level = health(row);
      ItemCell cell = text_cell(tr("fine"));
      if (level == Level::error)
        cell = text_cell(tr("%n without leader", nullptr, static_cast<int>(*row.leaderless)), Tone::error);
      else if (level == Level::warn)
        cell = text_cell(tr("%n under-replicated", nullptr, static_cast<int>(*row.urp)), Tone::warn);
      else if (level == Level::unknown)
        cell = known_cell(row.leaderless ? row.urp : row.leaderless, format::count);
      cell.level = level;
      return cell;
    }
    case last_record:
      return age_cell(row.last_record_age, row.last_record_age_error);
    case produced:
      return known_cell(row.produce_rate, format::rate);
    case age: {
      ItemCell cell = known_cell(row.worst_age, format::duration);
      if (row.worst_age && row.worst_group) cell.tip = tr("reader %1").arg(format::text(*row.worst_group));
      return cell;
    }
    case unread: {
      ItemCell cell = known_cell(topic.unread, format::count);
      if (topic.unread) cell.tip = tr("reader %1").arg(format::text(topic.unread_by));
      return cell;
    }
    case required:
      return needs_cell(topic.needs);
    case shape: {
      ItemCell cell = known_cell(row.partitions,
                                 [](std::int64_t n) { return tr("%n partition(s)", nullptr, static_cast<int>(n)); });
      if (row.replication) cell.text += QStringLiteral(" × ") + QString::number(*row.replication);
      if (row.cleanup) cell.beside = format::text(*row.cleanup);
      if (row.retention) cell.beside += QLatin1Char(' ') + format::duration(*row.retention);
      return cell;
    }
    default:
      return {};
  }
}

ItemCell TopicModel::cell_of(const ReadTopic&, const FreshnessRow& row, int column) const {
  switch (column) {
    case name: {
      ItemCell cell = name_cell(row.group.value());
      if (row.owner) cell.beside = format::text(*row.owner);
      return cell;
    }
    case state: {
      ItemCell cell = verdict_cell(row.verdict);
      if (row.trend) cell.beside = format::word(*row.trend);
      if (cell.beside == cell.text) cell.beside.clear();
      return cell;
    }
    case age:
      return age_cell(row.age, row.age_error);
    case unread: {
      ItemCell cell = known_cell(row.unread, format::count);
      if (row.unread && row.known_partitions < row.all_partitions)
        cell.tip =
            tr("of %1 of %2 partitions; the others are unknown").arg(row.known_partitions).arg(row.all_partitions);
      return cell;
    }
    case since: {
      ItemCell cell = known_cell(row.since, format::minute);
      if (row.since) cell.tip = format::date_time(*row.since);
      return cell;
    }
    case safe_until: {
      ItemCell cell = known_cell(row.safe_until, format::minute);
      if (row.safe_until) cell.tip = format::date_time(*row.safe_until);
      return cell;
    }
    case shape: {
      ItemCell cell = known_cell(row.worst_partition, [](const TopicPartition& tp) {
        return tr("worst: partition %1").arg(tp.partition.value());
      });
      cell.tone = Tone::muted;
      return cell;
    }
    default:
      return {};
  }
}

SortValue TopicModel::sort_of(const ReadTopic& topic, int column) const {
  const TopicRow& row = topic.row;
  switch (column) {
    case name:
      return {false, 0, row.topic.value()};
    case state:
      return {false, urgency(health(row)), {}};
    case last_record:
      return sort_value(row.last_record_age);
    case produced:
      return sort_value(row.produce_rate);
    case age:
      return sort_value(row.worst_age);
    case unread:
      return sort_value(topic.unread);
    case required: {
      const NeedCount found = count(topic.needs);
      return {topic.needs.empty(), static_cast<double>(found.unmet * 1000 + found.unknown), {}};
    }
    case shape:
      return sort_value(row.partitions);
    default:
      return {true, 0, {}};
  }
}

SortValue TopicModel::sort_of(const ReadTopic&, const FreshnessRow& row, int column) const {
  switch (column) {
    case name:
      return {false, 0, row.group.value()};
    case state:
      return {false, urgency(level_of(row.verdict)), {}};
    case age:
      return sort_value(row.age);
    case unread:
      return sort_value(row.unread);
    case since:
      return sort_value(row.since);
    case safe_until:
      return sort_value(row.safe_until);
    case shape:
      return row.worst_partition ? SortValue{false, static_cast<double>(row.worst_partition->partition.value()), {}}
                                 : SortValue{true, 0, {}};
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
