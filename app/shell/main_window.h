// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: navigation, time range, the pages with the findings beneath them and the foot, and the wires between them
// and the session. It holds what is asked for (screen, time range, selection); everything shown comes from one
// ViewData. Thread rule: GUI thread.
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "app/shell/time_range.h"
#include "app/shell/view_history.h"
#include "models/analysis/places.h"
#include "models/analysis/view_data.h"

namespace tidemark::actions {
class Actions;
}
class QSplitter;
class QStackedWidget;
namespace tidemark::views {
class ConnectPage;
class FindingsDock;
class HealthBar;
class PresentWindow;
class StartPage;
class NavButton;
class TimeBar;
}  // namespace tidemark::views

namespace tidemark::shell {
class Collecting;
class DrillDesk;
class GoTo;
class Notifier;
class Pages;
class Session;

class MainWindow final : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(QWidget* parent = nullptr);
  ~MainWindow() override;

  void open(const std::string& timeline);
  // Where there is no timeline to open.
  void show_start();
  // What stands for the open file where its path says nothing to people.
  void name_file(const QString& name, const QString& hint) const;
  void show_screen(const Screen& screen);
  // A whole state: screen, selection, time.
  void show_request(const ViewRequest& request);
  // What view_link.h reads; another file is opened first.
  Result<> open_link(std::string_view link);
  // What the session brings; also the way of tests.
  void show_data(std::shared_ptr<const ViewData> view);
  Pages* pages() const { return pages_; }
  views::FindingsDock* findings() const { return findings_; }
  const ViewRequest& request() const { return request_; }
  actions::Actions* commands() const { return actions_; }
  GoTo* go_to() const { return go_to_; }

 signals:
  void asked(const tidemark::ViewRequest& request);

 protected:
  bool event(QEvent* event) override;

 private:
  using Act = std::function<void()>;
  void on(const char* command, const Act& act);
  void build();
  QWidget* build_views();
  QWidget* navigation();
  void connect_window();
  void connect_time();
  void connect_rows();
  void connect_choices();
  void connect_review();
  void connect_findings();
  void connect_incident();
  void connect_lanes();
  void connect_places();
  void show_look();
  TimeRange around(LocalTime at) const;
  void go_to_place(const Place& place, const NamedPlace& named, std::optional<LocalTime> at);
  void show_incident_from_here();
  void open_findings();
  void toggle_findings();
  void show_evidence(const DiagnosisRow& row);
  bool in_findings() const;  // the keyboard is
  void leave_findings();
  void ask();
  void set_range(const TimeRange& range);
  void show_range();
  void show_crosshair();
  void take_choice();
  void show_health();
  void show_counts();
  void copy(bool markdown);
  void connect_start();
  void connect_collecting();
  void show_connect();
  void choose_file();  // in a window of its own: never are the rows of one file beneath the name of another
  void open_beside(const QString& path);
  void show_kept();
  void present();
  void export_review();
  void export_run();
  LocalTime newest() const;

  actions::Actions* actions_;
  Session* session_;
  Notifier* notifier_;
  GoTo* go_to_;
  Collecting* collecting_;
  QStackedWidget* whole_ = nullptr;  // the start page and the views
  views::StartPage* start_ = nullptr;
  views::ConnectPage* connect_ = nullptr;
  QSplitter* split_ = nullptr;
  Pages* pages_ = nullptr;
  DrillDesk* drills_ = nullptr;
  views::FindingsDock* findings_ = nullptr;
  views::TimeBar* time_bar_ = nullptr;
  views::HealthBar* health_ = nullptr;
  std::vector<views::NavButton*> nav_;  // in the order of all_views()
  views::NavButton* nav_findings_ = nullptr;
  QPointer<views::PresentWindow> wall_;  // while a review is presented
  QString file_;                         // that is open
  QTimer clock_;
  ViewRequest request_;
  TimeRange range_;
  ViewHistory history_;
  std::shared_ptr<const ViewData> data_;  // the newest without an error
  std::optional<Error> error_;
  QString not_written_;  // why the last entry of the logbook could not be written
};

}  // namespace tidemark::shell
