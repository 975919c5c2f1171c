// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told when a cluster cannot be reached or a setting is refused: one line, with the cause.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QTest>
#include <thread>

#include "collectors/kafka/kafka_source.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/kafka/recorder.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override { return std::string(reference); }
};

// A server on loopback that answers every connection with a text and closes it.
class TextServer {
 public:
  explicit TextServer(std::string text) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket_, 8) != 0)
      qFatal("listen");
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port = ntohs(address.sin_port);
    thread_ = std::jthread([this, text = std::move(text)] {
      for (int peer = 0; (peer = ::accept(socket_, nullptr, nullptr)) >= 0; ::close(peer)) {
        char request[64];
        if (::recv(peer, request, sizeof request, 0) > 0)
          static_cast<void>(::send(peer, text.data(), text.size(), MSG_NOSIGNAL));
      }
    });
  }
  ~TextServer() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }
  int port = 0;

 private:
  int socket_;
  std::jthread thread_;
};
}  // namespace

class KafkaTroubleTest : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;
  const NoSecrets secrets_;

  // The error of one poll, or of opening.
  Error error_of(const std::string& bootstrap, std::map<std::string, std::string> client, Recorder& sink) {
    ClusterProfile profile;
    profile.name = ClusterName("c");
    profile.bootstrap = bootstrap;
    profile.client = std::move(client);
    auto source = KafkaSource::open(profile, secrets_, clock_, sink);
    if (!source) return source.error();
    const auto result = (*source)->poll_once();
    return result ? Error{ErrorCode::internal, "no error", {}, {}} : result.error();
  }

 private slots:
  void unreachable_data() {
    QTest::addColumn<QString>("bootstrap");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing listens") << "127.0.0.1:1" << "refused";
    QTest::newRow("no such host") << "no-such-host.invalid:9092" << "cannot be resolved";
  }
  void unreachable() {
    QFETCH(QString, bootstrap);
    QFETCH(QString, says);
    Recorder sink;
    const auto error = error_of(bootstrap.toStdString(), {}, sink);
    QCOMPARE(error.code, ErrorCode::unreachable);
    QVERIFY2(error.what.find(says.toStdString()) != std::string::npos, error.line().c_str());
    // The polls are there, with nothing answered.
    QCOMPARE(sink.polls("offsets"), std::size_t(1));
    QCOMPARE(sink.poll("offsets")->answered, std::int64_t(0));
    QVERIFY(sink.poll("offsets")->due > 0);
    QCOMPARE(sink.poll("offsets")->errors.size(), std::size_t(1));
  }

  void not_a_broker() {
    const TextServer server("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    Recorder sink;
    const auto error = error_of("127.0.0.1:" + std::to_string(server.port), {}, sink);
    QCOMPARE(error.code, ErrorCode::unreachable);
    QVERIFY2(error.what.find("not a Kafka broker") != std::string::npos, error.line().c_str());
  }

  void tls_to_a_plain_port() {
    MockCluster cluster(1);
    Recorder sink;
    const auto error = error_of(cluster.bootstrap(), {{"security.protocol", "ssl"}}, sink);
    QCOMPARE(error.code, ErrorCode::unreachable);
    QVERIFY2(error.what.find("TLS") != std::string::npos, error.line().c_str());
  }

  void refused_settings_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("says");
    QTest::newRow("library") << "plugin.library.paths" << "loads a library";
    QTest::newRow("engine") << "ssl.engine.location" << "loads a library";
    QTest::newRow("command") << "sasl.kerberos.kinit.cmd" << "runs a command";
    QTest::newRow("group") << "group.id" << "never joins a group";
    QTest::newRow("unknown") << "debug" << "not one that Tidemark passes on";
  }
  void refused_settings() {
    QFETCH(QString, key);
    QFETCH(QString, says);
    Recorder sink;
    const auto error = error_of("127.0.0.1:1", {{key.toStdString(), "x"}}, sink);
    QCOMPARE(error.code, ErrorCode::usage);
    QVERIFY2(error.what.find(says.toStdString()) != std::string::npos, error.line().c_str());
    QVERIFY(error.line().find('\n') == std::string::npos);
    QCOMPARE(sink.lanes().size(), std::size_t(0));
  }

  void a_bad_value_is_not_repeated() {
    Recorder sink;
    const auto error = error_of("127.0.0.1:1", {{"sasl.mechanism", "s3cret"}, {"security.protocol", "hunter2"}}, sink);
    QCOMPARE(error.code, ErrorCode::usage);
    QVERIFY2(error.line().find("s3cret") == std::string::npos, error.line().c_str());
    QVERIFY2(error.line().find("hunter2") == std::string::npos, error.line().c_str());
  }

  void bad_addresses_data() {
    QTest::addColumn<QString>("bootstrap");
    for (const char* text : {"", ",", "a:9092,", "http://a:9092", "a:0", "a:65536", "a:x", "a:", ":9092", "a b:9092",
                             "::1:9092", "[::1", "[::1]x", "[]:1"})
      QTest::newRow(text) << text;
  }
  void bad_addresses() {
    QFETCH(QString, bootstrap);
    Recorder sink;
    QCOMPARE(error_of(bootstrap.toStdString(), {}, sink).code, ErrorCode::usage);
  }
};

QTEST_GUILESS_MAIN(KafkaTroubleTest)
#include "tst_kafka_trouble.moc"
