// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/import.h"

#include <QDir>
#include <QFile>

#include "models/timeline/writer.h"
#include "tests/support/recorder.h"

namespace tidemark::test {
namespace {
const QString folder = QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/");
}

QStringList story_names() { return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name); }

story::Story story_of(const QString& name) {
  QFile file(folder + name);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", qPrintable(name));
  auto story = story::parse_story(file.readAll().toStdString(), name.toStdString(), FixedClock());
  if (!story) qFatal("%s", story.error().line().c_str());
  return std::move(*story);
}

std::unique_ptr<TimelineReader> imported(const story::Story& story, const std::string& path) {
  const SystemClock clock;
  auto writer = TimelineWriter::open(path, {}, clock);
  if (!writer) qFatal("%s", writer.error().line().c_str());
  if (const auto played = story::play_story(story, **writer, clock); !played)
    qFatal("%s", played.error().line().c_str());
  if (const auto closed = (*writer)->close(); !closed) qFatal("%s", closed.error().line().c_str());
  auto reader = TimelineReader::open(path);
  if (!reader) qFatal("%s", reader.error().line().c_str());
  return std::move(*reader);
}

std::shared_ptr<const Snapshot> loaded(TimelineReader& reader, const SnapshotRequest& request) {
  auto snapshot = reader.load(request);
  if (!snapshot) qFatal("%s", snapshot.error().line().c_str());
  return *snapshot;
}

SnapshotRequest everything(LocalTime from, LocalTime to) {
  SnapshotRequest request;
  request.from = from;
  request.to = to;
  return request;
}

}  // namespace tidemark::test
