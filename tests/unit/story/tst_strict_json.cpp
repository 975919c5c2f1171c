// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "collectors/core/strict_json.h"

using namespace tidemark;
using strict_json::Document;
using strict_json::Node;

class TestStrictJson final : public QObject {
  Q_OBJECT
 private slots:
  void syntax_errors_have_line_and_column_data();
  void syntax_errors_have_line_and_column();
  void comments_and_trailing_commas_are_fine();
  void caps();
  void unknown_keys_have_a_path_and_the_nearest();
  void wrong_values_have_a_path_data();
  void wrong_values_have_a_path();
  void null_is_absent();
  void nearest_words();
};

namespace {
Document good(std::string_view text) { return Document::parse(text, "f.json", ErrorCode::input).value(); }
std::string line(const Result<>& result) { return result ? std::string("fine") : result.error().line(); }
template <class T>
std::string line(const Result<T>& result) {
  return result ? std::string("fine") : result.error().line();
}
}  // namespace

void TestStrictJson::syntax_errors_have_line_and_column_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("place");
  QTest::newRow("word") << QByteArray("{\n  \"a\": tru,\n}") << QByteArray("f.json: line 2, column 8:");
  QTest::newRow("first") << QByteArray("?") << QByteArray("line 1, column 1:");
  QTest::newRow("cut") << QByteArray("{\"a\": [1,\n 2") << QByteArray("line 2, column 3:");
  QTest::newRow("more") << QByteArray("{}\n x") << QByteArray("line 2, column 2:");
  QTest::newRow("empty") << QByteArray("") << QByteArray("line 1, column 1:");
  QTest::newRow("slash") << QByteArray("/") << QByteArray("line 1, column 2:");
  QTest::newRow("comment") << QByteArray("// a") << QByteArray("line 1, column 5:");
  QTest::newRow("bytes") << QByteArray("{\"a\": \"\xff\xfe\"}") << QByteArray("line 1, column 8:");
}

void TestStrictJson::syntax_errors_have_line_and_column() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, place);
  const auto result = Document::parse({text.data(), std::size_t(text.size())}, "f.json", ErrorCode::input);
  QVERIFY(!result);
  QCOMPARE(result.error().code, ErrorCode::input);
  const std::string said = result.error().line();
  QVERIFY2(said.find(place.toStdString()) != std::string::npos, said.c_str());
  QVERIFY(said.find('\n') == std::string::npos);
}

void TestStrictJson::comments_and_trailing_commas_are_fine() {
  const Document d = good("// a\n{ \"a\": [1, 2,], /* b */ \"b\": \"x\", }\n");
  QVERIFY(d.root().keys({"a", "b"}));
  QCOMPARE(d.root().need("a")->array()->size(), 2u);
  QCOMPARE(*d.root().need("b")->text(), std::string("x"));
}

void TestStrictJson::caps() {
  QVERIFY(!Document::parse("[[[[1]]]]", "", ErrorCode::usage, {.bytes = 100, .depth = 3}));
  QVERIFY(Document::parse("[[[1]]]", "", ErrorCode::usage, {.bytes = 100, .depth = 3}));
  QVERIFY(!Document::parse(std::string(101, ' '), "", ErrorCode::usage, {.bytes = 100, .depth = 3}));
  QVERIFY(!Document::parse(std::string(1'000'000, '['), "", ErrorCode::usage));
}

void TestStrictJson::unknown_keys_have_a_path_and_the_nearest() {
  const Document d = good(R"({"clusters": [{"polll": 1}], "x y": 1})");
  const Node cluster = d.root().need("clusters")->array()->front();
  QCOMPARE(line(cluster.keys({"name", "poll"})),
           std::string("f.json: $.clusters[0].polll: unknown key \"polll\"; did you mean \"poll\"?"));
  QCOMPARE(line(d.root().keys({"clusters", "b"})),
           std::string("f.json: $[\"x y\"]: unknown key \"x y\"; known here: clusters, b"));
  QCOMPARE(line(cluster.need("name")), std::string("f.json: $.clusters[0].name: missing; add this key"));
}

void TestStrictJson::wrong_values_have_a_path_data() {
  QTest::addColumn<int>("index");
  QTest::addColumn<QByteArray>("said");
  QTest::newRow("integer") << 0 << QByteArray("f.json: $.a[0]: a whole number is wanted, not a text");
  QTest::newRow("low") << 1 << QByteArray("f.json: $.a[1]: -1 is below 0");
  QTest::newRow("half") << 2 << QByteArray("f.json: $.a[2]: a whole number of 64 bits is wanted");
  QTest::newRow("huge") << 3 << QByteArray("f.json: $.a[3]: a whole number of 64 bits is wanted");
  QTest::newRow("float") << 4 << QByteArray("fine");
  QTest::newRow("list") << 5 << QByteArray("f.json: $.a[5]: a whole number is wanted, not an array");
}

void TestStrictJson::wrong_values_have_a_path() {
  QFETCH(int, index);
  QFETCH(QByteArray, said);
  const Document d = good(R"({"a": ["1", -1, 1.5, 18446744073709551615, 3.0, []]})");
  const std::vector<Node> nodes = d.root().need("a")->array().value();
  QCOMPARE(line(nodes.at(std::size_t(index)).integer(0)), said.toStdString());
}

void TestStrictJson::null_is_absent() {
  const Document d = good(R"({"a": null, "b": 3})");
  QVERIFY(!d.root().has("a"));
  QCOMPARE(*d.root().integer_or("a", 7), 7);
  QCOMPARE(*d.root().integer_or("b", 7), 3);
  QVERIFY(!d.root().integer_or("b", 7, 5));
  QVERIFY(!d.root().text_or("b", ""));
}

void TestStrictJson::nearest_words() {
  const std::vector<std::string_view> known{"partition", "partitions", "rates", "group"};
  QCOMPARE(strict_json::nearest("partion", known), std::string_view("partition"));
  QCOMPARE(strict_json::nearest("gruop", known), std::string_view("group"));
  QVERIFY(!strict_json::nearest("bananas", known));
  QVERIFY(!strict_json::nearest(std::string(10'000, 'a'), known));
}

QTEST_GUILESS_MAIN(TestStrictJson)
#include "tst_strict_json.moc"
