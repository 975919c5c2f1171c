// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <array>
#include <cmath>

namespace tidemark::format {
namespace {
class Format {
  Q_DECLARE_TR_FUNCTIONS(Format)
};
const QLocale& numbers() {
  static const QLocale locale(QLocale::English);
  return locale;
}
QDateTime utc(LocalTime time) { return QDateTime::fromMSecsSinceEpoch(ms(time), QTimeZone::utc()); }

// Three digits and a sign: 1.2 M, 182 k.
QString scaled(double value, std::array<const char*, 5> signs, double step) {
  std::size_t i = 0;
  while (std::abs(value) >= step * 0.9995 && i + 1 < signs.size()) {
    value /= step;
    ++i;
  }
  const int decimals = i > 0 && std::abs(value) < 9.95 ? 1 : 0;
  const QString number = numbers().toString(value, 'f', decimals);
  return signs.at(i)[0] == 0 ? number : number + QChar(0x2009) + QLatin1String(signs.at(i));
}
QString part(std::int64_t value, const QString& unit) {
  return numbers().toString(static_cast<qlonglong>(value)) + QChar(0x00A0) + unit;
}
}  // namespace

QString text(std::string_view utf8) {
  constexpr char16_t escape_pictures = 0x2400;
  QString out = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
  for (QChar& c : out) {
    const char16_t u = c.unicode();
    if (u < 0x20 && u != u'\n' && u != u'\t')
      c = QChar(char16_t(escape_pictures + u));
    else if ((u >= 0x7f && u <= 0x9f) || u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) ||
             (u >= 0x2066 && u <= 0x2069))
      c = QChar(QChar::ReplacementCharacter);
  }
  return out;
}

QString plain(const QString& text) {
  if (text.isEmpty()) return text;
  QString safe = text.toHtmlEscaped();
  safe.replace(QLatin1Char('\n'), QLatin1String("<br>"));
  return QLatin1String("<p style='white-space:pre-wrap'>") + safe + QLatin1String("</p>");
}

QString middle(const QString& text, int at_most) {
  if (text.size() <= at_most || at_most < 3) return text;
  const int left = (at_most - 1) / 2;
  return text.left(left) + QChar(0x2026) + text.right(at_most - 1 - left);
}

QString count(std::int64_t value) { return numbers().toString(static_cast<qlonglong>(value)); }

QString short_count(std::int64_t value) {
  if (std::abs(value) < 100'000) return count(value);
  return scaled(static_cast<double>(value), {"", "k", "M", "G", "T"}, 1000);
}

QString rate(double per_second) {
  if (per_second != 0 && std::abs(per_second) < 9.95)
    return numbers().toString(per_second, 'f', 1) + QLatin1String("/s");
  return scaled(per_second, {"", "k", "M", "G", "T"}, 1000) + QLatin1String("/s");
}

QString bytes(std::int64_t value) { return scaled(static_cast<double>(value), {"B", "kB", "MB", "GB", "TB"}, 1000); }

QString percent(double share) {
  // Not quite all is never written as all.
  const double shown = share < 1 ? std::min(99.9, share * 100) : share * 100;
  return numbers().toString(shown, 'f', shown == std::floor(shown) ? 0 : 1) + QChar(0x00A0) + QLatin1Char('%');
}

// Rounded to what is shown, so that 59.7 s is a minute and never "60 s".
QString duration(Millis time) {
  const std::int64_t t = time.count();
  if (t < 0) return QStringLiteral("−") + duration(-time);
  if (t == 0) return part(0, Format::tr("s"));
  if (t < 1000) return part(t, Format::tr("ms"));
  const std::int64_t tenths = (t + 50) / 100;
  if (t < 9'950) return numbers().toString(static_cast<double>(tenths) / 10, 'f', 1) + QChar(0x00A0) + Format::tr("s");
  const auto two = [](std::int64_t a, const QString& big, std::int64_t b, const QString& small) {
    return b == 0 ? part(a, big) : part(a, big) + QLatin1Char(' ') + part(b, small);
  };
  const std::int64_t s = (t + 500) / 1000;
  if (s < 60) return part(s, Format::tr("s"));
  if (s < 3600) return two(s / 60, Format::tr("min"), s % 60, Format::tr("s"));
  const std::int64_t minutes = (s + 30) / 60;
  constexpr std::int64_t day = 1440;  // minutes
  if (minutes < day) return two(minutes / 60, Format::tr("h"), minutes % 60, Format::tr("min"));
  const std::int64_t hours = (minutes + 30) / 60;
  return two(hours / 24, Format::tr("d"), hours % 24, Format::tr("h"));
}

QString error(Millis plus_minus) { return QStringLiteral("±\u00A0") + duration(plus_minus); }
QString clock(LocalTime time) { return utc(time).toString(QStringLiteral("HH:mm")); }
QString minute(LocalTime time) { return utc(time).toString(QStringLiteral("yyyy-MM-dd HH:mm")); }
QString clock_seconds(LocalTime time) { return utc(time).toString(QStringLiteral("HH:mm:ss")); }
QString clock_millis(LocalTime time) { return utc(time).toString(QStringLiteral("HH:mm:ss.zzz")); }
QString date_time(LocalTime time) { return utc(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")); }

QString range(LocalTime from, LocalTime to) {
  const QDateTime a = utc(from);
  const QDateTime b = utc(to);
  const QString fine = to - from < std::chrono::minutes(10) ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
  const QString full = QStringLiteral("MMM d ") + fine;
  const bool one_day = a.date() == b.date();
  return a.toString(one_day ? fine : full) + QStringLiteral(" – ") + b.toString(one_day ? fine : full) +
         QStringLiteral(" UTC");
}

QString unknown(Reason reason) {
  return reason == Reason::not_applicable ? QStringLiteral("—") : Format::tr("unknown");
}

QString sentence(Reason reason) {
  switch (reason) {
    case Reason::none:
      return {};
    case Reason::no_commit:
      return Format::tr("no offset has been committed");
    case Reason::no_permission:
      return Format::tr("the cluster does not permit it");
    case Reason::unreachable:
      return Format::tr("the source does not answer");
    case Reason::collector_off:
      return Format::tr("no data: the collector was off");
    case Reason::never_polled:
      return Format::tr("this was never asked for");
    case Reason::no_history:
      return Format::tr("not enough history yet");
    case Reason::leaderless:
      return Format::tr("the partition has no leader");
    case Reason::deleted:
      return Format::tr("it was deleted");
    case Reason::not_supported:
      return Format::tr("the source cannot tell");
    case Reason::not_probed:
      return Format::tr("not asked for: it needs permission to read records");
    case Reason::ambiguous:
      return Format::tr("the answers contradict each other");
    case Reason::expired:
      return Format::tr("the history of it has expired");
    case Reason::not_applicable:
      return Format::tr("it does not apply here");
  }
  return {};
}

QString word(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok:
      return Format::tr("fine");
    case Verdict::warn:
      return Format::tr("growing");
    case Verdict::stop:
      return Format::tr("no consumer");
    case Verdict::stall:
      return Format::tr("stalled");
    case Verdict::rewind:
      return Format::tr("rewound");
  }
  return {};
}

QString word(Trend trend) {
  switch (trend) {
    case Trend::growing:
      return Format::tr("growing");
    case Trend::draining:
      return Format::tr("draining");
    case Trend::flat:
      return Format::tr("flat");
  }
  return {};
}

QString word(Stage stage) {
  switch (stage) {
    case Stage::produced:
      return Format::tr("produced");
    case Stage::readable:
      return Format::tr("readable");
    case Stage::group:
      return Format::tr("group");
    case Stage::table:
      return Format::tr("table");
    case Stage::queryable:
      return Format::tr("queryable");
  }
  return {};
}

QString word(Evidence evidence) {
  switch (evidence) {
    case Evidence::exact:
      return Format::tr("exact");
    case Evidence::derived:
      return Format::tr("derived");
    case Evidence::estimated:
      return Format::tr("estimated");
    case Evidence::unknown:
      return Format::tr("unknown");
  }
  return {};
}

QString sentence(Evidence evidence) {
  switch (evidence) {
    case Evidence::exact:
      return Format::tr("the table itself says the offset");
    case Evidence::derived:
      return Format::tr("joined through the writer's own log or checkpoint");
    case Evidence::estimated:
      return Format::tr("an upper bound from data or times; holes below it cannot be seen");
    case Evidence::unknown:
      return Format::tr("nothing says which offsets the table holds");
  }
  return {};
}

QString word(AlignState state) {
  switch (state) {
    case AlignState::aligned:
      return Format::tr("aligned");
    case AlignState::pending:
      return Format::tr("pending");
    case AlignState::stalled:
      return Format::tr("stalled");
    case AlignState::lost:
      return Format::tr("lost");
    case AlignState::will_lose:
      return Format::tr("will lose");
    case AlignState::gap:
      return Format::tr("gap");
    case AlignState::table_ahead:
      return Format::tr("table ahead");
    case AlignState::duplicate_risk:
      return Format::tr("duplicate risk");
    case AlignState::duplicate_confirmed:
      return Format::tr("duplicates");
    case AlignState::reset:
      return Format::tr("reset");
    case AlignState::idle:
      return Format::tr("idle");
    case AlignState::unknown:
      return Format::tr("unknown");
  }
  return {};
}

QString word(Relation relation) {
  switch (relation) {
    case Relation::first:
      return Format::tr("first seen");
    case Relation::contiguous:
      return Format::tr("contiguous");
    case Relation::hole:
      return Format::tr("hole");
    case Relation::overlap:
      return Format::tr("overlap");
    case Relation::unknown:
      return Format::tr("unknown");
  }
  return {};
}

QString word(AgeMethod method) {
  switch (method) {
    case AgeMethod::bisect:
      return Format::tr("by time look-ups on the broker");
    case AgeMethod::history:
      return Format::tr("from this file's history");
    case AgeMethod::record:
      return Format::tr("from the record itself");
    case AgeMethod::none:
      return Format::tr("nothing unread");
  }
  return {};
}

QString word(Residue residue) {
  switch (residue) {
    case Residue::none:
      return Format::tr("records");
    case Residue::markers:
      return Format::tr("transaction markers, no records");
    case Residue::holes:
      return Format::tr("compaction holes, no records");
    case Residue::open_txn:
      return Format::tr("an open transaction");
    case Residue::unknown:
      return Format::tr("cannot tell");
  }
  return {};
}

QString age(const Known<Millis>& age, const Known<Millis>& plus_minus) {
  if (!age) return unknown(age.reason());
  if (!plus_minus) return duration(*age);
  return duration(*age) + QLatin1Char(' ') + error(*plus_minus);
}

}  // namespace tidemark::format
