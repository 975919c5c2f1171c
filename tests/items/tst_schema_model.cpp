// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of subjects and versions: what fails is loud, what is deleted is struck through, what is unknown is a word.
#include <QAbstractItemModelTester>
#include <QTest>

#include "models/items/schema_model.h"

using namespace tidemark;

namespace {
const LocalTime noon = local_time(1'767'268'800'000);  // 2026-01-01T12:00:00Z

SchemaRow version(const std::string& subject, std::int64_t number) {
  SchemaRow row;
  row.registry = "sr";
  row.cluster = ClusterName("c");
  row.subject = subject;
  row.version = number;
  row.id = 10 + number;
  row.kind = std::string("AVRO");
  row.compatibility = std::string("BACKWARD");
  row.compatibility_by = std::string("registry");
  row.registered_hi = row.changed_hi = noon;
  row.deleted = false;
  row.topic = std::string("orders");
  return row;
}

struct Shown {
  explicit Shown(std::vector<SchemaRow> rows) {
    const auto schemas = std::make_shared<const Schemas>(schemas_of(std::move(rows), {}, {}, noon - Millis(1), noon));
    model.set_rows({schemas, &schemas->rows});
  }
  ItemCell subject(int column) const { return model.cell(model.index(0, column)); }
  ItemCell version(int row, int column) const { return model.cell(model.index(row, column, model.index(0, 0))); }
  SchemaModel model;
};

SchemaBreaks breaks() {
  DiagnosisRow row;
  row.finding.severity = Severity::warn;
  row.title = "Schema 14 appears";
  return {{{ClusterName("c"), TopicName("orders")}, row}};
}
}  // namespace

class TestSchemaModel final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_checked_is_quiet() {
    Shown shown({version("orders-value", 1), version("orders-value", 2)});
    QCOMPARE(shown.subject(SchemaModel::state).text, QStringLiteral("checked"));
    QCOMPARE(shown.subject(SchemaModel::state).level, Level::fine);
    QCOMPARE(shown.subject(SchemaModel::versions).text, QStringLiteral("2"));
    QCOMPARE(shown.subject(SchemaModel::compatibility).text, QStringLiteral("BACKWARD"));
    QCOMPARE(shown.subject(SchemaModel::compatibility).beside, QStringLiteral("inherited"));
    QCOMPARE(shown.subject(SchemaModel::changed).text, QStringLiteral("by 2026-01-01 12:00:00 UTC"));
    QCOMPARE(shown.version(0, SchemaModel::name).text, QStringLiteral("version 2"));
    QCOMPARE(shown.version(0, SchemaModel::versions).text, QStringLiteral("12"));
    QCOMPARE(shown.version(0, SchemaModel::state).text, QStringLiteral("live"));
  }

  void what_nothing_checks_is_a_warning() {
    SchemaRow row = version("orders-value", 1);
    row.compatibility = std::string("NONE");
    QCOMPARE(Shown({row}).subject(SchemaModel::state).level, Level::warn);
    QCOMPARE(Shown({row}).subject(SchemaModel::state).text, QStringLiteral("not checked"));
  }

  void what_fails_is_loudest() {
    Shown shown({version("orders-value", 1)});
    int told = 0;
    connect(&shown.model, &QAbstractItemModel::dataChanged, this, [&] { ++told; });
    shown.model.set_breaks(breaks());
    QVERIFY(told > 0);
    QCOMPARE(shown.subject(SchemaModel::state).text, QStringLiteral("records fail"));
    QCOMPARE(shown.subject(SchemaModel::state).level, Level::warn);
    QCOMPARE(shown.subject(SchemaModel::state).tip, QStringLiteral("Schema 14 appears"));
    shown.model.set_breaks({});
    QCOMPARE(shown.subject(SchemaModel::state).level, Level::fine);
  }

  void what_is_deleted_is_struck_through() {
    SchemaRow soft = version("orders-value", 1);
    soft.deleted = true;
    soft.change = VersionChange::soft_deleted;
    SchemaRow hard = version("orders-value", 2);
    hard.deleted = true;
    hard.change = VersionChange::hard_deleted;
    hard.compatibility = hard.compatibility_by = Reason::deleted;
    Shown both({soft, hard});
    QVERIFY(both.subject(SchemaModel::name).struck);
    QCOMPARE(both.subject(SchemaModel::state).text, QStringLiteral("soft-deleted"));
    QCOMPARE(both.version(0, SchemaModel::state).level, Level::warn);
    QVERIFY(both.version(1, SchemaModel::name).struck);
    Shown gone({hard});
    QCOMPARE(gone.subject(SchemaModel::state).text, QStringLiteral("hard-deleted"));
    QCOMPARE(gone.subject(SchemaModel::state).level, Level::warn);
    QVERIFY(!Shown({soft, version("orders-value", 2)}).subject(SchemaModel::name).struck);
  }

  void what_is_unknown_is_a_word() {
    SchemaRow row = version("orders-value", 1);
    row.id = Reason::unreachable;
    row.kind = row.topic = row.compatibility = row.compatibility_by = Reason::unreachable;
    row.deleted = Reason::unreachable;
    row.changed_hi = Reason::no_history;
    Shown shown({row});
    for (const int column :
         {SchemaModel::state, SchemaModel::topic, SchemaModel::kind, SchemaModel::compatibility, SchemaModel::changed})
      QCOMPARE(shown.subject(column).text, QStringLiteral("unknown"));
    QCOMPARE(shown.subject(SchemaModel::state).level, Level::unknown);
    QCOMPARE(shown.version(0, SchemaModel::versions).text, QStringLiteral("unknown"));
    QVERIFY(!shown.model.index(0, SchemaModel::topic).data(SortRole).isValid());
    row.topic = Reason::not_probed;
    QVERIFY(Shown({row}).subject(SchemaModel::topic).tip.contains(QStringLiteral("ids in records")));
  }

  void it_holds_the_rules_of_models() {
    SchemaModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int turn = 0; turn < 24; ++turn) {
      std::vector<SchemaRow> rows;
      for (int i = 0; i < (turn * 5) % 7; ++i)
        for (int v = 0; v < 1 + (i + turn) % 3; ++v) rows.push_back(version("s" + std::to_string(i), v + 1));
      const auto schemas = std::make_shared<const Schemas>(schemas_of(rows, {}, {}, noon, noon));
      model.set_rows({schemas, &schemas->rows});
      model.set_breaks(turn % 2 ? breaks() : SchemaBreaks());
      model.sort(turn % model.columnCount(), turn % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
      QCOMPARE(model.rowCount(), (turn * 5) % 7);
    }
  }
};

QTEST_GUILESS_MAIN(TestSchemaModel)
#include "tst_schema_model.moc"
