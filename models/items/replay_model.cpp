// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/replay_model.h"

#include <algorithm>

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
ItemCell name_of(const ReplayRow& row) {
  ItemCell cell = text_cell(replay_name(row.replay), Tone::strong);
  cell.identifier = true;
  cell.tip = cell.text;
  if (!row.replay.declared) {
    cell.beside = ReplayModel::tr("found");
    cell.tip += QLatin1Char('\n') + ReplayModel::tr("Nobody declared it: the offsets show it.");
  } else {
    cell.beside = format::text(row.replay.declared->name);
    if (row.replay.late) cell.tip += QLatin1Char('\n') + ReplayModel::tr("Declared after it had begun.");
  }
  if (!row.replay.cluster.value().empty())
    cell.tip += QLatin1Char('\n') + ReplayModel::tr("on %1").arg(format::text(row.replay.cluster.value()));
  return cell;
}

ItemCell state_of(const Known<ReplayState>& state, std::int64_t lost) {
  ItemCell cell = text_cell(word(state));
  cell.level = level_of(state);
  if (!state) cell.tip = format::sentence(state.reason());
  if (lost > 0)
    cell.tip += (cell.tip.isEmpty() ? QString() : QStringLiteral("\n")) +
                ReplayModel::tr("Retention took %1 records before they were read.").arg(format::count(lost));
  colour(cell);
  return cell;
}

ItemCell share_cell(const Known<double>& share, const Known<ReplayState>& state) {
  ItemCell cell = known_cell(share, format::percent);
  if (share) cell.budget = BudgetBar{std::clamp(*share, 0.0, 1.0), true, level_of(state)};
  return cell;
}

ItemCell rate_cell(const Known<double>& rate) {
  return known_cell(rate, [](double value) { return format::rate(value); });
}

ItemCell race_cell(const Known<LocalTime>& overtaken, const Known<Millis>& headroom) {
  if (overtaken) {
    ItemCell cell = text_cell(ReplayModel::tr("lost from %1").arg(format::minute(*overtaken)), Tone::error);
    cell.tip =
        ReplayModel::tr("From %1 on retention takes records that are not read yet.").arg(format::date_time(*overtaken));
    return cell;
  }
  if (overtaken.reason() == Reason::not_applicable) {
    ItemCell cell = text_cell(ReplayModel::tr("safe"), Tone::muted);
    if (headroom) cell.tip = ReplayModel::tr("%1 of room, if it stood still").arg(format::duration(*headroom));
    return cell;
  }
  return known_cell(overtaken, format::minute);
}

ItemCell impact_cell(const std::vector<LiveImpact>& impact) {
  const auto slower = std::ranges::count_if(
      impact, [](const LiveImpact& one) { return one.verdict && *one.verdict == ImpactVerdict::slower; });
  const auto unknown = std::ranges::count_if(impact, [](const LiveImpact& one) { return !one.verdict; });
  ItemCell cell = text_cell(QStringLiteral("—"), Tone::muted);
  if (impact.empty()) {
    cell.tip = ReplayModel::tr("No other group reads the topic.");
    return cell;
  }
  cell.text = slower > 0    ? ReplayModel::tr("%n slower", nullptr, static_cast<int>(slower))
              : unknown > 0 ? ReplayModel::tr("%n unknown", nullptr, static_cast<int>(unknown))
                            : ReplayModel::tr("none");
  if (slower > 0) {
    cell.level = Level::warn;
    colour(cell);
  }
  QStringList lines;
  for (const LiveImpact& one : impact)
    lines << ReplayModel::tr("%1: %2, before it %3")
                 .arg(format::text(one.group.value()), format::known(one.age, format::duration),
                      format::known(one.baseline, format::duration));
  cell.tip = lines.join(QLatin1Char('\n'));
  return cell;
}
}  // namespace

QString word(const Known<ReplayState>& state) {
  if (!state) return format::unknown(state.reason());
  switch (*state) {
    case ReplayState::finished:
      return ReplayModel::tr("finished");
    case ReplayState::waiting:
      return ReplayModel::tr("not begun");
    case ReplayState::draining:
      return ReplayModel::tr("draining");
    case ReplayState::not_draining:
      return ReplayModel::tr("not draining");
    case ReplayState::stalled:
      return ReplayModel::tr("stalled");
    case ReplayState::overtaken:
      break;
  }
  return ReplayModel::tr("overtaken by retention");
}

Level level_of(const Known<ReplayState>& state) {
  if (!state) return Level::unknown;
  switch (*state) {
    case ReplayState::finished:
    case ReplayState::draining:
      return Level::fine;
    case ReplayState::waiting:
      return Level::none;
    case ReplayState::not_draining:
    case ReplayState::stalled:
      return Level::warn;
    case ReplayState::overtaken:
      break;
  }
  return Level::error;
}

QString eta_words(const ReplayProgress& progress) {
  if (progress.finished) return format::minute(*progress.finished);
  if (!progress.eta) return format::unknown(progress.eta.reason());
  QString eta = format::minute(*progress.eta);
  if (!progress.eta_lo && !progress.eta_hi) return eta;
  const QString day = eta.left(10);
  const auto on_that_day = [&](LocalTime time) {
    return format::minute(time).startsWith(day) ? format::clock(time) : format::minute(time);
  };
  return ReplayModel::tr("%1, %2 to %3")
      .arg(eta, format::known(progress.eta_lo, on_that_day), format::known(progress.eta_hi, on_that_day));
}

QString replay_name(const FoundReplay& replay) {
  return format::text(replay.group.value()) + QStringLiteral(" ← ") + format::text(replay.topic.value());
}

ReplayModel::ReplayModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Replay, partition"), tr("Which group reads which topic again"), false, 232},
      {tr("State"), tr("What the last minutes say of it"), false, 136},
      {tr("Done"), tr("Of the offsets that are read again; the tick is all of them"), false, 168},
      {tr("Left"), tr("Offsets that are still to be read"), true, 104},
      {tr("Reads"), tr("Offsets that the group moves per second"), true, 88},
      {tr("Drains"), tr("What is left shrinks by so much per second"), true, 88},
      {tr("Through at"), tr("When it is through, with the band of what is likely, UTC"), true, 232},
      {tr("Retention"), tr("Whether retention takes records before they are read"), false, 176},
      {tr("Live groups"), tr("Groups that are older than before the replay began"), false, 104},
  });
}

ItemCell ReplayModel::cell_of(const ReplayRow& row, int column) const {
  const ReplayProgress& progress = row.progress;
  switch (column) {
    case name:
      return name_of(row);
    case state:
      return state_of(progress.state, progress.lost);
    case done:
      return share_cell(progress.share, progress.state);
    case remaining:
      return known_cell(progress.remaining, format::count);
    case reads:
      return rate_cell(progress.rate);
    case drains:
      return rate_cell(progress.drain);
    case eta: {
      ItemCell cell = text_cell(eta_words(progress));
      if (!progress.finished && !progress.eta) {
        cell.tip = format::sentence(progress.eta.reason());
        cell.tone = Tone::muted;
      }
      if (row.record.late && row.record.held)
        cell.tip +=
            (cell.tip.isEmpty() ? QString() : QStringLiteral("\n")) +
            tr("Of %n replay(s) that are over the band held in %1.", nullptr, static_cast<int>(row.record.replays))
                .arg(format::percent(*row.record.held));
      return cell;
    }
    case race:
      return race_cell(progress.overtaken, progress.headroom);
    case impact:
      return impact_cell(row.impact);
    default:
      return {};
  }
}

ItemCell ReplayModel::cell_of(const ReplayRow& parent, const PartProgress& row, int column) const {
  switch (column) {
    case name: {
      ItemCell cell = text_cell(format::text(parent.replay.topic.value()));
      cell.beside = QString::number(row.partition.value());
      cell.tip = tr("from %1 to %2, now at %3")
                     .arg(format::known(row.from, format::count), format::known(row.to, format::count),
                          format::known(row.at, format::count));
      return cell;
    }
    case state:
      return state_of(row.state, row.lost);
    case done: {
      Known<double> share = Reason::no_history;
      if (row.done && row.remaining && *row.done + *row.remaining > 0)
        share = static_cast<double>(*row.done) / static_cast<double>(*row.done + *row.remaining);
      return share_cell(share, row.state);
    }
    case remaining:
      return known_cell(row.remaining, format::count);
    case reads:
      return rate_cell(row.pace.read);
    case drains:
      return rate_cell(row.pace.drain);
    case eta:
      return row.through ? time_cell(Known<LocalTime>(*row.through)) : time_cell(row.pace.eta);
    case race:
      return race_cell(row.overtaken, row.headroom);
    default:
      return text_cell({});
  }
}

SortValue ReplayModel::sort_of(const ReplayRow& row, int column) const {
  switch (column) {
    case name:
      return {false, 0, row.replay.group.value()};
    case state:
      return {false, urgency(level_of(row.progress.state)), {}};
    case done:
      return sort_value(row.progress.share);
    case remaining:
      return sort_value(row.progress.remaining);
    case reads:
      return sort_value(row.progress.rate);
    case drains:
      return sort_value(row.progress.drain);
    case eta:
      return sort_value(row.progress.eta);
    case race:
      return sort_value(row.progress.overtaken);
    default:
      return {true, 0, {}};
  }
}

SortValue ReplayModel::sort_of(const ReplayRow&, const PartProgress& row, int column) const {
  switch (column) {
    case name:
      return {false, static_cast<double>(row.partition.value()), {}};
    case state:
      return {false, urgency(level_of(row.state)), {}};
    case done:
      return sort_value(row.done);
    case remaining:
      return sort_value(row.remaining);
    case reads:
      return sort_value(row.pace.read);
    case drains:
      return sort_value(row.pace.drain);
    case eta:
      return sort_value(row.pace.eta);
    case race:
      return sort_value(row.overtaken);
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
