// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/session.h"

#include <QCoreApplication>
#include <QEvent>

#include "app/session/load_places.h"
#include "app/session/people.h"
#include "models/items/format.h"

namespace tidemark::shell {
namespace {
QEvent::Type wake_type() {
  static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
  return type;
}
}  // namespace

void Session::open(const std::string& path, const ViewRequest& first) {
  const QEvent::Type type = wake_type();
  path_ = path;
  watch_ = std::make_unique<TimelineWatch>(path, TimelineReader::Origin::own, first,
                                           [this, type] { QCoreApplication::postEvent(this, new QEvent(type)); });
}

void Session::ask(const ViewRequest& request) {
  if (watch_) watch_->show(request);
}

void Session::perform(std::function<void(const std::string& timeline)> what) {
  if (watch_) watch_->perform([path = path_, what = std::move(what)] { what(path); });
}

void Session::write(std::function<Result<>(const std::string& timeline)> what) {
  if (!watch_) return;
  watch_->perform([this, path = path_, what = std::move(what)] {
    const Result<> done = what(path);
    const QString error = done ? QString() : format::text(done.error().line());
    QMetaObject::invokeMethod(this, [this, error] { emit written(error); }, Qt::QueuedConnection);
  });
}

void Session::snooze(const Snoozed& said) {
  write([said](const std::string& timeline) -> Result<> {
    Snoozed snooze = said;
    TM_CHECK(write_snooze(timeline, snooze));
    return {};
  });
}

void Session::note(LocalTime at, const QString& object, const QString& text) {
  const std::optional<Object> of = object.isEmpty() ? std::nullopt : std::optional(Object(object.toStdString()));
  write([note = Note{at, of, text.toStdString(), {}}](const std::string& timeline) -> Result<> {
    Note said = note;
    TM_CHECK(write_note(timeline, said));
    return {};
  });
}

void Session::hide_note(const QString& uuid) {
  write([uuid = uuid.toStdString()](const std::string& timeline) -> Result<> {
    TM_CHECK(tidemark::hide_note(timeline, uuid, {}));
    return {};
  });
}

void Session::look_at_kept(const KeepChange& change) {
  if (!watch_) return;
  watch_->perform([this, path = path_, change] {
    auto found = std::make_shared<const Result<Kept>>(what_it_keeps(path, change));
    QMetaObject::invokeMethod(this, [this, found] { emit kept(found); }, Qt::QueuedConnection);
  });
}

void Session::keep(const KeepChange& change) {
  if (!watch_) return;
  watch_->perform([this, path = path_, change] {
    const Result<> done = tidemark::keep(path, change);
    const QString error = done ? QString() : format::text(done.error().line());
    QMetaObject::invokeMethod(this, [this, error] { emit keeps(error); }, Qt::QueuedConnection);
  });
}

void Session::find_places() {
  if (!watch_) return;
  watch_->perform([this, path = path_] {
    auto found = load_places(path);
    auto shared = std::make_shared<const Places>(found ? std::move(*found) : Places());
    QMetaObject::invokeMethod(this, [this, shared] { emit places(shared); }, Qt::QueuedConnection);
  });
}

bool Session::event(QEvent* event) {
  if (event->type() != wake_type()) return QObject::event(event);
  if (watch_)
    if (const auto data = watch_->take()) emit arrived(*data);
  return true;
}

}  // namespace tidemark::shell
