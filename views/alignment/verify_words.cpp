// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alignment/verify_words.h"

#include <QCoreApplication>

#include "models/items/format.h"

namespace tidemark::views {
namespace {
struct Verify {
  Q_DECLARE_TR_FUNCTIONS(Verify)
};

QString verdict_words(const VerifyRow& row) {
  switch (row.verdict) {
    case Verified::equal:
      return Verify::tr("As many rows as the log has records.");
    case Verified::fewer:
      return Verify::tr("Fewer rows than records: the rest is filtered, in another table, or lost.");
    case Verified::more:
      return row.records ? Verify::tr("More rows than records: duplicates, or several rows of one record.")
                         : Verify::tr(
                               "More rows than the log has offsets there: duplicates, or several rows of one "
                               "record.");
    case Verified::cannot_tell:
      break;
  }
  if (!row.offsets) return Verify::tr("Cannot tell: nobody says which offsets the snapshot covers.");
  if (!row.added) return Verify::tr("Cannot tell: the snapshot does not say how many rows it added.");
  return Verify::tr(
      "Cannot tell: offsets bound the records from above only, because markers, holes and aborted "
      "records take offsets too.");
}

QString records_words(const VerifyRow& row) {
  if (row.records) return format::count(*row.records);
  if (!row.offsets) return format::unknown(row.records.reason());
  return Verify::tr("at most %1, not counted").arg(format::count(*row.offsets));
}
}  // namespace

QString verify_title(const VerifyRow& row) {
  const auto& committed = row.commit.commit.committed;
  if (!committed) return Verify::tr("Verify a commit");
  return Verify::tr("Verify the commit of %1").arg(format::date_time(LocalTime(committed->time_since_epoch())));
}

std::vector<Fact> verify_facts(const VerifyRow& row, const QString& command) {
  std::vector<Fact> facts{{Verify::tr("snapshot"), format::text(row.commit.commit.snapshot_id)},
                          {Verify::tr("rows added"), format::known(row.added, format::count)},
                          {Verify::tr("records in the log"), records_words(row)},
                          {Verify::tr("verdict"), verdict_words(row)}};
  if (row.offsets && !row.records)
    facts.emplace_back(
        Verify::tr("to count them"),
        Verify::tr("%1\nwith a profile whose cluster says that its records may be counted").arg(command));
  return facts;
}

}  // namespace tidemark::views
