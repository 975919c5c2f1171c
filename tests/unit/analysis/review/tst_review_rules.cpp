// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule of a scorecard at its borders: what is a pass, what is one only in part, what nobody can tell.
#include <QTest>

#include "tests/unit/analysis/review/evidence.h"

using namespace tidemark;
using namespace tidemark::test;
using Evidence_list = std::vector<ReviewEvidence>;
Q_DECLARE_METATYPE(std::vector<tidemark::ReviewEvidence>)

class TestReviewRules final : public QObject {
  Q_OBJECT
 private slots:
  void outcomes_data();
  void outcomes();
  void nothing_is_never_a_pass_data();
  void nothing_is_never_a_pass();
  void thresholds_are_the_cards();
  void an_unknown_rule_knows_nothing();
};

namespace {
// Minutes of a week.
std::vector<Fact> path(int good, int bad, int unknown, int burst = 10, int burst_bad = 0) {
  return {fact("path:orders", "target_ms", 60'000),   fact("path:orders", "objective", 99.0),
          fact("path:orders", "good", good),          fact("path:orders", "bad", bad),
          fact("path:orders", "unknown", unknown),    fact("path:orders", "burst_minutes", burst),
          fact("path:orders", "burst_bad", burst_bad)};
}

std::vector<Fact> retention(Known<FactValue> retention, Known<FactValue> window, bool compacted = false) {
  return {{"path:orders", "retention_ms", std::move(retention)},
          {"path:orders", "window_ms", std::move(window)},
          fact("path:orders", "compacted", compacted)};
}
FactValue hours(std::int64_t count) { return {count * 3'600'000}; }

std::vector<Fact> table(std::vector<Fact> more = {}) {
  std::vector<Fact> out{fact("table:t", "judged", 20), fact("table:t", "evidence", "derived")};
  for (Fact& one : more) out.push_back(std::move(one));
  if (std::ranges::find(out, "late", &Fact::name) == out.end()) out.push_back(fact("table:t", "late", 0));
  return out;
}

std::vector<Fact> layers(int seen, int all) {
  static constexpr std::array names{"layer:producers", "layer:brokers",      "layer:groups",  "layer:connect",
                                    "layer:tables",    "layer:object-store", "layer:catalog", "layer:storage"};
  std::vector<Fact> out;
  for (int i = 0; i < all; ++i) out.push_back(fact(names.at(std::size_t(i)), "coverage", i < seen ? 0.95 : 0.94));
  return out;
}
std::vector<Fact> without_storage() {
  std::vector<Fact> out = layers(7, 7);
  out.push_back(fact("layer:storage", "coverage", Reason::never_polled));
  return out;
}

std::vector<Fact> runs(int all, int exact, int bounded) {
  return {fact("lineage:all", "runs", all), fact("lineage:all", "exact", exact),
          fact("lineage:all", "bounded", bounded)};
}
constexpr auto clean = [] {
  return Evidence_list{said(EvidenceKind::file, "key-sample"), said(EvidenceKind::file, "tombstone-probe")};
};
Evidence_list with(Evidence_list all, ReviewEvidence one) {
  all.push_back(std::move(one));
  return all;
}

// The code is one that is said; empty: any.
void row(const char* name, const char* rule, const Evidence_list& evidence, const char* outcome,
         const char* code = "") {
  QTest::newRow((std::string(rule) + ": " + name).c_str())
      << QByteArray(rule) << evidence << QByteArray(outcome) << QByteArray(code);
}

void add_freshness() {
  const auto fresh = [](const char* name, std::vector<Fact> facts, const char* outcome, const char* code = "") {
    row(name, "freshness", {measured(std::move(facts))}, outcome, code);
  };
  fresh("met, also in a burst", path(9900, 100, 80), "pass", "V14");
  fresh("one minute too many", path(9899, 101, 0), "fail", "V10");
  fresh("no burst", path(9900, 100, 80, 0), "partial", "V12");
  fresh("late in the burst", path(9990, 10, 80, 10, 1), "fail", "V11");
  fresh("nine tenths known", path(9000, 0, 1000), "pass");
  fresh("less than nine tenths known", path(8999, 0, 1001), "partial", "V05");
  fresh("half known", path(5000, 0, 5000), "partial", "V05");
  fresh("less than half known", path(4999, 0, 5001), "unknown", "V05");
  fresh("less than half known, and more late than all may be", path(0, 101, 9899), "fail", "V10");
  fresh("less than half known, late by what is known", path(0, 50, 9950), "unknown", "V05");
  fresh("nothing known", path(0, 0, 10080), "unknown", "V06");
  fresh("no target", {fact("path:orders", "target_ms", Reason::not_applicable)}, "unknown", "V13");
}

void add_replay() {
  const auto replay = [](const char* name, const Evidence_list& evidence, const char* outcome, const char* code = "") {
    row(name, "replay", evidence, outcome, code);
  };
  const auto pass_d = drill("D", Outcome::pass);
  replay("rehearsed and covered", {measured(retention(hours(48), hours(48))), pass_d}, "pass");
  replay("kept for ever", {measured(retention(Reason::not_applicable, hours(48))), pass_d}, "pass");
  replay("retention too short", {measured(retention(hours(47), hours(48))), pass_d}, "fail", "V20");
  replay("retention not known", {measured(retention(Reason::never_polled, hours(48))), pass_d}, "unknown", "V06");
  replay("no window", {measured(retention(hours(48), Reason::not_applicable)), pass_d}, "partial", "V22");
  replay("compacted", {measured(retention(hours(48), hours(48), true)), pass_d}, "partial", "V21");
  replay("not rehearsed", {measured(retention(hours(48), hours(48)))}, "unknown");
  replay("rehearsed in part", {measured(retention(hours(48), hours(48))), drill("D", Outcome::partial)}, "partial");
  replay("rehearsed and failed", {measured(retention(hours(48), hours(48))), drill("D", Outcome::fail)}, "fail", "V04");
  replay("rehearsed without a verdict", {measured(retention(hours(48), hours(48))), drill("D", {})}, "unknown");
  auto once = retention(hours(48), hours(48));
  once.push_back(fact("replay:g/orders", "finished", true));
  replay("done once, not rehearsed", {measured(once)}, "partial");
  once.push_back(fact("replay:g/orders", "slower", 1));
  replay("done once, at the cost of others", {measured(once)}, "partial", "V24");
  once.push_back(fact("replay:g/orders", "lost", 5));
  replay("overtaken by retention", {measured(once), pass_d}, "fail", "V23");
}

void add_alignment() {
  const auto aligned = [](const char* name, std::vector<Fact> facts, const char* outcome, const char* code = "") {
    row(name, "alignment", {measured(std::move(facts))}, outcome, code);
  };
  aligned("contiguous", table(), "pass");
  aligned("a hole", table({fact("table:t", "holes", 1)}), "fail", "V30");
  aligned("an overlap", table({fact("table:t", "overlaps", 1)}), "fail", "V31");
  aligned("an overlap that a replay explains", table({fact("table:t", "overlaps", 1), fact("table:t", "explained", 1)}),
          "pass");
  aligned("late", table({fact("table:t", "late", 1)}), "fail", "V33");
  aligned("nobody knows whether it is late", table({fact("table:t", "late", Reason::never_polled)}), "unknown", "V06");
  aligned("estimated",
          {fact("table:t", "judged", 20), fact("table:t", "evidence", "estimated"), fact("table:t", "late", 0)},
          "partial", "V32");
  aligned("one commit only", {fact("table:t", "judged", 0), fact("table:t", "evidence", "exact")}, "unknown", "V34");
  aligned("commits that do not tell", table({fact("table:t", "unplaced", 1)}), "partial", "V35");
  aligned("no table", {fact("scope:all", "owner", "x")}, "unknown");
  row("nine tenths seen", "alignment", {measured(table(), 0.9)}, "pass");
  row("less seen", "alignment", {measured(table(), 0.89)}, "partial", "V05");
  row("less than half seen", "alignment", {measured(table(), 0.49)}, "unknown", "V05");
  row("a rehearsal failed", "alignment", {measured(table()), drill("C", Outcome::fail)}, "fail");
}

void add_correctness() {
  row("clean", "correctness", with(clean(), measured(table())), "pass");
  row("no probe", "correctness", {measured(table())}, "partial", "V07");
  row("a probe that failed", "correctness",
      {measured(table()), said(EvidenceKind::file, "key-sample", Outcome::fail),
       said(EvidenceKind::file, "tombstone-probe")},
      "fail", "V04");
  row("twice", "correctness", with(clean(), measured(table({fact("table:t", "overlaps", 2)}))), "fail", "V31");
  row("duplicate files", "correctness", with(clean(), measured(table({fact("table:t", "duplicate_files", 1)}))), "fail",
      "V41");
  row("dead letters of nobody", "correctness",
      with(clean(),
           measured(table({fact("topic:dlq", "depth", 1), fact("topic:dlq", "owner", Reason::not_applicable)}))),
      "partial", "V40");
  row("dead letters of somebody", "correctness",
      with(clean(), measured(table({fact("topic:dlq", "depth", 1), fact("topic:dlq", "owner", "lake")}))), "pass");
  row("dead letters that nobody counted", "correctness",
      with(clean(), measured(table({fact("topic:dlq", "depth", Reason::unreachable)}))), "partial", "V06");
  row("probes alone", "correctness", clean(), "unknown");
  row("seen for half of the time", "correctness", with(clean(), measured(table(), 0.5)), "partial", "V05");
  row("seen for less", "correctness", with(clean(), measured(table(), 0.49)), "unknown", "V05");
}

void add_drills() {
  const auto drills = [](const char* name, const Evidence_list& evidence, const char* outcome) {
    row(name, "recovery", evidence, outcome);
  };
  drills("all", {drill("A", Outcome::pass), drill("B", Outcome::pass), drill("C", Outcome::pass)}, "pass");
  drills("one in part", {drill("A", Outcome::pass), drill("B", Outcome::partial), drill("C", Outcome::pass)},
         "partial");
  drills("one is missing", {drill("A", Outcome::pass), drill("B", Outcome::pass)}, "unknown");
  drills("one failed, one is missing", {drill("A", Outcome::fail), drill("B", Outcome::pass)}, "fail");

  const auto storage = [](const char* name, const Evidence_list& evidence, const char* outcome, const char* code = "") {
    row(name, "storage", evidence, outcome, code);
  };
  const auto waited = [](const char* on) { return drill("B", Outcome::pass, {fact("drill:B", "waited_on", on)}); };
  const auto headroom = [](int hours) {
    return measured({fact("path:o", "headroom_ms", hours * 3'600'000), fact("topic:o", "urp", 0)});
  };
  storage("no wait", {headroom(24), waited("leadership")}, "pass");
  storage("waited on data", {headroom(24), waited("data movement")}, "partial", "V50");
  storage("nobody can tell on what", {headroom(24), waited("cannot tell")}, "partial", "V51");
  storage("nobody said on what", {headroom(24), drill("B", Outcome::pass)}, "partial", "V51");
  storage("little headroom", {headroom(23), waited("leadership")}, "partial", "V52");
  storage("under-replicated", {measured({fact("topic:o", "urp", 2)}), waited("leadership")}, "partial", "V53");
  storage("not rehearsed", {headroom(24)}, "unknown", "V08");
}

void add_governance() {
  const auto governed = [](const char* name, const Evidence_list& evidence, const char* outcome,
                           const char* code = "") { row(name, "governance", evidence, outcome, code); };
  const auto security = [](const char* protocol) { return measured({fact("cluster:c", "security", protocol)}); };
  const auto sign = said(EvidenceKind::attestation, "sign-off");
  const auto audit = said(EvidenceKind::file, "audit-path"), proof = said(EvidenceKind::file, "deletion-proof");
  governed("signed, with all", {security("sasl_ssl"), sign, audit, proof}, "pass");
  governed("signed only", {security("sasl_ssl"), sign}, "partial");
  governed("nobody signed", {security("sasl_ssl"), audit, proof}, "unknown");
  governed("plain text", {security("plaintext"), sign, audit, proof}, "fail", "V60");
  governed("plain text with a password", {security("sasl_plaintext"), sign, audit, proof}, "fail", "V60");
  governed("no check of schemas", {measured({fact("registry:r", "compatibility", "NONE")}), sign, audit, proof}, "fail",
           "V61");
  const auto endpoint = [](const char* zone, const char* tls, const char* signs_in, double days = 100) {
    return measured({fact("endpoint:connect:lake", "zone", zone), fact("endpoint:connect:lake", "tls", tls),
                     fact("endpoint:connect:lake", "authentication", signs_in),
                     fact("endpoint:connect:lake", "certificate_left_ms", days * 86'400'000.0)});
  };
  governed("protected", {endpoint("public network", "TLSv1.3", "basic"), sign, audit, proof}, "pass");
  governed("protected, not signed", {endpoint("public network", "TLSv1.3", "basic"), audit, proof}, "unknown");
  governed("a service in plain text", {endpoint("private network", "no", "basic"), sign, audit, proof}, "fail", "V62");
  governed("nobody signs in", {endpoint("private network", "TLSv1.3", "none"), sign, audit, proof}, "fail", "V63");
  governed("on this machine", {endpoint("this machine", "no", "none"), sign, audit, proof}, "pass");
  governed("a certificate that has ended", {endpoint("this machine", "TLSv1.3", "none", -1), sign, audit, proof},
           "fail", "V64");
  governed("a certificate that ends soon", {endpoint("this machine", "TLSv1.3", "none", 13), sign, audit, proof},
           "pass", "V65");
  governed("not signed", {said(EvidenceKind::attestation, "sign-off", Outcome::fail), audit, proof}, "fail");
}

void add_lineage() {
  const auto lineage = [](const char* name, std::vector<Fact> facts, const char* outcome) {
    row(name, "lineage", {measured(std::move(facts))}, outcome);
  };
  lineage("exact", runs(100, 95, 0), "pass");
  lineage("bounded", runs(100, 94, 0), "partial");
  lineage("four fifths", runs(100, 0, 80), "partial");
  lineage("less", runs(100, 0, 79), "fail");
  lineage("no run", runs(0, 0, 0), "unknown");

  const auto seen = [](const char* name, std::vector<Fact> facts, const char* outcome) {
    row(name, "observability", {measured(std::move(facts))}, outcome, outcome == std::string("unknown") ? "" : "V81");
  };
  seen("all", layers(8, 8), "pass");
  seen("five", layers(5, 8), "partial");
  seen("four", layers(4, 8), "fail");
  seen("no storage to look at", without_storage(), "pass");
  seen("none", {fact("scope:all", "owner", "x")}, "unknown");
  row("all, for less than a day", "observability", {measured(layers(8, 8), 0.89)}, "partial", "V05");
}

void add_rest() {
  row("back in time", "migration", {drill("E", Outcome::pass)}, "pass");
  row("not rehearsed", "migration", {}, "unknown");
  const auto protocol = measured({fact("group:g", "protocol", "classic")});
  row("seen", "compatibility", {protocol}, "partial");
  row("seen and tested", "compatibility", {protocol, said(EvidenceKind::file, "client-tests")}, "pass");
  row("tested, not seen", "compatibility", {said(EvidenceKind::file, "client-tests")}, "partial");
  row("tested and failed", "compatibility", {protocol, said(EvidenceKind::file, "client-tests", Outcome::fail)},
      "fail");
  row("nothing known", "cost", {measured({fact("driver:x", "value", Reason::not_supported)})}, "unknown");
  row("something known", "cost", {measured({fact("driver:x", "value", 5)})}, "partial", "V85");
  row("priced", "cost", {measured({fact("driver:x", "value", 5)}), said(EvidenceKind::attestation, "prices")},
      "partial");
}
}  // namespace

void TestReviewRules::outcomes_data() {
  QTest::addColumn<QByteArray>("rule");
  QTest::addColumn<std::vector<ReviewEvidence>>("evidence");
  QTest::addColumn<QByteArray>("outcome");
  QTest::addColumn<QByteArray>("code");
  add_freshness();
  add_replay();
  add_alignment();
  add_correctness();
  add_drills();
  add_governance();
  add_lineage();
  add_rest();
}

void TestReviewRules::outcomes() {
  QFETCH(QByteArray, rule);
  QFETCH(std::vector<ReviewEvidence>, evidence);
  QFETCH(QByteArray, outcome);
  QFETCH(QByteArray, code);
  const ReviewedRow row = judged(card_row(rule.constData()), evidence);
  QCOMPARE(QByteArray::fromStdString(std::string(word(row.outcome))), outcome);
  QVERIFY2(code.isEmpty() || says(row, code.toStdString()), value_of(row).c_str());
  QCOMPARE(row.derived, score_of(row.validation, row.outcome));
}

void TestReviewRules::nothing_is_never_a_pass_data() {
  QTest::addColumn<QByteArray>("rule");
  for (const char* rule : {"freshness", "replay", "alignment", "correctness", "recovery", "storage", "governance",
                           "lineage", "observability", "migration", "compatibility", "cost", "said"})
    QTest::newRow(rule) << QByteArray(rule);
}

void TestReviewRules::nothing_is_never_a_pass() {
  QFETCH(QByteArray, rule);
  const ReviewedRow row = judged(card_row(rule.constData()), {});
  QCOMPARE(row.outcome, Outcome::unknown);
  QCOMPARE(row.validation, Validation::red);
  QCOMPARE(row.score, 1);
  QVERIFY(says(row, "V01"));
}

void TestReviewRules::thresholds_are_the_cards() {
  const auto facts = path(8000, 0, 2000);
  QCOMPARE(judged(card_row("freshness"), {measured(facts)}).outcome, Outcome::partial);
  QCOMPARE(judged(card_row("freshness", {{"coverage", 0.8}}), {measured(facts)}).outcome, Outcome::pass);
  const auto plain = measured({fact("cluster:c", "security", "plaintext")});
  const auto row = judged(card_row("governance", {{"allow_plaintext", 1}}), {plain});
  QCOMPARE(row.outcome, Outcome::unknown);
  const auto state = measured(retention(hours(48), hours(48), true));
  QCOMPARE(judged(card_row("replay", {{"latest_state_is_enough", 1}}), {state, drill("D", Outcome::pass)}).outcome,
           Outcome::pass);
}

void TestReviewRules::an_unknown_rule_knows_nothing() {
  QVERIFY(!is_review_rule("guess") && is_review_rule("said"));
  QCOMPARE(judged(card_row("guess"), {measured({})}).outcome, Outcome::unknown);
}

QTEST_GUILESS_MAIN(TestReviewRules)
#include "tst_review_rules.moc"
