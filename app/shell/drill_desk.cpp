// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/drill_desk.h"

#include <QAction>

#include "app/actions/actions.h"
#include "app/session/drill_store.h"
#include "app/session/drill_watch.h"
#include "app/session/finding_text.h"
#include "app/session/review_scope.h"
#include "app/shell/session.h"
#include "models/domain/clock.h"
#include "models/items/format.h"
#include "models/timeline/reader.h"
#include "views/drills/drills_page.h"

namespace tidemark::shell {
namespace {
constexpr const char* keys[] = {"drill.stamp", "drill.undo", "drill.abort", "drill.verdict", "drill.start"};

// Looks at the timeline, and starts where it is to be and may be.
Result<DrillStart> begin(const std::string& file, DrillRun run, StartHow how) {
  TM_TRY(const auto timeline, TimelineReader::open(file));
  DrillWatching watching{*timeline, file, {}};
  TM_TRY(watching.filter, scope_filter(run.scope));
  run.scope = scope_text(watching.filter);
  run.at = SystemClock().now();
  TM_TRY(const BegunDrill begun, begin_drill(watching, std::move(run), how, {}));
  return start_of(begun.before, begun.steady, begun.entry ? begun.entry->uuid : std::string(), finding_text);
}
}  // namespace

DrillDesk::DrillDesk(views::DrillsPage* page, Session* session, actions::Actions* actions)
    : QObject(page), page_(page), session_(session), actions_(actions) {
  connect_keys();
  connect_writing();
  connect_start();
  set_on_top(false);
}

void DrillDesk::set_on_top(bool on_top) {
  for (const char* id : keys) actions_->action(id)->setEnabled(on_top);
}

void DrillDesk::connect_keys() {
  const auto on = [this](const char* id, void (views::DrillsPage::*act)()) {
    connect(actions_->action(id), &QAction::triggered, page_, act);
  };
  on("drill.stamp", &views::DrillsPage::stamp);
  on("drill.undo", &views::DrillsPage::take_back);
  on("drill.abort", &views::DrillsPage::ask_abort);
  on("drill.verdict", &views::DrillsPage::ask_verdict);
  on("drill.start", &views::DrillsPage::ask_start);
}

void DrillDesk::connect_writing() {
  connect(page_, &views::DrillsPage::stamped, this, [this](const std::string& drill, DrillStamp stamp) {
    stamp.at = SystemClock().now();
    session_->write([drill, stamp](const std::string& timeline) -> Result<> {
      TM_CHECK(stamp_drill(timeline, drill, stamp, {}));
      return {};
    });
  });
  connect(page_, &views::DrillsPage::taken_back, this, [this](const std::string& drill, const std::string& step) {
    session_->write([drill, step](const std::string& timeline) -> Result<> {
      TM_CHECK(undo_stamp(timeline, drill, step, {}, {}));
      return {};
    });
  });
  connect(page_, &views::DrillsPage::aborted, this, [this](const std::string& drill, DrillAbort abort) {
    abort.at = SystemClock().now();
    session_->write([drill, abort](const std::string& timeline) -> Result<> {
      TM_CHECK(abort_drill(timeline, drill, abort, {}));
      return {};
    });
  });
  connect(page_, &views::DrillsPage::judged, this, [this](const std::string& drill, const DrillVerdict& verdict) {
    session_->write([drill, verdict](const std::string& timeline) -> Result<> {
      TM_CHECK(write_verdict(timeline, drill, verdict, {}));
      return {};
    });
  });
}

void DrillDesk::connect_start() {
  connect(page_, &views::DrillsPage::start_asked, this, [this](const DrillRun& run, bool begins, bool anyway) {
    const StartHow how = !begins ? StartHow::look : anyway ? StartHow::anyway : StartHow::where_steady;
    session_->perform([this, run, how](const std::string& timeline) {
      auto begun = std::make_shared<const Result<DrillStart>>(begin(timeline, run, how));
      QMetaObject::invokeMethod(
          page_,
          [page = page_, begun] {
            page->show_start(*begun ? **begun : DrillStart(), *begun ? QString() : format::text(begun->error().line()));
          },
          Qt::QueuedConnection);
    });
  });
}

}  // namespace tidemark::shell
