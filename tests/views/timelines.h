// SPDX-License-Identifier: GPL-3.0-or-later
// Real timeline files for tests, made from stories as `import --story` makes them.
#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <string>

#include "collectors/story/story.h"
#include "models/timeline/writer.h"

namespace tidemark::test {

inline std::string text_of_file(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(path));
  return file.readAll().toStdString();
}

// Plays the story into a new file; aborts on a story that is wrong.
inline void play_into(const std::string& json, const std::string& path) {
  const SystemClock clock;
  const auto parsed = story::parse_story(json, "story", clock);
  if (!parsed) qFatal("%s", parsed.error().line().c_str());
  auto writer = TimelineWriter::open(path, {}, clock);
  if (!writer) qFatal("%s", writer.error().line().c_str());
  const auto played = story::play_story(*parsed, **writer, clock);
  if (!played) qFatal("%s", played.error().line().c_str());
  if (const auto closed = (*writer)->close(); !closed) qFatal("%s", closed.error().line().c_str());
}

inline std::string lake_story() {
  return text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/views/stories/lake.json"));
}

}  // namespace tidemark::test
