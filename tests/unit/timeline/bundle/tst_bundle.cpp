// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/SQLiteCpp.h>

#include <QFile>
#include <QTest>
#include <random>

#include "models/timeline/compact.h"
#include "tests/unit/timeline/bundle/bundle_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestBundle final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    write_history(scratch_);
    make(scratch_, window_wish());
  }
  void all_of_a_timeline_is_the_same();
  void the_window_and_nothing_else();
  void samples_are_those_of_the_timeline();
  void what_is_dense_goes_over_as_it_is();
  void buckets_are_made_of_its_own_samples();
  void what_held_when_the_window_began_is_known();
  void names_and_secrets_are_gone();
  void rows_of_the_logbook();
  void a_bundle_of_a_bundle();
  void verify_names_what_was_changed_data();
  void verify_names_what_was_changed();
  void nobody_writes_to_it();
  void what_cannot_be_made();
  void a_stop_leaves_nothing();

 private:
  std::unique_ptr<TimelineReader> bundle(const char* name = "b.bundle") const {
    auto reader = TimelineReader::open(scratch_.path(name));
    if (!reader) qFatal("%s", reader.error().line().c_str());
    return std::move(*reader);
  }
  std::int64_t number(const char* sql, const char* name = "b.bundle") const {
    return SQLite::Database(scratch_.path(name), SQLite::OPEN_READONLY).execAndGet(sql).getInt64();
  }
  std::string text(TimelineReader& reader) const {
    std::ostringstream out;
    if (const auto done = reader.export_ndjson(out, local_time(0), local_time(t0 * 2)); !done)
      qFatal("%s", done.error().line().c_str());
    return out.str();
  }
  Scratch scratch_;
};

void TestBundle::all_of_a_timeline_is_the_same() {
  BundleWish wish = window_wish();
  wish.from = wish.to = std::nullopt;
  wish.keep_names = true;
  wish.secrets.text = [](std::string_view text) { return std::string(text); };
  const BundleMade made = make(scratch_, wish, "all.bundle");
  QCOMPARE(text(*bundle("all.bundle")), scratch_.ndjson());
  QVERIFY(bundle("all.bundle")->check()->empty());
  QCOMPARE(made.facts.from, time_of(0));
  QCOMPARE(made.facts.to, time_of(bundle_polls - 1));
  QVERIFY(made.renamed.empty());
}

void TestBundle::the_window_and_nothing_else() {
  QVERIFY(bundle()->info()->bundle);
  QVERIFY(!scratch_.reader()->info()->bundle);
  const auto faults = bundle()->check();
  QVERIFY2(faults && faults->empty(), faults && !faults->empty() ? faults->front().what.c_str() : "");
  // One poll of each lane before it.
  QCOMPARE(number("SELECT min(wall_ms) FROM poll WHERE lane = 1"), ms(time_of(first_of_window - 1)));
  QCOMPARE(number("SELECT max(wall_ms) FROM poll"), ms(time_of(last_of_window)));
  QCOMPARE(number("SELECT min(wall_ms) FROM poll WHERE lane = 2"), ms(time_of(first_of_window - 6)));
  QCOMPARE(number("SELECT count(*) FROM event"), std::int64_t{7});
  QCOMPARE(number("SELECT count(*) FROM event WHERE hi < 0 OR hi NOT BETWEEN "
                  "(SELECT value FROM manifest WHERE key = 'from_ms') AND "
                  "(SELECT value FROM manifest WHERE key = 'to_ms')"),
           std::int64_t{0});
  QCOMPARE(number("SELECT count(*) FROM series WHERE object = 'partition:after/0'"), std::int64_t{0});
  QCOMPARE(number("SELECT count(*) FROM series WHERE object = 'partition:late/0'"), std::int64_t{1});
  // How it ended after the window is not told.
  QCOMPARE(number("SELECT count(*) FROM state WHERE value = 'PAUSED'"), std::int64_t{0});
  QCOMPARE(number("SELECT count(*) FROM state WHERE value = 'FAILED' AND \"to\" IS NULL"), std::int64_t{1});
  QCOMPARE(number("SELECT count(*) FROM poll_error WHERE last IS NULL"), std::int64_t{1});
  QCOMPARE(number("SELECT count(*) FROM hot"), std::int64_t{0});
  QVERIFY(QFile::permissions(QString::fromStdString(scratch_.path("b.bundle"))) ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}

void TestBundle::samples_are_those_of_the_timeline() {
  SnapshotRequest request;
  request.from = time_of(first_of_window - 1);
  request.to = time_of(last_of_window);
  const auto was = scratch_.load(request);
  const auto is = bundle()->load(request);
  QVERIFY(is);
  std::size_t compared = 0;
  for (const Column& column : (*is)->columns) {
    const Column* before = find(*was, "prod", column.spec);
    QVERIFY(before);
    QCOMPARE(column.values, before->values);
    QVERIFY(column.reasons == before->reasons);
    ++compared;
  }
  QCOMPARE(compared, std::size_t{4});
  QCOMPARE((*is)->lanes.front().polls.size(), static_cast<std::size_t>(last_of_window - first_of_window + 2));
}

void TestBundle::what_is_dense_goes_over_as_it_is() {
  const Scratch dense;
  WriterOptions options;
  options.dense_after = Millis(0);
  {
    auto writer = dense.writer(options);
    const LaneId lane = writer->lane(offsets_lane());
    std::mt19937_64 random(3);
    std::vector<std::int64_t> values(300);
    for (std::int64_t n = 0; n < 1'000; ++n) {
      Poll poll = poll_at(lane, n);
      for (std::size_t p = 0; p < values.size(); ++p)
        poll.samples.push_back({writer->series(lane, mark(signal::high, "orders", static_cast<int>(p))),
                                values[p] += static_cast<std::int64_t>(random() % 300), Reason::none});
      push(*writer, poll);
    }
    QVERIFY(writer->close());
  }
  const auto blobs = [&](const char* file) {
    SQLite::Database db(dense.path(file), SQLite::OPEN_READONLY, 2000);
    SQLite::Statement row(db, "SELECT b FROM seg WHERE lane = 1 AND block = 0 ORDER BY grp");
    std::string all;
    while (row.executeStep()) all += row.getColumn(0).getString();
    return all;
  };
  constexpr std::size_t effort = 5;
  // Old blocks are looked for at each opening.
  for (int i = 0; i < 100 && blobs("t.tidemark").at(effort) != 1; ++i) {
    const auto writer = dense.writer(options);
    QTest::qWait(20 * (i + 1));  // until it is long enough for this machine
  }
  QCOMPARE(blobs("t.tidemark").at(effort), '\1');
  BundleWish wish = window_wish();
  wish.from = wish.to = std::nullopt;
  make(dense, wish);
  QVERIFY(blobs("b.bundle") == blobs("t.tidemark"));
  const auto reader = TimelineReader::open(dense.path("b.bundle"));
  QVERIFY(reader && (*reader)->check()->empty());
}

void TestBundle::buckets_are_made_of_its_own_samples() {
  LevelRequest request;
  request.of.from = time_of(first_of_window);
  request.of.to = time_of(last_of_window);
  request.level = Grain::five_minutes;
  const auto is = bundle()->load_level(request), was = scratch_.reader()->load_level(request);
  QVERIFY(is && was);
  QCOMPARE((*is)->columns.size(), (*was)->columns.size());
  for (const LevelColumn& column : (*is)->columns) {
    const auto same = std::ranges::find_if((*was)->columns, [&](const LevelColumn& other) {
      return other.spec == column.spec && other.lag == column.lag && other.id == column.id;
    });
    QVERIFY(same != (*was)->columns.end());
    // Whole buckets only: those at the edges hold what lies in the window.
    for (std::size_t i = 1; i + 1 < column.buckets.size(); ++i) QVERIFY(column.buckets[i] == same->buckets[i]);
  }
  QVERIFY(number("SELECT count(*) FROM roll_part WHERE level = 300") > 0);
  QVERIFY(number("SELECT min(from_ms) FROM roll_part") >= ms(time_of(first_of_window - 6)) - 300'000);
}

void TestBundle::what_held_when_the_window_began_is_known() {
  SnapshotRequest request;
  request.from = request.to = time_of(first_of_window);
  request.min_polls = 2;
  const auto is = bundle()->load(request);
  QVERIFY(is);
  const StateSpan* state =
      (*is)->state_at(ClusterName("prod"), Object("connector:c"), aspect::state, time_of(first_of_window));
  QVERIFY(state && state->value == "RUNNING");
  const auto floor =
      (*is)->at({ClusterName("prod"), signal::floor, partition("orders", 0)}, time_of(first_of_window) - Millis(1));
  QVERIFY(floor);
  QCOMPARE(floor->value, first_of_window - 6);
  // As many commits before it as views look back at.
  QCOMPARE(number("SELECT count(*) FROM snapshot"), std::int64_t{5});
  QCOMPARE(number("SELECT count(*) FROM commit_range"), std::int64_t{5});
}

void TestBundle::names_and_secrets_are_gone() {
  QFile file(QString::fromStdString(scratch_.path("b.bundle")));
  QVERIFY(file.open(QFile::ReadOnly));
  const QByteArray bytes = file.readAll();
  for (const char* name : {"10.1.2.3", "app-1", "b1.example.org", "hunter22", "started-1"})
    QVERIFY2(!bytes.contains(name), name);
  const auto facts = inspect_bundle(scratch_.path("b.bundle"));
  QVERIFY(facts);
  QCOMPARE(facts->hosts, std::int64_t{2});
  QCOMPARE(facts->client_ids, std::int64_t{1});
  QVERIFY(facts->secrets > 0);
  QCOMPARE(facts->author, std::string("ann"));
  QCOMPARE(facts->timeline, std::string("t.tidemark"));
  QCOMPARE(facts->due, facts->answered);
  // What belongs together still does.
  QCOMPARE(
      number("SELECT count(*) FROM state s WHERE aspect = 'members' AND EXISTS (SELECT 1 FROM state WHERE object = "
             "'member:sink/' || s.value AND aspect = 'host' AND value LIKE '/host-%')"),
      std::int64_t{1});
  // Another bundle has other names.
  const BundleMade other = make(scratch_, window_wish(), "other.bundle");
  QVERIFY(other.facts.sha256 != facts->sha256);
  QVERIFY(!other.renamed.empty());
}

void TestBundle::rows_of_the_logbook() {
  const auto entry = [](const char* uuid, const char* kind, const std::string& body) {
    return LogEntry{uuid, time_of(2'000), "ben", kind, body, {}};
  };
  const std::string inside = R"("at":")" + rfc3339(time_of(500)) + '"',
                    before = R"("at":")" + rfc3339(time_of(9)) + '"';
  BundleWish wish = window_wish();
  wish.entries = {entry("1", "note", "{" + inside + R"(,"text":"it is 10.1.2.3 again, hunter22"})"),
                  entry("2", "note", "{" + before + R"(,"text":"long ago"})"),
                  entry("3", "hide", R"({"note":"1"})"),
                  entry("4", "hide", R"({"note":"2"})"),
                  entry("5", "event", "{" + inside + R"(,"text":"deployed"})"),
                  entry("6", "replay", "{" + before + R"(,"name":"r"})")};
  make(scratch_, wish, "said.bundle");
  const auto said = bundle_entries(scratch_.path("said.bundle"));
  QVERIFY(said);
  QStringList uuids;
  for (const LogEntry& one : *said) uuids << QString::fromStdString(one.uuid);
  QCOMPARE(uuids.join(QString()), QStringLiteral("1356"));
  QVERIFY(said->front().body.find("10.1.2.3") == std::string::npos);
  QVERIFY(said->front().body.find("hunter22") == std::string::npos);
  QCOMPARE(said->at(2).body, wish.entries.at(4).body);
  QVERIFY(bundle_entries(scratch_.path())->empty());
  // A row that is not what it was is no row of anybody.
  SQLite::Database(scratch_.path("said.bundle"), SQLite::OPEN_READWRITE)
      .exec("UPDATE entry SET author = 'eve' WHERE uuid = '5'");
  QCOMPARE(bundle_entries(scratch_.path("said.bundle")).error().code, ErrorCode::damaged);
}

void TestBundle::a_bundle_of_a_bundle() {
  BundleWish wish = window_wish();
  wish.from = time_of(600);
  const auto made = create_bundle(scratch_.path("b.bundle"), scratch_.path("part.bundle"), wish, {});
  QVERIFY2(made, made ? "" : made.error().line().c_str());
  QVERIFY(bundle("part.bundle")->check()->empty());
  QCOMPARE(number("SELECT min(wall_ms) FROM poll WHERE lane = 1", "part.bundle"), ms(time_of(599)));
}

void TestBundle::verify_names_what_was_changed_data() {
  QTest::addColumn<QString>("sql");
  QTest::addColumn<QString>("table");
  const auto row = [](const char* sql, const char* table) {
    QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(table);
  };
  row("UPDATE event SET text = 'nothing' WHERE id = (SELECT min(id) FROM event)", "event");
  row("UPDATE seg SET b = zeroblob(100) WHERE block = 1", "seg");
  row("DELETE FROM poll WHERE seq = 500", "poll");
  row("INSERT INTO event(hi, layer, kind, object, text, severity) VALUES(1, '', '', '', '', '')", "event");
  row("UPDATE series SET object = 'partition:other/0' WHERE id = 1", "series");
  row("UPDATE state SET value = NULL WHERE aspect = 'state'", "state");
  row("UPDATE manifest SET value = 'eve' WHERE key = 'author'", "manifest");
  row("UPDATE content SET sha256 = 'x' WHERE \"table\" = 'poll'", "poll");
  row("DELETE FROM content WHERE \"table\" = 'poll'", "poll");
  row("INSERT INTO content VALUES('more', 1, 'x')", "more");
}

void TestBundle::verify_names_what_was_changed() {
  QFETCH(QString, sql);
  QFETCH(QString, table);
  const std::string copy = scratch_.path("changed.bundle");
  QFile::remove(QString::fromStdString(copy));
  QVERIFY(QFile::copy(QString::fromStdString(scratch_.path("b.bundle")), QString::fromStdString(copy)));
  const auto whole = verify_bundle(copy);
  QVERIFY(whole && std::ranges::all_of(whole->tables, [](const auto& one) { return one.what.empty(); }));
  QCOMPARE(whole->sha256, inspect_bundle(copy)->sha256);
  SQLite::Database(copy, SQLite::OPEN_READWRITE).exec(sql.toStdString());
  const auto found = verify_bundle(copy);
  QVERIFY2(found, found ? "" : found.error().line().c_str());
  QStringList differ;
  for (const BundleVerdict& one : found->tables)
    if (!one.what.empty()) differ << QString::fromStdString(one.table.name);
  QCOMPARE(differ, QStringList{table});
}

void TestBundle::nobody_writes_to_it() {
  const auto writer = TimelineWriter::open(scratch_.path("b.bundle"), {}, scratch_.clock());
  QCOMPARE(writer.error().code, ErrorCode::usage);
  QVERIFY(writer.error().what.find("only read") != std::string::npos);
  QCOMPARE(compact_timeline(scratch_.path("b.bundle"), {}).error().code, ErrorCode::usage);
}

void TestBundle::what_cannot_be_made() {
  const auto code = [&](const BundleWish& wish, const char* name = "no.bundle", const char* of = "t.tidemark") {
    const auto made = create_bundle(scratch_.path(of), scratch_.path(name), wish, {});
    return made ? ErrorCode::internal : made.error().code;
  };
  QCOMPARE(code(window_wish(), "b.bundle"), ErrorCode::input);  // is there already
  QCOMPARE(code(window_wish(), "no.bundle", "nothing"), ErrorCode::input);
  BundleWish wish = window_wish();
  wish.from = time_of(2'000);
  QCOMPARE(code(wish), ErrorCode::usage);  // ends before it begins
  wish.to = time_of(3'000);
  QCOMPARE(code(wish), ErrorCode::no_data);
  QVERIFY(!QFile::exists(QString::fromStdString(scratch_.path("no.bundle"))));
  QVERIFY(!QFile::exists(QString::fromStdString(scratch_.path("no.bundle.part"))));
  QCOMPARE(inspect_bundle(scratch_.path()).error().code, ErrorCode::damaged);  // a timeline, but no bundle
}

void TestBundle::a_stop_leaves_nothing() {
  std::stop_source stop;
  BundleWish wish = window_wish();
  int last = 0;
  wish.progress = [&](int percent) {
    last = percent;
    stop.request_stop();
  };
  const auto made = create_bundle(scratch_.path(), scratch_.path("no.bundle"), wish, stop.get_token());
  QCOMPARE(made.error().code, ErrorCode::cancelled);
  QVERIFY(last > 0 && last < 100);
  QVERIFY(!QFile::exists(QString::fromStdString(scratch_.path("no.bundle"))));
  QVERIFY(!QFile::exists(QString::fromStdString(scratch_.path("no.bundle.part"))));
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
