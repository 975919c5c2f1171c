// SPDX-License-Identifier: GPL-3.0-or-later
// Classes as OpenSLO and as dbt's freshness, there and back; what is not kept is said; files that mean harm are
// refused.
#include <QElapsedTimer>
#include <QTest>
#include <boost/json/serialize.hpp>

#include "app/settings/class_files.h"
#include "app/settings/profile_file.h"
#include "app/settings/yaml_text.h"

using namespace tidemark;

class TestClassFiles final : public QObject {
  Q_OBJECT
 private slots:
  void both_forms_come_back_as_they_went();
  void openslo_is_what_its_specification_says();
  void dbt_is_what_its_reference_says();
  void what_cannot_be_said_is_said_aloud();
  void foreign_openslo_is_read();
  void foreign_dbt_is_read();
  void a_changed_count_holds();
  void wrong_files_are_refused_data();
  void wrong_files_are_refused();
  void yaml_is_typed_as_its_core_schema_says();
  void bombs_are_refused();
  void what_is_imported_is_a_profile();
};

namespace {
ClassProfile fraud() {
  ClassProfile out;
  out.name = "Fraud Signals";
  out.target = Millis(5'000);
  out.objective = 99.5;
  out.end = "queryable";
  out.owner = "risk & co: \"a\"";
  out.idle = "expect 5m";
  out.delete_target = Millis(3'600'000);
  out.replay_window = std::chrono::days(7);
  return out;
}
ClassProfile plain(const std::string& name, std::int64_t ms) {
  ClassProfile out;
  out.name = name;
  out.target = Millis(ms);
  return out;
}
std::string shown(const ClassProfile& item) { return classes_text({item}); }

ClassesRead read(const std::string& text) {
  auto out = read_classes(text, "f.yaml");
  if (!out) qFatal("%s", out.error().line().c_str());
  return std::move(*out);
}
std::string all(const std::vector<std::string>& notes) {
  std::string out;
  for (const std::string& note : notes) out += note + '\n';
  return out;
}
bool has(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }
}  // namespace

void TestClassFiles::both_forms_come_back_as_they_went() {
  std::vector<ClassProfile> classes{fraud(), plain("250", 250), plain("true", 90'000), plain("day", 86'400'000)};
  classes[3].objective = 99.99;
  for (const ClassForm form : {ClassForm::openslo, ClassForm::dbt}) {
    const ClassesWritten written = write_classes(classes, form, "prod");
    const ClassesRead back = read(written.text);
    QVERIFY2(back.notes.empty(), all(back.notes).c_str());
    QCOMPARE(back.classes.size(), classes.size());
    for (std::size_t i = 0; i < classes.size(); ++i) QCOMPARE(shown(back.classes[i]), shown(classes[i]));
    // And once more, to the letter.
    QCOMPARE(write_classes(back.classes, form, "prod").text, written.text);
  }
  ClassProfile audit;
  audit.name = "audit";
  const ClassesRead dbt = read(write_classes({audit}, ClassForm::dbt, "prod").text);
  QCOMPARE(shown(dbt.classes.at(0)), shown(audit));
}

void TestClassFiles::openslo_is_what_its_specification_says() {
  const auto documents = read_yaml(write_classes({fraud()}, ClassForm::openslo, "Prod EU").text, "f");
  QVERIFY(documents);
  const boost::json::value& slo = documents->at(0);
  QCOMPARE(slo.at("apiVersion").as_string(), "openslo/v1");
  QCOMPARE(slo.at("kind").as_string(), "SLO");
  QCOMPARE(slo.at("metadata").at("name").as_string(), "fraud-signals");
  QCOMPARE(slo.at("metadata").at("displayName").as_string(), "Fraud Signals");
  QCOMPARE(slo.at("spec").at("service").as_string(), "prod-eu");
  QCOMPARE(slo.at("spec").at("budgetingMethod").as_string(), "Timeslices");
  QCOMPARE(slo.at("spec").at("timeWindow").at(0).at("duration").as_string(), "30d");
  const boost::json::value& objective = slo.at("spec").at("objectives").at(0);
  QCOMPARE(objective.at("op").as_string(), "lte");
  QCOMPARE(objective.at("value").as_int64(), 5);
  QCOMPARE(objective.at("target").as_double(), 0.995);
  QCOMPARE(objective.at("timeSliceTarget").as_int64(), 1);
  QCOMPARE(objective.at("timeSliceWindow").as_string(), "1m");
}

void TestClassFiles::dbt_is_what_its_reference_says() {
  const std::string text = write_classes({plain("orders", 7'200'000)}, ClassForm::dbt, "prod").text;
  QCOMPARE(text, std::string("version: 2\nsources:\n- name: prod\n  tables:\n  - name: orders\n    freshness:\n"
                             "      warn_after:\n        count: 2\n        period: hour\n    meta:\n      tidemark:\n"
                             "        target: 2h\n"));
}

void TestClassFiles::what_cannot_be_said_is_said_aloud() {
  ClassProfile audit;
  audit.name = "audit";
  const ClassesWritten slo = write_classes({fraud(), audit}, ClassForm::openslo, "p");
  QCOMPARE(slo.notes.size(), 2u);
  QVERIFY2(has(slo.notes[0], "end, owner, idle, delete_target and replay_window"), slo.notes[0].c_str());
  QVERIFY2(has(slo.notes[1], "audit is left out: it has no target"), slo.notes[1].c_str());
  QVERIFY(!has(slo.text, "audit"));
  const ClassesWritten dbt = write_classes({fraud(), audit}, ClassForm::dbt, "p");
  QVERIFY2(has(all(dbt.notes), "Fraud Signals: 5s is written as 1 minute"), all(dbt.notes).c_str());
  QVERIFY(has(all(dbt.notes), "objective") && has(all(dbt.notes), "audit: it has no target"));
  for (const std::string& note : dbt.notes) QVERIFY(!has(note, "\n"));
}

void TestClassFiles::foreign_openslo_is_read() {
  const ClassesRead out = read(R"(
apiVersion: openslo/v1
kind: Service
metadata: {name: shop}
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: checkout-freshness, labels: {team: shop}}
spec:
  description: how fresh
  service: shop
  indicatorRef: age
  budgetingMethod: Timeslices
  timeWindow: [{duration: 7d, isRolling: true}]
  alertPolicies: [a]
  objectives:
    - {op: lte, value: 300, target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: 5m}
    - {op: lte, value: 60, target: 0.9}
---
apiVersion: openslo/v1
kind: SLO
metadata: {name: errors}
spec: {service: shop, budgetingMethod: Occurrences, objectives: [{target: 0.99}]}
)");
  QCOMPARE(out.classes.size(), 1u);
  QCOMPARE(out.classes[0].name, std::string("checkout-freshness"));
  QCOMPARE(out.classes[0].target, std::optional(Millis(300'000)));
  QCOMPARE(out.classes[0].objective, std::optional(99.0));
  const std::string notes = all(out.notes);
  for (const char* words : {"kind Service is left out", "taken for seconds", "1 further objectives", "description",
                            "alertPolicies", "slices of another length", "timeSliceTarget below 1",
                            "a window other than 30 days", "errors is left out: its budgetingMethod"})
    QVERIFY2(has(notes, words), (words + (": " + notes)).c_str());
}

void TestClassFiles::foreign_dbt_is_read() {
  const ClassesRead out = read(R"(
version: 2
sources:
  - name: jaffle_shop
    database: raw
    freshness: {warn_after: {count: 12, period: hour}, error_after: {count: 24, period: hour}}
    loaded_at_field: _etl_loaded_at
    tables:
      - name: customers
      - name: orders
        freshness: {warn_after: {count: 6, period: hour}, filter: "x > 1"}
      - name: product_skus
        freshness: null
      - name: shipments
        config: {freshness: {error_after: {count: 1, period: day}}}
)");
  QCOMPARE(out.classes.size(), 3u);
  QCOMPARE(out.classes[0].target, std::optional<Millis>(std::chrono::hours(12)));
  QCOMPARE(out.classes[1].target, std::optional<Millis>(std::chrono::hours(6)));
  QCOMPARE(out.classes[2].target, std::optional<Millis>(std::chrono::hours(24)));
  QVERIFY(!out.classes[0].objective);
  const std::string notes = all(out.notes);
  for (const char* words :
       {"customers: not kept: error_after", "loaded_at_field", "orders: not kept: filter", "product_skus is left out"})
    QVERIFY2(has(notes, words), (words + (": " + notes)).c_str());
}

void TestClassFiles::a_changed_count_holds() {
  std::string text = write_classes({plain("orders", 5'000)}, ClassForm::dbt, "p").text;
  text.replace(text.find("count: 1"), 8, "count: 3");
  const ClassesRead out = read(text);
  QCOMPARE(out.classes[0].target, std::optional(Millis(180'000)));
  QCOMPARE(out.notes.size(), 1u);
  QVERIFY(has(out.notes[0], "its count of 3m holds, not the 5s"));
}

void TestClassFiles::wrong_files_are_refused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("words");
  const auto row = [](const char* name, const char* text, const char* words) {
    QTest::newRow(name) << QByteArray(text) << QByteArray(words);
  };
  row("empty", "", "no class in it");
  row("another form", "a: 1", "neither OpenSLO nor");
  row("an older version", "apiVersion: openslo/v1alpha\nkind: SLO", "write it as openslo/v1");
  row("no YAML", "a: [", "f.yaml:2:1");
  row("two keys", "a: 1\na: 2", "stands twice");
  row("period", "sources: [{tables: [{name: t, freshness: {warn_after: {count: 1, period: week}}}]}]", "week");
  row("count", "sources: [{tables: [{name: t, freshness: {warn_after: {count: -1, period: day}}}]}]", "$.sources[0]");
  row("share",
      "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\n"
      "spec: {budgetingMethod: Timeslices, objectives: [{op: lte, value: 5, target: 99}]}",
      "$.spec.objectives[0].target");
  row("one name",
      "sources: [{tables: [{name: t, freshness: {warn_after: {count: 1, period: day}}}, {name: t, "
      "freshness: {warn_after: {count: 1, period: day}}}]}]",
      "two classes are named");
  row("own key", "sources: [{tables: [{name: t, meta: {tidemark: {taget: 5s}}}]}]", "taget");
}

void TestClassFiles::wrong_files_are_refused() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, words);
  const auto out = read_classes(text.toStdString(), "f.yaml");
  QVERIFY(!out);
  QCOMPARE(out.error().code, ErrorCode::input);
  QVERIFY2(out.error().line().find(words.toStdString()) != std::string::npos, out.error().line().c_str());
  QVERIFY(out.error().line().find('\n') == std::string::npos);
}

void TestClassFiles::yaml_is_typed_as_its_core_schema_says() {
  const auto out = read_yaml("[1, -2, 1.5, true, null, ~, , 'x', \"2\", no, 1e3, 0x1F, 12ab, 2026-01-01]", "f");
  QVERIFY(!out);  // an empty entry
  const auto typed = read_yaml("[1, -2, 1.5, true, null, ~, 'x', \"2\", no, 1e3, 0x1F, 12ab, 2026-01-01]", "f");
  QVERIFY(typed);
  QCOMPARE(boost::json::serialize(typed->at(0)),
           std::string(R"([1,-2,1.5E0,true,null,null,"x","2","no",1E3,"0x1F","12ab","2026-01-01"])"));
  const boost::json::value odd{{"true", "1"}, {"x", "null"}, {"y", "a: b # c"}, {"z", "- \n\"q\""}, {"w", nullptr}};
  const auto back = read_yaml(yaml_text(odd), "f");
  QVERIFY(back);
  QCOMPARE(boost::json::serialize(back->at(0)), boost::json::serialize(odd));
}

void TestClassFiles::bombs_are_refused() {
  QElapsedTimer timer;
  timer.start();
  std::string laughs = "a: &a [lol, lol]\n";
  for (char c = 'b'; c < 'z'; ++c)
    laughs += std::string(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + "]\n";
  const auto bomb = read_yaml(laughs, "f");
  QVERIFY(!bomb && has(bomb.error().line(), "f:1:4: an anchor is not read"));
  QVERIFY(!read_yaml("a: *b", "f"));
  QVERIFY(!read_yaml("a: !!binary aGVsbG8=", "f"));
  QVERIFY(has(read_yaml(std::string(100'000, '['), "f").error().line(), "deeper than 24"));
  QVERIFY(has(read_yaml(std::string(2u << 20, ' '), "f").error().line(), "larger than"));
  std::string many = "[";
  for (int i = 0; i < 60'000; ++i) many += "1,";
  QVERIFY(has(read_yaml(many + "1]", "f").error().line(), "more than 50000 values"));
  std::string documents;
  for (int i = 0; i < 600; ++i) documents += "--- 1\n";
  QVERIFY(has(read_yaml(documents, "f").error().line(), "more than 500 documents"));
  QVERIFY(!read_yaml("{[a]: 1}", "f") && !read_yaml("? {a: 1}\n: 2", "f"));
  QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
}

void TestClassFiles::what_is_imported_is_a_profile() {
  const auto profile = parse_profile(classes_text({fraud(), plain("b", 250)}), "p.json");
  QVERIFY2(profile, profile ? "" : profile.error().line().c_str());
  QCOMPARE(profile->profile.classes.size(), 2u);
  QCOMPARE(shown(profile->profile.classes[0]), shown(fraud()));
}

QTEST_GUILESS_MAIN(TestClassFiles)
#include "tst_class_files.moc"
