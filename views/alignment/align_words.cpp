// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alignment/align_words.h"

#include <QCoreApplication>

#include "models/items/align_model.h"
#include "models/items/format.h"
#include "models/items/make_cell.h"

namespace tidemark::views {
namespace {
class Align {
  Q_DECLARE_TR_FUNCTIONS(Align)
};
constexpr QChar full_stop = QLatin1Char('.');

QString stopped(QString sentence) {
  if (!sentence.isEmpty() && !sentence.endsWith(full_stop)) sentence += full_stop;
  if (!sentence.isEmpty()) sentence.front() = sentence.front().toUpper();
  return sentence;
}

QString title_of(const AlignTable& table) {
  const QString name = format::text(table.table.value());
  if (!table.worst) return Align::tr("%1: cannot tell").arg(name);
  const QString count = format::count(table.concerned);
  const QString landing = format::known(table.not_landed.value, format::count);
  switch (table.worst->state) {
    case AlignState::aligned:
      return Align::tr("%1: aligned").arg(name);
    case AlignState::idle:
      return Align::tr("%1: aligned, the source is idle").arg(name);
    case AlignState::pending:
      return Align::tr("%1: %2 in flight").arg(name, landing);
    case AlignState::stalled:
      return Align::tr("%1: %2 read, not landed").arg(name, landing);
    case AlignState::lost:
      return Align::tr("%1: %2 lost").arg(name, count);
    case AlignState::will_lose:
      return Align::tr("%1: %2 will be lost").arg(name, count);
    case AlignState::gap:
      return Align::tr("%1: %2 offsets in no commit").arg(name, count);
    case AlignState::table_ahead:
      return Align::tr("%1: ahead of its group by %2").arg(name, count);
    case AlignState::duplicate_risk:
      return Align::tr("%1: duplicates possible").arg(name);
    case AlignState::duplicate_confirmed:
      return Align::tr("%1: duplicates").arg(name);
    case AlignState::reset:
      return Align::tr("%1: table and log do not belong together").arg(name);
    case AlignState::unknown:
      break;
  }
  return Align::tr("%1: cannot tell").arg(name);
}

Level level_of_table(const AlignTable& table) {
  return table.worst ? level_of(table.worst->state, table.worst->severity) : Level::unknown;
}

QString writer_words(const AlignTable& table) {
  QStringList parts;
  const AlignRow& row = *table.worst;
  if (row.format) parts << format::text(*row.format);
  if (row.writer) parts << format::text(*row.writer);
  if (row.group) parts << format::text(row.group->value());
  parts << Align::tr("evidence %1").arg(format::word(table.evidence));
  return parts.join(QStringLiteral(" · "));
}

Figure not_landed_figure(const AlignTable& table, LocalTime at) {
  Figure figure{Align::tr("not landed"), format::known(table.not_landed.value, format::count), {}, nullptr};
  const Level level = level_of_table(table);
  if (!table.not_landed.value) {
    figure.tone = "muted";
    figure.note = format::sentence(table.not_landed.value.reason());
    return figure;
  }
  if (*table.not_landed.value > 0 && (level == Level::error || level == Level::warn)) figure.tone = "warn";
  const AlignRow& row = *table.worst;
  figure.note = (row.sla_assumed ? Align::tr("late after %1 (assumed)") : Align::tr("late after %1"))
                    .arg(format::duration(row.sla));
  if (table.not_landed_since && at - *table.not_landed_since > row.sla)
    figure.note +=
        QStringLiteral("; ") + Align::tr("late for %1").arg(format::duration(at - *table.not_landed_since - row.sla));
  else if (table.not_landed_since)
    figure.note += QStringLiteral("; ") + Align::tr("since %1").arg(format::clock_seconds(*table.not_landed_since));
  if (table.not_landed.known < table.partitions)
    figure.note +=
        QStringLiteral("; ") + Align::tr("%1 of %2 partitions known").arg(table.not_landed.known).arg(table.partitions);
  return figure;
}

Figure complete_figure(const AlignTable& table) {
  Figure figure{Align::tr("complete through"), {}, {}, nullptr};
  const AlignRow& row = *table.worst;
  if (row.complete_through) {
    figure.value = format::clock_seconds(*row.complete_through);
    figure.note = format::date_time(*row.complete_through);
    if (row.complete_through_error) figure.note += QLatin1Char(' ') + format::error(*row.complete_through_error);
    figure.note += QStringLiteral("; ") + Align::tr("all that was produced until then is in the table");
  } else {
    figure.value = format::unknown(row.complete_through.reason());
    figure.tone = "muted";
    figure.note = format::sentence(row.complete_through.reason());
  }
  return figure;
}

Figure restart_figure(const AlignTable& table, const Ledger* ledger) {
  Figure figure{Align::tr("if the sink restarts now"), {}, {}, nullptr};
  const Known<std::int64_t>& reread = table.reread.value;
  if (!reread) {
    figure.value = format::unknown(reread.reason());
    figure.tone = "muted";
    figure.note = format::sentence(reread.reason());
    return figure;
  }
  figure.value = Align::tr("re-reads %1").arg(format::count(*reread));
  QStringList notes;
  if (table.only_in_files.value && *table.only_in_files.value > 0)
    notes << (ledger && ledger->announced_files > 0
                  ? Align::tr("%1 exist only in %n announced file(s)", nullptr,
                              static_cast<int>(ledger->announced_files))
                        .arg(format::count(*table.only_in_files.value))
                  : Align::tr("%1 are in no snapshot").arg(format::count(*table.only_in_files.value)));
  if (table.duplicates.value && *table.duplicates.value > 0)
    notes << Align::tr("up to %1 twice unless the writer is idempotent").arg(format::count(*table.duplicates.value));
  figure.note = notes.isEmpty() ? Align::tr("nothing is lost, nothing comes twice") : notes.join(QStringLiteral("; "));
  return figure;
}
}  // namespace

Sentence align_sentence(const AlignBranches& tables, const AlignTable* chosen) {
  if (tables.empty() || !chosen)
    return {Level::unknown, Align::tr("No tables"), {}, Align::tr("Nothing has been recorded about any table.")};
  int troubled = 0;
  int unknown = 0;
  for (const auto& branch : tables) {
    const Level level = level_of_table(branch.parent.row);
    if (level == Level::error || level == Level::warn) ++troubled;
    if (level == Level::unknown) ++unknown;
  }
  Sentence sentence;
  sentence.level = level_of_table(*chosen);
  sentence.title = title_of(*chosen);
  QStringList notes;
  if (tables.size() > 1) {
    notes << Align::tr("%1 of %2 tables in trouble").arg(troubled).arg(tables.size());
    if (unknown) notes << Align::tr("%n unknown", nullptr, unknown);
  }
  if (!chosen->worst) {
    sentence.note = notes.join(QStringLiteral(" · "));
    sentence.detail = Align::tr("No partition is known that feeds it: name its topic or group in the profile.");
    return sentence;
  }
  notes << writer_words(*chosen);
  sentence.note = notes.join(QStringLiteral(" · "));
  sentence.detail = stopped(format::text(chosen->worst->reason));
  if (chosen->partitions > 1)
    sentence.detail.prepend(Align::tr("%1 of %2 partitions, worst %3/%4: ")
                                .arg(chosen->alike)
                                .arg(chosen->partitions)
                                .arg(format::text(chosen->worst->partition.topic.value()))
                                .arg(chosen->worst->partition.partition.value()));
  return sentence;
}

std::vector<Figure> align_figures(const AlignTable& table, const Ledger* ledger, LocalTime at) {
  if (!table.worst) return {};
  Figure unread{Align::tr("unread"), format::known(table.unread.value, format::count), {}, nullptr};
  unread.note = table.unread.value ? Align::tr("of %1 of %2 partitions").arg(table.unread.known).arg(table.partitions)
                                   : format::sentence(table.unread.value.reason());
  if (!table.unread.value) unread.tone = "muted";
  return {not_landed_figure(table, at), unread, complete_figure(table), restart_figure(table, ledger)};
}

QString ledger_words(const Ledger& ledger) {
  const auto all = static_cast<int>(ledger.commits.size());
  if (all == 0) return Align::tr("no commit has been seen");
  QStringList parts{Align::tr("%n contiguous", nullptr, static_cast<int>(ledger.contiguous)),
                    Align::tr("%n hole(s)", nullptr, static_cast<int>(ledger.holes)),
                    Align::tr("%n overlap(s)", nullptr, static_cast<int>(ledger.overlaps))};
  if (ledger.unknown) parts << Align::tr("%n unknown", nullptr, static_cast<int>(ledger.unknown));
  if (ledger.partial) parts << Align::tr("%n partial", nullptr, static_cast<int>(ledger.partial));
  if (ledger.rolled_back) parts << Align::tr("%n rolled back", nullptr, static_cast<int>(ledger.rolled_back));
  return Align::tr("newest first · %n commit(s): %1", nullptr, all).arg(parts.join(QStringLiteral(", ")));
}

}  // namespace tidemark::views
