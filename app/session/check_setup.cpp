// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/check_setup.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "collectors/connect/connectors.h"

namespace tidemark {
namespace {
using States = std::map<std::string, const StateSpan*, std::less<>>;
using Key = std::pair<std::size_t, std::string>;  // source, connector

// Every connector at a time, by source: two Connect clusters may have connectors of one name.
std::map<Key, States> connectors_at(const Snapshot& snapshot, LocalTime at) {
  std::map<Key, States> out;
  for (const StateSpan& span : snapshot.states) {
    const bool holds = span.value && span.from_hi <= at && (!span.to || *span.to > at);
    if (holds && snapshot.sources[span.source].spec.kind == "connect" && object::kind(span.object) == "connector")
      out[{span.source, std::string(object::name(span.object))}][span.aspect] = &span;
  }
  return out;
}

std::string value_in(const States& states, std::string_view aspect) {
  const auto found = states.find(aspect);
  return found == states.end() ? std::string() : *found->second->value;
}

// As it was stored: a JSON object of texts.
std::map<std::string, std::string> settings_in(const std::string& text) {
  std::map<std::string, std::string> out;
  boost::system::error_code error;
  const boost::json::value value = boost::json::parse(text, error);
  const auto* object = error ? nullptr : value.if_object();
  if (!object) return out;
  for (const auto& item : *object)
    if (const auto* setting = item.value().if_string()) out.emplace(item.key(), *setting);
  return out;
}

// The path that the connector's settings imply, with the defaults of its kind put in: "key=value" a line.
void put_path(const std::string& lines, ConnectorSetup& out) {
  const std::map<std::string_view, std::string ConnectorSetup::*> fields{
      {"writer", &ConnectorSetup::writer},
      {"control_topic", &ConnectorSetup::control_topic},
      {"control_group", &ConnectorSetup::control_group},
      {"commit_interval_ms", &ConnectorSetup::commit_interval_ms},
      {"commit_timeout_ms", &ConnectorSetup::commit_timeout_ms}};
  const std::string_view text = lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t equals = line.find('=');
    if (const auto field = fields.find(line.substr(0, equals)); field != fields.end() && equals < line.size())
      out.*field->second = line.substr(equals + 1);
    begin = end + 1;
  }
}

ConnectorSetup setup_of(const Snapshot& snapshot, const Key& key, const States& states) {
  ConnectorSetup out{.cluster = snapshot.sources[key.first].spec.cluster, .name = key.second};
  out.type = value_in(states, aspect::type);
  out.config = settings_in(value_in(states, aspect::config));
  out.topics = split_list(value_in(states, aspect::topics));
  put_path(value_in(states, aspect::proposal), out);
  return out;
}

// Whether the source's newest poll was answered.
bool answers(const Snapshot& snapshot, std::size_t source) {
  return std::ranges::any_of(snapshot.lanes, [&](const LaneInfo& lane) {
    return lane.source == source && !lane.polls.empty() && lane.polls.back().answered > 0;
  });
}
}  // namespace

CheckSetup check_setup(const Snapshot& snapshot, LocalTime at, const Profile& profile) {
  CheckSetup out;
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (!pipeline.control_topic.empty()) out.control_topics.push_back(pipeline.control_topic);
  for (const auto& [key, states] : connectors_at(snapshot, at))
    if (answers(snapshot, key.first)) out.connectors.push_back(setup_of(snapshot, key, states));
  bool any = false;
  for (std::size_t i = 0; i < snapshot.sources.size(); ++i) {
    if (snapshot.sources[i].spec.kind != "connect") continue;
    any = true;
    if (!answers(snapshot, i))
      out.notes.push_back("Connect " + snapshot.sources[i].spec.name + " does not answer: its sinks are not judged");
  }
  if (!any) out.notes.emplace_back("no Connect is in the profile: sinks are not judged");
  return out;
}

}  // namespace tidemark
