// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP client against a server that means harm or is broken: every call ends in time, small, with one clear line.
#include <QTest>
#include <chrono>

#include "collectors/http/http_client.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace std::string_view_literals;
using namespace tidemark::testing;

namespace {
using Clock = std::chrono::steady_clock;
const std::string ok_head = "HTTP/1.1 200 OK\r\n";

std::int64_t since(Clock::time_point begun) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun).count();
}
HttpClient small_client() {
  return std::move(
      *HttpClient::open({.limits = {.connect = Millis(500), .total = Millis(700), .body = 100'000, .header = 20'000}}));
}
bool says(const HttpReply& reply, std::string_view text) { return reply.error.line().find(text) != std::string::npos; }
}  // namespace

class HttpHostileTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { qputenv("no_proxy", "*"); }

  void an_endless_body_is_cut() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) {
      peer.write(ok_head + "\r\n");
      while (peer.write(std::string(10'000, 'x'))) {
      }
    });
    const auto reply = small_client().get(server.url());
    QCOMPARE(reply.outcome, HttpOutcome::other);
    QVERIFY2(says(reply, "larger than 100000 bytes"), reply.error.line().c_str());
    QVERIFY(reply.body.empty());
    QVERIFY(reply.bytes_received < 1'000'000);
  }

  void a_compressed_body_is_measured_unpacked() {
    // gzip of 1,000,000 zeros is about 1 kB.
    const QByteArray zlib = qCompress(QByteArray(1'000'000, '\0'), 9).mid(4);
    std::string gzip("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
    gzip += zlib.mid(2, zlib.size() - 6).toStdString();
    HttpServer server([&](const HttpSeen&, HttpPeer& peer) { peer.answer(200, gzip, {"Content-Encoding: gzip"}); });
    const auto reply = small_client().get(server.url());
    QCOMPARE(reply.outcome, HttpOutcome::other);
    QVERIFY2(says(reply, "larger than 100000 bytes"), reply.error.line().c_str());
  }

  void a_slow_drip_ends_with_the_time() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) {
      peer.write(ok_head + "\r\n");
      while (peer.wait(20) && peer.write("x")) {
      }
    });
    const auto begun = Clock::now();
    const auto reply = small_client().get(server.url());
    QCOMPARE(reply.outcome, HttpOutcome::timeout);
    QVERIFY(since(begun) < 1200);
    QVERIFY2(says(reply, "no complete answer in time"), reply.error.line().c_str());
  }

  void a_redirect_chain_shares_one_time() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) {
      peer.wait(300);
      peer.answer(302, "", {"Location: /again"});
    });
    const auto begun = Clock::now();
    QCOMPARE(small_client().get(server.url()).outcome, HttpOutcome::timeout);
    QVERIFY(since(begun) < 1200);
  }

  void wrong_lengths() {
    HttpServer server([](const HttpSeen& seen, HttpPeer& peer) {
      if (seen.target == "/long") peer.write(ok_head + "Content-Length: 1000\r\n\r\nshort");
      if (seen.target == "/negative") peer.write(ok_head + "Content-Length: -5\r\n\r\nshort");
      if (seen.target == "/huge") peer.write(ok_head + "Content-Length: 99999999999999999999999\r\n\r\nshort");
      if (seen.target == "/chunk") peer.write(ok_head + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nshort");
      peer.hang_up();
    });
    for (const char* path : {"/long", "/negative", "/huge", "/chunk"}) {
      const auto reply = small_client().get(server.url(path));
      // A length that is no length counts as none: the body then ends with the connection.
      if (reply.ok()) QCOMPARE(reply.body, std::string("short"));
      if (std::string_view(path) == "/long") QVERIFY2(says(reply, "announced length"), reply.error.line().c_str());
      if (std::string_view(path) == "/chunk") QVERIFY(!reply.ok());
    }
  }

  void headers_are_capped_in_sum() {
    HttpServer server([](const HttpSeen& seen, HttpPeer& peer) {
      peer.write(seen.target == "/continue" ? "" : ok_head);
      if (seen.target == "/line") peer.write("X: " + std::string(300'000, 'x') + "\r\n\r\n");
      while (peer.write(seen.target == "/continue" ? "HTTP/1.1 100 Continue\r\n\r\n" : "X-Many: of them\r\n")) {
      }
    });
    for (const char* path : {"/many", "/line", "/continue"}) {
      const auto reply = small_client().get(server.url(path));
      QVERIFY(!reply.ok());
      QVERIFY2(reply.bytes_received < 1'000'000, path);
    }
    QVERIFY(says(small_client().get(server.url("/many")), "headers are larger than 20000 bytes"));
  }

  void what_is_no_http() {
    HttpServer server([](const HttpSeen& seen, HttpPeer& peer) {
      if (seen.target == "/garbage") peer.write("\x15\x03\x01\x00\x02\x02\x50 garbage\r\n\r\n"sv);
      if (seen.target == "/line") peer.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
      peer.hang_up();
    });
    QCOMPARE(small_client().get(server.url("/garbage")).outcome, HttpOutcome::other);
    QVERIFY(says(small_client().get(server.url("/line")), "does not speak HTTP"));
    const auto nothing = small_client().get(server.url("/nothing"));
    QCOMPARE(nothing.outcome, HttpOutcome::unreachable);
    QVERIFY2(says(nothing, "closed without an answer"), nothing.error.line().c_str());
  }

  void tls_to_a_plain_port() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, "plain"); });
    const auto reply = small_client().get("https://127.0.0.1:" + std::to_string(server.port()) + "/");
    // The server waits for the end of a head that never comes.
    QVERIFY(reply.outcome == HttpOutcome::timeout || reply.outcome == HttpOutcome::tls);
    QVERIFY(!reply.ok() && reply.status == 0);
  }

  void an_authority_file_that_is_missing_is_named() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, ""); });
    auto client = std::move(*HttpClient::open({.tls = {.ca_file = "/no/such/file.pem"}}));
    const auto reply = client.get("https://127.0.0.1:" + std::to_string(server.port()) + "/");
    QCOMPARE(reply.outcome, HttpOutcome::tls);
    QVERIFY2(says(reply, "certificate or key file"), reply.error.line().c_str());
    QVERIFY(!HttpClient::open({.tls = {.client_cert = "c.pem"}}));
  }

  void a_stop_request_ends_a_call_within_250_ms() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.wait(5000); });
    auto client = std::move(*HttpClient::open({}));
    std::stop_source source;
    const auto begun = Clock::now();
    std::jthread stopper([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      source.request_stop();
    });
    const auto reply = client.get(server.url(), source.get_token());
    QVERIFY(since(begun) < 450);
    QCOMPARE(reply.error.code, ErrorCode::cancelled);
    QCOMPARE(client.get(server.url(), source.get_token()).error.code, ErrorCode::cancelled);
  }
};

QTEST_GUILESS_MAIN(HttpHostileTest)
#include "tst_http_hostile.moc"
