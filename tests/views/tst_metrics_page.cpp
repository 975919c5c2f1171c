// SPDX-License-Identifier: GPL-3.0-or-later
// The page of metrics, looked at: of real timelines with a trend, of sources that answer with nothing that is known or
// not at all, with ten thousand values, and with names that fit nowhere.
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include "app/shell/copy.h"
#include "tests/support/metric_polls.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/metrics/metrics_page.h"
#include "views/theme/theme.h"
#include "views/widgets/row_view.h"
#include "views/widgets/trend_view.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
using Sink = SampleSink;
constexpr int polls = 360;

const std::string matched =
    "put_latency_ms\tsink\ttask\tconnect\tkafka_connect_sink_task_put_batch_avg_time_ms\t2\n"
    "error_rate\tconnect\ttask\tconnect\tkafka_connect_task_error_total_record_failures\t2\n"
    "urp\tbroker\tbroker\tjmx\tkafka_server_replicamanager_underreplicatedpartitions\t3";
const std::string unmatched = "gpu_util\tmodel\nretrieval_age_ms\tvector\ntombstones\tvector\nqueue_depth\tsink";

MetricPolls::Values values_at(int n) {
  const Known<std::int64_t> latency =
      n >= 150 && n < 165 ? Known<std::int64_t>(Reason::unreachable)
                          : Known<std::int64_t>(20'000 + (n % 7) * 400 + (n > 240 ? (n - 240) * 900 : 0));
  return {{{"put_latency_ms", "task:orders-sink/0"}, latency},
          {{"put_latency_ms", "task:orders-sink/1"}, 18'250},
          {{"error_rate", "task:orders-sink/0"}, n > 240 ? 310 : 0},
          {{"error_rate", "task:orders-sink/1"}, Reason::no_history},
          {{"urp", "broker:1"}, 0},
          {{"urp", "broker:2"}, 3'000}};
}

// An hour of one endpoint that knows much and one that knows nothing of it.
void two_endpoints(Sink& sink) {
  MetricPolls workers(sink);
  MetricPolls index(sink, "vector-index");
  workers.tell(matched, unmatched);
  index.tell("tombstones\tvector\tsink\tqdrant\tcollection_tombstones\t1", "retrieval_age_ms\tvector");
  for (int n = 0; n < polls; ++n) {
    workers.poll(n, values_at(n));
    index.poll(n, {{{"tombstones", "sink:index"}, 12'000}});
  }
}
}  // namespace

class TestMetricsPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
  }

  void with_a_trend_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark-2x") << true << 2.0;
  }

  void with_a_trend() {
    QFETCH(bool, dark);
    QFETCH(double, scale);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    const ViewData data = view(QStringLiteral("two"), two_endpoints, latency());
    views::MetricsPage page;
    show(page, data);
    QCOMPARE(page.model().rowCount(), 4);  // two sources, and apart what was not matched of them
    QCOMPARE(page.said().title, QStringLiteral("7 values"));
    QCOMPARE(page.said().note, QStringLiteral("1 unknown"));
    QCOMPARE(page.said().detail, QStringLiteral("No source measures these layers: model."));
    const QModelIndex workers = page.model().index(1, 0);
    QCOMPARE(workers.data().toString(), QStringLiteral("workers"));
    QCOMPARE(page.model().rowCount(workers), 6);
    QCOMPARE(cell(page, 1, 2, MetricModel::name), QStringLiteral("put_latency_ms"));
    QCOMPARE(cell(page, 1, 2, MetricModel::value), QStringLiteral("127.9\u00a0ms"));
    QCOMPARE(cell(page, 1, 2, MetricModel::layer), QStringLiteral("sink"));
    QCOMPARE(cell(page, 1, 1, MetricModel::value), QStringLiteral("unknown"));
    QCOMPARE(cell(page, 1, 0, MetricModel::value), QStringLiteral("0.31/s"));
    QCOMPARE(cell(page, 3, 0, MetricModel::state), QStringLiteral("not matched"));
    QCOMPARE(cell(page, 3, 0, MetricModel::layer), QStringLiteral("model"));
    QCOMPARE(label(page, QStringLiteral("Trend of")), QStringLiteral("put_latency_ms of task:orders-sink/0"));
    QVERIFY2(label(page, QStringLiteral("Newest value")).endsWith(QStringLiteral("127.9\u00a0ms")),
             qPrintable(label(page, QStringLiteral("Newest value"))));
    QCOMPARE(page.trend()->trend()->blanks.size(), 1U);
    page.table()->setCurrentIndex(page.model().index(2, 0, workers));
    QVERIFY(facts(page).contains(QStringLiteral("kafka_connect_sink_task_put_batch_avg_time_ms")));
    page.trend()->set_crosshair(poll_time(300));
    QApplication::processEvents();
    picture(page, QStringLiteral("metrics-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
    QVERIFY2(page.trend()->drawn_points() > 300, qPrintable(QString::number(page.trend()->drawn_points())));
    theme::apply(*qApp, theme::Mode::light);
  }

  void a_chosen_row_asks_for_its_trend_once() {
    const ViewData data = view(QStringLiteral("two"), two_endpoints, {});
    views::MetricsPage page;
    QSignalSpy asked(&page, &views::MetricsPage::metric_asked);
    show(page, data);
    QCOMPARE(asked.size(), 0);
    QCOMPARE(page.trend()->trend()->of.signal, Signal("tombstones"));  // the first one with a value
    page.table()->setCurrentIndex(page.model().index(5, 0, page.model().index(1, 0)));
    QCOMPARE(asked.size(), 1);
    const auto choice = asked.front().front().value<MetricChoice>();
    QCOMPARE(choice.signal, Signal("urp"));
    QCOMPARE(choice.object, Object("broker:2"));
    page.show_metrics(std::make_shared<const Metrics>(*data.metrics), data.trend);  // the next poll is quicker
    QCOMPARE(asked.size(), 1);
    const ViewData then = view(QStringLiteral("two"), two_endpoints, choice);
    page.show_metrics(then.metrics, then.trend);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(label(page, QStringLiteral("Trend of")), QStringLiteral("urp of broker:2"));
    QCOMPARE(page.table()->currentIndex().data().toString(), QStringLiteral("urp"));
    // What was not matched has none.
    page.table()->setCurrentIndex(page.model().index(0, 0, page.model().index(3, 0)));
    QCOMPARE(asked.size(), 1);
    QVERIFY(facts(page).contains(QStringLiteral("workers exposes no metric that is known for it")));
  }

  void keys_move_the_crosshair() {
    const ViewData data = view(QStringLiteral("two"), two_endpoints, latency());
    views::MetricsPage page;
    show(page, data);
    page.table()->setCurrentIndex(page.model().index(2, 0, page.model().index(1, 0)));
    QTest::keyClick(page.table(), Qt::Key_Return);
    views::TrendView* trend = page.trend();
    QVERIFY(trend->hasFocus());
    trend->set_crosshair(std::nullopt);  // the mouse may stand anywhere
    QTest::keyClick(trend, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(trend->accessibleDescription(), QStringLiteral("00:59:50 UTC: 127.9\u00a0ms"));
    QTest::keyClick(trend, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY2(trend->accessibleDescription().startsWith(QStringLiteral("00:59:40 UTC: ")),
             qPrintable(trend->accessibleDescription()));
    trend->set_crosshair(poll_time(155));
    QCOMPARE(trend->accessibleDescription(), QStringLiteral("00:25:50 UTC: unknown"));
    QSignalSpy panned(trend, &views::TrendView::pan_asked);
    QSignalSpy zoomed(trend, &views::TrendView::zoom_asked);
    QTest::keyClick(trend, Qt::Key_Left);
    QTest::keyClick(trend, Qt::Key_Up);
    QCOMPARE(panned.size(), 1);
    QCOMPARE(zoomed.size(), 1);
    QTest::keyClick(trend, Qt::Key_Escape);
    QVERIFY(trend->accessibleDescription().startsWith(QStringLiteral("No crosshair")));
  }

  void a_source_that_fails_or_knows_nothing() {
    const ViewData silent = view(
        QStringLiteral("silent"),
        [](Sink& sink) {
          MetricPolls workers(sink);
          MetricPolls index(sink, "index");
          workers.tell(matched, unmatched);
          for (int n = 0; n < 30; ++n) n < 20 ? workers.poll(n, values_at(n)) : workers.fail(n, values_at(n));
          for (int n = 0; n < 30; ++n) index.poll(n, {{{"tombstones", "sink:index"}, 12'000}});
        },
        latency());
    views::MetricsPage page;
    show(page, silent);
    QCOMPARE(page.said().title, QStringLiteral("workers does not answer"));
    QCOMPARE(page.said().note, QStringLiteral("1 of 2 sources"));
    QVERIFY(page.said().detail.contains(QStringLiteral("connection refused")));
    for (int i = 0; i < 6; ++i) QCOMPARE(cell(page, 1, i, MetricModel::value), QStringLiteral("unknown"));
    QVERIFY(label(page, QStringLiteral("Newest value")).endsWith(QStringLiteral("the source does not answer")));
    picture(page, QStringLiteral("metrics-silent"));

    const ViewData bare = view(QStringLiteral("bare"),
                               [](Sink& sink) {
                                 MetricPolls index(sink, "index");
                                 index.tell({}, unmatched, "None of its metrics is a signal that is known.");
                                 index.poll(0, {});
                               },
                               {});
    views::MetricsPage other;
    show(other, bare);
    QCOMPARE(other.said().title, QStringLiteral("Nothing matched of index"));
    QVERIFY2(facts(other).contains(QStringLiteral("None of its metrics is a signal that is known.")),
             qPrintable(facts(other)));
    QCOMPARE(other.model().rowCount(other.model().index(1, 0)), 4);
    QVERIFY(label(other, QStringLiteral("Trend of")).isEmpty());
    picture(other, QStringLiteral("metrics-bare"));
  }

  void a_refresh_leaves_the_choice_and_the_filter_finds() {
    const ViewData data = view(QStringLiteral("two"), two_endpoints, latency());
    views::MetricsPage page;
    show(page, data);
    page.table()->setCurrentIndex(page.model().index(3, 0, page.model().index(1, 0)));
    QSignalSpy resets(&page.model(), &QAbstractItemModel::modelReset);
    auto less = *data.metrics;
    less.rows[1].children.erase(less.rows[1].children.begin());
    page.show_metrics(std::make_shared<const Metrics>(less), data.trend);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(page.table()->currentIndex().siblingAtColumn(MetricModel::object).data().toString(),
             QStringLiteral("task:orders-sink/1"));
    page.set_filter(QStringLiteral("vector retrieval"));
    QCOMPARE(page.model().rowCount(), 2);
    page.set_filter(QStringLiteral("underreplicated broker:2"));
    QCOMPARE(page.model().rowCount(), 1);
    QCOMPARE(page.model().rowCount(page.model().index(0, 0)), 1);
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(page.model().rowCount(), 4);
  }

  void a_copy_holds_every_column_and_its_command() {
    const ViewData data = view(QStringLiteral("two"), two_endpoints, latency());
    views::MetricsPage page;
    show(page, data);
    const QModelIndex row = page.model().index(2, 0, page.model().index(1, 0));
    const QString text = shell::as_tsv(page.model(), {row}, data, shell::command_for(data, false));
    QVERIFY2(text.contains(QStringLiteral("workers › put_latency_ms\ttask:orders-sink/0\tsink\t\t127.9\u00a0ms\t"
                                          "00:59:50\t2\tkafka_connect_sink_task_put_batch_avg_time_ms\tconnect\n")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("tidemark metrics --timeline ")), qPrintable(text));
  }

  void long_and_hostile_names() {
    const std::string object = "task:<b>a-connector-with-a-very-long-name</b>.of-the-european-branch.v2\u202e/0";
    const ViewData data = view(
        QStringLiteral("hostile"),
        [&](Sink& sink) {
          MetricPolls workers(sink, "<i>an-endpoint-with-a-very-long-name-that-fits-nowhere-at-all-in-this-window</i>");
          workers.tell(matched, unmatched);
          for (int n = 0; n < 30; ++n) workers.poll(n, {{{"put_latency_ms", object}, 1'234'567'890 + n}});
        },
        {});
    views::MetricsPage page;
    show(page, data, {1000, 640});
    QVERIFY(label(page, QStringLiteral("Trend of")).contains(QStringLiteral("<b>")));
    page.table()->setCurrentIndex(page.model().index(0, 0, page.model().index(0, 0)));
    QVERIFY(facts(page).contains(QStringLiteral("<b>")));
    QVERIFY(!facts(page).contains(QChar(0x202e)));
    QApplication::processEvents();
    QVERIFY(page.width() < 1'060);  // no name makes the window wider
    picture(page, QStringLiteral("metrics-hostile"));
  }

  void ten_thousand_values() {
    const ViewData data = view(QStringLiteral("many"),
                               [](Sink& sink) {
                                 MetricPolls workers(sink);
                                 workers.tell(matched, unmatched);
                                 MetricPolls::Values values;
                                 for (int i = 0; i < 10'000; ++i)
                                   values.insert({{"put_latency_ms", "task:c/" + std::to_string(i)}, i});
                                 workers.poll(0, values);
                                 workers.poll(1, values);
                               },
                               {});
    QCOMPARE(data.metrics->values(), 10'000U);
    views::MetricsPage page;
    QElapsedTimer took;
    took.start();
    show(page, data);
    qInfo("10,000 values shown in %lld ms", took.restart());
    page.show_metrics(std::make_shared<const Metrics>(*data.metrics), data.trend);
    qInfo("shown again in %lld ms", took.elapsed());
    QVERIFY(took.elapsed() < 2'000);
    picture(page, QStringLiteral("metrics-many"));
  }

  void nothing_to_show_says_what_to_write() {
    views::MetricsPage page;
    page.resize(1000, 600);
    page.show_metrics(std::make_shared<const Metrics>(), nullptr);
    page.show();
    QCOMPARE(page.said().title, QStringLiteral("No metrics are collected"));
    QVERIFY(label(page, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("\"metrics\"")));
    picture(page, QStringLiteral("metrics-empty"));
  }

 private:
  static std::optional<MetricChoice> latency() {
    return MetricChoice{"workers", ClusterName("prod"), Signal("put_latency_ms"), Object("task:orders-sink/0")};
  }

  ViewData view(const QString& name, const std::function<void(Sink&)>& tell, std::optional<MetricChoice> metric) {
    const std::string file = folder_.filePath(name + QStringLiteral(".tidemark")).toStdString();
    if (!QFile::exists(QString::fromStdString(file))) {
      const SystemClock clock;
      auto writer = TimelineWriter::open(file, {}, clock);
      if (!writer) qFatal("%s", writer.error().line().c_str());
      tell(**writer);
      if (const auto closed = (*writer)->close(); !closed) qFatal("%s", closed.error().line().c_str());
    }
    const auto reader = TimelineReader::open(file);
    if (!reader) qFatal("%s", reader.error().line().c_str());
    ViewRequest request;
    request.screen = Screen::metrics;
    request.metric = std::move(metric);
    auto data = load_view(**reader, request);
    if (!data) qFatal("%s", data.error().line().c_str());
    return std::move(*data);
  }

  static void show(views::MetricsPage& page, const ViewData& data, QSize size = {1404, 860}) {
    page.resize(size);
    page.show_metrics(data.metrics, data.trend);
    page.set_range(data.from, data.to);
    page.show();
    QApplication::processEvents();
  }
  static QString cell(const views::MetricsPage& page, int parent, int row, int column) {
    return page.model().index(row, column, page.model().index(parent, 0)).data().toString();
  }
  static QString facts(const views::MetricsPage& page) { return page.findChild<QTextEdit*>()->toPlainText(); }

  QTemporaryDir folder_;
};

QTEST_MAIN(TestMetricsPage)
#include "tst_metrics_page.moc"
