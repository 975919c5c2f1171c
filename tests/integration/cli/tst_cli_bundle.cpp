// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle through the real program: made of a story's window with its notes, handed on, and asked when nothing but the
// bundle is there.
#include <QFile>
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"

namespace json = boost::json;

class TestCliBundle final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void answers_are_those_of_the_timeline_data();
  void answers_are_those_of_the_timeline();
  void what_people_said_comes_along();
  void inspect_tells_what_is_in_it();
  void verify_names_what_was_changed();
  void a_dry_run_writes_nothing();
  void nobody_writes_to_it();
  void what_is_wrong_is_one_line_data();
  void what_is_wrong_is_one_line();

 private:
  json::value told(const QStringList& arguments) const {
    const Ran ran = program_.run(QStringList(arguments) << QStringLiteral("--json"));
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString());
  }
  static json::value without_names(json::value value);
  Program program_;
  QString timeline_ = program_.path(QStringLiteral("t.tidemark")),
          bundle_ = program_.path(QStringLiteral("sent/b.bundle"));
  QMap<QString, json::value> before_;
  json::value made_;
};

namespace {
const QList<QStringList> questions{{"lag"},
                                   {"groups"},
                                   {"align"},
                                   {"freshness"},
                                   {"connectors"},
                                   {"diagnose"},
                                   {"incident", "--from", "2026-01-01T02:40:00Z", "--to", "2026-01-01T03:00:00Z"},
                                   {"events", "--from", "2026-01-01T02:20:00Z", "--to", "2026-01-01T03:10:00Z"},
                                   {"timeline", "check"}};
}

// Names of hosts, members and clients are others.
json::value TestCliBundle::without_names(json::value value) {
  if (auto* list = value.if_array())
    for (auto& one : *list) one = without_names(one);
  if (auto* object = value.if_object())
    for (auto& member : *object)
      member.value() = member.key() == "host" || member.key() == "member" || member.key() == "client_id"
                           ? json::value(nullptr)
                           : without_names(member.value());
  return value;
}

void TestCliBundle::initTestCase() {
  const auto story = QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-stalled.json");
  told({"import", "--story", story, "--timeline", timeline_});
  told({"note", "add", "the catalog at 10.0.4.10 refuses, password=hunter22", "--at", "2026-01-01T02:45:00Z",
        "--author", "ann", "--timeline", timeline_});
  told({"note", "add", "long before", "--at", "2026-01-01T01:00:00Z", "--timeline", timeline_});
  for (const QStringList& question : questions)
    before_[question.join(QLatin1Char(' '))] = told(QStringList(question) << "--timeline" << timeline_);
  QVERIFY(QDir().mkpath(program_.path(QStringLiteral("sent"))));
  made_ = told({"bundle", "create", "-o", bundle_, "--timeline", timeline_, "--author", "ann"});
  // Nothing is left of what it was made of.
  for (const char* end : {"tidemark", "logbook", "tidemark-wal", "tidemark-shm", "tidemark.lock"})
    QFile::remove(program_.path(QStringLiteral("t.") + QLatin1String(end)));
  QCOMPARE(program_.files(), QStringList{bundle_});
}

void TestCliBundle::answers_are_those_of_the_timeline_data() {
  QTest::addColumn<QStringList>("question");
  for (const QStringList& question : questions) QTest::newRow(qPrintable(question.join(QLatin1Char(' ')))) << question;
}

void TestCliBundle::answers_are_those_of_the_timeline() {
  QFETCH(QStringList, question);
  const json::value is = without_names(told(QStringList(question) << "--timeline" << bundle_));
  const json::value was = without_names(before_[question.join(QLatin1Char(' '))]);
  for (const char* part : {"at", "coverage", "findings"}) QVERIFY2(is.at(part) == was.at(part), part);
  json::array rows;  // the note is told without the secret in it
  for (const json::value& row : is.at("rows").as_array())
    if (!row.as_object().contains("kind") || row.at("kind") != "note") rows.push_back(row);
  json::array expected;
  for (const json::value& row : was.at("rows").as_array())
    if (!row.as_object().contains("kind") || row.at("kind") != "note") expected.push_back(row);
  QVERIFY2(rows == expected, json::serialize(rows).c_str());
  QVERIFY(question.startsWith(QStringLiteral("timeline")) || !rows.empty());
}

void TestCliBundle::what_people_said_comes_along() {
  const auto notes = [&] { return told({"note", "list", "--timeline", bundle_}).at("rows").as_array(); };
  QCOMPARE(notes().size(), 1u);
  const std::string text(notes().at(0).at("text").as_string());
  QVERIFY2(text.starts_with("the catalog at host-") && text.find("hunter22") == std::string::npos, text.c_str());
  QCOMPARE(notes().at(0).at("author").as_string(), json::string("ann"));
  // A colleague's word stands beside it, in a logbook that can be merged into the first one.
  told({"note", "add", "seen", "--at", "2026-01-01T02:46:00Z", "--timeline", bundle_});
  QCOMPARE(notes().size(), 2u);
  QVERIFY(QFile::exists(program_.path(QStringLiteral("sent/b.logbook"))));
  const QString first = QString::fromStdString(std::string(notes().at(0).at("uuid").as_string()));
  told({"note", "hide", first, "--timeline", bundle_});
  QCOMPARE(notes().size(), 1u);
  QVERIFY(QFile::remove(program_.path(QStringLiteral("sent/b.logbook"))));
}

void TestCliBundle::inspect_tells_what_is_in_it() {
  const json::value is = told({"bundle", "inspect", bundle_});
  const json::value& row = is.at("rows").at(0);
  QCOMPARE(row.at("author").as_string(), json::string("ann"));
  QCOMPARE(row.at("timeline").as_string(), json::string("t.tidemark"));
  QCOMPARE(row.at("sha256"), made_.at("rows").at(0).at("sha256"));
  QCOMPARE(row.at("from").as_string(), json::string("2026-01-01T02:10:00.000Z"));
  QCOMPARE(row.at("entries").as_int64(), 1);
  QVERIFY(row.at("redacted").as_bool() && row.at("hosts").as_int64() > 0 && row.at("secrets").as_int64() > 0);
  QCOMPARE(is.at("sources").as_array().size(), 3u);
  QCOMPARE(is.at("entries").as_array().size(), 1u);
  QVERIFY(!is.as_object().contains("renamed"));
  // Whoever makes it is told which name became which.
  bool told_name = false;
  for (const json::value& one : made_.at("renamed").as_array()) told_name = told_name || one.at("was") == "10.0.4.10";
  QVERIFY(told_name);
  QVERIFY(told({"timeline", "info", "--timeline", bundle_}).at("rows").at(0).at("bundle").as_bool());
}

void TestCliBundle::verify_names_what_was_changed() {
  const json::value is = told({"bundle", "verify", bundle_});
  for (const json::value& row : is.at("rows").as_array()) QCOMPARE(row.at("what").as_string(), json::string());
  const QString hash = QString::fromStdString(std::string(made_.at("rows").at(0).at("sha256").as_string()));
  QCOMPARE(program_.run({"bundle", "verify", bundle_, "--hash", hash}).status, 0);
  const Ran other = program_.run({"bundle", "verify", bundle_, "--hash", QStringLiteral("0")});
  QCOMPARE(other.status, 4);
  QVERIFY2(other.one_line() && other.err.contains("not the bundle that is meant"), other.err.constData());
  // One letter of one text.
  QFile file(bundle_);
  QVERIFY(file.open(QFile::ReadOnly));
  QByteArray bytes = file.readAll();
  const qsizetype at = bytes.indexOf("catalog refuses commits");
  QVERIFY(at > 0);
  bytes[at] = 'C';
  const Ran changed = program_.run({"bundle", "verify", program_.write(QStringLiteral("changed.bundle"), bytes)});
  QCOMPARE(changed.status, 4);
  QVERIFY2(changed.one_line() && changed.err.contains("event: its content was changed"), changed.err.constData());
}

void TestCliBundle::a_dry_run_writes_nothing() {
  const QStringList before = program_.files();
  const json::value is = told({"bundle", "create", "--dry-run", "--timeline", bundle_});
  QVERIFY(is.at("rows").at(0).at("file").is_null());
  QVERIFY(is.at("rows").at(0).at("file_bytes").as_int64() > 0);
  QCOMPARE(program_.files(), before);
}

void TestCliBundle::nobody_writes_to_it() {
  for (const QStringList& arguments :
       {QStringList{"collect", "--bootstrap", "localhost:1", "--once"}, QStringList{"timeline", "compact"}}) {
    const Ran ran = program_.run(QStringList(arguments) << "--timeline" << bundle_);
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.err.contains("a bundle is only read"), ran.err.constData());
  }
}

void TestCliBundle::what_is_wrong_is_one_line_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("says");
  const auto row = [](const char* name, const QStringList& arguments, int status, const char* says) {
    QTest::newRow(name) << arguments << status << QByteArray(says);
  };
  const QStringList create{"bundle", "create", "--timeline", bundle_};
  row("no word", {"bundle"}, 2, "one of create, inspect, verify");
  row("no file", create, 2, "no file is named");
  row("a file for nothing", QStringList(create) << "--dry-run" << "-o" << "x", 2, "--dry-run writes no file");
  row("no time", QStringList(create) << "-o" << "x" << "--from" << "soon", 2, "--from");
  row("the wrong way round",
      QStringList(create) << "-o" << "x" << "--from" << "2026-01-01T03:00:00Z" << "--to" << "2026-01-01T02:00:00Z", 2,
      "swap them");
  row("nothing there",
      QStringList(create) << "-o" << "x" << "--from" << "2025-01-01T03:00:00Z" << "--to" << "2025-01-01T04:00:00Z", 3,
      "no samples in this window");
  row("there already", QStringList(create) << "-o" << bundle_, 2, "exists already");
  row("no timeline", {"bundle", "create", "--timeline", "nowhere.tidemark", "-o", "x"}, 2, "no such timeline");
  row("no bundle", {"bundle", "inspect", "nowhere.bundle"}, 2, "no such timeline");
  row("a text", {"bundle", "verify", program_.write(QStringLiteral("text.bundle"), "no bundle at all")}, 4,
      "not a Tidemark");
}

void TestCliBundle::what_is_wrong_is_one_line() {
  QFETCH(QStringList, arguments);
  QFETCH(int, status);
  QFETCH(QByteArray, says);
  const QStringList before = program_.files();
  const Ran ran = program_.run(arguments);
  QCOMPARE(ran.status, status);
  QVERIFY2(ran.one_line() && ran.err.contains(says) && ran.out.isEmpty(), ran.err.constData());
  QCOMPARE(program_.files(), before);
}

QTEST_GUILESS_MAIN(TestCliBundle)
#include "tst_cli_bundle.moc"
