// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/recent_files.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "app/shell/window_settings.h"
#include "models/items/format.h"

namespace tidemark::shell {
namespace {
class Recent {
  Q_DECLARE_TR_FUNCTIONS(Recent)
};
constexpr QLatin1String key("recent");
constexpr qsizetype most_files = 12;
}  // namespace

void remember_file(const QString& path) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  WindowSettings settings;
  QStringList all = settings.value(key).toStringList();
  if (!all.isEmpty() && all.first() == whole) return;
  all.removeAll(whole);
  all.prepend(whole);
  settings.setValue(key, QStringList(all.mid(0, most_files)));
}

void forget_file(const QString& path) {
  WindowSettings settings;
  QStringList all = settings.value(key).toStringList();
  all.removeAll(path);
  settings.setValue(key, all);
}

std::vector<views::RecentFile> recent_files() {
  std::vector<views::RecentFile> out;
  const QStringList all = WindowSettings().value(key).toStringList();
  for (const QString& path : all) {
    const QFileInfo file(path);
    if (!file.isFile()) {
      out.push_back({path, Recent::tr("%1 is gone").arg(format::middle(path, 60)), true});
      continue;
    }
    const LocalTime changed = local_time(file.lastModified().toMSecsSinceEpoch());
    out.push_back({path, Recent::tr("%1, written %2").arg(format::bytes(file.size()), format::date_time(changed))});
  }
  return out;
}

}  // namespace tidemark::shell
