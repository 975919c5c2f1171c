// SPDX-License-Identifier: GPL-3.0-or-later
// tables, with and without --carries, on the files of real writers.
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"

class TestCliCarried final : public QObject {
  Q_OBJECT
 private:
  static QByteArray catalog(const char* type, const char* path) {
    return "{\"catalogs\":[{\"name\":\"lake\",\"type\":\"" + QByteArray(type) + "\",\"path\":\"" + path + "\"}]}";
  }

 private slots:
  void ids_of_a_delta_table() {
    const Program program;
    const QString file =
        program.write(QStringLiteral("p.json"), catalog("delta", TIDEMARK_SOURCE_DIR "/tests/fixtures/delta/orders"));
    const Ran ran = program.run({"tables", "--carries", "--profile", file, "--live", "--json"});
    QVERIFY2(ran.status == 0, ran.err.constData());
    const auto document = boost::json::parse(ran.out.toStdString());
    QCOMPARE(document.at("verb").as_string(), boost::json::string("tables"));
    QVERIFY(document.at("rows").as_array().size() > 1);
    const auto& row = document.at("rows").at(0);
    QVERIFY(row.at("key").as_string().starts_with("orders-ingest-"));
    QVERIFY(row.at("writer").is_null() && row.at("reads").as_string().starts_with("TOPIC/"));
    QCOMPARE(document.at("mappings").at(0).at("offsets").at("key").as_string(),
             boost::json::string("orders-ingest-{partition}"));
    const Ran table = program.run({"tables", "--carries", "--profile", file});
    QVERIFY2(table.status == 0 && table.out.contains("orders-ingest-{partition}"), table.out.constData());
  }

  void a_rule_that_is_pasted_is_valid() {
    const Program program;
    const QString file =
        program.write(QStringLiteral("p.json"),
                      R"({"pipelines":[{"name":"p","table":"t","offsets":{"key":"k","form":"list","means":"next",
                                       "where":"properties","path":"$['a']['b c']"}}]})");
    const Ran ran = program.run({"profile", "check", file});
    QVERIFY2(ran.status == 0, ran.err.constData());
  }

  void what_cannot_be_read() {
    const Program program;
    const QString none = program.write(QStringLiteral("none.json"), "{}");
    QCOMPARE(program.run({"tables", "--carries", "--profile", none}).status, 2);
    const QString gone = program.write(QStringLiteral("gone.json"), catalog("delta", "/nowhere/at/all"));
    const Ran ran = program.run({"tables", "--carries", "--profile", gone});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.out.isEmpty() && ran.err.contains("lake"), ran.err.constData());
  }

  void what_a_table_is_made_of() {
    const Program program;
    const QString file =
        program.write(QStringLiteral("p.json"), catalog("delta", TIDEMARK_SOURCE_DIR "/tests/fixtures/delta/facts"));
    const QString timeline = program.path(QStringLiteral("t.tidemark"));
    QCOMPARE(program.run({"collect", "--once", "--profile", file, "--timeline", timeline}).status, 0);
    const Ran ran = program.run({"tables", "--timeline", timeline, "--json"});
    QVERIFY2(ran.status == 0, ran.err.constData());
    const auto document = boost::json::parse(ran.out.toStdString());
    const auto& row = document.at("rows").at(0);
    QCOMPARE(row.at("files").as_int64(), 1);
    QCOMPARE(row.at("mean_file_bytes").as_int64(), row.at("bytes").as_int64());
    QVERIFY(row.at("compacted_at").is_string() && row.at("cleaned_at").is_string());
    QVERIFY(row.at("conflicts").is_null());
    QVERIFY(row.at("unknown_why").at("conflicts").as_string().starts_with("At least 0"));
    QCOMPARE(row.at("schema_changes").at(0).at("text").as_string(), boost::json::string("added note (string)"));
    const Ran events = program.run({"events", "--timeline", timeline, "--from", "2000-01-01T00:00:00Z", "--json"});
    QVERIFY2(events.out.contains("\"table-schema\""), events.err.constData());
    const Ran text = program.run({"tables", "--timeline", timeline});
    QVERIFY2(text.status == 0 && text.out.contains("conflicts of"), text.out.constData());
    QCOMPARE(program.run({"tables", "--timeline", timeline, "--table", "nobody"}).status, 3);
  }
};

QTEST_GUILESS_MAIN(TestCliCarried)
#include "tst_cli_carried.moc"
