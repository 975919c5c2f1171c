// SPDX-License-Identifier: GPL-3.0-or-later
// Reports through the real program: they say what the documents say, they are one file, and no name in them is obeyed.
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/integration/cli/program.h"

class TestCliReport final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void markdown_reads_as_a_note();
  void html_is_one_file_that_runs_nothing();
  void the_drawing_is_well_formed();
  void hostile_names_are_inert();
  void nothing_moved_says_so();
  void a_file_that_is_there_stays();
  void other_endings_are_refused();
  void what_became_of_each_day();

 private:
  Ran report(const QString& timeline, const QString& file, const QStringList& more = {}) const {
    return program_.run(QStringList{"report", "incident", "--timeline", timeline, "-o", file} << more);
  }
  QByteArray text_of(const QString& file) const {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(file));
    return in.readAll();
  }
  QString played(const QString& name, const QByteArray& story) const {
    const QString timeline = program_.path(name + QStringLiteral(".tidemark"));
    const Ran ran = program_.run({"import", "--story", program_.write(name + ".json", story), "--timeline", timeline});
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return timeline;
  }
  Program program_;
  QString stalled_;
};

void TestCliReport::initTestCase() {
  stalled_ = played(QStringLiteral("stalled"),
                    text_of(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/not-landed.json")));
}

void TestCliReport::markdown_reads_as_a_note() {
  const Ran ran = report(stalled_, QStringLiteral("-"));
  QCOMPARE(ran.status, 0);
  const QString text = QString::fromUtf8(ran.out);
  QVERIFY2(
      text.startsWith(QStringLiteral("# Incident 2026-01-01 00:14:55 – 00:29:50 UTC\n\nMoved first: Commit interval "
                                     "of table lake.orders (00:20:30 ± 30 s). Unchanged: ")),
      qPrintable(text));
  QVERIFY(text.contains(QStringLiteral("| 1 | 00:20:30 ± 30 s | Commit interval of table lake.orders | 60 s | ")));
  QVERIFY(text.contains(QStringLiteral("| 2 | 00:24:55 ± 5 s | task orders-sink/0 | RUNNING | FAILED | time |")));
  QVERIFY(text.contains(QStringLiteral("## Findings\n\n- **error** ")));
  QVERIFY(text.contains(QStringLiteral("(R13, leads")) || text.contains(QStringLiteral("(R27, leads")));
  QVERIFY(text.contains(QStringLiteral("Cannot see: brokers")));
  // The command makes the same order again.
  const QRegularExpression command(QStringLiteral("\n    tidemark (incident [^\n]*)\n$"));
  const auto found = command.match(text);
  QVERIFY2(found.hasMatch(), qPrintable(text));
  QStringList arguments = found.captured(1).split(QLatin1Char(' '));
  for (QString& argument : arguments) argument.remove(QLatin1Char('\''));
  const Ran again = program_.run(arguments);
  QCOMPARE(again.status, 0);
  QVERIFY(again.out.contains("Commit interval of table lake.orders"));
}

void TestCliReport::html_is_one_file_that_runs_nothing() {
  const QString file = program_.path(QStringLiteral("note.html"));
  QCOMPARE(report(stalled_, file).status, 0);
  const QByteArray text = text_of(file);
  QVERIFY(text.startsWith("<!doctype html>"));
  QVERIFY(text.contains("default-src 'none'"));
  for (const char* outside : {"<script", "src=", "href=", "@import", "url(http", "onload"})
    QVERIFY2(!text.contains(outside), outside);
  QVERIFY(text.contains("Commit interval of table lake.orders"));
  QVERIFY(text.contains("class='badge'"));
  QVERIFY(!QFile::exists(file + QStringLiteral(".part")));
}

void TestCliReport::the_drawing_is_well_formed() {
  const QString file = program_.path(QStringLiteral("drawing.html"));
  QCOMPARE(report(stalled_, file).status, 0);
  const QByteArray text = text_of(file);
  const auto begin = text.indexOf("<svg"), end = text.indexOf("</svg>");
  QVERIFY(begin > 0 && end > begin);
  QXmlStreamReader xml(text.mid(begin, end - begin + 6));
  int badges = 0, lines = 0;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    const auto attributes = xml.attributes();
    if (attributes.value(QLatin1String("class")) == QLatin1String("badge")) ++badges;
    if (attributes.value(QLatin1String("class")) == QLatin1String("moved")) ++lines;
    for (const char* number : {"x", "y", "width", "height", "cx", "cy"}) {
      const auto value = attributes.value(QLatin1String(number));
      bool ok = value.isEmpty() || value == QLatin1String("8");
      if (!ok) static_cast<void>(value.toDouble(&ok));
      QVERIFY2(ok, qPrintable(value.toString()));
    }
  }
  QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
  QCOMPARE(badges, 2);
  QVERIFY(lines >= 1);
}

void TestCliReport::hostile_names_are_inert() {
  const QString timeline =
      played(QStringLiteral("hostile"),
             R"({ "schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 240, "cluster": "prod",
    "series": [ { "mark": "floor", "topic": "orders", "partition": 0, "start": 0 },
                { "mark": "high", "topic": "orders", "partition": 0, "start": 1000, "rates": [[0, 100], [180, 0]] },
                { "mark": "group", "topic": "orders", "partition": 0, "group": "<script>alert(1)</script>|`*[x](y)\u202e", "follow": "high" } ],
    "states": [ { "object": "group:<script>alert(1)</script>|`*[x](y)\u202e", "poll": 0, "state": "Stable" },
                { "object": "group:<script>alert(1)</script>|`*[x](y)\u202e", "poll": 200, "state": "Dead" } ],
    "events": [ { "poll": 190, "layer": "broker", "object": "broker:2", "kind": "broker-gone", "text": "</svg><img src=x onerror=alert(1)> \u001b[31m" } ] })");
  const QString file = program_.path(QStringLiteral("hostile.html"));
  QCOMPARE(report(timeline, file).status, 0);
  const QByteArray html = text_of(file);
  QVERIFY(html.contains("&lt;script&gt;alert(1)"));
  for (const char* obeyed : {"<script", "<img", "\x1b", "\xe2\x80\xae"}) QVERIFY2(!html.contains(obeyed), obeyed);
  const Ran note = report(timeline, QStringLiteral("-"));
  QCOMPARE(note.status, 0);
  QVERIFY2(note.out.contains("\\<script\\>alert(1)\\</script\\>\\|\\`\\*\\[x\\](y)"), note.out.constData());
  for (const char* obeyed : {"\x1b", "\xe2\x80\xae"}) QVERIFY2(!note.out.contains(obeyed), obeyed);
}

void TestCliReport::nothing_moved_says_so() {
  const QString timeline =
      played(QStringLiteral("calm"),
             R"({ "schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 240, "cluster": "prod",
    "series": [ { "mark": "floor", "topic": "orders", "partition": 0, "start": 0 },
                { "mark": "high", "topic": "orders", "partition": 0, "start": 1000, "rates": [[0, 100]] },
                { "mark": "group", "topic": "orders", "partition": 0, "group": "app", "follow": "high" } ] })");
  const Ran ran = report(timeline, QStringLiteral("-"));
  QCOMPARE(ran.status, 0);
  QVERIFY2(ran.out.contains("Nothing moved in this window"), ran.out.constData());
  QVERIFY(ran.out.contains("Absence of findings is not proof of health"));
  QVERIFY(!ran.out.contains("## Order of onset"));
}

void TestCliReport::a_file_that_is_there_stays() {
  const QString file = program_.write(QStringLiteral("mine.md"), "mine");
  const Ran refused = report(stalled_, file);
  QCOMPARE(refused.status, 2);
  QVERIFY2(refused.one_line() && refused.err.contains("--overwrite"), refused.err.constData());
  QCOMPARE(text_of(file), QByteArray("mine"));
  QCOMPARE(report(stalled_, file, {QStringLiteral("--overwrite")}).status, 0);
  QVERIFY(text_of(file).startsWith("# Incident"));
  const Ran nowhere = report(stalled_, program_.path(QStringLiteral("no/such/folder/x.md")));
  QCOMPARE(nowhere.status, 2);
  QVERIFY(nowhere.one_line());
}

void TestCliReport::other_endings_are_refused() {
  const Ran ran = report(stalled_, program_.path(QStringLiteral("x.docx")));
  QCOMPARE(ran.status, 2);
  QVERIFY2(ran.one_line() && ran.err.contains(".html"), ran.err.constData());
}

void TestCliReport::what_became_of_each_day() {
  const QStringList ask{"report", "landed", "--timeline", stalled_};
  const Ran table = program_.run(ask);
  QVERIFY2(table.status == 0 && table.out.contains("lake.orders") && table.out.contains("2026-01-01"),
           table.err.constData());
  const Ran json = program_.run(QStringList(ask) << QStringLiteral("--json"));
  for (const char* member : {"\"produced\":", "\"landed_is\":", "\"unexplained_most\":", "\"in_flight\":"})
    QVERIFY2(json.out.contains(member), member);
  const QString file = program_.path(QStringLiteral("landed.csv"));
  QCOMPARE(program_.run(QStringList(ask) << QStringLiteral("-o") << file).status, 0);
  QVERIFY(text_of(file).startsWith("cluster,table,day,produced,"));
  const Ran again = program_.run(QStringList(ask) << QStringLiteral("-o") << file);
  QVERIFY2(again.status == 2 && again.one_line(), again.err.constData());
  QCOMPARE(program_.run(QStringList(ask) << QStringLiteral("-o") << file << QStringLiteral("--overwrite")).status, 0);
  const QString markdown = program_.path(QStringLiteral("landed.md"));
  QCOMPARE(program_.run(QStringList(ask) << QStringLiteral("-o") << markdown).status, 0);
  QVERIFY(text_of(markdown).contains("| lake.orders |"));
  const QString page = program_.path(QStringLiteral("landed.html"));
  QCOMPARE(program_.run(QStringList(ask) << QStringLiteral("-o") << page).status, 0);
  const QByteArray html = text_of(page);
  QVERIFY(html.startsWith("<!doctype html>") && html.contains("default-src 'none'") && html.contains("lake.orders"));
  for (const char* outside : {"<script", "src=", "href=", "@import", "url(http", "onload"})
    QVERIFY2(!html.contains(outside), outside);
  QVERIFY(html.contains("<th>Unexplained") && html.contains("class='landed' style='width:"));
  QCOMPARE(program_.run(QStringList(ask) << QStringLiteral("-o") << QStringLiteral("x.pdf")).status, 2);
  QCOMPARE(program_.run(QStringList(ask) << QStringLiteral("--from") << QStringLiteral("2025-11-01T00:00:00Z")).status,
           2);
  QCOMPARE(program_.run(QStringList(ask) << QStringLiteral("--table") << QStringLiteral("nobody")).status, 3);
}

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_cli_report.moc"
