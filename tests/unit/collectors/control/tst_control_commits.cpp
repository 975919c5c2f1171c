// SPDX-License-Identifier: GPL-3.0-or-later
// Commits from the control topic alone, of what the real sink wrote: two commits, a round that failed between them.
#include <QTest>

#include "collectors/tables/control/control_commits.h"
#include "tests/unit/collectors/control/capture.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const TableName orders("lake.orders");

std::vector<ControlRecord> captured() {
  ControlDecoder decoder;
  std::vector<ControlRecord> out;
  for (const CapturedRecord& record : captured_records()) {
    auto event = decoder.decode(record.value);
    if (!event) qFatal("%s", event.error().line().c_str());
    out.push_back({record.partition, record.offset, record.key, std::move(*event)});
  }
  return out;
}

std::map<int, std::int64_t> ends(const TableCommit& commit) {
  std::map<int, std::int64_t> out;
  for (const CommitRange& range : commit.ranges) out[range.partition.partition.value()] = range.to;
  return out;
}
}  // namespace

class ControlCommitsTest final : public QObject {
  Q_OBJECT
 private slots:
  void what_the_sink_wrote() {
    const auto commits = control_commits(captured(), "connect-orders-sink", orders);
    QCOMPARE(commits.size(), std::size_t{2});
    QCOMPARE(commits[0].snapshot_id, std::string("2577757208952813591"));
    QCOMPARE(ms(*commits[0].committed), 1'795'257'443'029);
    QVERIFY(ends(commits[0]) ==
            (std::map<int, std::int64_t>{{0, 3264}, {1, 3325}, {2, 3376}, {3, 3325}, {4, 3358}, {5, 3352}}));
    QCOMPARE(commits[1].snapshot_id, std::string("2168337805138724247"));
    const QJsonObject durable = survey("after").value("durable").toObject();
    QCOMPARE(ends(commits[1]).size(), std::size_t{6});
    for (const auto& [partition, end] : ends(commits[1]))
      QCOMPARE(end, durable.value(QString::number(partition)).toInteger());
    QCOMPARE(commits[1].ranges.front().from, 3264);
  }

  void others_tables_and_groups_are_left_out() {
    QVERIFY(control_commits(captured(), "connect-orders-sink", TableName("lake.clicks")).empty());
    QVERIFY(control_commits(captured(), "connect-other", orders).empty());
    QVERIFY(control_commits({}, "connect-orders-sink", orders).empty());
  }
};

QTEST_GUILESS_MAIN(ControlCommitsTest)
#include "tst_control_commits.moc"
