// SPDX-License-Identifier: GPL-3.0-or-later
// What the answers of a database mean. A real one, in every state to its topic, is in tests/lab/test_sql.py.
#include <QTest>

#include "collectors/sinks/found_age.h"
#include "collectors/sinks/offset_rows.h"
#include "collectors/sinks/postgres_reader.h"
#include "collectors/sinks/sink_table.h"
#include "collectors/sinks/sinks.h"

using namespace tidemark;

namespace {
using Rows = std::vector<SqlReply::Row>;

SqlReply answer(std::size_t columns, Rows rows, SqlType type = SqlType::number) {
  SqlReply reply;
  for (std::size_t i = 0; i < columns; ++i) reply.columns.push_back({"c" + std::to_string(i), type});
  reply.rows = std::move(rows);
  reply.cost = {.requests = 3, .bytes = 100, .bytes_known = true, .cpu_us = 0};
  return reply;
}

SqlReply refusal(HttpOutcome outcome) {
  SqlReply reply;
  reply.outcome = outcome;
  reply.error = {ErrorCode::unreachable, "says no", "postgresql://h/d", {}};
  return reply;
}

// Answers in their order, and what was asked.
class Told final : public SqlSession {
 public:
  explicit Told(std::vector<SqlReply> replies, std::vector<std::string>* asked = nullptr)
      : replies_(std::move(replies)), asked_(asked) {}
  SqlReply query(const std::string& statement, const std::vector<std::string>& values, std::stop_token) override {
    if (asked_) asked_->push_back(statement + (values.empty() ? "" : " <- " + values[0]));
    return replies_.at(next_++);
  }

 private:
  std::vector<SqlReply> replies_;
  std::size_t next_ = 0;
  std::vector<std::string>* asked_;
};

SinkProfile sink() {
  SinkProfile profile;
  profile.name = "vectors";
  profile.type = "postgres";
  profile.dsn = "host=h dbname=d";
  profile.query = "select topic, part, next from docs";
  profile.age = "select max(embedded_at) from docs";
  return profile;
}
TopicPartition docs(int partition) { return {TopicName("docs"), PartitionId(partition)}; }
}  // namespace

class TestSinks final : public QObject {
  Q_OBJECT
 private slots:
  void rows_are_marks();
  void rows_without_a_topic();
  void answers_that_are_none_data();
  void answers_that_are_none();
  void a_sink_is_a_table_without_versions();
  void ages();
  void ages_that_are_none();
  void what_is_opened();
};

void TestSinks::rows_are_marks() {
  SinkProfile profile = sink();
  const SqlReply reply =
      answer(3, {{"docs", "0", "100"}, {"docs", "7", "0"}, {"other", "0", "5"}, {"docs", "1", std::nullopt}});
  const auto marks = marks_from_rows(profile, "", reply);
  QVERIFY2(marks, marks ? "" : marks.error().line().c_str());
  QCOMPARE(marks->durable.size(), std::size_t{3});
  QCOMPARE(*marks->durable.at(docs(0)), std::int64_t{100});
  QCOMPARE(*marks->durable.at(docs(7)), std::int64_t{0});
  // The highest offset that is there says nothing of what is missing below it.
  QCOMPARE(evidence_of_adapter(marks->adapter), Evidence::estimated);
  QVERIFY(marks->unknown_why.empty() && marks->others_reason == Reason::no_commit);
  profile.means = "last";
  profile.evidence = "exact";
  const auto last = marks_from_rows(profile, "", reply);
  QCOMPARE(*last->durable.at(docs(0)), std::int64_t{101});
  QCOMPARE(evidence_of_adapter(last->adapter), Evidence::exact);
  // An empty sink: known to hold nothing.
  const auto none = marks_from_rows(profile, "", answer(3, {}));
  QVERIFY(none && none->durable.empty() && none->unknown_reason == Reason::no_commit);
}

void TestSinks::rows_without_a_topic() {
  const auto marks = marks_from_rows(sink(), "docs", answer(2, {{"3", "9"}}));
  QVERIFY(marks);
  QCOMPARE(*marks->durable.at(docs(3)), std::int64_t{9});
  const auto unnamed = marks_from_rows(sink(), "", answer(2, {{"3", "9"}}));
  QVERIFY(!unnamed);
  QVERIFY(unnamed.error().fix.find("topic") != std::string::npos);
}

void TestSinks::answers_that_are_none_data() {
  QTest::addColumn<Rows>("rows");
  QTest::newRow("no topic") << Rows{{std::nullopt, "0", "1"}};
  QTest::newRow("empty topic") << Rows{{"", "0", "1"}};
  QTest::newRow("long topic") << Rows{{std::string(250, 't'), "0", "1"}};
  QTest::newRow("no partition") << Rows{{"docs", std::nullopt, "1"}};
  QTest::newRow("negative partition") << Rows{{"docs", "-1", "1"}};
  QTest::newRow("large partition") << Rows{{"docs", "100000", "1"}};
  QTest::newRow("not whole") << Rows{{"docs", "0", "1.5"}};
  QTest::newRow("negative offset") << Rows{{"docs", "0", "-1"}};
  QTest::newRow("text") << Rows{{"docs", "0", "x"}};
  QTest::newRow("beyond 64 bits") << Rows{{"docs", "0", "9223372036854775808"}};
  QTest::newRow("the largest") << Rows{{"docs", "0", "9223372036854775807"}};
  QTest::newRow("twice") << Rows{{"docs", "0", "1"}, {"docs", "0", "2"}};
}

void TestSinks::answers_that_are_none() {
  QFETCH(Rows, rows);
  const auto marks = marks_from_rows(sink(), "", answer(3, rows));
  QVERIFY(!marks);
  QVERIFY2(marks.error().what.starts_with("row "), marks.error().what.c_str());
  for (const std::size_t columns : {0u, 1u, 4u}) {
    const auto wrong = marks_from_rows(sink(), "docs", answer(columns, {}));
    QVERIFY(!wrong && wrong.error().what.find(std::to_string(columns) + " column") != std::string::npos);
  }
}

void TestSinks::a_sink_is_a_table_without_versions() {
  std::vector<std::string> asked;
  SinkTable reader(sink(),
                   std::make_unique<PostgresReader>(
                       sink(), std::make_unique<Told>(std::vector{answer(1, {{"1"}}), answer(3, {{"docs", "0", "4"}}),
                                                                  answer(1, {{"4"}}), refusal(HttpOutcome::denied)},
                                                      &asked)));
  QCOMPARE(reader.format(), std::string_view("postgres"));
  QVERIFY(reader.probe({}).ok());
  QCOMPARE(reader.list({}).tables, std::vector<TableName>{TableName("vectors")});
  const TableLoad load = reader.load(TableName("vectors"), {}, {}, {});
  QVERIFY(load.what == TableLoad::What::loaded && !load.reading.head && load.tag.empty());
  QCOMPARE(*load.reading.marks->durable.at(docs(0)), std::int64_t{4});
  QCOMPARE(load.cost.requests, std::int64_t{3});
  QVERIFY(reader.load(TableName("vectors"), {}, {}, {}).what == TableLoad::What::failed);
  const TableLoad denied = reader.load(TableName("vectors"), {}, {}, {});
  QVERIFY(denied.what == TableLoad::What::failed && denied.outcome == HttpOutcome::denied);
  QCOMPARE(denied.error.what, std::string("says no"));
  QCOMPARE(asked, (std::vector<std::string>{"SELECT 1", sink().query, sink().query, sink().query}));
}

void TestSinks::ages() {
  std::vector<std::string> asked;
  Told told({answer(1, {{"1.5"}}), answer(1, {{"2026-01-01 00:00:00+00"}}, SqlType::instant), answer(1, {{"61.25"}}),
             answer(1, {{"00:00:02"}}, SqlType::span), answer(1, {{"2"}}), answer(1, {{"-3"}})},
            &asked);
  for (const double wanted : {1500.0, 61250.0, 2000.0, -3000.0}) {
    const FoundAge age = ask_age(told, sink().age, {});
    QVERIFY2(age.outcome == HttpOutcome::ok, age.error.line().c_str());
    QCOMPARE(*age.ms, wanted);
    QVERIFY(age.cost.bytes_known && age.cost.requests >= 3);
  }
  QVERIFY(asked[2].ends_with("$1::timestamptz) <- 2026-01-01 00:00:00+00"));
  QVERIFY(asked[4].ends_with("$1::interval) <- 00:00:02"));
}

void TestSinks::ages_that_are_none() {
  for (const Rows& nothing : {Rows{}, Rows{{std::nullopt}}}) {
    Told told({answer(1, nothing)});
    const FoundAge age = ask_age(told, sink().age, {});
    QVERIFY(age.outcome == HttpOutcome::ok && age.ms == Known<double>(Reason::no_commit));
  }
  for (const SqlReply& reply :
       {answer(2, {{"1", "2"}}), answer(1, {{"1"}, {"2"}}), answer(1, {{"x"}}), answer(1, {{"inf"}}),
        answer(1, {{"NaN"}}), answer(1, {{"1e30"}}), answer(1, {{"2026-01-01 00:00:00"}}, SqlType::zoneless),
        answer(1, {{"12"}}, SqlType::other)}) {
    Told told({reply});
    const FoundAge age = ask_age(told, sink().age, {});
    QVERIFY(age.outcome == HttpOutcome::other && age.ms == Known<double>(Reason::ambiguous));
    QVERIFY(!age.error.what.empty());
  }
  Told down({refusal(HttpOutcome::unreachable), refusal(HttpOutcome::denied)});
  QVERIFY(ask_age(down, sink().age, {}).ms == Known<double>(Reason::unreachable));
  QVERIFY(ask_age(down, sink().age, {}).ms == Known<double>(Reason::no_permission));
}

void TestSinks::what_is_opened() {
  class Plain final : public SecretResolver {
   public:
    Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
  };
  class Nowhere final : public SampleSink {
   public:
    LaneId lane(const LaneSpec&) override { return LaneId(0); }
    SeriesId series(LaneId, const SeriesSpec&) override { return SeriesId(0); }
    bool push(Poll) override { return true; }
    std::size_t backlog() const override { return 0; }
  };
  const SystemClock clock;
  Nowhere nowhere;
  SinkProfile profile = sink();
  QCOMPARE(open_sink(profile, {}, Plain(), clock, nowhere)->size(), std::size_t{2});
  profile.age.clear();
  QCOMPARE(open_sink(profile, {}, Plain(), clock, nowhere)->size(), std::size_t{1});
  for (const char* dsn : {"sqlite:////data/c.db", "", "http://h/x"}) {
    profile.dsn = dsn;
    const auto opened = open_sink(profile, {}, Plain(), clock, nowhere);
    QVERIFY(!opened && opened.error().code == ErrorCode::usage);
  }
}

QTEST_GUILESS_MAIN(TestSinks)
#include "tst_sinks.moc"
