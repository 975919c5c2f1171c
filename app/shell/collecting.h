// SPDX-License-Identifier: GPL-3.0-or-later
// Collecting: a collector that runs for a window, on a thread of its own, from start() until stop() or the end of the
// object, which commits what was handed over. Thread rule: GUI thread; what it tells comes there too.
#pragma once

#include <QObject>
#include <QString>
#include <thread>

#include "models/domain/profile.h"

namespace tidemark::shell {

class Collecting final : public QObject {
  Q_OBJECT
 public:
  explicit Collecting(QObject* parent = nullptr) : QObject(parent) {}
  ~Collecting() override;

  // One at a time: an earlier one is ended first.
  void start(const Profile& profile, const std::string& timeline);
  // Does not wait: `ended` comes.
  void stop();
  bool runs() const { return runs_; }

 signals:
  void started(const QString& timeline);
  void warned(const QString& line);
  // Empty: it was asked to.
  void ended(const QString& error);

 private:
  void tell_end(const QString& error);

  bool runs_ = false;
  std::jthread thread_;  // last: ends before what it uses
};

}  // namespace tidemark::shell
