// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/review_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
constexpr std::int64_t weak = 2;
constexpr std::int64_t best = 5;

QString left_out(const ReviewedRow& row) {
  return row.waiver->reason == WaiverReason::not_applicable ? ReviewModel::tr("n/a") : ReviewModel::tr("waived");
}

ItemCell score_cell(const ReviewedRow& row) {
  if (!row.counts()) {
    ItemCell cell = text_cell(left_out(row), Tone::muted);
    cell.tip = review_words::waiver(row);
    return cell;
  }
  ItemCell cell = text_cell(QString::number(row.score), Tone::strong);
  cell.score = static_cast<int>(row.score);
  if (row.said && row.score != row.derived) {
    const QString name = format::text(row.said->name);
    cell.beside = row.raised() ? ReviewModel::tr("raised by %1").arg(name) : ReviewModel::tr("lowered by %1").arg(name);
    cell.tip = review_words::said(row);
  }
  return cell;
}

ItemCell level_cell(const QString& text, Level level, const ReviewedRow& row) {
  ItemCell cell = text_cell(text, Tone::muted);  // of what does not count, and of what is unknown
  cell.level = level;
  if (row.counts() && level != Level::unknown) {
    cell.tone = Tone::plain;
    colour(cell);
  }
  return cell;
}

ItemCell evidence_cell(const ReviewLine& line) {
  const ReviewedRow& row = line.row;
  if (row.evidence.empty()) {
    ItemCell cell = text_cell(ReviewModel::tr("none"), Tone::muted);
    if (!row.expired.empty()) cell.beside = ReviewModel::tr("%1 expired").arg(row.expired.size());
    return cell;
  }
  ItemCell cell = text_cell(QString::number(row.evidence.size()));
  cell.beside = review_words::age(speaks_of(row.evidence.front()), line.at);
  QStringList tips;
  for (const ReviewEvidence& one : row.evidence)
    tips << format::text(one.title) + QStringLiteral(": ") + review_words::evidence(one, line.at);
  cell.tip = tips.join(QLatin1Char('\n'));
  return cell;
}

ItemCell changed_cell(const ReviewLine& line) {
  const ReviewChange* change = rated_otherwise(line);
  if (!change) return text_cell(line.changes.empty() ? QString() : ReviewModel::tr("evidence"), Tone::muted);
  ItemCell cell = text_cell(review_words::change(*change));
  QStringList tips;
  for (const ReviewChange& one : line.changes) tips << review_words::change(one);
  cell.tip = tips.join(QLatin1Char('\n'));
  return cell;
}
}  // namespace

Level level_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::pass:
      return Level::fine;
    case Outcome::partial:
      return Level::warn;
    case Outcome::fail:
      return Level::error;
    case Outcome::unknown:
      break;
  }
  return Level::unknown;
}

Level level_of(Validation validation) {
  return validation == Validation::green ? Level::fine : validation == Validation::yellow ? Level::warn : Level::error;
}

Level level_of_score(std::int64_t score) {
  return score >= best ? Level::fine : score > weak ? Level::warn : Level::error;
}

ReviewModel::ReviewModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Row"), tr("What is reviewed"), false, 232},
      {tr("Score"), tr("1 to 5, from what came out and how well it was tested"), false, 224},
      {tr("Outcome"), tr("What the newest evidence says; unknown is never a pass"), false, 112},
      {tr("Tested"), tr("Green: owner, command, threshold, measurement, and it was exercised"), false, 96},
      {tr("Evidence"), tr("How many pieces count, and how old the newest is"), false, 136},
      {tr("Owner"), tr("Whose it is"), false, 136},
      {tr("Changed"), tr("Since the review that was frozen before, and why"), false, 208},
  });
}

ItemCell ReviewModel::cell_of(const ReviewLine& line, int column) const {
  const ReviewedRow& row = line.row;
  switch (column) {
    case name: {
      ItemCell cell = text_cell(format::text(row.title), Tone::strong);
      cell.tip = cell.text;
      if (line.card) cell.tip += QLatin1Char('\n') + format::text(line.card->threshold);
      return cell;
    }
    case score:
      return score_cell(row);
    case outcome:
      return level_cell(review_words::word(row.outcome), level_of(row.outcome), row);
    case tested:
      return level_cell(review_words::word(row.validation), level_of(row.validation), row);
    case evidence:
      return evidence_cell(line);
    case owner:
      return known_cell(line.owner, [](const std::string& text) { return format::text(text); });
    case changed:
      return changed_cell(line);
    default:
      return {};
  }
}

SortValue ReviewModel::sort_of(const ReviewLine& line, int column) const {
  const ReviewedRow& row = line.row;
  switch (column) {
    case name:
      return {false, 0, row.title};
    case score:
      return {!row.counts(), static_cast<double>(row.score), {}};
    case outcome:
      return {false, static_cast<double>(row.outcome), {}};
    case tested:
      return {false, static_cast<double>(row.validation), {}};
    case evidence:
      return {row.evidence.empty(), static_cast<double>(row.evidence.size()), {}};
    case owner:
      return sort_value(line.owner);
    default:
      return {false, static_cast<double>(line.changes.size()), {}};
  }
}

}  // namespace tidemark
