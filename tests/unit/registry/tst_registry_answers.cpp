// SPDX-License-Identifier: GPL-3.0-or-later
// What registries answer: real answers of Apicurio 2.6.13 and 3.3.3, words of Confluent's documentation, and nonsense.
#include <QTest>

#include "collectors/registry/answers.h"
#include "models/domain/schema_versions.h"

using namespace tidemark;
using namespace tidemark::registry;

class TestRegistryAnswers final : public QObject {
  Q_OBJECT
 private slots:
  void versions_are_read() {
    const auto old = parse_version(R"({"id":1,"subject":"orders-value","version":1,"schema":"{}","references":[]})");
    QVERIFY(old);
    QCOMPARE(*old, (VersionFacts{1, "AVRO", {}}));
    const auto recent = parse_version(
        R"({"subject":"s","version":2,"id":70000,"guid":"x","schemaType":"PROTOBUF","schema":"","ts":1767225600000})");
    QCOMPARE(*recent, (VersionFacts{70000, "PROTOBUF", 1767225600000}));
  }

  void what_is_no_version_is_none_data() {
    QTest::addColumn<QByteArray>("body");
    for (const char* body :
         {"", "[]", "{}", "null", R"({"id":"1"})", R"({"id":-1})", R"({"id":1.5})", "<html>", "{\"id\":1"})
      QTest::newRow(body) << QByteArray(body);
  }
  void what_is_no_version_is_none() {
    QFETCH(const QByteArray, body);
    QVERIFY(!parse_version(body.toStdString()));
  }

  void lists_are_read() {
    QCOMPARE(*parse_subjects(R"(["b","a/b:c",":.ctx:x"])"), (std::vector<std::string>{"b", "a/b:c", ":.ctx:x"}));
    QCOMPARE(parse_subjects("[]")->size(), 0U);
    QVERIFY(!parse_subjects(R"([1])"));
    QVERIFY(!parse_subjects(R"({"error_code":40101,"message":"no"})"));
    QCOMPARE(*parse_versions("[3,1,2,3]"), (std::vector<std::int64_t>{1, 2, 3}));
    QCOMPARE(*parse_versions("[-2,0,1]"), (std::vector<std::int64_t>{1}));
    QVERIFY(!parse_versions(R"(["1"])"));
  }

  void levels_and_modes_are_words_without_blanks() {
    QCOMPARE(*parse_level(R"({"compatibilityLevel":"FULL","normalize":false})"), std::string("FULL"));
    QCOMPARE(*parse_level(R"({"compatibility":"NONE"})"), std::string("NONE"));
    QCOMPARE(*parse_mode(R"({"mode":"READ\nONLY"})"), std::string("READ_ONLY"));
    QVERIFY(!parse_level("{}"));
    QVERIFY(!parse_mode(R"({"mode":""})"));
    QCOMPARE(parse_version(R"({"id":3,"schemaType":"A B"})")->kind, std::string("A_B"));
  }

  void only_the_code_of_an_error_counts() {
    QCOMPARE(*error_code(R"({"error_code":0,"message":"Operation not supported."})"), 0);
    QCOMPARE(*error_code(R"({"message":"Subject 'x' not found.","error_code":40401})"), 40401);
    QVERIFY(!error_code("<html>404</html>"));
  }

  void states_are_written_as_they_are_read() {
    const std::vector<SchemaVersion> versions{{1, 17, "AVRO", true, 1767225600000}, {2, std::nullopt, "", false, {}}};
    const std::string lines = schema_lines(versions);
    QCOMPARE(lines, std::string("1 17 AVRO deleted 1767225600000\n2 - - live -"));
    QCOMPARE(schema_versions(lines), versions);
    QCOMPARE(schema_versions("").size(), 0U);
    QCOMPARE(schema_versions("x\n1 2 AVRO live\n1 2 AVRO live - -\n3 9 JSON live -").size(), 1U);
  }

  void names_of_subjects() {
    const Object subject = object::subject("a/b", "c/d-value");
    QCOMPARE(subject.value(), std::string("registry:a/b/c/d-value"));
    QCOMPARE(*object::as_subject(subject, "a/b"), std::string_view("c/d-value"));
    QVERIFY(!object::as_subject(object::registry("a/b"), "a/b"));
    QVERIFY(!object::as_subject(subject, "a/c"));
    QVERIFY(!object::as_subject(Object("topic:a/b/x"), "a/b"));
    QCOMPARE(subject_name("orders-value").topic, std::string_view("orders"));
    QVERIFY(subject_name("orders-key").of_key);
    QCOMPARE(subject_name(":.team:orders-value").context, std::string_view(".team"));
    QCOMPARE(subject_name(":.team:orders-value").topic, std::string_view("orders"));
    QCOMPARE(subject_name(":.:orders-value").context, std::string_view());
    for (const char* name : {"com.shop.Order", "-value", "", ":.team", "orders-values"})
      QVERIFY2(subject_name(name).topic.empty(), name);
  }
};

QTEST_GUILESS_MAIN(TestRegistryAnswers)
#include "tst_registry_answers.moc"
