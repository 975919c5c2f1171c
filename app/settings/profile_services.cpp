// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/profile_services.h"

#include "collectors/sinks/sink_asks.h"
#include "collectors/sinks/sink_presets.h"

namespace tidemark {
namespace {
using strict_json::Node;

// Members that are text, each into its field.
Result<> read_texts(const std::optional<Node>& node,
                    std::initializer_list<std::pair<std::string_view, std::string*>> fields) {
  if (!node) return {};
  for (const auto& [key, field] : fields) {
    TM_TRY(*field, node->text_or(key, {}));
  }
  return {};
}

// Members of any name whose values are text.
Result<> read_map(const std::optional<Node>& node, std::map<std::string, std::string>& out) {
  if (!node) return {};
  TM_TRY(const auto members, node->members());
  for (const auto& [name, value] : members) {
    TM_TRY(out[name], value.text());
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

// What only catalogs know of "auth".
Result<> read_catalog_auth(const Node& auth, CatalogProfile& out) {
  TM_CHECK(read_texts(auth.find("oauth2"), {{"url", &out.oauth2.url},
                                            {"client_id", &out.oauth2.client_id},
                                            {"client_secret", &out.oauth2.client_secret},
                                            {"scope", &out.oauth2.scope}}));
  TM_CHECK(read_texts(auth.find("sigv4"), {{"region", &out.sigv4.region},
                                           {"service", &out.sigv4.service},
                                           {"access_key", &out.sigv4.access_key},
                                           {"secret_key", &out.sigv4.secret_key},
                                           {"session_token", &out.sigv4.session_token}}));
  const int ways = int(!out.access.user.empty()) + int(!out.access.bearer.empty()) + int(auth.has("oauth2")) +
                   int(auth.has("sigv4"));
  if (ways > 1) return auth.error("more than one way to sign in", "leave one");
  return {};
}

Result<S3Profile> read_s3(const Node& node) {
  S3Profile out;
  TM_CHECK(read_texts(node, {{"endpoint", &out.endpoint},
                             {"region", &out.region},
                             {"access_key", &out.access_key},
                             {"secret_key", &out.secret_key},
                             {"session_token", &out.session_token}}));
  TM_TRY(out.path_style, node.boolean_or("path_style", false));
  return out;
}
}  // namespace

Result<> read_interval(const Node& node, Millis& interval) {
  const auto poll = node.find("poll");
  if (!poll) return {};
  TM_TRY(interval, poll->duration());
  if (interval < Millis(100)) return poll->error("shorter than 100ms", "poll less often");
  return {};
}

Result<ConnectProfile> read_connect(const Node& node) {
  ConnectProfile out;
  std::string cluster;
  TM_CHECK(read_texts(
      node, {{"name", &out.name}, {"cluster", &cluster}, {"url", &out.url}, {"status_topic", &out.status_topic}}));
  out.cluster = ClusterName(cluster);
  TM_CHECK(read_interval(node, out.poll));
  TM_TRY(out.access, read_access(node));
  return out;
}

Result<RegistryProfile> read_registry(const Node& node) {
  RegistryProfile out;
  std::string cluster;
  TM_CHECK(read_texts(node, {{"name", &out.name}, {"cluster", &cluster}, {"url", &out.url}}));
  // Subjects stand in a timeline as "registry:NAME/SUBJECT".
  if (out.name.find('/') != std::string::npos)
    return node.error("a registry's name has no '/'", "write a name without");
  out.cluster = ClusterName(cluster);
  TM_CHECK(read_interval(node, out.poll));
  TM_TRY(out.access, read_access(node));
  return out;
}

Result<ProcessorProfile> read_processor(const Node& node) {
  ProcessorProfile out;
  std::string cluster;
  TM_CHECK(read_texts(node, {{"name", &out.name}, {"cluster", &cluster}, {"type", &out.type}, {"url", &out.url}}));
  out.cluster = ClusterName(cluster);
  TM_CHECK(read_interval(node, out.poll));
  TM_TRY(out.access, read_access(node));
  return out;
}

Result<MirrorProfile> read_mirror(const Node& node) {
  MirrorProfile out;
  TM_TRY(out.name, node.text_or("name", {}));
  TM_TRY(out.type, node.text_or("type", out.type));
  TM_TRY(const std::string source, node.text_or("source", {}));
  TM_TRY(const std::string target, node.text_or("target", {}));
  if (source == target) return node.error("a mirror is between two clusters", "write another source or target");
  out.source = ClusterName(source);
  out.target = ClusterName(target);
  TM_TRY(out.source_alias, node.text_or("source_alias", source));
  TM_TRY(out.target_alias, node.text_or("target_alias", target));
  TM_TRY(out.separator, node.text_or("separator", out.separator));
  TM_TRY(out.policy, node.text_or("policy", out.policy));
  TM_TRY(out.syncs_at, node.text_or("offset_syncs", out.syncs_at));
  if (const auto said = node.find("exactly_once")) {
    TM_TRY(out.exactly_once, said->boolean());
  }
  if (const auto topics = node.find("topics")) {
    TM_TRY(out.topics, topics->texts());
  }
  TM_CHECK(read_interval(node, out.poll));
  return out;
}

Result<AlarmsProfile> read_alarms(const Node& root) {
  AlarmsProfile out;
  const auto node = root.find("alarms");
  if (!node) return out;
  TM_TRY(out.from, node->text_or("severity", out.from));
  if (const auto command = node->find("command")) {
    TM_TRY(out.command, command->texts());
    if (out.command.empty() || out.command.front().empty())
      return command->error("names no program", "write [\"program\", \"word\", …]");
  }
  if (const auto limit = node->find("limit")) {
    constexpr Millis longest{300'000};
    TM_TRY(out.limit, limit->duration());
    if (out.limit < Millis(100) || out.limit > longest) return limit->error("not between 100ms and 5m");
  }
  if (const auto webhook = node->find("webhook")) {
    AlarmWebhook& to = out.webhook.emplace();
    TM_CHECK(read_texts(webhook, {{"url", &to.url}}));
    TM_CHECK(read_map(webhook->find("headers"), to.headers));
    TM_TRY(to.access, read_access(*webhook));
  }
  return out;
}

Result<std::optional<RemoteWriteProfile>> read_remote_write(const Node& root) {
  const auto node = root.find("remote_write");
  if (!node) return std::nullopt;
  RemoteWriteProfile out;
  TM_CHECK(read_texts(node, {{"url", &out.url}}));
  if (const auto past = node->find("past")) {
    TM_TRY(out.past, past->duration());
  }
  TM_CHECK(read_map(node->find("headers"), out.headers));
  TM_TRY(out.access, read_access(*node));
  return out;
}

Result<CatalogProfile> read_catalog(const Node& node) {
  CatalogProfile out;
  std::string cluster;
  TM_CHECK(read_texts(node, {{"name", &out.name},
                             {"cluster", &cluster},
                             {"type", &out.type},
                             {"url", &out.url},
                             {"warehouse", &out.warehouse},
                             {"dsn", &out.dsn},
                             {"catalog", &out.catalog_name},
                             {"path", &out.path},
                             {"checkpoint", &out.checkpoint}}));
  out.cluster = ClusterName(cluster);
  if (const auto tables = node.find("tables")) {
    TM_TRY(out.tables, tables->texts());
  }
  if (node.has("poll")) TM_CHECK(read_interval(node, out.poll.emplace()));
  TM_TRY(out.access, read_access(node));
  if (const auto auth = node.find("auth")) TM_CHECK(read_catalog_auth(*auth, out));
  if (const auto s3 = node.find("s3")) {
    TM_TRY(out.s3, read_s3(*s3));
  }
  return out;
}

namespace {
Result<> check_postgres(const Node& node, const SinkProfile& sink) {
  if (sink.dsn.empty()) return node.error("names no database", "add \"dsn\"");
  for (const char* key : {"url", "body", "path", "fields", "expect", "asks", "preset", "with", "headers", "partitions"})
    if (const auto other = node.find(key)) return other->error("only a sink of type \"http-json\" has one", "drop it");
  if (!sink.deleted.empty() && sink.found.empty())
    return node.error("says of no key how it is found", "add \"found\", one statement with $1");
  if (sink.query.empty() && sink.age.empty() && sink.canary.empty() && sink.models.empty() && sink.deleted.empty())
    return node.error("asks for nothing", "add \"query\" for offsets or \"age\" for the age of what is found");
  return {};
}

// A key, or {"key", "at"}.
Result<DeletedKey> read_deleted(const Node& node) {
  DeletedKey out;
  if (node.is_string()) {
    TM_TRY(out.key, node.text());
    return out;
  }
  TM_TRY(out.key, node.text_or("key", {}));
  const auto at = node.find("at");
  if (!at) return out;
  TM_TRY(const std::string text, at->text());
  out.at = parse_rfc3339(text);
  if (!out.at) return at->error("is no time", "write it like 2026-01-01T00:00:00Z");
  return out;
}

// What stands beside the address is what is asked for offsets.
Result<> read_asks(const Node& node, SinkProfile& out) {
  if (const auto asks = node.find("asks")) {
    TM_TRY(const auto members, asks->members());
    for (const auto& [word, ask] : members) {
      TM_TRY(out.asks[word], read_sink_ask(ask));
    }
  }
  if (!node.has("path")) return {};
  if (out.asks.contains("offsets")) return node.error("says twice how to ask for offsets", "drop \"path\"");
  TM_TRY(out.asks["offsets"], read_sink_ask(node));
  return {};
}

Result<> read_http_sink(const Node& node, SinkProfile& out) {
  TM_CHECK(read_texts(node, {{"url", &out.url}, {"preset", &out.preset}}));
  if (out.url.empty()) return node.error("names no address", "add \"url\"");
  if (const auto dsn = node.find("dsn")) return dsn->error("only a sink of type \"postgres\" has one", "drop it");
  TM_TRY(out.access, read_access(node));
  TM_CHECK(read_map(node.find("headers"), out.headers));
  TM_CHECK(read_map(node.find("with"), out.with));
  TM_TRY(const std::int64_t partitions, node.integer_or("partitions", 0, 0, 256));
  out.partitions = static_cast<int>(partitions);
  TM_CHECK(read_asks(node, out));
  if (const auto asks = asks_of(out); !asks)
    return node.error((asks.error().where.empty() ? "" : asks.error().where + ": ") + asks.error().what,
                      asks.error().fix);
  return {};
}
}  // namespace

Result<SinkProfile> read_sink(const Node& node) {
  SinkProfile out;
  std::string cluster;
  TM_CHECK(read_texts(node, {{"name", &out.name},
                             {"cluster", &cluster},
                             {"type", &out.type},
                             {"dsn", &out.dsn},
                             {"query", &out.query},
                             {"age", &out.age},
                             {"canary", &out.canary},
                             {"found", &out.found},
                             {"models", &out.models}}));
  out.cluster = ClusterName(cluster);
  TM_TRY(out.means, node.text_or("means", out.means));
  TM_TRY(out.evidence, node.text_or("evidence", out.evidence));
  if (const auto deleted = node.find("deleted")) {
    constexpr std::size_t most = 100;
    TM_TRY(const std::vector<Node> keys, deleted->array());
    if (keys.size() > most) return deleted->error("more than 100 keys", "name fewer: each is asked for");
    for (const Node& key : keys) {
      TM_TRY(out.deleted.emplace_back(), read_deleted(key));
    }
  }
  if (node.has("poll")) TM_CHECK(read_interval(node, out.poll.emplace()));
  if (const auto timeout = node.find("timeout")) {
    constexpr Millis longest{300'000};
    TM_TRY(out.timeout, timeout->duration());
    if (out.timeout < Millis(100) || out.timeout > longest) return timeout->error("not between 100ms and 5m");
  }
  TM_CHECK(out.type == "postgres" ? check_postgres(node, out) : read_http_sink(node, out));
  return out;
}

Result<MetricsProfile> read_metrics(const Node& node) {
  MetricsProfile out;
  std::string cluster;
  TM_CHECK(read_texts(node, {{"name", &out.name},
                             {"cluster", &cluster},
                             {"url", &out.url},
                             {"object", &out.object},
                             {"tenant", &out.tenant}}));
  out.cluster = ClusterName(cluster);
  TM_TRY(out.type, node.text_or("type", out.type));
  TM_TRY(out.preset, node.text_or("preset", out.preset));
  TM_CHECK(read_map(node.find("where"), out.where));
  for (const char* key : {"where", "tenant"})
    if (const auto extra = node.find(key); extra && out.type != "prometheus")
      return extra->error("only a server of type \"prometheus\" has one", "drop this key");
  TM_CHECK(read_interval(node, out.poll));
  TM_TRY(out.access, read_access(node));
  return out;
}

}  // namespace tidemark
