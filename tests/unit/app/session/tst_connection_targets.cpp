// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile says of its endpoints before anybody is asked, and what refused polls mean for permissions.
#include <QTest>
#include <algorithm>
#include <memory>

#include "app/session/connection/permissions.h"
#include "app/session/connection/target.h"

using namespace tidemark;

namespace {
class Written final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override {
    if (reference == "env:DSN") return std::string("postgresql://lake:hunter2@db.example:5433/cat?sslmode=verify-full");
    return std::string(reference);
  }
};

ConnectionTarget only(const Profile& profile) {
  const auto targets = connection_targets(profile, Written());
  return targets.empty() ? ConnectionTarget() : targets.front();
}

Profile of_client(std::map<std::string, std::string> client) {
  ClusterProfile cluster;
  cluster.name = ClusterName("prod");
  cluster.bootstrap = "b1,[::1]:9093, b3:9094";
  cluster.client = std::move(client);
  cluster.read = {"residue"};
  Profile profile;
  profile.clusters = {cluster};
  return profile;
}

Profile of_catalog(const CatalogProfile& catalog) {
  Profile profile;
  profile.catalogs = {catalog};
  return profile;
}

std::unique_ptr<ToldPolls> refused(const char* lane, std::vector<PollError> errors,
                                   std::vector<StateSample> states = {}) {
  auto polls = std::make_unique<ToldPolls>();
  Poll poll;
  poll.lane = polls->lane({{"kafka", "prod", ClusterName("prod")}, lane, Millis(10'000)});
  poll.errors = std::move(errors);
  poll.states = std::move(states);
  polls->push(std::move(poll));
  return polls;
}

ConnectionStep right(const ToldPolls& polls, std::string_view object) {
  const auto steps = kafka_permissions(polls, std::string("sre"));
  return *std::ranges::find(steps, object, &ConnectionStep::object);
}
}  // namespace

class TestConnectionTargets final : public QObject {
  Q_OBJECT

 private slots:
  void a_cluster_by_its_client_settings() {
    const auto plain = only(of_client({}));
    QCOMPARE(plain.hosts.size(), std::size_t(3));
    QCOMPARE(plain.hosts[0].text(), std::string("b1:9092"));
    QCOMPARE(plain.hosts[1].text(), std::string("[::1]:9093"));
    QVERIFY(!plain.tls);
    QCOMPARE(plain.endpoint.authentication, std::string("none"));
    QCOMPARE(plain.endpoint.principal.reason(), Reason::not_applicable);
    QCOMPARE(plain.endpoint.reads.back(), std::string("records: residue"));

    const auto sasl = only(of_client({{"security.protocol", "SASL_SSL"},
                                      {"sasl.mechanism", "SCRAM-SHA-512"},
                                      {"sasl.username", "env:USER"},
                                      {"ssl.ca.location", "/ca.pem"}}));
    QVERIFY(sasl.tls && sasl.is_sasl && sasl.checks_name);
    QCOMPARE(sasl.endpoint.authentication, std::string("SASL/SCRAM-SHA-512"));
    QCOMPARE(sasl.endpoint.principal.value_or(""), std::string("env:USER"));
    QCOMPARE(sasl.trust.ca_file, std::string("/ca.pem"));

    const auto mutual = only(of_client({{"security.protocol", "ssl"},
                                        {"ssl.certificate.location", "/me.pem"},
                                        {"ssl.endpoint.identification.algorithm", "none"}}));
    QCOMPARE(mutual.endpoint.authentication, std::string("client certificate"));
    QCOMPARE(mutual.endpoint.principal.value_or(""), std::string("/me.pem"));
    QVERIFY(mutual.checks_trust && !mutual.checks_name);
  }

  void a_database_behind_a_reference() {
    CatalogProfile catalog;
    catalog.name = "lake";
    catalog.type = "iceberg-sql";
    catalog.dsn = "env:DSN";
    const auto target = only(of_catalog(catalog));
    QCOMPARE(target.hosts.front().text(), std::string("db.example:5433"));
    QCOMPARE(target.endpoint.address, std::string("postgresql://db.example:5433/cat"));
    QCOMPARE(target.endpoint.principal.value_or(""), std::string("lake"));
    QVERIFY(target.tls && target.checks_trust && target.checks_name && !target.tls_may_fail);
    catalog.dsn = "host=127.0.0.1 dbname=d";
    const auto preferred = only(of_catalog(catalog));
    QVERIFY(preferred.tls && preferred.tls_may_fail && !preferred.checks_trust);
    catalog.dsn = "sqlite:////tmp/c.db";
    QVERIFY(only(of_catalog(catalog)).speech == Speech::files);
    catalog.dsn = "host=/run/postgresql dbname=d";
    QVERIFY(only(of_catalog(catalog)).hosts.empty());
  }

  void a_catalog_with_its_store_and_its_tokens() {
    CatalogProfile catalog;
    catalog.name = "lake";
    catalog.type = "iceberg-rest";
    catalog.url = "https://catalog.example/iceberg?token=hunter2";
    catalog.oauth2 = {"https://id.example/token", "collector", "env:S", ""};
    catalog.s3.endpoint = "http://s3.example:9000";
    catalog.s3.access_key = "AKIAHUNTER2HUNTER2X";
    const auto targets = connection_targets(of_catalog(catalog), Written());
    QCOMPARE(targets.size(), std::size_t(3));
    QCOMPARE(targets[0].endpoint.address, std::string("https://catalog.example/iceberg"));
    QCOMPARE(targets[0].endpoint.principal.value_or(""), std::string("collector"));
    QCOMPARE(targets[1].endpoint.object, std::string("store:lake"));
    QVERIFY(!targets[1].endpoint.principal.known());
    QCOMPARE(targets[2].endpoint.object, std::string("catalog:lake/token"));
    QVERIFY(targets[1].asking == Asking::elsewhere && targets[2].asking == Asking::elsewhere);
  }

  void owners_are_those_of_the_pipelines_that_go_through() {
    CatalogProfile catalog;
    catalog.name = "lake";
    catalog.path = "/data";
    catalog.tables = {"lake.*"};
    Profile profile = of_catalog(catalog);
    PipelineProfile orders, other;
    orders.table = "lake.orders";
    orders.owner = "data";
    other.table = "else.x";
    other.owner = "others";
    profile.pipelines = {orders, other};
    QCOMPARE(only(profile).endpoint.owners, std::vector<std::string>{"data"});
  }

  void a_webhook_behind_a_reference_is_not_told() {
    Profile profile;
    profile.alarms.webhook = AlarmWebhook{.url = "env:HOOK", .headers = {}, .access = {}};
    const auto target = only(profile);
    QCOMPARE(target.endpoint.address, std::string("env:HOOK"));
    QVERIFY(target.asking == Asking::elsewhere && !target.elsewhere.empty());
  }

  void a_refused_right_names_what_to_grant_and_what_goes_without() {
    const auto polls = refused("offsets", {{"topic:a", Reason::no_permission, "denied", true},
                                           {"topic:b", Reason::no_permission, "denied", true},
                                           {"topic:c", Reason::no_permission, "denied", true},
                                           {"topic:d", Reason::no_permission, "denied", true}});
    const auto topics = right(*polls, "describe topics");
    QVERIFY(topics.state == StepState::failed);
    QCOMPARE(topics.says, std::string("denied for topic:a, topic:b, topic:c and 1 more"));
    QVERIFY(topics.fix.find("--allow-principal User:sre --operation Describe --topic") != std::string::npos);
    QVERIFY(!topics.without.empty());
    // Nothing is shown of groups: that is no proof of a refusal.
    QVERIFY(right(*polls, "describe groups").state == StepState::unknown);
    // Nobody asked for configurations.
    QVERIFY(right(*polls, "broker configurations").state == StepState::unknown);
  }

  void what_is_shown_is_permitted() {
    const auto polls = refused("configs", {{"topic:a", Reason::no_permission, "configuration: denied", true}},
                               {{Object("broker:1"), "config:log.retention.ms", "1", {}}});
    QVERIFY(right(*polls, "broker configurations").state == StepState::ok);
    QVERIFY(right(*polls, "topic configurations").state == StepState::failed);
  }
};

QTEST_GUILESS_MAIN(TestConnectionTargets)
#include "tst_connection_targets.moc"
