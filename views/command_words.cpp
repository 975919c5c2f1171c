// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/command_words.h"

#include <QRegularExpression>

namespace tidemark::views {

QString quoted_for_shell(const QString& text) {
  static const QRegularExpression harmless(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
  if (harmless.match(text).hasMatch()) return text;
  QString inside = text;
  return QLatin1Char('\'') + inside.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString option(const char* name, const std::string& value) {
  return QStringLiteral(" --%1 %2").arg(QLatin1String(name), quoted_for_shell(QString::fromStdString(value)));
}

QString command_at(const QString& verb, const ViewData& data) {
  return QStringLiteral("tidemark ") + verb + option("timeline", data.status.path) + option("at", rfc3339(data.at));
}

QString verify_command_for(const ViewData& data) {
  if (!data.ledger) return {};
  return command_at(QStringLiteral("align --verify"), data) + option("table", data.ledger->of.table.value());
}

}  // namespace tidemark::views
