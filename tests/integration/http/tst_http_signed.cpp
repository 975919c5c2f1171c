// SPDX-License-Identifier: GPL-3.0-or-later
// AWS Signature Version 4 of what the client sends, recomputed here from the request as the server saw it, by the steps
// of the AWS documentation ("Create a signed AWS API request").
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <QTest>
#include <algorithm>
#include <array>

#include "collectors/http/http_client.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
std::string hex(std::string_view bytes) {
  return QByteArray(bytes.data(), qsizetype(bytes.size())).toHex().toStdString();
}

std::string sha256(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), out.data(), &size, EVP_sha256(), nullptr);
  return {reinterpret_cast<const char*>(out.data()), size};
}

std::string hmac(std::string_view key, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  HMAC(EVP_sha256(), key.data(), int(key.size()), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
       out.data(), &size);
  return {reinterpret_cast<const char*>(out.data()), size};
}

std::string between(std::string_view text, std::string_view from, std::string_view to) {
  const auto begin = text.find(from) + from.size();
  return std::string(text.substr(begin, std::min(text.find(to, begin), text.size()) - begin));
}

// The query with its pairs sorted and every key with its '='.
std::string sorted_query(std::string_view query) {
  std::vector<std::string> pairs;
  for (const auto& item : QByteArray(query.data(), qsizetype(query.size())).split('&'))
    if (!item.isEmpty()) pairs.push_back((item.contains('=') ? item : item + '=').toStdString());
  std::ranges::sort(pairs);
  std::string out;
  for (const auto& pair : pairs) out += (out.empty() ? "" : "&") + pair;
  return out;
}

// The signature that AWS would compute of this request.
std::string expected_signature(const HttpSeen& seen, const AwsSigner& aws) {
  const std::string authorization = seen.headers.at("authorization");
  const std::string scope = between(authorization, "Credential=" + aws.access_key + "/", ",");
  const std::string signed_names = between(authorization, "SignedHeaders=", ",");
  const auto question = seen.target.find('?');
  std::string canonical = seen.method + '\n' + seen.target.substr(0, question) + '\n' +
                          (question == std::string::npos ? "" : sorted_query(seen.target.substr(question + 1))) + '\n';
  for (const auto& name : QByteArray::fromStdString(signed_names).split(';'))
    canonical += name.toStdString() + ':' + seen.headers.at(name.toStdString()) + '\n';
  canonical += '\n' + signed_names + '\n' + hex(sha256(seen.body));
  const std::string to_sign =
      "AWS4-HMAC-SHA256\n" + seen.headers.at("x-amz-date") + '\n' + scope + '\n' + hex(sha256(canonical));
  const std::string day = hmac("AWS4" + aws.secret_key, seen.headers.at("x-amz-date").substr(0, 8));
  return hex(hmac(hmac(hmac(hmac(day, aws.region), aws.service), "aws4_request"), to_sign));
}
}  // namespace

class HttpSignedTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { qputenv("no_proxy", "*"); }

  void signatures_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("token");
    QTest::newRow("object") << "/lake/orders/metadata/v1.metadata.json" << "";
    QTest::newRow("encoded path") << "/lake/day%3D2026-01-01/a%20b.json" << "";
    QTest::newRow("listing") << "/lake?list-type=2&prefix=orders/metadata/&max-keys=1000" << "";
    QTest::newRow("bare key") << "/lake?versions&prefix=a&list-type=2" << "";
    QTest::newRow("continuation") << "/lake?list-type=2&continuation-token=1/a+b%3D%3D" << "";
    QTest::newRow("session token") << "/lake/x" << "FwoGZXIvYXdzEXAMPLE//token==";
  }
  void signatures() {
    QFETCH(QString, target);
    QFETCH(QString, token);
    const AwsSigner aws{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token.toStdString(), "eu-1", "s3"};
    HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, "signed"); });
    auto client = std::move(*HttpClient::open({.aws = aws}));
    const auto reply = client.send({.url = server.url(target.toStdString()), .headers = {{"If-None-Match", "\"x\""}}});
    QVERIFY2(reply.ok(), reply.error.line().c_str());
    const HttpSeen seen = server.seen().at(0);
    const std::string authorization = seen.headers.at("authorization");
    QVERIFY(authorization.starts_with("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"));
    QCOMPARE(between(authorization, "Signature=", ","), expected_signature(seen, aws));
    const std::string names = between(authorization, "SignedHeaders=", ",");
    for (const char* name : {"host", "x-amz-content-sha256", "x-amz-date"})
      QVERIFY2(names.find(name) != std::string::npos, names.c_str());
    QCOMPARE(names.find("x-amz-security-token") != std::string::npos, !token.isEmpty());
    QCOMPARE(seen.headers.at("x-amz-content-sha256"), hex(sha256("")));
    // What AWS sorts, the client has sorted already, encoded once, every key with its '='.
    const auto question = seen.target.find('?');
    if (question != std::string::npos)
      QCOMPARE(seen.target.substr(question + 1), sorted_query(seen.target.substr(question + 1)));
  }

  void a_head_is_signed_and_a_form_is_not_sent() {
    const AwsSigner aws{"K", "S", "", "eu-1", "s3"};
    HttpServer server(
        [](const HttpSeen&, HttpPeer& peer) { peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"); });
    auto client = std::move(*HttpClient::open({.aws = aws}));
    QVERIFY(client.send({.url = server.url("/lake"), .method = HttpRequest::Method::head}).ok());
    const HttpSeen seen = server.seen().at(0);
    QCOMPARE(seen.method, std::string("HEAD"));
    QCOMPARE(between(seen.headers.at("authorization"), "Signature=", ","), expected_signature(seen, aws));
    const auto form = client.send({.url = server.url(), .method = HttpRequest::Method::post_form, .form = "a=b"});
    QCOMPARE(form.error.code, ErrorCode::usage);
    QCOMPARE(server.seen().size(), 1U);
  }
};

QTEST_GUILESS_MAIN(HttpSignedTest)
#include "tst_http_signed.moc"
