// SPDX-License-Identifier: GPL-3.0-or-later
// Profile: what the user says of the systems, as plain data. It is read and written by app/settings; secrets in it are
// references. Only what this version uses is here; the file's other sections are checked and kept by the reader.
// Value types; no thread rule.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/ids.h"
#include "models/domain/time.h"

namespace tidemark {

struct ClusterProfile {
  ClusterName name;
  std::string bootstrap;
  Millis poll{10'000};
  std::map<std::string, std::string> client;     // librdkafka's names, already through the allow-list
  std::vector<std::string> topics{"*", "!__*"};  // globs; '!' takes away
  std::vector<std::string> groups{"*"};
  std::vector<std::string> read;  // features that may read records: "residue", "record-age", … or "all"
};

// How a service is spoken to over HTTP. Passwords and tokens are references.
struct HttpAccess {
  std::string user;  // basic
  std::string password;
  std::string bearer;
  std::string ca_file;      // PEM; empty: the system's authorities
  std::string client_cert;  // PEM, with client_key
  std::string client_key;
  std::string key_password;
};

struct ConnectProfile {
  std::string name;
  ClusterName cluster;  // whose groups its sinks are; the only cluster where there is one and none is named
  std::string url;
  std::string status_topic;  // where its workers keep states; empty: it is not read
  Millis poll{10'000};
  HttpAccess access;
};

// Keys and secrets are references.
struct OAuth2Profile {
  std::string url;  // of the token endpoint; empty: the catalog's own
  std::string client_id;
  std::string client_secret;
  std::string scope;
};

struct SigV4Profile {
  std::string region;
  std::string service;  // "glue", …
  std::string access_key;
  std::string secret_key;
  std::string session_token;
};

struct S3Profile {
  std::string endpoint;  // empty: Amazon's of the region
  std::string region;
  std::string access_key;
  std::string secret_key;
  std::string session_token;
  bool path_style = false;
};

struct CatalogProfile {
  std::string name;
  ClusterName cluster;  // whose topics feed its tables; the only cluster where there is one and none is named
  std::string type;     // iceberg-rest, iceberg-hadoop, …
  std::string url;
  std::string warehouse;
  std::string dsn;           // of iceberg-sql: a reference to the connection string, or itself
  std::string catalog_name;  // of iceberg-sql: which of those in the database; empty: the only one
  std::string path;          // a folder or s3://bucket/prefix
  std::string checkpoint;
  std::vector<std::string> tables{"*"};  // globs; '!' takes away
  std::optional<Millis> poll;
  HttpAccess access;
  OAuth2Profile oauth2;
  SigV4Profile sigv4;
  S3Profile s3;
};

// What a sink over HTTP is asked, and where in its answer (JSON) the rows stand. {key} and {number} in `at` and `body`
// are the key or the partition that is asked for.
struct SinkAsk {
  std::string at;    // below the sink's address; empty: the address itself
  std::string body;  // JSON that is posted; empty: nothing is
  std::string path;  // to the rows: "$.result.points", "$.topics.buckets[*].partitions.buckets"
  std::map<std::string, std::string> fields;  // where in a row: topic, partition, offset; value; count
  std::map<std::string, std::string> expect;  // what must stand where in a whole answer, as JSON; "*": anything
  std::string gives;                          // of an age: seconds | epoch-s | epoch-ms | time
  bool lines = false;                         // the answer is an object a line
};

struct DeletedKey {
  std::string key;
  std::optional<LocalTime> at;  // when its deletion was produced, where that is known
};

// Where records end that is no table of files: it is asked how far each partition is in it (`query`), how old is what
// it finds (`age`) or the document of a known key (`canary`), whether it still finds keys (`found`), and how many
// documents are of which model (`models`): in SQL, or as an http-json sink's `asks` or preset say.
struct SinkProfile {
  std::string name;
  ClusterName cluster;  // whose topics feed it; the only one where there is one and none is named
  std::string type;     // postgres, http-json
  std::string dsn;      // a reference to the connection string, or itself
  std::string query;
  std::string age;
  std::string canary;  // where no SQL is asked: the key of the document
  std::string found;
  std::string models;
  std::vector<DeletedKey> deleted;     // what must not be found any more
  std::string means = "next";          // next | last
  std::string evidence = "estimated";  // exact: it keeps the offsets with the rows; estimated: from the rows
  std::optional<Millis> poll;
  Millis timeout{10'000};  // of a statement or a request
  // Of http-json:
  std::string url;
  HttpAccess access;
  std::map<std::string, std::string> headers;  // values are secrets
  std::string preset;                          // of resources/presets/sinks.json; empty: `asks` hold
  std::map<std::string, std::string> with;     // what the preset leaves open: index, names of fields …
  std::map<std::string, SinkAsk> asks;         // by word: offsets, age, canary, found, models
  int partitions = 0;                          // how many are asked one by one where an ask has {number}
};

// How a writer notes in a table's own metadata how far it has come, as data: in a pipeline for a writer of one's own,
// in the presets for those that are known by name.
struct OffsetRule {
  std::string key;                // "app.offsets", "app.offsets.{topic}", "ingest-{partition}"
  std::string form = "json";      // json: {"0": 12} or {"orders": {"0": 12}}; list: orders,0:12,1:30 or 0=12,1=30
  std::string means;              // next | last | checkpoint | control | time
  std::string where = "version";  // version: with each of them | properties: of the table
  std::string path = {};          // where in a JSON value: "$.kafka.offsets"; empty: the value itself
  std::string job = {};           // of checkpoint: the key that says whose they are
  std::string part = {};          // of checkpoint: the key that says which part of the job it is
  std::map<std::string, std::string> topics = {};  // what the writer calls them, and their names in Kafka
};

// A metric endpoint, or a server that speaks Prometheus's query API.
struct MetricsProfile {
  std::string name;
  ClusterName cluster;            // the only one where there is one and none is named
  std::string type = "endpoint";  // endpoint | prometheus
  std::string url;                // of the endpoint itself; of prometheus what comes before /api/v1
  std::string preset = "auto";
  std::string object;                        // whom its metrics are about where their labels do not say: "broker:1"
  std::map<std::string, std::string> where;  // of prometheus: only series with these labels
  std::string tenant;                        // of prometheus: X-Scope-OrgID
  Millis poll{15'000};
  HttpAccess access;
};

// A schema registry that speaks Confluent's API.
struct RegistryProfile {
  std::string name;
  ClusterName cluster;  // whose records its schemas are of; the only one where there is one and none is named
  std::string url;      // what comes before /subjects
  Millis poll{60'000};
  HttpAccess access;
};

// A stream processor: the REST API of a Flink.
struct ProcessorProfile {
  std::string name;
  ClusterName cluster;         // whose topics its jobs read; the only one where there is one and none is named
  std::string type = "flink";  // flink
  std::string url;             // what comes before /jobs
  Millis poll{10'000};
  HttpAccess access;
};

struct AlarmWebhook {
  std::string url;                             // may be a reference: the paths of some are secrets
  std::map<std::string, std::string> headers;  // values are secrets
  HttpAccess access;
};

// Who is told when something begins, worsens or ends.
struct AlarmsProfile {
  std::string from = "error";        // note | warn | error: what is less is not told
  std::vector<std::string> command;  // the program and its words; no shell reads them
  Millis limit{10'000};              // of a run of it
  std::optional<AlarmWebhook> webhook;

  bool tells_anybody() const { return !command.empty() || webhook.has_value(); }
};

// A store of others that is told everything, by Prometheus' remote write.
struct RemoteWriteProfile {
  std::string url;                             // without a path: Prometheus' own is added
  std::map<std::string, std::string> headers;  // values are secrets
  Millis past{};                               // so much of what is there already is told at the first time
  HttpAccess access;
};

struct ClassProfile {
  std::string name;
  std::optional<Millis> target;
  std::optional<double> objective;  // percent
  std::string end = "group";        // group | table | queryable
  std::string owner;
  std::string idle = "learn";
  std::optional<Millis> delete_target;  // how long what is deleted may still be found
  std::optional<Millis> replay_window;  // how far back it must be possible to read again
};

// How records come from one cluster into another: MirrorMaker 2, or a link that keeps the offsets.
struct MirrorProfile {
  std::string name;
  std::string type = "mm2";  // mm2 | link
  ClusterName source;
  ClusterName target;
  std::string source_alias;  // of mm2: what it calls the source; the cluster's name, if not said
  std::string target_alias;
  std::string separator = ".";       // of mm2: between the source's alias and a topic
  std::string policy = "default";    // of mm2: default: topics begin with the source's alias; identity: same names
  std::string syncs_at = "source";   // of mm2: source | target, the cluster that keeps its offset syncs
  std::optional<bool> exactly_once;  // of mm2: whether it writes in transactions, where that is said
  std::vector<std::string> topics{"*", "!__*"};  // globs over the source's; '!' takes away
  Millis poll{10'000};
};

// A step of a path: one of source, topic, processor, mirror and sink has a name.
struct HopProfile {
  std::string source;
  std::string topic;
  std::string processor;
  std::string mirror;
  std::string sink;       // a table, or a sink of the profile
  std::string group;      // of a processor or a sink: whom it reads as
  std::string connector;  // of a sink
  ClusterName cluster;    // of a topic; as its mirrors say, if not said
};

struct PipelineProfile {
  std::string name;
  std::string topic;
  std::string group;
  std::string connector;
  std::string processor;  // the job that reads the topic with the group, by its name
  std::string table;
  std::string class_name;
  std::string owner;
  std::string writer;  // iceberg-connect, spark, …
  std::string control_topic;
  std::string dead_letter;    // the topic that takes what could not be processed
  std::string commit_branch;  // of the table; empty: main
  std::string checkpoint;     // the folder of the Spark query that writes the table, or s3://bucket/prefix
  std::optional<Millis> commit_interval;
  std::optional<Millis> commit_timeout;
  std::optional<OffsetRule> offsets;
  std::vector<HopProfile> hops;  // of a path with more than one; what is above then is its last leg
  std::string leg_of;            // the pipeline whose leg this is: made from its hops, not written by anybody
};

struct OwnerProfile {
  std::string name;
  std::string channel;
  std::string runbook;
};

struct Profile {
  std::string name;
  std::vector<ClusterProfile> clusters;
  std::vector<ConnectProfile> connect;
  std::vector<CatalogProfile> catalogs;
  std::vector<SinkProfile> sinks;
  std::vector<MetricsProfile> metrics;
  std::vector<RegistryProfile> registries;
  std::vector<ProcessorProfile> processors;
  std::vector<MirrorProfile> mirrors;
  AlarmsProfile alarms;
  std::optional<RemoteWriteProfile> remote_write;
  std::vector<ClassProfile> classes;
  std::vector<PipelineProfile> pipelines;
  std::map<std::string, OwnerProfile> owners;
};

// "sink-*" against "sink-1": '*' any run of characters, '?' one.
bool glob_match(std::string_view pattern, std::string_view text);
// A list of globs, later ones win, '!' takes away; an empty list matches nothing.
bool glob_list_match(const std::vector<std::string>& patterns, std::string_view text);

}  // namespace tidemark
