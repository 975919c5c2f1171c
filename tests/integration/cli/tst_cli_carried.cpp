// SPDX-License-Identifier: GPL-3.0-or-later
// tables --carries on the files of real writers.
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
    QCOMPARE(program.run({"tables", "--profile", none}).status, 2);
  }
};

QTEST_GUILESS_MAIN(TestCliCarried)
#include "tst_cli_carried.moc"
