// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/connector_branches.h"

#include "models/analysis/row_keys.h"

namespace tidemark {

ConnectorBranches branches(std::vector<ConnectorRow> connectors) {
  ConnectorBranches out;
  for (ConnectorRow& row : connectors) {
    Branch<ConnectorRow, TaskRow> branch;
    for (const TaskRow& task : row.tasks)
      branch.children.push_back({std::to_string(task.id),
                                 lower(joined({row.connector + "/" + std::to_string(task.id), or_empty(task.state),
                                               or_empty(task.worker), or_empty(task.member), or_empty(task.host)})),
                                 task});
    std::string names;
    for (const auto& list : {row.topics.value_or({}), row.tables.value_or({})})
      for (const std::string& name : list) names += name + '\n';
    branch.parent.key = joined({row.connect, row.connector});
    branch.parent.text = lower(joined({row.connector, row.connect, or_empty(row.group), or_empty(row.worker), names}));
    branch.parent.row = std::move(row);
    out.push_back(std::move(branch));
  }
  drop_doubles(out);
  return out;
}

}  // namespace tidemark
