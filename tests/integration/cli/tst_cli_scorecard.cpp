// SPDX-License-Identifier: GPL-3.0-or-later
// A review through the real program: nothing is known, it is measured, people attest and waive, it is frozen, things
// change, and the difference says what and why. What is frozen cannot be changed unseen.
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <boost/json.hpp>

#include "models/domain/known.h"
#include "tests/integration/cli/program.h"
#include "tests/integration/cli/schema.h"

using namespace tidemark;
namespace json = boost::json;

namespace {
const QStringList orders{"--path", "orders"};
}

class TestCliScorecard final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void without_evidence_everything_is_red();
  void what_is_measured_is_stored_with_its_hash();
  void from_show_to_diff();
  void a_waiver_is_over_when_the_evidence_changes();
  void a_score_above_the_evidence_has_a_name();
  void runs_beside_each_other();
  void a_card_of_ones_own();
  void exports_run_nothing();
  void what_is_frozen_cannot_be_changed_unseen_data();
  void what_is_frozen_cannot_be_changed_unseen();
  void what_cannot_be_said_is_one_line_data();
  void what_cannot_be_said_is_one_line();

 private:
  Ran ask(const QStringList& arguments) const {
    return program_->run(QStringList{"scorecard"} << arguments << QStringLiteral("--timeline") << timeline_);
  }
  json::object document(const QStringList& arguments) const {
    const Ran ran = ask(QStringList(arguments) << orders << QStringLiteral("--json"));
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).as_object();
  }
  static json::object row(const json::object& document, std::string_view id) {
    for (const json::value& one : document.at("rows").as_array())
      if (one.at("row").is_string() && std::string_view(one.at("row").as_string()) == id) return one.as_object();
    qFatal("no row");
  }
  json::object shown(std::string_view id) const { return row(document({"show"}), id); }
  void drill(const char* letter, const char* result, const QStringList& more = {}) const {
    const QString file = program_->write(QStringLiteral("drill.md"), QByteArray("ran ") + letter + result);
    document(QStringList{"evidence", "--add", file, "--kind", "drill", "--slot", QStringLiteral("drill:") + letter,
                         "--result", result}
             << more);
  }
  // As the program prints it: every member is described.
  void obeys_its_schema(const json::object& document) const {
    const std::string wrong = against_schema(*program_, {"scorecard", "schema", "show"}, document);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }
  QByteArray bytes() const {
    QFile file(logbook_);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no logbook");
    return file.readAll();
  }

  std::unique_ptr<Program> program_;
  QString timeline_, logbook_;
};

void TestCliScorecard::init() {
  program_ = std::make_unique<Program>();
  timeline_ = program_->path(QStringLiteral("t.tidemark"));
  logbook_ = program_->path(QStringLiteral("t.logbook"));
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-repaired.json"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  // What is measured of last year's history counts no more.
  const QByteArray story = file.readAll().replace("\"start\": \"2026-01-01T02:10:00Z\"", "\"start\": \"now-2h\"");
  QVERIFY(story.contains("now-2h"));
  const Ran ran =
      program_->run({"import", "--story", program_->write(QStringLiteral("s.json"), story), "--timeline", timeline_});
  QVERIFY2(ran.status == 0, ran.err.constData());
}

void TestCliScorecard::without_evidence_everything_is_red() {
  const json::object all = document({"show"});
  QCOMPARE(all.at("rows").as_array().size(), 12u);
  for (const json::value& one : all.at("rows").as_array()) {
    QCOMPARE(one.at("score").as_int64(), 1);
    QCOMPARE(one.at("validation").as_string(), json::string("red"));
    QCOMPARE(one.at("outcome").as_string(), json::string("unknown"));
    for (const auto& member : one.as_object()) {
      const std::string name(member.key());
      if (member.value().is_null()) QVERIFY2(one.as_object().contains(name + "_reason"), name.c_str());
    }
  }
  QCOMPARE(all.at("distribution").at("1").as_int64(), 12);
  QVERIFY(!QFileInfo::exists(logbook_));  // reading makes no file
}

void TestCliScorecard::what_is_measured_is_stored_with_its_hash() {
  const json::object taken = document({"evidence", "--take"});
  QCOMPARE(taken.at("rows").as_array().size(), 13u);  // and what was seen
  const json::object again = document({"evidence"});
  QCOMPARE(again.at("rows").as_array().size(), 13u);
  std::set<std::string> told, kept;
  for (const auto& one : taken.at("rows").as_array()) told.insert(std::string(one.at("hash").as_string()));
  for (const auto& one : again.at("rows").as_array()) kept.insert(std::string(one.at("hash").as_string()));
  QVERIFY(told == kept);
  // Of a week an hour is known: nobody can tell.
  const json::object freshness = shown("freshness");
  QCOMPARE(freshness.at("outcome").as_string(), json::string("unknown"));
  QVERIFY(told.contains(std::string(freshness.at("evidence").at(0).at("hash").as_string())));
  // The next family of streams has no evidence of its own.
  const Ran other = ask({"show", "--path", "fraud", "--json"});
  QCOMPARE(json::parse(other.out.toStdString()).at("rated").as_int64(), 12);
  QVERIFY(other.out.contains("--take"));
}

void TestCliScorecard::from_show_to_diff() {
  document({"evidence", "--take"});
  drill("A", "pass");
  drill("B", "pass", {"--fact", "waited_on=leadership"});
  drill("C", "partial");
  document({"attest", "governance", "--slot", "sign-off", "--name", "Kim", "--role", "security", "--text", "signed"});
  document({"waive", "cost", "--reason", "accepted-risk", "--text", "priced next quarter", "--requester", "ann",
            "--approver", "kim", "--for", "90d"});
  const json::object before = document({"show", "--lens", "outcome"});
  obeys_its_schema(before);
  QCOMPARE(row(before, "recovery").at("outcome").as_string(), json::string("partial"));
  QCOMPARE(row(before, "governance").at("outcome").as_string(), json::string("partial"));
  QCOMPARE(row(before, "cost").at("rating").as_string(), json::string("waived"));
  QCOMPARE(before.at("waived").as_int64(), 1);
  const json::object frozen = document({"freeze", "Q1"});
  const std::string hash(frozen.at("rows").at(0).at("hash").as_string());
  QCOMPARE(hash.size(), 64u);
  QVERIFY(document({"diff", "Q1"}).at("rows").as_array().empty());

  drill("C", "pass");
  document({"attest", "lineage", "--score", "3", "--name", "Kim", "--text", "seen by hand"});
  const json::object diff = document({"diff", "Q1"});
  std::map<std::string, std::string> because;
  for (const auto& one : diff.at("rows").as_array())
    because[std::string(one.at("row").as_string()) + ' ' + std::string(one.at("field").as_string())] =
        one.at("because").as_string();
  QCOMPARE(because["recovery outcome"], std::string("system"));
  QCOMPARE(because["recovery evidence:drill:C"], std::string("system"));
  QCOMPARE(because["lineage score"], std::string("person"));
  for (const auto& [what, cause] : because) QVERIFY2(!what.starts_with("freshness"), what.c_str());
  // What is frozen stays, and is told by its hash.
  const json::object kept = document({"show", "--review", "Q1", "--hash", QString::fromStdString(hash)});
  QCOMPARE(row(kept, "recovery").at("outcome").as_string(), json::string("partial"));
  QCOMPARE(std::string(kept.at("review_hash").as_string()), hash);
  QCOMPARE(ask({"show", "--review", "Q1", "--hash", "00"}).status, 4);
  document({"freeze", "Q2"});
  QVERIFY(!document({"diff", "Q1", "Q2"}).at("rows").as_array().empty());
  QCOMPARE(ask({"freeze", "Q1", "--path", "orders"}).status, 2);
  QVERIFY(ask({"show", "--reviews"}).out.contains("Q2"));
}

void TestCliScorecard::a_waiver_is_over_when_the_evidence_changes() {
  drill("E", "fail");
  document({"waive", "migration", "--reason", "compensating-control", "--text", "both run", "--requester", "ann",
            "--approver", "kim", "--for", "30d"});
  QCOMPARE(shown("migration").at("waived").as_string(), json::string("in-force"));
  drill("E", "partial");
  const json::object now = shown("migration");
  QCOMPARE(now.at("waived").as_string(), json::string("reopened"));
  QCOMPARE(now.at("waiver").at("approver").as_string(), json::string("kim"));
}

void TestCliScorecard::a_score_above_the_evidence_has_a_name() {
  const Ran nobody = ask({"attest", "cost", "--score", "4"});
  QCOMPARE(nobody.status, 2);
  QVERIFY2(nobody.one_line() && nobody.err.contains("--name"), nobody.err.constData());
  document({"attest", "cost", "--score", "4", "--name", "Kim", "--text", "we pay for it"});
  const json::object raised = shown("cost");
  QCOMPARE(raised.at("mark").as_string(), json::string("raised"));
  QCOMPARE(raised.at("raised_by").as_string(), json::string("Kim"));
  QCOMPARE(raised.at("derived").as_int64(), 1);
  QVERIFY(ask(QStringList{"show"} << orders).out.contains("raised by Kim"));
  document({"attest", "cost", "--score", "0"});
  QVERIFY(shown("cost").at("mark").is_null());
}

void TestCliScorecard::runs_beside_each_other() {
  document({"evidence", "--take"});
  const Ran other =
      program_->run({"scorecard", "attest", "migration", "--slot", "seen:deletes", "--name", "Kim", "--role", "data",
                     "--text", "a key was deleted", "--path", "returns", "--timeline", timeline_});
  QVERIFY2(other.status == 0, other.err.constData());
  const json::object all = document({"show", "--beside", "path=returns"});
  QCOMPARE(all.at("rows").as_array().size(), 12u);
  QCOMPARE(all.at("runs").at(1).at("scope").as_string(), json::string("path=returns"));
  bool seen = false;
  for (const auto& one : all.at("runs").at(1).at("conditions").as_array())
    if (one.at("condition").as_string() == "deletes") seen = one.at("seen").as_bool();
  QVERIFY(seen);
}

void TestCliScorecard::a_card_of_ones_own() {
  const QString card = program_->write(QStringLiteral("card.json"), R"({
    // ours
    "name": "ours", "title": "Ours", "rows": [
      { "id": "embeddings", "title": "Embeddings", "rule": "said", "valid": "30d",
        "wants": [{ "slot": "sample", "title": "A sample", "kinds": ["file"] }] } ] })");
  document({"evidence", "--card", card, "--add", "https://wiki/sample", "--row", "embeddings", "--slot", "sample",
            "--title", "the sample"});
  const json::object all = document({"show", "--card", card});
  QCOMPARE(row(all, "embeddings").at("outcome").as_string(), json::string("pass"));
  program_->write(QStringLiteral("card.json"), "{ \"name\": \"ours\",\n \"title\": ,\n");
  const Ran broken = ask({"show", "--card", card});
  QCOMPARE(broken.status, 2);
  QVERIFY2(broken.one_line() && broken.err.contains("card.json: line 2"), broken.err.constData());
  QCOMPARE(document({"show", "--card", "areas"}).at("rows").as_array().size(), 10u);
}

void TestCliScorecard::exports_run_nothing() {
  document({"attest", "cost", "--slot", "prices", "--name", "<script>", "--role", "x", "--text", "[x](y) <b>"});
  const auto written = [&](const char* name) {
    const QString file = program_->path(QString::fromLatin1(name));
    document({"export", "-o", file});
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) qFatal("no %s", name);
    return in.readAll();
  };
  const QByteArray html = written("c.html");
  QVERIFY(html.startsWith("<!doctype html>") && html.contains("default-src 'none'"));
  for (const char* outside : {"<script", "src=", "href=", "@import", "url(http"})
    QVERIFY2(!html.contains(outside), outside);
  QVERIFY(html.contains("Freshness") && html.contains("1 looks like"));
  // What was measured is drawn; what nobody saw is hatched.
  document({"evidence", "--take"});
  const QByteArray drawn = written("drawn.html");
  QVERIFY(drawn.contains("<svg class='bar'") && drawn.contains("fill='url(#unseen)'"));
  QVERIFY(drawn.contains(" minutes on time, "));
  QVERIFY(written("drawn.md").contains(" minutes on time, "));
  const QByteArray note = written("c.md");
  QVERIFY(note.startsWith("# Readiness: path=orders\n") && note.contains("## Cost surface") &&
          !note.contains("[x](y)"));
  QCOMPARE(json::parse(written("c.json").toStdString()).at("rows").as_array().size(), 12u);
  QCOMPARE(written("c.csv").count('\n'), 13);
  QCOMPARE(ask({"export", "-o", program_->path(QStringLiteral("c.md"))}).status, 2);  // it is there
  QCOMPARE(ask({"export", "-o", program_->path(QStringLiteral("c.doc"))}).status, 2);
}

void TestCliScorecard::what_is_frozen_cannot_be_changed_unseen_data() {
  QTest::addColumn<QByteArray>("was");
  QTest::addColumn<QByteArray>("is");
  QTest::addColumn<QByteArray>("named");
  QTest::newRow("evidence") << QByteArray("the tombstone is gone") << QByteArray("the tombstone is here")
                            << QByteArray("the evidence ");
  QTest::newRow("a review") << QByteArray("\"validation\":\"red\"") << QByteArray("\"validation\":\"yel\"")
                            << QByteArray("review ");
}

void TestCliScorecard::what_is_frozen_cannot_be_changed_unseen() {
  QFETCH(QByteArray, was);
  QFETCH(QByteArray, is);
  QFETCH(QByteArray, named);
  document({"evidence", "--add", "https://wiki/x", "--row", "correctness", "--slot", "tombstone-probe", "--title",
            "the tombstone is gone"});
  if (named == "review ") document({"freeze", "Q1"});  // it holds what it cites whole
  document({"attest", "cost", "--slot", "owner", "--name", "Kim", "--role", "x", "--text", "after it"});
  QByteArray all = bytes();
  const qsizetype at = all.indexOf(was);
  QVERIFY(at > 0);
  all.replace(at, was.size(), is);
  QFile file(logbook_);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(all);
  file.close();
  for (const QStringList& arguments : {QStringList{"show"}, {"diff", "Q1"}, {"freeze", "Q2"}, {"evidence"}}) {
    const Ran ran = ask(arguments);
    QCOMPARE(ran.status, 4);
    QVERIFY2(ran.one_line() && ran.err.contains(named), ran.err.constData());
    QVERIFY(ran.out.isEmpty());
  }
}

void TestCliScorecard::what_cannot_be_said_is_one_line_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("says");
  const auto row = [](const char* name, const QStringList& arguments, int status, const char* says) {
    QTest::newRow(name) << arguments << status << QByteArray(says);
  };
  const QStringList waiver{"waive", "cost", "--text", "why", "--requester", "ann"};
  row("another lens", {"show", "--lens", "stars"}, 2, "--lens");
  row("another card", {"show", "--card", "/nonexistent"}, 2, "/nonexistent");
  row("no review", {"show", "--review", "Q9"}, 3, "Q9");
  row("another row", {"attest", "costs", "--name", "k", "--role", "r", "--text", "t"}, 2, "did you mean \"cost\"");
  row("another slot", {"attest", "cost", "--slot", "price", "--name", "k", "--role", "r", "--text", "t"}, 2, "prices");
  row("nobody attests", {"attest", "cost", "--slot", "prices", "--text", "t"}, 2, "--name");
  row("a score of 6", {"attest", "cost", "--score", "6"}, 2, "--score");
  row("another result",
      {"attest", "cost", "--slot", "prices", "--name", "k", "--role", "r", "--text", "t", "--result", "fine"}, 2,
      "--result");
  row("nobody approves", QStringList(waiver) << "--reason" << "accepted-risk" << "--for" << "1d", 2, "--approver");
  row("approves herself",
      QStringList(waiver) << "--reason" << "accepted-risk" << "--for" << "1d" << "--approver" << "ann", 2,
      "--approver");
  row("too long", QStringList(waiver) << "--reason" << "accepted-risk" << "--for" << "181d" << "--approver" << "kim", 2,
      "180");
  row("another reason", QStringList(waiver) << "--reason" << "late" << "--for" << "1d" << "--approver" << "kim", 2,
      "--reason");
  row("a file that is not there", {"evidence", "--add", "/nonexistent", "--row", "cost", "--slot", "runbook"}, 2,
      "/nonexistent");
  row("measured by hand", {"evidence", "--add", "https://x", "--kind", "measured", "--slot", "runbook"}, 2, "--kind");
  row("a PDF without paint", {"export", "-o", "/nonexistent/x.pdf"}, 2, "render present");
  row("another schema", {"schema", "profile"}, 2, "schema");
  row("no scope", {"show", "--beside", "colour=red"}, 2, "scope");
  row("no timeline", {"show", "--timeline", "/nonexistent/t.tidemark"}, 2, "t.tidemark");
}

void TestCliScorecard::what_cannot_be_said_is_one_line() {
  QFETCH(QStringList, arguments);
  QFETCH(int, status);
  QFETCH(QByteArray, says);
  if (!arguments.contains(QStringLiteral("--timeline")) && arguments.first() != QStringLiteral("schema"))
    arguments << QStringLiteral("--timeline") << timeline_;
  const Ran ran = program_->run(QStringList{"scorecard"} << arguments);
  QVERIFY2(ran.status == status, ran.err.constData());
  QVERIFY2(ran.one_line() && ran.err.contains(says), ran.err.constData());
  QVERIFY(!QFileInfo::exists(logbook_));
}

QTEST_GUILESS_MAIN(TestCliScorecard)
#include "tst_cli_scorecard.moc"
