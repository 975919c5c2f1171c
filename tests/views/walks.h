// SPDX-License-Identifier: GPL-3.0-or-later
// The two walks of the window: from the start page to a record's journey in the clipboard, and from a scorecard to the
// file of its presentation. Thread rule: GUI thread.
#pragma once

#include <QAbstractItemView>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <algorithm>

#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/recent_files.h"
#include "models/items/tree_model.h"
#include "tests/views/walk.h"
#include "views/home/home_page.h"
#include "views/incident/incident_page.h"
#include "views/incident/lanes_view.h"
#include "views/path/path_page.h"
#include "views/present/present_window.h"
#include "views/scorecard/scorecard_page.h"
#include "views/start/start_page.h"
#include "views/tide/tide_page.h"
#include "views/tide/tide_view.h"

namespace tidemark::test {

// What has the keyboard gets the key.
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QWidget* widget = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
  if (!widget) qFatal("nothing has the keyboard");
  QTest::keyClick(widget, key, modifiers);
}

inline void click(QAbstractItemView& rows, const QModelIndex& index) {
  QTest::mouseClick(rows.viewport(), Qt::LeftButton, {}, rows.visualRect(index).center());
}

inline bool said(const QWidget& page, const QString& words) {
  const auto labels = page.findChildren<QLabel*>();
  return std::ranges::any_of(labels,
                             [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
}

// The demo's timeline is among those that were open; what is copied stays in the clipboard.
inline void walk_to_a_journey(Walk& walk, const std::string& timeline) {
  shell::remember_file(QString::fromStdString(timeline));
  shell::MainWindow window;
  window.show_start();
  const auto page = [&]<class P>(P*) { return window.pages()->get<P>(); };
  auto* home = page(static_cast<views::HomePage*>(nullptr));
  auto* path = page(static_cast<views::PathPage*>(nullptr));
  auto* incident = page(static_cast<views::IncidentPage*>(nullptr));
  auto* tide = page(static_cast<views::TidePage*>(nullptr));
  const auto rows_of = [](const views::RowView* view) { return view->model()->rowCount(); };

  walk.step("start page", [&] { window.show(); }, [&] { return window.isActiveWindow(); });
  walk.step("demo", [&] { press(Qt::Key_Return); }, [&] { return home->isVisible() && rows_of(home->table()) > 0; });
  walk.step(
      "worst pipeline", [&] { press(Qt::Key_Home), press(Qt::Key_Down); },
      [&] { return home->late_since().has_value(); });
  walk.step("its path", [&] { press(Qt::Key_Return); }, [&] { return path->isVisible() && rows_of(path->rows()) > 0; });
  walk.step(
      "incident", [&] { press(Qt::Key_I); },
      [&] { return incident->isVisible() && incident->lanes()->shown() > 0 && rows_of(incident->rows()) > 0; });
  walk.step(
      "order of onset",
      [&] {
        click(*incident->rows(), incident->rows()->model()->index(0, 0));
        press(Qt::Key_Return);
      },
      [&] { return incident->crosshair().has_value(); });
  walk.step("back to the path", [&] { press(Qt::Key_Left, Qt::AltModifier); }, [&] { return path->isVisible(); });
  walk.step(
      "chart of its worst partition",
      [&] {
        click(*path->rows(), path->rows()->model()->index(0, 0));
        press(Qt::Key_Return);
      },
      [&] { return tide->isVisible() && tide->view()->chart() && tide->view()->drawn_points() > 0; });
  walk.step(
      "record journey",
      [&] {
        const QPoint middle(tide->view()->width() / 2, tide->view()->height() / 2);
        QTest::mouseMove(tide->view(), middle);
        press(Qt::Key_Return);
      },
      [&] { return said(*tide, QStringLiteral("readable")); });
  QApplication::clipboard()->clear();
  walk.step(
      "copied as Markdown", [&] { press(Qt::Key_Y); }, [] { return !QApplication::clipboard()->text().isEmpty(); });
}

// Of a timeline with a review; `file` is written.
inline void walk_to_an_export(Walk& walk, const std::string& timeline, const QString& file) {
  shell::MainWindow window;
  window.open(timeline);
  window.show();
  if (!QTest::qWaitForWindowActive(&window)) qFatal("no window");
  auto* card = window.pages()->get<views::ScorecardPage>();
  const auto wall = [&] { return window.findChild<views::PresentWindow*>(); };
  const auto dialog = [&]() -> QFileDialog* {
    return wall() ? wall()->findChild<QFileDialog*>(QStringLiteral("export")) : nullptr;
  };
  walk.step(
      "scorecard", [] { press(Qt::Key_E, Qt::ControlModifier); },
      [&] { return card->isVisible() && card->rows()->model()->rowCount() > 0; });
  walk.step("present", [] { press(Qt::Key_F5); }, [&] { return wall() && wall()->isActiveWindow(); });
  walk.step("next page", [] { press(Qt::Key_Right); }, [&] { return wall()->page() > 0; });
  walk.step("evidence", [] { press(Qt::Key_E); }, [] { return true; });
  walk.step(
      "where to", [] { press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier); },
      [&] { return dialog() && dialog()->isVisible(); });
  auto* name = dialog()->findChild<QLineEdit*>();
  walk.step("its name", [&] { QTest::keyClicks(name, file); }, [&] { return name->text() == file; });
  walk.step("export", [&] { QTest::keyClick(name, Qt::Key_Return); }, [&] { return QFileInfo(file).size() > 0; });
  walk.step("back to the page", [&] { QTest::keyClick(wall(), Qt::Key_Escape); }, [&] { return wall()->isVisible(); });
}

}  // namespace tidemark::test
