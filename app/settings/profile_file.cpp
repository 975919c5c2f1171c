// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/profile_file.h"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <set>

#include "app/settings/files.h"
#include "app/settings/schema.h"
#include "collectors/core/redact.h"
#include "collectors/http/url.h"
#include "collectors/kafka/client_config.h"
#include "models/domain/secret.h"
#include "resources/presets/presets.h"

namespace tidemark {
namespace {
using strict_json::Node;

// A scalar as the Kafka client wants it.
std::string setting_text(const Node& node) {
  if (const auto text = node.text()) return *text;
  return node.json();
}

Result<> read_interval(const Node& node, Millis& interval) {
  const auto poll = node.find("poll");
  if (!poll) return {};
  TM_TRY(interval, poll->duration());
  if (interval < Millis(100)) return poll->error("shorter than 100ms", "poll less often");
  return {};
}

// Members that are text, each into its field.
Result<> read_texts(const std::optional<Node>& node,
                    std::initializer_list<std::pair<std::string_view, std::string*>> fields) {
  if (!node) return {};
  for (const auto& [key, field] : fields) {
    TM_TRY(*field, node->text_or(key, {}));
  }
  return {};
}

// "auth" and "tls" of a service that is spoken to over HTTP.
Result<HttpAccess> read_access(const Node& node) {
  HttpAccess access;
  if (const auto auth = node.find("auth")) {
    TM_CHECK(read_texts(auth->find("basic"), {{"user", &access.user}, {"password", &access.password}}));
    TM_CHECK(read_texts(auth, {{"bearer", &access.bearer}}));
    if (!access.user.empty() && !access.bearer.empty())
      return auth->error("both \"basic\" and \"bearer\"", "leave one");
  }
  TM_CHECK(read_texts(node.find("tls"), {{"ca", &access.ca_file},
                                         {"certificate", &access.client_cert},
                                         {"key", &access.client_key},
                                         {"key_password", &access.key_password}}));
  return access;
}

Result<ConnectProfile> read_connect(const Node& node) {
  ConnectProfile out;
  std::string cluster;
  TM_CHECK(read_texts(node, {{"name", &out.name}, {"cluster", &cluster}, {"url", &out.url}}));
  out.cluster = ClusterName(cluster);
  TM_CHECK(read_interval(node, out.poll));
  TM_TRY(out.access, read_access(node));
  return out;
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
  return out;
}

Result<PipelineProfile> read_pipeline(const Node& node) {
  PipelineProfile out;
  for (const auto& [key, field] :
       {std::pair{"name", &out.name}, std::pair{"topic", &out.topic}, std::pair{"group", &out.group},
        std::pair{"connector", &out.connector}, std::pair{"table", &out.table}, std::pair{"class", &out.class_name},
        std::pair{"owner", &out.owner}}) {
    TM_TRY(*field, node.text_or(key, {}));
  }
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
  TM_CHECK(read_all(root, "pipelines", read_pipeline, profile.pipelines));
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
  for (const char* section :
       {"clusters", "connect", "catalogs", "registries", "metrics", "sinks", "classes", "pipelines"})
    TM_CHECK(check_unique(root, section));
  std::set<std::string> clusters, classes, owners;
  for (const auto& cluster : profile.clusters) clusters.insert(cluster.name.value());
  for (const auto& item : profile.classes) classes.insert(item.name);
  for (const auto& [name, owner] : profile.owners) owners.insert(name);
  TM_CHECK(check_reference(root, "connect", "cluster", clusters, "cluster"));
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
  if (format == "duration") TM_CHECK(node.duration());
  if (format == "bootstrap") {
    TM_TRY(const std::string text, node.text());
    TM_CHECK(at(node, check_bootstrap(text)));
  }
  if (format == "url") {
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
  for (ConnectProfile& connect : loaded.profile.connect)
    if (connect.cluster.value().empty() && loaded.profile.clusters.size() == 1)
      connect.cluster = loaded.profile.clusters.front().name;
  TM_CHECK(read_judged(root, loaded.profile));
  TM_CHECK(check_names(root, loaded.profile));
  for (const char* section : {"catalogs", "registries", "metrics", "sinks"})
    if (root.has(section)) loaded.unused.emplace_back(section);
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
  json::array classes, pipelines;
  for (const ClassProfile& item : profile.classes) {
    json::object out{{"name", item.name}, {"end", item.end}, {"idle", item.idle}};
    if (item.target) out["target"] = fmt::format("{}ms", item.target->count());
    if (item.objective) out["objective"] = *item.objective;
    if (!item.owner.empty()) out["owner"] = item.owner;
    classes.push_back(std::move(out));
  }
  for (const PipelineProfile& item : profile.pipelines) {
    json::object out{{"name", item.name}};
    for (const auto& [key, value] :
         {std::pair{"topic", &item.topic}, std::pair{"group", &item.group}, std::pair{"connector", &item.connector},
          std::pair{"table", &item.table}, std::pair{"class", &item.class_name}, std::pair{"owner", &item.owner}})
      if (!value->empty()) out[key] = *value;
    pipelines.push_back(std::move(out));
  }
  for (const auto& [key, item] : profile.owners)
    owners[key] = json::object{{"name", item.name}, {"channel", item.channel}, {"runbook", item.runbook}};
  root["name"] = profile.name;
  root["classes"] = std::move(classes);
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
