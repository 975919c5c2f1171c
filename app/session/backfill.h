// SPDX-License-Identifier: GPL-3.0-or-later
// Backfill: rebuilds what happened before the collector ran, from what the watched systems still tell of it, into lanes
// of their own of sources of the kind "rebuilt". Only the time before the first collected poll of a source is filled;
// what was rebuilt before is not rebuilt again. Each part is handed over whole: a stop keeps those that are done.
// Thread rule: one thread. Errors: of opening; what one part fails with is said, and the others go on.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/session/past_window.h"
#include "collectors/kafka/session.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"
#include "models/domain/snapshot.h"

namespace tidemark {

struct PastTold {
  std::function<void(const std::string& line, bool warning)> say = [](const std::string&, bool) {};
  std::function<void(const std::string& line)> progress = [](const std::string&) {};
};

// What every part works with.
struct PastScene {
  const Profile& profile;
  const SecretResolver& secrets;
  const Clock& clock;
  SampleSink& sink;
  const Snapshot& timeline;  // its polls since `from`
  LocalTime from;
  LocalTime now;
  std::stop_token stop;
  const PastTold& told;
};

// What of the time asked for a lane of a source lacks; says so where it lacks nothing. `what`: the part, for people.
std::optional<PastWindow> lacking(const PastScene& scene, const SourceSpec& collected, std::string_view lane,
                                  const std::string& what);

// High marks by look-ups of offsets by time. `profile`: as a state, what the past is judged by.
Result<> rebuild_highs(const PastScene& scene, const ClusterProfile& cluster, Session& session,
                       const StateSample& profile);
// Offsets of groups from __consumer_offsets, where the profile allows to read it.
Result<> rebuild_groups(const PastScene& scene, const ClusterProfile& cluster, const Topology& topology);

// Marks of tables from the commits that are still told of.
Result<> rebuild_tables(const PastScene& scene, const CatalogProfile& catalog);

// States of connectors and tasks from the topic in which their workers keep them, where the profile names it.
Result<> rebuild_connectors(const PastScene& scene, const ConnectProfile& connect);

// Every part; the errors of those that failed.
std::vector<Error> rebuild_past(const PastScene& scene, const StateSample& profile);

}  // namespace tidemark
