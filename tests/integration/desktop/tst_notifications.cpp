// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications on a real bus of its own: one for each finding that becomes an error, in plain text; none for what was
// there before, for what closes, and where they are switched off.
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <mutex>

#include "app/shell/notifier.h"

using namespace tidemark;
using namespace tidemark::shell;

namespace {
const ClusterName prod("prod");
LocalTime at(std::int64_t seconds) { return LocalTime(Millis(1'767'225'600'000 + seconds * 1000)); }

AlarmRound judged(std::int64_t seconds, const std::vector<AlarmCase>& troubles) {
  return {at(seconds), troubles, {}, {{prod, {true, true}}}};
}
AlarmCase error(const std::string& id, const std::string& title = "late") {
  return {id, prod, Severity::error, true, false, {{"path", "orders"}, {"title", title}}};
}

// The desktop's end.
class Desktop final : public QDBusVirtualObject {
 public:
  using QDBusVirtualObject::QDBusVirtualObject;
  QString introspect(const QString&) const override { return {}; }
  bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override {
    if (message.member() != QLatin1String("Notify")) return false;
    const std::lock_guard lock(mutex_);
    seen_.push_back(message.arguments());
    bus.send(message.createReply(QVariant(1U)));
    return true;
  }
  std::vector<QVariantList> seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<QVariantList> seen_;
};
}  // namespace

class TestNotifications final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void cleanupTestCase();
  void an_error_is_told_once();
  void what_was_there_before_is_not_told();
  void warnings_and_closings_are_not_told();
  void markup_and_long_texts_are_harmless();
  void switched_off_it_is_silent_and_stays_so();
  void without_a_bus_nothing_happens();

 private:
  QProcess daemon_;
  QString address_;
  std::unique_ptr<QDBusConnection> service_;
  std::unique_ptr<Desktop> desktop_;
};

void TestNotifications::initTestCase() {
  daemon_.start(QStringLiteral("dbus-daemon"), {"--session", "--nofork", "--print-address=1"});
  QVERIFY2(daemon_.waitForStarted(), "dbus-daemon is not installed");
  QVERIFY(daemon_.waitForReadyRead(10'000));
  address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
  service_ = std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(address_, QStringLiteral("desktop")));
  QVERIFY(service_->isConnected());
  QVERIFY(service_->registerService(QStringLiteral("org.freedesktop.Notifications")));
}

void TestNotifications::init() {
  const QString path = QStringLiteral("/org/freedesktop/Notifications");
  service_->unregisterObject(path);
  desktop_ = std::make_unique<Desktop>();
  QVERIFY(service_->registerVirtualObject(path, desktop_.get()));
}

void TestNotifications::cleanupTestCase() {
  QDBusConnection::disconnectFromBus(QStringLiteral("client"));
  QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
  daemon_.terminate();
  daemon_.waitForFinished();
}

void TestNotifications::an_error_is_told_once() {
  Notifier told([address = address_] { return QDBusConnection::connectToBus(address, QStringLiteral("client")); });
  told.judge(judged(0, {}));
  for (int i = 1; i < 20; ++i) told.judge(judged(10 * i, {error("a", "10,000 records are in no table")}));
  QTRY_COMPARE(desktop_->seen().size(), 1u);
  const QVariantList arguments = desktop_->seen()[0];
  QCOMPARE(arguments.at(0).toString(), QStringLiteral("Tidemark"));
  QCOMPARE(arguments.at(3).toString(), QStringLiteral("Error: orders"));
  QCOMPARE(arguments.at(4).toString(), QStringLiteral("10,000 records are in no table"));
  told.judge(judged(400, {error("a"), error("b")}));
  QTRY_COMPARE(desktop_->seen().size(), 2u);
}

void TestNotifications::what_was_there_before_is_not_told() {
  Notifier told([address = address_] { return QDBusConnection::connectToBus(address, QStringLiteral("client")); });
  told.judge(judged(0, {error("a")}));
  told.judge(judged(10, {error("a")}));
  told.judge(judged(10, {error("a"), error("b")}));  // the same moment again
  QTest::qWait(100);
  QVERIFY(desktop_->seen().empty());
  told.forget();
  told.judge(judged(20, {error("c")}));
  QTest::qWait(100);
  QVERIFY(desktop_->seen().empty());
}

void TestNotifications::warnings_and_closings_are_not_told() {
  Notifier told([address = address_] { return QDBusConnection::connectToBus(address, QStringLiteral("client")); });
  AlarmCase warning = error("a");
  warning.severity = Severity::warn;
  told.judge(judged(0, {}));
  told.judge(judged(10, {warning}));
  told.judge(judged(20, {}));
  told.judge(judged(300, {}));
  QTest::qWait(100);
  QVERIFY(desktop_->seen().empty());
  told.judge(judged(310, {warning}));
  told.judge(judged(320, {error("a")}));  // worse
  QTRY_COMPARE(desktop_->seen().size(), 1u);
}

void TestNotifications::markup_and_long_texts_are_harmless() {
  Notifier told([address = address_] { return QDBusConnection::connectToBus(address, QStringLiteral("client")); });
  told.judge(judged(0, {}));
  told.judge(judged(10, {error("a", "<img src=\"http://x/y\"> & <b>" + std::string(5'000, 'x'))}));
  QTRY_COMPARE(desktop_->seen().size(), 1u);
  const QString body = desktop_->seen()[0].at(4).toString();
  QVERIFY(!body.contains(QLatin1Char('<')) && !body.contains(QLatin1Char('&')) && !body.contains(QLatin1Char('>')));
  QVERIFY(body.size() <= 300);
}

void TestNotifications::switched_off_it_is_silent_and_stays_so() {
  const QTemporaryDir folder;
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
  QVERIFY(notifications_chosen());
  choose_notifications(false);
  QVERIFY(!notifications_chosen());
  choose_notifications(true);
  QVERIFY(notifications_chosen());
  Notifier told([address = address_] { return QDBusConnection::connectToBus(address, QStringLiteral("client")); });
  told.switch_on(false);
  told.judge(judged(0, {}));
  told.judge(judged(10, {error("a")}));
  told.switch_on(true);
  told.judge(judged(20, {error("a")}));  // it opened while it was off
  QTest::qWait(100);
  QVERIFY(desktop_->seen().empty());
}

void TestNotifications::without_a_bus_nothing_happens() {
  int asked = 0;
  Notifier told([&] {
    ++asked;
    return QDBusConnection::connectToBus(QStringLiteral("unix:path=/nowhere"), QStringLiteral("none"));
  });
  told.judge(judged(0, {}));
  QCOMPARE(asked, 0);  // the bus is not looked for before there is something to tell
  told.judge(judged(10, {error("a")}));
  QCOMPARE(asked, 1);
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
