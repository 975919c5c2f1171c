// SPDX-License-Identifier: GPL-3.0-or-later
// The stories of this folder, read, and put into a real timeline file. Aborts on any error.
#pragma once

#include <QString>
#include <memory>
#include <string>

#include "collectors/story/story.h"
#include "models/timeline/reader.h"

namespace tidemark::test {

QStringList story_names();  // "verdicts.json" …, sorted
story::Story story_of(const QString& name);
std::unique_ptr<TimelineReader> imported(const story::Story& story, const std::string& path);
std::shared_ptr<const Snapshot> loaded(TimelineReader& reader, const SnapshotRequest& request);
SnapshotRequest everything(LocalTime from, LocalTime to);

}  // namespace tidemark::test
