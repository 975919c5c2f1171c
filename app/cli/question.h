// SPDX-License-Identifier: GPL-3.0-or-later
// Question: what all verbs that answer one document do alike: open a timeline, poll a cluster or read a server into a
// temporary one,
// find the time that is meant, have the document made, write it, choose the exit status. Main thread only.
#pragma once

#include <functional>

#include "app/cli/log.h"
#include "app/cli/options.h"
#include "models/domain/profile.h"
#include "models/domain/snapshot.h"

namespace tidemark::cli {

// What the answer is made from.
struct Asked {
  SnapshotSource& timeline;
  LocalTime at;
  LocalTime from;
  LocalTime to;
  const Filter& filter;
  const Profile* profile = nullptr;  // that of --profile, if one was given
  std::string file;                  // the timeline's; empty where the cluster itself is asked
};

struct Question {
  Millis window{};  // the default length of [from, to]
  Layout layout;
  std::function<Result<Document>(const Asked&)> answer;
  bool always_live = false;  // without --timeline the question is for the cluster itself
  bool of_offsets = false;   // a server of offsets alone can answer it too: prometheus+http://…
};

// The file of --timeline, else the default one: `no_data` where that is not there.
Result<std::string> timeline_path(const Options& options);

// The exit status. Errors are reported.
int ask(Streams& streams, const Options& options, const Question& question);

// Writes the document and returns 0, or 1 where it has findings at or above --fail-on.
int answer(Streams& streams, const Output& output, const Document& document, const Layout& layout);

}  // namespace tidemark::cli
