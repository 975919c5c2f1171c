// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/path_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
class Path {
  Q_DECLARE_TR_FUNCTIONS(Path)
};

ItemCell landing_cell(const PartialSum& sum, std::int64_t all, bool trouble) {
  ItemCell cell = known_cell(sum.value, format::count);
  if (sum.value && sum.known < all)
    cell.tip = Path::tr("of %1 of %2 partitions; the others are unknown").arg(sum.known).arg(all);
  if (trouble && sum.value && *sum.value > 0) cell.tone = Tone::warn;
  return cell;
}

Known<std::int64_t> not_landed_of(const PathPartition& row) {
  if (!row.landing) return Reason::not_applicable;
  return row.landing->commit_gap.map([](std::int64_t gap) { return std::max<std::int64_t>(0, gap); });
}

ItemCell age_at_end(const PathRow& row) {
  ItemCell cell = age_cell(row.age, row.age_error);
  if (row.age && row.fresh.bound != AgeBound::measured) {
    cell.text = (row.fresh.bound == AgeBound::at_most ? QStringLiteral("≤ ") : QStringLiteral("≥ ")) +
                format::duration(*row.age);
    cell.tip = age_words(row);
  }
  cell.tone = row.lateness == Lateness::late ? Tone::strong : cell.tone;
  if (row.age && *row.age == Millis(0) && row.fresh.bound != AgeBound::at_least) cell.text = Path::tr("current");
  if (!row.age) return cell;
  BudgetBar bar;
  bar.has_target = row.fresh.target.known();
  const auto age = static_cast<double>(row.age->count());
  if (bar.has_target) bar.share = age / static_cast<double>(std::max<std::int64_t>(1, row.fresh.target->count()));
  bar.level = row.lateness == Lateness::near ? Level::warn : level_of(row);
  if (!bar.has_target) bar.level = Level::none;
  if (bar.has_target) cell.budget = bar;
  if (row.fresh.target) cell.tip += QLatin1Char('\n') + Path::tr("target %1").arg(format::duration(*row.fresh.target));
  return cell;
}
}  // namespace

QString age_words(const PathRow& row) {
  if (!row.age || row.fresh.bound == AgeBound::measured) return format::age(row.age, row.age_error);
  if (row.fresh.bound == AgeBound::at_least)
    return Path::tr("at least %1, as a hop is not seen: %2")
        .arg(format::duration(*row.age), format::sentence(row.age_error.reason()));
  if (!row.at_least) return Path::tr("at most %1").arg(format::duration(*row.age));
  return Path::tr("at most %1, at least %2").arg(format::duration(*row.age), format::duration(*row.at_least));
}

Level level_of(const PathRow& row) {
  switch (row.lateness) {
    case Lateness::late: {
      if (row.not_landing) return level_of(row.landing->state, row.landing->severity);
      const Level level = level_of(row.fresh.verdict);
      return level == Level::error ? Level::error : Level::warn;
    }
    case Lateness::unknown:
      return Level::unknown;
    case Lateness::near:
    case Lateness::fine:
      break;
  }
  return Level::fine;
}

QString trouble_word(const PathRow& row) {
  if (row.not_landing)
    return row.landing->state == AlignState::stalled ? Path::tr("not landed") : format::word(row.landing->state);
  if (row.fresh.verdict && *row.fresh.verdict != Verdict::ok) return format::word(*row.fresh.verdict);
  if (row.lateness == Lateness::late) return Path::tr("over its budget");
  if (row.lateness == Lateness::unknown) return Path::tr("unknown");
  return row.lateness == Lateness::near ? Path::tr("near its budget") : QString();
}

// What a stage waits for shows at that stage; behind it nothing is judged twice.
StageDots stage_dots(const PathRow& row) {
  StageDots dots{Level::fine, Level::fine, Level::fine, Level::none, Level::none};
  if (row.fresh.known_partitions == 0)
    dots = {Level::unknown, Level::unknown, Level::unknown, Level::none, Level::none};
  const bool late = row.lateness == Lateness::late;
  if (row.fresh.where && *row.fresh.where == Stage::readable) dots[1] = late ? level_of(row) : Level::fine;
  const Level reading = level_of(row.fresh.verdict);
  if (row.fresh.known_partitions > 0) {
    if (reading == Level::error || reading == Level::warn)
      dots[2] = reading;
    else if (late && !row.not_landing && !row.fresh.ends_at_table())
      dots[2] = level_of(row);
    else if (!row.fresh.unread)
      dots[2] = Level::unknown;
  }
  if (row.landing) {
    dots[3] = level_of(row.landing->state, row.landing->severity);
    if (late && row.fresh.ends_at_table() && dots[3] == Level::fine) dots[3] = level_of(row);
    dots[4] = dots[3] == Level::unknown ? Level::none : dots[3];
  }
  return dots;
}

QString budget_words(const PathClass& row) {
  if (!row.target) return Path::tr("no budget");
  QString words = Path::tr("%1 at %2").arg(format::duration(*row.target), format::text(row.end));
  if (row.objective) words += Path::tr(", %1 %").arg(*row.objective);
  return words;
}

HomeModel::HomeModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Path"), tr("From a topic to the group or table where it ends, by class"), false, 300},
      {tr("Age against budget"), tr("Of the oldest record that has not arrived at the end; the tick is the target"),
       false, 208},
      {tr("Late since"), tr("UTC"), true, 88},
      {tr("Trend"), tr("Of what waits"), false, 88},
      {tr("Where"), tr("Produced, readable, group, table, queryable: the first stage that waits"), false, 176},
      {tr("Unread"), tr("Records that can be read and have not been"), true, 88},
      {tr("Not landed"), tr("Offsets that the group has passed and the table has not"), true, 96},
      {tr("Safe until"), tr("When the log's retention reaches what waits, UTC"), true, 136},
      {tr("Finding"), tr("What is wrong with it"), false, 152},
      {tr("Owner"), tr("Whose it is"), false, 120},
  });
}

ItemCell HomeModel::cell_of(const PathClass& row, int column) const {
  if (column != path) return {};
  ItemCell cell = name_cell(row.name, Tone::strong);
  cell.beside = budget_words(row);
  if (row.late) cell.beside += QStringLiteral(" · ") + tr("%n late", nullptr, static_cast<int>(row.late));
  if (row.unknown) cell.beside += QStringLiteral(" · ") + tr("%n unknown", nullptr, static_cast<int>(row.unknown));
  return cell;
}

ItemCell HomeModel::cell_of(const PathClass&, const PathRow& row, int column) const {
  const FreshnessRow& fresh = row.fresh;
  switch (column) {
    case path: {
      ItemCell cell = name_cell(row.route);
      cell.tip += QLatin1Char('\n') + tr("read by %1").arg(format::text(fresh.group.value()));
      if (fresh.path != fresh.group.value() + " / " + fresh.topic.value())
        cell.tip += QLatin1Char('\n') + tr("pipeline %1").arg(format::text(fresh.path));
      return cell;
    }
    case age:
      return age_at_end(row);
    case since: {
      if (row.lateness != Lateness::late) return text_cell(QStringLiteral("—"), Tone::muted);
      return time_cell(row.since);
    }
    case trend:
      return known_cell(row.trend, [](Trend t) { return format::word(t); });
    case where: {
      ItemCell cell;
      cell.stages = stage_dots(row);
      if (row.where) cell.text = row.fresh.hop ? format::text(*row.fresh.hop) : format::word(*row.where);
      cell.tip = row.where ? tr("waits for: %1").arg(cell.text)
                           : (row.where.reason() == Reason::not_applicable ? tr("nothing waits")
                                                                           : format::sentence(row.where.reason()));
      return cell;
    }
    case unread: {
      ItemCell cell = known_cell(fresh.unread, format::count);
      if (fresh.unread && fresh.known_partitions < fresh.all_partitions)
        cell.tip =
            tr("of %1 of %2 partitions; the others are unknown").arg(fresh.known_partitions).arg(fresh.all_partitions);
      return cell;
    }
    case not_landed:
      if (!row.table) return text_cell(QStringLiteral("—"), Tone::muted);
      return landing_cell(row.not_landed, row.table_partitions, row.not_landing);
    case safe_until: {
      ItemCell cell = known_cell(row.safe_until, format::minute);
      cell.tip = row.safe_until ? format::date_time(*row.safe_until) : cell.tip;
      return cell;
    }
    case finding: {
      ItemCell cell = text_cell(trouble_word(row));
      if (!cell.text.isEmpty()) cell.level = row.lateness == Lateness::near ? Level::warn : level_of(row);
      if (cell.level == Level::fine) cell.level = Level::none;
      if (row.not_landing) cell.tip = format::text(row.landing->reason);
      colour(cell);
      return cell;
    }
    case owner:
      return known_cell(fresh.owner, [](const std::string& name) { return format::text(name); });
    default:
      return {};
  }
}

SortValue HomeModel::sort_of(const PathClass& row, int column) const {
  if (column == path) return {false, 0, row.name};
  return {false, static_cast<double>(row.late), {}};
}

SortValue HomeModel::sort_of(const PathClass&, const PathRow& row, int column) const {
  switch (column) {
    case path:
      return {false, 0, row.route};
    case age:
      return sort_value(row.age);
    case since:
      return row.lateness == Lateness::late ? sort_value(row.since) : SortValue{true, 0, {}};
    case trend:
      return sort_value(row.trend.map([](Trend t) { return static_cast<std::int64_t>(t); }));
    case where:
      return sort_value(row.where.map([](Stage s) { return static_cast<std::int64_t>(s); }));
    case unread:
      return sort_value(row.fresh.unread);
    case not_landed:
      return sort_value(row.not_landed.value);
    case safe_until:
      return sort_value(row.safe_until);
    case finding:
      return {false, urgency(level_of(row)), {}};
    case owner:
      return sort_value(row.fresh.owner);
    default:
      return {true, 0, {}};
  }
}

PathModel::PathModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Partition"), tr("Partitions of the topic that the group reads"), false, 120},
      {tr("floor | table | group | high"), tr("What is landed, not landed and unread of what the log holds"), false,
       200},
      {tr("State"), tr("Of the table where there is one, else of the group"), false, 128},
      {tr("Unread"), tr("Records that can be read and have not been"), true, 88},
      {tr("Not landed"), tr("Offsets that the group has passed and the table has not"), true, 96},
      {tr("Age"), tr("Of the oldest unread record"), true, 96},
      {tr("In"), tr("Records produced per second, over two minutes"), true, 72},
      {tr("Read"), tr("Records the group's offset moved per second, over two minutes"), true, 72},
      {tr("Landing"), tr("Offsets per second that the table took in, over ten minutes"), true, 80},
      {tr("Leader"), tr("The broker that leads the partition"), false, 80},
      {tr("Reader"), tr("The member that owns the partition, and where it runs"), false, 192},
  });
}

ItemCell PathModel::cell_of(const PathPartition& row, int column) const {
  const LagRow& lag = row.lag;
  switch (column) {
    case partition: {
      ItemCell cell = text_cell(QString::number(lag.partition.partition.value()), Tone::strong);
      cell.tip = format::text(lag.partition.topic.value()) + QLatin1Char('/') + cell.text;
      return cell;
    }
    case marks: {
      ItemCell cell;
      const Known<std::int64_t> table =
          row.landing ? row.landing->durable : Known<std::int64_t>(Reason::not_applicable);
      cell.marks = MarkBar{lag.floor, table, lag.committed, lag.high, lag.stable};
      const auto count = [](const Known<std::int64_t>& value) { return format::known(value, format::count); };
      cell.tip = tr("floor %1, table %2, group %3, stable %4, high %5")
                     .arg(count(lag.floor), count(table), count(lag.committed), count(lag.stable), count(lag.high));
      return cell;
    }
    case state:
      if (row.landing) return align_cell(row.landing->state, row.landing->severity, row.landing->reason);
      return verdict_cell(lag.verdict);
    case unread:
      return known_cell(lag.unread_records, format::count);
    case not_landed: {
      ItemCell cell = known_cell(not_landed_of(row), format::count);
      const Level level = row.landing ? level_of(row.landing->state, row.landing->severity) : Level::none;
      if (level == Level::error || level == Level::warn) cell.tone = Tone::warn;
      return cell;
    }
    case age:
      return age_cell(lag.age, lag.age_error);
    case produced:
      return known_cell(lag.produce_rate, format::rate);
    case read:
      return known_cell(lag.consume_rate, format::rate);
    case landing:
      return known_cell(row.land_rate, format::rate);
    case leader:
      return known_cell(row.leader, [](const std::string& id) { return format::text(id); });
    case member: {
      ItemCell cell = known_cell(lag.client_id, [](const std::string& s) { return format::text(s); });
      cell.identifier = true;
      if (lag.client_id) cell.tip = cell.text;
      if (lag.host) cell.beside = format::text(*lag.host);
      return cell;
    }
    default:
      return {};
  }
}

SortValue PathModel::sort_of(const PathPartition& row, int column) const {
  const LagRow& lag = row.lag;
  switch (column) {
    case partition:
      return {false, static_cast<double>(lag.partition.partition.value()), {}};
    case state:
      return {false,
              urgency(row.landing ? level_of(row.landing->state, row.landing->severity) : level_of(lag.verdict)),
              {}};
    case marks:
    case not_landed:
      return sort_value(not_landed_of(row));
    case unread:
      return sort_value(lag.unread_records);
    case age:
      return sort_value(lag.age);
    case produced:
      return sort_value(lag.produce_rate);
    case read:
      return sort_value(lag.consume_rate);
    case landing:
      return sort_value(row.land_rate);
    case leader:
      return sort_value(row.leader);
    case member:
      return sort_value(lag.client_id);
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
