// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/collecting.h"

#include "app/session/collect_session.h"
#include "app/settings/secrets.h"
#include "models/domain/clock.h"
#include "models/items/format.h"

namespace tidemark::shell {
namespace {
constexpr Millis slice{250};

// There is nobody to ask behind a window's back.
std::optional<std::string> nobody(const std::string&) { return std::nullopt; }
}  // namespace

Collecting::~Collecting() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Collecting::tell_end(const QString& error) {
  QMetaObject::invokeMethod(
      this,
      [this, error] {
        runs_ = false;
        emit ended(error);
      },
      Qt::QueuedConnection);
}

void Collecting::start(const Profile& profile, const std::string& timeline) {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
  runs_ = true;
  thread_ = std::jthread([this, profile, timeline](const std::stop_token& stop) {
    const SystemClock clock;
    const Secrets secrets(nobody);
    CollectOptions options;
    options.say = [this](const std::string& line, bool warning) {
      if (!warning) return;
      QMetaObject::invokeMethod(this, [this, text = format::text(line)] { emit warned(text); }, Qt::QueuedConnection);
    };
    const auto session = CollectSession::open(profile, timeline, secrets, clock, std::move(options));
    if (!session) return tell_end(format::text(session.error().line()));
    (*session)->start();
    QMetaObject::invokeMethod(
        this, [this, timeline] { emit started(QString::fromStdString(timeline)); }, Qt::QueuedConnection);
    while (clock.wait(stop, slice)) continue;
    const auto closed = (*session)->close();
    tell_end(closed ? QString() : format::text(closed.error().line()));
  });
}

void Collecting::stop() { thread_.request_stop(); }

}  // namespace tidemark::shell
