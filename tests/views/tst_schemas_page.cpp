// SPDX-License-Identifier: GPL-3.0-or-later
// The page of schemas, looked at: of real timelines of a registry that changes, falls silent or was never there, with
// ten thousand subjects, and with names that fit nowhere.
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include "app/shell/copy.h"
#include "tests/support/registry_polls.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/schemas/schemas_page.h"
#include "views/theme/theme.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
const std::string long_name =
    "com.example.of.a.company.with.a.very.long.name.that.fits.nowhere.<b>Order</b>.Confirmed\u202e-value";

RegistryPolls::Subjects some() {
  return {{"clicks-value", {avro(1, 3)}},
          {"orders-key", {avro(1, 9)}},
          {"orders-value", {avro(1, 10), avro(2, 11)}},
          {"com.shop.Payment", {avro(1, 4), avro(2, 5, true)}},
          {"refunds-value", {avro(1, 20), avro(2, 21)}}};
}

// A version comes, one is deleted softly, a subject for good, and a level falls.
void changing(RegistryPolls& polls) {
  auto subjects = some();
  for (int n = 0; n < 20; ++n) {
    if (n == 6) subjects["orders-value"].push_back(avro(3, 14));
    if (n == 9) subjects["clicks-value"][0].deleted = true;
    if (n == 12) subjects.erase("refunds-value");
    if (n == 15)
      polls.poll(n, subjects, {{"com.shop.Payment", "NONE"}});
    else
      polls.poll(n, subjects,
                 n > 15 ? std::map<std::string, std::string>{{"com.shop.Payment", "NONE"}}
                        : std::map<std::string, std::string>());
  }
}

std::shared_ptr<const Findings> broken() {
  DiagnosisRow row;
  row.finding.rule = "R26";
  row.finding.severity = Severity::warn;
  row.finding.object = Object("topic:orders");
  row.cluster = ClusterName("c");
  row.finding.params = {{"schema", std::string("orders-value version 3, id 14 (AVRO)")}};
  row.since = poll_time(7);
  row.title = "Failures since 00:01:10 follow a new schema: orders-value version 3, id 14";
  row.next = "Look at the compatibility mode, roll back the producer, replay from that offset.";
  Findings findings;
  findings.rows.push_back({{"R26", {}, row}, {}});
  return std::make_shared<const Findings>(std::move(findings));
}
}  // namespace

class TestSchemasPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
  }

  void what_changed_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark-2x") << true << 2.0;
  }

  void what_changed() {
    QFETCH(bool, dark);
    QFETCH(double, scale);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    const ViewData data = view(QStringLiteral("changing"), changing);
    views::SchemasPage page;
    show(page, data.schemas);
    QCOMPARE(page.model().rowCount(), 5);
    QCOMPARE(page.said().level, Level::warn);
    QCOMPARE(page.said().title, QStringLiteral("5 subjects"));
    QVERIFY2(page.said().note.startsWith(QStringLiteral("4 changed since 2026-01-01 00:00:00 UTC, 1 not checked")),
             qPrintable(page.said().note));
    QVERIFY2(page.said().detail.contains(QStringLiteral("com.shop.Payment: that of the registry → NONE")),
             qPrintable(page.said().detail));
    // The newest change first, what did not change last.
    QCOMPARE(names(page), QStringList({QStringLiteral("com.shop.Payment"), QStringLiteral("refunds-value"),
                                       QStringLiteral("clicks-value"), QStringLiteral("orders-value"),
                                       QStringLiteral("orders-key")}));
    QCOMPARE(cell(page, 0, SchemaModel::state), QStringLiteral("not checked"));
    QCOMPARE(cell(page, 0, SchemaModel::change), QStringLiteral("compatibility"));
    QCOMPARE(cell(page, 0, SchemaModel::changed), QStringLiteral("00:02:20 – 00:02:30 UTC"));
    QCOMPARE(cell(page, 1, SchemaModel::state), QStringLiteral("hard-deleted"));
    QCOMPARE(cell(page, 2, SchemaModel::state), QStringLiteral("soft-deleted"));
    QCOMPARE(cell(page, 3, SchemaModel::state), QStringLiteral("checked"));
    QCOMPARE(cell(page, 3, SchemaModel::topic), QStringLiteral("orders"));
    QCOMPARE(cell(page, 3, SchemaModel::versions), QStringLiteral("3"));
    QCOMPARE(cell(page, 3, SchemaModel::changed), QStringLiteral("00:00:50 – 00:01:00 UTC"));
    const QModelIndex newest = page.model().index(0, 0, page.model().index(3, 0));
    QCOMPARE(newest.data().toString(), QStringLiteral("version 3"));
    QCOMPARE(newest.siblingAtColumn(SchemaModel::versions).data().toString(), QStringLiteral("14"));
    picture(page, QStringLiteral("schemas-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
    theme::apply(*qApp, theme::Mode::light);
  }

  void records_that_fail_are_the_first_thing_said() {
    const ViewData data = view(QStringLiteral("changing"), changing);
    views::SchemasPage page;
    show(page, data.schemas);
    page.show_schemas(data.schemas, broken());  // found a moment later
    QCOMPARE(cell(page, 3, SchemaModel::state), QStringLiteral("records fail"));
    QCOMPARE(cell(page, 4, SchemaModel::state), QStringLiteral("checked"));  // what is found names another subject
    QCOMPARE(page.said().title, QStringLiteral("Records of orders fail"));
    QCOMPARE(page.said().detail, QString::fromStdString(broken()->rows[0].parent.row.title));
    QCOMPARE(page.said().note, QStringLiteral("since 2026-01-01 00:01"));
    page.table()->setCurrentIndex(page.model().index(3, 0));
    QVERIFY(facts(page).contains(QStringLiteral("roll back the producer")));
    QApplication::processEvents();
    picture(page, QStringLiteral("schemas-broken"));
    page.show_schemas(data.schemas, nullptr);
    QCOMPARE(cell(page, 3, SchemaModel::state), QStringLiteral("checked"));
  }

  void the_chosen_one_tells_its_story() {
    const ViewData data = view(QStringLiteral("changing"), changing);
    views::SchemasPage page;
    show(page, data.schemas);
    QVERIFY2(facts(page).contains(QStringLiteral("sr: answers")), qPrintable(facts(page)));
    QVERIFY2(facts(page).contains(QStringLiteral("that of the registry → NONE, 00:02:20 – 00:02:30 UTC")),
             qPrintable(facts(page)));
    const QModelIndex orders = page.model().index(3, 0);
    page.table()->setCurrentIndex(page.model().index(0, 0, orders));
    QVERIFY2(facts(page).contains(QStringLiteral("orders-value, version 3")), qPrintable(facts(page)));
    QVERIFY(facts(page).contains(QStringLiteral("AVRO")));
    QSignalSpy asked(&page, &views::SchemasPage::tide_asked);
    QTest::keyClick(page.table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().value<TideSelection>().topic, TopicName("orders"));
    page.table()->setCurrentIndex(orders);
    page.table()->setExpanded(orders, false);
    QTest::keyClick(page.table(), Qt::Key_Return);
    QVERIFY(page.table()->isExpanded(orders));
    QCOMPARE(asked.size(), 1);
  }

  void a_silent_registry_is_unknown() {
    const ViewData data = view(QStringLiteral("silent"), [](RegistryPolls& polls) {
      polls.poll(0, some());
      for (int n = 1; n < 5; ++n) polls.fail(n);
    });
    views::SchemasPage page;
    show(page, data.schemas);
    QCOMPARE(page.said().title, QStringLiteral("sr does not answer"));
    QCOMPARE(page.said().level, Level::warn);
    QVERIFY(page.said().detail.contains(QStringLiteral("connection refused")));
    for (int row = 0; row < page.model().rowCount(); ++row) {
      QCOMPARE(cell(page, row, SchemaModel::state), QStringLiteral("unknown"));
      QCOMPARE(cell(page, row, SchemaModel::compatibility), QStringLiteral("unknown"));
    }
    QCOMPARE(cell(page, 0, SchemaModel::kind), QStringLiteral("AVRO"));  // that does not change
    picture(page, QStringLiteral("schemas-silent"));
  }

  void a_refresh_leaves_the_choice_and_the_filter_finds() {
    const ViewData data = view(QStringLiteral("changing"), changing);
    const auto earlier = std::make_shared<const Schemas>([&] {
      Schemas less = *data.schemas;
      less.rows.erase(less.rows.begin());
      return less;
    }());
    views::SchemasPage page;
    show(page, earlier);
    const QModelIndex chosen = page.model().find("c\nsr\norders-value", "2");
    QVERIFY(chosen.isValid());
    page.table()->setCurrentIndex(chosen);
    QSignalSpy resets(&page.model(), &QAbstractItemModel::modelReset);
    page.show_schemas(data.schemas, nullptr);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(page.table()->currentIndex().data().toString(), QStringLiteral("version 2"));
    page.set_filter(QStringLiteral("orders avro"));
    QCOMPARE(names(page), QStringList({QStringLiteral("orders-value"), QStringLiteral("orders-key")}));
    page.set_filter(QStringLiteral("nowhere"));
    QCOMPARE(page.model().rowCount(), 0);
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(page.model().rowCount(), 5);
  }

  // The rows before the chosen one go while it is told of.
  void the_chosen_one_stays_when_others_go() {
    const ViewData data = view(QStringLiteral("changing"), changing);
    views::SchemasPage page;
    show(page, data.schemas);
    const int last = page.model().rowCount() - 1;
    const QString chosen = page.model().index(last, 0).data().toString();
    page.table()->setCurrentIndex(page.model().index(last, 0));
    Schemas less = *data.schemas;
    std::erase_if(less.rows, [&](const auto& row) { return row.parent.row.newest.subject != chosen.toStdString(); });
    QCOMPARE(less.rows.size(), 1U);
    page.show_schemas(std::make_shared<const Schemas>(std::move(less)), nullptr);
    QCOMPARE(page.table()->currentIndex().data().toString(), chosen);
    QVERIFY(page.findChild<views::FactsCard*>()->findChild<QTextEdit*>()->toPlainText().startsWith(chosen));
  }

  void a_copy_holds_every_column_and_its_command() {
    const ViewData data = view(QStringLiteral("changing"), changing);
    views::SchemasPage page;
    show(page, data.schemas);
    const QString text = shell::as_tsv(page.model(), {page.model().index(3, 0)}, data, shell::command_for(data, false));
    QVERIFY2(text.contains(QStringLiteral("orders-value\tchecked\torders\t3\tAVRO\tBACKWARD inherited\t"
                                          "registered version 3\t00:00:50 – 00:01:00 UTC\n")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("tidemark schemas --timeline ")), qPrintable(text));
  }

  void long_and_hostile_names() {
    const ViewData data = view(QStringLiteral("hostile"), [](RegistryPolls& polls) {
      SchemaVersion unasked{1, std::nullopt, {}, false, {}};
      polls.poll(0, {{long_name, {unasked}}, {"x", {avro(1, 1)}}}, {{"x", "FULL_TRANSITIVE"}});
    });
    views::SchemasPage page;
    show(page, data.schemas, {1000, 500});
    page.table()->setCurrentIndex(page.model().index(0, 0));
    QVERIFY2(facts(page).contains(QStringLiteral("<b>Order</b>")), qPrintable(facts(page)));
    QVERIFY(!facts(page).contains(QChar(0x202e)));
    QCOMPARE(cell(page, 0, SchemaModel::kind), QStringLiteral("unknown"));
    picture(page, QStringLiteral("schemas-hostile"));
  }

  void ten_thousand_subjects() {
    const ViewData data = view(QStringLiteral("many"), [](RegistryPolls& polls) {
      RegistryPolls::Subjects subjects;
      for (int i = 0; i < 10'000; ++i) subjects["subject-" + std::to_string(i) + "-value"] = {avro(1, i)};
      polls.poll(0, subjects);
      polls.poll(1, subjects);
    });
    QCOMPARE(data.schemas->rows.size(), 10'000U);
    views::SchemasPage page;
    QElapsedTimer took;
    took.start();
    show(page, data.schemas);
    qInfo("10,000 subjects shown in %lld ms", took.restart());
    page.show_schemas(std::make_shared<const Schemas>(*data.schemas), broken());
    qInfo("shown again in %lld ms", took.elapsed());
    QVERIFY(took.elapsed() < 2'000);
    picture(page, QStringLiteral("schemas-many"));
  }

  void nothing_to_show_says_what_to_write() {
    views::SchemasPage page;
    show(page, std::make_shared<const Schemas>(), {1000, 600});
    QCOMPARE(page.said().title, QStringLiteral("No schema registry is watched"));
    QVERIFY(label(page, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("\"registries\"")));
    picture(page, QStringLiteral("schemas-empty"));
    Schemas bare;
    bare.registries.push_back({.registry = "sr", .state = std::string("ok")});
    page.show_schemas(std::make_shared<const Schemas>(bare), nullptr);
    QCOMPARE(label(page, QStringLiteral("Why nothing is shown")), QStringLiteral("The registry has no subject."));
    bare.registries[0].state = Reason::never_polled;
    page.show_schemas(std::make_shared<const Schemas>(bare), nullptr);
    QVERIFY(label(page, QStringLiteral("Why nothing is shown")).startsWith(QStringLiteral("sr has not answered yet")));
  }

 private:
  ViewData view(const QString& name, const std::function<void(RegistryPolls&)>& tell) {
    const std::string file = folder_.filePath(name + QStringLiteral(".tidemark")).toStdString();
    if (!QFile::exists(QString::fromStdString(file))) {
      const SystemClock clock;
      auto writer = TimelineWriter::open(file, {}, clock);
      if (!writer) qFatal("%s", writer.error().line().c_str());
      RegistryPolls polls(**writer);
      tell(polls);
      if (const auto closed = (*writer)->close(); !closed) qFatal("%s", closed.error().line().c_str());
    }
    const auto reader = TimelineReader::open(file);
    if (!reader) qFatal("%s", reader.error().line().c_str());
    ViewRequest request;
    request.screen = Screen::schemas;
    auto data = load_view(**reader, request);
    if (!data) qFatal("%s", data.error().line().c_str());
    return std::move(*data);
  }

  static void show(views::SchemasPage& page, const std::shared_ptr<const Schemas>& schemas, QSize size = {1404, 700}) {
    page.resize(size);
    page.show_schemas(schemas, nullptr);
    page.show();
    QApplication::processEvents();
  }
  static QString cell(const views::SchemasPage& page, int row, int column) {
    return page.model().index(row, column).data().toString();
  }
  static QStringList names(const views::SchemasPage& page) {
    QStringList out;
    for (int i = 0; i < page.model().rowCount(); ++i) out << cell(page, i, 0);
    return out;
  }
  static QString facts(const views::SchemasPage& page) { return page.findChild<QTextEdit*>()->toPlainText(); }

  QTemporaryDir folder_;
};

QTEST_MAIN(TestSchemasPage)
#include "tst_schemas_page.moc"
