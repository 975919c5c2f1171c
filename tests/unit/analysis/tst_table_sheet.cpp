// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a table's files, deletes and versions, from what a timeline has of them.
#include <QTest>

#include "models/analysis/events.h"
#include "models/analysis/table_sheet.h"

using namespace tidemark;

namespace {
const Object orders{"table:lake.orders"};
LocalTime at(std::int64_t poll) { return local_time(1'767'225'600'000 + poll * 30'000); }

// Three looks of a catalog at one table.
struct Looks {
  Snapshot snapshot;

  Looks() {
    snapshot.from = at(0);
    snapshot.to = at(2);
    snapshot.sources = {{SourceId(), {"tables", "lake", ClusterName("c")}}};
    LaneInfo lane{.source = 0, .name = "tables", .interval = Millis(30'000)};
    for (int i = 0; i < 3; ++i) lane.polls.push_back({.seq = i, .wall = at(i), .due = 2, .answered = 2});
    snapshot.lanes = {lane};
  }
  void number(TableFact fact, std::int64_t value, Reason last = Reason::none) {
    Column column;
    column.spec = {signal_of(fact), orders, std::string(unit_of(fact))};
    column.values = {value, value, last == Reason::none ? value : 0};
    column.reasons = {Reason::none, Reason::none, last};
    snapshot.columns.push_back(column);
  }
  StateSpan& say(std::string_view aspect, std::string value, std::optional<LocalTime> lo = {}, LocalTime hi = at(0)) {
    snapshot.states.push_back({0, orders, std::string(aspect), lo, hi, {}, std::move(value), {}});
    return snapshot.states.back();
  }
  TableSheet sheet() {
    snapshot.index();
    return table_sheets(snapshot, at(2)).at(0);
  }
};
}  // namespace

class TestTableSheet final : public QObject {
  Q_OBJECT
 private slots:
  void numbers_and_why_not();
  void a_look_that_failed();
  void an_expiry_lies_between_two_looks();
  void schema_changes_are_events_of_their_own_time();
  void notes_are_said_once();
  void what_it_carries();
  void lines_that_are_none();
};

void TestTableSheet::numbers_and_why_not() {
  Looks looks;
  looks.number(TableFact::files, 4);
  looks.number(TableFact::bytes, 4'200);
  looks.say(aspect::format, "iceberg");
  looks.say(aspect::compacted_at, "1767225000000");
  looks.say(aspect::facts_unknown,
            "cleaning not-applicable Files go with snapshots.\nconflicts not-supported Nobody tells.\nnonsense");
  const TableSheet sheet = looks.sheet();
  QCOMPARE(sheet.format, Known<std::string>("iceberg"));
  QCOMPARE(sheet.numbers.at(TableFact::files), Known<std::int64_t>(4));
  QCOMPARE(sheet.numbers.at(TableFact::conflicts), Known<std::int64_t>(Reason::not_supported));
  QCOMPARE(sheet.numbers.at(TableFact::delete_files), Known<std::int64_t>(Reason::never_polled));
  QCOMPARE(sheet.why.at(TableFact::conflicts), std::string("Nobody tells."));
  QCOMPARE(sheet.compacted, Known<LocalTime>(local_time(1'767'225'000'000)));
  QCOMPARE(sheet.cleaned, Known<LocalTime>(Reason::not_applicable));
  QCOMPARE(sheet.sampled_at, Known<LocalTime>(at(2)));
}

void TestTableSheet::a_look_that_failed() {
  Looks looks;
  looks.number(TableFact::files, 4, Reason::unreachable);
  looks.say(aspect::format, "iceberg");
  QCOMPARE(looks.sheet().numbers.at(TableFact::files), Known<std::int64_t>(Reason::unreachable));
  // Long after the last look nothing is known.
  looks.snapshot.to = at(60);
  QCOMPARE(table_sheets(looks.snapshot, at(60)).at(0).numbers.at(TableFact::files),
           Known<std::int64_t>(Reason::collector_off));
}

void TestTableSheet::an_expiry_lies_between_two_looks() {
  Looks never;
  never.say(aspect::expired_below, "none");
  QCOMPARE(never.sheet().expired_hi, Known<LocalTime>(Reason::no_commit));
  Looks before;
  before.say(aspect::expired_below, "13");
  QCOMPARE(before.sheet().expired_lo, Known<LocalTime>(Reason::no_history));
  QCOMPARE(before.sheet().expired_hi, Known<LocalTime>(at(0)));
  Looks seen;
  seen.say(aspect::expired_below, "none").to = at(1);
  seen.say(aspect::expired_below, "13", at(0), at(1));
  QCOMPARE(seen.sheet().expired_lo, Known<LocalTime>(at(0)));
  QCOMPARE(seen.sheet().expired_hi, Known<LocalTime>(at(1)));
}

void TestTableSheet::schema_changes_are_events_of_their_own_time() {
  Looks looks;
  const auto first = std::to_string(ms(at(0)) - 5'000), second = std::to_string(ms(at(1)));
  looks.say(aspect::schema_changes, first + " - 1 added a (long)").to = at(1);
  looks.say(aspect::schema_changes, first + " - 1 added a (long)\n" + second + ' ' + first + " 2 dropped a", at(0),
            at(1));
  const TableSheet sheet = looks.sheet();
  QCOMPARE(sheet.schemas.size(), 2u);
  QCOMPARE(sheet.schemas[0].lo, Known<LocalTime>(Reason::no_history));
  QCOMPARE(sheet.schemas[1].text, std::string("dropped a"));
  const auto rows = event_rows(looks.snapshot, at(0) - Millis(60'000), at(2));
  QCOMPARE(rows.size(), 2u);
  QCOMPARE(rows[0].kind, std::string("table-schema"));
  QCOMPARE(ms(rows[0].at), ms(at(0)) - 5'000);
  QCOMPARE(rows[1].at_lo, Known<LocalTime>(at(0) - Millis(5'000)));
  QCOMPARE(event_rows(looks.snapshot, at(0), at(2)).size(), 1u);
  Filter others;
  others.topic = {"orders"};
  QVERIFY(event_rows(looks.snapshot, at(0), at(2), others).empty());
}

void TestTableSheet::notes_are_said_once() {
  Looks looks;
  looks.say(aspect::facts_unknown,
            "bytes not-supported No files.\ncleaning no-commit None so far.\nfiles not-supported No files.");
  looks.snapshot.index();
  const Document document = tables_document(looks.snapshot, at(2));
  QCOMPARE(document.verb, std::string("tables"));
  QCOMPARE(std::ranges::count(document.notes, std::string("files, bytes of lake.orders: No files.")), 1);
  QVERIFY(std::ranges::none_of(document.notes, [](const std::string& n) { return n.ends_with("None so far."); }));
}

void TestTableSheet::what_it_carries() {
  Looks looks;
  looks.say(aspect::carries, "app offsets\t\torders/0 next 9\t{\"0\":9}\nx\tspark\t\t");
  looks.say(aspect::mapping, "\"offsets\": {}");
  const TableSheet sheet = looks.sheet();
  QCOMPARE(sheet.carries.size(), 2u);
  QCOMPARE(sheet.carries[0].key, std::string("app offsets"));
  QCOMPARE(sheet.carries[0].reads, std::string("orders/0 next 9"));
  QCOMPARE(sheet.carries[0].value, std::string("{\"0\":9}"));
  QCOMPARE(sheet.carries[1].writer, std::string("spark"));
  QCOMPARE(sheet.mapping, std::string("\"offsets\": {}"));
}

void TestTableSheet::lines_that_are_none() {
  QVERIFY(schema_changes_in("").empty());
  QVERIFY(schema_changes_in("x y z\n\n-").empty());
  QCOMPARE(schema_changes_in("5").at(0).text, std::string());
}

QTEST_GUILESS_MAIN(TestTableSheet)
#include "tst_table_sheet.moc"
