// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "app/settings/client_properties.h"
#include "app/settings/files.h"

using namespace tidemark;

class TestClientProperties final : public QObject {
  Q_OBJECT
 private slots:
  void syntax();
  void java_keys_are_mapped_data();
  void java_keys_are_mapped();
  void what_is_not_used_is_named();
  void refused_data();
  void refused();
  void a_java_key_store_is_known_by_its_first_bytes();
};

void TestClientProperties::syntax() {
  const auto p = parse_java_properties(
      "# comment\n! another = x\n\n a = 1\nb:2\nc 3\r\nd=x\\\n   y\ne=\\u00e9\\t.\nf\\=g=h=i\nempty=\nlast = with "
      "blanks  \na=9");
  QCOMPARE(p.at("a"), std::string("9"));
  QCOMPARE(p.at("b"), std::string("2"));
  QCOMPARE(p.at("c"), std::string("3"));
  QCOMPARE(p.at("d"), std::string("xy"));
  QCOMPARE(p.at("e"), std::string("é\t."));
  QCOMPARE(p.at("f=g"), std::string("h=i"));
  QCOMPARE(p.at("empty"), std::string());
  QCOMPARE(p.at("last"), std::string("with blanks"));
  QCOMPARE(p.size(), 8u);
  QVERIFY(parse_java_properties("").empty());
  QVERIFY(parse_java_properties("a=\\").at("a").empty());
}

void TestClientProperties::java_keys_are_mapped_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("key");
  QTest::addColumn<QByteArray>("value");
  QTest::newRow("same name") << QByteArray("security.protocol=SASL_SSL") << QByteArray("security.protocol")
                             << QByteArray("SASL_SSL");
  QTest::newRow("plain user") << QByteArray(
                                     "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule "
                                     "required username=\"a b\" password=\"p;\\\\\"q\\\\\"\";")
                              << QByteArray("sasl.username") << QByteArray("a b");
  QTest::newRow("plain password") << QByteArray(
                                         "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule "
                                         "required username=\"a\" password=\"p;=x\";")
                                  << QByteArray("sasl.password") << QByteArray("p;=x");
  QTest::newRow("scram, continued") << QByteArray(
                                           "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule "
                                           "required \\\n  username='u' \\\n  password='w';")
                                    << QByteArray("sasl.password") << QByteArray("w");
  QTest::newRow("no quotes")
      << QByteArray(
             "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required password=w username=u;")
      << QByteArray("sasl.username") << QByteArray("u");
  QTest::newRow("PEM trust") << QByteArray("ssl.truststore.type=PEM\nssl.truststore.location=/ca.pem")
                             << QByteArray("ssl.ca.location") << QByteArray("/ca.pem");
  QTest::newRow("PEM key") << QByteArray("ssl.keystore.type=PEM\nssl.keystore.location=/k.pem")
                           << QByteArray("ssl.key.location") << QByteArray("/k.pem");
  QTest::newRow("PKCS12") << QByteArray("ssl.keystore.location=/nowhere/k.p12\nssl.keystore.password=x")
                          << QByteArray("ssl.keystore.password") << QByteArray("x");
  QTest::newRow("buffers") << QByteArray("receive.buffer.bytes=65536") << QByteArray("socket.receive.buffer.bytes")
                           << QByteArray("65536");
  QTest::newRow("no host check") << QByteArray("ssl.endpoint.identification.algorithm=")
                                 << QByteArray("ssl.endpoint.identification.algorithm") << QByteArray("none");
}

void TestClientProperties::java_keys_are_mapped() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, key);
  QFETCH(QByteArray, value);
  const auto p = parse_client_properties(text.toStdString(), "c.properties");
  QVERIFY2(p, p ? "" : p.error().line().c_str());
  QVERIFY(p->settings.contains(key.toStdString()));
  QCOMPARE(p->settings.at(key.toStdString()), value.toStdString());
}

void TestClientProperties::what_is_not_used_is_named() {
  const auto p = parse_client_properties(
      "bootstrap.servers=b1:9092\nkey.deserializer=x\nmax.poll.records=5\nsome.new.key=1\nclient.id=me\ngroup.id=g",
      "c.properties");
  QVERIFY(p);
  QCOMPARE(p->bootstrap, std::string("b1:9092"));
  QCOMPARE(p->settings, (std::map<std::string, std::string>{{"client.id", "me"}}));
  QCOMPARE(p->notices, (std::vector<std::string>{
                           "c.properties: not used here: group.id, key.deserializer, max.poll.records, some.new.key"}));
}

void TestClientProperties::refused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("part");
  QTest::newRow("library") << QByteArray("plugin.library.paths=/tmp/x.so")
                           << QByteArray("c.properties: plugin.library.paths: may run code");
  QTest::newRow("command") << QByteArray("sasl.kerberos.kinit.cmd=true") << QByteArray("may run code");
  QTest::newRow("no verification") << QByteArray("enable.ssl.certificate.verification=FALSE")
                                   << QByteArray("ssl.ca.location");
  QTest::newRow("trust store") << QByteArray("ssl.truststore.location=/t.jks\nssl.truststore.password=x")
                               << QByteArray("keytool -list -rfc -keystore /t.jks");
  QTest::newRow("key store") << QByteArray("ssl.keystore.location=/k.jks") << QByteArray("-deststoretype PKCS12");
  QTest::newRow("login module") << QByteArray("sasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required;")
                                << QByteArray("login module");
  QTest::newRow("half a login") << QByteArray("sasl.jaas.config=x.plain.PlainLoginModule required username=\"u\";")
                                << QByteArray("no password");
}

void TestClientProperties::refused() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, part);
  const auto p = parse_client_properties(text.toStdString(), "c.properties");
  QVERIFY(!p);
  QCOMPARE(p.error().code, ErrorCode::usage);
  QVERIFY2(p.error().line().find(part.toStdString()) != std::string::npos, p.error().line().c_str());
}

void TestClientProperties::a_java_key_store_is_known_by_its_first_bytes() {
  const QTemporaryDir folder;
  const std::string path = folder.filePath(QStringLiteral("keys")).toStdString();
  QVERIFY(write_new_file(path, "\xFE\xED\xFE\xED rest"));
  QVERIFY(!parse_client_properties("ssl.keystore.location=" + path, "c.properties"));
}

QTEST_GUILESS_MAIN(TestClientProperties)
#include "tst_client_properties.moc"
