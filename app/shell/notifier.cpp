// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/notifier.h"

#include <QDBusMessage>
#include <QVariantMap>
#include <algorithm>

#include "app/shell/window_settings.h"
#include "models/items/format.h"

namespace tidemark::shell {
namespace {
constexpr QLatin1String key("notifications");
constexpr qsizetype longest = 300;

QString text_in(const CellRecord& record, std::string_view name) {
  const auto field = std::ranges::find(record, name, &CellField::name);
  const auto* text = field == record.end() ? nullptr : std::get_if<std::string>(&field->cell.value);
  return text ? format::text(*text) : QString();
}

// Some desktops read markup in the text: it has none.
QString plain(QString text) {
  text.replace(QLatin1Char('<'), QChar(0x2039)).replace(QLatin1Char('>'), QChar(0x203A));
  text.replace(QLatin1Char('&'), QLatin1Char('+'));
  return text.left(longest);
}
}  // namespace

Notifier::Notifier(std::function<QDBusConnection()> bus, QObject* parent) : QObject(parent), bus_(std::move(bus)) {}

void Notifier::judge(const AlarmRound& judgement) {
  if (judged_ && judgement.at <= *judged_) return;
  const bool first = !judged_;
  judged_ = judgement.at;
  AlarmStep step = alarm_step(std::move(open_), judgement);
  open_ = std::move(step.open);
  if (first || !on_) return;
  for (const Transition& turn : step.transitions)
    if (turn.turn != Turn::closed && turn.alarm.severity == Severity::error) tell(turn);
}

void Notifier::forget() {
  open_.clear();
  judged_.reset();
}

void Notifier::tell(const Transition& turn) const {
  QDBusConnection bus = bus_();
  if (!bus.isConnected()) return;
  const QString path = text_in(turn.alarm.record, "path");
  const QString summary = path.isEmpty() ? tr("Error") : tr("Error: %1").arg(path);
  QDBusMessage message = QDBusMessage::createMethodCall(
      QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
      QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
  const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue<uchar>(2)},
                          {QStringLiteral("desktop-entry"), QStringLiteral("io.github.tidemark.Tidemark")}};
  message << QStringLiteral("Tidemark") << 0U << QString() << plain(summary)
          << plain(text_in(turn.alarm.record, "title")) << QStringList() << hints << -1;
  bus.send(message);
}

bool notifications_chosen() { return WindowSettings().value(key, true).toBool(); }

void choose_notifications(bool on) {
  WindowSettings settings;
  if (on)
    settings.remove(key);
  else
    settings.setValue(key, false);
}

}  // namespace tidemark::shell
