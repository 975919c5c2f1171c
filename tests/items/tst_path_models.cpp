// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of paths and connectors: age against budget, where it waits, what is judged, what is not known.
#include <QAbstractItemModelTester>
#include <QTest>

#include "models/items/connector_model.h"
#include "models/items/path_model.h"

using namespace tidemark;

class TestPathModels final : public QObject {
  Q_OBJECT
 private slots:
  void a_late_path();
  void a_fine_path_is_quiet();
  void an_unknown_path_is_no_zero();
  void the_stage_that_waits();
  void classes_count_what_is_late();
  void partitions_of_a_path();
  void connectors_and_their_tasks();
  void judgements_have_words();
};

namespace {
PathRow path_row(Lateness lateness, Millis age) {
  PathRow row;
  row.fresh.cluster = ClusterName("c");
  row.fresh.topic = TopicName("orders");
  row.fresh.group = GroupId("sink");
  row.fresh.path = "orders";
  row.fresh.known_partitions = row.fresh.all_partitions = 2;
  row.fresh.unread = std::int64_t{0};
  row.fresh.age = Millis(0);
  row.fresh.verdict = Verdict::ok;
  row.fresh.target = Millis(900'000);
  row.fresh.owner = std::string("Lake team");
  row.route = "orders → lake.orders";
  row.table = TableName("lake.orders");
  row.table_partitions = 2;
  row.lateness = lateness;
  row.age = age;
  row.age_error = Millis(10'000);
  row.trend = Trend::growing;
  return row;
}

PathRow stalled_row() {
  PathRow row = path_row(Lateness::late, Millis(1'800'000));
  row.landing = AlignRow{};
  row.landing->state = AlignState::stalled;
  row.landing->severity = Severity::error;
  row.landing->reason = "the catalog refuses";
  row.not_landing = true;
  row.not_landed.add(std::int64_t{10'000});
  row.not_landed.add(Reason::no_commit);
  row.where = Stage::table;
  row.since = local_time(1'767'225'600'000);
  return row;
}

std::shared_ptr<const PathBranches> home(const PathRow& row) {
  Branch<PathClass, PathRow> branch;
  branch.parent = {
      "analytics",
      "analytics",
      {.name = "analytics", .target = Millis(900'000), .objective = 99.0, .end = "table", .late = 1, .unknown = 0}};
  branch.children.push_back({"p", "orders", row});
  return std::make_shared<const PathBranches>(PathBranches{branch});
}

ItemCell cell(const HomeModel& model, int column) { return model.cell(model.index(0, column, model.index(0, 0))); }
}  // namespace

void TestPathModels::a_late_path() {
  HomeModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.set_rows(home(stalled_row()));
  QCOMPARE(cell(model, HomeModel::path).text, QStringLiteral("orders → lake.orders"));
  QVERIFY(cell(model, HomeModel::path).tip.contains(QStringLiteral("read by sink")));
  const ItemCell age = cell(model, HomeModel::age);
  QVERIFY(age.budget);
  QCOMPARE(age.budget->share, 2.0);
  QCOMPARE(age.budget->level, Level::error);
  QCOMPARE(cell(model, HomeModel::since).text, QStringLiteral("00:00:00"));
  QCOMPARE(cell(model, HomeModel::trend).text, QStringLiteral("growing"));
  QCOMPARE(cell(model, HomeModel::where).text, QStringLiteral("table"));
  const ItemCell landed = cell(model, HomeModel::not_landed);
  QCOMPARE(landed.text, QStringLiteral("10,000"));
  QCOMPARE(landed.tone, Tone::warn);
  QVERIFY(landed.tip.contains(QStringLiteral("1 of 2 partitions")));
  QCOMPARE(cell(model, HomeModel::finding).text, QStringLiteral("not landed"));
  QCOMPARE(cell(model, HomeModel::finding).level, Level::error);
  QCOMPARE(cell(model, HomeModel::finding).tip, QStringLiteral("the catalog refuses"));
  QCOMPARE(cell(model, HomeModel::owner).text, QStringLiteral("Lake team"));
}

void TestPathModels::a_fine_path_is_quiet() {
  HomeModel model;
  model.set_rows(home(path_row(Lateness::fine, Millis(0))));
  QCOMPARE(cell(model, HomeModel::age).text, QStringLiteral("current"));
  QCOMPARE(cell(model, HomeModel::since).text, QStringLiteral("—"));
  QVERIFY(cell(model, HomeModel::finding).text.isEmpty());
  QCOMPARE(cell(model, HomeModel::finding).level, Level::none);
  QVERIFY(cell(model, HomeModel::where).text.isEmpty());
}

void TestPathModels::an_unknown_path_is_no_zero() {
  PathRow row = path_row(Lateness::unknown, Millis(0));
  row.age = row.age_error = Reason::unreachable;
  row.trend = Reason::unreachable;
  row.fresh.unread = Reason::unreachable;
  row.fresh.known_partitions = 0;
  row.where = Reason::unreachable;
  HomeModel model;
  model.set_rows(home(row));
  for (const int column : {HomeModel::age, HomeModel::trend, HomeModel::unread, HomeModel::not_landed})
    QCOMPARE(cell(model, column).text, QStringLiteral("unknown"));
  QVERIFY(!cell(model, HomeModel::age).budget);
  QCOMPARE(cell(model, HomeModel::finding).level, Level::unknown);
  QCOMPARE((*cell(model, HomeModel::where).stages)[2], Level::unknown);
}

void TestPathModels::the_stage_that_waits() {
  const StageDots stalled = stage_dots(stalled_row());
  QCOMPARE(stalled[2], Level::fine);
  QCOMPARE(stalled[3], Level::error);
  PathRow reader = path_row(Lateness::late, Millis(1'800'000));
  reader.fresh.verdict = Verdict::stall;
  const StageDots dots = stage_dots(reader);
  QCOMPARE(dots[2], Level::error);
  QCOMPARE(dots[3], Level::none);  // no table is seen
}

void TestPathModels::classes_count_what_is_late() {
  HomeModel model;
  model.set_rows(home(stalled_row()));
  const ItemCell top = model.cell(model.index(0, HomeModel::path));
  QCOMPARE(top.text, QStringLiteral("analytics"));
  QVERIFY2(top.beside.contains(QStringLiteral("1 late")), qPrintable(top.beside));
  QVERIFY(top.beside.contains(QStringLiteral("at table")));
  QCOMPARE(budget_words(PathClass{.name = "unclassified"}), QStringLiteral("no budget"));
}

void TestPathModels::partitions_of_a_path() {
  PathPartition row;
  row.lag.partition = {TopicName("orders"), PartitionId(3)};
  row.lag.floor = std::int64_t{0};
  row.lag.committed = row.lag.high = row.lag.stable = std::int64_t{500};
  row.lag.unread_records = std::int64_t{0};
  row.landing = AlignRow{};
  row.landing->durable = std::int64_t{100};
  row.landing->commit_gap = std::int64_t{400};
  row.landing->state = AlignState::stalled;
  row.landing->severity = Severity::warn;
  row.leader = std::string("2");
  PathModel model;
  model.set_rows(std::make_shared<const PartitionBranches>(PartitionBranches{{{"3", "3", row}, {}}}));
  const auto at = [&](int column) { return model.cell(model.index(0, column)); };
  QCOMPARE(at(PathModel::partition).tip, QStringLiteral("orders/3"));
  QCOMPARE(*at(PathModel::marks).marks->table, 100);
  QCOMPARE(at(PathModel::not_landed).text, QStringLiteral("400"));
  QCOMPARE(at(PathModel::not_landed).tone, Tone::warn);
  QCOMPARE(at(PathModel::state).text, QStringLiteral("stalled"));
  QCOMPARE(at(PathModel::produced).text, QStringLiteral("unknown"));
  QCOMPARE(at(PathModel::landing).text, QStringLiteral("—"));
  QCOMPARE(at(PathModel::leader).text, QStringLiteral("2"));
}

void TestPathModels::connectors_and_their_tasks() {
  ConnectorRow row;
  row.connect = "lake";
  row.connector = "orders-sink";
  row.state = std::string("RUNNING");
  row.judged = Judged::partly_failed;
  row.why = "1 of 2 tasks (0) FAILED";
  row.since = local_time(1'767'225'600'000);
  row.topics = std::vector<std::string>{"orders", "returns"};
  TaskRow task;
  task.state = std::string("FAILED");
  task.trace = std::string("Boom\nat line");
  task.trace_head = std::string("Boom");
  row.tasks = {task};
  ConnectorModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.set_rows(std::make_shared<const ConnectorBranches>(branches({row})));
  const auto top = [&](int column) { return model.cell(model.index(0, column)); };
  QCOMPARE(top(ConnectorModel::judged).text, QStringLiteral("partly failed"));
  QCOMPARE(top(ConnectorModel::judged).level, Level::error);
  QCOMPARE(top(ConnectorModel::says).text, QStringLiteral("RUNNING"));
  QCOMPARE(top(ConnectorModel::since).text, QStringLiteral("00:00:00"));
  QCOMPARE(top(ConnectorModel::reads).text, QStringLiteral("orders"));
  QCOMPARE(top(ConnectorModel::reads).beside, QStringLiteral("+1"));
  QCOMPARE(top(ConnectorModel::worker).text, QStringLiteral("unknown"));
  const auto below = [&](int column) { return model.cell(model.index(0, column, model.index(0, 0))); };
  QCOMPARE(below(ConnectorModel::name).text, QStringLiteral("task 0"));
  QCOMPARE(below(ConnectorModel::judged).text, QStringLiteral("FAILED"));
  QCOMPARE(below(ConnectorModel::judged).level, Level::error);
  QCOMPARE(below(ConnectorModel::why).text, QStringLiteral("Boom"));
  model.set_filter(QStringLiteral("returns"));
  QCOMPARE(model.rowCount(), 1);
  model.set_filter(QStringLiteral("nowhere"));
  QCOMPARE(model.rowCount(), 0);
}

void TestPathModels::judgements_have_words() {
  QCOMPARE(level_of(Known<Judged>(Judged::ok)), Level::fine);
  QCOMPARE(level_of(Known<Judged>(Judged::paused)), Level::none);
  QCOMPARE(level_of(Known<Judged>(Judged::rebalancing)), Level::warn);
  QCOMPARE(level_of(Known<Judged>(Judged::zombie)), Level::error);
  QCOMPARE(level_of(Known<Judged>(Reason::unreachable)), Level::unknown);
  QCOMPARE(word(Known<Judged>(Reason::unreachable)), QStringLiteral("unknown"));
  QCOMPARE(level_of_connect(std::string("UNASSIGNED")), Level::warn);
  QCOMPARE(level_of_connect(Reason::unreachable), Level::unknown);
}

QTEST_GUILESS_MAIN(TestPathModels)
#include "tst_path_models.moc"
