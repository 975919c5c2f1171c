// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/items/connector_model.h"
#include "models/items/format.h"
#include "models/items/make_cell.h"

namespace tidemark::views {
namespace {
class Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
};
QString joined(const QStringList& parts) { return parts.join(QStringLiteral(" · ")); }

struct Count {
  int error = 0;
  int warn = 0;
  int unknown = 0;
  int fine = 0;
  void add(Level level) {
    if (level == Level::error) ++error;
    if (level == Level::warn) ++warn;
    if (level == Level::unknown) ++unknown;
    if (level == Level::fine) ++fine;
  }
  int behind() const { return error + warn; }
  Level level() const { return error ? Level::error : warn ? Level::warn : fine ? Level::fine : Level::unknown; }
  QString note() const {
    QStringList parts;
    if (unknown) parts << Words::tr("%n unknown", nullptr, unknown);
    if (behind() && fine) parts << Words::tr("%n fine", nullptr, fine);
    return joined(parts);
  }
};

// "lake-sink: 10,000 unread, the oldest 29 min old; stalled"
QString group_words(const LagGroup& group) {
  const GroupRow& row = group.row;
  const QString name = format::text(row.group.value());
  QString words;
  if (row.age)
    words = Words::tr("%1: %2 unread, the oldest %3 old")
                .arg(name, format::known(group.unread, format::count), format::age(row.age, row.age_error));
  else
    words = Words::tr("%1: %2 unread, their age is unknown (%3)")
                .arg(name, format::known(group.unread, format::count), format::sentence(row.age.reason()));
  if (row.verdict && *row.verdict != Verdict::ok) words += Words::tr("; %1").arg(format::word(*row.verdict));
  return Words::tr("%1.").arg(words);
}
}  // namespace

Sentence lag_sentence(const LagBranches& groups) {
  if (groups.empty())
    return {
        Level::unknown, Words::tr("No consumer groups"), {}, Words::tr("Nothing has been recorded about any group.")};
  Count count;
  const LagGroup* worst = nullptr;
  for (const auto& branch : groups) {
    const Level level = level_of(branch.parent.row.row.verdict);
    count.add(level);
    if (!worst && (level == Level::error || level == Level::warn)) worst = &branch.parent.row;
  }
  Sentence sentence;
  sentence.level = count.level();
  sentence.note = count.note();
  const auto all = static_cast<int>(groups.size());
  if (worst) {
    sentence.title = Words::tr("%1 of %2 groups behind").arg(count.behind()).arg(all);
    sentence.detail = group_words(*worst);
  } else if (count.fine) {
    sentence.title = Words::tr("%n group(s) keep up", nullptr, count.fine);
    sentence.detail = Words::tr("Furthest behind: %1").arg(group_words(groups.front().parent.row));
  } else {
    sentence.title = Words::tr("%n group(s), state unknown", nullptr, all);
    sentence.detail = format::sentence(groups.front().parent.row.row.verdict.reason());
  }
  return sentence;
}

Sentence topic_sentence(const TopicBranches& topics) {
  if (topics.empty())
    return {Level::unknown, Words::tr("No topics"), {}, Words::tr("Nothing has been recorded about any topic.")};
  Count count;
  int unread_by_none = 0;
  int leaderless = 0;
  const FreshnessRow* worst = nullptr;
  for (const auto& branch : topics) {
    const ReadTopic& topic = branch.parent.row;
    if (topic.row.readers == 0) ++unread_by_none;
    if (topic.row.leaderless && *topic.row.leaderless > 0) ++leaderless;
    for (const auto& reader : branch.children) {
      const Level level = level_of(reader.row.verdict);
      count.add(level);
      const bool behind = level == Level::error || level == Level::warn;
      if (behind && (!worst || (reader.row.age && (!worst->age || *reader.row.age > *worst->age)))) worst = &reader.row;
    }
  }
  Sentence sentence;
  sentence.level = leaderless ? Level::error : count.level();
  const auto all = static_cast<int>(topics.size());
  sentence.title = worst ? Words::tr("%1, %2").arg(Words::tr("%n topic(s)", nullptr, all),
                                                   Words::tr("%n reader(s) behind", nullptr, count.behind()))
                         : Words::tr("%n topic(s)", nullptr, all);
  QStringList note;
  if (leaderless) note << Words::tr("%n with a partition without leader", nullptr, leaderless);
  if (unread_by_none) note << Words::tr("%n without a reader", nullptr, unread_by_none);
  if (count.unknown) note << Words::tr("%n reader(s) unknown", nullptr, count.unknown);
  sentence.note = joined(note);
  if (worst)
    sentence.detail = Words::tr("%1 is read by %2 with %3 unread, the oldest %4 old.")
                          .arg(format::text(worst->topic.value()), format::text(worst->group.value()),
                               format::known(worst->unread, format::count), format::age(worst->age, worst->age_error));
  else if (count.fine)
    sentence.detail = Words::tr("Every reader that is known keeps up.");
  else
    sentence.detail = Words::tr("No reader is known yet.");
  return sentence;
}

Sentence connector_sentence(const ConnectorBranches& connectors) {
  if (connectors.empty())
    return {
        Level::unknown, Words::tr("No connectors"), {}, Words::tr("Nothing has been recorded about Kafka Connect.")};
  Count count;
  int paused = 0;
  const ConnectorRow* worst = nullptr;
  for (const auto& branch : connectors) {
    const Level level = level_of(branch.parent.row.judged);
    count.add(level);
    if (level == Level::none) ++paused;
    if (!worst && (level == Level::error || level == Level::warn)) worst = &branch.parent.row;
  }
  Sentence sentence;
  sentence.level = count.level();
  QStringList notes;
  if (const QString note = count.note(); !note.isEmpty()) notes << note;
  if (paused) notes << Words::tr("%n paused", nullptr, paused);
  sentence.note = joined(notes);
  const auto all = static_cast<int>(connectors.size());
  if (!worst) {
    sentence.title =
        count.unknown ? Words::tr("%n connector(s)", nullptr, all) : Words::tr("%n connector(s) fine", nullptr, all);
    sentence.detail = count.unknown ? Words::tr("Of some of them nothing certain is known.")
                                    : Words::tr("Every task that should run runs and reads.");
    return sentence;
  }
  sentence.title = Words::tr("%1 of %2 connectors in trouble").arg(count.behind()).arg(all);
  sentence.detail = Words::tr("%1: %2").arg(format::text(worst->connector),
                                            worst->why.empty() ? word(worst->judged) : format::text(worst->why));
  if (worst->since) sentence.detail += Words::tr(", since %1").arg(format::clock_seconds(*worst->since));
  const auto traced = std::ranges::find_if(worst->tasks, [](const TaskRow& task) { return task.trace_head.known(); });
  if (traced != worst->tasks.end()) sentence.detail += QStringLiteral(". ") + format::text(*traced->trace_head);
  return sentence;
}

Sentence source_sentence(const SourceBranches& sources) {
  if (sources.empty())
    return {Level::unknown, Words::tr("No sources"), {}, Words::tr("Nothing has been collected into this file yet.")};
  int healthy = 0;
  const SourceRow* worst = nullptr;
  QStringList denied;
  for (const auto& branch : sources) {
    const SourceRow& row = branch.parent.row;
    if (row.state == "ok") ++healthy;
    if (!worst && row.state != "ok") worst = &row;
    for (const std::string& scope : row.denied) denied << format::text(scope);
  }
  Sentence sentence;
  const auto all = static_cast<int>(sources.size());
  sentence.title = Words::tr("%1 of %2 sources healthy").arg(healthy).arg(all);
  sentence.level = !worst                      ? Level::fine
                   : worst->state == "partial" ? Level::warn
                   : worst->state == "silent"  ? Level::unknown
                                               : Level::error;
  if (worst && worst->error)
    sentence.detail = Words::tr("%1: %2").arg(format::text(worst->name), format::text(*worst->error));
  else if (worst && worst->last_ok)
    sentence.detail = Words::tr("%1 last answered everything at %2.")
                          .arg(format::text(worst->name), format::date_time(*worst->last_ok));
  else
    sentence.detail = Words::tr("Every poll that was due is here or accounted for.");
  if (!denied.isEmpty()) sentence.note = Words::tr("refused: %1").arg(denied.join(QStringLiteral(", ")));
  return sentence;
}

QString tide_title(const TideSelection& selection) {
  const QString topic = format::text(selection.topic.value());
  QString title =
      selection.partition ? topic + QLatin1Char('/') + QString::number(selection.partition->value()) : topic;
  if (selection.table) title += QStringLiteral(" → ") + format::text(selection.table->value());
  return title;
}

Sentence tide_sentence(const TideChart& chart, const std::optional<TideMeasure>& at) {
  Sentence sentence;
  sentence.title = tide_title(chart.selection);
  QStringList note;
  if (!chart.selection.partition)
    note << (chart.partitions < chart.partitions_all
                 ? Words::tr("sum over %1 of %2 partitions: those the group has an offset in")
                       .arg(chart.partitions)
                       .arg(chart.partitions_all)
                 : Words::tr("sum over %n partition(s)", nullptr, static_cast<int>(chart.partitions)));
  note << Words::tr("a vertical distance is records, a horizontal one is time");
  sentence.note = joined(note);
  const auto measure = at ? at : tide_measure(chart, chart.to);
  if (!measure) {
    sentence.level = Level::unknown;
    sentence.detail = Words::tr("No sample in this window. F shows everything there is.");
    return sentence;
  }
  if (!chart.selection.group) {
    sentence.level = Level::none;
    sentence.detail =
        Words::tr("No group reads it. High mark %1.").arg(format::known(measure->of(Mark::high), format::count));
    return sentence;
  }
  const QString group = format::text(chart.selection.group->value());
  const auto gap = [](const Known<std::int64_t>& records, const Known<TideAge>& age) {
    if (!records) return Words::tr("unknown (%1)").arg(format::sentence(records.reason()));
    if (!age || *records <= 0) return format::count(*records);
    const QString old = age->at_least ? Words::tr("more than %1").arg(format::duration(age->age))
                                      : format::duration(age->age) + QLatin1Char(' ') + format::error(age->error);
    return Words::tr("%1, the oldest %2 old").arg(format::count(*records), old);
  };
  sentence.level = measure->unread ? Level::none : Level::unknown;
  sentence.detail = Words::tr("At %1: unread by %2: %3.")
                        .arg(format::clock_seconds(measure->at) + QStringLiteral(" UTC"), group,
                             gap(measure->unread, measure->unread_age));
  if (chart.line(Mark::table)) {
    sentence.detail +=
        QLatin1Char(' ') + Words::tr("Not landed: %1.").arg(gap(measure->not_landed, measure->not_landed_age));
    if (measure->not_landed && *measure->not_landed > 0) sentence.level = Level::warn;
  }
  if (measure->open_transaction && *measure->open_transaction > 0)
    sentence.detail +=
        QLatin1Char(' ') + Words::tr("Open transaction: %1.").arg(format::count(*measure->open_transaction));
  return sentence;
}

}  // namespace tidemark::views
