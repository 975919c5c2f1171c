// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QTest>
#include <cmath>
#include <random>

#include "views/plot/reduce.h"
#include "views/plot/ticks.h"
#include "views/theme/theme.h"

using namespace tidemark;
using plot::Point;

class TestPlot final : public QObject {
  Q_OBJECT
 private slots:
  void few_points_stay_as_they_are();
  void at_most_four_points_a_column();
  void extremes_and_ends_of_every_column_stay();
  void a_break_is_never_bridged();
  void the_neighbours_outside_stay();
  void what_is_reduced_is_drawn_as_the_whole_data();
  void what_is_reduced_is_drawn_as_the_whole();
  void a_reduced_step_line_is_drawn_as_the_whole_data();
  void a_reduced_step_line_is_drawn_as_the_whole();
  void time_ticks_are_round_data();
  void time_ticks_are_round();
  void count_labels_tell_neighbours_apart();
  void scaled_labels_are_the_numbers_that_are_meant();
  void text_is_readable_on_every_ground_data();
  void text_is_readable_on_every_ground();
};

namespace {
std::vector<Point> noise(int n) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> y(0, 1000);
  std::vector<Point> points;
  for (int i = 0; i < n; ++i) points.push_back({static_cast<double>(i), y(random)});
  return points;
}
double luminance(const QColor& c) {
  const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
  return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
}
double contrast(const QColor& a, const QColor& b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}
}  // namespace

void TestPlot::few_points_stay_as_they_are() {
  QCOMPARE(plot::reduce(noise(300), 0, 299, 100).size(), std::size_t{300});
}

void TestPlot::at_most_four_points_a_column() {
  const auto out = plot::reduce(noise(260'000), 0, 259'999, 1920);
  QVERIFY(out.size() <= 1920 * 4 + 2);
  QVERIFY(std::ranges::is_sorted(out, {}, &Point::x));
}

void TestPlot::extremes_and_ends_of_every_column_stay() {
  const auto in = noise(10'000);
  const auto out = plot::reduce(in, 0, 10'000, 10);
  const auto has = [&](const Point& p) {
    return std::ranges::any_of(out, [&](const Point& q) { return q.x == p.x && q.y == p.y; });
  };
  for (std::ptrdiff_t c = 0; c < 10; ++c) {
    const auto begin = in.begin() + c * 1000;
    QVERIFY(has(*begin));
    QVERIFY(has(*(begin + 999)));
    QVERIFY(has(*std::ranges::max_element(begin, begin + 1000, {}, &Point::y)));
    QVERIFY(has(*std::ranges::min_element(begin, begin + 1000, {}, &Point::y)));
  }
}

void TestPlot::a_break_is_never_bridged() {
  auto in = noise(10'000);
  for (int i = 4'300; i < 5'700; ++i) in[static_cast<std::size_t>(i)].y = std::nan("");
  const auto out = plot::reduce(in, 0, 10'000, 10);
  for (std::size_t i = 1; i < out.size(); ++i)
    if (out[i - 1].x < 4'300 && out[i].x >= 5'700) QFAIL("bridged");
  QVERIFY(std::ranges::any_of(out, [](const Point& p) { return std::isnan(p.y); }));
}

void TestPlot::the_neighbours_outside_stay() {
  const auto out = plot::reduce(noise(100), 20.5, 30.5, 500);
  QCOMPARE(out.front().x, 20.0);
  QCOMPARE(out.back().x, 31.0);
  QVERIFY(plot::reduce({}, 0, 1, 10).empty());
}

void TestPlot::what_is_reduced_is_drawn_as_the_whole_data() {
  QTest::addColumn<int>("shape");
  QTest::addColumn<int>("points");
  for (const int points : {20'000, 200'000}) {
    QTest::addRow("noise, %d", points) << 0 << points;
    QTest::addRow("walk, %d", points) << 1 << points;
    QTest::addRow("spikes, %d", points) << 2 << points;
  }
}

void TestPlot::a_reduced_step_line_is_drawn_as_the_whole_data() {
  QTest::addColumn<int>("points");
  QTest::addRow("few a column") << 5'000;
  QTest::addRow("many a column") << 200'000;
}

// A value holds until the next: not a pixel differs.
void TestPlot::a_reduced_step_line_is_drawn_as_the_whole() {
  QFETCH(int, points);
  constexpr int width = 1600, height = 500;
  std::mt19937_64 random(5);
  std::vector<Point> all;
  for (int i = 0; i < points; ++i)
    all.push_back({i * static_cast<double>(width) / points, static_cast<double>(random() % height)});
  const auto drawn = [&](const std::vector<Point>& line) {
    QImage image(width, height, QImage::Format_Grayscale8);
    image.fill(255);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 1));
    for (std::size_t i = 1; i < line.size(); ++i) {
      const auto x0 = static_cast<int>(line[i - 1].x), x1 = static_cast<int>(line[i].x);
      const auto y0 = static_cast<int>(line[i - 1].y), y1 = static_cast<int>(line[i].y);
      painter.drawLine(x0, y0, x1, y0);
      painter.drawLine(x1, y0, x1, y1);
    }
    return image;
  };
  const auto reduced = plot::reduce(all, 0, width, width);
  QVERIFY(points < 10'000 || reduced.size() * 10 < all.size());
  QCOMPARE(drawn(reduced), drawn(all));
}

// Without antialiasing, as dense lines are drawn: of the pixels that either drawing inks, how many differ.
void TestPlot::what_is_reduced_is_drawn_as_the_whole() {
  QFETCH(int, shape);
  QFETCH(int, points);
  constexpr int width = 1600, height = 500;
  std::mt19937_64 random(3);
  std::vector<Point> all;
  double walk = 500;
  for (int i = 0; i < points; ++i) {
    walk = std::clamp(walk + static_cast<double>(random() % 21) - 10, 0.0, 1000.0);
    const double y = shape == 0   ? static_cast<double>(random() % 1000)
                     : shape == 1 ? walk
                                  : (random() % 500 == 0 ? 900.0 : 100.0 + static_cast<double>(random() % 20));
    all.push_back({i * static_cast<double>(width) / points, y});
  }
  const auto drawn = [&](const std::vector<Point>& line) {
    QImage image(width, height, QImage::Format_Grayscale8);
    image.fill(255);
    QPainter painter(&image);
    QPolygonF polygon;
    for (const Point& point : line) polygon << QPointF(point.x, height - 1 - point.y * (height - 2) / 1000);
    painter.drawPolyline(polygon);
    return image;
  };
  const QImage whole = drawn(all), reduced = drawn(plot::reduce(all, 0, width, width));
  int inked = 0, different = 0;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const bool a = whole.constScanLine(y)[x] < 255, b = reduced.constScanLine(y)[x] < 255;
      inked += a || b ? 1 : 0;
      different += a != b ? 1 : 0;
    }
  qInfo("%d of %d inked pixels differ: %.2f %%", different, inked, 100.0 * different / inked);
  QVERIFY(different * 20 <= inked);
}

void TestPlot::time_ticks_are_round_data() {
  QTest::addColumn<double>("seconds");
  QTest::addColumn<QString>("second");
  QTest::newRow("hour") << 3600.0 << QStringLiteral("02:10");
  QTest::newRow("minute") << 60.0 << QStringLiteral("02:00:10");
  QTest::newRow("day") << 86'400.0 << QStringLiteral("06:00");
  QTest::newRow("month") << 30 * 86'400.0 << QStringLiteral("Jan 8");
}

void TestPlot::time_ticks_are_round() {
  QFETCH(double, seconds);
  QFETCH(QString, second);
  const double from = 1767232800;  // 2026-01-01T02:00:00Z
  const auto ticks = plot::time_ticks(from, from + seconds, 8);
  QVERIFY(ticks.size() >= 3 && ticks.size() <= 9);
  QVERIFY2(std::ranges::any_of(ticks, [&](const auto& t) { return t.label == second; }), qPrintable(ticks[1].label));
}

void TestPlot::count_labels_tell_neighbours_apart() {
  for (const double span : {3.0, 10.0, 900.0, 50'000.0, 4e9}) {
    const auto ticks = plot::count_ticks(0, span, 4'600'000'000, 8);
    QVERIFY(ticks.size() >= 2);
    for (std::size_t i = 1; i < ticks.size(); ++i) QVERIFY(ticks[i].label != ticks[i - 1].label);
  }
  QCOMPARE(plot::count_ticks(0, 1e6, 0, 4)[1].label, QStringLiteral("0.25\u2009M"));
  // Beyond 2^53 every offset still has its own label.
  const auto ticks = plot::count_ticks(0, 4, 9'007'199'254'740'993, 8);
  QCOMPARE(ticks[1].label, QStringLiteral("9,007,199,254,740,994"));
}

// What is kept in thousandths is told as what it is.
void TestPlot::scaled_labels_are_the_numbers_that_are_meant() {
  const auto labels = [](double from, double to) {
    QStringList out;
    for (const plot::Tick& tick : plot::count_ticks(from, to, 0, 4, 3)) out << tick.label;
    return out;
  };
  QCOMPARE(labels(0, 1'000), QStringList({QStringLiteral("0.00"), QStringLiteral("0.25"), QStringLiteral("0.50"),
                                          QStringLiteral("0.75"), QStringLiteral("1.00")}));
  QCOMPARE(labels(19'000, 21'000), QStringList({QStringLiteral("19.0"), QStringLiteral("19.5"), QStringLiteral("20.0"),
                                                QStringLiteral("20.5"), QStringLiteral("21.0")}));
  QCOMPARE(labels(-2, 2), QStringList({QStringLiteral("-0.002"), QStringLiteral("-0.001"), QStringLiteral("0.000"),
                                       QStringLiteral("0.001"), QStringLiteral("0.002")}));
  QCOMPARE(labels(0, 4e9),
           QStringList({QStringLiteral("0\u2009M"), QStringLiteral("1\u2009M"), QStringLiteral("2\u2009M"),
                        QStringLiteral("3\u2009M"), QStringLiteral("4\u2009M")}));
}

void TestPlot::text_is_readable_on_every_ground_data() {
  QTest::addColumn<bool>("dark");
  QTest::newRow("light") << false;
  QTest::newRow("dark") << true;
}

void TestPlot::text_is_readable_on_every_ground() {
  QFETCH(bool, dark);
  using enum theme::Colour;
  const theme::Theme theme(dark);
  for (const auto text : {ink, muted, accent_text, ok, warn, error_text})
    for (const auto ground : {background, surface, hover, accent_ground})
      QVERIFY(contrast(theme(text), theme(ground)) >= 4.5);
  QVERIFY(contrast(theme(error_text), theme(error_ground)) >= 4.5);
  QVERIFY(contrast(theme(warn), theme(warn_ground)) >= 4.5);
  QVERIFY(contrast(theme(ok), theme(ok_ground)) >= 4.5);
  for (const auto mark : {mark_floor, mark_table, mark_group, mark_stable, mark_high})
    QVERIFY(contrast(theme(mark), theme(surface)) >= 3.0);
  QCOMPARE(theme::Theme(theme.palette()).dark(), dark);
}

QTEST_GUILESS_MAIN(TestPlot)
#include "tst_plot.moc"
