// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/replay/replay_words.h"

#include <QCoreApplication>

#include "models/items/format.h"
#include "models/items/replay_model.h"

namespace tidemark::views {
namespace {
struct ReplayWords {
  Q_DECLARE_TR_FUNCTIONS(ReplayWords)
};

QString detail_of(const ReplayRow& row) {
  const ReplayProgress& progress = row.progress;
  QStringList parts;
  if (progress.finished) return ReplayWords::tr("Through at %1.").arg(format::date_time(*progress.finished));
  if (progress.done && progress.remaining)
    parts << ReplayWords::tr("%1 read again, %2 left.")
                 .arg(format::count(*progress.done), format::count(*progress.remaining));
  if (progress.eta)
    parts << ReplayWords::tr("Through at %1.").arg(eta_words(progress));
  else if (progress.overtaken)
    parts << ReplayWords::tr("From %1 on retention takes records that are not read yet.")
                 .arg(format::date_time(*progress.overtaken));
  else
    parts << ReplayWords::tr("When it is through cannot be told: %1.").arg(format::sentence(progress.eta.reason()));
  return parts.join(QLatin1Char(' '));
}

QString impact_words(const std::vector<LiveImpact>& impact) {
  QStringList lines;
  for (const LiveImpact& one : impact)
    lines << ReplayWords::tr("%1: %2 old, %3 before")
                 .arg(format::text(one.group.value()), format::known(one.age, format::duration),
                      format::known(one.baseline, format::duration));
  return lines.join(QLatin1Char('\n'));
}

QString rate_words(const Known<double>& rate) {
  return format::known(rate, [](double value) { return format::rate(value); });
}
}  // namespace

Sentence replay_sentence(const Replays& replays) {
  if (replays.rows.empty())
    return {Level::fine,
            ReplayWords::tr("No replay"),
            {},
            ReplayWords::tr("No group reads again what it had read, and nobody declared that one will.")};
  const ReplayRow& worst = replays.rows.front().parent.row;
  Sentence sentence;
  sentence.level = level_of(worst.progress.state);
  sentence.title =
      QStringLiteral("%1: %2").arg(format::middle(replay_name(worst.replay), 60), word(worst.progress.state));
  if (worst.progress.overtaken && worst.progress.state && *worst.progress.state != ReplayState::overtaken) {
    sentence.level = Level::error;
    sentence.title += ReplayWords::tr(", slower than retention");
  }
  if (replays.rows.size() > 1)
    sentence.note = ReplayWords::tr("%n replay(s)", nullptr, static_cast<int>(replays.rows.size()));
  sentence.detail = detail_of(worst);
  return sentence;
}

std::vector<Fact> replay_facts(const ReplayRow& row) {
  std::vector<Fact> facts;
  const auto put = [&](const QString& name, const QString& words) {
    if (!words.isEmpty()) facts.emplace_back(name, words);
  };
  const ReplayProgress& progress = row.progress;
  put(ReplayWords::tr("kind"), row.replay.to_live() ? ReplayWords::tr("until it is live") : ReplayWords::tr("a range"));
  if (row.replay.begun) put(ReplayWords::tr("begun"), format::date_time(row.replay.begun_at));
  if (row.replay.declared) {
    const DeclaredReplay& said = *row.replay.declared;
    put(ReplayWords::tr("reason"), format::text(said.reason));
    put(ReplayWords::tr("approved by"), format::text(said.approver));
    put(ReplayWords::tr("declared by"), format::text(said.author));
    put(ReplayWords::tr("throttle"), format::text(said.throttle));
    put(ReplayWords::tr("idempotent"), format::text(said.idempotency));
    put(ReplayWords::tr("outcome"), format::text(said.outcome));
  } else {
    put(ReplayWords::tr("declared"), ReplayWords::tr("By nobody: tidemark replay declare says why and by whom."));
  }
  put(ReplayWords::tr("drains, 2 min"), rate_words(progress.drain_2m));
  put(ReplayWords::tr("drains, 20 min"), rate_words(progress.drain_20m));
  if (progress.lost > 0) put(ReplayWords::tr("lost"), format::count(progress.lost));
  put(ReplayWords::tr("live groups"), impact_words(row.impact));
  if (row.record.replays > 0)
    put(ReplayWords::tr("forecasts before"),
        ReplayWords::tr("%n replay(s); the band held in %1", nullptr, static_cast<int>(row.record.replays))
            .arg(format::known(row.record.held, format::percent)));
  return facts;
}

}  // namespace tidemark::views
