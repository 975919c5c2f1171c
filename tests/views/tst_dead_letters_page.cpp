// SPDX-License-Identifier: GPL-3.0-or-later
// The page of dead letters, looked at: of a real timeline that was not allowed to read any, with causes, with what is
// not known and long or hostile names, and without a topic.
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/deadletters/dead_letters_page.h"
#include "views/theme/theme.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using test::label;

namespace {
DeadLetterRow row_of(const std::string& topic, const std::string& origin, const std::string& writer) {
  DeadLetterRow row;
  row.place.cluster = ClusterName("prod");
  row.place.topic = TopicName(topic);
  row.place.proof = DeadLetterProof::connector;
  row.place.origins = {origin};
  row.place.writers = {writer};
  row.origin = origin;
  row.writer = writer;
  row.depth_upper = 1210;
  row.rate = 0.5;
  row.oldest_age = Millis(7'260'000);
  row.oldest_age_error = Millis(10'000);
  row.oldest_age_method = AgeMethod::history;
  row.last_age = Millis(3'000);
  return row;
}

void add_cause(DeadLetterRow& row, const char* error, const char* stage, std::int64_t n) {
  row.may_read = true;
  row.read = row.read.value_or(0) + n;
  row.unread = 0;
  row.causes.push_back({{"connect", *row.place.origins.begin(), *row.place.writers.begin(), error, stage,
                         "Converting byte[] to Kafka Connect data failed", 0, 12},
                        n,
                        std::int64_t{1},
                        std::int64_t{412}});
}

std::shared_ptr<const DeadLetterBranches> shared(std::vector<DeadLetterRow> rows) {
  return std::make_shared<const DeadLetterBranches>(branches(std::move(rows)));
}

std::vector<DeadLetterRow> three() {
  std::vector<DeadLetterRow> rows{row_of("orders-dlq", "orders", "connector:orders-sink"),
                                  row_of("payments.DLT", "payments", "group:payments-app"),
                                  row_of("clicks-errors", "clicks", "group:clicks")};
  add_cause(rows[0], "org.apache.kafka.connect.errors.DataException", "VALUE_CONVERTER", 1180);
  add_cause(rows[0], "java.sql.SQLException", "TASK_PUT", 30);
  add_cause(rows[1], "java.lang.IllegalStateException", "", 4);
  rows[1].place.proof = DeadLetterProof::headers;
  rows[1].rate = 0.0;
  rows[1].depth_upper = 900;
  rows[1].unread = 896;
  rows[2].place.proof = DeadLetterProof::name;
  rows[2].place.origins.clear();
  rows[2].place.writers.clear();
  rows[2].origin = rows[2].writer = Reason::no_permission;
  rows[2].suggested_origin = "clicks";
  rows[2].rate = 0.0;
  rows[2].depth_upper = 0;
  rows[2].oldest_age = rows[2].oldest_age_error = Reason::not_applicable;
  rows[2].last_age = Reason::not_applicable;
  return rows;
}
}  // namespace

class TestDeadLettersPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
  }

  void with_causes_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark-2x") << true << 2.0;
  }

  void with_causes() {
    QFETCH(bool, dark);
    QFETCH(double, scale);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    views::DeadLettersPage page;
    show(page, shared(three()));
    QCOMPARE(page.model().rowCount(), 3);
    QCOMPARE(page.said().level, Level::warn);
    QCOMPARE(page.said().title, QStringLiteral("1 topic filling"));
    QVERIFY2(page.said().detail.contains(QStringLiteral("what came from orders")), qPrintable(page.said().detail));
    QVERIFY(page.said().detail.contains(QStringLiteral("DataException")));
    QCOMPARE(cell(page, 0, DeadLetterModel::records), QStringLiteral("1,210"));
    QCOMPARE(cell(page, 0, DeadLetterModel::origin), QStringLiteral("orders"));
    QCOMPARE(cell(page, 0, DeadLetterModel::writer), QStringLiteral("orders-sink"));
    QCOMPARE(cell(page, 0, DeadLetterModel::state), QStringLiteral("filling"));
    QCOMPARE(cell(page, 1, DeadLetterModel::state), QStringLiteral("at rest"));
    QCOMPARE(cell(page, 2, DeadLetterModel::state), QStringLiteral("empty"));
    QCOMPARE(cell(page, 2, DeadLetterModel::origin), QStringLiteral("clicks?"));
    QCOMPARE(page.model().rowCount(page.model().index(0, 0)), 2);
    const QModelIndex cause = page.model().index(0, 0, page.model().index(0, 0));
    QCOMPARE(cause.data().toString(), QStringLiteral("DataException"));
    QCOMPARE(cause.siblingAtColumn(DeadLetterModel::cause).data().toString(), QStringLiteral("VALUE_CONVERTER"));
    QCOMPARE(cause.siblingAtColumn(DeadLetterModel::records).data().toString(), QStringLiteral("1,180"));
    const QImage image =
        test::picture(page, QStringLiteral("deadletters-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
    QCOMPARE(image.width(), static_cast<int>(1404 * scale));
    theme::apply(*qApp, theme::Mode::light);
  }

  void the_chosen_cause_tells_where_to_look() {
    views::DeadLettersPage page;
    show(page, shared(three()));
    page.table()->setCurrentIndex(page.model().index(1, 0, page.model().index(0, 0)));
    const QString facts = page.findChild<QTextEdit*>()->toPlainText();
    QVERIFY2(facts.contains(QStringLiteral("java.sql.SQLException")), qPrintable(facts));
    QVERIFY2(facts.contains(QStringLiteral("orders-dlq/0 @ 12")), qPrintable(facts));
    QVERIFY2(facts.contains(QStringLiteral("orders-dlq/1 @ 412")), qPrintable(facts));
    page.table()->setCurrentIndex(page.model().index(1, 0));
    QVERIFY(page.findChild<QTextEdit*>()->toPlainText().contains(QStringLiteral("up to 896 were not read")));
    test::picture(page, QStringLiteral("deadletters-chosen"));
  }

  // A refresh changes what changed, and leaves the choice and what is open.
  void a_refresh_leaves_the_choice() {
    views::DeadLettersPage page;
    show(page, shared(three()));
    const QModelIndex top = page.model().index(0, 0);
    page.table()->setCurrentIndex(page.model().index(1, 0, top));
    QSignalSpy resets(&page.model(), &QAbstractItemModel::modelReset);
    auto rows = three();
    rows[0].causes[1].n = 31;
    page.show_rows(shared(std::move(rows)));
    QCOMPARE(resets.size(), 0);
    QVERIFY(page.table()->isExpanded(page.model().index(0, 0)));
    QCOMPARE(page.table()->currentIndex().siblingAtColumn(DeadLetterModel::records).data().toString(),
             QStringLiteral("31"));
    page.set_filter(QStringLiteral("sqlexception"));
    QCOMPARE(page.model().rowCount(), 1);
  }

  // Of a story: nobody allowed to read, and that is said with what to write.
  void not_allowed_to_read() {
    const std::string file = folder_.filePath(QStringLiteral("story.tidemark")).toStdString();
    test::play_into(R"({"schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000, "polls": 30, "cluster": "prod",
      "topics": [{"topic": "aside", "dead_letter_of": "orders"}],
      "series": [{"mark": "floor", "topic": "aside", "partition": 0, "start": 0},
                 {"mark": "high", "topic": "aside", "partition": 0, "start": 0, "rates": [[10, 2]]}]})",
                    file);
    const auto reader = TimelineReader::open(file);
    QVERIFY(reader);
    ViewRequest request;
    request.screen = Screen::dead_letters;
    const auto data = load_view(**reader, request);
    QVERIFY2(data, data ? "" : data.error().line().c_str());
    views::DeadLettersPage page;
    show(page, data->dead_letters);
    QCOMPARE(page.model().rowCount(), 1);
    QCOMPARE(cell(page, 0, DeadLetterModel::origin), QStringLiteral("orders"));
    QCOMPARE(cell(page, 0, DeadLetterModel::rate), QStringLiteral("2.0/s"));
    QCOMPARE(cell(page, 0, DeadLetterModel::cause), QStringLiteral("unknown"));
    QVERIFY(page.findChild<QTextEdit*>()->toPlainText().contains(QStringLiteral("\"read\": [\"dead-letters\"]")));
    test::picture(page, QStringLiteral("deadletters-not-allowed"));
  }

  void unknown_and_hostile() {
    DeadLetterRow row =
        row_of("a-topic-with-a-very-long-name-that-fits-nowhere.of-the-european-branch.v2-dlq", "x", "y");
    row.depth_upper = Reason::unreachable;
    row.rate = Reason::unreachable;
    row.oldest_age = row.oldest_age_error = Reason::unreachable;
    row.oldest_age_method = Reason::unreachable;
    add_cause(row, "<b>org.very.long.package.name.of.an.application.that.nobody.reads.VeryLongException</b>",
              "VALUE_CONVERTER", 2);
    views::DeadLettersPage page;
    show(page, shared({row}));
    QCOMPARE(cell(page, 0, DeadLetterModel::records), QStringLiteral("unknown"));
    QCOMPARE(page.said().level, Level::unknown);
    QCOMPARE(page.said().title, QStringLiteral("Dead letters unknown"));
    const auto* facts = page.findChild<QTextEdit*>();
    page.table()->setCurrentIndex(page.model().index(0, 0, page.model().index(0, 0)));
    QVERIFY2(facts->toPlainText().contains(QStringLiteral("<b>org")), qPrintable(facts->toPlainText()));
    test::picture(page, QStringLiteral("deadletters-unknown"));
  }

  void none_says_how_they_are_known() {
    views::DeadLettersPage page;
    page.resize(1000, 600);
    page.show_rows(std::make_shared<const DeadLetterBranches>());
    page.show();
    QCOMPARE(page.said().title, QStringLiteral("No dead letters"));
    QVERIFY(label(page, QStringLiteral("Why nothing is shown"))
                .contains(QStringLiteral("errors.deadletterqueue.topic.name")));
    test::picture(page, QStringLiteral("deadletters-empty"));
  }

  void enter_on_a_cause_shows_the_topic() {
    views::DeadLettersPage page;
    show(page, shared(three()));
    QSignalSpy asked(&page, &views::DeadLettersPage::tide_asked);
    page.table()->setCurrentIndex(page.model().index(0, 0, page.model().index(0, 0)));
    QTest::keyClick(page.table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().value<TideSelection>().topic, TopicName("orders-dlq"));
  }

 private:
  static void show(views::DeadLettersPage& page, std::shared_ptr<const DeadLetterBranches> rows) {
    page.resize(1404, 700);
    page.show_rows(std::move(rows));
    page.show();
    QApplication::processEvents();
  }
  static QString cell(const views::DeadLettersPage& page, int row, int column) {
    return page.model().index(row, column).data().toString();
  }
  QTemporaryDir folder_;
};

QTEST_MAIN(TestDeadLettersPage)
#include "tst_dead_letters_page.moc"
