// SPDX-License-Identifier: GPL-3.0-or-later
// A connection, step by step, against servers that really are as wrong as they are said to be: nothing listens, TLS
// where none is expected and the other way round, a certificate of another name, of nobody known or out of its time, a
// broker that sends its clients elsewhere, a service that wants another password.
#include <QTest>
#include <algorithm>
#include <cstdlib>

#include "app/session/connection/connection_check.h"
#include "collectors/reach/dial.h"
#include "collectors/reach/resolve.h"
#include "collectors/reach/tls.h"
#include "tests/integration/connection/tls_server.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/support/http_server.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class Environment final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override {
    if (reference == "env:MISSING")
      return fail(ErrorCode::usage, "the environment variable is not set", std::string(reference), "export it");
    return std::string(reference);
  }
};

using Client = std::map<std::string, std::string>;
Profile cluster(const std::string& bootstrap, Client client = {}) {
  ClusterProfile of;
  of.name = ClusterName("prod");
  of.bootstrap = bootstrap;
  of.client = std::move(client);
  Profile profile;
  profile.clusters.push_back(of);
  return profile;
}

Profile connect_at(const std::string& url, HttpAccess access = {}) {
  ConnectProfile connect;
  connect.name = "lake";
  connect.url = url;
  connect.access = std::move(access);
  Profile profile;
  profile.connect.push_back(connect);
  return profile;
}

// "tls failed", for the first step of the name.
std::string state_of(const CheckedEndpoint& checked, std::string_view step, std::string_view object = {}) {
  for (const ConnectionStep& one : checked.steps)
    if (one.step == step && (object.empty() || one.object == object)) return std::string(word(one.state));
  return "none";
}

ConnectionStep step_of(const CheckedEndpoint& checked, std::string_view step, std::string_view object = {}) {
  for (const ConnectionStep& one : checked.steps)
    if (one.step == step && (object.empty() || one.object == object)) return one;
  return {};
}

std::string text_of(const CheckedEndpoint& checked) {
  std::string out = checked.endpoint.object + '\n';
  for (const ConnectionStep& one : checked.steps)
    out += one.step + ' ' + one.object + ' ' + std::string(word(one.state)) + ": " + one.says + " | " + one.fix + '\n';
  return out;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
}  // namespace

// Both tell what was told where they fail.
#define SAYS(checked, step, part) QVERIFY2(holds(step_of(checked, step).says, part), text_of(checked).c_str())
#define FIX(checked, step, part) QVERIFY2(holds(step_of(checked, step).fix, part), text_of(checked).c_str())
#define STATE(checked, step, wanted) QVERIFY2(state_of(checked, step) == (wanted), text_of(checked).c_str())

class ConnectionCheckTest final : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;
  const Environment secrets_;

  CheckedEndpoint check(const Profile& profile) const { return check_at(profile, clock_); }
  CheckedEndpoint check_at(const Profile& profile, const Clock& clock) const {
    return check_connections(profile, {.secrets = secrets_, .clock = clock, .stop = {}}).front();
  }

 private slots:
  void initTestCase() {
    for (const char* proxy : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) qunsetenv(proxy);
  }

  void a_cluster_that_answers() {
    MockCluster mock;
    mock.create_topic("orders", 2);
    std::vector<std::string> told;
    const auto checked = check_connections(
        cluster(mock.bootstrap()),
        {.secrets = secrets_, .clock = clock_, .stop = {}, .told = [&](const auto&, const auto& step) {
           told.push_back(step.step);
         }});
    const CheckedEndpoint& one = checked.front();
    for (const char* step : {"resolve", "tcp", "sign-in", "answer"}) STATE(one, step, "ok");
    STATE(one, "tls", "not-tried");
    SAYS(one, "answer", "3 brokers, 1 topic,");
    QCOMPARE(state_of(one, "permission", "describe topics"), std::string("ok"));
    // Nothing was produced for a group, and the built-in cluster tells no configurations: neither is a refusal.
    QCOMPARE(state_of(one, "permission", "topic configurations"), std::string("unknown"));
    QCOMPARE(state_of(one, "permission", "read records"), std::string("not-tried"));
    QVERIFY(one.answers() && !one.fails());
    QCOMPARE(one.endpoint.zone.value_or(""), std::string("this machine"));
    QCOMPARE(one.endpoint.tls.value_or(""), std::string("no"));
    QVERIFY(told.size() >= one.steps.size());
  }

  void a_record_is_read_where_the_profile_allows_it() {
    MockCluster mock(1);
    mock.create_topic("orders", 1);
    mock.produce("orders", 0, 3);
    Profile profile = cluster(mock.bootstrap());
    profile.clusters.front().read = {"residue"};
    const auto one = check(profile);
    QVERIFY2(state_of(one, "permission", "read records") == "ok", text_of(one).c_str());
  }

  void nothing_listens() {
    const auto one = check(cluster("127.0.0.1:1"));
    STATE(one, "resolve", "ok");
    STATE(one, "tcp", "failed");
    SAYS(one, "tcp", "refused");
    FIX(one, "tcp", "check the port");
    STATE(one, "sign-in", "not-tried");
    STATE(one, "answer", "not-tried");
    QVERIFY(!one.answers() && one.fails());
  }

  void a_name_that_nobody_knows() {
    const auto one = check(cluster("no-such-host.invalid:9092"));
    STATE(one, "resolve", "failed");
    QVERIFY(!step_of(one, "resolve").fix.empty());
    STATE(one, "answer", "not-tried");
  }

  void one_of_several_addresses_is_enough() {
    MockCluster mock(1);
    mock.create_topic("orders", 1);
    const auto one = check(cluster("127.0.0.1:1," + mock.bootstrap()));
    QCOMPARE(state_of(one, "tcp", "127.0.0.1:1"), std::string("failed"));
    STATE(one, "answer", "ok");
    QVERIFY(one.answers() && one.fails());
  }

  void the_port_speaks_tls_and_the_profile_does_not() {
    const TlsServer server(QStringLiteral("DNS:localhost"));
    const auto plain = check(cluster(server.at("127.0.0.1")));
    STATE(plain, "tls", "failed");
    SAYS(plain, "tls", "the port speaks TLS");
    FIX(plain, "tls", "security.protocol=SSL");
    STATE(plain, "sign-in", "not-tried");
    QCOMPARE(plain.endpoint.tls.reason(), Reason::ambiguous);
    const auto sasl = check(cluster(server.at("127.0.0.1"), {{"security.protocol", "sasl_plaintext"},
                                                             {"sasl.mechanism", "PLAIN"},
                                                             {"sasl.username", "u"},
                                                             {"sasl.password", "p"}}));
    FIX(sasl, "tls", "security.protocol=SASL_SSL");
    const auto http = check(connect_at("http://" + server.at("127.0.0.1")));
    FIX(http, "tls", "https://");
  }

  void the_profile_says_tls_and_the_port_does_not_speak_it() {
    MockCluster mock(1);
    const auto kafka = check(cluster(mock.bootstrap(), {{"security.protocol", "ssl"}}));
    STATE(kafka, "tls", "failed");
    FIX(kafka, "tls", "security.protocol=PLAINTEXT");
    HttpServer web([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, "[]"); });
    const auto http = check(connect_at("https://127.0.0.1:" + std::to_string(web.port())));
    STATE(http, "tls", "failed");
    FIX(http, "tls", "http://");
    STATE(http, "answer", "not-tried");
  }

  void certificates() {
    const TlsServer server(QStringLiteral("DNS:localhost,IP:127.0.0.1"));
    const auto with = [&](const std::string& host, const std::string& ca) {
      HttpAccess access;
      access.ca_file = ca;
      return connect_at("https://" + server.at(host), access);
    };
    const auto right = check(with("localhost", server.certificate()));
    STATE(right, "tls", "ok");
    STATE(right, "certificate", "ok");
    SAYS(right, "certificate", "expires in 29 d");
    const auto shown = step_of(right, "certificate").certificate.value();
    QVERIFY(shown.trusted && shown.name_matches);
    QCOMPARE(shown.names, (std::vector<std::string>{"localhost", "127.0.0.1"}));
    QCOMPARE(shown.subject, std::string("CN=Tidemark test"));
    QCOMPARE(shown.issuer, shown.subject);
    QVERIFY(right.endpoint.certificate_until.known() && *right.endpoint.certificate_until == *shown.until);
    QVERIFY(holds(right.endpoint.tls.value_or(""), "TLSv1."));
    // s_server is no Connect.
    STATE(right, "answer", "failed");

    const auto nobody = check(with("localhost", ""));
    STATE(nobody, "certificate", "failed");
    SAYS(nobody, "certificate", "not signed by a known authority");
    FIX(nobody, "certificate", R"("tls": {"ca")");

    const test::FixedClock later(clock_.now() + std::chrono::days(40));
    const auto old = check_at(with("localhost", server.certificate()), later);
    STATE(old, "certificate", "failed");
    SAYS(old, "certificate", "has expired 10 d ago");
  }

  void a_certificate_of_another_name() {
    const TlsServer server(QStringLiteral("DNS:kafka.example"));
    const auto one = check(
        cluster(server.at("localhost"), {{"security.protocol", "ssl"}, {"ssl.ca.location", server.certificate()}}));
    STATE(one, "tls", "ok");
    STATE(one, "certificate", "failed");
    SAYS(one, "certificate", "is for kafka.example, not for localhost");
    QVERIFY(!one.answers());
  }

  void a_server_that_wants_our_certificate() {
    const TlsServer server(QStringLiteral("DNS:localhost"), {QStringLiteral("-Verify"), QStringLiteral("1")});
    auto addresses = reach::resolve("localhost", Millis(5'000), {});
    QVERIFY(addresses.has_value());
    auto line = reach::dial(*addresses, static_cast<std::uint16_t>(server.port()), Millis(5'000), {});
    QVERIFY(line.has_value());
    const auto greeting = reach::greet(std::move(*line), "localhost", {.ca_file = server.certificate(), .ca_pem = {}},
                                       reach::Opening::tls, Millis(20'000), {});
    QVERIFY(greeting.outcome == reach::TlsGreeting::Outcome::ok);
    QVERIFY(greeting.wants_certificate);
  }

  void an_authority_that_cannot_be_read() {
    const TlsServer server(QStringLiteral("DNS:localhost"));
    HttpAccess access;
    access.ca_file = "/nowhere/ca.pem";
    const auto one = check(connect_at("https://" + server.at("localhost"), access));
    STATE(one, "tls", "failed");
    SAYS(one, "tls", "cannot be read");
  }

  void a_service_with_another_password() {
    HttpServer web([](const HttpSeen& seen, HttpPeer& peer) {
      const auto given = seen.headers.find("authorization");
      if (given == seen.headers.end()) return peer.answer(401, "");
      if (given->second == "Bearer other") return peer.answer(403, "");
      peer.answer(200, "{}");
    });
    const std::string url = "http://127.0.0.1:" + std::to_string(web.port());
    const auto refused = check(connect_at(url));
    STATE(refused, "sign-in", "failed");
    STATE(refused, "answer", "not-tried");
    HttpAccess other;
    other.bearer = "other";
    const auto forbidden = check(connect_at(url, other));
    STATE(forbidden, "sign-in", "ok");
    STATE(forbidden, "answer", "failed");
    HttpAccess right;
    right.bearer = "s3cret-t0ken";
    const auto one = check(connect_at(url, right));
    STATE(one, "answer", "ok");
    QVERIFY(!holds(text_of(one), right.bearer));
    QCOMPARE(one.endpoint.authentication, std::string("bearer"));
  }

  void a_secret_that_is_not_there() {
    MockCluster mock(1);
    const auto one = check(cluster(mock.bootstrap(), {{"security.protocol", "sasl_plaintext"},
                                                      {"sasl.mechanism", "PLAIN"},
                                                      {"sasl.username", "sre"},
                                                      {"sasl.password", "env:MISSING"}}));
    STATE(one, "settings", "failed");
    STATE(one, "tcp", "ok");
    STATE(one, "sign-in", "not-tried");
    QCOMPARE(one.endpoint.principal.value_or(""), std::string("sre"));
    QCOMPARE(one.endpoint.authentication, std::string("SASL/PLAIN"));
  }

  void a_stop_ends_it() {
    std::stop_source stop;
    stop.request_stop();
    const auto checked =
        check_connections(cluster("127.0.0.1:1"), {.secrets = secrets_, .clock = clock_, .stop = stop.get_token()});
    QVERIFY(!checked.front().answers());
    STATE(checked.front(), "answer", "not-tried");
  }
};

QTEST_GUILESS_MAIN(ConnectionCheckTest)
#include "tst_connection_check.moc"
