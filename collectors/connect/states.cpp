// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/connect/states.h"

#include <boost/json/serialize.hpp>
#include <set>

#include "collectors/connect/proposals.h"

namespace tidemark {
namespace {
std::string lines(const std::set<std::string>& entries) {
  std::string text;
  for (const auto& entry : entries) text += (text.empty() ? "" : "\n") + entry;
  return text;
}

std::string config_json(const std::map<std::string, std::string>& config) {
  boost::json::object object;
  for (const auto& [key, value] : config) object[key] = value;
  return boost::json::serialize(object);
}

void put_connector(StateRecorder& recorder, Poll& poll, const ConnectorStatus& connector,
                   const std::vector<std::string>* used) {
  const Object object = object::connector(connector.name);
  const auto put = [&](std::string_view aspect, std::string value) {
    if (!value.empty()) recorder.put(poll, object, aspect, std::move(value));
  };
  if (!connector.state.empty()) recorder.put(poll, object, aspect::state, connector.state, connector.trace);
  put(aspect::type, connector.type);
  put(aspect::worker, connector.worker);
  put(aspect::group, group_of(connector));
  if (connector.config.empty()) return;
  if (const auto java_class = connector.config.find("connector.class"); java_class != connector.config.end())
    put(aspect::klass, java_class->second);
  put(aspect::config, config_json(connector.config));
  const PathProposal proposal = propose(connector);
  put(aspect::proposal, proposal_lines(proposal));
  if (!proposal.tables.empty()) put(aspect::tables, lines({proposal.tables.begin(), proposal.tables.end()}));
  std::set<std::string> topics(proposal.topics.begin(), proposal.topics.end());
  if (used) topics.insert(used->begin(), used->end());
  if (used || !topics.empty()) recorder.put(poll, object, aspect::topics, lines(topics));
}
}  // namespace

void put_connectors(StateRecorder& recorder, Poll& poll, const std::vector<ConnectorStatus>& connectors,
                    const UsedTopics& used) {
  for (const ConnectorStatus& connector : connectors) {
    put_connector(recorder, poll, connector, used(connector));
    for (const ConnectTask& task : connector.tasks) {
      const Object object = object::task(connector.name, task.id);
      if (!task.state.empty()) recorder.put(poll, object, aspect::state, task.state, task.trace);
      if (!task.worker.empty()) recorder.put(poll, object, aspect::worker, task.worker);
    }
  }
  recorder.gone_untouched(poll, "connector:");
  recorder.gone_untouched(poll, "task:");
}

}  // namespace tidemark
