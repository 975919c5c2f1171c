// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP client against a server on loopback: what it sends, what it reads, how it names what goes wrong.
#include <QTest>

#include "collectors/http/http_client.h"
#include "collectors/http/token_cache.h"
#include "collectors/http/url.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
HttpClient client_with(HttpOptions options = {}) { return std::move(*HttpClient::open(std::move(options))); }
}  // namespace

class HttpClientTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { qputenv("no_proxy", "*"); }

  void an_answer_brings_body_headers_clock_and_cost() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) {
      peer.answer(200, "hello", {"ETag: \"v7\"", "Date: Thu, 01 Jan 2026 00:00:10 GMT"});
    });
    auto client = client_with();
    const auto reply = client.get(server.url("/a/b?c=d"));
    QVERIFY2(reply.ok(), reply.error.line().c_str());
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, std::string("hello"));
    QCOMPARE(reply.header("etag"), std::string_view("\"v7\""));
    QCOMPARE(reply.date()->count(), 1767225610000);
    QCOMPARE(reply.requests, 1);
    const auto seen = server.seen();
    QCOMPARE(seen[0].target, std::string("/a/b?c=d"));
    QVERIFY(seen[0].headers.at("user-agent").starts_with("tidemark/"));
    // "HTTP/1.1 200 X", three headers, an empty line, five bytes.
    QCOMPARE(reply.bytes_received, 91);
    std::int64_t sent = static_cast<std::int64_t>(seen[0].method.size() + seen[0].target.size()) + 14;
    for (const auto& [name, value] : seen[0].header_list)
      sent += static_cast<std::int64_t>(name.size() + value.size()) + 4;
    QCOMPARE(reply.bytes_sent, sent);
  }

  void one_connection_serves_many_calls() {
    auto server = HttpServer([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, "x"); });
    auto client = client_with();
    for (int i = 0; i < 20; ++i) QVERIFY(client.get(server.url()).ok());
    QCOMPARE(server.connections(), 1U);
  }

  void not_modified_is_an_answer_without_a_body() {
    HttpServer server([](const HttpSeen& seen, HttpPeer& peer) {
      const auto tag = seen.headers.find("if-none-match");
      if (tag != seen.headers.end() && tag->second == "\"v7\"")
        peer.write("HTTP/1.1 304 X\r\nETag: \"v7\"\r\n\r\n");
      else
        peer.answer(200, "all", {"ETag: \"v7\""});
    });
    auto client = client_with();
    const auto first = client.get(server.url());
    const auto second =
        client.send({.url = server.url(), .headers = {{"If-None-Match", std::string(first.header("etag"))}}});
    QVERIFY(second.ok() && second.not_modified());
    QVERIFY(second.body.empty());
    QVERIFY(second.bytes_received < first.bytes_received + 10);
  }

  void credentials_go_where_they_belong() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, ""); });
    auto basic = client_with({.user = "u", .password = "p:w"});
    auto bearer = client_with({.bearer = "one"});
    QVERIFY(basic.get(server.url()).ok() && bearer.get(server.url()).ok());
    bearer.set_bearer("two");
    QVERIFY(bearer.get(server.url()).ok() && client_with().get(server.url()).ok());
    const auto seen = server.seen();
    QCOMPARE(seen[0].headers.at("authorization"), std::string("Basic dTpwOnc="));
    QCOMPARE(seen[1].headers.at("authorization"), std::string("Bearer one"));
    QCOMPARE(seen[2].headers.at("authorization"), std::string("Bearer two"));
    QVERIFY(!seen[3].headers.contains("authorization"));
    const auto both = HttpClient::open({.user = "u", .bearer = "b"});
    QVERIFY(!both && both.error().code == ErrorCode::usage);
    QVERIFY(!HttpClient::open({.bearer = "a\r\nX: y"}));
  }

  void outcomes_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("line");
    QTest::newRow("unauthorized") << 401 << "" << "denied" << "refuses the credentials (401)";
    QTest::newRow("token ended") << 419 << "" << "denied" << "refuses the credentials (419)";
    QTest::newRow("forbidden") << 403 << "" << "denied" << "does not permit this (403)";
    QTest::newRow("missing") << 404 << "" << "other" << "not found (404)";
    QTest::newRow("too many") << 429 << "" << "throttled" << "asks to come less often (429)";
    QTest::newRow("slow down") << 503 << "Retry-After: 3" << "throttled" << "asks to come less often (503)";
    QTest::newRow("unavailable") << 503 << "" << "other" << "answers 503: service unavailable";
    QTest::newRow("gateway") << 504 << "" << "timeout" << "gave up waiting itself (504)";
    QTest::newRow("broken") << 500 << "" << "other" << "answers 500: internal error";
    QTest::newRow("teapot") << 418 << "" << "other" << "answers 418";
  }
  void outcomes() {
    QFETCH(int, status);
    QFETCH(QString, header);
    QFETCH(QString, outcome);
    QFETCH(QString, line);
    std::vector<std::string> headers;
    if (!header.isEmpty()) headers.push_back(header.toStdString());
    HttpServer server([&](const HttpSeen&, HttpPeer& peer) { peer.answer(status, "body", headers); });
    const auto reply = client_with().get(server.url("/x?token=hidden"));
    QVERIFY(!reply.ok());
    QCOMPARE(reply.status, status);
    QCOMPARE(word(reply.outcome), std::string_view(outcome.toStdString()));
    const std::string expected = server.url("/x: ") + line.toStdString() + ";";
    QVERIFY2(reply.error.line().starts_with(expected), reply.error.line().c_str());
    QCOMPARE(reply.body, std::string("body"));
  }

  void nobody_there_is_unreachable() {
    int port = 0;
    {
      port = HttpServer([](const HttpSeen&, HttpPeer&) {}).port();
    }
    const auto reply = client_with().get("http://127.0.0.1:" + std::to_string(port) + "/");
    QCOMPARE(reply.outcome, HttpOutcome::unreachable);
    QCOMPARE(reply.error.code, ErrorCode::unreachable);
    QCOMPARE(reply.status, 0);
    const auto nameless = client_with().get("http://no-such-host.invalid/");
    QCOMPARE(nameless.outcome, HttpOutcome::unreachable);
    QVERIFY2(nameless.error.line().find("cannot be resolved") != std::string::npos, nameless.error.line().c_str());
  }

  void redirects_stay_at_home() {
    HttpServer other([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, "other"); });
    HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
      if (seen.target == "/here")
        peer.answer(200, "here");
      else if (seen.target == "/near")
        peer.answer(302, "", {"Location: /here"});
      else if (seen.target == "/far")
        peer.answer(302, "", {"Location: " + other.url()});
      else if (seen.target == "/file")
        peer.answer(302, "", {"Location: file:///etc/passwd"});
      else
        peer.answer(302, "", {"Location: /loop"});
    });
    auto client = client_with({.user = "u", .password = "p"});
    const auto near = client.get(server.url("/near"));
    QVERIFY(near.ok());
    QCOMPARE(near.body, std::string("here"));
    QCOMPARE(near.requests, 2);
    for (const char* path : {"/far", "/file", "/loop"}) {
      const auto reply = client.get(server.url(path));
      QCOMPARE(reply.outcome, HttpOutcome::other);
      QVERIFY(reply.error.line().find("sends elsewhere (302)") != std::string::npos);
    }
    QCOMPARE(other.seen().size(), 0U);
  }

  void addresses_are_checked() {
    for (const char* url : {"file:///etc/passwd", "ftp://h/x", "http://", "h:80", "http://u:p@h/", "http://h/a b",
                            "http://h/\r\nX: y", "gopher://h", ""}) {
      const auto reply = client_with().get(url);
      QVERIFY2(!reply.ok() && reply.error.code == ErrorCode::usage, url);
      QVERIFY2(reply.error.line().find("p@") == std::string::npos, reply.error.line().c_str());
    }
    QCOMPARE(origin("HTTPS://Host/x"), std::string("https://host:443"));
    QCOMPARE(printable_url("https://u:p@h/x?sig=secret#f"), std::string("https://h/x"));
    QCOMPARE(percent_encode("a b/\x1f%ü"), std::string("a%20b%2F%1F%25%C3%BC"));
    QCOMPARE(percent_encode_path("a=b/c d"), std::string("a%3Db/c%20d"));
    QCOMPARE(canonical_query("b=2&a&prefix=x/y&a=%7E&c=%2f"), std::string("a=&a=~&b=2&c=%2F&prefix=x%2Fy"));
  }

  void a_token_is_kept_renewed_and_replaced_when_it_is_refused() {
    int granted = 0;
    std::string good;
    HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
      if (seen.target == "/token") {
        good = "t" + std::to_string(++granted);
        peer.answer(200, R"({"access_token":")" + good + R"(","token_type":"bearer","expires_in":3600})");
      } else {
        peer.answer(seen.headers.at("authorization") == "Bearer " + good ? 200 : 419, "");
      }
    });
    const SystemClock clock;
    auto tokens = std::move(*TokenCache::open({server.url("/token"), "id", "a&b=c", "catalog"}, {}, clock));
    auto client = client_with();
    QCOMPARE(send_authorized(client, tokens, {.url = server.url()}).requests, 2);
    QCOMPARE(send_authorized(client, tokens, {.url = server.url()}).requests, 1);
    good = "revoked";
    const auto reply = send_authorized(client, tokens, {.url = server.url()});
    QVERIFY(reply.ok());
    QCOMPARE(reply.requests, 3);
    QCOMPARE(granted, 2);
    QCOMPARE(server.seen()[0].body,
             std::string("grant_type=client_credentials&client_id=id&client_secret=a%26b%3Dc&scope=catalog"));
    QCOMPARE(server.seen()[0].headers.at("content-type"), std::string("application/x-www-form-urlencoded"));
  }

  void a_refused_client_and_a_strange_token_are_said_without_the_secret() {
    const SystemClock clock;
    for (const auto& [status, body, code] :
         {std::tuple{401, "", ErrorCode::denied}, std::tuple{400, R"({"error":"invalid_client"})", ErrorCode::denied},
          std::tuple{200, R"({"access_token":"a\r\nX: y"})", ErrorCode::unreachable},
          std::tuple{200, "not json", ErrorCode::unreachable}}) {
      HttpServer server([=](const HttpSeen&, HttpPeer& peer) { peer.answer(status, body); });
      auto tokens = std::move(*TokenCache::open({server.url(), "id", "hush", ""}, {}, clock));
      auto client = client_with();
      const auto reply = send_authorized(client, tokens, {.url = server.url()});
      QVERIFY(!reply.ok());
      QCOMPARE(reply.error.code, code);
      QVERIFY(reply.error.line().find("hush") == std::string::npos);
    }
  }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_http_client.moc"
