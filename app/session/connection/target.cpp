// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connection/target.h"

#include <algorithm>
#include <set>

#include "app/session/connection/kafka_target.h"
#include "collectors/core/redact.h"
#include "collectors/http/url.h"
#include "collectors/sql/database.h"
#include "collectors/sql/postgres_session.h"

namespace tidemark {
namespace {
constexpr std::uint16_t http_port = 80, https_port = 443, postgres_port = 5432;

using Owners = std::vector<std::string>;

// Of the pipelines that fit.
template <class Fits>
Owners owners_of(const Profile& profile, Fits fits) {
  std::set<std::string> out;
  for (const PipelineProfile& pipeline : profile.pipelines)
    if (!pipeline.owner.empty() && fits(pipeline)) out.insert(pipeline.owner);
  return {out.begin(), out.end()};
}

void put_url(ConnectionTarget& out, const std::string& url) {
  out.endpoint.address = printable_url(url);
  out.tls = origin(url).starts_with("https:");
  const std::string place = origin(url);
  if (place.empty()) {
    out.unset = Error{ErrorCode::usage, "is no http or https address", out.endpoint.address, "write https://host:port"};
    return;
  }
  out.hosts = {reach::host_port(place.substr(place.find("://") + 3), out.tls ? https_port : http_port)};
}

// A reference is as good as the name it stands for, and no secret.
std::string name_or_reference(const std::string& text) { return is_secret_reference(text) ? text : redacted(text); }

void put_access(ConnectionTarget& out, const HttpAccess& access) {
  out.trust.ca_file = access.ca_file;
  out.has_certificate = !access.client_cert.empty();
  Endpoint& endpoint = out.endpoint;
  endpoint.authentication = !access.user.empty()     ? "basic"
                            : !access.bearer.empty() ? "bearer"
                            : out.has_certificate    ? "client certificate"
                                                     : "none";
  if (!access.user.empty())
    endpoint.principal = name_or_reference(access.user);
  else if (!access.bearer.empty())
    endpoint.principal = Reason::not_supported;  // a token says it to the service alone
  else if (out.has_certificate)
    endpoint.principal = access.client_cert;
}

ConnectionTarget http_target(std::string object, const std::string& url, const HttpAccess& access,
                             std::vector<std::string> reads) {
  ConnectionTarget out;
  out.endpoint.object = std::move(object);
  out.endpoint.reads = std::move(reads);
  put_url(out, url);
  put_access(out, access);
  return out;
}

// With the parts of the profile that its source needs beside itself.
ConnectionTarget& with(ConnectionTarget& target, const Profile& profile) {
  target.part.name = profile.name;
  target.part.pipelines = profile.pipelines;
  return target;
}

// A database by its connection string, which may be a secret as a whole.
void put_dsn(ConnectionTarget& out, const std::string& dsn, const SecretResolver& secrets) {
  Endpoint& endpoint = out.endpoint;
  endpoint.authentication = "none";
  const auto resolved = secrets.resolve(dsn);
  const auto place = resolved ? database_place(*resolved) : std::unexpected(resolved.error());
  if (!place) {
    out.unset = place.error();
    endpoint.address = is_secret_reference(dsn) ? dsn : "dsn";
    endpoint.principal = Reason::not_probed;
    return;
  }
  if (place->kind == DatabasePlace::Kind::sqlite) {
    out.speech = Speech::files;
    endpoint.address = place->name;
    return;
  }
  const PostgresPlace postgres = postgres_place(place->name);
  out.speech = Speech::postgres;
  endpoint.address = postgres.printable;
  endpoint.authentication = "PostgreSQL role";
  endpoint.principal = postgres.user.empty() ? Known<std::string>(Reason::not_supported) : postgres.user;
  if (postgres.host.empty() || postgres.host.starts_with('/')) {
    out.speech = Speech::files;
    return;
  }
  out.hosts = {{postgres.host, reach::host_port("host:" + postgres.port, postgres_port).port}};
  const std::string& mode = postgres.sslmode;
  out.tls = mode != "disable" && mode != "allow";
  out.tls_may_fail = mode.empty() || mode == "prefer";
  out.trust.ca_file = postgres.root_certificate;
  out.checks_trust = mode.starts_with("verify");
  out.checks_name = mode == "verify-full";
}

std::string s3_url(const S3Profile& s3) {
  return s3.endpoint.empty() ? "https://s3." + s3.region + ".amazonaws.com" : s3.endpoint;
}

void put_aws(Endpoint& endpoint, const std::string& access_key) {
  endpoint.authentication = "AWS Signature Version 4";
  endpoint.principal =
      is_secret_reference(access_key) ? Known<std::string>(access_key) : Known<std::string>(Reason::not_supported);
}

// Object storage that a catalog's tables lie in, and a token's endpoint.
void put_beside(const CatalogProfile& catalog, std::vector<ConnectionTarget>& out) {
  if (!catalog.s3.endpoint.empty() && !catalog.path.starts_with("s3://")) {
    ConnectionTarget store = http_target("store:" + catalog.name, s3_url(catalog.s3), {}, {"files of table metadata"});
    put_aws(store.endpoint, catalog.s3.access_key);
    store.asking = Asking::elsewhere;
    store.elsewhere = "it is read with the tables of catalog:" + catalog.name;
    out.push_back(std::move(store));
  }
  if (catalog.oauth2.url.empty()) return;
  ConnectionTarget token = http_target("catalog:" + catalog.name + "/token", catalog.oauth2.url, {}, {"a token"});
  token.endpoint.authentication = "OAuth 2 client credentials";
  token.endpoint.principal = name_or_reference(catalog.oauth2.client_id);
  token.asking = Asking::elsewhere;
  token.elsewhere = "it is asked with catalog:" + catalog.name;
  out.push_back(std::move(token));
}

ConnectionTarget catalog_target(const CatalogProfile& catalog, const Profile& profile, const SecretResolver& secrets) {
  ConnectionTarget out = http_target("catalog:" + catalog.name, catalog.url, catalog.access, {"table metadata"});
  if (!catalog.dsn.empty()) {
    out.unset.reset();
    put_dsn(out, catalog.dsn, secrets);
  } else if (catalog.path.starts_with("s3://")) {
    out = http_target("catalog:" + catalog.name, s3_url(catalog.s3), catalog.access, {"files of table metadata"});
    put_aws(out.endpoint, catalog.s3.access_key);
  } else if (!catalog.path.empty()) {
    out.unset.reset();
    out.speech = Speech::files;
    out.endpoint.address = catalog.path;
  } else if (!catalog.oauth2.client_id.empty()) {
    out.endpoint.authentication = "OAuth 2 client credentials";
    out.endpoint.principal = name_or_reference(catalog.oauth2.client_id);
  } else if (!catalog.sigv4.service.empty()) {
    put_aws(out.endpoint, catalog.sigv4.access_key);
  }
  out.endpoint.owners = owners_of(profile, [&](const PipelineProfile& pipeline) {
    return !pipeline.table.empty() && glob_list_match(catalog.tables, pipeline.table);
  });
  with(out, profile).part.catalogs = {catalog};
  return out;
}

ConnectionTarget sink_target(const SinkProfile& sink, const Profile& profile, const SecretResolver& secrets) {
  ConnectionTarget out = http_target("sink:" + sink.name, sink.url, sink.access, {"what its questions ask for"});
  if (!sink.dsn.empty()) {
    out.unset.reset();
    put_dsn(out, sink.dsn, secrets);
  } else if (!sink.headers.empty() && out.endpoint.authentication == "none") {
    out.endpoint.authentication = "header";
    out.endpoint.principal = Reason::not_supported;
  }
  out.endpoint.owners =
      owners_of(profile, [&](const PipelineProfile& pipeline) { return pipeline.table == sink.name; });
  with(out, profile).part.sinks = {sink};
  return out;
}

// What is told rather than asked.
void put_receivers(const Profile& profile, const SecretResolver& secrets, std::vector<ConnectionTarget>& out) {
  const auto add = [&](std::string object, const std::string& said, const HttpAccess& access, std::string why) {
    const auto url = secrets.resolve(said);
    ConnectionTarget target = http_target(std::move(object), url ? *url : std::string(), access, {});
    if (!url) target.unset = url.error();
    if (is_secret_reference(said)) target.endpoint.address = said;  // its path may be the secret
    target.asking = Asking::elsewhere;
    target.elsewhere = std::move(why);
    out.push_back(std::move(target));
  };
  if (profile.alarms.webhook)
    add("webhook:alarms", profile.alarms.webhook->url, profile.alarms.webhook->access,
        "nothing is sent there before there is an alarm");
  if (profile.remote_write)
    add("store:remote-write", profile.remote_write->url, profile.remote_write->access,
        "nothing is sent there but samples");
}
}  // namespace

std::vector<ConnectionTarget> connection_targets(const Profile& profile, const SecretResolver& secrets) {
  std::vector<ConnectionTarget> out;
  for (const ClusterProfile& cluster : profile.clusters) {
    out.push_back(kafka_target(cluster, secrets));
    if (profile.clusters.size() == 1) out.back().endpoint.owners = owners_of(profile, [](const auto&) { return true; });
    with(out.back(), profile).part.clusters = {cluster};
  }
  const bool one_connect = profile.connect.size() == 1;
  for (const ConnectProfile& connect : profile.connect) {
    out.push_back(http_target("connect:" + connect.name, connect.url, connect.access,
                              {"connectors, tasks, their settings without secrets"}));
    if (one_connect)
      out.back().endpoint.owners =
          owners_of(profile, [](const PipelineProfile& pipeline) { return !pipeline.connector.empty(); });
    with(out.back(), profile).part.connect = {connect};
  }
  for (const RegistryProfile& registry : profile.registries) {
    out.push_back(http_target("registry:" + registry.name, registry.url, registry.access,
                              {"subjects, versions, compatibility levels"}));
    with(out.back(), profile).part.registries = {registry};
  }
  for (const ProcessorProfile& processor : profile.processors) {
    out.push_back(
        http_target("processor:" + processor.name, processor.url, processor.access, {"jobs, checkpoints, metrics"}));
    out.back().endpoint.owners =
        owners_of(profile, [](const PipelineProfile& pipeline) { return !pipeline.processor.empty(); });
    with(out.back(), profile).part.processors = {processor};
  }
  for (const CatalogProfile& catalog : profile.catalogs) {
    out.push_back(catalog_target(catalog, profile, secrets));
    put_beside(catalog, out);
  }
  for (const SinkProfile& sink : profile.sinks) out.push_back(sink_target(sink, profile, secrets));
  for (const MetricsProfile& metrics : profile.metrics) {
    out.push_back(http_target("metrics:" + metrics.name, metrics.url, metrics.access, {"metrics"}));
    with(out.back(), profile).part.metrics = {metrics};
  }
  put_receivers(profile, secrets, out);
  return out;
}

}  // namespace tidemark
