// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>

#include "collectors/tables/iceberg/rest_catalog.h"
#include "tests/integration/tables/conforming_catalog.h"
#include "tests/integration/tables/tables.h"

using namespace tidemark;
using namespace tidemark::iceberg;
using namespace tidemark::testing;

namespace {
CatalogProfile profile_of(const ConformingCatalog& server, std::vector<std::string> tables = {"*"}) {
  CatalogProfile profile;
  profile.name = "lake";
  profile.type = "iceberg-rest";
  profile.url = server.url();
  profile.warehouse = "wh";
  profile.tables = std::move(tables);
  return profile;
}
std::vector<std::string> names(const TableList& list) {
  std::vector<std::string> out;
  for (const TableName& table : list.tables) out.push_back(table.value());
  std::ranges::sort(out);
  return out;
}
MadeTable made() {
  MadeTable table;
  table.append(1, 9);
  return table;
}
}  // namespace

class TestRestCatalog final : public QObject {
  Q_OBJECT
 private slots:
  void tables_of_all_pages_and_levels();
  void only_namespaces_that_can_match_are_asked();
  void named_tables_need_no_listing();
  void an_etag_makes_a_load_cheap();
  void without_etags_every_load_is_whole();
  void tokens_are_asked_for_once_and_again_after_419();
  void a_wrong_secret_is_denied_and_not_repeated();
  void a_table_that_is_gone_and_a_404_of_somebody_else();
  void answers_that_are_no_answers();
  void config_is_merged();
  void a_catalog_without_the_endpoints();
  void a_page_that_never_ends();

 private:
  std::unique_ptr<TableCatalog> open(const CatalogProfile& profile) {
    auto catalog = RestCatalog::open(profile, secrets_, clock_);
    if (!catalog) qFatal("%s", catalog.error().line().c_str());
    return std::move(*catalog);
  }
  const PlainSecrets secrets_;
  const SystemClock clock_;
};

void TestRestCatalog::tables_of_all_pages_and_levels() {
  ConformingCatalog server;
  for (const char* table : {"a", "b", "c", "d", "e"}) server.put("lake", table, made().json());
  server.put(
      "lake\x1f"
      "eu",
      "deep", made().json());
  server.put(
      "lake\x1f"
      "eu\x1f"
      "fra",
      "deeper.dotted", made().json());
  for (const char* name_space : {"x", "y", "z"}) server.put(name_space, "t", made().json());
  const auto catalog = open(profile_of(server));
  const TableList list = catalog->list({});
  QVERIFY2(list.ok(), list.error.line().c_str());
  QVERIFY(list.unseen.empty());
  QCOMPARE(names(list), (std::vector<std::string>{"lake.a", "lake.b", "lake.c", "lake.d", "lake.e", "lake.eu.deep",
                                                  "lake.eu.fra.deeper.dotted", "x.t", "y.t", "z.t"}));
  QVERIFY(list.cost.requests > 10 && list.cost.bytes > 0 && list.cost.bytes_known);
  // A name with dots goes back as the parts that it came in.
  const TableLoad load = catalog->load(TableName("lake.eu.fra.deeper.dotted"), {}, {}, {});
  QVERIFY(load.what == TableLoad::What::loaded);
  QVERIFY(server.calls("/lake%1Feu%1Ffra/tables/deeper.dotted", 200) == 1);
}

void TestRestCatalog::only_namespaces_that_can_match_are_asked() {
  ConformingCatalog server;
  server.put("lake", "orders", made().json());
  server.put(
      "lake\x1f"
      "eu",
      "orders", made().json());
  server.put("sea", "orders", made().json());
  const auto catalog = open(profile_of(server, {"lake.*", "!lake.eu.*"}));
  QCOMPARE(names(catalog->list({})), std::vector<std::string>{"lake.orders"});
  QCOMPARE(server.calls("/sea/tables"), 0u);
}

void TestRestCatalog::named_tables_need_no_listing() {
  ConformingCatalog server;
  server.put(
      "lake\x1f"
      "eu",
      "orders", made().json());
  const auto catalog = open(profile_of(server, {"lake.eu.orders"}));
  QCOMPARE(names(catalog->list({})), std::vector<std::string>{"lake.eu.orders"});
  QCOMPARE(server.calls(""), 1u);  // the configuration
  QVERIFY(catalog->load(TableName("lake.eu.orders"), {}, {}, {}).what == TableLoad::What::loaded);
}

void TestRestCatalog::an_etag_makes_a_load_cheap() {
  ConformingCatalog server;
  server.put("lake", "orders", made().json());
  const auto catalog = open(profile_of(server));
  static_cast<void>(catalog->list({}));
  const TableName orders("lake.orders");
  const TableLoad first = catalog->load(orders, {}, {}, {});
  QVERIFY(first.what == TableLoad::What::loaded);
  QCOMPARE(first.reading.head, std::optional<std::string>("1"));
  QVERIFY(!first.tag.empty());
  const TableLoad second = catalog->load(orders, {}, first.tag, {});
  QVERIFY(second.what == TableLoad::What::unchanged);
  QCOMPARE(second.cost.requests, std::int64_t{1});
  MadeTable more = made();
  more.append(2, 17);
  server.put("lake", "orders", more.json());
  const TableLoad third = catalog->load(orders, {}, first.tag, {});
  QVERIFY(third.what == TableLoad::What::loaded);
  QCOMPARE(third.reading.head, std::optional<std::string>("2"));
}

void TestRestCatalog::without_etags_every_load_is_whole() {
  ConformingCatalog server;
  server.give_etags(false);
  server.put("lake", "orders", made().json());
  const auto catalog = open(profile_of(server));
  static_cast<void>(catalog->list({}));
  const TableLoad load = catalog->load(TableName("lake.orders"), {}, {}, {});
  QVERIFY(load.what == TableLoad::What::loaded);
  QVERIFY(load.tag.empty());
}

void TestRestCatalog::tokens_are_asked_for_once_and_again_after_419() {
  ConformingCatalog server;
  server.require_tokens(true);
  server.put("lake", "orders", made().json());
  CatalogProfile profile = profile_of(server);
  profile.oauth2 = {.client_id = "me", .client_secret = "hush"};
  const auto catalog = open(profile);
  QVERIFY(catalog->list({}).ok());
  const TableName orders("lake.orders");
  QVERIFY(catalog->load(orders, {}, {}, {}).what == TableLoad::What::loaded);
  QCOMPARE(server.calls("/oauth/tokens"), 1u);
  server.end_tokens();
  const TableLoad again = catalog->load(orders, {}, {}, {});
  QVERIFY2(again.what == TableLoad::What::loaded, again.error.line().c_str());
  QCOMPARE(server.calls("/tables/orders", 419), 1u);
  QCOMPARE(server.calls("/oauth/tokens"), 2u);
  QCOMPARE(again.cost.requests, std::int64_t{3});
}

void TestRestCatalog::a_wrong_secret_is_denied_and_not_repeated() {
  ConformingCatalog server;
  server.require_tokens(true);
  CatalogProfile profile = profile_of(server);
  profile.oauth2 = {.client_id = "me", .client_secret = "wrong-one"};
  const auto catalog = open(profile);
  const CatalogAnswer answer = catalog->probe({});
  QVERIFY(answer.outcome == HttpOutcome::denied);
  QVERIFY(answer.error.line().find("wrong-one") == std::string::npos);
  QCOMPARE(server.calls("/oauth/tokens"), 1u);
  QCOMPARE(server.calls("/v1/config"), 0u);
}

void TestRestCatalog::a_table_that_is_gone_and_a_404_of_somebody_else() {
  ConformingCatalog server;
  server.put("lake", "orders", made().json());
  const auto catalog = open(profile_of(server));
  static_cast<void>(catalog->list({}));
  const TableName orders("lake.orders");
  server.drop("lake", "orders");
  QVERIFY(catalog->load(orders, {}, {}, {}).what == TableLoad::What::gone);
  server.fail_with(404);  // a proxy that has lost its way
  const TableLoad lost = catalog->load(orders, {}, {}, {});
  QVERIFY(lost.what == TableLoad::What::failed);
  QVERIFY(!lost.ok());
}

void TestRestCatalog::answers_that_are_no_answers() {
  ConformingCatalog server;
  server.put("lake", "cut", made().json().substr(0, 200));
  server.put("lake", "foreign", R"({"format-version":9})");
  const auto catalog = open(profile_of(server));
  QVERIFY(catalog->list({}).ok());
  for (const char* table : {"lake.cut", "lake.foreign"}) {
    const TableLoad load = catalog->load(TableName(table), {}, {}, {});
    QVERIFY(load.what == TableLoad::What::failed);
    QVERIFY(load.outcome == HttpOutcome::other);
    QVERIFY2(load.error.line().starts_with(table), load.error.line().c_str());
  }
  server.fail_with(503);
  QVERIFY(!catalog->probe({}).ok());
  QVERIFY(!catalog->list({}).ok());
}

void TestRestCatalog::config_is_merged() {
  const auto config = parse_config(
      R"({"defaults":{"prefix":"d","namespace-separator":"%2E"},"overrides":{"prefix":"o/x y"}})", "http://h");
  QVERIFY(config);
  QCOMPARE(config->table_url({{"a", "b c"}, "t/1"}),
           std::string("http://h/v1/o/x%20y/namespaces/a%2Eb%20c/tables/t%2F1"));
  const auto plain = parse_config("{}", "http://h");
  QCOMPARE(plain->table_url({{"a", "b"}, "t"}), std::string("http://h/v1/namespaces/a%1Fb/tables/t"));
  for (const char* separator : {"", "/", "?x=", "a b", "\\n"}) {
    const auto odd =
        parse_config(std::string(R"({"overrides":{"namespace-separator":")") + separator + "\"}}", "http://h");
    QCOMPARE(odd->separator, std::string("%1F"));
  }
  for (const char* text : {"", "[]", "<html>", "{"}) QVERIFY(!parse_config(text, "http://h"));
  for (const char* text : {"{}", R"({"namespaces":{}})", "x"}) QVERIFY(!parse_page(text));
  const auto odd = parse_page(R"({"namespaces":[["a"],[],[1],"b",[""],["c","d"]],"next-page-token":7})");
  QCOMPARE(odd->namespaces.size(), 2u);
  QVERIFY(odd->next.empty());
}

void TestRestCatalog::a_catalog_without_the_endpoints() {
  const auto config = parse_config(R"({"endpoints":["GET /v1/{prefix}/namespaces"]})", "http://h");
  QVERIFY(config->lists_namespaces && !config->lists_tables && !config->loads_tables);
  const auto unsaid = parse_config(R"({"endpoints":[]})", "http://h");
  QVERIFY(unsaid->lists_tables && unsaid->loads_tables);
}

void TestRestCatalog::a_page_that_never_ends() {
  std::atomic<int> calls = 0;
  HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    if (seen.target.find("/config") != std::string::npos) return peer.answer(200, "{}");
    ++calls;
    peer.answer(200, R"({"namespaces":[],"next-page-token":"again"})");
  });
  CatalogProfile profile;
  profile.url = server.url();
  const auto catalog = open(profile);
  QVERIFY(catalog->list({}).tables.empty());
  QCOMPARE(calls.load(), 2);
}

QTEST_GUILESS_MAIN(TestRestCatalog)
#include "tst_rest_catalog.moc"
