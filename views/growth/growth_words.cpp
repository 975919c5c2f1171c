// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/growth/growth_words.h"

#include <QCoreApplication>

#include "models/items/format.h"
#include "models/items/growth_models.h"

namespace tidemark::views {
namespace {
struct GrowthWords {
  Q_DECLARE_TR_FUNCTIONS(GrowthWords)
};

QString asked_words(const GrowthTerms& terms) {
  QStringList out;
  if (terms.retention) out << GrowthWords::tr("kept for %1").arg(format::duration(*terms.retention));
  if (terms.rate_times != 1) out << GrowthWords::tr("%1 times as much produced").arg(terms.rate_times);
  return out.join(QStringLiteral(", "));
}
}  // namespace

Sentence growth_sentence(const GrowthView& view) {
  if (view.topics.empty())
    return {Level::unknown, GrowthWords::tr("No topics"), {}, GrowthWords::tr("Nothing has been recorded yet.")};
  Sentence out;
  const int topics = static_cast<int>(view.topics.size());
  out.note = GrowthWords::tr("produced since %1").arg(format::minute(view.from));
  if (view.unknown == view.topics.size()) {
    out.level = Level::unknown;
    out.title = GrowthWords::tr("How much %n topic(s) hold is not known", nullptr, topics);
    out.detail = GrowthWords::tr(
        "Bytes need a metrics source that tells the size of logs; tidemark size --record-bytes takes what a record "
        "has.");
    return out;
  }
  if (view.unknown > 0) {
    out.level = Level::unknown;
    out.title = GrowthWords::tr("%n topic(s)", nullptr, topics);
    out.detail = GrowthWords::tr("How much %n of them hold is not known: there is no sum.", nullptr,
                                 static_cast<int>(view.unknown));
    return out;
  }
  out.title = GrowthWords::tr("%n topic(s) hold %1", nullptr, topics).arg(growth_words::bytes(view.bytes()));
  out.detail = GrowthWords::tr("A day brings %1. In 30 days: %2.")
                   .arg(growth_words::bytes(view.a_day()), growth_words::bytes(view.then(false)));
  if (view.changed)
    out.detail += QLatin1Char(' ') +
                  GrowthWords::tr("What if %1: %2.").arg(asked_words(view.terms), growth_words::bytes(view.then(true)));
  return out;
}

QString chart_words(const std::vector<GrowthPoint>& as_is, const std::vector<GrowthPoint>& what_if, bool changed) {
  if (as_is.empty() || !as_is.front().bytes)
    return GrowthWords::tr("no line: how much is held is not known (%1)")
        .arg(as_is.empty() ? QString() : format::sentence(as_is.front().bytes.reason()));
  if (!as_is.back().bytes) return GrowthWords::tr("no line: %1").arg(format::sentence(as_is.back().bytes.reason()));
  const QString now = growth_words::bytes(as_is.front().bytes);
  const QString then = growth_words::bytes(as_is.back().bytes);
  return changed ? GrowthWords::tr("modelled: %1 now, %2 in 30 days; what if: %3")
                       .arg(now, then, growth_words::bytes(what_if.back().bytes))
                 : GrowthWords::tr("modelled: %1 now, %2 in 30 days").arg(now, then);
}

}  // namespace tidemark::views
