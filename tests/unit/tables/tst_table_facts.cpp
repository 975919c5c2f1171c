// SPDX-License-Identifier: GPL-3.0-or-later
// What tables of real writers are made of, against what other readers find in them.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <map>

#include "collectors/tables/delta/read_facts.h"
#include "collectors/tables/hudi/read_facts.h"
#include "collectors/tables/iceberg/read_table.h"
#include "collectors/tables/paimon/read_facts.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
const QString fixtures = QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/");

std::string bytes_of(const QString& name) {
  QFile file(fixtures + name);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", qPrintable(name));
  return file.readAll().toStdString();
}
QJsonObject expected_in(const QString& folder, const char* name) {
  const auto all =
      QJsonDocument::fromJson(QByteArray::fromStdString(bytes_of(folder + QStringLiteral("/expected.json"))));
  return all.object().value(QLatin1String(name)).toObject();
}
std::vector<std::string> names_in(const QString& folder) {
  std::vector<std::string> out;
  for (const QString& name : QDir(fixtures + folder).entryList(QDir::Files, QDir::Name))
    out.push_back(name.toStdString());
  return out;
}

TableFacts iceberg_facts(const std::string& text) {
  const auto parsed = iceberg::parse_metadata(text, "t");
  if (!parsed) qFatal("%s", parsed.error().line().c_str());
  return iceberg::read_table(TableName("lake.t"), *parsed, {}).facts;
}
TableFacts iceberg_facts(const char* name) {
  return iceberg_facts(bytes_of(QStringLiteral("iceberg-facts/%1.metadata.json").arg(QLatin1String(name))));
}

delta::LogView delta_log(const char* name, std::size_t first = 0) {
  delta::LogView view;
  const QString folder = QStringLiteral("delta/%1/_delta_log/").arg(QLatin1String(name));
  for (const std::int64_t version : delta::sort_names(names_in(folder)).versions)
    if (version >= static_cast<std::int64_t>(first))
      view.commits.push_back(delta::parse_commit(
          version, bytes_of(folder + QString::fromStdString(delta::version_name(version, ".json")))));
  return view;
}

std::int64_t number(const TableFacts& facts, TableFact fact) {
  const auto found = facts.numbers.find(fact);
  return found == facts.numbers.end() ? -1 : found->second;
}
// The reason why it is not told; `none` where it is.
Reason reason(const TableFacts& facts, TableFact fact) {
  const auto found = facts.untold.find(fact);
  return found == facts.untold.end() ? Reason::none : found->second.reason;
}
}  // namespace

class TestTableFacts final : public QObject {
  Q_OBJECT
 private slots:
  void iceberg_against_its_own_scan_data();
  void iceberg_against_its_own_scan();
  void iceberg_times();
  void iceberg_schemas();
  void an_empty_iceberg_table_has_no_file();
  void a_summary_without_totals_is_unknown();
  void delta_against_its_own_reader();
  void a_delta_log_without_its_beginning();
  void delta_schemas_and_operations();
  void delta_deletion_vectors();
  void hudi();
  void paimon();
  void what_a_schema_change_is_called();
};

void TestTableFacts::iceberg_against_its_own_scan_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"deletes-v2", "compacted-v2", "expired-v2", "deletes-v3", "compacted-v3", "expired-v3"})
    QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTableFacts::iceberg_against_its_own_scan() {
  QFETCH(const QString, name);
  const QByteArray called = name.toLatin1();
  const TableFacts facts = iceberg_facts(called.constData());
  const QJsonObject scan = expected_in(QStringLiteral("iceberg-facts"), called.constData());
  for (const TableFact fact : {TableFact::files, TableFact::bytes, TableFact::delete_files, TableFact::position_deletes,
                               TableFact::equality_deletes, TableFact::versions})
    QCOMPARE(number(facts, fact), scan.value(QString::fromLatin1(word(fact).data())).toInteger(-2));
  const std::int64_t sized = number(facts, TableFact::files) + number(facts, TableFact::delete_files);
  QCOMPARE(number(facts, TableFact::mean_file_bytes), number(facts, TableFact::bytes) / sized);
  // The summaries that would tell how many vectors there are have expired with their snapshots.
  if (name == QLatin1String("expired-v3"))
    QCOMPARE(reason(facts, TableFact::deletion_vectors), Reason::expired);
  else
    QCOMPARE(number(facts, TableFact::deletion_vectors), scan.value(QStringLiteral("deletion_vectors")).toInteger(-2));
  QCOMPARE(reason(facts, TableFact::conflicts), Reason::not_supported);
  QVERIFY(!facts.untold.at(TableFact::conflicts).why.empty());
}

void TestTableFacts::iceberg_times() {
  for (const char* version : {"v2", "v3"}) {
    const std::string compacted = std::string("compacted-") + version, expired = std::string("expired-") + version;
    const auto scan = expected_in(QStringLiteral("iceberg-facts"), compacted.c_str());
    // Manifests that were written anew later are no compaction.
    QCOMPARE(ms(iceberg_facts(compacted.c_str()).compacted.value()),
             scan.value(QStringLiteral("compacted_at_ms")).toInteger());
    QCOMPARE(ms(iceberg_facts(expired.c_str()).compacted.value()),
             scan.value(QStringLiteral("compacted_at_ms")).toInteger());
    const TableFacts before = iceberg_facts((std::string("deletes-") + version).c_str());
    QVERIFY(!before.compacted);
    QCOMPARE(reason(before, TableFact::compaction), Reason::no_commit);
    QCOMPARE(before.expired_below, std::optional<std::string>("none"));
    const auto left = expected_in(QStringLiteral("iceberg-facts"), expired.c_str()).value(QStringLiteral("snapshots"));
    QCOMPARE(iceberg_facts(expired.c_str()).expired_below,
             std::optional(left.toArray().at(0).toArray().at(0).toString().toStdString()));
  }
}

void TestTableFacts::iceberg_schemas() {
  const TableFacts facts = iceberg_facts("compacted-v2");
  const auto scan = expected_in(QStringLiteral("iceberg-facts"), "compacted-v2");
  const auto at = [&](int i) {
    return scan.value(QStringLiteral("snapshots")).toArray().at(i).toArray().at(1).toInteger();
  };
  QCOMPARE(facts.schemas.size(), 2u);
  QCOMPARE(facts.schemas[0].text, std::string("added amount (long)"));
  QCOMPARE(ms(facts.schemas[0].lo.value()), at(0));
  QCOMPARE(ms(facts.schemas[0].hi), at(1));
  // No snapshot has the newest one yet.
  QCOMPARE(facts.schemas[1].text, std::string("note is now remark; dropped amount"));
  QCOMPARE(ms(facts.schemas[1].lo.value()), at(4));
  QCOMPARE(ms(facts.schemas[1].hi), scan.value(QStringLiteral("updated_ms")).toInteger());
}

void TestTableFacts::an_empty_iceberg_table_has_no_file() {
  const TableFacts facts = iceberg_facts(metadata_text("empty"));
  QCOMPARE(number(facts, TableFact::files), 0);
  QCOMPARE(number(facts, TableFact::bytes), 0);
  QCOMPARE(number(facts, TableFact::versions), 0);
  QCOMPARE(reason(facts, TableFact::mean_file_bytes), Reason::not_applicable);
}

void TestTableFacts::a_summary_without_totals_is_unknown() {
  const TableFacts facts = iceberg_facts(table_json(
      snapshot_json("1", "", R"("added-data-files":"2","total-data-files":"x")"), R"("current-snapshot-id":1)"));
  for (const TableFact fact : {TableFact::files, TableFact::bytes, TableFact::mean_file_bytes, TableFact::delete_files})
    QCOMPARE(reason(facts, fact), Reason::not_supported);
  QCOMPARE(number(facts, TableFact::deletion_vectors), 0);  // version 2 has none
  // Which of two heads holds cannot be told.
  const TableFacts none = iceberg_facts(table_json(
      snapshot_json("1", ""), R"("current-snapshot-id":1,"refs":{"main":{"snapshot-id":2,"type":"branch"}})"));
  QCOMPARE(reason(none, TableFact::files), Reason::ambiguous);
  QCOMPARE(number(none, TableFact::versions), 1);
}

void TestTableFacts::delta_against_its_own_reader() {
  for (const char* name : {"facts-before", "facts"}) {
    const TableFacts facts = delta::read_facts(delta_log(name));
    const QJsonArray sizes = expected_in(QStringLiteral("delta"), name).value(QStringLiteral("sizes")).toArray();
    std::int64_t bytes = 0;
    for (const auto& size : sizes) bytes += size.toInteger();
    QCOMPARE(number(facts, TableFact::files), sizes.size());
    QCOMPARE(number(facts, TableFact::bytes), bytes);
    QCOMPARE(number(facts, TableFact::mean_file_bytes), bytes / sizes.size());
    QCOMPARE(number(facts, TableFact::deletion_vectors), 0);
    QCOMPARE(reason(facts, TableFact::delete_files), Reason::not_applicable);
  }
  // Appends tell their retries; a delete and a compaction do not.
  QCOMPARE(number(delta::read_facts(delta_log("plain")), TableFact::conflicts), 0);
  const TableFacts facts = delta::read_facts(delta_log("facts"));
  QCOMPARE(reason(facts, TableFact::conflicts), Reason::not_supported);
  QVERIFY(facts.untold.at(TableFact::conflicts).why.starts_with("At least 0: version 7 (VACUUM END)"));
}

void TestTableFacts::a_delta_log_without_its_beginning() {
  const TableFacts facts = delta::read_facts(delta_log("facts", 1));
  for (const TableFact fact : {TableFact::files, TableFact::bytes, TableFact::deletion_vectors})
    QCOMPARE(reason(facts, fact), Reason::not_probed);
  QVERIFY(facts.untold.at(TableFact::files).why.find("from version 1 on") != std::string::npos);
  QVERIFY(facts.compacted && facts.schemas.empty());  // what the schema was before is not seen
  delta::LogView damaged = delta_log("facts");
  damaged.commits[2] = delta::parse_commit(2, "{");
  QCOMPARE(reason(delta::read_facts(damaged), TableFact::files), Reason::ambiguous);
}

void TestTableFacts::delta_schemas_and_operations() {
  const TableFacts facts = delta::read_facts(delta_log("facts"));
  const QJsonArray operations =
      expected_in(QStringLiteral("delta"), "facts").value(QStringLiteral("operations")).toArray();
  const auto at = [&](int version) { return operations.at(version).toArray().at(1).toInteger(); };
  QCOMPARE(facts.schemas.size(), 1u);
  QCOMPARE(facts.schemas[0].text, std::string("added note (string)"));
  QCOMPARE(facts.schemas[0].schema, std::string("3"));
  QCOMPARE(ms(facts.schemas[0].hi), at(3));
  QCOMPARE(facts.schemas[0].lo, std::optional(facts.schemas[0].hi));
  QCOMPARE(ms(facts.compacted.value()), at(5));
  QCOMPARE(ms(facts.cleaned.value()), at(7));
  const TableFacts before = delta::read_facts(delta_log("facts-before"));
  QCOMPARE(reason(before, TableFact::compaction), Reason::no_commit);
  QCOMPARE(reason(before, TableFact::cleaning), Reason::no_commit);
}

// As the protocol writes them: delta-rs makes none.
void TestTableFacts::delta_deletion_vectors() {
  delta::LogView log;
  const std::string vector = R"("deletionVector":{"storageType":"u","pathOrInlineDv":"ab","offset":)";
  log.commits = {delta::parse_commit(0, R"({"add":{"path":"a","size":5,"dataChange":true}}
{"add":{"path":"b","size":7,"dataChange":true}})"),
                 delta::parse_commit(1, R"({"remove":{"path":"a","dataChange":true}}
{"add":{"path":"a","size":5,"dataChange":true,)" +
                                            vector + "1}}}"),
                 // Statistics for a file that is there, and another vector.
                 delta::parse_commit(2, R"({"add":{"path":"b","size":7,"dataChange":false}})"),
                 delta::parse_commit(3, R"({"remove":{"path":"a","dataChange":true,)" + vector + R"(1}}}
{"add":{"path":"a","size":5,"dataChange":true,)" +
                                            vector + "9}}}")};
  const TableFacts facts = delta::read_facts(log);
  QCOMPARE(number(facts, TableFact::files), 2);
  QCOMPARE(number(facts, TableFact::bytes), 12);
  QCOMPARE(number(facts, TableFact::deletion_vectors), 1);
  log.commits.push_back(delta::parse_commit(4, R"({"add":{"path":"c","dataChange":true}})"));
  QCOMPARE(reason(delta::read_facts(log), TableFact::bytes), Reason::ambiguous);
  QCOMPARE(number(delta::read_facts(log), TableFact::files), 3);
}

void TestTableFacts::hudi() {
  for (const char* version : {"v6", "v8"}) {
    const bool old = std::string_view(version) == "v6";
    const QString folder = QStringLiteral("hudi/compacted-%1/.hoodie/%2")
                               .arg(QLatin1String(version), old ? QString() : QStringLiteral("timeline/"));
    hudi::TimelineView view;
    for (const hudi::Instant& instant : hudi::sort_names(names_in(folder)).writes) {
      view.commits.push_back(hudi::parse_commit(instant, bytes_of(folder + QString::fromStdString(instant.file))));
      view.commits.back().at = LakeTime(Millis(1'700'000'000'000 + static_cast<std::int64_t>(view.commits.size())));
    }
    view.writes = view.commits.size();
    const TableFacts facts = hudi::read_facts(view);
    QCOMPARE(number(facts, TableFact::versions), 3);
    QCOMPARE(facts.compacted, view.commits.back().at);
    QCOMPARE(reason(facts, TableFact::files), Reason::not_supported);
    QCOMPARE(reason(facts, TableFact::cleaning), Reason::no_commit);
    QCOMPARE(facts.expired_below, std::optional<std::string>("none"));
    QVERIFY(view.commits.front().schema && view.commits.front().schema->size() > 1);
    QVERIFY(facts.schemas.empty());
    // The schema of a commit of the real writer, with one field less.
    view.commits[1].schema->pop_back();
    const TableFacts changed = hudi::read_facts(view);
    QCOMPARE(changed.schemas.size(), 1u);
    QCOMPARE(changed.schemas[0].text, "dropped " + view.commits[0].schema->back().name);
  }
}

void TestTableFacts::paimon() {
  paimon::SnapshotView view;
  const QString folder = QStringLiteral("paimon/lake.db/altered/");
  for (const std::int64_t id : paimon::snapshot_ids(names_in(folder + QStringLiteral("snapshot"))))
    view.snapshots.push_back(paimon::parse_snapshot(
        id, bytes_of(folder + QStringLiteral("snapshot/") + QString::fromStdString(paimon::snapshot_name(id)))));
  for (const int id : {0, 1})
    view.schemas.emplace(id, paimon::parse_schema(bytes_of(folder + QStringLiteral("schema/schema-%1").arg(id))));
  view.there = view.snapshots.size();
  view.oldest = 1;
  QCOMPARE(view.snapshots.back().schema, std::optional<std::int64_t>(1));
  const TableFacts facts = paimon::read_facts(view);
  QCOMPARE(number(facts, TableFact::versions), 2);
  QCOMPARE(facts.expired_below, std::optional<std::string>("none"));
  QCOMPARE(reason(facts, TableFact::files), Reason::not_probed);
  QCOMPARE(reason(facts, TableFact::compaction), Reason::no_commit);
  QCOMPARE(facts.schemas.size(), 1u);
  QCOMPARE(facts.schemas[0].text, std::string("n is now number; added amount (DOUBLE)"));
  QVERIFY(facts.schemas[0].hi == view.schemas.at(1).at);
  view.snapshots.erase(view.snapshots.begin());
  view.oldest = 2;
  QCOMPARE(paimon::read_facts(view).expired_below, std::optional<std::string>("2"));
  QCOMPARE(reason(paimon::read_facts(view), TableFact::compaction), Reason::expired);
}

void TestTableFacts::what_a_schema_change_is_called() {
  const SchemaFields before{{"1", "a", "int"}, {"2", "b", "string"}, {"3", "c", "{\"type\":\"struct\"}"}};
  QCOMPARE(schema_difference(before, before), std::string());
  QCOMPARE(schema_difference(before, {{"1", "a", "long"}, {"2", "x\ny", "string"}, {"3", "c", "int"}}),
           std::string("type of a: int → long; b is now x y; type of c changed"));
  SchemaFields many;
  for (int i = 0; i < 20; ++i) many.push_back({std::to_string(i + 10), "f" + std::to_string(i), std::string(200, 'x')});
  const std::string text = schema_difference({}, many);
  QVERIFY(text.starts_with("added f0; added f1") && text.ends_with("; and 12 more"));
}

QTEST_GUILESS_MAIN(TestTableFacts)
#include "tst_table_facts.moc"
