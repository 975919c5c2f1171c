// SPDX-License-Identifier: GPL-3.0-or-later
// Notifier: tells the desktop when a finding becomes an error, once, by the notifications of freedesktop.org over
// D-Bus. What is wrong when the window opens is on screen and is not told; what closes is not either. Plain text only,
// of at most 300 letters. Where there is no such service nothing happens. Can be switched off, which is remembered.
// Thread rule: GUI thread; never waits for the desktop.
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <functional>

#include "models/analysis/alarms.h"

namespace tidemark::shell {

class Notifier final : public QObject {
  Q_OBJECT
 public:
  // `bus` is asked for when there is something to tell.
  explicit Notifier(std::function<QDBusConnection()> bus = &QDBusConnection::sessionBus, QObject* parent = nullptr);

  // A judgement of the newest there is; the same one again changes nothing.
  void judge(const AlarmRound& judgement);
  // Those of another timeline begin anew.
  void forget();
  void switch_on(bool on) { on_ = on; }

 private:
  void tell(const Transition& turn) const;

  std::function<QDBusConnection()> bus_;
  std::vector<Alarm> open_;
  std::optional<LocalTime> judged_;
  bool on_ = true;
};

bool notifications_chosen();
void choose_notifications(bool on);

}  // namespace tidemark::shell
