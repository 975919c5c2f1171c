// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows of a story, loaded as the window loads it.
#pragma once

#include <QLabel>

#include "app/session/view_data.h"
#include "tests/views/timelines.h"

namespace tidemark::test {

// Of tests/golden/stories; each story is played once into `folder`.
inline ViewData loaded(const QTemporaryDir& folder, const QString& story, const ViewRequest& request) {
  const QString file = folder.filePath(story + QStringLiteral(".tidemark"));
  if (!QFile::exists(file))
    play_into(
        text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/") + story + QStringLiteral(".json")),
        file.toStdString());
  const auto reader = TimelineReader::open(file.toStdString());
  if (!reader) qFatal("%s", reader.error().line().c_str());
  auto data = load_view(**reader, request);
  if (!data) qFatal("%s", data.error().line().c_str());
  return std::move(*data);
}

// The text of the visible label that carries an accessible name.
inline QString label(const QWidget& page, const QString& name) {
  for (const QLabel* it : page.findChildren<QLabel*>())
    if (it->accessibleName() == name && it->isVisibleTo(&page)) return it->text();
  return {};
}

}  // namespace tidemark::test
