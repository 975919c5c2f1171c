// SPDX-License-Identifier: GPL-3.0-or-later
// DrillDesk: what the page of drills asks for is written into the logbook, by the functions that `tidemark drill`
// calls, off the GUI thread; and its keys, which are the page's while it is on top. Thread rule: GUI thread.
#pragma once

#include <QObject>

namespace tidemark::actions {
class Actions;
}
namespace tidemark::views {
class DrillsPage;
}

namespace tidemark::shell {
class Session;

class DrillDesk final : public QObject {
 public:
  DrillDesk(views::DrillsPage* page, Session* session, actions::Actions* actions);
  // Whether the page is on top: elsewhere its keys are free.
  void set_on_top(bool on_top);

 private:
  void connect_keys();
  void connect_writing();
  void connect_start();

  views::DrillsPage* page_;
  Session* session_;
  actions::Actions* actions_;
};

}  // namespace tidemark::shell
