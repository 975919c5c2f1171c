// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <algorithm>

#include "models/items/format.h"
#include "models/items/review_model.h"

namespace tidemark::review_words {
namespace {
struct ReviewWords {
  Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

QString field_word(const std::string& field) {
  QString part = format::text(std::string_view(field).substr(field.find(':') + 1));
  if (field == "score") return ReviewWords::tr("score");
  if (field == "outcome") return ReviewWords::tr("outcome");
  if (field == "validation") return ReviewWords::tr("tested");
  if (field == "waiver") return ReviewWords::tr("waiver");
  if (field == "row") return ReviewWords::tr("row");
  if (field == "rule") return ReviewWords::tr("rule");
  if (field.starts_with("evidence:"))
    return part == QLatin1String("measured") ? ReviewWords::tr("measurement")
                                             : ReviewWords::tr("evidence %1").arg(part);
  if (field.starts_with("threshold:")) return ReviewWords::tr("threshold %1").arg(part);
  return part;
}

// Of what is told by its hash it is told only that it is there.
QString value_word(const ReviewChange& change, const std::string& value) {
  if (value.empty()) return ReviewWords::tr("none");
  if (!change.field.starts_with("evidence:") && change.field != "card") return format::text(value);
  return format::text(value).left(8);
}

QString milliseconds(double value) { return format::duration(Millis(static_cast<Millis::rep>(value))); }
QString whole(double value) { return format::count(static_cast<std::int64_t>(value)); }
}  // namespace

QString word(Outcome outcome) {
  switch (outcome) {
    case Outcome::pass:
      return ReviewWords::tr("pass");
    case Outcome::partial:
      return ReviewWords::tr("partial");
    case Outcome::fail:
      return ReviewWords::tr("fail");
    case Outcome::unknown:
      break;
  }
  return ReviewWords::tr("unknown");
}

QString word(Validation validation) {
  switch (validation) {
    case Validation::green:
      return ReviewWords::tr("green");
    case Validation::yellow:
      return ReviewWords::tr("yellow");
    case Validation::red:
      break;
  }
  return ReviewWords::tr("red");
}

QString word(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::measured:
      return ReviewWords::tr("measured");
    case EvidenceKind::drill:
      return ReviewWords::tr("drill");
    case EvidenceKind::file:
      return ReviewWords::tr("file");
    case EvidenceKind::attestation:
      return ReviewWords::tr("attested");
    case EvidenceKind::imported:
      break;
  }
  return ReviewWords::tr("imported");
}

QString word(WaiverReason reason) {
  switch (reason) {
    case WaiverReason::not_applicable:
      return ReviewWords::tr("not applicable");
    case WaiverReason::compensating_control:
      return ReviewWords::tr("something else makes up for it");
    case WaiverReason::accepted_risk:
      return ReviewWords::tr("the risk is accepted");
    case WaiverReason::not_detected:
      break;
  }
  return ReviewWords::tr("not detected");
}

QString word(ChangeCause cause) {
  switch (cause) {
    case ChangeCause::system:
      return ReviewWords::tr("system");
    case ChangeCause::time:
      return ReviewWords::tr("time");
    case ChangeCause::rule:
      return ReviewWords::tr("rules");
    case ChangeCause::threshold:
      return ReviewWords::tr("threshold");
    case ChangeCause::tool:
      return ReviewWords::tr("tool");
    case ChangeCause::waiver:
      return ReviewWords::tr("waiver");
    case ChangeCause::person:
      break;
  }
  return ReviewWords::tr("a person");
}

QString scope(const std::string& scope) { return scope.empty() ? ReviewWords::tr("everything") : format::text(scope); }

QString said(const ReviewedRow& row) {
  if (!row.said || row.score == row.derived) return {};
  const QString words = row.raised() ? ReviewWords::tr("raised by %1, the evidence says %2: %3")
                                     : ReviewWords::tr("lowered by %1, the evidence says %2: %3");
  return words.arg(format::text(row.said->name), QString::number(row.derived), format::text(row.said->reason));
}

QString waiver(const ReviewedRow& row) {
  if (!row.waiver) return {};
  const Waiver& waiver = *row.waiver;
  const auto state = [&] {
    if (row.waived == WaiverState::reopened)
      return ReviewWords::tr("Over: the evidence does not say any more what it was given for");
    if (row.waived == WaiverState::expired) return ReviewWords::tr("Over since %1").arg(format::minute(waiver.until));
    return ReviewWords::tr("Until %1").arg(format::minute(waiver.until));
  };
  return ReviewWords::tr("%1; %2: %3; asked for by %4, approved by %5")
      .arg(state(), review_words::word(waiver.reason), format::text(waiver.text), format::text(waiver.requester),
           format::text(waiver.approver));
}

QString age(LocalTime since, LocalTime at) {
  constexpr Millis day = std::chrono::hours(24);
  const Millis time = std::max(Millis(0), at - since);
  if (time < std::chrono::minutes(1)) return ReviewWords::tr("under 1 min");
  if (time >= 2 * day) return ReviewWords::tr("%1 d").arg(time / day);
  return format::duration(std::chrono::duration_cast<Millis>(std::chrono::floor<std::chrono::minutes>(time)));
}

QString change(const ReviewChange& change) {
  const QString cause = change.because ? review_words::word(*change.because) : ReviewWords::tr("cause unknown");
  return ReviewWords::tr("%1 %2 → %3 (%4)")
      .arg(field_word(change.field), value_word(change, change.before), value_word(change, change.after), cause);
}

QString proof(const ProofBar& bar) {
  const auto of = [&](const QString& words) { return words.arg(whole(bar.good), whole(bar.whole())); };
  QString unseen;
  if (bar.unknown > 0) unseen = ReviewWords::tr(", %1 not known").arg(whole(bar.unknown));
  switch (bar.measure) {
    case ProofMeasure::minutes:
      return of(ReviewWords::tr("%1 of %2 minutes on time")) + unseen;
    case ProofMeasure::commits:
      return of(ReviewWords::tr("%1 of %2 commits follow on")) + unseen;
    case ProofMeasure::window:
      if (bar.unknown > 0) return ReviewWords::tr("%1 wanted, retention unknown").arg(milliseconds(bar.whole()));
      return ReviewWords::tr("%1 of %2 can be read again").arg(milliseconds(bar.good), milliseconds(bar.whole()));
    case ProofMeasure::headroom:
      if (bar.unknown > 0) return ReviewWords::tr("%1 wanted, headroom unknown").arg(milliseconds(bar.whole()));
      return bar.bad > 0
                 ? ReviewWords::tr("%1 of %2 of headroom").arg(milliseconds(bar.good), milliseconds(bar.whole()))
                 : ReviewWords::tr("%1 of headroom or more").arg(milliseconds(bar.whole()));
    case ProofMeasure::layer:
      return bar.good > 0 ? ReviewWords::tr("%1 seen").arg(format::percent(bar.good)) : ReviewWords::tr("not seen");
    case ProofMeasure::drivers:
      return bar.good > 0 ? ReviewWords::tr("measured") : ReviewWords::tr("unknown");
    case ProofMeasure::recovery:
      break;
  }
  if (bar.unknown > 0) return ReviewWords::tr("when it recovered is unknown");
  return bar.bad > 0
             ? ReviewWords::tr("recovered in %1, %2 too late").arg(milliseconds(bar.whole()), milliseconds(bar.bad))
             : ReviewWords::tr("recovered in %1").arg(milliseconds(bar.good));
}

QString evidence(const ReviewEvidence& one, LocalTime at) {
  QStringList out;
  if (one.says) out << review_words::word(*one.says);
  if (!one.name.empty())
    out << (one.role.empty() ? format::text(one.name)
                             : ReviewWords::tr("%1, %2").arg(format::text(one.name), format::text(one.role)));
  else if (!one.author.empty())
    out << format::text(one.author);
  if (!one.place.empty()) out << format::text(one.place);
  if (one.coverage) out << ReviewWords::tr("coverage %1").arg(format::percent(*one.coverage));
  out << ReviewWords::tr("%1, %2 old").arg(format::minute(speaks_of(one)), age(speaks_of(one), at));
  return out.join(QStringLiteral(" · "));
}

}  // namespace tidemark::review_words
