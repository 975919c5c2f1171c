// SPDX-License-Identifier: GPL-3.0-or-later
// The page of growth, looked at: measured and modelled, what if, a sum of which a part is not known, none.
#include <QApplication>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "app/session/load_growth.h"
#include "tests/views/pictures.h"
#include "tests/views/reviews.h"
#include "translations/words.h"
#include "views/growth/growth_page.h"
#include "views/theme/theme.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using namespace tidemark::test;
using views::GrowthPage;

class TestGrowthPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
    file_ = folder_.filePath(QStringLiteral("lake.tidemark")).toStdString();
    play_into(text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-repaired.json")), file_);
  }

  void bytes_that_nobody_measures_are_unknown() {
    GrowthPage page;
    show(page, load({}));
    QCOMPARE(page.said().level, Level::unknown);
    QVERIFY2(page.said().title.startsWith(QStringLiteral("How much ")), qPrintable(page.said().title));
    QVERIFY(page.topics()->rows()->rowCount() > 0);
    QCOMPARE(page.topics()->rows()->cell(page.topics()->rows()->index(0, GrowthModel::bytes)).text,
             QStringLiteral("unknown"));
    QVERIFY(label(page, QStringLiteral("What the chart says")).startsWith(QStringLiteral("no line: ")));
    picture(page, QStringLiteral("growth-unknown"));
  }

  void what_if_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1040, 570);
    QTest::newRow("dark") << true << QSize(1404, 800);
  }
  void what_if() {
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    GrowthPage page;
    const auto view = made(true);
    show(page, view, size);
    QVERIFY2(page.said().title.startsWith(QStringLiteral("2 topic")), qPrintable(page.said().title));
    QVERIFY2(QString(page.said().detail)
                 .replace(QChar::Nbsp, QLatin1Char(' '))
                 .contains(QStringLiteral("What if kept for 14 d, 2 times as much produced: ")),
             qPrintable(page.said().detail));
    // Kept for 7 d at 10 GB a day: full after a week, as it is; kept twice as long at twice the rate four times that.
    QCOMPARE(*view->then(false), 7 * 10e9 + 7 * 1e9);
    QCOMPARE(*view->then(true), 4 * (7 * 10e9 + 7 * 1e9));
    const auto curve = view->curve("prod\norders", true);
    QCOMPARE(*curve.front().bytes, 20e9);
    QCOMPARE(*curve.back().bytes, 280e9);
    QVERIFY(label(page, QStringLiteral("What the chart says")).startsWith(QStringLiteral("modelled: ")));
    page.topics()->setCurrentIndex(page.topics()->rows()->index(1, 0));
    QCOMPARE(label(page, QStringLiteral("Bytes to come, of")), QStringLiteral("clicks"));
    page.topics()->setCurrentIndex({});
    QApplication::processEvents();
    picture(page, QStringLiteral("growth-%1").arg(QLatin1String(QTest::currentDataTag())));
    theme::apply(*qApp, theme::Mode::light);
  }

  void a_sum_of_which_a_part_is_not_known_is_unknown() {
    GrowthPage page;
    const auto view = made(false);
    show(page, view);
    QVERIFY(!view->bytes() && !view->then(true));
    QVERIFY(page.said().detail.contains(QStringLiteral("there is no sum")));
    QVERIFY(!view->curve({}, false).front().bytes);
    QVERIFY(view->curve("prod\norders", false).front().bytes);
  }

  void what_is_asked_goes_out() {
    GrowthPage page;
    show(page, made(true));
    QSignalSpy asked(&page, &GrowthPage::growth_asked);
    page.findChild<QSpinBox*>()->setValue(30);
    QCOMPARE(asked.back().at(0).value<GrowthChoice>().retention, std::optional<Millis>(std::chrono::hours(24 * 30)));
    page.findChild<QDoubleSpinBox*>()->setValue(3);
    QCOMPARE(asked.back().at(0).value<GrowthChoice>().rate_times, 3.0);
    page.findChild<QSpinBox*>()->setValue(0);
    QVERIFY(!asked.back().at(0).value<GrowthChoice>().retention);
  }

  void drivers_and_readers() {
    GrowthPage page;
    show(page, load({}));
    page.show_tab(GrowthPage::drivers_tab);
    QApplication::processEvents();
    QCOMPARE(page.rows()->rows()->rowCount(), 10);
    picture(page, QStringLiteral("growth-drivers"));
    page.show_tab(GrowthPage::readers_tab);
    QApplication::processEvents();
    QVERIFY(page.rows()->rows()->rowCount() > 0);
    picture(page, QStringLiteral("growth-readers"));
  }

  void none() {
    GrowthPage page;
    show(page, std::make_shared<const GrowthView>());
    QCOMPARE(page.said().title, QStringLiteral("No topics"));
    picture(page, QStringLiteral("growth-none"));
  }

 private:
  // Two topics that grow by 10 GB and 1 GB a day and are kept for a week.
  static std::shared_ptr<const GrowthView> made(bool all_known) {
    auto view = std::make_shared<GrowthView>();
    view->at = local_time(1767233400000);
    view->from = view->at - std::chrono::hours(24 * 7);
    view->terms.retention = std::chrono::hours(24 * 14);
    view->terms.rate_times = 2;
    view->changed = true;
    const auto rows = [&](const GrowthTerms& terms) {
      std::vector<GrowthRow> out;
      for (const auto& [topic, a_day, bytes] : {std::tuple{"orders", 10e9, 20e9}, {"clicks", 1e9, 1e9}}) {
        GrowthRow row{.cluster = ClusterName("prod"), .topic = TopicName(topic), .team = "Lake team"};
        row.retention = Millis(std::chrono::hours(24 * 7));
        row.growth_bytes_day = a_day;
        if (all_known || std::string(topic) == "orders") row.bytes = bytes;
        row.retained_model = a_day * terms.rate_times * (terms.retention ? 14 : 7);
        row.projected = bytes_after(row, terms, terms.horizon);
        row.evidence = row.bytes ? "measured" : "unknown";
        view->unknown += row.bytes || terms.retention ? 0 : 1;
        out.push_back(row);
      }
      return out;
    };
    const auto what_if = rows(view->terms);
    view->topics = growth_lines(rows({}), what_if);
    return view;
  }
  std::shared_ptr<const GrowthView> load(const GrowthTerms& terms) const {
    const auto timeline = need(TimelineReader::open(file_));
    return need(load_growth(*timeline, terms, *need(timeline->reach()).newest));
  }
  static void show(GrowthPage& page, const std::shared_ptr<const GrowthView>& view, QSize size = {1404, 800}) {
    page.resize(size);
    page.show_growth(view);
    page.show();
    QApplication::processEvents();
  }

  QTemporaryDir folder_;
  std::string file_;
};

QTEST_MAIN(TestGrowthPage)
#include "tst_growth_page.moc"
