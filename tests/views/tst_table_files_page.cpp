// SPDX-License-Identifier: GPL-3.0-or-later
// The page of table files, looked at: a table that grows and is compacted, one that tells nothing, names that fit
// nowhere, and no table at all.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include "app/shell/copy.h"
#include "models/domain/table_facts.h"
#include "tests/support/push.h"
#include "tests/support/told.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/tables/table_files_page.h"
#include "views/theme/theme.h"
#include "views/widgets/row_view.h"
#include "views/widgets/trend_view.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr int looks = 40;
const std::string long_name =
    "lake.of.a.company.with.a.very.long.name.that.fits.nowhere.<b>orders</b>.confirmed\u202e.by.customer";
const std::string rule = R"("offsets": {"key": "app.offsets", "means": "next"})";

// A catalog as its collector sees it.
class Catalog {
 public:
  explicit Catalog(SampleSink& sink)
      : sink_(sink), lane_(sink.lane({{"tables", "lake", ClusterName("c")}, "tables", Millis(10'000)})) {}

  Poll begin(int n) const {
    Poll poll;
    poll.lane = lane_;
    poll.wall = poll_time(n);
    poll.mono = MonoTime(Millis(n * story_step_ms));
    poll.boot = "b";
    poll.due = poll.answered = 2;
    return poll;
  }
  void say(Poll& poll, const std::string& table, std::string_view aspect, std::string value) const {
    poll.states.push_back({Object("table:" + table), std::string(aspect), std::move(value), {}});
  }
  void number(Poll& poll, const std::string& table, TableFact fact, std::int64_t value) {
    const SeriesId id = sink_.series(lane_, {signal_of(fact), Object("table:" + table), std::string(unit_of(fact))});
    poll.samples.push_back({id, value, Reason::none});
  }
  void push_poll(Poll poll) { push(sink_, std::move(poll)); }

 private:
  SampleSink& sink_;
  LaneId lane_;
};

std::string ms_text(int n) { return std::to_string(ms(poll_time(n))); }

// Small files come until they are compacted; a column came.
void growing(Catalog& catalog, Poll& poll, int n, const std::string& table) {
  const std::int64_t files = n < 25 ? 40 + n * 12 : 30 + (n - 25) * 12;
  const std::int64_t deletes = n < 25 ? n / 2 : 0, bytes = 220'000'000 + n * 1'500'000;
  catalog.say(poll, table, aspect::format, "iceberg");
  catalog.say(poll, table, aspect::writer, "iceberg-connect");
  catalog.say(poll, table, aspect::snapshot, std::to_string(4'358'109'269'898'191'522 + n));
  if (n >= 25) catalog.say(poll, table, aspect::compacted_at, ms_text(25));
  catalog.say(poll, table, aspect::expired_below, n < 30 ? "none" : "4358109269898191530");
  catalog.say(poll, table, aspect::schema_changes,
              n < 10 ? "" : ms_text(10) + ' ' + ms_text(9) + " 1 added amount (decimal(12, 2)); note is now remark");
  catalog.say(
      poll, table, aspect::facts_unknown,
      (n < 25 ? std::string("compaction no-commit No snapshot since the first one has rewritten files.\n") : "") +
          "cleaning not-applicable Files go when the snapshots that need them expire.\n"
          "conflicts not-supported Iceberg's metadata does not tell how often a commit was tried again.");
  catalog.number(poll, table, TableFact::files, files);
  catalog.number(poll, table, TableFact::bytes, bytes);
  catalog.number(poll, table, TableFact::mean_file_bytes, bytes / (files + deletes));
  catalog.number(poll, table, TableFact::delete_files, deletes);
  catalog.number(poll, table, TableFact::deletion_vectors, 0);
  catalog.number(poll, table, TableFact::position_deletes, deletes * 900);
  catalog.number(poll, table, TableFact::equality_deletes, 0);
  catalog.number(poll, table, TableFact::versions, n < 30 ? n + 1 : n - 7);
}

// A table whose format tells little and whose writer nobody knows.
void silent(Catalog& catalog, Poll& poll, const std::string& table) {
  catalog.say(poll, table, aspect::format, "paimon");
  catalog.say(poll, table, aspect::snapshot, "12");
  catalog.say(poll, table, aspect::expired_below, "7");
  catalog.say(poll, table, aspect::facts_unknown,
              "bytes not-probed Paimon's files stand in its manifests, which are not read.\n"
              "cleaning not-applicable Files go when the snapshots that need them expire.\n"
              "compaction no-commit The snapshots, from the first one on, have none.\n"
              "conflicts not-supported Paimon's snapshots do not tell how often a commit was tried again.\n"
              "delete_files not-applicable Paimon leaves rows out by deletion vectors only.\n"
              "deletion_vectors not-probed They stand in the index manifest, which is not read.\n"
              "equality_deletes not-applicable Paimon leaves rows out by deletion vectors only.\n"
              "position_deletes not-applicable Paimon leaves rows out by deletion vectors only.\n"
              "files not-probed Paimon's files stand in its manifests, which are not read.\n"
              "mean_file_bytes not-probed Paimon's files stand in its manifests, which are not read.");
  catalog.say(poll, table, aspect::carries,
              "app.offsets\t\torders/0 next 1040\t{\"orders\":{\"0\":1040}}\nowner\t\t\t");
  catalog.say(poll, table, aspect::mapping, rule);
  catalog.number(poll, table, TableFact::versions, 6);
}
}  // namespace

class TestTableFilesPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
  }

  void what_tables_are_made_of_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark-2x") << true << 2.0;
  }

  void what_tables_are_made_of() {
    QFETCH(bool, dark);
    QFETCH(double, scale);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    const ViewData data = some();
    views::TableFilesPage page;
    show(page, data);
    QCOMPARE(page.model().rowCount(), 2);
    QCOMPARE(page.said().title, QStringLiteral("2 tables"));
    QCOMPARE(page.said().note, QStringLiteral("1 tells its files"));
    QVERIFY2(page.said().detail.startsWith(QStringLiteral("Smallest files: lake.orders, ")),
             qPrintable(page.said().detail));
    QCOMPARE(cell(page, 0, TableSheetModel::files), QStringLiteral("198"));
    QCOMPARE(cell(page, 0, TableSheetModel::compacted), QStringLiteral("2026-01-01 00:04"));
    QCOMPARE(cell(page, 1, TableSheetModel::files), QStringLiteral("unknown"));
    QCOMPARE(cell(page, 1, TableSheetModel::compacted), QStringLiteral("never"));
    QCOMPARE(page.model().index(1, TableSheetModel::files).data(Qt::ToolTipRole).toString(),
             QStringLiteral("Paimon's files stand in its manifests, which are not read."));
    QVERIFY(page.trend()->isVisible() && page.trend()->drawn_points() > 10);
    QCOMPARE(label(page, QStringLiteral("Trend of")), QStringLiteral("lake.orders: data files"));
    QCOMPARE(label(page, QStringLiteral("Newest value")), QStringLiteral("198"));
    QVERIFY(label(page, QStringLiteral("Rule for the profile")).isEmpty());
    picture(page, QStringLiteral("table-files-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
    theme::apply(*qApp, theme::Mode::light);
  }

  void the_facts_say_why_not() {
    const ViewData data = some();
    views::TableFilesPage page;
    show(page, data);
    for (const char* words : {"iceberg-connect", "conflicts", "how often a commit was tried again",
                              "added amount (decimal(12, 2)); note is now remark", "2026-01-01 00:04:10 UTC",
                              "between 2026-01-01 00:04:50 UTC and 2026-01-01 00:05:00 UTC"})
      QVERIFY2(facts(page).contains(QString::fromUtf8(words)), words);
    QVERIFY(!facts(page).contains(QStringLiteral("cleaned up")));  // Iceberg knows no such thing
  }

  // Its schema changed at the eleventh poll, and nothing happened after.
  void the_line_shows_when_the_schema_changed() {
    const ViewData data = some();
    views::TableFilesPage page;
    show(page, data);
    page.trend()->set_crosshair(poll_time(10));
    QVERIFY2(page.trend()->accessibleDescription().endsWith(
                 QStringLiteral("; schema, by then: added amount (decimal(12, 2)); note is now remark")),
             qPrintable(page.trend()->accessibleDescription()));
    page.trend()->set_crosshair(poll_time(11));
    QVERIFY(!page.trend()->accessibleDescription().contains(QStringLiteral("schema")));
    page.trend()->set_crosshair(std::nullopt);
    QApplication::processEvents();
    const QImage with = page.trend()->grab().toImage();
    picture(page, QStringLiteral("table-files-schema"));
    page.trend()->set_moments({});
    QApplication::processEvents();
    QVERIFY(page.trend()->grab().toImage() != with);
    page.trend()->set_crosshair(poll_time(10));
    QVERIFY(!page.trend()->accessibleDescription().contains(QStringLiteral("schema")));
  }

  void a_rule_to_be_copied() {
    const ViewData data = some();
    views::TableFilesPage page;
    show(page, data);
    QSignalSpy asked(&page, &views::TableFilesPage::fact_asked);
    page.table()->setCurrentIndex(page.model().index(1, 0));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().value<TableChoice>().table, TableName("lake.events"));
    QCOMPARE(label(page, QStringLiteral("Rule for the profile")), QString::fromStdString(rule));
    QVERIFY(facts(page).contains(QStringLiteral("app.offsets, reads orders/0 next 1040")));
    const auto* copy = page.findChild<QPushButton*>();
    QCOMPARE(copy->accessibleName(), QStringLiteral("Copy the rule"));
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(page.findChild<QPushButton*>(), Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(rule));
    QApplication::processEvents();
    picture(page, QStringLiteral("table-files-rule"));
    page.table()->setCurrentIndex(page.model().index(0, 0));
    QVERIFY(label(page, QStringLiteral("Rule for the profile")).isEmpty());
  }

  void another_number_is_drawn() {
    ViewRequest request;
    request.fact = TableFact::mean_file_bytes;
    const ViewData data = some(request);
    views::TableFilesPage page;
    show(page, data);
    QCOMPARE(label(page, QStringLiteral("Trend of")), QStringLiteral("lake.orders: mean file size"));
    QSignalSpy asked(&page, &views::TableFilesPage::fact_asked);
    auto* choice = page.findChild<QComboBox*>();
    QCOMPARE(choice->currentText(), QStringLiteral("mean file size"));
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().at(1).value<TableFact>(), TableFact::delete_files);
    picture(page, QStringLiteral("table-files-mean"));
    // One that is not known says why instead of a line.
    request.fact = TableFact::conflicts;
    const ViewData unknown = some(request);
    page.show_sheets(unknown.sheets, unknown.trend, unknown.request.fact);
    QVERIFY(label(page, QStringLiteral("Newest value")).contains(QStringLiteral("how often a commit was tried again")));
    picture(page, QStringLiteral("table-files-unknown"));
  }

  void every_control_has_a_name() {
    const ViewData data = some();
    views::TableFilesPage page;
    show(page, data);
    for (const QWidget* widget : page.findChildren<QWidget*>())
      if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
          widget->metaObject()->className() != std::string("QWidget"))
        QVERIFY2(!widget->accessibleName().isEmpty() || widget->parentWidget()->accessibleName().size() > 0,
                 widget->metaObject()->className());
  }

  void long_and_hostile_names() {
    const ViewData data = view(QStringLiteral("hostile"), [](Catalog& catalog) {
      Poll poll = catalog.begin(0);
      growing(catalog, poll, 20, long_name);
      silent(catalog, poll, long_name + "2");
      catalog.push_poll(std::move(poll));
    });
    views::TableFilesPage page;
    show(page, data, {1000, 560});
    page.table()->setCurrentIndex(page.model().index(1, 0));
    QApplication::processEvents();
    QVERIFY(facts(page).contains(QStringLiteral("<b>orders</b>")));
    QVERIFY(!facts(page).contains(QChar(0x202e)));
    picture(page, QStringLiteral("table-files-hostile"));
  }

  void nothing_to_show_says_what_to_write() {
    views::TableFilesPage page;
    ViewData none;
    none.sheets = std::make_shared<const TableSheets>();
    show(page, none, {1000, 600});
    QVERIFY(label(page, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("\"catalogs\"")));
    QVERIFY(!page.trend()->isVisible());
    picture(page, QStringLiteral("table-files-empty"));
  }

  void a_copy_holds_its_command() {
    const ViewData data = some();
    views::TableFilesPage page;
    show(page, data);
    const QString text = shell::as_tsv(page.model(), {page.model().index(0, 0)}, data, shell::command_for(data, false));
    QVERIFY2(text.contains(QStringLiteral("lake.orders\ticeberg\t198\t")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("tidemark tables --timeline ")), qPrintable(text));
  }

 private:
  ViewData some(ViewRequest request = {}) {
    return view(
        QStringLiteral("some"),
        [](Catalog& catalog) {
          for (int n = 0; n < looks; ++n) {
            Poll poll = catalog.begin(n);
            growing(catalog, poll, n, "lake.orders");
            silent(catalog, poll, "lake.events");
            catalog.push_poll(std::move(poll));
          }
        },
        std::move(request));
  }

  ViewData view(const QString& name, const std::function<void(Catalog&)>& tell, ViewRequest request = {}) {
    const std::string file = folder_.filePath(name + QStringLiteral(".tidemark")).toStdString();
    if (!QFile::exists(QString::fromStdString(file))) {
      const SystemClock clock;
      auto writer = TimelineWriter::open(file, {}, clock);
      if (!writer) qFatal("%s", writer.error().line().c_str());
      Catalog catalog(**writer);
      tell(catalog);
      if (const auto closed = (*writer)->close(); !closed) qFatal("%s", closed.error().line().c_str());
    }
    const auto reader = TimelineReader::open(file);
    if (!reader) qFatal("%s", reader.error().line().c_str());
    request.screen = Screen::table_files;
    request.span = Millis(looks * story_step_ms);
    if (!request.table && name == QStringLiteral("some")) request.table = TableChoice{{}, TableName("lake.orders")};
    auto data = load_view(**reader, request);
    if (!data) qFatal("%s", data.error().line().c_str());
    return std::move(*data);
  }

  static void show(views::TableFilesPage& page, const ViewData& data, QSize size = {1404, 760}) {
    page.resize(size);
    page.set_range(data.from, data.to);
    page.show_sheets(data.sheets, data.trend, data.request.fact);
    page.show();
    QApplication::processEvents();
  }
  static QString cell(const views::TableFilesPage& page, int row, int column) {
    return page.model().index(row, column).data().toString();
  }
  static QString facts(const views::TableFilesPage& page) {
    return page.findChild<views::FactsCard*>()->findChild<QTextEdit*>()->toPlainText();
  }
  QTemporaryDir folder_;
};

QTEST_MAIN(TestTableFilesPage)
#include "tst_table_files_page.moc"
