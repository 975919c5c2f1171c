// SPDX-License-Identifier: GPL-3.0-or-later
// A review in a real logbook beside a real timeline: measured, drilled, attested, waived, frozen, and changed after it.
#pragma once

#include "app/session/card_file.h"
#include "app/session/judged_profile.h"
#include "app/session/review_measure.h"
#include "app/session/review_scope.h"
#include "app/session/review_store.h"
#include "models/analysis/review/facts.h"
#include "tests/views/loaded.h"

namespace tidemark::test {

template <class T>
T need(Result<T> result) {
  if (!result) qFatal("%s", result.error().line().c_str());
  return std::move(*result);
}

inline ReviewEvidence evidence(EvidenceKind kind, const char* slot, const char* title,
                               std::optional<Outcome> says = {}) {
  ReviewEvidence out;
  out.kind = kind;
  out.scope = "path=orders";
  out.slot = slot;
  out.title = title;
  out.says = says;
  out.place = kind == EvidenceKind::attestation ? "" : "https://wiki.example/drills";
  out.name = kind == EvidenceKind::attestation ? "Kim" : "";
  out.role = kind == EvidenceKind::attestation ? "security" : "";
  return out;
}

// Plays the story with its start now and writes the review beside it.
inline std::string reviewed_timeline(const QTemporaryDir& folder, const QString& name = QStringLiteral("reviewed")) {
  const QString file = folder.filePath(name + QStringLiteral(".tidemark"));
  const std::string path = file.toStdString();
  if (QFile::exists(file)) return path;
  QByteArray story = QByteArray::fromStdString(
      text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-repaired.json")));
  story.replace("\"start\": \"2026-01-01T02:10:00Z\"", "\"start\": \"now-2h\"");
  play_into(story.toStdString(), path);
  const auto timeline = need(TimelineReader::open(path));
  const LocalTime newest = *need(timeline->reach()).newest;
  Filter filter;
  filter.path = {"orders"};
  const auto now = need(timeline->load(review_now_request(newest)));
  const Card card = need(read_card("readiness"));
  ReviewMeasuring measuring{*timeline, path,       newest,   filter, need(judged_profile(*now, newest)),
                            nullptr,   "tidemark", "measure"};
  need(write_evidence(path, need(measure_review(measuring, card)), "ann"));
  need(write_evidence(path,
                      {evidence(EvidenceKind::drill, "drill:A", "Drill A: a connector task is stopped", Outcome::pass),
                       evidence(EvidenceKind::drill, "drill:B", "Drill B: a broker is restarted", Outcome::pass),
                       evidence(EvidenceKind::drill, "drill:C", "Drill C: commits fail", Outcome::partial),
                       evidence(EvidenceKind::attestation, "sign-off", "Signed for this quarter", Outcome::pass)},
                      "ann"));
  const auto review_now = [&] {
    Review out = reviewed(card, "path=orders", need(read_reviews(path)).basis, SystemClock().now());
    out.tool = "tidemark " TIDEMARK_VERSION;
    return out;
  };
  Review review = review_now();
  Waiver waiver;
  waiver.scope = "path=orders";
  waiver.row = "cost";
  waiver.text = "priced next quarter";
  waiver.requester = "ann";
  waiver.approver = "kim";
  waiver.until = SystemClock().now() + std::chrono::hours(90 * 24);
  for (const ReviewedRow& row : review.rows)
    if (row.id == waiver.row) waiver.value = value_of(row);
  need(write_waiver(path, waiver));
  review = review_now();
  review.name = "Q1";
  need(freeze_review(path, review, "ann"));
  need(write_evidence(path, {evidence(EvidenceKind::drill, "drill:C", "Drill C: commits fail", Outcome::pass)}, "ann"));
  need(write_score(path, {"path=orders", "lineage", 3, "Kim", "seen by hand", {}, {}}, 1));
  return path;
}

inline ViewData review_data(const std::string& file, std::optional<ReviewChoice> choice = {}) {
  const auto reader = need(TimelineReader::open(file));
  ViewRequest request;
  request.screen = Screen::scorecard;
  request.review = std::move(choice);
  return need(load_view(*reader, request));
}

}  // namespace tidemark::test
