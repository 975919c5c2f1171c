// SPDX-License-Identifier: GPL-3.0-or-later
// Subjects with their versions, as a view shows them: what is lost, what lives, what changed lately.
#include <QTest>

#include "models/analysis/schema_branches.h"
#include "tests/support/recorder.h"
#include "tests/support/registry_polls.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
Schemas schemas_at(const Snapshot& s, LocalTime from, LocalTime at) {
  return schemas_of(schema_rows(s, at), registry_rows(s, at), level_changes(s, at), from, at);
}

SchemaRow version(std::int64_t number, Known<bool> deleted, VersionChange change = VersionChange::registered) {
  SchemaRow row;
  row.registry = "sr";
  row.subject = "a";
  row.version = number;
  row.deleted = std::move(deleted);
  row.change = change;
  return row;
}

SubjectRow subject_of(std::vector<SchemaRow> rows) {
  return schemas_of(std::move(rows), {}, {}, poll_time(0), poll_time(9)).rows.at(0).parent.row;
}

DiagnosisRow found(const char* rule, const char* object) {
  DiagnosisRow row;
  row.finding.rule = rule;
  row.finding.object = Object(object);
  row.cluster = ClusterName("c");
  return row;
}

Findings findings(const std::vector<DiagnosisRow>& rows) {
  Findings out;
  for (const DiagnosisRow& row : rows) out.rows.push_back({{row.finding.rule, {}, row}, {}});
  return out;
}
}  // namespace

class TestSchemaBranches final : public QObject {
  Q_OBJECT
 private slots:
  void the_newest_version_stands_first() {
    Recorder recorder;
    RegistryPolls polls(recorder);
    polls.poll(0, {{"b", {avro(1, 3)}}, {"orders-value", {avro(1, 10), avro(2, 11), avro(10, 14)}}});
    const auto s = recorder.snapshot();
    const Schemas schemas = schemas_at(*s, poll_time(-10), s->to);
    QCOMPARE(schemas.rows.size(), 2U);
    const auto& orders = schemas.rows[1];
    QCOMPARE(orders.parent.row.newest.version, 10);
    QCOMPARE(orders.parent.row.versions, 3);
    QCOMPARE(orders.children.at(0).row.version, 10);
    QCOMPARE(orders.children.at(2).row.version, 1);
    QVERIFY(!orders.parent.row.lately);  // it was there when it was first looked at
    QVERIFY(orders.parent.text.find("orders-value") != std::string::npos);
    QVERIFY(orders.children.at(0).text.find("14") != std::string::npos);
  }

  void what_changed_lately_stands_first() {
    Recorder recorder;
    RegistryPolls polls(recorder);
    const RegistryPolls::Subjects before{{"a", {avro(1, 1)}}, {"b", {avro(1, 2)}}, {"c", {avro(1, 3)}}};
    auto after = before;
    after["c"].push_back(avro(2, 4));
    polls.poll(0, before);
    polls.poll(1, after);
    polls.poll(2, after, {{"b", "NONE"}});
    const auto s = recorder.snapshot();
    const auto order = [](const Schemas& schemas) {
      std::string out;
      for (const auto& branch : schemas.rows) out += branch.parent.row.newest.subject;
      return out;
    };
    QCOMPARE(order(schemas_at(*s, poll_time(0), poll_time(0))), std::string("abc"));
    QCOMPARE(order(schemas_at(*s, poll_time(0), poll_time(1))), std::string("cab"));
    const Schemas schemas = schemas_at(*s, poll_time(0), poll_time(2));
    QCOMPARE(order(schemas), std::string("bca"));
    QVERIFY(schemas.rows[0].parent.row.lately && schemas.rows[1].parent.row.lately);
    QVERIFY(!schemas.rows[2].parent.row.lately);
    QCOMPARE(schemas.rows[0].parent.row.level->after, std::string("NONE"));
    QCOMPARE(schemas.rows[1].parent.row.changed.version, 2);
    QCOMPARE(order(schemas_at(*s, poll_time(1), poll_time(2))), std::string("bac"));  // that of c is old by now
    QVERIFY(schemas.levels.empty());
  }

  void a_level_of_the_registry_is_its_own() {
    Recorder recorder;
    RegistryPolls polls(recorder);
    polls.poll(0, {{"a", {avro(1, 1)}}});
    polls.poll(1, {{"a", {avro(1, 1)}}}, {}, "NONE");
    const auto s = recorder.snapshot();
    const Schemas schemas = schemas_at(*s, poll_time(0), s->to);
    QCOMPARE(schemas.levels.size(), 1U);
    QCOMPARE(schemas.levels[0].before, std::string("BACKWARD"));
    QVERIFY(!schemas.rows[0].parent.row.level);
    QVERIFY(!schemas.rows[0].parent.row.lately);
  }

  void one_that_lives_is_enough() {
    QCOMPARE(subject_of({version(1, true), version(2, false)}).deleted, Known<bool>(false));
    QCOMPARE(subject_of({version(1, true), version(2, true)}).deleted, Known<bool>(true));
    QCOMPARE(subject_of({version(1, true), version(2, Reason::unreachable)}).deleted, Known<bool>(Reason::unreachable));
    QCOMPARE(subject_of({version(1, Reason::unreachable), version(2, false)}).deleted, Known<bool>(false));
    const SchemaRow lost = version(1, true, VersionChange::hard_deleted);
    QVERIFY(subject_of({lost}).gone);
    QVERIFY(!subject_of({lost, version(2, true, VersionChange::soft_deleted)}).gone);
    // The newest that is there speaks for the subject.
    const SchemaRow lost_later = version(2, true, VersionChange::hard_deleted);
    QCOMPARE(subject_of({version(1, false), lost_later}).newest.version, 1);
    QCOMPARE(subject_of({lost, lost_later}).newest.version, 2);
    QCOMPARE(subject_of({lost, lost_later, version(3, false)}).newest.version, 3);
  }

  void what_failed_is_found_by_its_topic() {
    DiagnosisRow snoozed = found("R26", "topic:clicks");
    snoozed.snoozed = Snoozed{};
    const SchemaBreaks breaks =
        schema_breaks(findings({found("R13", "topic:orders"), found("R26", "topic:orders"), snoozed}));
    QCOMPARE(breaks.size(), 1U);
    SchemaRow row = version(1, false);
    QVERIFY(!break_of(breaks, row));
    row.topic = std::string("orders");
    QVERIFY(!break_of(breaks, row));
    row.cluster = ClusterName("c");
    QCOMPARE(break_of(breaks, row)->finding.rule, std::string("R26"));
    DiagnosisRow named = found("R26", "topic:orders");
    named.finding.params = {{"schema", std::string("orders-value version 3, id 14 (AVRO)")}};
    const SchemaBreaks of_value = schema_breaks(findings({named}));
    row.subject = "orders-key";
    QVERIFY(!break_of(of_value, row));
    row.subject = "orders-value";
    QVERIFY(break_of(of_value, row));
    row.subject = "com.shop.Order";
    QVERIFY(!break_of(of_value, row));
  }

  // A registry's list is as long as the registry is large; it is read once.
  void five_thousand_subjects_take_a_moment() {
    Recorder recorder;
    RegistryPolls polls(recorder);
    RegistryPolls::Subjects subjects;
    for (int i = 0; i < 5'000; ++i) subjects["subject-" + std::to_string(i) + "-value"] = {avro(1, i), avro(2, i + 1)};
    polls.poll(0, subjects);
    subjects.erase("subject-7-value");
    polls.poll(1, subjects);
    const auto s = recorder.snapshot();
    QElapsedTimer took;
    took.start();
    const Schemas schemas = schemas_at(*s, poll_time(0), s->to);
    qInfo("5,000 subjects in %lld ms", took.elapsed());
    QCOMPARE(schemas.rows.size(), 5'000U);
    QCOMPARE(schemas.rows[0].parent.row.newest.subject, std::string("subject-7-value"));
    QVERIFY(schemas.rows[0].parent.row.gone);
    QVERIFY(took.elapsed() < 5'000);
  }
};

QTEST_GUILESS_MAIN(TestSchemaBranches)
#include "tst_schema_branches.moc"
