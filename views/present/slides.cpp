// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <algorithm>

#include "models/items/format.h"
#include "models/items/review_model.h"
#include "views/present/slide.h"
#include "views/review_words.h"

namespace tidemark::views {
namespace {
using theme::Colour;

struct Slides {
  Q_DECLARE_TR_FUNCTIONS(Slides)
};

constexpr double large_px = 22;
constexpr double small_px = 16;
constexpr std::int64_t weak_score = 2;
constexpr std::size_t most_bars = 8;

SlideCell text_cell(const QString& text, double share = 1, double px = 20, Colour colour = Colour::ink) {
  SlideCell out;
  out.text = text;
  out.share = share;
  out.px = px;
  out.colour = colour;
  return out;
}

SlideCell strong_cell(const QString& text, double share = 1, double px = 20) {
  SlideCell out = text_cell(text, share, px);
  out.strong = true;
  return out;
}

SlideCell labelled(const QString& label, const QString& text, double share = 1, double px = 20) {
  SlideCell out = text_cell(text, share, px);
  out.label = label;
  return out;
}

SlideCell level_cell(const QString& text, Level level, double share, double px = 20) {
  SlideCell out = text_cell(text, share, px);
  out.level = level;
  return out;
}

SlideCell score_cell(const ReviewedRow& row, double share, double px) {
  if (!row.counts())
    return text_cell(row.waiver->reason == WaiverReason::not_applicable ? Slides::tr("n/a") : Slides::tr("waived"),
                     share, px, Colour::muted);
  SlideCell out = strong_cell(QString::number(row.score), share, px);
  if (row.said && row.score != row.derived)
    out.text +=
        QLatin1Char(' ') +
        (row.raised() ? Slides::tr("raised by %1") : Slides::tr("lowered by %1")).arg(format::text(row.said->name));
  out.score = static_cast<int>(row.score);
  return out;
}

void put(std::vector<SlidePiece>& out, const QString& label, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    SlideCell cell = text_cell(format::text(texts[i]));
    if (i == 0) cell.label = label;
    out.push_back({{cell}, i == 0 ? 18.0 : 6.0});
  }
}

void put(std::vector<SlidePiece>& out, const QString& label, const QString& text) {
  if (!text.isEmpty()) out.push_back({{labelled(label, text)}, 18});
}

QString first_reason(const ReviewLine& line) {
  if (!line.row.counts()) return review_words::waiver(line.row);
  return line.reasons.empty() ? QString() : format::text(line.reasons.front());
}

QString risks_words(const ReviewView& view) {
  constexpr std::size_t risks = 3;
  QStringList out;
  for (const ReviewLine* line : view.weakest())
    if (line->row.score <= weak_score && static_cast<std::size_t>(out.size()) < risks)
      out << QStringLiteral("%1 (%2)").arg(format::text(line->row.title)).arg(line->row.score);
  return out.isEmpty() ? Slides::tr("No row is weak.") : out.join(QLatin1Char('\n'));
}

SlidePiece matrix_line(const ReviewLine& line) {
  const ReviewedRow& row = line.row;
  SlidePiece out{{strong_cell(format::text(row.title), 0.24, small_px), score_cell(row, 0.18, small_px),
                  level_cell(review_words::word(row.outcome), level_of(row.outcome), 0.11, small_px),
                  level_cell(review_words::word(row.validation), level_of(row.validation), 0.11, small_px),
                  text_cell(first_reason(line), 0.36, small_px, Colour::muted)},
                 3,
                 true};
  out.ground = row.counts() && row.score <= weak_score;
  return out;
}

Slide first_slide(const ReviewView& view) {
  Slide out;
  out.name = Slides::tr("Readiness");
  out.title = review_words::scope(view.review.scope) + QStringLiteral(" · ") + format::text(view.title);
  out.beside = distribution_words(view);
  const QString since =
      view.before_at ? Slides::tr("CHANGED SINCE %1").arg(format::text(view.before)) : Slides::tr("CHANGED");
  SlidePiece cards{
      {labelled(Slides::tr("WEAKEST"), weakest_words(view), 1, 18), labelled(since, changes_words(view, 3), 1, 18),
       labelled(Slides::tr("LARGEST RISKS"), risks_words(view), 1, 18)},
      10};
  cards.cards = true;
  out.head.push_back(cards);
  out.left.push_back(
      {{text_cell(Slides::tr("Row"), 0.24, 15, Colour::muted), text_cell(Slides::tr("Score"), 0.18, 15, Colour::muted),
        text_cell(Slides::tr("Outcome"), 0.11, 15, Colour::muted),
        text_cell(Slides::tr("Tested"), 0.11, 15, Colour::muted),
        text_cell(Slides::tr("Why, in a line"), 0.36, 15, Colour::muted)},
       10,
       true});
  for (const auto& branch : view.rows) out.left.push_back(matrix_line(branch.parent.row));
  return out;
}

void put_proof(std::vector<SlidePiece>& out, const ReviewLine& line) {
  for (std::size_t i = 0; i < std::min(most_bars, line.proof.size()); ++i) {
    SlideCell cell = text_cell(
        format::text(line.proof[i].name) + QStringLiteral(": ") + review_words::proof(line.proof[i]), 1, small_px);
    if (i == 0) cell.label = Slides::tr("WHAT IS SHOWN, THE WORST FIRST");
    cell.bar = line.proof[i];
    out.push_back({{cell}, i == 0 ? 18.0 : 8.0});
  }
  if (line.proof.size() > most_bars)
    out.push_back({{text_cell(Slides::tr("%1 more").arg(line.proof.size() - most_bars), 1, small_px, Colour::muted)}});
}

void put_newest(std::vector<SlidePiece>& out, const ReviewLine& line) {
  constexpr std::size_t most = 3;
  const auto& evidence = line.row.evidence;
  if (evidence.empty()) {
    put(out, Slides::tr("EVIDENCE"), Slides::tr("None that counts: what is not shown is unknown, never a pass."));
    return;
  }
  for (std::size_t i = 0; i < std::min(most, evidence.size()); ++i) {
    SlideCell cell = text_cell(
        format::text(evidence[i].title) + QStringLiteral(" · ") + review_words::evidence(evidence[i], line.at), 1,
        small_px);
    if (i == 0) cell.label = Slides::tr("EVIDENCE (%1)").arg(evidence.size());
    out.push_back({{cell}, i == 0 ? 18.0 : 6.0});
  }
}

Slide row_slide(const ReviewLine& line) {
  const ReviewedRow& row = line.row;
  Slide out;
  out.row = row.id;
  out.name = out.title = format::text(row.title);
  out.beside = format::text(row.condition);
  out.head.push_back(
      {{score_cell(row, 0.3, large_px),
        level_cell(Slides::tr("outcome %1").arg(review_words::word(row.outcome)), level_of(row.outcome), 0.3),
        level_cell(Slides::tr("tested %1").arg(review_words::word(row.validation)), level_of(row.validation), 0.3),
        text_cell(line.owner ? Slides::tr("owner %1").arg(format::text(*line.owner)) : Slides::tr("owner unknown"), 0.4,
                  20, Colour::muted)},
       10,
       true});
  put(out.left, Slides::tr("SAID BY A PERSON"), review_words::said(row));
  put(out.left, Slides::tr("WAIVER"), review_words::waiver(row));
  put(out.left, Slides::tr("BECAUSE"), line.reasons);
  put(out.left, Slides::tr("TO RAISE IT"), line.raise_by);
  put_proof(out.right, line);
  put_newest(out.right, line);
  if (line.card) {
    // Where there is much to see, it stands beneath what is said.
    std::vector<SlidePiece>& side = line.proof.size() > 2 ? out.left : out.right;
    put(side, Slides::tr("THRESHOLD"), format::text(line.card->threshold));
    side.push_back({{labelled(Slides::tr("1 LOOKS LIKE"), format::text(line.card->one), 1, small_px),
                     labelled(Slides::tr("5 LOOKS LIKE"), format::text(line.card->five), 1, small_px)},
                    18});
  }
  return out;
}

QString owner_words(const ReviewAction& action) {
  if (action.owner) return format::text(*action.owner);
  return action.owner.reason() == Reason::ambiguous ? Slides::tr("several owners") : Slides::tr("nobody yet");
}

Slide actions_slide(const ReviewView& view) {
  Slide out;
  out.name = out.title = Slides::tr("Actions");
  const auto actions = view.actions();
  out.beside = actions.empty() ? Slides::tr("Nothing would raise a score.")
                               : Slides::tr("What would raise the scores, the weakest rows first");
  if (actions.empty()) return out;
  out.left.push_back(
      {{text_cell(Slides::tr("What"), 0.42, 15, Colour::muted), text_cell(Slides::tr("Rows"), 0.28, 15, Colour::muted),
        text_cell(Slides::tr("Owner"), 0.14, 15, Colour::muted),
        text_cell(Slides::tr("Evidence ends"), 0.16, 15, Colour::muted)},
       10,
       true});
  for (const ReviewAction& action : actions) {
    QStringList rows;
    for (const std::string& row : action.rows) rows << format::text(row);
    out.left.push_back(
        {{strong_cell(format::text(action.text), 0.42, small_px),
          text_cell(rows.join(QStringLiteral(", ")), 0.28, small_px), text_cell(owner_words(action), 0.14, small_px),
          text_cell(action.until ? format::minute(*action.until) : Slides::tr("none yet"), 0.16, small_px)},
         5,
         true});
  }
  return out;
}
}  // namespace

std::vector<Slide> slides_of(const ReviewView& view) {
  std::vector<Slide> out{first_slide(view)};
  for (const auto& branch : view.rows) out.push_back(row_slide(branch.parent.row));
  out.push_back(actions_slide(view));
  return out;
}

Slide evidence_slide(const ReviewLine& line) {
  Slide out;
  out.row = line.row.id;
  out.title = Slides::tr("%1: evidence").arg(format::text(line.row.title));
  const auto put_one = [&](const ReviewEvidence& one, const QString& kind) {
    out.left.push_back({{labelled(kind, format::text(one.title), 0.5, 18),
                         labelled(Slides::tr("says"), review_words::evidence(one, line.at), 0.5, small_px)},
                        14});
    if (!one.query.empty()) out.left.push_back({{text_cell(format::text(one.query), 1, 15, Colour::muted)}});
    out.left.push_back({{text_cell(Slides::tr("counts until %1 · hash %2")
                                       .arg(format::minute(counts_until(one, line.row.valid)), format::text(one.hash)),
                                   1, 15, Colour::muted)},
                        2,
                        true});
  };
  for (const ReviewEvidence& one : line.row.evidence) put_one(one, review_words::word(one.kind));
  for (const ReviewEvidence& one : line.row.expired) put_one(one, Slides::tr("expired"));
  if (line.row.evidence.empty() && line.row.expired.empty())
    out.beside = Slides::tr("None that counts: what is not shown is unknown, never a pass.");
  return out;
}

Slide changes_slide(const ReviewView& view) {
  Slide out;
  out.title = view.before_at ? Slides::tr("Changed since %1").arg(format::text(view.before)) : Slides::tr("Changes");
  out.beside = view.before_at ? Slides::tr("frozen at %1").arg(format::date_time(*view.before_at))
                              : Slides::tr("No review was frozen before.");
  if (view.before_at && view.changes.empty()) out.beside = Slides::tr("Nothing changed.");
  for (const ReviewChange& change : view.changes)
    out.left.push_back(
        {{strong_cell(title_of_row(view, change.row), 0.35, 18), text_cell(review_words::change(change), 0.65, 18)},
         6,
         true});
  return out;
}

Slide overview_slide(const std::vector<Slide>& slides, std::size_t chosen) {
  Slide out;
  out.title = Slides::tr("Overview");
  out.beside = Slides::tr("Up and down choose, Enter opens");
  const std::size_t half = (slides.size() + 1) / 2;
  for (std::size_t i = 0; i < slides.size(); ++i) {
    SlidePiece piece{
        {text_cell(QString::number(i + 1), 0.1, 18, Colour::muted), strong_cell(slides[i].name, 0.9, 18)}, 8, true};
    piece.chosen = i == chosen;
    (i < half ? out.left : out.right).push_back(piece);
  }
  return out;
}

QString frozen_words(const ReviewView& view) {
  return Slides::tr("evidence frozen %1 UTC").arg(format::minute(view.review.at));
}

QString origin_words(const ReviewView& view) {
  const QString name = view.review.name.empty() ? Slides::tr("not a milestone") : format::text(view.review.name);
  const std::string& hash = view.review.hash.empty() ? view.review.card_sha256 : view.review.hash;
  return Slides::tr("Tidemark · %1 · rules %2 · %3 %4")
      .arg(name)
      .arg(view.review.rules)
      .arg(view.review.hash.empty() ? Slides::tr("card") : Slides::tr("hash"), format::text(hash).left(12));
}

}  // namespace tidemark::views
