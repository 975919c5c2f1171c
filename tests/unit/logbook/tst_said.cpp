// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/logbook/said.h"

using namespace tidemark;

class TestSaid final : public QObject {
  Q_OBJECT
 private slots:
  void notes_go_through_a_body();
  void hidden_notes_are_left_out();
  void snoozes_hold_until_they_end();
  void the_newest_word_on_a_finding_holds();
  void other_kinds_are_passed_over();
  void bodies_that_are_none_are_damaged_data();
  void bodies_that_are_none_are_damaged();
};

namespace {
LogEntry entry(std::int64_t at, const std::string& kind, const std::string& body) {
  return {"u" + std::to_string(at), local_time(at), "ann", kind, body, ""};
}
LogEntry snooze(std::int64_t at, const std::string& finding, std::int64_t until) {
  return entry(at, "snooze", body_of(Snooze{finding, local_time(until), "why", "ann", local_time(at)}));
}
std::string in_force(const std::vector<LogEntry>& entries, std::int64_t at) {
  std::string out;
  const auto snoozes = snoozes_at(entries, local_time(at));
  if (!snoozes) qFatal("%s", snoozes.error().line().c_str());
  for (const Snooze& s : *snoozes) out += s.finding + "<" + std::to_string(ms(s.until)) + " ";
  return out;
}
}  // namespace

void TestSaid::notes_go_through_a_body() {
  const Note early{local_time(1000), Object("topic:orders"), "said \"so\"\n\\ größer", "ann"};
  const Note late{local_time(2000), std::nullopt, "", "ann"};
  const auto notes = notes_in({entry(5, "note", body_of(late)), entry(6, "note", body_of(early))});
  QVERIFY(notes);
  QCOMPARE(notes->size(), 2u);
  QCOMPARE(notes->at(0).text, early.text);
  QCOMPARE(notes->at(0).at, early.at);
  QVERIFY(notes->at(0).object == early.object);
  QCOMPARE(notes->at(0).author, std::string("ann"));
  QVERIFY(!notes->at(1).object);
}

void TestSaid::hidden_notes_are_left_out() {
  const Note note{local_time(1000), std::nullopt, "one", "ann"};
  LogEntry first = entry(5, "note", body_of(note)), second = entry(6, "note", body_of(note));
  first.uuid = "u1";
  second.uuid = "u2";
  const auto shown = notes_in({first, second, entry(7, "hide", body_of_hidden("u1"))});
  QVERIFY(shown);
  QCOMPARE(shown->size(), 1u);
  QCOMPARE(shown->front().uuid, std::string("u2"));
  QCOMPARE(notes_in({entry(7, "hide", "{}")}).error().code, ErrorCode::damaged);
}

void TestSaid::snoozes_hold_until_they_end() {
  const std::vector<LogEntry> entries{snooze(100, "f1", 500), snooze(150, "f2", 300)};
  QCOMPARE(in_force(entries, 99), std::string());
  QCOMPARE(in_force(entries, 100), std::string("f1<500 "));
  QCOMPARE(in_force(entries, 200), std::string("f1<500 f2<300 "));
  QCOMPARE(in_force(entries, 300), std::string("f1<500 "));
  QCOMPARE(in_force(entries, 500), std::string());
}

void TestSaid::the_newest_word_on_a_finding_holds() {
  const std::vector<LogEntry> entries{snooze(100, "f", 500), snooze(200, "f", 900), snooze(300, "f", 300)};
  QCOMPARE(in_force(entries, 150), std::string("f<500 "));
  QCOMPARE(in_force(entries, 250), std::string("f<900 "));
  QCOMPARE(in_force(entries, 301), std::string());  // ended by a word of no length
}

void TestSaid::other_kinds_are_passed_over() {
  const std::vector<LogEntry> entries{entry(1, "drill", "not even JSON")};
  QVERIFY(notes_in(entries)->empty());
  QVERIFY(snoozes_at(entries, local_time(9))->empty());
}

void TestSaid::bodies_that_are_none_are_damaged_data() {
  QTest::addColumn<std::string>("body");
  const std::string deep = std::string(5000, '[') + std::string(5000, ']');
  for (const std::string& body : {std::string(), std::string("{"), std::string("[]"), std::string("{}"),
                                  std::string(R"({"text": "x"})"), std::string(R"({"at": "soon", "text": "x"})"),
                                  std::string(R"({"at": "2026-01-01T00:00:00Z", "text": 1})"), deep})
    QTest::newRow(body.substr(0, 40).c_str()) << body;
}

void TestSaid::bodies_that_are_none_are_damaged() {
  QFETCH(std::string, body);
  QCOMPARE(notes_in({entry(1, "note", body)}).error().code, ErrorCode::damaged);
  QCOMPARE(snoozes_at({entry(1, "snooze", body)}, local_time(2)).error().code, ErrorCode::damaged);
}

QTEST_GUILESS_MAIN(TestSaid)
#include "tst_said.moc"
