// SPDX-License-Identifier: GPL-3.0-or-later
// From an address to a collector in the window, on librdkafka's built-in cluster and on a port where nobody listens:
// steps are told as they come, the profile is shown before it is saved, a password never is, collecting begins and
// ends.
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "app/actions/actions.h"
#include "app/settings/profile_file.h"
#include "app/shell/main_window.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"
#include "models/timeline/writer.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/views/pictures.h"
#include "views/connect/connect_form.h"
#include "views/connect/connect_page.h"
#include "views/theme/theme.h"
#include "views/widgets/health_bar.h"

using namespace tidemark;
using shell::MainWindow;
using testing::MockCluster;

class TestConnect final : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  template <class Widget>
  static Widget* named(const QWidget& in, const char* name) {
    for (auto* widget : in.findChildren<Widget*>())
      if (widget->accessibleName() == QLatin1String(name)) return widget;
    qFatal("no %s", name);
  }
  static views::ConnectPage* page(const MainWindow& window) { return window.findChild<views::ConnectPage*>(); }
  static QString headline(const MainWindow& window) { return named<QLabel>(*page(window), "How it stands")->text(); }
  static void press(const MainWindow& window, const char* name) { named<QPushButton>(*page(window), name)->click(); }
  static void type(const MainWindow& window, const char* field, const QString& text) {
    named<QLineEdit>(*page(window), field)->setText(text);
  }
  // "Port ◆ failed", of every step.
  static QStringList steps(const MainWindow& window) {
    QStringList out;
    const auto* tree = named<QTreeWidget>(*page(window), "Steps");
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
      for (int k = 0; k < tree->topLevelItem(i)->childCount(); ++k)
        out << tree->topLevelItem(i)->child(k)->text(0) + QLatin1Char(' ') + tree->topLevelItem(i)->child(k)->text(1);
    return out;
  }
  static bool asking(const MainWindow& window) { return named<QPushButton>(*page(window), "Stop")->isEnabled(); }
  void open(MainWindow& window) const {
    window.show_start();
    window.show();
    for (auto* button : window.findChildren<QPushButton*>())
      if (button->text().startsWith(QStringLiteral("Connect to a cluster"))) button->click();
    QVERIFY(page(window)->isVisible());
  }

 private slots:
  void initTestCase() {
    theme::apply(*qApp, theme::Mode::light);
    qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", folder_.path().toUtf8());
  }

  void a_port_where_nobody_listens() {
    MainWindow window;
    open(window);
    QVERIFY(!named<QPushButton>(*page(window), "Test")->isEnabled());
    type(window, "Brokers", QStringLiteral("127.0.0.1:1"));
    press(window, "Test");
    QTRY_VERIFY_WITH_TIMEOUT(!asking(window), 30'000);
    QCOMPARE(headline(window), QStringLiteral("Nothing answers yet."));
    QVERIFY2(steps(window).contains(QStringLiteral("Port ◆ failed")), qPrintable(steps(window).join('\n')));
    QVERIFY(steps(window).contains(QStringLiteral("Answer not tried")));
    QVERIFY(named<QLabel>(*page(window), "What to change")->text().contains(QStringLiteral("check the port")));
    test::picture(window, QStringLiteral("connect-closed"));
  }

  void a_cluster_is_tested_saved_and_collected_from() {
    MockCluster mock(1);
    mock.create_topic("orders", 2);
    mock.produce("orders", 0, 5);
    MainWindow window;
    open(window);
    type(window, "Brokers", QString::fromStdString(mock.bootstrap()));
    type(window, "Name", QStringLiteral("prod"));
    type(window, "Kafka Connect", QStringLiteral("http://127.0.0.1:1"));
    press(window, "Test");
    QTRY_VERIFY_WITH_TIMEOUT(!asking(window), 30'000);
    QCOMPARE(headline(window), QStringLiteral("1 of 2 answer."));
    QVERIFY2(steps(window).contains(QStringLiteral("Answer ● ok")), qPrintable(steps(window).join('\n')));
    for (const bool dark : {false, true}) {
      theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
      test::picture(window, dark ? QStringLiteral("connect-dark") : QStringLiteral("connect-light"));
    }
    theme::apply(*qApp, theme::Mode::light);
    type(window, "Kafka Connect", {});

    const QString profile = named<QLineEdit>(*page(window), "Profile")->text();
    const QString timeline = named<QLineEdit>(*page(window), "Timeline")->text();
    QVERIFY2(profile.endsWith(QStringLiteral("tidemark/prod.json")), qPrintable(profile));
    QVERIFY2(timeline.endsWith(QStringLiteral("tidemark/prod.tidemark")), qPrintable(timeline));
    const QString shown = named<QPlainTextEdit>(*page(window), "The profile that is saved")->toPlainText();
    press(window, "Save and collect");
    auto* stop = window.findChild<views::HealthBar*>()->findChild<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
    for (auto* tool : window.findChild<views::HealthBar*>()->findChildren<QToolButton*>())
      if (tool->accessibleName() == QStringLiteral("Stop collecting")) stop = tool;
    QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), 30'000);
    QVERIFY(!page(window)->isVisible());
    const auto saved = read_profile(profile.toStdString());
    QVERIFY2(saved, saved ? "" : saved.error().line().c_str());
    QFile file(profile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), shown);
    const auto polls = [&] {
      const auto reader = TimelineReader::open(timeline.toStdString());
      SnapshotRequest request;
      request.object_names = {"none:"};
      const auto read = reader ? (*reader)->load(request) : std::unexpected(reader.error());
      return read && (*read)->newest.has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(polls(), 60'000);
    test::picture(window, QStringLiteral("connect-collecting"));
    stop->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stop->isVisible(), 30'000);
    QVERIFY(!window.commands()->action("collect.stop")->isEnabled());
  }

  void a_file_that_is_there_is_not_written_over() {
    MainWindow window;
    open(window);
    type(window, "Brokers", QStringLiteral("127.0.0.1:1"));
    const QString there = folder_.filePath(QStringLiteral("there.json"));
    QFile file(there);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    type(window, "Profile", there);
    press(window, "Save and collect");
    QVERIFY2(headline(window).contains(QStringLiteral("there.json")), qPrintable(headline(window)));
    QVERIFY(page(window)->isVisible());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
  }

  void a_password_is_a_reference() {
    MainWindow window;
    open(window);
    type(window, "Brokers", QStringLiteral("b1:9092"));
    named<QComboBox>(*page(window), "Security")->setCurrentIndex(3);
    type(window, "User", QStringLiteral("sre"));
    type(window, "Password", QStringLiteral("hunter2"));
    QVERIFY2(headline(window).contains(QStringLiteral("env:NAME")), qPrintable(headline(window)));
    QVERIFY(!named<QPushButton>(*page(window), "Test")->isEnabled());
    QVERIFY(!named<QPushButton>(*page(window), "Save and collect")->isEnabled());
    type(window, "Password", QStringLiteral("env:KAFKA_PASSWORD"));
    QVERIFY(named<QPushButton>(*page(window), "Save and collect")->isEnabled());
    const Profile profile = page(window)->form()->profile();
    QCOMPARE(profile.clusters.front().client.at("security.protocol"), std::string("sasl_ssl"));
    QCOMPARE(profile.name, std::string("b1"));
  }

  void client_settings_fill_the_form_and_those_without_a_field_stay() {
    MainWindow window;
    open(window);
    ClusterProfile cluster;
    cluster.bootstrap = "k1:9093";
    cluster.client = {{"security.protocol", "SASL_SSL"},
                      {"sasl.mechanism", "PLAIN"},
                      {"sasl.username", "u"},
                      {"sasl.password", "env:P"},
                      {"client.rack", "a"}};
    page(window)->form()->fill(cluster);
    const ClusterProfile typed = page(window)->form()->profile().clusters.front();
    QCOMPARE(typed.bootstrap, cluster.bootstrap);
    cluster.client["security.protocol"] = "sasl_ssl";
    QCOMPARE(typed.client, cluster.client);
  }

  void a_window_that_closes_ends_its_collector() {
    MockCluster mock(1);
    mock.create_topic("orders", 1);
    const QString timeline = folder_.filePath(QStringLiteral("closed.tidemark"));
    {
      MainWindow window;
      open(window);
      type(window, "Brokers", QString::fromStdString(mock.bootstrap()));
      type(window, "Profile", folder_.filePath(QStringLiteral("closed.json")));
      type(window, "Timeline", timeline);
      press(window, "Save and collect");
      QTRY_VERIFY_WITH_TIMEOUT(window.commands()->action("collect.stop")->isEnabled(), 30'000);
    }
    // Nobody holds it any more.
    const SystemClock clock;
    const auto writer = TimelineWriter::open(timeline.toStdString(), {}, clock);
    QVERIFY2(writer, writer ? "" : writer.error().line().c_str());
  }

  void every_control_has_a_name() {
    MainWindow window;
    open(window);
    for (auto* widget : page(window)->findChildren<QWidget*>())
      if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
        QVERIFY2(!widget->accessibleName().isEmpty() || widget->parentWidget()->inherits("QAbstractScrollArea") ||
                     widget->inherits("QScrollBar"),
                 widget->metaObject()->className());
  }

  void it_fits_a_small_screen() {
    MainWindow window;
    open(window);
    window.resize(1280, 680);
    QTest::qWait(1);
    QVERIFY2(
        window.minimumSizeHint().height() <= 680 && window.minimumSizeHint().width() <= 1280,
        qPrintable(
            QStringLiteral("%1 x %2").arg(window.minimumSizeHint().width()).arg(window.minimumSizeHint().height())));
    test::picture(window, QStringLiteral("connect-small"));
  }
};

QTEST_MAIN(TestConnect)
#include "tst_connect.moc"
