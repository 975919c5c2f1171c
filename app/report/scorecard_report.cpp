// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/scorecard_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/report/proof_svg.h"
#include "app/report/words.h"

namespace tidemark {
namespace {
using namespace report;

struct Line {
  std::string label;
  std::string text;
  std::string drawing = {};  // inside an HTML page
};

std::string seen_text(const SeenCondition& one) {
  const std::string word = !one.seen ? "nobody looked" : *one.seen ? "seen" : "not seen";
  return one.title + ": " + word + (one.by.empty() ? "" : " (" + one.by + ')');
}

std::string waiver_text(const ReviewedRow& row) {
  const Waiver& waiver = *row.waiver;
  return std::string(word(row.waived)) + ", " + std::string(word(waiver.reason)) + ": " + waiver.text +
         "; asked for by " + waiver.requester + ", approved by " + waiver.approver + ", until " +
         date_time(waiver.until);
}

std::string evidence_text(const ReviewEvidence& one) {
  std::string out = std::string(word(one.kind)) + (one.slot.empty() ? "" : ' ' + one.slot) + ": " + one.title;
  if (one.says) out += " (" + std::string(word(*one.says)) + ')';
  if (!one.name.empty()) out += ", " + one.name + ", " + one.role;
  if (!one.place.empty()) out += ", " + one.place;
  out += ", " + date_time(one.at);
  if (one.coverage) out += fmt::format(", coverage {:.1f} %", *one.coverage * 100);
  return out + ", " + one.hash;
}

// What is said of a row, in order.
std::vector<Line> lines_of(const ScorecardReport& report, const ReviewedRow& row) {
  std::vector<Line> out;
  const auto put = [&](const char* label, const std::string& text) {
    if (!text.empty()) out.push_back({label, text, {}});
  };
  put("Outcome", std::string(word(row.outcome)) + ", validation " + std::string(word(row.validation)));
  put("Condition", row.condition);
  if (row.said && row.score != row.derived)
    put(row.raised() ? "Raised" : "Lowered", "to " + std::to_string(row.score) + " from " +
                                                 std::to_string(row.derived) + " by " + row.said->name + ": " +
                                                 row.said->reason);
  if (row.waiver) put("Waiver", waiver_text(row));
  for (const ReviewReason& reason : row.reasons) put("Because", reason_text(reason, report.text));
  for (const ProofBar& bar : proof_of(row)) out.push_back({"Shown", proof_text(bar), proof_svg(bar)});
  for (const ReviewReason& reason : row.raise_by) put("To raise it", reason_text(reason, report.text));
  const auto card = std::ranges::find(report.card.rows, row.id, &CardRow::id);
  if (card != report.card.rows.end() && card->rule == row.rule) {
    put("Threshold", card->threshold);
    put("1 looks like", card->one);
    put("5 looks like", card->five);
  }
  for (const ReviewEvidence& one : row.evidence) put("Evidence", evidence_text(one));
  for (const ReviewEvidence& one : row.expired) put("Expired", evidence_text(one));
  return out;
}

std::string title_of(const ScorecardReport& report) {
  const Review& review = report.review;
  return report.card.title + ": " + (review.scope.empty() ? std::string("everything") : review.scope) +
         (review.name.empty() ? "" : ", " + review.name);
}

std::string made_of(const ScorecardReport& report) {
  const Review& review = report.review;
  std::string out = review.name.empty() ? "As it was at " : "Frozen at ";
  out += date_time(review.at) + ", card " + review.card + ' ' + review.card_sha256 + ", rules " +
         std::to_string(review.rules) + ", judged by " + review.tool + ", written by tidemark " + report.version;
  return review.hash.empty() ? out : out + ", hash " + review.hash;
}

constexpr const char* sheet = R"(
:root{--bad:#D92D20;--some:#B54708;--good:#067647}
@media(prefers-color-scheme:dark){:root{--bad:#F97066;--some:#FDB022;--good:#47CD89}}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 14px;margin:0}dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
td:nth-child(n+3){overflow-wrap:normal}td:nth-child(-n+2){min-width:6em}
.fail,.red{color:var(--bad);font-weight:600}.partial,.yellow{color:var(--some);font-weight:600}
.pass,.green{color:var(--good);font-weight:600}
.bar{display:block;width:100%;max-width:600px;height:12px;margin:3px 0 5px}.g{fill:var(--good)}.b{fill:var(--bad)}
.u{fill:var(--muted)}.o{fill:none;stroke:var(--muted)}
.unknown{color:var(--muted);font-weight:600}
@media(max-width:640px){td,th{padding:7px 6px}dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 8px}}
@media print{*{print-color-adjust:exact}h2{break-after:avoid}dl{break-inside:avoid}}
)";

std::string marked(std::string_view word) {
  return "<span class='" + std::string(word) + "'>" + std::string(word) + "</span>";
}
}  // namespace

std::string scorecard_markdown(const ScorecardReport& report) {
  std::string out = "# " + markdown(title_of(report)) + "\n\n" + markdown(headline_of(report.review)) +
                    "\n\n| row | rating | outcome | validation |\n|---|---|---|---|\n";
  for (const ReviewedRow& row : report.review.rows)
    out += "| " + markdown(row.title) + " | " + markdown(rating_of(row, report.lens)) + " | " +
           std::string(word(row.outcome)) + " | " + std::string(word(row.validation)) + " |\n";
  for (const ReviewedRow& row : report.review.rows) {
    out += "\n## " + markdown(row.title) + ": " + markdown(rating_of(row, report.lens)) + "\n\n";
    for (const Line& line : lines_of(report, row)) out += "- **" + line.label + "** " + markdown(line.text) + '\n';
  }
  if (!report.seen.empty()) out += "\n## What was seen\n\n";
  for (const SeenCondition& one : report.seen) out += "- " + markdown(seen_text(one)) + '\n';
  return out + '\n' + markdown(made_of(report)) + '\n';
}

std::string scorecard_html(const ScorecardReport& report) {
  std::string out = page_begin(title_of(report), sheet) + "<h1>" + html(title_of(report)) + "</h1>\n<p>" +
                    html(headline_of(report.review)) +
                    "</p>\n<table><tr><th>Row<th>Rating<th>Outcome<th>Validation</tr>\n";
  for (const ReviewedRow& row : report.review.rows)
    out += "<tr><td>" + html(row.title) + "<td>" + html(rating_of(row, report.lens)) + "<td>" +
           marked(word(row.outcome)) + "<td>" + marked(word(row.validation)) + "</tr>\n";
  out += "</table>\n" + proof_hatch();
  for (const ReviewedRow& row : report.review.rows) {
    out += "<h2>" + html(row.title) + ": " + html(rating_of(row, report.lens)) + "</h2>\n<dl>";
    for (const Line& line : lines_of(report, row))
      out += "<dt>" + html(line.label) + "<dd>" + html(line.text) + line.drawing + '\n';
    out += "</dl>\n";
  }
  if (!report.seen.empty()) {
    out += "<h2>What was seen</h2>\n<ul>";
    for (const SeenCondition& one : report.seen) out += "<li>" + html(seen_text(one)) + '\n';
    out += "</ul>\n";
  }
  return out + "<p class='m'>" + html(made_of(report)) + "</p>\n</body></html>\n";
}

}  // namespace tidemark
