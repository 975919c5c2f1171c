// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QTest>
#include <cstdlib>
#include <fstream>

#include "app/settings/files.h"
#include "app/settings/profile_file.h"
#include "app/settings/secrets.h"
#include "collectors/core/redact.h"
#include "collectors/tables/formats.h"

using namespace tidemark;

namespace {
// Every section, every kind of value.
std::string whole() { return *read_file(TIDEMARK_SOURCE_DIR "/tests/unit/app/settings/manual.jsonc"); }

std::string error_of(const char* text) {
  const auto loaded = parse_profile(text, "p.json");
  return loaded ? std::string() : loaded.error().line();
}
}  // namespace

class TestSettings final : public QObject {
  Q_OBJECT
 private slots:
  void every_section_of_the_manual_is_read();
  void a_profile_without_clusters_is_valid();
  void metric_endpoints_are_read();
  void catalogs_and_writers_are_read();
  void a_store_to_pass_on_to_is_read();
  void faults_name_the_place_and_the_nearest_word_data();
  void faults_name_the_place_and_the_nearest_word();
  void a_secret_in_the_file_is_warned_of_and_not_repeated();
  void what_the_timeline_keeps_comes_back();
  void a_starter_profile_is_valid();
  void secrets_are_resolved();
  void sinks_and_databases_are_read();
  void sinks_over_http_are_read();
  void secrets_that_are_refused();
  void secret_keys();
  void text_of_others_is_redacted();
  void settings_of_others_are_redacted();
  void a_file_is_never_overwritten();
};

void TestSettings::every_section_of_the_manual_is_read() {
  const auto loaded = parse_profile(whole(), "p.json");
  QVERIFY2(loaded, loaded ? "" : loaded.error().line().c_str());
  const Profile& p = loaded->profile;
  QCOMPARE(p.name, std::string("prod"));
  QCOMPARE(p.clusters.size(), 1u);
  QCOMPARE(p.clusters[0].bootstrap, std::string("b1:9092,b2:9092"));
  QCOMPARE(p.clusters[0].poll, Millis(10'000));
  QCOMPARE(p.clusters[0].client.at("sasl.password"), std::string("env:KAFKA_PASSWORD"));
  QCOMPARE(p.clusters[0].client.at("socket.keepalive.enable"), std::string("true"));
  QCOMPARE(p.clusters[0].client.at("metadata.max.age.ms"), std::string("180000"));
  QCOMPARE(p.clusters[0].groups, std::vector<std::string>{"app-*"});
  QCOMPARE(p.clusters[0].read.size(), 2u);
  QCOMPARE(p.classes.at(0).target, Millis(5000));
  QCOMPARE(p.classes.at(0).objective, 99.5);
  QCOMPARE(p.classes.at(0).delete_target, std::optional(Millis(3'600'000)));
  QCOMPARE(p.pipelines.at(0).class_name, std::string("fraud"));
  QCOMPARE(p.owners.at("data-eng").channel, std::string("#lake"));
  QVERIFY(loaded->warnings.empty());
  for (const char* type : {"iceberg-rest", "iceberg-sql", "iceberg-hadoop", "delta", "hudi", "paimon"})
    QVERIFY2(is_readable_catalog(type), type);
  QCOMPARE(p.connect.size(), 1u);
  QCOMPARE(p.connect[0].name, std::string("lake"));
  QCOMPARE(p.connect[0].cluster, ClusterName("prod"));
  QCOMPARE(p.connect[0].access.user, std::string("u"));
  QVERIFY(is_secret_reference(p.connect[0].access.password));
  QCOMPARE(p.processors.size(), 1u);
  QCOMPARE(p.processors[0].url, std::string("http://jobmanager:8081"));
  QCOMPARE(p.processors[0].cluster, ClusterName("prod"));
  QCOMPARE(p.processors[0].poll, Millis(10'000));
  QCOMPARE(p.pipelines.at(1).processor, std::string("enrich-orders"));
  QCOMPARE(parse_judged_part(judged_part(p))->pipelines.at(1).processor, std::string("enrich-orders"));
}

void TestSettings::a_profile_without_clusters_is_valid() {
  const auto loaded = parse_profile("{}", "p.json");
  QVERIFY(loaded);
  QVERIFY(loaded->profile.clusters.empty());
}

void TestSettings::metric_endpoints_are_read() {
  const Profile p = parse_profile(whole(), "p.json")->profile;
  QCOMPARE(p.metrics.size(), 1u);
  QCOMPARE(p.metrics[0].url, std::string("http://b1:9404/metrics"));
  QCOMPARE(p.metrics[0].cluster, ClusterName("prod"));
  QCOMPARE(p.metrics[0].type, std::string("endpoint"));
  QCOMPARE(p.metrics[0].preset, std::string("auto"));
  QCOMPARE(p.metrics[0].poll, Millis(15'000));
  const auto loaded = parse_profile(R"({"metrics":[{"name":"p","type":"prometheus","url":"https://p/x","poll":"30s",
    "where":{"env":"prod"},"tenant":"t","object":"broker:1","auth":{"bearer":"env:B"},"tls":{"ca":"/ca.pem"}}]})",
                                    "p.json");
  QVERIFY2(loaded, loaded ? "" : loaded.error().line().c_str());
  const MetricsProfile& q = loaded->profile.metrics.at(0);
  QCOMPARE(q.type, std::string("prometheus"));
  QCOMPARE(q.where.at("env"), std::string("prod"));
  QCOMPARE(q.tenant, std::string("t"));
  QCOMPARE(q.object, std::string("broker:1"));
  QCOMPARE(q.poll, Millis(30'000));
  QCOMPARE(q.access.bearer, std::string("env:B"));
}

void TestSettings::sinks_and_databases_are_read() {
  const Profile p = parse_profile(whole(), "p.json")->profile;
  QCOMPARE(p.sinks.size(), 2u);
  QCOMPARE(p.sinks[0].dsn, std::string("env:PG_DSN"));
  QVERIFY(p.sinks[0].query.starts_with("select topic"));
  QCOMPARE(p.sinks[0].means, std::string("next"));
  QCOMPARE(p.sinks[0].evidence, std::string("estimated"));
  QCOMPARE(p.sinks[0].timeout, Millis(10'000));
  QCOMPARE(p.sinks[0].cluster, ClusterName("prod"));
  const auto loaded = parse_profile(R"({"clusters":[{"name":"c","bootstrap":"b:1"}],
    "sinks":[{"name":"v","type":"postgres","dsn":"host=h dbname=d","age":"select 1","means":"last","evidence":"exact",
              "poll":"5s","timeout":"2s"}],
    "catalogs":[{"name":"s","type":"iceberg-sql","dsn":"sqlite:////data/c.db","catalog":"lake"},
                {"name":"p","type":"iceberg-sql","dsn":"postgresql://u:secret@h/d"}]})",
                                    "p.json");
  QVERIFY2(loaded, loaded ? "" : loaded.error().line().c_str());
  const SinkProfile& sink = loaded->profile.sinks.at(0);
  QCOMPARE(sink.means, std::string("last"));
  QCOMPARE(sink.evidence, std::string("exact"));
  QCOMPARE(sink.poll, std::optional(Millis(5000)));
  QCOMPARE(sink.timeout, Millis(2000));
  QCOMPARE(loaded->profile.catalogs.at(0).catalog_name, std::string("lake"));
  // Only the one with a password in it is a secret.
  QCOMPARE(loaded->warnings.size(), 1u);
  QVERIFY(loaded->warnings[0].find("/catalogs/1/dsn") != std::string::npos ||
          loaded->warnings[0].find("catalogs[1].dsn") != std::string::npos);
  QVERIFY(loaded->warnings[0].find("secret@") == std::string::npos);
  for (
      const char* wrong :
      {R"({"name":"v","type":"postgres","query":"select 1"})",
       R"({"name":"v","type":"postgres","dsn":"env:D"})",
       R"({"name":"v","type":"postgres","dsn":"env:D","age":"select 1","timeout":"1h"})",
       R"({"name":"v","type":"postgres","dsn":"env:D","age":"select 1","evidence":"sure"})",
       R"({"name":"v","type":"postgres","dsn":"env:D","age":"select 1","cluster":"other"})",
       R"({"name":"v","type":"postgres","dsn":"env:D","age":"select 1","deleted":["k"]})",
       R"({"name":"v","type":"postgres","dsn":"env:D","age":"select 1","preset":"qdrant"})",
       R"({"name":"v","type":"http-json","path":"$.a"})",
       R"({"name":"v","type":"http-json","url":"http://h/"})",
       R"({"name":"v","type":"http-json","url":"http://h/","path":"a.b"})",
       R"({"name":"v","type":"http-json","url":"http://h/","path":"$.a","fields":{"partition":"$.p"}})",
       R"({"name":"v","type":"http-json","url":"http://h/","path":"$.a","expect":{"timed_out":false}})",
       R"({"name":"v","type":"http-json","url":"http://h/","path":"$.a","deleted":["k"]})",
       R"({"name":"v","type":"http-json","url":"http://h/","path":"$.a","dsn":"env:D"})",
       R"({"name":"v","type":"http-json","url":"http://h/","path":"$.a","asks":{"offsets":{"at":"/x","path":"$.a"}}})",
       R"({"name":"v","type":"http-json","url":"http://h/","preset":"none"})",
       R"({"name":"v","type":"http-json","url":"http://h/","preset":"opensearch"})",
       R"({"name":"v","type":"http-json","url":"http://h/","preset":"opensearch","with":{"index":"i","offset":"o"}})",
       R"({"name":"v","type":"http-json","url":"http://h/","preset":"opensearch","with":{"indx":"i"}})",
       R"({"name":"v","type":"http-json","url":"http://h/","preset":"opensearch","path":"$.a","with":{"index":"i","time":"t"}})",
       R"({"name":"v","type":"http-json","url":"http://h/","preset":"clickhouse","query":""})",
       R"({"name":"v","type":"http-json","url":"http://h/","preset":"opensearch","with":{"index":"i","time":"t'"}})"})
    QVERIFY2(!parse_profile(std::string(R"({"sinks":[)") + wrong + "]}", "p.json"), wrong);
}

void TestSettings::sinks_over_http_are_read() {
  const Profile p = parse_profile(whole(), "p.json")->profile;
  const SinkAsk& plain = p.sinks[1].asks.at("offsets");
  QCOMPARE(p.sinks[1].url + ' ' + plain.path + ' ' + plain.body, std::string("http://q:6333/docs/_search $.result {}"));
  QVERIFY(plain.at.empty() && plain.fields.empty());
  const auto loaded = parse_profile(R"({"sinks":[
    {"name":"o","type":"http-json","preset":"opensearch","url":"https://o:9200","with":{"index":"docs","topic":"t",
     "partition":"p","offset":"o","time":"at"},"auth":{"basic":{"user":"u","password":"env:P"}},"tls":{"ca":"/ca.pem"},
     "headers":{"api-key":"literal"},"canary":"c","deleted":["a",{"key":"b","at":"2026-01-01T00:00:00Z"}]},
    {"name":"q","type":"http-json","preset":"qdrant","url":"http://q:6333","partitions":6,"with":{"index":"docs",
     "topic":"t","partition":"p","offset":"o","from":"orders"}},
    {"name":"own","type":"http-json","url":"http://h","asks":{
     "age":{"at":"/newest","path":"$","fields":{"value":"$.t"},"gives":"epoch-s","expect":{"$.e":null},"lines":true}}}]})",
                                    "p.json");
  QVERIFY2(loaded, loaded ? "" : loaded.error().line().c_str());
  const std::vector<SinkProfile>& sinks = loaded->profile.sinks;
  QCOMPARE(loaded->warnings.size(), 1u);  // the key in the headers
  QCOMPARE(sinks[0].access.user + sinks[0].access.ca_file + sinks[0].headers.at("api-key"),
           std::string("u/ca.pemliteral"));
  QCOMPARE(sinks[0].deleted.size(), 2u);
  QVERIFY(sinks[0].deleted[0].key == "a" && !sinks[0].deleted[0].at);
  QCOMPARE(ms(*sinks[0].deleted[1].at), std::int64_t{1'767'225'600'000});
  QCOMPARE(sinks[1].partitions, 6);
  const SinkAsk& own = sinks[2].asks.at("age");
  QCOMPARE(own.at + own.gives + own.fields.at("value") + own.expect.at("$.e"), std::string("/newestepoch-s$.tnull"));
  QVERIFY(own.lines);
}

void TestSettings::catalogs_and_writers_are_read() {
  const Profile p = parse_profile(whole(), "p.json")->profile;
  QCOMPARE(p.catalogs.size(), 2u);
  QCOMPARE(p.catalogs[0].cluster, ClusterName("prod"));
  QCOMPARE(p.catalogs[0].warehouse, std::string("wh"));
  QCOMPARE(p.catalogs[0].tables, std::vector<std::string>{"lake.*"});
  QVERIFY(p.catalogs[0].s3.path_style);
  QCOMPARE(p.catalogs[0].s3.secret_key, std::string("env:S"));
  QCOMPARE(p.catalogs[1].checkpoint, std::string("/data/chk/orders"));
  QCOMPARE(p.catalogs[1].tables, std::vector<std::string>{"*"});
  QCOMPARE(p.pipelines.at(0).writer, std::string("iceberg-connect"));
  QCOMPARE(p.pipelines.at(0).control_topic, std::string("control-iceberg"));

  const auto loaded = parse_profile(R"({"catalogs":[{"name":"a","type":"iceberg-rest","url":"https://c","poll":"20s",
    "auth":{"oauth2":{"client_id":"me","client_secret":"env:S","scope":"all"}},"tls":{"ca":"/ca.pem"}},
    {"name":"b","type":"iceberg-rest","url":"https://g","auth":{"sigv4":{"region":"eu-1","service":"glue",
    "access_key":"env:K","secret_key":"literal"}}}],
    "pipelines":[{"name":"o","table":"lake.orders","commit_branch":"audit","commit_interval":"5m",
    "commit_timeout":"30s","offsets":{"key":"app.{topic}","means":"last"}},
    {"name":"f","table":"lake.f","checkpoint":"/chk","offsets":{"key":"my.id","means":"checkpoint","where":"properties",
    "path":"$.a['b']","job":"my.job","topics":{"o":"orders"}}}]})",
                                    "p.json");
  QVERIFY2(loaded, loaded ? "" : loaded.error().line().c_str());
  const Profile& q = loaded->profile;
  QCOMPARE(loaded->warnings.size(), 1u);
  QVERIFY(loaded->warnings[0].find("secret_key") != std::string::npos);
  QCOMPARE(q.catalogs[0].poll, std::optional(Millis(20'000)));
  QCOMPARE(q.catalogs[0].oauth2.scope, std::string("all"));
  QCOMPARE(q.catalogs[0].access.ca_file, std::string("/ca.pem"));
  QCOMPARE(q.catalogs[1].sigv4.service, std::string("glue"));
  QVERIFY(q.catalogs[1].cluster.value().empty());
  QCOMPARE(q.pipelines[0].commit_branch, std::string("audit"));
  QCOMPARE(q.pipelines[0].commit_interval, std::optional(Millis(300'000)));
  QCOMPARE(q.pipelines[0].offsets->form, std::string("json"));
  QCOMPARE(q.pipelines[0].offsets->means, std::string("last"));
  QCOMPARE(q.pipelines[0].offsets->where, std::string("version"));
  QCOMPARE(q.pipelines[1].checkpoint, std::string("/chk"));
  const OffsetRule& rule = *q.pipelines[1].offsets;
  QCOMPARE(rule.where + ' ' + rule.path + ' ' + rule.job, std::string("properties $.a['b'] my.job"));
  QCOMPARE(rule.topics.at("o"), std::string("orders"));
  const auto astray =
      parse_profile(R"({"pipelines":[{"name":"f","offsets":{"key":"k","means":"next","path":"a.b"}}]})", "p.json");
  QVERIFY(!astray && astray.error().line().find("$.pipelines[0].offsets.path") != std::string::npos);
}

void TestSettings::a_store_to_pass_on_to_is_read() {
  QVERIFY(!parse_profile("{}", "p.json")->profile.remote_write);
  const auto loaded = parse_profile(R"({"remote_write": {"url": "https://mimir/api/v1/push", "past": "2h",
      "headers": {"X-Scope-OrgID": "env:TENANT"}, "auth": {"bearer": "hunter2"}}})",
                                    "p.json");
  QVERIFY2(loaded, loaded ? "" : loaded.error().line().c_str());
  const RemoteWriteProfile& to = *loaded->profile.remote_write;
  QCOMPARE(to.url, std::string("https://mimir/api/v1/push"));
  QCOMPARE(to.past, Millis(7'200'000));
  QCOMPARE(to.headers.at("X-Scope-OrgID"), std::string("env:TENANT"));
  QCOMPARE(to.access.bearer, std::string("hunter2"));
  QCOMPARE(loaded->warnings.size(), 1u);
  const std::string none = error_of(R"({"remote_write": {}})");
  const std::string other = error_of(R"({"remote_write": {"url": "ftp://h"}})");
  QVERIFY2(none.find("url") != std::string::npos, none.c_str());
  QVERIFY2(other.find("$.remote_write.url") != std::string::npos, other.c_str());
}

void TestSettings::faults_name_the_place_and_the_nearest_word_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("line");
  const auto cluster = [](const char* inside) {
    return QByteArray(R"({"clusters":[{"name":"a","bootstrap":"b:1",)") + inside + "}]}";
  };
  QTest::newRow("syntax") << QByteArray("{\n \"name\" 1}") << QByteArray("p.json: line 2, column ");
  QTest::newRow("unknown key") << QByteArray(R"({"clusterz":[]})")
                               << QByteArray(
                                      "p.json: $.clusterz: unknown key \"clusterz\"; did you mean \"clusters\"?");
  QTest::newRow("deep typo") << cluster(R"("pol":"10s")")
                             << QByteArray("p.json: $.clusters[0].pol: unknown key \"pol\"; did you mean \"poll\"?");
  QTest::newRow("type") << QByteArray(R"({"clusters":{}})")
                        << QByteArray("p.json: $.clusters: an array is wanted, not an object");
  QTest::newRow("missing") << QByteArray(R"({"clusters":[{"name":"a"}]})")
                           << QByteArray("p.json: $.clusters[0].bootstrap: missing");
  QTest::newRow("duration") << cluster(R"("poll":"10 s")")
                            << QByteArray("p.json: $.clusters[0].poll: \"10 s\" is no duration");
  QTest::newRow("too often") << cluster(R"("poll":"1ms")")
                             << QByteArray("p.json: $.clusters[0].poll: shorter than 100ms");
  QTest::newRow("code") << cluster(R"("client":{"plugin.library.paths":"/tmp/x.so"})")
                        << QByteArray(
                               "p.json: $.clusters[0].client[\"plugin.library.paths\"]: client setting "
                               "\"plugin.library.paths\" is refused");
  QTest::newRow("address") << QByteArray(R"({"clusters":[{"name":"a","bootstrap":"http://b"}]})")
                           << QByteArray("p.json: $.clusters[0].bootstrap: ");
  QTest::newRow("word") << cluster(R"("read":["residu"])")
                        << QByteArray("p.json: $.clusters[0].read[0]: \"residu\" is none of ");
  QTest::newRow("kind of processor") << QByteArray(R"({"processors":[{"name":"f","url":"http://h","type":"storm"}]})")
                                     << QByteArray("p.json: $.processors[0].type: \"storm\" is none of ");
  QTest::newRow("url") << QByteArray(R"({"registries":[{"name":"r","url":"registry"}]})")
                       << QByteArray("p.json: $.registries[0].url: not an http");
  QTest::newRow("password in a url") << QByteArray(R"({"connect":[{"name":"c","url":"http://u:p@h:8083"}]})")
                                     << QByteArray("p.json: $.connect[0].url: an address with a user or a password");
  QTest::newRow("no such cluster")
      << QByteArray(
             R"({"clusters":[{"name":"prod","bootstrap":"b:1"}],"connect":[{"name":"c","url":"http://h","cluster":"pro"}]})")
      << QByteArray("p.json: $.connect[0].cluster: there is no cluster \"pro\"; did you mean \"prod\"?");
  QTest::newRow("two kinds of credentials")
      << QByteArray(
             R"({"connect":[{"name":"c","url":"http://h","auth":{"basic":{"user":"u","password":"env:P"},"bearer":"env:B"}}]})")
      << QByteArray("p.json: $.connect[0].auth: both \"basic\" and \"bearer\"");
  QTest::newRow("connect too often") << QByteArray(R"({"connect":[{"name":"c","url":"http://h","poll":"1ms"}]})")
                                     << QByteArray("p.json: $.connect[0].poll: shorter than 100ms");
  QTest::newRow("labels of an endpoint")
      << QByteArray(R"({"metrics":[{"name":"m","url":"http://h","where":{"a":"b"}}]})")
      << QByteArray("p.json: $.metrics[0].where: only a server of type \"prometheus\" has one");
  QTest::newRow("kind of metrics") << QByteArray(R"({"metrics":[{"name":"m","url":"http://h","type":"prom"}]})")
                                   << QByteArray("p.json: $.metrics[0].type: \"prom\" is none of ");
  QTest::newRow("twice") << QByteArray(R"({"classes":[{"name":"a"},{"name":"a"}]})")
                         << QByteArray("p.json: $.classes[1]: the name \"a\" is taken");
  QTest::newRow("no such class")
      << QByteArray(R"({"classes":[{"name":"fraud"}],"pipelines":[{"name":"o","class":"frau"}]})")
      << QByteArray("p.json: $.pipelines[0].class: there is no class \"frau\"; did you mean \"fraud\"?");
  QTest::newRow("two ways to sign in")
      << QByteArray(R"({"catalogs":[{"name":"c","type":"iceberg-rest","auth":{"bearer":"env:T","oauth2":
         {"client_id":"a","client_secret":"env:S"}}}]})")
      << QByteArray("p.json: $.catalogs[0].auth: more than one way to sign in; leave one");
  QTest::newRow("no such cluster") << QByteArray(R"({"catalogs":[{"name":"c","type":"delta","cluster":"x"}]})")
                                   << QByteArray("p.json: $.catalogs[0].cluster: there is no cluster \"x\"");
  QTest::newRow("objective") << QByteArray(R"({"classes":[{"name":"a","objective":101}]})")
                             << QByteArray("p.json: $.classes[0].objective: ");
  QTest::newRow("empty name") << QByteArray(R"({"classes":[{"name":""}]})")
                              << QByteArray("p.json: $.classes[0].name: must not be empty");
}

void TestSettings::faults_name_the_place_and_the_nearest_word() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, line);
  const std::string error = error_of(text.constData());
  QVERIFY2(error.starts_with(line.toStdString()), error.c_str());
  QCOMPARE(parse_profile(text.toStdString(), "p.json").error().code, ErrorCode::usage);
}

void TestSettings::a_secret_in_the_file_is_warned_of_and_not_repeated() {
  const auto loaded = parse_profile(R"({"clusters":[{"name":"a","bootstrap":"b:1","client":{"sasl.password":"hunter2",
    "sasl.kerberos.keytab":"/etc/k"}}]})",
                                    "p.json");
  QVERIFY(loaded);
  QCOMPARE(loaded->warnings.size(), 1u);
  QVERIFY(loaded->warnings[0].find("sasl.password") != std::string::npos);
  QVERIFY(loaded->warnings[0].find("hunter2") == std::string::npos);
}

void TestSettings::what_the_timeline_keeps_comes_back() {
  const Profile profile = parse_profile(whole(), "p.json")->profile;
  const std::string kept = judged_part(profile);
  QVERIFY(kept.find("KAFKA_PASSWORD") == std::string::npos);
  const auto back = parse_judged_part(kept);
  QVERIFY(back);
  QCOMPARE(judged_part(*back), kept);
  QCOMPARE(back->classes.at(0).target, Millis(5000));
}

void TestSettings::a_starter_profile_is_valid() {
  ClusterProfile cluster;
  cluster.name = ClusterName("odd \"name\"");
  cluster.bootstrap = "b1:9092";
  cluster.client = {{"sasl.password", "env:X"}, {"security.protocol", "sasl_ssl"}};
  Profile profile;
  profile.clusters = {cluster};
  profile.connect.emplace_back().name = "lake";
  profile.connect.front().url = "https://connect:8083";
  profile.registries.emplace_back().name = "sr";
  profile.registries.front().url = "http://registry:8081";
  profile.catalogs.emplace_back().name = "cat";
  profile.catalogs.front().url = "https://catalog/iceberg";
  profile.catalogs.front().type = "iceberg-rest";
  const auto loaded = parse_profile(starter_profile(profile), "p.json");
  QVERIFY2(loaded, loaded ? "" : loaded.error().line().c_str());
  QCOMPARE(loaded->profile.clusters.at(0).name, cluster.name);
  QCOMPARE(loaded->profile.clusters.at(0).client, cluster.client);
  QCOMPARE(loaded->profile.connect.at(0).url, profile.connect.front().url);
  QCOMPARE(loaded->profile.registries.at(0).name, std::string("sr"));
  QCOMPARE(loaded->profile.catalogs.at(0).type, std::string("iceberg-rest"));
  QVERIFY(loaded->warnings.empty());
}

void TestSettings::secrets_are_resolved() {
  const QTemporaryDir folder;
  const std::string path = folder.filePath(QStringLiteral("secret")).toStdString();
  QVERIFY(write_new_file(path, "from a file\nsecond line"));
  ::setenv("TIDEMARK_TEST_SECRET", "from the environment", 1);
  int asked = 0;
  const Secrets secrets([&](const std::string&) {
    ++asked;
    return std::optional<std::string>("from a person");
  });
  QCOMPARE(*secrets.resolve("env:TIDEMARK_TEST_SECRET"), std::string("from the environment"));
  QCOMPARE(*secrets.resolve("file:" + path), std::string("from a file"));
  QCOMPARE(*secrets.resolve("ask"), std::string("from a person"));
  QCOMPARE(*secrets.resolve("ask"), std::string("from a person"));
  QCOMPARE(asked, 1);
  QCOMPARE(*secrets.resolve("plain"), std::string("plain"));
}

void TestSettings::secrets_that_are_refused() {
  const QTemporaryDir folder;
  const std::string path = folder.filePath(QStringLiteral("secret")).toStdString();
  QVERIFY(write_new_file(path, "hunter2"));
  QCOMPARE(::chmod(path.c_str(), 0644), 0);
  const Secrets secrets([](const std::string&) { return std::nullopt; });
  for (const std::string& reference :
       {"file:" + path, std::string("file:/nowhere/at/all"), std::string("env:TIDEMARK_NOT_SET"),
        std::string("keychain:kafka"), std::string("ask")}) {
    const auto value = secrets.resolve(reference);
    QVERIFY2(!value, reference.c_str());
    QCOMPARE(value.error().code, ErrorCode::usage);
    QVERIFY(value.error().line().find("hunter2") == std::string::npos);
  }
  QCOMPARE(secrets.resolve("keychain:kafka").error().fix, std::string("use env: or file:"));
}

void TestSettings::secret_keys() {
  for (const char* key : {"sasl.password", "ssl.key.password", "ssl.key.pem", "API-Key", "aws_secret_access_key",
                          "basic.auth.user.info", "sasl.jaas.config", "azure.sas", "Authorization"})
    QVERIFY2(is_secret_key(key), key);
  for (const char* key :
       {"sasl.username", "sasl.mechanism", "ssl.ca.pem", "ssl.certificate.pem", "security.protocol", "topics", "sasl"})
    QVERIFY2(!is_secret_key(key), key);
}

void TestSettings::text_of_others_is_redacted() {
  QCOMPARE(redacted("GET https://u:p@host/x failed"), std::string("GET https://[removed]@host/x failed"));
  QCOMPARE(redacted("key AKIAIOSFODNN7EXAMPLE."), std::string("key [removed]."));
  QCOMPARE(redacted("Bearer eyJhbGciOiJI.eyJzdWIiOiIx.abc-def end"), std::string("Bearer [removed] end"));
  QCOMPARE(redacted("sasl password=hunter2, retry"), std::string("sasl password=[removed], retry"));
  QCOMPARE(redacted("a\n-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----\nb"),
           std::string("a\n[removed]\nb"));
  QCOMPARE(redacted("b1:9092/1: Connect to ipv4#10.0.0.1:9092 failed"),
           std::string("b1:9092/1: Connect to ipv4#10.0.0.1:9092 failed"));
  QVERIFY(redacted(std::string(1'000'000, 'x')).size() < 5000);
  QCOMPARE(redacted("client_secret=abc; AccountKey=xyz=="),
           std::string("client_secret=[removed]; AccountKey=[removed]"));
  QCOMPARE(redacted("Authorization: Basic dXNlcjpwYXNz"), std::string("Authorization: Basic [removed]"));
  QCOMPARE(redacted("https://a/b?sv=1&sig=a%2Fb&x=1"), std::string("https://a/b?sv=1&sig=[removed]&x=1"));
  QCOMPARE(redacted_lines("at a\n-----BEGIN KEY-----\nMIIa\nbcde\n-----END KEY-----\nat b\ntoken=1\n"),
           std::string("at a\n[removed]\nat b\ntoken=[removed]\n"));
}

void TestSettings::settings_of_others_are_redacted() {
  QCOMPARE(redacted_setting("connection.password", "x"), std::string("[removed]"));
  QCOMPARE(redacted_setting("connection.password", ""), std::string());
  QCOMPARE(redacted_setting("connection.password", "${file:/etc/k.properties:password}"),
           std::string("${file:/etc/k.properties:password}"));
  QCOMPARE(redacted_setting("connection.password", "${x}secret"), std::string("[removed]"));
  QCOMPARE(redacted_setting("iceberg.catalog.s3.access-key-id", "AK"), std::string("[removed]"));
  QCOMPARE(redacted_setting("iceberg.catalog.uri", "https://u:p@h/x"), std::string("https://[removed]@h/x"));
  QCOMPARE(redacted_setting("topics", "orders,clicks"), std::string("orders,clicks"));
}

void TestSettings::a_file_is_never_overwritten() {
  const QTemporaryDir folder;
  const std::string path = folder.filePath(QStringLiteral("p.json")).toStdString();
  QVERIFY(write_new_file(path, "one"));
  const auto again = write_new_file(path, "two");
  QVERIFY(!again);
  QCOMPARE(again.error().code, ErrorCode::usage);
  QCOMPARE(*read_file(path), std::string("one"));
  struct stat status{};
  QCOMPARE(::stat(path.c_str(), &status), 0);
  QCOMPARE(status.st_mode & 0777u, 0600u);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
