// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/review_words.h"

#include <QCoreApplication>

#include "models/items/format.h"
#include "models/items/review_model.h"

namespace tidemark::views {
namespace {
struct ScorecardWords {
  Q_DECLARE_TR_FUNCTIONS(ScorecardWords)
};

QString lines(const std::vector<std::string>& texts) {
  QStringList out;
  for (const std::string& text : texts) out << format::text(text);
  return out.join(QLatin1Char('\n'));
}

Level level_of(const ReviewCounts& counts, const ReviewSummary& summary) {
  if (summary.rated == 0) return Level::unknown;
  return counts.weak > 0 ? Level::error : counts.improve > 0 ? Level::warn : Level::fine;
}

QString counts_words(const ReviewCounts& counts, const ReviewSummary& summary, std::size_t rows) {
  QStringList out{ScorecardWords::tr("%1 strong").arg(counts.strong),
                  ScorecardWords::tr("%1 to improve").arg(counts.improve),
                  ScorecardWords::tr("%1 weak").arg(counts.weak)};
  if (summary.waived > 0) out << ScorecardWords::tr("%1 waived").arg(summary.waived);
  if (summary.not_applicable > 0) out << ScorecardWords::tr("%1 not applicable").arg(summary.not_applicable);
  return ScorecardWords::tr("%n row(s): ", nullptr, static_cast<int>(rows)) + out.join(QStringLiteral(", "));
}

void put_evidence(std::vector<Fact>& out, const ReviewLine& line) {
  for (const ReviewEvidence& one : line.row.evidence)
    out.emplace_back(review_words::word(one.kind),
                     format::text(one.title) + QLatin1Char('\n') + review_words::evidence(one, line.at) +
                         QLatin1Char('\n') +
                         ScorecardWords::tr("counts until %1").arg(format::minute(counts_until(one, line.row.valid))));
  for (const ReviewEvidence& one : line.row.expired)
    out.emplace_back(ScorecardWords::tr("expired"),
                     format::text(one.title) + QLatin1Char('\n') + review_words::evidence(one, line.at));
}
}  // namespace

QString title_of_row(const ReviewView& view, const std::string& id) {
  for (const auto& branch : view.rows)
    if (branch.parent.row.row.id == id) return format::text(branch.parent.row.row.title);
  return id.empty() ? ScorecardWords::tr("review") : format::text(id);
}

QString weakest_words(const ReviewView& view) {
  const auto weakest = view.weakest();
  if (weakest.empty()) return ScorecardWords::tr("nothing is rated");
  const ReviewLine& line = *weakest.front();
  const QString name = QStringLiteral("%1 (%2)").arg(format::text(line.row.title), QString::number(line.row.score));
  return line.reasons.empty() ? name : name + QStringLiteral(": ") + format::text(line.reasons.front());
}

QString distribution_words(const ReviewView& view) {
  const ReviewSummary summary = summary_of(view.review);
  QStringList out;
  for (std::size_t score = summary.by_score.size() - 1; score > 0; --score)
    if (const auto rows = summary.by_score.at(score); rows > 0)
      out << ScorecardWords::tr("score %1 in %n row(s)", nullptr, static_cast<int>(rows)).arg(score);
  return out.isEmpty() ? ScorecardWords::tr("nothing is rated") : out.join(QStringLiteral(", "));
}

QString changes_words(const ReviewView& view, int most) {
  if (!view.before_at) return ScorecardWords::tr("No review was frozen before.");
  QStringList out;
  for (const auto& branch : view.rows)
    if (const ReviewChange* change = rated_otherwise(branch.parent.row))
      out << format::text(branch.parent.row.row.title) + QLatin1Char(' ') + review_words::change(*change);
  if (out.isEmpty())
    return view.changes.empty() ? ScorecardWords::tr("Nothing changed.")
                                : ScorecardWords::tr("No rating changed; %n thing(s) beneath did.", nullptr,
                                                     static_cast<int>(view.changes.size()));
  const auto more = out.size() - most;
  if (more > 0) out = out.first(most) << ScorecardWords::tr("%1 more").arg(more);
  return out.join(QStringLiteral(", "));
}

Sentence scorecard_sentence(const ReviewView& view) {
  if (view.error) return {Level::error, ScorecardWords::tr("No review"), {}, format::text(view.error->line())};
  if (view.rows.empty())
    return {Level::unknown, ScorecardWords::tr("No scorecard"), {}, ScorecardWords::tr("The card has no rows.")};
  const ReviewCounts counts = view.counts();
  const ReviewSummary summary = summary_of(view.review);
  Sentence out;
  if (counts.evidence == 0) {
    out.level = Level::unknown;
    out.title = ScorecardWords::tr("%n row(s), 0 evidence: all red until evidenced", nullptr,
                                   static_cast<int>(view.rows.size()));
    out.detail = ScorecardWords::tr("tidemark scorecard evidence --take measures what can be measured and stores it.");
  } else {
    out.level = level_of(counts, summary);
    out.title = counts_words(counts, summary, view.rows.size());
    out.detail = ScorecardWords::tr("Weakest: %1.").arg(weakest_words(view));
    if (view.before_at)
      out.detail +=
          QLatin1Char(' ') + ScorecardWords::tr("Since %1: %2").arg(format::text(view.before), changes_words(view, 3));
  }
  out.note = review_words::scope(view.review.scope);
  if (!view.review.name.empty())
    out.note = ScorecardWords::tr("%1, frozen as %2 at %3")
                   .arg(out.note, format::text(view.review.name), format::minute(view.review.at));
  return out;
}

std::vector<Fact> scorecard_facts(const ReviewLine& line) {
  std::vector<Fact> out;
  const auto put = [&](const QString& name, const QString& words) {
    if (!words.isEmpty()) out.emplace_back(name, words);
  };
  const ReviewedRow& row = line.row;
  put(ScorecardWords::tr("owner"),
      format::known(line.owner, [](const std::string& name) { return format::text(name); }));
  put(ScorecardWords::tr("said"), review_words::said(row));
  put(ScorecardWords::tr("waiver"), review_words::waiver(row));
  put(ScorecardWords::tr("because"), lines(line.reasons));
  put(ScorecardWords::tr("to raise it"), lines(line.raise_by));
  if (row.evidence.empty()) put(ScorecardWords::tr("evidence"), ScorecardWords::tr("none counts: it is unknown"));
  put_evidence(out, line);
  QStringList shown;
  for (const ProofBar& bar : line.proof)
    shown << format::text(bar.name) + QStringLiteral(": ") + review_words::proof(bar);
  put(ScorecardWords::tr("shown"), shown.join(QLatin1Char('\n')));
  if (line.card) {
    put(ScorecardWords::tr("threshold"), format::text(line.card->threshold));
    put(ScorecardWords::tr("measured by"), format::text(line.card->measured_by));
    put(ScorecardWords::tr("1 looks like"), format::text(line.card->one));
    put(ScorecardWords::tr("5 looks like"), format::text(line.card->five));
  }
  QStringList changes;
  for (const ReviewChange& change : line.changes) changes << review_words::change(change);
  put(ScorecardWords::tr("changed"), changes.join(QLatin1Char('\n')));
  return out;
}

}  // namespace tidemark::views
