// SPDX-License-Identifier: GPL-3.0-or-later
// Session: the GUI thread's end of the watch. It takes the newest ViewData when the watch's thread wakes it by one
// posted event, and hands it on. The GUI thread never enters the timeline. Thread rule: GUI thread; only the posted
// event comes from another.
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "app/session/watch.h"
#include "models/analysis/places.h"
#include "models/timeline/keep.h"

namespace tidemark::shell {

class Session final : public QObject {
  Q_OBJECT
 public:
  explicit Session(QObject* parent = nullptr) : QObject(parent) {}
  ~Session() override = default;

  void open(const std::string& path, const ViewRequest& first);
  void ask(const ViewRequest& request);
  // These write into the logbook, not on this thread; then the view comes again.
  void snooze(const Snoozed& said);
  // Of an object, or of the time as such.
  void note(LocalTime at, const QString& object, const QString& text);
  void hide_note(const QString& uuid);
  // Anything else that is written; written() tells how it went.
  void write(std::function<Result<>(const std::string& timeline)> what);
  // On the watch's thread, which may wait for files; then the view comes again.
  void perform(std::function<void(const std::string& timeline)> what);
  // What the timeline keeps, with a change that is not made yet; and the change itself. Not on this thread.
  void look_at_kept(const KeepChange& change);
  void keep(const KeepChange& change);
  // What can be gone to by its name. Not on this thread.
  void find_places();

 signals:
  void places(const std::shared_ptr<const tidemark::Places>& found);  // none where the file cannot be read
  void kept(const std::shared_ptr<const Result<Kept>>& kept);
  void keeps(const QString& error);  // after keep(); empty: it does
  void arrived(const std::shared_ptr<const tidemark::ViewData>& data);
  void written(const QString& error);  // into the logbook; empty: it is

 protected:
  bool event(QEvent* event) override;

 private:
  std::string path_;
  std::unique_ptr<TimelineWatch> watch_;
};

}  // namespace tidemark::shell
