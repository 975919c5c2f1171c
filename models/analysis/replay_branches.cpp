// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay_branches.h"

#include "models/analysis/row_keys.h"

namespace tidemark {

Replays replays_of(std::vector<ReplayRow> rows, LocalTime at) {
  Replays out{at, {}};
  for (ReplayRow& row : rows) {
    Branch<ReplayRow, PartProgress> branch;
    const FoundReplay& replay = row.replay;
    const std::string name = replay.declared ? replay.declared->name : std::string();
    for (const PartProgress& part : row.progress.parts)
      branch.children.push_back({std::to_string(part.partition.value()),
                                 lower(joined({replay.topic.value(), std::to_string(part.partition.value())})), part});
    branch.parent.key = joined({replay.cluster.value(), replay.group.value(), replay.topic.value(),
                                replay.begun ? rfc3339(replay.begun_at) : name});
    branch.parent.text = lower(joined({replay.group.value(), replay.topic.value(), name}));
    branch.parent.row = std::move(row);
    out.rows.push_back(std::move(branch));
  }
  drop_doubles(out.rows);
  return out;
}

}  // namespace tidemark
