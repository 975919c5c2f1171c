// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/profile_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <set>

#include "app/settings/files.h"
#include "app/settings/profile_hops.h"
#include "app/settings/profile_services.h"
#include "app/settings/schema.h"
#include "collectors/core/json_path.h"
#include "collectors/core/redact.h"
#include "collectors/http/url.h"
#include "collectors/kafka/client_config.h"
#include "collectors/sql/database.h"
#include "collectors/tables/offset_rule.h"
#include "models/domain/secret.h"
#include "resources/presets/presets.h"

namespace tidemark {
namespace {
using strict_json::Node;

constexpr std::array pipeline_texts = std::to_array<std::pair<const char*, std::string PipelineProfile::*>>(
    {{"topic", &PipelineProfile::topic},
     {"group", &PipelineProfile::group},
     {"connector", &PipelineProfile::connector},
     {"processor", &PipelineProfile::processor},
     {"table", &PipelineProfile::table},
     {"class", &PipelineProfile::class_name},
     {"owner", &PipelineProfile::owner},
     {"writer", &PipelineProfile::writer},
     {"control_topic", &PipelineProfile::control_topic},
     {"dead_letter", &PipelineProfile::dead_letter},
     {"commit_branch", &PipelineProfile::commit_branch},
     {"checkpoint", &PipelineProfile::checkpoint}});
constexpr std::array pipeline_durations =
    std::to_array<std::pair<const char*, std::optional<Millis> PipelineProfile::*>>(
        {{"commit_interval", &PipelineProfile::commit_interval}, {"commit_timeout", &PipelineProfile::commit_timeout}});

// A scalar as the Kafka client wants it.
std::string setting_text(const Node& node) {
  if (const auto text = node.text()) return *text;
  return node.json();
}

Result<ClusterProfile> read_cluster(const Node& node) {
  ClusterProfile cluster;
  TM_TRY(const std::string name, node.text_or("name", {}));
  cluster.name = ClusterName(name);
  TM_TRY(cluster.bootstrap, node.text_or("bootstrap", {}));
  TM_CHECK(read_interval(node, cluster.poll));
  if (const auto client = node.find("client")) {
    TM_TRY(const auto settings, client->members());
    for (const auto& [key, value] : settings) cluster.client[key] = setting_text(value);
  }
  for (const auto& [key, list] :
       {std::pair{"topics", &cluster.topics}, std::pair{"groups", &cluster.groups}, std::pair{"read", &cluster.read}})
    if (const auto globs = node.find(key)) {
      TM_TRY(*list, globs->texts());
    }
  return cluster;
}

Result<ClassProfile> read_class(const Node& node) {
  ClassProfile out;
  TM_TRY(out.name, node.text_or("name", {}));
  if (const auto target = node.find("target")) {
    TM_TRY(out.target, target->duration());
  }
  if (const auto objective = node.find("objective")) {
    TM_TRY(out.objective, objective->number(0, 100));
  }
  TM_TRY(out.end, node.text_or("end", out.end));
  TM_TRY(out.owner, node.text_or("owner", {}));
  TM_TRY(out.idle, node.text_or("idle", out.idle));
  if (const auto target = node.find("delete_target")) {
    TM_TRY(out.delete_target, target->duration());
  }
  if (const auto window = node.find("replay_window")) {
    TM_TRY(out.replay_window, window->duration());
  }
  return out;
}

// What hops say is not said a second time.
constexpr std::array said_by_hops =
    std::to_array<std::string_view>({"topic", "group", "connector", "processor", "table"});
bool is_said_by_hops(std::string_view key) { return std::ranges::find(said_by_hops, key) != said_by_hops.end(); }
Result<> check_single(const Node& node) {
  for (const std::string_view key : said_by_hops)
    if (const auto said = node.find(key)) return said->error("\"hops\" says it already", "leave one of them out");
  return {};
}

Result<PipelineProfile> read_pipeline(const Node& node, const std::vector<MirrorProfile>& mirrors) {
  PipelineProfile out;
  TM_TRY(out.name, node.text_or("name", {}));
  for (const auto& [key, field] : pipeline_texts) {
    TM_TRY(out.*field, node.text_or(key, {}));
  }
  for (const auto& [key, field] : pipeline_durations)
    if (const auto time = node.find(key)) {
      TM_TRY(out.*field, time->duration());
    }
  if (const auto offsets = node.find("offsets")) {
    TM_TRY(out.offsets, read_offset_rule(*offsets));
  }
  TM_TRY(out.hops, read_hops(node, mirrors));
  if (!out.hops.empty()) TM_CHECK(check_single(node));
  return out;
}

Result<OwnerProfile> read_owner(const Node& node) {
  OwnerProfile out;
  TM_TRY(out.name, node.text_or("name", {}));
  TM_TRY(out.channel, node.text_or("channel", {}));
  TM_TRY(out.runbook, node.text_or("runbook", {}));
  return out;
}

// Every element of the array under `key` through `read`.
template <class T>
Result<> read_all(const Node& root, std::string_view key, Result<T> (*read)(const Node&), std::vector<T>& out) {
  return root.each(key, [&](const Node& node) -> Result<> {
    TM_TRY(T item, read(node));
    out.push_back(std::move(item));
    return {};
  });
}

Result<> read_judged(const Node& root, Profile& profile) {
  TM_CHECK(read_all(root, "classes", read_class, profile.classes));
  TM_CHECK(read_all(root, "mirrors", read_mirror, profile.mirrors));
  TM_CHECK(root.each("pipelines", [&](const Node& node) -> Result<> {
    TM_TRY(PipelineProfile pipeline, read_pipeline(node, profile.mirrors));
    std::vector<PipelineProfile> legs = take_legs(pipeline);
    profile.pipelines.push_back(std::move(pipeline));
    std::ranges::move(legs, std::back_inserter(profile.pipelines));
    return {};
  }));
  if (const auto owners = root.find("owners")) {
    TM_TRY(const auto members, owners->members());
    for (const auto& [key, node] : members) {
      TM_TRY(profile.owners[key], read_owner(node));
    }
  }
  return {};
}

// Names of one section are said once.
Result<> check_unique(const Node& root, std::string_view section) {
  std::set<std::string> seen;
  return root.each(section, [&](const Node& node) -> Result<> {
    TM_TRY(const std::string name, node.text_or("name", {}));
    if (seen.insert(name).second) return {};
    return node.error(fmt::format("the name \"{}\" is taken by an earlier one", name), "rename one of them");
  });
}

// Services that name no cluster belong to the only one.
void take_only_cluster(Profile& profile) {
  if (profile.clusters.size() != 1) return;
  const ClusterName& only = profile.clusters.front().name;
  for (ConnectProfile& connect : profile.connect)
    if (connect.cluster.value().empty()) connect.cluster = only;
  for (CatalogProfile& catalog : profile.catalogs)
    if (catalog.cluster.value().empty()) catalog.cluster = only;
  for (SinkProfile& sink : profile.sinks)
    if (sink.cluster.value().empty()) sink.cluster = only;
  for (RegistryProfile& registry : profile.registries)
    if (registry.cluster.value().empty()) registry.cluster = only;
  for (ProcessorProfile& processor : profile.processors)
    if (processor.cluster.value().empty()) processor.cluster = only;
  for (MetricsProfile& metrics : profile.metrics)
    if (metrics.cluster.value().empty()) metrics.cluster = only;
}

// A name that must be one of another section's.
Result<> check_reference(const Node& root, std::string_view section, std::string_view key,
                         const std::set<std::string>& known, std::string_view what) {
  return root.each(section, [&](const Node& node) -> Result<> {
    const auto named = node.find(key);
    if (!named) return {};
    TM_TRY(const std::string name, named->text());
    if (known.contains(name)) return {};
    const auto near = strict_json::nearest(name, {known.begin(), known.end()});
    return named->error(
        fmt::format("there is no {} \"{}\"", what, name),
        near ? fmt::format("did you mean \"{}\"?", *near) : fmt::format("add that {} or correct the name", what));
  });
}

Result<> check_names(const Node& root, const Profile& profile) {
  for (const char* section : {"clusters", "connect", "catalogs", "registries", "processors", "mirrors", "metrics",
                              "sinks", "classes", "pipelines"})
    TM_CHECK(check_unique(root, section));
  std::set<std::string> clusters, classes, owners;
  for (const auto& cluster : profile.clusters) clusters.insert(cluster.name.value());
  for (const auto& item : profile.classes) classes.insert(item.name);
  for (const auto& [name, owner] : profile.owners) owners.insert(name);
  TM_CHECK(check_reference(root, "connect", "cluster", clusters, "cluster"));
  TM_CHECK(check_reference(root, "catalogs", "cluster", clusters, "cluster"));
  TM_CHECK(check_reference(root, "sinks", "cluster", clusters, "cluster"));
  TM_CHECK(check_reference(root, "registries", "cluster", clusters, "cluster"));
  TM_CHECK(check_reference(root, "processors", "cluster", clusters, "cluster"));
  TM_CHECK(check_reference(root, "metrics", "cluster", clusters, "cluster"));
  TM_CHECK(check_reference(root, "mirrors", "source", clusters, "cluster"));
  TM_CHECK(check_reference(root, "mirrors", "target", clusters, "cluster"));
  TM_CHECK(check_reference(root, "pipelines", "class", classes, "class"));
  if (owners.empty()) return {};
  TM_CHECK(check_reference(root, "pipelines", "owner", owners, "owner"));
  return check_reference(root, "classes", "owner", owners, "owner");
}

Result<> at(const Node& node, Result<> result) {
  if (result) return {};
  return node.error(result.error().what, result.error().fix);
}

Result<> check_format(std::string_view format, const Node& node, std::string_view key,
                      std::vector<std::string>& warnings) {
  if (format == "client-setting") TM_CHECK(at(node, check_client_key(key)));
  const bool secret =
      format == "secret" || (format == "client-setting" && is_secret_key(key) && !key.ends_with("keytab"));  // a path
  if (secret && node.is_string()) {
    TM_TRY(const std::string text, node.text());
    if (!is_secret_reference(text))
      warnings.push_back(node.path() + ": a secret stands in the profile itself; write env:NAME or file:PATH instead");
  }
  // One without a password in it is no secret.
  if (format == "dsn") {
    TM_TRY(const std::string text, node.text());
    if (!is_secret_reference(text) && holds_password(text))
      warnings.push_back(node.path() + ": a secret stands in the profile itself; write env:NAME or file:PATH instead");
  }
  if (format == "duration") TM_CHECK(node.duration());
  if (format == "json-path") {
    TM_TRY(const std::string text, node.text());
    if (!json_pointer(text)) return node.error("is no path into JSON", "write $.name, $['a name'] or $[0]");
  }
  if (format == "bootstrap") {
    TM_TRY(const std::string text, node.text());
    TM_CHECK(at(node, check_bootstrap(text)));
  }
  if (format == "url" || (format == "secret-url" && !is_secret_reference(node.text().value_or("")))) {
    TM_TRY(const std::string text, node.text());
    TM_CHECK(at(node, check_url(text)));
  }
  return {};
}
}  // namespace

Result<LoadedProfile> parse_profile(std::string_view text, const std::string& file) {
  constexpr std::size_t largest = 4u << 20;
  TM_TRY(const auto document,
         strict_json::Document::parse(text, file, ErrorCode::usage, {.bytes = largest, .depth = 16}));
  const Node root = document.root();
  LoadedProfile loaded;
  TM_CHECK(check_schema(root, profile_schema(), [&](std::string_view format, const Node& node, std::string_view key) {
    return check_format(format, node, key, loaded.warnings);
  }));
  TM_TRY(loaded.profile.name, root.text_or("name", "default"));
  TM_CHECK(read_all(root, "clusters", read_cluster, loaded.profile.clusters));
  TM_CHECK(read_all(root, "connect", read_connect, loaded.profile.connect));
  TM_CHECK(read_all(root, "catalogs", read_catalog, loaded.profile.catalogs));
  TM_CHECK(read_all(root, "sinks", read_sink, loaded.profile.sinks));
  TM_CHECK(read_all(root, "registries", read_registry, loaded.profile.registries));
  TM_CHECK(read_all(root, "processors", read_processor, loaded.profile.processors));
  TM_CHECK(read_all(root, "metrics", read_metrics, loaded.profile.metrics));
  TM_TRY(loaded.profile.alarms, read_alarms(root));
  TM_TRY(loaded.profile.remote_write, read_remote_write(root));
  take_only_cluster(loaded.profile);
  TM_CHECK(read_judged(root, loaded.profile));
  TM_CHECK(check_names(root, loaded.profile));
  return loaded;
}

Result<LoadedProfile> read_profile(const std::string& path) {
  TM_TRY(const std::string text, read_file(path));
  return parse_profile(text, path);
}

std::string_view profile_schema() { return preset("profile.schema.json"); }

std::string judged_part(const Profile& profile) {
  namespace json = boost::json;
  json::object root, owners;
  json::array classes, mirrors, pipelines;
  for (const MirrorProfile& item : profile.mirrors) {
    json::object out{{"name", item.name},
                     {"type", item.type},
                     {"source", item.source.value()},
                     {"target", item.target.value()},
                     {"source_alias", item.source_alias},
                     {"target_alias", item.target_alias},
                     {"separator", item.separator},
                     {"policy", item.policy},
                     {"offset_syncs", item.syncs_at},
                     {"topics", json::value_from(item.topics)}};
    if (item.exactly_once) out["exactly_once"] = *item.exactly_once;
    mirrors.push_back(std::move(out));
  }
  for (const ClassProfile& item : profile.classes) {
    json::object out{{"name", item.name}, {"end", item.end}, {"idle", item.idle}};
    if (item.target) out["target"] = fmt::format("{}ms", item.target->count());
    if (item.objective) out["objective"] = *item.objective;
    if (item.delete_target) out["delete_target"] = fmt::format("{}ms", item.delete_target->count());
    if (item.replay_window) out["replay_window"] = fmt::format("{}ms", item.replay_window->count());
    if (!item.owner.empty()) out["owner"] = item.owner;
    classes.push_back(std::move(out));
  }
  for (const PipelineProfile& item : profile.pipelines) {
    if (!item.leg_of.empty()) continue;
    json::object out{{"name", item.name}};
    for (const auto& [key, field] : pipeline_texts)
      if (!(item.*field).empty() && (item.hops.empty() || !is_said_by_hops(key))) out[key] = item.*field;
    if (!item.hops.empty()) out["hops"] = hops_json(item.hops);
    for (const auto& [key, field] : pipeline_durations)
      if (item.*field) out[key] = fmt::format("{}ms", (item.*field)->count());
    pipelines.push_back(std::move(out));
  }
  for (const auto& [key, item] : profile.owners)
    owners[key] = json::object{{"name", item.name}, {"channel", item.channel}, {"runbook", item.runbook}};
  root["name"] = profile.name;
  root["classes"] = std::move(classes);
  if (!mirrors.empty()) root["mirrors"] = std::move(mirrors);
  root["pipelines"] = std::move(pipelines);
  root["owners"] = std::move(owners);
  return json::serialize(root);
}

Result<Profile> parse_judged_part(std::string_view text) {
  TM_TRY(const auto document, strict_json::Document::parse(text, "profile in the timeline", ErrorCode::input));
  Profile profile;
  TM_TRY(profile.name, document.root().text_or("name", {}));
  TM_CHECK(read_judged(document.root(), profile));
  return profile;
}

}  // namespace tidemark
