// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input: one line on the error stream, the right status, nothing written, nothing on standard output.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QTest>
#include <array>
#include <thread>

#include "app/demo/cluster.h"
#include "tests/integration/cli/program.h"

using namespace tidemark;

namespace {
// Listens on loopback and answers like a web server: a broker that is not one.
class NotABroker final {
 public:
  NotABroker() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool ready = ::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0 && ::listen(socket_, 8) == 0 &&
                       ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    if (!ready) qFatal("cannot listen");
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this] { serve(); });
  }
  ~NotABroker() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }
  QString address() const { return QStringLiteral("127.0.0.1:%1").arg(port_); }

 private:
  void serve() const {
    for (int peer = ::accept(socket_, nullptr, nullptr); peer >= 0; peer = ::accept(socket_, nullptr, nullptr)) {
      constexpr std::string_view answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
      if (::send(peer, answer.data(), answer.size(), MSG_NOSIGNAL) < 0) qWarning("send failed");
      ::close(peer);
    }
  }
  int socket_;
  int port_ = 0;
  std::jthread thread_;
};

constexpr const char* small_story =
    R"({"schema":1,"start":"2026-01-01T00:00:00Z","step_ms":10000,"polls":3,"cluster":"c",
  "series":[{"mark":"high","topic":"t","partition":0,"start":5,"rates":[[0,1]]}]})";
}  // namespace

class TestCliErrors final : public QObject {
  Q_OBJECT
 private slots:
  void usage_data();
  void usage();
  void files_data();
  void files();
  void an_existing_timeline_is_not_overwritten();
  void nothing_listens();
  void a_broker_that_is_not_one();
  void tls_to_a_plain_port();
  void a_cluster_out_of_reach_leaves_its_gap_in_the_timeline();
  void no_timeline_yet();
  void a_table_that_is_not_there();
};

void TestCliErrors::usage_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QByteArray>("part");
  QTest::newRow("no verb") << QStringList{} << QByteArray("no verb");
  QTest::newRow("unknown verb") << QStringList{"lga"} << QByteArray("unknown verb \"lga\"; did you mean \"lag\"?");
  QTest::newRow("far from any verb") << QStringList{"xyzzy-plugh"} << QByteArray("see tidemark --help");
  QTest::newRow("unknown option") << QStringList{"lag", "--topc=x"}
                                  << QByteArray("unknown option \"--topc\"; did you mean \"--topic\"?");
  QTest::newRow("two values in one use") << QStringList{"lag", "--topic", "a", "b"} << QByteArray("unexpected \"b\"");
  QTest::newRow("value missing") << QStringList{"lag", "--topic"} << QByteArray("--topic");
  QTest::newRow("unknown format") << QStringList{"lag", "--format", "jsn"}
                                  << QByteArray("\"jsn\" is no format; did you mean \"json\"?");
  QTest::newRow("unknown severity") << QStringList{"lag", "--fail-on", "bad"} << QByteArray("--fail-on");
  QTest::newRow("word missing") << QStringList{"timeline"}
                                << QByteArray("one of info, check, compact, retention, query, export");
  QTest::newRow("word wrong") << QStringList{"timeline", "inf"}
                              << QByteArray("unexpected \"inf\"; did you mean \"info\"?");
  QTest::newRow("no size") << QStringList{"timeline", "retention", "--size", "big"} << QByteArray("not a size");
  QTest::newRow("a size too small") << QStringList{"timeline", "retention", "--size", "1KB"} << QByteArray("10 MB");
  QTest::newRow("no bytes of a record") << QStringList{"size", "--record-bytes", "many"}
                                        << QByteArray("--record-bytes");
  QTest::newRow("no rate") << QStringList{"size", "--rate-times", "0"} << QByteArray("more than 0");
  QTest::newRow("no driver") << QStringList{"size", "--drivers", "--price", "broker-disc=1"} << QByteArray("no driver");
  QTest::newRow("no price") << QStringList{"size", "--drivers", "--price", "broker-disk=much"}
                            << QByteArray("no number");
  QTest::newRow("two tables") << QStringList{"size", "--drivers", "--readers"} << QByteArray("one table at a time");
  QTest::newRow("no cluster") << QStringList{"collect"} << QByteArray("nothing says which cluster");
  QTest::newRow("address") << QStringList{"lag", "--bootstrap", "http://kafka:9092"} << QByteArray("--bootstrap: ");
  QTest::newRow("port") << QStringList{"lag", "--bootstrap", "kafka:99999"} << QByteArray("--bootstrap: ");
  QTest::newRow("both") << QStringList{"lag", "--bootstrap", "k:1", "--profile", "p"}
                        << QByteArray("exclude each other");
  QTest::newRow("duration") << QStringList{"collect", "--bootstrap", "k:1", "--for", "soon"}
                            << QByteArray("\"soon\" is no duration");
  QTest::newRow("no such profile") << QStringList{"collect", "--profile", "nowhere.json"}
                                   << QByteArray("nowhere.json: cannot be read");
  QTest::newRow("no such timeline") << QStringList{"lag", "--timeline", "nowhere.tidemark"}
                                    << QByteArray("nowhere.tidemark: ");
  QTest::newRow("a receiver that is no address")
      << QStringList{"collect", "--bootstrap", "k:1", "--remote-write", "x"} << QByteArray("--remote-write: ");
  QTest::newRow("the past of no receiver")
      << QStringList{"collect", "--bootstrap", "k:1", "--remote-write-past", "1h"} << QByteArray("no receiver");
  QTest::newRow("a server that is no address")
      << QStringList{"lag", "--timeline", "prometheus+ftp://h"} << QByteArray("--timeline: ");
  QTest::newRow("a server of offsets asked for tables")
      << QStringList{"align", "--timeline", "prometheus+http://127.0.0.1:9"} << QByteArray("holds offsets only");
  QTest::newRow("demo without the lab's programs") << QStringList{"demo", "--lab", "--headless", "--lab-dir", "nowhere"}
                                                   << QByteArray("nowhere: the programs of the lab");
  QTest::newRow("demo of the lab for a time")
      << QStringList{"demo", "--lab", "--for", "10s"} << QByteArray("--lab and --for exclude each other");
  QTest::newRow("demo with a lab it does not play on")
      << QStringList{"demo", "--lab-dir", "tests/lab"} << QByteArray("--lab-dir: only --lab has such a folder");
  const QStringList gate{"gate", "--table", "lake.t"};
  QTest::newRow("gate without a table") << QStringList{"gate", "--through", "now"} << QByteArray("--table: no table");
  QTest::newRow("gate without a time") << gate << QByteArray("--through: no time is named");
  QTest::newRow("gate at no time") << (QStringList(gate) << "--through" << "soon") << QByteArray("\"soon\" is no time");
  QTest::newRow("gate waits for the past")
      << (QStringList(gate) << "--through" << "now" << "--wait" << "1s" << "--at" << "-1h")
      << QByteArray("--wait and --at exclude each other");
  QTest::newRow("gate without a timeline")
      << (QStringList(gate) << "--through" << "now" << "--timeline" << "nowhere.tidemark")
      << QByteArray("nowhere.tidemark: ");
  QTest::newRow("align without a timeline")
      << QStringList{"align", "--timeline", "nowhere.tidemark"} << QByteArray("nowhere.tidemark: ");
  QTest::newRow("journey of nothing") << QStringList{"journey", "--timeline", "nowhere.tidemark"}
                                      << QByteArray("a journey is of one topic");
  QTest::newRow("journey without a timeline")
      << QStringList{"journey", "--topic", "t", "--offset", "1", "--timeline", "nowhere.tidemark"}
      << QByteArray("nowhere.tidemark: ");
  QTest::newRow("journey of two records")
      << QStringList{"journey", "--topic", "t", "--offset", "1", "--time", "now"} << QByteArray("of one record");
}

void TestCliErrors::usage() {
  QFETCH(QStringList, arguments);
  QFETCH(QByteArray, part);
  const Program program;
  const Ran ran = program.run(arguments);
  QVERIFY2(ran.one_line() && ran.err.contains(part), ran.err.constData());
  QCOMPARE(ran.status, 2);
  QCOMPARE(ran.out, QByteArray());
  QCOMPARE(program.files(), QStringList());
}

void TestCliErrors::files_data() {
  QTest::addColumn<QStringList>("arguments");  // %1 is the file
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("part");
  const QStringList collect{"collect", "--once", "--profile", "%1", "--timeline", "new.tidemark"};
  const QStringList lag{"lag", "--timeline", "%1"};
  const QStringList import{"import", "--story", "%1", "--timeline", "new.tidemark"};
  const QStringList live{"lag", "--bootstrap", "localhost:1", "--command-config", "%1"};
  const auto cluster = [](const char* inside) {
    return QByteArray(R"({"clusters":[{"name":"a","bootstrap":"localhost:1",)") + inside + "}]}";
  };
  QTest::newRow("profile key") << collect << cluster(R"("pol":"10s")") << 2 << QByteArray("did you mean \"poll\"?");
  QTest::newRow("profile syntax") << collect << QByteArray("{\n  \"clusters\": [}\n") << 2
                                  << QByteArray("line 2, column");
  QTest::newRow("profile loads a library") << collect << cluster(R"("client":{"plugin.library.paths":"/tmp/x.so"})")
                                           << 2 << QByteArray("plugin.library.paths");
  QTest::newRow("profile without clusters")
      << collect << QByteArray("{}") << 2 << QByteArray("nothing to collect from");
  QTest::newRow("keychain") << collect << cluster(R"("client":{"sasl.password":"keychain:kafka"})") << 2
                            << QByteArray("use env: or file:");
  QTest::newRow("variable not set") << collect << cluster(R"("client":{"sasl.password":"env:TIDEMARK_NO_SUCH"})") << 2
                                    << QByteArray("TIDEMARK_NO_SUCH");
  QTest::newRow("CA file missing") << collect
                                   << cluster(
                                          R"("client":{"security.protocol":"ssl","ssl.ca.location":"/nowhere/ca.pem"})")
                                   << 2 << QByteArray("ssl.ca.location");
  QTest::newRow("profile check") << QStringList{"profile", "check", "%1"} << cluster(R"("grups":[])") << 2
                                 << QByteArray("did you mean \"groups\"?");
  QTest::newRow("profile check of a sink that is written to")
      << QStringList{"profile", "check", "%1"}
      << QByteArray(
             R"({"sinks":[{"name":"docs","type":"http-json","url":"http://localhost:1",)"
             R"("asks":{"age":{"at":"/docs/_delete_by_query","body":{"query":{}},"path":"$.hits","gives":"epoch-ms",)"
             R"("fields":{"value":"$.at"}}}}]})")
      << 2 << QByteArray("is not known to only read");
  QTest::newRow("timeline is text") << lag << QByteArray("hello, I am no database\n") << 4
                                    << QByteArray("not a Tidemark timeline");
  QTest::newRow("timeline is empty") << lag << QByteArray() << 4 << QByteArray(": ");
  QTest::newRow("collect into text") << QStringList{"collect",     "--once",     "--bootstrap",
                                                    "localhost:1", "--timeline", "%1"}
                                     << QByteArray("hello, I am no database\n") << 4
                                     << QByteArray("not a Tidemark timeline");
  QTest::newRow("info of text") << QStringList{"timeline", "info", "--timeline", "%1"} << QByteArray("hello\n") << 4
                                << QByteArray(": ");
  QTest::newRow("story poll outside") << import << QByteArray(small_story).replace("[[0,1]]", "[[99,1]]") << 2
                                      << QByteArray("$.series[0].rates[0]");
  QTest::newRow("story key") << import
                             << QByteArray(small_story).replace("\"seed\"", "\"sed\"").replace("\"polls\"", "\"pols\"")
                             << 2 << QByteArray("did you mean \"polls\"?");
  QTest::newRow("story is text") << import << QByteArray("hello\n") << 2 << QByteArray("line 1, column 1");
  QTest::newRow("client runs code") << live << QByteArray("sasl.kerberos.kinit.cmd=touch /tmp/x\n") << 2
                                    << QByteArray("sasl.kerberos.kinit.cmd");
  QTest::newRow("Java trust store") << live << QByteArray("ssl.truststore.location=/t.jks\n") << 2
                                    << QByteArray("keytool");
}

void TestCliErrors::files() {
  QFETCH(QStringList, arguments);
  QFETCH(QByteArray, content);
  QFETCH(int, status);
  QFETCH(QByteArray, part);
  const Program program;
  const QString file = program.write(QStringLiteral("given"), content);
  const Ran ran = program.run(arguments.replaceInStrings(QStringLiteral("%1"), file));
  QVERIFY2(ran.one_line() && ran.err.contains(part), ran.err.constData());
  QCOMPARE(ran.status, status);
  QCOMPARE(ran.out, QByteArray());
  QCOMPARE(program.files(), QStringList{file});
  QFile again(file);
  QVERIFY(again.open(QIODevice::ReadOnly));
  QCOMPARE(again.readAll(), content);
}

void TestCliErrors::an_existing_timeline_is_not_overwritten() {
  const Program program;
  const QString story = program.write(QStringLiteral("story.json"), small_story);
  const QStringList import{"import", "--story", story, "--timeline", program.path(QStringLiteral("t.tidemark"))};
  QCOMPARE(program.run(import).status, 0);
  const Ran again = program.run(import);
  QVERIFY2(again.one_line() && again.err.contains("add --append"), again.err.constData());
  QCOMPARE(again.status, 2);
  const Ran earlier = program.run(QStringList(import) << QStringLiteral("--append"));
  QVERIFY2(earlier.one_line() && earlier.err.contains("later start"), earlier.err.constData());
  QCOMPARE(earlier.status, 2);
  const QString later =
      program.write(QStringLiteral("later.json"), QByteArray(small_story).replace("00:00:00Z", "01:00:00Z"));
  QCOMPARE(
      program.run({"import", "--story", later, "--append", "--timeline", program.path(QStringLiteral("t.tidemark"))})
          .status,
      0);
}

void TestCliErrors::nothing_listens() {
  const Program program;
  const Ran ran = program.run({"lag", "--bootstrap", "127.0.0.1:1"});
  QVERIFY2(ran.one_line() && ran.err.contains("127.0.0.1:1"), ran.err.constData());
  QCOMPARE(ran.status, 3);
  QCOMPARE(ran.out, QByteArray());
  QCOMPARE(program.files(), QStringList());
}

void TestCliErrors::a_broker_that_is_not_one() {
  const NotABroker server;
  const Program program;
  const Ran ran = program.run({"groups", "--bootstrap", server.address()});
  QVERIFY2(ran.one_line() && ran.err.contains(server.address().toUtf8()), ran.err.constData());
  QCOMPARE(ran.status, 3);
  QCOMPARE(ran.out, QByteArray());
}

void TestCliErrors::tls_to_a_plain_port() {
  const auto cluster = demo::DemoCluster::start({{TopicName("t"), 1}});
  QVERIFY(cluster);
  const Program program;
  const QString properties = program.write(QStringLiteral("c.properties"), "security.protocol=SSL\n");
  const Ran ran = program.run(
      {"lag", "--bootstrap", QString::fromStdString((*cluster)->bootstrap()), "--command-config", properties});
  QVERIFY2(ran.one_line(), ran.err.constData());
  QVERIFY2(ran.err.toLower().contains("ssl") || ran.err.toLower().contains("tls"), ran.err.constData());
  QCOMPARE(ran.status, 3);
}

void TestCliErrors::a_cluster_out_of_reach_leaves_its_gap_in_the_timeline() {
  const Program program;
  const QString timeline = program.path(QStringLiteral("t.tidemark"));
  const Ran ran = program.run({"collect", "--once", "--bootstrap", "127.0.0.1:1", "--timeline", timeline});
  QVERIFY2(ran.one_line(), ran.err.constData());
  QCOMPARE(ran.status, 3);
  const Ran polls = program.run(
      {"timeline", "query", "select count(*) as n from poll", "--timeline", timeline, "--format", "ndjson"});
  QVERIFY2(polls.status == 0 && !polls.out.startsWith("{\"n\":0}"), polls.out + polls.err);
  const Ran sources = program.run({"sources", "--timeline", timeline, "--json"});
  QCOMPARE(sources.status, 3);
  QVERIFY2(sources.out.contains("\"unreachable\""), sources.out.constData());
}

void TestCliErrors::no_timeline_yet() {
  const Program program;
  const Ran ran = program.run({"lag"});
  QVERIFY2(ran.one_line() && ran.err.contains("tidemark collect"), ran.err.constData());
  QCOMPARE(ran.status, 3);
  QCOMPARE(program.files(), QStringList());
}

void TestCliErrors::a_table_that_is_not_there() {
  const Program program;
  const QString story = program.write(
      QStringLiteral("story.json"),
      QByteArray(small_story).replace("\"series\"", R"("tables":[{"table":"lake.t","adapter":"f"}],"series")"));
  const QString timeline = program.path(QStringLiteral("t.tidemark"));
  QCOMPARE(program.run({"import", "--story", story, "--timeline", timeline}).status, 0);
  const QStringList tail{"--table", "lake.u", "--timeline", timeline};
  for (const QStringList& verb :
       {QStringList{"align"}, QStringList{"align", "--ledger"}, QStringList{"gate", "--through", "now"}}) {
    const Ran ran = program.run(QStringList(verb) << tail);
    QVERIFY2(ran.one_line() && ran.err.contains("did you mean \"lake.t\"?"), ran.err.constData());
    QCOMPARE(ran.status, 3);
    QCOMPARE(ran.out, QByteArray());
  }
  // It is there, and nobody knows what is in it.
  const Ran gate = program.run({"gate", "--through", "now", "--table", "lake.t", "--timeline", timeline});
  QCOMPARE(gate.status, 3);
  QVERIFY2(gate.out.contains("cannot-tell"), gate.out.constData());
}

QTEST_GUILESS_MAIN(TestCliErrors)
#include "tst_cli_errors.moc"
