// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/dead_letter_branches.h"

#include "models/analysis/row_keys.h"

namespace tidemark {

DeadLetterBranches branches(std::vector<DeadLetterRow> rows) {
  DeadLetterBranches out;
  for (DeadLetterRow& row : rows) {
    Branch<DeadLetterRow, DeadLetterCount> branch;
    const std::string& topic = row.place.topic.value();
    for (const DeadLetterCount& one : row.causes)
      branch.children.push_back({cause_id(one.cause),
                                 lower(joined({topic, one.cause.error_class, one.cause.stage, one.cause.origin,
                                               one.cause.by, one.cause.message})),
                                 one});
    std::string names;
    for (const auto* list : {&row.place.origins, &row.place.writers})
      for (const std::string& name : *list) names += name + '\n';
    branch.parent.key = joined({row.place.cluster.value(), topic});
    branch.parent.text = lower(joined({topic, names}));
    branch.parent.row = std::move(row);
    out.push_back(std::move(branch));
  }
  drop_doubles(out);
  return out;
}

}  // namespace tidemark
