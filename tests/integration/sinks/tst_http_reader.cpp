// SPDX-License-Identifier: GPL-3.0-or-later
// Sinks over HTTP against a server on loopback that says what real stores said (tests/fixtures/sinks), also when it is
// ill: what is asked of it, what is made of its answers, and that it is never sent what may write.
#include <QFile>
#include <QTest>

#include "collectors/sinks/http_reader.h"
#include "collectors/sinks/retrieval_source.h"
#include "collectors/sinks/sinks.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class Plain final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override {
    return text.empty() ? std::string() : "known " + std::string(text);
  }
};

std::string fixture(const std::string& name) {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/sinks/") + QString::fromStdString(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

SinkProfile search(const HttpServer& server) {
  SinkProfile sink;
  sink.name = "docs";
  sink.type = "http-json";
  sink.preset = "opensearch";
  sink.url = server.url();
  sink.with = {{"index", "docs"}, {"topic", "topic"}, {"partition", "part"}, {"offset", "off"}};
  sink.timeout = Millis(20'000);
  return sink;
}

class FixedClock final : public Clock {
 public:
  explicit FixedClock(LocalTime now = local_time(1'795'341'750'000)) : now_(now) {}
  LocalTime now() const override { return now_; }
  MonoTime mono() const override { return MonoTime(now_.time_since_epoch()); }
  std::string boot() const override { return "test"; }
  bool wait(std::stop_token stop, Millis) const override { return !stop.stop_requested(); }

 private:
  LocalTime now_;
};

std::unique_ptr<SinkReader> open(const SinkProfile& sink) {
  static const FixedClock clock;
  auto reader = HttpReader::open(sink, Plain(), clock);
  return reader ? std::move(*reader) : nullptr;
}

// The newest value of a signal, or the reason's word.
std::string newest(const Recorder& recorder, const std::string& signal, const std::string& object = "sink:docs") {
  const Known<std::int64_t> value = recorder.value("age", signal, object);
  return value ? std::to_string(*value) : std::string(word(value.reason()));
}
}  // namespace

class TestHttpReader final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_sent();
  void partitions_one_by_one();
  void answers_that_are_none_data();
  void answers_that_are_none();
  void who_answers_is_there();
  void what_may_write_is_not_sent();
  void what_is_found_becomes_signals();
  void what_is_not_answered_is_unknown();
};

void TestHttpReader::what_is_sent() {
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, fixture("opensearch/offsets.json")); });
  SinkProfile sink = search(server);
  sink.headers = {{"x-key", "env:K"}};
  sink.access.user = "u";
  sink.access.password = "env:P";
  const auto reader = open(sink);
  QVERIFY(reader && reader->knows(SinkQuestion::offsets) && !reader->knows(SinkQuestion::age));
  const SqlReply reply = reader->rows(SinkQuestion::offsets, {}, {});
  QVERIFY2(reply.ok(), reply.error.line().c_str());
  QCOMPARE(reply.rows.size(), std::size_t{4});
  QVERIFY(reply.cost.requests == 1 && reply.cost.bytes > 500 && reply.cost.bytes_known);
  const HttpSeen seen = server.seen().at(0);
  QCOMPARE(seen.method + ' ' + seen.target, std::string("POST /docs/_search"));
  QCOMPARE(seen.headers.at("x-key"), std::string("known env:K"));
  QCOMPARE(seen.headers.at("content-type"), std::string("application/json"));
  QVERIFY(seen.headers.contains("authorization"));
  QVERIFY(seen.body.find(R"("max":{"field":"off"})") != std::string::npos);
}

void TestHttpReader::partitions_one_by_one() {
  HttpServer server([](const HttpSeen& seen, HttpPeer& peer) {
    const bool first = seen.body.find(R"("value":0)") != std::string::npos;
    peer.answer(200, first ? R"({"status":"ok","result":{"points":[]}})"
                           : fixture("documentation/qdrant-offsets-from-documentation.json"));
  });
  SinkProfile sink = search(server);
  sink.preset = "qdrant";
  sink.with["from"] = "docs";
  sink.partitions = 2;
  const SqlReply reply = open(sink)->rows(SinkQuestion::offsets, {}, {});
  QVERIFY2(reply.ok(), reply.error.line().c_str());
  QCOMPARE(reply.rows.size(), std::size_t{1});
  QCOMPARE(reply.cost.requests, std::int64_t{2});
  QCOMPARE(reply.columns.size(), std::size_t{3});
}

void TestHttpReader::answers_that_are_none_data() {
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<int>("outcome");
  QTest::addColumn<QString>("words");
  const auto row = [](const char* name, int status, const QByteArray& body, HttpOutcome outcome, const char* words) {
    QTest::newRow(name) << status << body << int(outcome) << QString::fromLatin1(words);
  };
  row("no credentials", 401, "{}", HttpOutcome::denied, "refuses the credentials");
  row("no right", 403, "{}", HttpOutcome::denied, "does not permit");
  row("too often", 429, "{}", HttpOutcome::throttled, "less often");
  row("no index", 404, R"({"error":{"reason":"no such index [docs]"}})", HttpOutcome::other, "no such index [docs]");
  row("refused", 400, R"({"error":"bad \u202e field"})", HttpOutcome::other, "bad");
  row("ill", 500, "<b>oops</b>", HttpOutcome::other, "oops");
  row("not JSON", 200, "<html>", HttpOutcome::other, "no JSON");
  row("of a part", 200, R"({"timed_out":true})", HttpOutcome::other, "not whole");
  row("elsewhere", 302, "", HttpOutcome::other, "302");
  row("too large", 200, QByteArray(int(HttpReader::largest) + 1, ' '), HttpOutcome::other, "");
  row("deep", 200, QByteArray(100'000, '['), HttpOutcome::other, "no JSON");
  row("control characters", 400, QByteArray("\x1b[31m\r\n\0x", 9), HttpOutcome::other, "");
}

void TestHttpReader::answers_that_are_none() {
  QFETCH(int, status);
  QFETCH(QByteArray, body);
  QFETCH(int, outcome);
  QFETCH(QString, words);
  HttpServer server([&](const HttpSeen&, HttpPeer& peer) { peer.answer(status, body.toStdString()); });
  const auto reader = open(search(server));
  const SqlReply reply = reader->rows(SinkQuestion::offsets, {}, {});
  QCOMPARE(int(reply.outcome), outcome);
  QVERIFY(reply.rows.empty());
  const std::string line = reply.error.line();
  QVERIFY2(line.find(words.toStdString()) != std::string::npos, line.c_str());
  QVERIFY2(line.size() < 600 && std::ranges::none_of(line, [](unsigned char c) { return c < 0x20 || c == 0x7f; }),
           line.c_str());
  QVERIFY(line.find("\u202e") == std::string::npos);
}

void TestHttpReader::who_answers_is_there() {
  int status = 404;
  HttpServer server([&](const HttpSeen&, HttpPeer& peer) { peer.answer(status, "{}"); });
  SinkProfile sink = search(server);
  sink.preset = "clickhouse";
  sink.with.clear();
  sink.query = "select 1";
  const auto reader = open(sink);
  QVERIFY(reader->probe({}).ok());
  QCOMPARE(server.seen().at(0).target, std::string("/ping"));
  status = 403;
  QCOMPARE(reader->probe({}).outcome, HttpOutcome::denied);
  status = 503;
  QVERIFY(!reader->probe({}).ok());
}

void TestHttpReader::what_may_write_is_not_sent() {
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, "[]"); });
  SinkProfile sink = search(server);
  sink.preset.clear();
  sink.with.clear();
  sink.url = server.url("/docs/_delete_by_query");
  sink.asks["offsets"] = {.body = R"({"query":{"match_all":{}}})", .path = "$"};
  const SqlReply reply = open(sink)->rows(SinkQuestion::offsets, {}, {});
  QVERIFY(!reply.ok() && reply.error.what.find("not known to only read") != std::string::npos);
  sink.preset = "snowflake";
  sink.asks.clear();
  sink.with = {{"warehouse", "w"}};
  sink.query = "drop table docs";
  QVERIFY(!open(sink)->rows(SinkQuestion::offsets, {}, {}).ok());
  QVERIFY(server.seen().empty());
}

void TestHttpReader::what_is_found_becomes_signals() {
  HttpServer server([](const HttpSeen& seen, HttpPeer& peer) {
    const auto asks = [&](const char* words) { return seen.body.find(words) != std::string::npos; };
    peer.answer(200, fixture(asks("\"models\"")        ? "opensearch/models.json"
                             : asks("\"newest\"")      ? "opensearch/age.json"
                             : asks("docvalue_fields") ? "opensearch/canary.json"
                             : asks("[\"docs-0-7\"]")  ? "opensearch/found.json"
                                                       : "opensearch/found-none.json"));
  });
  SinkProfile sink = search(server);
  sink.with.insert({{"time", "at"}, {"model", "model"}});
  sink.with.erase("offset");
  sink.canary = "canary";
  const LocalTime stored = local_time(1'795'341'660'000);
  sink.deleted = {{"docs-0-7", stored - Millis(5'000)}, {"gone", {}}};
  const FixedClock clock(stored + Millis(90'000));
  Recorder recorder;
  auto opened = open_sink(sink, {}, Plain(), clock, recorder);
  QVERIFY2(opened, opened ? "" : opened.error().line().c_str());
  QCOMPARE(opened->size(), std::size_t{1});
  const auto polled = opened->front()->poll_once({});
  QVERIFY2(polled, polled ? "" : polled.error().line().c_str());
  QCOMPARE(newest(recorder, "retrieval_age_ms"), std::string("90000000"));  // three decimals
  QCOMPARE(newest(recorder, "canary_age_ms"), std::string("90000000"));
  QCOMPARE(newest(recorder, "tombstones"), std::string("1000"));
  QCOMPARE(newest(recorder, "tombstone_age_ms"), std::string("95000000"));
  QCOMPARE(newest(recorder, "model_documents", "model:docs/mini-3"), std::string("24000"));
  QCOMPARE(newest(recorder, "model_share", "model:docs/ada-2"), std::string("351"));  // 13 of 37
  QCOMPARE(recorder.state("sink:docs", "deleted:docs-0-7"), std::optional<std::string>("found"));
  QCOMPARE(recorder.state("sink:docs", "deleted:gone"), std::optional<std::string>("absent"));
  QVERIFY(recorder.poll("age")->due == 5 && recorder.poll("age")->answered == 5);
}

void TestHttpReader::what_is_not_answered_is_unknown() {
  int status = 200;
  HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    const bool age = seen.body.find("\"newest\"") != std::string::npos;
    peer.answer(status, age ? R"({"timed_out":false,"_shards":{"failed":0},"aggregations":{"newest":{"value":null}}})"
                            : R"({"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[]}})");
  });
  SinkProfile sink = search(server);
  sink.with.erase("offset");
  sink.with["time"] = "at";
  sink.canary = "canary";
  sink.deleted = {{"gone", {}}};
  const FixedClock clock;
  Recorder recorder;
  auto opened = open_sink(sink, {}, Plain(), clock, recorder);
  QVERIFY(opened && opened->front()->poll_once({}));
  // An empty index, a canary that was never written: nothing is found, which is no age.
  QCOMPARE(newest(recorder, "retrieval_age_ms"), std::string("no-commit"));
  QCOMPARE(newest(recorder, "canary_age_ms"), std::string("no-commit"));
  QCOMPARE(newest(recorder, "tombstones"), std::string("0"));
  QCOMPARE(newest(recorder, "tombstone_age_ms"), std::string("not-applicable"));
  status = 403;
  QVERIFY(!opened->front()->poll_once({}));
  for (const char* signal : {"retrieval_age_ms", "canary_age_ms", "tombstones", "tombstone_age_ms"})
    QCOMPARE(newest(recorder, signal), std::string("no-permission"));
  QVERIFY(recorder.poll("age")->errors.size() == 3 && recorder.poll("age")->answered == 0);
}

QTEST_GUILESS_MAIN(TestHttpReader)
#include "tst_http_reader.moc"
