// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/path_words.h"

#include <QCoreApplication>

#include "models/items/format.h"
#include "models/items/path_model.h"

namespace tidemark::views {
namespace {
class HomeWords {
  Q_DECLARE_TR_FUNCTIONS(HomeWords)
};
QString counted(const PathRow& row) {
  const auto count = [](const Known<std::int64_t>& value) { return format::known(value, format::count); };
  if (!row.not_landing && row.fresh.ends_at_table()) {
    QString words = HomeWords::tr("%1 not landed").arg(count(row.fresh.not_landed));
    if (row.age) words += HomeWords::tr(", the oldest record that is in no snapshot %1 old").arg(age_words(row));
    return words;
  }
  if (!row.not_landing) {
    QString words = HomeWords::tr("%1 unread").arg(count(row.fresh.unread));
    if (row.age) words += HomeWords::tr(", the oldest %1 old").arg(age_words(row));
    return words;
  }
  const AlignRow& landing = *row.landing;
  if (landing.state == AlignState::stalled && row.not_landed.value && *row.not_landed.value > 0) {
    QString words = HomeWords::tr("%1 read, not landed").arg(count(row.not_landed.value));
    if (row.since) words += HomeWords::tr(" since %1").arg(format::clock_seconds(*row.since));
    return words;
  }
  return format::word(landing.state) + QStringLiteral(": ") + format::text(landing.reason);
}

QString blind_words(const Home& home) {
  QStringList blind;
  if (!home.tables_seen) blind << HomeWords::tr("tables (no catalog has been recorded)");
  if (!home.connectors_seen) blind << HomeWords::tr("connectors (no Kafka Connect has been recorded)");
  for (const std::string& source : home.silent) blind << format::text(source);
  return blind.isEmpty() ? QString() : HomeWords::tr("Cannot see: %1.").arg(blind.join(QStringLiteral("; ")));
}
}  // namespace

QString path_words(const PathRow& row) {
  const auto count = [](const Known<std::int64_t>& value) { return format::known(value, format::count); };
  QString words = HomeWords::tr("%1: %2").arg(format::text(row.route), counted(row));
  if (row.not_landing && row.landing->state != AlignState::stalled)
    return words +
           HomeWords::tr(". Not landed: %1. Unread: %2.").arg(count(row.not_landed.value), count(row.fresh.unread));
  if (row.trend) words += HomeWords::tr(", %1").arg(format::word(*row.trend));
  if (row.safe_until) words += HomeWords::tr("; safe until %1").arg(format::date_time(*row.safe_until));
  words = HomeWords::tr("%1.").arg(words);
  if (row.not_landing) words += HomeWords::tr(" Unread: %1.").arg(count(row.fresh.unread));
  return words;
}

Sentence home_sentence(const Home& home) {
  Sentence sentence;
  const QString blind = blind_words(home);
  if (home.paths == 0) {
    sentence = {Level::unknown,
                HomeWords::tr("No paths"),
                {},
                HomeWords::tr("Nothing has been recorded about any group and topic.")};
    return sentence;
  }
  const PathRow* worst = home.worst();
  const std::int64_t fine = home.paths - home.late - home.unknown;
  QStringList notes;
  if (home.unknown) notes << HomeWords::tr("%n unknown", nullptr, static_cast<int>(home.unknown));
  if (worst && fine) notes << HomeWords::tr("%n fine", nullptr, static_cast<int>(fine));
  sentence.note = notes.join(QStringLiteral(" · "));
  if (worst) {
    sentence.level = level_of(*worst);
    sentence.title = HomeWords::tr("%1 of %2 late").arg(home.late).arg(home.paths);
    sentence.detail = path_words(*worst);
  } else if (fine) {
    sentence.level = Level::fine;
    sentence.title = HomeWords::tr("%1 of %2 fine").arg(fine).arg(home.paths);
    sentence.detail =
        home.unknown ? HomeWords::tr("Nothing that is known is late.") : HomeWords::tr("Nothing is late.");
  } else {
    sentence.level = Level::unknown;
    sentence.title = HomeWords::tr("%n path(s), none of them known", nullptr, static_cast<int>(home.paths));
    sentence.detail = HomeWords::tr("There is not enough history yet, or the sources do not answer.");
  }
  if (!blind.isEmpty()) sentence.detail += QLatin1Char('\n') + blind;
  return sentence;
}

Sentence path_sentence(const PathRow& row) {
  Sentence sentence;
  sentence.level = level_of(row);
  sentence.title = format::text(row.route);
  QStringList notes{format::text(row.fresh.class_name)};
  if (row.fresh.target) notes << HomeWords::tr("target %1").arg(format::duration(*row.fresh.target));
  if (row.fresh.owner) notes << format::text(*row.fresh.owner);
  if (const QString trouble = trouble_word(row); !trouble.isEmpty()) notes.prepend(trouble);
  sentence.note = notes.join(QStringLiteral(" · "));
  switch (row.lateness) {
    case Lateness::late:
    case Lateness::near:
      sentence.detail = path_words(row);
      break;
    case Lateness::unknown:
      if (row.age && row.fresh.bound != AgeBound::measured) {
        sentence.detail =
            HomeWords::tr("Whether this path is late is not known: the oldest record that has not arrived is %1 old.")
                .arg(age_words(row));
        break;
      }
      sentence.detail = HomeWords::tr("How old the end of this path is, is not known: %1.")
                            .arg(format::sentence(row.age ? Reason::no_history : row.age.reason()));
      break;
    case Lateness::fine:
      sentence.detail = row.age && *row.age > Millis(0)
                            ? HomeWords::tr("The oldest record that has not arrived is %1 old.").arg(age_words(row))
                            : HomeWords::tr("Everything that was produced has arrived.");
      break;
  }
  return sentence;
}

}  // namespace tidemark::views
