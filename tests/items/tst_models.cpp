// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>
#include <random>

#include "models/items/lag_model.h"
#include "models/items/source_model.h"
#include "models/items/topic_model.h"
#include "tests/items/rows.h"

using namespace tidemark;

class TestModels final : public QObject {
  Q_OBJECT
 private slots:
  void a_diff_leads_from_any_list_to_any_other();
  void rows_come_go_and_move_under_the_tester();
  void no_reset_and_persistent_indexes_survive();
  void the_filter_keeps_groups_of_found_partitions();
  void sorting_puts_unknown_last_both_ways();
  void unknown_is_a_word_and_its_reason_is_said();
  void foreign_names_are_plain_text();
  void topics_name_their_worst_reader();
  void sources_say_what_is_refused();
  void ten_thousand_rows_replace_within_a_frame();
};

namespace {
QStringList shown(const TreeModel& model, const QModelIndex& parent = {}) {
  QStringList names;
  for (int i = 0; i < model.rowCount(parent); ++i) names << model.index(i, 0, parent).data().toString();
  return names;
}
}  // namespace

void TestModels::a_diff_leads_from_any_list_to_any_other() {
  std::mt19937 random(3);
  const std::vector<std::string> alphabet{"a", "b", "c", "d", "e", "f", "g", "h"};
  const auto some = [&] {
    std::vector<std::string_view> list(alphabet.begin(), alphabet.end());
    std::ranges::shuffle(list, random);
    list.resize(random() % (alphabet.size() + 1));
    return list;
  };
  for (int round = 0; round < 2000; ++round) {
    const auto before = some();
    const auto after = some();
    const RowDiff diff = row_diff(before, after);
    std::vector<std::string_view> rows = before;
    const auto moved = [](const auto& list, const std::vector<int>& order) {
      if (order.empty()) return list;
      std::vector<std::string_view> out;
      for (const int i : order) out.push_back(list[static_cast<std::size_t>(i)]);
      return out;
    };
    rows = moved(rows, diff.kept_first);
    rows.resize(static_cast<std::size_t>(diff.kept));
    for (std::size_t i = 0; i < diff.appended.size(); ++i) {
      const std::string_view key = after[static_cast<std::size_t>(diff.appended[i])];
      if (i < rows.size())
        QCOMPARE(rows[i], key);
      else
        rows.push_back(key);
    }
    QCOMPARE(moved(rows, diff.final_order), after);
  }
}

void TestModels::rows_come_go_and_move_under_the_tester() {
  LagModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  for (int turn = 0; turn < 60; ++turn) {
    const int groups = 1 + (turn * 5) % 7;
    const int partitions = (turn * 3) % 9;
    model.set_rows(test::lag_branches(groups, partitions, turn));
    if (turn % 4 < 3) QCOMPARE(model.rowCount(), groups);
    if (turn % 4 == 1) model.sort(turn % 10, turn % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
    if (turn % 4 == 2) model.set_filter(QStringLiteral("topic-1"));  // for the next turn's rows too
    if (turn % 4 == 3) model.set_filter({});
  }
  model.set_filter({});
  model.sort(-1, Qt::AscendingOrder);
  const auto rows = test::lag_branches(5, 4, 2);
  model.set_rows(rows);
  for (int g = 0; g < 5; ++g) {
    QCOMPARE(shown(model).at(g).toStdString(), (*rows)[static_cast<std::size_t>(g)].parent.row.row.group.value());
    QCOMPARE(model.rowCount(model.index(g, 0)), 4);
  }
}

void TestModels::no_reset_and_persistent_indexes_survive() {
  LagModel model;
  model.set_rows(test::lag_branches(6, 8));
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  const QModelIndex group = model.find("prod\ngroup-3");
  QVERIFY(group.isValid());
  const QModelIndex partition = model.find("prod\ngroup-3", "topic-1\n6");
  QVERIFY(partition.isValid());
  const QPersistentModelIndex kept_group(group);
  const QPersistentModelIndex kept_partition(partition);
  QItemSelectionModel selection(&model);
  selection.setCurrentIndex(partition, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  for (int turn = 1; turn < 20; ++turn) model.set_rows(test::lag_branches(6, 8 + turn % 3 * 8, turn * 8));
  model.set_rows(test::lag_branches(6, 8, 8));
  QCOMPARE(kept_group.data().toString(), QStringLiteral("group-3"));
  QVERIFY(kept_partition.isValid());
  QCOMPARE(kept_partition.parent().data().toString(), QStringLiteral("group-3"));
  QCOMPARE(selection.currentIndex(), QModelIndex(kept_partition));
  QVERIFY(selection.isSelected(kept_partition));
  QCOMPARE(resets.count(), 0);
}

void TestModels::the_filter_keeps_groups_of_found_partitions() {
  LagModel model;
  model.set_rows(std::make_shared<const LagBranches>(
      branches({test::group_row("billing", 2, 5), test::group_row("Search", 1, 1)},
               {test::lag_row("billing", "orders", 0, 1), test::lag_row("billing", "clicks", 0, 1),
                test::lag_row("Search", "clicks", 1, 1)})));
  model.set_filter(QStringLiteral("ORDERS"));
  QCOMPARE(shown(model), QStringList{QStringLiteral("billing")});
  QCOMPARE(shown(model, model.index(0, 0)), QStringList{QStringLiteral("orders")});
  model.set_filter(QStringLiteral("search"));
  QCOMPARE(shown(model, model.index(0, 0)), QStringList{QStringLiteral("clicks")});
  model.set_filter(QStringLiteral("nothing like this"));
  QCOMPARE(model.rowCount(), 0);
  QCOMPARE(model.total(), 2);
}

void TestModels::sorting_puts_unknown_last_both_ways() {
  GroupRow unknown = test::group_row("unknown", 1, 0);
  unknown.age = Reason::unreachable;
  LagModel model;
  model.set_rows(std::make_shared<const LagBranches>(
      branches({unknown, test::group_row("small", 1, 5), test::group_row("large", 1, 500)}, {})));
  model.sort(LagModel::age, Qt::AscendingOrder);
  QCOMPARE(shown(model), (QStringList{QStringLiteral("small"), QStringLiteral("large"), QStringLiteral("unknown")}));
  model.sort(LagModel::age, Qt::DescendingOrder);
  QCOMPARE(shown(model), (QStringList{QStringLiteral("large"), QStringLiteral("small"), QStringLiteral("unknown")}));
  QVERIFY(!model.index(2, LagModel::age).data(SortRole).isValid());
}

void TestModels::unknown_is_a_word_and_its_reason_is_said() {
  LagRow row = test::lag_row("g", "t", 0, 7);
  row.unread_records = Reason::leaderless;
  row.age = Reason::leaderless;
  row.verdict = Reason::no_history;
  LagModel model;
  model.set_rows(std::make_shared<const LagBranches>(branches({test::group_row("g", 1, 7)}, {row})));
  const QModelIndex top = model.index(0, 0);
  for (const int column : {LagModel::unread, LagModel::age}) {
    const QModelIndex index = model.index(0, column, top);
    QCOMPARE(index.data().toString(), QStringLiteral("unknown"));
    QCOMPARE(index.data(Qt::ToolTipRole).toString(), QStringLiteral("the partition has no leader"));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("no leader")));
  }
  QCOMPARE(model.index(0, LagModel::state, top).data(LevelRole).toInt(), static_cast<int>(Level::unknown));
  // A sum that leaves partitions out says so.
  QCOMPARE(model.index(0, LagModel::unread).data().toString(), QStringLiteral("unknown"));
}

void TestModels::foreign_names_are_plain_text() {
  LagModel model;
  model.set_rows(std::make_shared<const LagBranches>(branches({test::group_row("<b>x</b>", 1, 7)}, {})));
  QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("<b>x</b>"));
  QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("&lt;b&gt;x&lt;/b&gt;"));
}

void TestModels::topics_name_their_worst_reader() {
  TopicRow topic;
  topic.cluster = ClusterName("prod");
  topic.topic = TopicName("orders");
  topic.readers = 2;
  topic.leaderless = std::int64_t{0};
  topic.urp = std::int64_t{1};
  FreshnessRow a, b;
  a.cluster = b.cluster = topic.cluster;
  a.topic = b.topic = topic.topic;
  a.group = GroupId("a");
  b.group = GroupId("b");
  a.path = "a / orders";
  b.path = "b / orders";
  a.unread = std::int64_t{3};
  b.unread = std::int64_t{30};
  TopicModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  TopicNeed enough{topic.cluster, topic.topic, "replication", std::string("3"), std::string("3"), true, {"a"}, ""};
  TopicNeed short_of{topic.cluster,     topic.topic, "retention.ms", std::string("7d"),
                     std::string("1d"), false,       {"b"},          ""};
  TopicNeed elsewhere{
      topic.cluster, TopicName("other"), "partitions", std::string("3"), std::string("1"), false, {}, ""};
  model.set_rows(std::make_shared<const TopicBranches>(branches({topic}, {a, b}, {short_of, enough, elsewhere})));
  QCOMPARE(model.index(0, TopicModel::required).data().toString(), QStringLiteral("1 of 2 not met"));
  QCOMPARE(model.index(0, TopicModel::required).data(LevelRole).toInt(), static_cast<int>(Level::warn));
  QCOMPARE(model.index(0, TopicModel::required).data(Qt::ToolTipRole).toString(),
           QStringLiteral("retention.ms: 7d required, 1d configured"));
  QCOMPARE(model.rowCount(model.index(0, 0)), 2);
  QCOMPARE(model.index(0, TopicModel::unread).data().toString(), QStringLiteral("30"));
  QVERIFY(model.index(0, TopicModel::unread).data(Qt::ToolTipRole).toString().contains(QLatin1Char('b')));
  QCOMPARE(model.index(0, TopicModel::state).data(LevelRole).toInt(), static_cast<int>(Level::warn));
  QCOMPARE(model.index(0, TopicModel::last_record).data().toString(), QStringLiteral("unknown"));
}

void TestModels::sources_say_what_is_refused() {
  SourceRow source;
  source.kind = "kafka";
  source.name = "prod";
  source.state = "partial";
  source.coverage_24h = 0.99999;
  source.denied = {"group:secret"};
  source.limits = {"members of new-protocol groups"};
  SourceModel model;
  model.set_rows(std::make_shared<const SourceBranches>(branches({source})));
  QCOMPARE(model.index(0, SourceModel::state).data(LevelRole).toInt(), static_cast<int>(Level::warn));
  QVERIFY(model.index(0, SourceModel::denied).data().toString().contains(QStringLiteral("group:secret")));
  QCOMPARE(model.index(0, SourceModel::coverage).data().toString(), QStringLiteral("99.9\u00A0%"));
  QCOMPARE(model.index(0, SourceModel::bytes).data().toString(), QStringLiteral("unknown"));
}

void TestModels::ten_thousand_rows_replace_within_a_frame() {
  LagModel model;
  std::vector<std::shared_ptr<const LagBranches>> turns;
  for (int turn = 0; turn < 12; ++turn) turns.push_back(test::lag_branches(200, 50, turn));
  model.set_rows(turns.front());
  std::vector<qint64> times;
  QElapsedTimer timer;
  for (const auto& rows : turns) {
    timer.start();
    model.set_rows(rows);
    times.push_back(timer.nsecsElapsed() / 1000);
  }
  std::ranges::sort(times);
  qInfo("10,000 rows: median %lld us, worst %lld us", times[times.size() / 2], times.back());
#ifdef QT_NO_DEBUG
  QVERIFY2(times[times.size() / 2] < 8'000, "the median replacement takes longer than a frame may");
#endif
  QCOMPARE(model.rowCount(), 200);
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
