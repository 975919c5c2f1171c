// SPDX-License-Identifier: GPL-3.0-or-later
// A drill over a lake whose catalog refused commits for twenty minutes, in a real logbook beside a real timeline.
#pragma once

#include "app/session/drill_file.h"
#include "app/session/drill_store.h"
#include "app/session/drill_watch.h"
#include "app/session/load_drills.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"
#include "tests/views/loaded.h"
#include "tests/views/reviews.h"

namespace tidemark::test {

class DrilledLake final {
 public:
  // Plays the story with its start two hours ago.
  DrilledLake(const QTemporaryDir& folder, const QString& name)
      : file_(folder.filePath(name + QStringLiteral(".tidemark")).toStdString()) {
    start_ = LocalTime(std::chrono::duration_cast<Millis>(std::chrono::system_clock::now().time_since_epoch())) -
             std::chrono::hours(2);
    QByteArray story = QByteArray::fromStdString(
        text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-repaired.json")));
    story.replace("2026-01-01T02:10:00Z", QByteArray::fromStdString(rfc3339(start_)));
    play_into(story.toStdString(), file_);
  }
  const std::string& file() const { return file_; }
  LocalTime at(int poll) const { return start_ + Millis(10'000 * std::int64_t{poll}); }

  DrillRun draft(int poll) const {
    DrillRun run;
    run.of = need(drill_named(need(read_drills({})), "C"));
    run.scope = "path=orders";
    run.owner = "ann";
    run.approver = "kim";
    run.stop = "an hour late";
    run.at = at(poll);
    return run;
  }
  BegunDrill begin(int poll, StartHow how = StartHow::where_steady) const {
    const auto timeline = need(TimelineReader::open(file_));
    Filter filter;
    filter.path = {"orders"};
    return need(begin_drill({*timeline, file_, filter}, draft(poll), how, "ann"));
  }
  void stamp(const std::string& step, int poll) const {
    DrillStamp stamp;
    stamp.step = step;
    stamp.at = at(poll);
    stamp.by = "bob";
    need(stamp_drill(file_, {}, stamp, "ann"));
  }
  void stamp_all() const {
    stamp("deny", 182);
    stamp("wait", 240);
    stamp("allow", 296);
  }
  void judge(Outcome outcome, const std::string& why, int poll) const {
    const auto timeline = need(TimelineReader::open(file_));
    const DrillRun run = need(drill_run(need(drills_of(file_)), {}));
    DrillVerdict verdict = verdict_of(need(shown_drill({*timeline, file_, {}}, run, at(poll))), at(poll));
    verdict.human = outcome;
    verdict.name = "Kim";
    verdict.text = why;
    need(write_verdict(file_, run.id, verdict, "ann"));
  }
  std::shared_ptr<const DrillsView> view(int poll, const std::string& chosen = {}) const {
    const auto timeline = need(TimelineReader::open(file_));
    return need(load_drills(*timeline, file_, chosen, at(poll)));
  }

 private:
  std::string file_;
  LocalTime start_;
};

}  // namespace tidemark::test
