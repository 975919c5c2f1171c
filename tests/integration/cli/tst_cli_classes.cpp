// SPDX-License-Identifier: GPL-3.0-or-later
// freshness --export and --import: the text on standard output, what is not said on standard error, wrong files are
// status 2 and one line.
#include <QTest>

#include "tests/integration/cli/program.h"

class TestCliClasses final : public QObject {
  Q_OBJECT
 private slots:
  void there_and_back();
  void from_the_timeline();
  void what_is_wrong_is_one_line();
};

namespace {
constexpr const char* profile = R"({"name": "prod", "clusters": [{"name": "c", "bootstrap": "127.0.0.1:1"}],
  "classes": [{"name": "fraud", "target": "5s", "objective": 99.5, "end": "table"}, {"name": "slow", "target": "5m"}]})";
constexpr const char* imported = R"({ "classes": [
  { "name": "fraud", "target": "5s", "objective": 99.5, "end": "table", "idle": "learn" },
  { "name": "slow", "target": "5m", "end": "group", "idle": "learn" }
] }
)";
}  // namespace

void TestCliClasses::there_and_back() {
  const Program program;
  const QString named = program.write(QStringLiteral("p.json"), profile);
  for (const char* form : {"openslo", "dbt"}) {
    const Ran out = program.run({"freshness", "--export", form, "--profile", named});
    QVERIFY2(out.status == 0, out.err.constData());
    QVERIFY2(out.err.contains("fraud: "), out.err.constData());
    const Ran back = program.run({"freshness", "--import", program.write(QStringLiteral("f.yaml"), out.out)});
    QVERIFY2(back.status == 0 && back.err.isEmpty(), back.err.constData());
    QCOMPARE(back.out, QByteArray(imported));
  }
}

void TestCliClasses::from_the_timeline() {
  const Program program;
  const QString story = program.write(QStringLiteral("s.json"), R"({"schema": 1, "start": "2026-01-01T00:00:00Z",
    "step_ms": 10000, "polls": 3, "cluster": "c", "series": [{"mark": "high", "topic": "t", "partition": 0, "start": 1}],
    "profile": {"classes": [{"name": "kept", "target": "2h"}], "pipelines": [], "owners": {}}})");
  const QString timeline = program.path(QStringLiteral("t.tidemark"));
  QCOMPARE(program.run({"import", "--story", story, "--timeline", timeline}).status, 0);
  const Ran out = program.run({"freshness", "--export", "dbt", "--timeline", timeline});
  QVERIFY2(out.status == 0, out.err.constData());
  QVERIFY2(out.out.contains("name: kept") && out.out.contains("count: 2"), out.out.constData());
}

void TestCliClasses::what_is_wrong_is_one_line() {
  const Program program;
  const QString named = program.write(QStringLiteral("p.json"), profile);
  const QString bomb = program.write(QStringLiteral("bomb.yaml"), "a: &a [x]\nb: *a\n");
  for (const QStringList& arguments :
       {QStringList{"freshness", "--export", "csv", "--profile", named}, QStringList{"freshness", "--import", named},
        QStringList{"freshness", "--import", bomb}, QStringList{"freshness", "--import", program.path("none")},
        QStringList{"freshness", "--import", bomb, "--export", "dbt"}}) {
    const Ran ran = program.run(arguments);
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.one_line() && ran.out.isEmpty(), ran.err.constData());
  }
}

QTEST_GUILESS_MAIN(TestCliClasses)
#include "tst_cli_classes.moc"
