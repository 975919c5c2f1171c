// SPDX-License-Identifier: GPL-3.0-or-later
// A review on a wall: nothing is cut or shortened on the smallest and the largest wall, in every look, with the longest
// texts; keys alone lead through it; and what comes in while it is shown changes nothing.
#include <QApplication>
#include <QRegularExpression>
#include <QTest>

#include "tests/views/pictures.h"
#include "tests/views/reviews.h"
#include "translations/words.h"
#include "views/present/present_window.h"
#include "views/theme/theme.h"

using namespace tidemark;
using namespace tidemark::test;
using Over = views::PresentWindow::Over;

namespace {
QString without_spaces(QString text) {
  text.removeIf([](QChar c) { return c.isSpace(); });
  return text;
}

// Every line is in its box, the box on the wall, and no box upon another.
QString faults_of(const views::Sheet& sheet, QSizeF wall) {
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    const views::SetLine& line = sheet.lines[i];
    QFont font = theme::font(line.strong ? theme::Face::strong : theme::Face::text);
    font.setPixelSize(static_cast<int>(line.px));
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(line.text) > line.box.width() + 1) return QStringLiteral("too wide: ") + line.text;
    if (metrics.height() > line.box.height() + 1) return QStringLiteral("too high: ") + line.text;
    if (!QRectF({}, wall).contains(line.box)) return QStringLiteral("off the wall: ") + line.text;
    const bool foot = line.box.top() > sheet.room.bottom();
    if (!foot && line.box.bottom() > sheet.room.bottom() + 1) return QStringLiteral("in the foot: ") + line.text;
    for (std::size_t other = 0; other < i; ++other) {
      const QRectF shared = line.box.intersected(sheet.lines[other].box);
      if (shared.width() > 1 && shared.height() > 1)
        return QStringLiteral("over each other: ") + line.text + QStringLiteral(" / ") + sheet.lines[other].text;
    }
  }
  for (const views::SetMark& mark : sheet.marks)
    if (!sheet.room.adjusted(-1, -1, 1, 1).contains(mark.box)) return QStringLiteral("a mark off the wall");
  return {};
}

// Each word of each cell, in the order of its cell.
QString lost_of(const views::Slide& slide, const std::vector<views::Sheet>& sheets) {
  QString all;
  for (const views::Sheet& sheet : sheets) all += without_spaces(sheet.text());
  QStringList texts{slide.title, slide.beside};
  for (const auto* side : {&slide.head, &slide.left, &slide.right})
    for (const views::SlidePiece& piece : *side)
      for (const views::SlideCell& cell : piece.cells) texts << cell.label << cell.text;
  for (const QString& text : texts)
    for (const QString& word : text.split(QRegularExpression(QStringLiteral("\\s+"))))
      if (!all.contains(without_spaces(word))) return text;
  return {};
}
}  // namespace

class TestPresent final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
  }
  void nothing_is_cut_data();
  void nothing_is_cut();
  void keys_lead_through_it();
  void evidence_changes_and_overview_lie_over_it();
  void what_comes_in_changes_nothing();
  void looks_data();
  void looks();
  void a_card_of_nothing_is_a_page();

 private:
  std::shared_ptr<const ReviewView> review(const QString& name = QStringLiteral("reviewed")) {
    return review_data(reviewed_timeline(folder_, name)).review;
  }
  static std::string sentence() {
    std::string out;
    for (int i = 0; i < 300; ++i) out += "word" + std::to_string(i) + ' ';
    return out;
  }
  // Names as long as can be said, reasons and evidence by the dozen.
  std::shared_ptr<const ReviewView> longest() {
    const std::string file = reviewed_timeline(folder_, QStringLiteral("longest"));
    const std::string name = std::string(150, 'w'), text = "why " + sentence() + name;
    ReviewEvidence owner = evidence(EvidenceKind::attestation, "owner", "owner");
    owner.name = name;
    ReviewEvidence wordy = evidence(EvidenceKind::attestation, "audit-path", text.c_str(), Outcome::partial);
    need(write_evidence(file, {owner, wordy}, name));
    need(write_score(file, {"path=orders", "freshness", 5, name, text, {}, {}}, 1));
    auto out = std::make_shared<ReviewView>(*review_data(file).review);
    ReviewLine& line = out->rows.front().parent.row;
    line.row.title = "A row of one's own whose title is a sentence of its own, over lines";
    for (int i = 0; i < 60; ++i) {
      line.reasons.push_back("reason " + std::to_string(i) +
                             ": prod-eu-west-1/orders.invoices.settled.v2 missed its objective");
      line.proof.push_back(
          {ProofMeasure::minutes, "prod-eu-west-1/orders.invoices.settled.v2." + std::to_string(i), 1, 2, 3});
    }
    return out;
  }
  static std::unique_ptr<views::PresentWindow> wall(std::shared_ptr<const ReviewView> review,
                                                    QSize size = {1280, 720}) {
    auto out = std::make_unique<views::PresentWindow>(std::move(review));
    out->resize(size);
    out->show();
    QApplication::processEvents();
    return out;
  }

  QTemporaryDir folder_;
};

void TestPresent::nothing_is_cut_data() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<bool>("is_longest");
  for (const QSize size : {QSize(1280, 720), QSize(3840, 2160), QSize(1024, 768)})
    for (const bool is_longest : {false, true})
      QTest::addRow("%dx%d-%s", size.width(), size.height(), is_longest ? "longest" : "real") << size << is_longest;
}

void TestPresent::nothing_is_cut() {
  QFETCH(QSize, size);
  QFETCH(bool, is_longest);
  const auto shown = is_longest ? longest() : review();
  std::vector<views::Slide> slides = views::slides_of(*shown);
  for (const auto& branch : shown->rows) slides.push_back(views::evidence_slide(branch.parent.row));
  slides.push_back(views::changes_slide(*shown));
  slides.push_back(views::overview_slide(slides, 0));
  for (const views::Slide& slide : slides) {
    const auto sheets = views::sheets_of(slide, views::frozen_words(*shown), size);
    QVERIFY2(lost_of(slide, sheets).isEmpty(), qPrintable(lost_of(slide, sheets).left(200)));
    for (const views::Sheet& sheet : sheets)
      QVERIFY2(faults_of(sheet, size).isEmpty(),
               qPrintable(slide.title + QStringLiteral(": ") + faults_of(sheet, size).left(200)));
  }
  const auto window = wall(shown, size);
  for (const views::Sheet& sheet : window->pages())
    QVERIFY2(faults_of(sheet, size).isEmpty(), qPrintable(faults_of(sheet, size)));
  QVERIFY(window->pages().size() >= 14u);
}

void TestPresent::keys_lead_through_it() {
  const auto window = wall(review());
  QCOMPARE(window->page(), 0u);
  QVERIFY(window->accessibleDescription().contains(QStringLiteral("path=orders · Readiness")));
  QVERIFY(window->accessibleDescription().contains(QStringLiteral("evidence frozen 2")));
  QTest::keyClick(window.get(), Qt::Key_Left);
  QCOMPARE(window->page(), 0u);
  QTest::keyClick(window.get(), Qt::Key_Right);
  QCOMPARE(window->sheet().title, QStringLiteral("Freshness"));
  QTest::keyClick(window.get(), Qt::Key_End);
  QCOMPARE(window->page(), window->pages().size() - 1);
  QCOMPARE(window->sheet().title, QStringLiteral("Actions"));
  QTest::keyClick(window.get(), Qt::Key_Right);
  QCOMPARE(window->page(), window->pages().size() - 1);
  QTest::keyClick(window.get(), Qt::Key_Home);
  QCOMPARE(window->page(), 0u);
  QTest::keyClick(window.get(), Qt::Key_B);
  QVERIFY(window->black());
  QTest::keyClick(window.get(), Qt::Key_Right);
  QVERIFY(!window->black());
  QCOMPARE(window->page(), 0u);
  QVERIFY(window->show_row("recovery"));
  QCOMPARE(window->sheet().title, QStringLiteral("Recovery"));
  window->resize(3840, 2160);
  QApplication::processEvents();
  QCOMPARE(window->sheet().title, QStringLiteral("Recovery"));
  QVERIFY(!window->show_row("nothing of the kind"));
  QTest::keyClick(window.get(), Qt::Key_Escape);
  QVERIFY(!window->isVisible());
}

void TestPresent::evidence_changes_and_overview_lie_over_it() {
  const auto window = wall(review());
  QTest::keyClick(window.get(), Qt::Key_E);  // the first page rests on no evidence of its own
  QCOMPARE(window->sheet().title, QStringLiteral("path=orders · Readiness"));
  window->show_row("recovery");
  QTest::keyClick(window.get(), Qt::Key_E);
  QCOMPARE(window->sheet().title, QStringLiteral("Recovery: evidence"));
  QVERIFY(window->sheet().text().contains(QStringLiteral("Drill A: a connector task is stopped")));
  picture(*window, QStringLiteral("present-evidence"));
  QTest::keyClick(window.get(), Qt::Key_D);
  QCOMPARE(window->sheet().title, QStringLiteral("Changed since Q1"));
  QVERIFY2(window->sheet().text().contains(QStringLiteral("score 4 → 5 (system)")), qPrintable(window->sheet().text()));
  picture(*window, QStringLiteral("present-changes"));
  QTest::keyClick(window.get(), Qt::Key_Escape);
  QCOMPARE(window->sheet().title, QStringLiteral("Recovery"));
  QTest::keyClick(window.get(), Qt::Key_G);
  QCOMPARE(window->sheet().title, QStringLiteral("Overview"));
  picture(*window, QStringLiteral("present-overview"));
  QTest::keyClick(window.get(), Qt::Key_Down);
  QTest::keyClick(window.get(), Qt::Key_Return);
  QCOMPARE(window->sheet().title, QStringLiteral("Storage and scaling"));
}

void TestPresent::what_comes_in_changes_nothing() {
  const std::string file = reviewed_timeline(folder_, QStringLiteral("going on"));
  const auto window = wall(review_data(file).review);
  window->show_row("recovery");
  const QString before = window->sheet().text();
  need(write_evidence(file, {evidence(EvidenceKind::drill, "drill:A", "Drill A again", Outcome::fail)}, "ann"));
  QVERIFY(review_data(file).review->rows.size() == 12u);
  QTest::keyClick(window.get(), Qt::Key_Right);
  QTest::keyClick(window.get(), Qt::Key_Left);
  QCOMPARE(window->sheet().text(), before);
}

void TestPresent::looks_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<bool>("contrast");
  QTest::newRow("light") << false << false;
  QTest::newRow("dark") << true << false;
  QTest::newRow("contrast") << false << true;
}

void TestPresent::looks() {
  QFETCH(bool, dark);
  QFETCH(bool, contrast);
  theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
  const auto window = wall(review());
  if (contrast) QTest::keyClick(window.get(), Qt::Key_H);
  window->show_row("observability");
  const QImage image = picture(*window, QStringLiteral("present-%1").arg(QLatin1String(QTest::currentDataTag())));
  const QColor ground = image.pixelColor(2, 2);
  QCOMPARE(ground.lightnessF() < 0.5F, dark || contrast);
  if (contrast) QCOMPARE(ground, QColor(Qt::black));
  theme::apply(*qApp, theme::Mode::light);
}

void TestPresent::a_card_of_nothing_is_a_page() {
  const auto window = wall(review_data(reviewed_timeline(folder_), ReviewChoice{"path=fraud"}).review);
  QVERIFY(window->sheet().text().contains(QStringLiteral("No review was frozen before.")));
  window->show_row("freshness");
  QVERIFY(without_spaces(window->sheet().text()).contains(QStringLiteral("whatisnotshownisunknown,neverapass")));
  picture(*window, QStringLiteral("present-empty"));
}

QTEST_MAIN(TestPresent)
#include "tst_present.moc"
