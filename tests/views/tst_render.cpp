// SPDX-License-Identifier: GPL-3.0-or-later
// The verb `render`, as a user calls it, against a timeline made from a story.
#include <QImage>
#include <QProcess>
#include <QTest>

#include "tests/views/timelines.h"

using namespace tidemark;

class TestRender final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void pictures_of_every_view_data();
  void pictures_of_every_view();
  void vectors_hold_curves_and_words();
  void bad_input_is_one_line_data();
  void bad_input_is_one_line();
  void no_font_is_status_3();

 private:
  struct Ran {
    int status = 0;
    QByteArray out, err;
  };
  Ran run(const QStringList& arguments, const QStringList& environment = {}) const;
  QString file(const QString& name) const { return QStringLiteral(TIDEMARK_BINARY_DIR "/pictures/") + name; }

  QTemporaryDir folder_;
  QString timeline_;
};

TestRender::Ran TestRender::run(const QStringList& arguments, const QStringList& environment) const {
  QProcess process;
  QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) env.remove(QLatin1String(name));
  for (const QString& entry : environment)
    env.insert(entry.section(QLatin1Char('='), 0, 0), entry.section(QLatin1Char('='), 1));
  process.setProcessEnvironment(env);
  process.start(QStringLiteral(TIDEMARK_BINARY_DIR "/bin/tidemark"), arguments);
  if (!process.waitForFinished(60'000)) qFatal("tidemark does not end");
  return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestRender::initTestCase() {
  timeline_ = folder_.filePath(QStringLiteral("lake.tidemark"));
  test::play_into(test::lake_story(), timeline_.toStdString());
  QDir().mkpath(file({}));
}

void TestRender::pictures_of_every_view_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QSize>("size");
  const auto row = [](const char* name, const QString& arguments, QSize size) {
    QTest::newRow(name) << arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts) << size;
  };
  row("tide", QStringLiteral("tide --topic orders --partition 0"), {1600, 1000});
  row("tide-dark", QStringLiteral("tide --topic orders --partition 0 --theme dark --crosshair 2026-01-01T02:50:00Z"),
      {1600, 1000});
  row("tide-sum", QStringLiteral("tide --topic orders --size 1200x800"), {1200, 800});
  row("tide-worst", QStringLiteral("tide --size 1200x800"), {1200, 800});
  row("lag", QStringLiteral("lag"), {1600, 1000});
  row("lag-dark-2x", QStringLiteral("lag --theme dark --size 1200x700 --scale 2"), {2400, 1400});
  row("topics", QStringLiteral("topics --size 1400x800"), {1400, 800});
  row("topics-dark", QStringLiteral("topics --size 1400x800 --theme dark"), {1400, 800});
  row("sources", QStringLiteral("sources --size 1400x500"), {1400, 500});
  row("home", QStringLiteral("home"), {1600, 1000});
  row("path", QStringLiteral("path --topic orders"), {1600, 1000});
  row("connectors", QStringLiteral("connectors --size 1200x600 --theme dark"), {1200, 600});
  row("schemas", QStringLiteral("schemas --size 1200x600"), {1200, 600});
  row("metrics", QStringLiteral("metrics --size 1200x800"), {1200, 800});
  row("findings", QStringLiteral("findings --size 1400x600 --theme dark"), {1400, 600});
  row("scorecard", QStringLiteral("scorecard --card areas --scope topic=orders"), {1600, 1000});
  row("present", QStringLiteral("present --scope topic=orders --page recovery --contrast --size 1280x720"),
      {1280, 720});
  row("align", QStringLiteral("align --table lake.orders"), {1600, 1000});
}

void TestRender::pictures_of_every_view() {
  QFETCH(QStringList, arguments);
  QFETCH(QSize, size);
  const QString picture = file(QStringLiteral("render-%1.png").arg(QLatin1String(QTest::currentDataTag())));
  QFile::remove(picture);
  const Ran ran = run(QStringList{QStringLiteral("render")} + arguments +
                      QStringList{QStringLiteral("--timeline"), timeline_, QStringLiteral("-o"), picture});
  QVERIFY2(ran.status == 0, ran.err.constData());
  QVERIFY(ran.out.isEmpty());
  const QImage image(picture);
  QCOMPARE(image.size(), size);
  QSet<QRgb> colours;
  for (int y = 0; y < image.height(); y += 3)
    for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
  QVERIFY2(colours.size() > 20, "the picture is empty");
}

void TestRender::vectors_hold_curves_and_words() {
  const QString svg = file(QStringLiteral("render-tide.svg"));
  const Ran ran = run({QStringLiteral("render"), QStringLiteral("tide"), QStringLiteral("--topic"),
                       QStringLiteral("orders"), QStringLiteral("--partition"), QStringLiteral("0"),
                       QStringLiteral("--timeline"), timeline_, QStringLiteral("-o"), svg});
  QVERIFY2(ran.status == 0, ran.err.constData());
  QFile in(svg);
  QVERIFY(in.open(QIODevice::ReadOnly));
  const QByteArray text = in.readAll();
  QVERIFY(text.contains(">group<"));
  QVERIFY(text.count("<polyline") + text.count("<path") > 20);
  QVERIFY2(!text.contains("<image"), "the chart is pixels, not curves");
  const QString pdf = file(QStringLiteral("render-tide.pdf"));
  QCOMPARE(run({QStringLiteral("render"), QStringLiteral("tide"), QStringLiteral("--timeline"), timeline_,
                QStringLiteral("-o"), pdf})
               .status,
           0);
  QFile document(pdf);
  QVERIFY(document.open(QIODevice::ReadOnly));
  QVERIFY(document.read(5) == "%PDF-");
}

void TestRender::bad_input_is_one_line_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("status");
  const auto row = [](const char* name, const QString& arguments, int status) {
    QTest::newRow(name) << arguments.split(QLatin1Char(' ')) << status;
  };
  row("view", QStringLiteral("render nothing -o /tmp/x.png"), 2);
  row("ending", QStringLiteral("render lag -o /tmp/x.gif"), 2);
  row("size", QStringLiteral("render lag -o /tmp/x.png --size 5x5"), 2);
  row("scale", QStringLiteral("render lag -o /tmp/x.png --scale 99"), 2);
  row("theme", QStringLiteral("render lag -o /tmp/x.png --theme pink"), 2);
  row("time", QStringLiteral("render lag -o /tmp/x.png --at yesterday"), 2);
  row("topic", QStringLiteral("render tide -o /tmp/x.png --topic nowhere"), 3);
  row("table", QStringLiteral("render align -o /tmp/x.png --table nowhere"), 3);
  row("path", QStringLiteral("render path -o /tmp/x.png --topic nowhere"), 3);
  row("signal", QStringLiteral("render metrics -o /tmp/x.png --signal nothing"), 3);
  row("page", QStringLiteral("render present -o /tmp/x.png --page nothing"), 2);
  row("folder", QStringLiteral("render lag -o /no/such/folder/x.png"), 2);
  row("window", QStringLiteral(""), 2);
}

void TestRender::bad_input_is_one_line() {
  QFETCH(QStringList, arguments);
  QFETCH(int, status);
  arguments.removeAll(QString());
  if (!arguments.isEmpty()) arguments << QStringLiteral("--timeline") << timeline_;
  const Ran ran = run(arguments);
  QCOMPARE(ran.status, status);
  QVERIFY2(ran.err.count('\n') == 1, ran.err.constData());
  QVERIFY(ran.out.isEmpty());
}

void TestRender::no_font_is_status_3() {
  const QString config = folder_.filePath(QStringLiteral("fonts.conf"));
  QFile out(config);
  QVERIFY(out.open(QIODevice::WriteOnly));
  out.write("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
  out.close();
  const Ran ran = run({QStringLiteral("render"), QStringLiteral("lag"), QStringLiteral("--timeline"), timeline_,
                       QStringLiteral("-o"), folder_.filePath(QStringLiteral("x.png"))},
                      {QStringLiteral("FONTCONFIG_FILE=") + config});
  QVERIFY2(ran.status == 3, ran.err.constData());
  QVERIFY(ran.err.contains("font"));
}

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
