// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/profile_hops.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/object.hpp>

namespace tidemark {
namespace {
using strict_json::Node;

enum class Step : std::uint8_t { source, topic, processor, mirror, sink };
constexpr std::array steps =
    std::to_array<std::pair<const char*, std::string HopProfile::*>>({{"source", &HopProfile::source},
                                                                      {"topic", &HopProfile::topic},
                                                                      {"processor", &HopProfile::processor},
                                                                      {"mirror", &HopProfile::mirror},
                                                                      {"sink", &HopProfile::sink}});

// The first name there is; a hop that was read has one.
Step step_of(const HopProfile& hop) {
  const auto named = std::ranges::find_if(steps, [&](const auto& step) { return !(hop.*step.second).empty(); });
  return static_cast<Step>(named - steps.begin());
}

Result<HopProfile> read_hop(const Node& node) {
  HopProfile hop;
  std::size_t names = 0;
  for (const auto& [key, field] : steps) {
    TM_TRY(hop.*field, node.text_or(key, {}));
    names += (hop.*field).empty() ? 0u : 1u;
  }
  if (names != 1)
    return node.error("a hop is one of source, topic, processor, mirror and sink",
                      names == 0 ? "name one" : "write them one after the other");
  TM_TRY(hop.group, node.text_or("group", {}));
  TM_TRY(hop.connector, node.text_or("connector", {}));
  TM_TRY(const std::string cluster, node.text_or("cluster", {}));
  hop.cluster = ClusterName(cluster);
  const Step step = step_of(hop);
  if (!hop.group.empty() && step != Step::processor && step != Step::sink)
    return node.error("nobody reads here with a group", "write it at the processor or the sink");
  if (!hop.connector.empty() && step != Step::sink)
    return node.error("a connector feeds a sink", "write it at the sink");
  if (!cluster.empty() && step != Step::topic) return node.error("a cluster is of a topic", "write it at the topic");
  return hop;
}

// Whether a step may follow on another; `before` is unset at the beginning.
bool may_follow(std::optional<Step> before, Step step) {
  if (!before) return step == Step::source || step == Step::topic;
  switch (step) {
    case Step::source:
      return false;
    case Step::topic:
      return before == Step::source || before == Step::processor || before == Step::mirror;
    case Step::processor:
    case Step::mirror:
      return before == Step::topic;
    case Step::sink:
      return before == Step::topic || before == Step::sink;
  }
  return false;
}

Result<> check_order(const Node& pipeline, const std::vector<HopProfile>& hops) {
  std::optional<Step> before;
  std::size_t at = 0;
  TM_CHECK(pipeline.each("hops", [&](const Node& node) -> Result<> {
    const Step step = step_of(hops[at++]);
    if (!may_follow(before, step))
      return node.error(before ? fmt::format("no {} comes after a {}", steps[static_cast<std::size_t>(step)].first,
                                             steps[static_cast<std::size_t>(*before)].first)
                               : "a path begins with a source or a topic",
                        "write source, topic, then processor or mirror and topic, as often as there are, then sinks");
    before = step;
    return {};
  }));
  const bool read_by_nobody = before == Step::processor && hops.back().group.empty();
  if (before != Step::sink && (before != Step::processor || read_by_nobody))
    return pipeline.error("the hops lead to no end", "end with a sink, or with a processor and its group");
  return {};
}

// The clusters of topics follow from the mirrors beside them.
Result<> take_clusters(const Node& pipeline, const std::vector<MirrorProfile>& mirrors, std::vector<HopProfile>& hops) {
  const auto set = [&](HopProfile& topic, const ClusterName& cluster) -> Result<> {
    if (!topic.cluster.value().empty() && topic.cluster != cluster)
      return pipeline.error(
          fmt::format("{} is on {}, and its mirror says {}", topic.topic, topic.cluster.value(), cluster.value()),
          "correct one of them");
    topic.cluster = cluster;
    return {};
  };
  for (std::size_t i = 0; i < hops.size(); ++i) {
    if (hops[i].mirror.empty()) continue;
    const auto mirror = std::ranges::find(mirrors, hops[i].mirror, &MirrorProfile::name);
    if (mirror == mirrors.end())
      return pipeline.error(fmt::format("there is no mirror \"{}\"", hops[i].mirror), "add it to \"mirrors\"");
    TM_CHECK(set(hops[i - 1], mirror->source));
    TM_CHECK(set(hops[i + 1], mirror->target));
  }
  for (std::size_t i = 0; i + 2 < hops.size(); ++i)
    if (hops[i + 2].cluster.value().empty() && !hops[i + 1].processor.empty() && !hops[i].topic.empty())
      hops[i + 2].cluster = hops[i].cluster;
  for (std::size_t i = hops.size(); i-- > 2;)
    if (hops[i - 2].cluster.value().empty() && !hops[i - 1].processor.empty() && !hops[i].topic.empty())
      hops[i - 2].cluster = hops[i].cluster;
  return {};
}

// The leg from a topic to a processor or a sink.
void put_leg(const HopProfile& topic, const HopProfile& end, PipelineProfile& leg) {
  leg.topic = topic.topic;
  leg.group = end.group;
  leg.connector = end.connector;
  leg.processor = end.processor;
  leg.table = end.sink;
}
}  // namespace

Result<std::vector<HopProfile>> read_hops(const Node& pipeline, const std::vector<MirrorProfile>& mirrors) {
  std::vector<HopProfile> hops;
  TM_CHECK(pipeline.each("hops", [&](const Node& node) -> Result<> {
    TM_TRY(HopProfile hop, read_hop(node));
    hops.push_back(std::move(hop));
    return {};
  }));
  if (hops.empty()) return hops;
  TM_CHECK(check_order(pipeline, hops));
  TM_CHECK(take_clusters(pipeline, mirrors, hops));
  return hops;
}

boost::json::array hops_json(const std::vector<HopProfile>& hops) {
  boost::json::array out;
  for (const HopProfile& hop : hops) {
    boost::json::object item;
    for (const auto& [key, field] : steps)
      if (!(hop.*field).empty()) item[key] = hop.*field;
    if (!hop.group.empty()) item["group"] = hop.group;
    if (!hop.connector.empty()) item["connector"] = hop.connector;
    if (!hop.cluster.value().empty()) item["cluster"] = hop.cluster.value();
    out.push_back(std::move(item));
  }
  return out;
}

std::vector<PipelineProfile> take_legs(PipelineProfile& pipeline) {
  std::vector<PipelineProfile> legs;
  const HopProfile* topic = nullptr;
  bool ended = false;
  for (std::size_t i = 0; i < pipeline.hops.size(); ++i) {
    const HopProfile& hop = pipeline.hops[i];
    if (!hop.topic.empty()) topic = &hop;
    if (hop.processor.empty() && hop.sink.empty()) continue;
    const bool last = !hop.sink.empty() || i + 1 == pipeline.hops.size();
    if (last && !ended) {
      put_leg(*topic, hop, pipeline);
      ended = true;
      continue;
    }
    if (last || !hop.group.empty()) {
      PipelineProfile leg{.name = pipeline.name + ": " + (hop.sink.empty() ? hop.processor : hop.sink)};
      put_leg(*topic, hop, leg);
      leg.owner = pipeline.owner;
      leg.leg_of = pipeline.name;
      if (last) leg.class_name = pipeline.class_name;
      legs.push_back(std::move(leg));
    }
  }
  return legs;
}

}  // namespace tidemark
