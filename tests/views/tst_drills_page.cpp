// SPDX-License-Identifier: GPL-3.0-or-later
// The page of drills over a real drill, looked at: the library without one, the run sheet from its start to a verdict,
// what the keys ask for, the failure matrix.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/actions/actions.h"
#include "app/session/finding_text.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "models/items/drill_models.h"
#include "tests/views/drills.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/drills/drills_page.h"
#include "views/theme/theme.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using namespace tidemark::test;
using views::DrillsPage;

Q_DECLARE_METATYPE(tidemark::DrillStamp)
Q_DECLARE_METATYPE(tidemark::DrillAbort)
Q_DECLARE_METATYPE(tidemark::DrillVerdict)

class TestDrillsPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    install_words(*qApp, QLocale(QLocale::English));
    theme::apply(*qApp, theme::Mode::light);
    lake_ = std::make_unique<DrilledLake>(folder_, QStringLiteral("lake"));
  }

  void without_a_drill_the_library_is_shown() {
    DrillsPage page;
    show(page, lake_->view(175));
    QCOMPARE(page.said().title, QStringLiteral("No drill was started"));
    QVERIFY(page.said().note.startsWith(QStringLiteral("0 of ")));
    QCOMPARE(page.rows(), page.library());
    QVERIFY(page.library()->rows()->rowCount() >= 9);
    QCOMPARE(text(page.library(), 0, DrillModel::verdict), QStringLiteral("never rehearsed"));
    QSignalSpy asked(&page, &DrillsPage::stamped);
    page.stamp();
    page.take_back();
    page.ask_abort();
    page.ask_verdict();
    QCOMPARE(asked.size(), 0);
    QVERIFY(page.findChildren<QDialog*>().isEmpty());
    picture(page, QStringLiteral("drills-library"));
    page.show_tab(DrillsPage::sheet_tab);
    QApplication::processEvents();
    picture(page, QStringLiteral("drills-none"));
  }

  void one_begins_where_all_is_well() {
    DrillsPage page;
    show(page, lake_->view(250));
    QSignalSpy asked(&page, &DrillsPage::start_asked);
    page.library()->setCurrentIndex(page.library()->rows()->find("C"));
    page.ask_start();
    auto* dialog = page.findChild<QDialog*>();
    QVERIFY(dialog);
    dialog->findChild<QComboBox*>()->setCurrentText(QStringLiteral("path=orders"));
    const QStringList said{"ann", "kim", "an hour late"};
    const auto fields = [&] {
      QList<QLineEdit*> out;
      for (auto* one : dialog->findChildren<QLineEdit*>())
        if (one->parent() == dialog) out << one;
      return out;
    }();
    for (int i = 0; i < said.size(); ++i) fields[i]->setText(said[i]);
    button(*dialog, "Start")->click();
    QCOMPARE(asked.size(), 1);
    const auto run = asked.front().at(0).value<DrillRun>();
    QCOMPARE(run.scope, std::string("path=orders"));
    QCOMPARE(run.approver, std::string("kim"));
    QCOMPARE(asked.front().at(1).toBool(), true);
    QCOMPARE(asked.front().at(2).toBool(), false);
    // What the session says of a lake that does not land.
    const BegunDrill begun = lake_->begin(250);
    QVERIFY(!begun.entry);
    page.show_start(start_of(begun.before, begun.steady, {}, finding_text), {});
    QApplication::processEvents();
    QVERIFY(button(*dialog, "Start anyway")->isEnabled());
    QVERIFY(label(*dialog, QStringLiteral("Whether it may start")).startsWith(QStringLiteral("Not all is well")));
    picture(*dialog, QStringLiteral("drills-cannot-start"));
    button(*dialog, "Start anyway")->click();
    QCOMPARE(asked.back().at(2).toBool(), true);
    page.show_start({}, QStringLiteral("a drill of this scope runs already"));
    QVERIFY(!button(*dialog, "Start anyway")->isEnabled());
    const QPointer<QDialog> open(dialog);
    page.show_start({{}, true, "1234"}, {});
    QTRY_VERIFY(!open);
  }

  void a_run_sheet_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1040, 570);
    QTest::newRow("dark") << true << QSize(1404, 800);
  }
  void a_run_sheet() {
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
    if (!dark) {
      QVERIFY(lake_->begin(175).entry);
      lake_->stamp("deny", 182);
    }
    DrillsPage page;
    show(page, lake_->view(190), size);
    QVERIFY2(page.said().title.startsWith(QStringLiteral("Drill C has run for ")), qPrintable(page.said().title));
    QVERIFY2(page.said().detail.startsWith(QStringLiteral("1 of 4 steps are done. Next: Wait for three")),
             qPrintable(page.said().detail));
    RowView* steps = page.sheet()->steps();
    QCOMPARE(page.rows(), steps);
    QCOMPARE(text(steps, 0, StepModel::state), QStringLiteral("done"));
    QCOMPARE(text(steps, 0, StepModel::who), QStringLiteral("bob"));
    QCOMPARE(text(steps, 1, StepModel::state), QStringLiteral("next"));
    QCOMPARE(text(steps, 3, StepModel::state), QStringLiteral("optional"));
    QCOMPARE(page.sheet()->verdict()->said().title, QStringLiteral("Proposed: inconclusive"));
    picture(page, QStringLiteral("drills-sheet-%1").arg(QLatin1String(QTest::currentDataTag())));
    theme::apply(*qApp, theme::Mode::light);
  }

  void keys_ask_for_what_is_written() {
    DrillsPage page;
    show(page, lake_->view(190));
    QSignalSpy stamped(&page, &DrillsPage::stamped);
    page.stamp();
    QCOMPARE(stamped.size(), 1);
    QCOMPARE(stamped.front().at(1).value<DrillStamp>().step, std::string("wait"));
    // Another step may be done first.
    page.sheet()->steps()->setCurrentIndex(page.sheet()->steps()->rows()->index(2, 0));
    page.stamp();
    QCOMPARE(stamped.back().at(1).value<DrillStamp>().step, std::string("allow"));
    QSignalSpy back(&page, &DrillsPage::taken_back);
    page.sheet()->steps()->setCurrentIndex(page.sheet()->steps()->rows()->index(0, 0));
    page.take_back();
    QCOMPARE(back.front().at(1).value<std::string>(), std::string("deny"));
    QSignalSpy aborted(&page, &DrillsPage::aborted);
    page.ask_abort();
    auto* abort = page.findChild<QDialog*>();
    QVERIFY(!button(*abort, "Abort")->isEnabled());
    abort->findChild<QLineEdit*>()->setText(QStringLiteral("readers are late"));
    button(*abort, "Abort")->click();
    QCOMPARE(aborted.front().at(1).value<DrillAbort>().reason, std::string("readers are late"));
  }

  void a_person_says_the_verdict() {
    lake_->stamp("wait", 240);
    lake_->stamp("allow", 296);
    DrillsPage page;
    show(page, lake_->view(355));
    QCOMPARE(page.sheet()->verdict()->said().title, QStringLiteral("Proposed: pass"));
    QCOMPARE(page.sheet()->verdict()->said().level, Level::fine);
    QSignalSpy judged(&page, &DrillsPage::judged);
    page.ask_verdict();
    auto* dialog = page.findChild<QDialog*>();
    auto* say = button(*dialog, "Say it");
    const auto fields = dialog->findChildren<QLineEdit*>();
    QVERIFY(!say->isEnabled());
    fields[0]->setText(QStringLiteral("Kim"));
    QVERIFY(say->isEnabled());
    auto* result = dialog->findChild<QComboBox*>();
    result->setCurrentIndex(result->findText(QStringLiteral("partial")));
    QVERIFY(!say->isEnabled());  // another one needs a reason
    fields[1]->setText(QStringLiteral("by hand"));
    QVERIFY(say->isEnabled());
    QApplication::processEvents();
    picture(*dialog, QStringLiteral("drills-verdict"));
    say->click();
    const auto verdict = judged.front().at(1).value<DrillVerdict>();
    QCOMPARE(verdict.human, Outcome::partial);
    QCOMPARE(verdict.proposed, Outcome::pass);
    QCOMPARE(verdict.at, lake_->at(355));
    need(write_verdict(lake_->file(), judged.front().at(0).value<std::string>(), verdict, "ann"));
    show(page, lake_->view(356));
    QCOMPARE(page.said().title, QStringLiteral("1 drill on record"));
    QCOMPARE(page.sheet()->verdict()->said().title, QStringLiteral("Kim says: partial"));
    QCOMPARE(page.sheet()->verdict()->said().note, QStringLiteral("proposed was pass: by hand"));
    picture(page, QStringLiteral("drills-over"));
  }

  void the_matrix() {
    DrillsPage page;
    show(page, lake_->view(357));
    page.show_tab(DrillsPage::matrix_tab);
    QApplication::processEvents();
    QVERIFY2(page.said().note.startsWith(QStringLiteral("1 of ")), qPrintable(page.said().note));
    const auto* model = static_cast<const MatrixModel*>(page.matrix()->rows());
    QVERIFY(model->columnCount() > MatrixModel::first_path);
    const QModelIndex row = model->find("catalog-unavailable");
    int rehearsed = 0;
    for (int i = MatrixModel::first_path; i < model->columnCount(); ++i)
      if (model->cell(row.siblingAtColumn(i)).text == QStringLiteral("partial")) ++rehearsed;
    QCOMPARE(rehearsed, 1);
    picture(page, QStringLiteral("drills-matrix"));
    page.show_tab(DrillsPage::library_tab);
    QApplication::processEvents();
    picture(page, QStringLiteral("drills-library-one"));
  }

  void the_window_writes_what_the_keys_say() {
    const DrilledLake lake(folder_, QStringLiteral("window"));
    QVERIFY(lake.begin(175).entry);
    shell::MainWindow window;
    const QAction* key = window.commands()->action("drill.stamp");
    QVERIFY(!key->isEnabled());  // on another page the keys are free
    window.open(lake.file());
    window.show_screen(Screen::drills);
    QVERIFY(key->isEnabled());
    const auto* page = window.pages()->get<DrillsPage>();
    QTRY_VERIFY_WITH_TIMEOUT(page->sheet()->sheet(), 60'000);
    window.commands()->action("drill.stamp")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(text(page->sheet()->steps(), 0, StepModel::state), QStringLiteral("done"), 60'000);
    QCOMPARE(need(drills_of(lake.file())).front().stamps.front().step, std::string("deny"));
    window.commands()->action("drill.undo")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(text(page->sheet()->steps(), 0, StepModel::state), QStringLiteral("next"), 60'000);
  }

  void foreign_words_stay_words() {
    DrilledLake lake(folder_, QStringLiteral("hostile"));
    DrillRun run = lake.draft(175);
    run.scope = "path=<b>" + std::string(90, 'w');
    run.owner = "<i>\u202e" + std::string(90, 'o');
    run.before = {{"people", Outcome::pass, {"D15", {}, {}}}};
    need(start_drill(lake.file(), run, run.owner));
    DrillStamp stamp;
    stamp.note = "<script>" + std::string(200, 'n');
    stamp.at = lake.at(180);
    stamp.by = run.owner;
    need(stamp_drill(lake.file(), {}, stamp, "ann"));
    DrillsPage page;
    show(page, lake.view(190), {1040, 570});
    QVERIFY(page.minimumSizeHint().width() <= 1040);
    picture(page, QStringLiteral("drills-hostile"));
    page.show_tab(DrillsPage::matrix_tab);
    QApplication::processEvents();
    picture(page, QStringLiteral("drills-hostile-matrix"));
  }

  void a_logbook_that_cannot_be_read_is_named() {
    auto view = std::make_shared<DrillsView>();
    view->error = Error{ErrorCode::input, "the row of a drill-stamp was changed", "lake.logbook", "restore it"};
    DrillsPage page;
    show(page, view);
    QCOMPARE(page.said().level, Level::error);
    QCOMPARE(page.said().title, QStringLiteral("No drills"));
    QVERIFY(page.said().detail.contains(QStringLiteral("drill-stamp")));
  }

 private:
  using RowView = views::RowView;
  static void show(DrillsPage& page, const std::shared_ptr<const DrillsView>& view, QSize size = {1404, 800}) {
    page.resize(size);
    page.show_drills(view);
    page.show();
    QApplication::processEvents();
  }
  static QString text(const RowView* view, int row, int column) {
    return view->rows()->cell(view->rows()->index(row, column)).text;
  }
  static QPushButton* button(const QWidget& in, const char* words) {
    for (auto* one : in.findChildren<QPushButton*>())
      if (one->text() == QLatin1String(words)) return one;
    qFatal("no button %s", words);
  }

  QTemporaryDir folder_;
  std::unique_ptr<DrilledLake> lake_;
};

QTEST_MAIN(TestDrillsPage)
#include "tst_drills_page.moc"
