// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and events of schema registries from what polls saw.
#include <QTest>

#include "models/analysis/events.h"
#include "models/analysis/schemas.h"
#include "tests/support/recorder.h"
#include "tests/support/registry_polls.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
class Polled final {
 public:
  void poll(std::int64_t n, const RegistryPolls::Subjects& subjects,
            const std::map<std::string, std::string>& levels = {}, const std::string& level = "BACKWARD") {
    polls_.poll(n, subjects, levels, level);
  }
  void fail(std::int64_t n, bool denied = false) { polls_.fail(n, denied); }
  std::shared_ptr<const Snapshot> snapshot() const { return recorder_.snapshot(); }

 private:
  Recorder recorder_;
  RegistryPolls polls_{recorder_};
};

std::vector<std::string> told(const Snapshot& s) {
  std::vector<std::string> out;
  for (const EventRow& row : event_rows(s, s.from - Millis(1), s.to))
    if (row.layer == "schema") out.push_back(row.kind + " " + row.severity + " " + row.text);
  return out;
}
using Texts = std::vector<std::string>;
}  // namespace

class TestSchemas final : public QObject {
  Q_OBJECT
 private slots:
  void a_version_comes_between_two_polls() {
    Polled polled;
    polled.poll(0, {{"orders-value", {avro(1, 10)}}});
    polled.poll(1, {{"orders-value", {avro(1, 10), avro(2, 11)}}, {"com.shop.Order", {avro(1, 10)}}});
    const auto s = polled.snapshot();
    const auto rows = schema_rows(*s, s->to);
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0].subject, std::string("com.shop.Order"));
    QCOMPARE(*rows[0].registered_lo, poll_time(0));
    QCOMPARE(rows[0].topic.reason(), Reason::not_probed);
    QCOMPARE(rows[1].registered_lo.reason(), Reason::no_history);
    QCOMPARE(*rows[1].registered_hi, poll_time(0));
    QCOMPARE(*rows[1].topic, std::string("orders"));
    QCOMPARE(*rows[2].registered_lo, poll_time(0));
    QCOMPARE(*rows[2].registered_hi, poll_time(1));
    QCOMPARE(*rows[2].id, 11);
    QCOMPARE(*rows[2].compatibility, std::string("BACKWARD"));
    QCOMPARE(*rows[2].compatibility_by, std::string("registry"));
    QCOMPARE(*rows[2].deleted, false);
    QCOMPARE(told(*s), (Texts{"schema-registered note com.shop.Order version 1, id 10 (AVRO)",
                              "schema-registered note orders-value version 2, id 11 (AVRO)"}));
  }

  void events_of_a_topic() {
    Polled polled;
    polled.poll(0,
                {{"orders-value", {avro(1, 10)}}, {"refunds-value", {avro(1, 10)}}, {"com.shop.Order", {avro(1, 10)}}});
    polled.poll(1, {{"orders-value", {avro(1, 10), avro(2, 11)}},
                    {"refunds-value", {avro(1, 10), avro(2, 11)}},
                    {"com.shop.Order", {avro(1, 10), avro(2, 11)}}});
    const auto s = polled.snapshot();
    const auto objects = [&](const Filter& filter) {
      std::string out;
      for (const EventRow& row : event_rows(*s, s->from - Millis(1), s->to, filter))
        if (row.kind == "schema-registered") out += row.object.value() + ' ';
      return out;
    };
    QCOMPARE(objects({}),
             std::string("registry:sr/com.shop.Order registry:sr/orders-value registry:sr/refunds-value "));
    QCOMPARE(objects({.topic = {"orders"}}), std::string("registry:sr/orders-value "));
    QCOMPARE(objects({.group = {"g"}}), std::string());
  }

  void the_registry_says_when() {
    Polled polled;
    SchemaVersion known = avro(1, 10), wrong = avro(1, 12);
    known.registered_ms = story_start_ms - 86'400'000;
    wrong.registered_ms = story_start_ms - 86'400'000;
    polled.poll(0, {{"orders-value", {known}}});
    polled.poll(1, {{"a-value", {wrong}}, {"orders-value", {known}}});
    const auto s = polled.snapshot();
    const auto rows = schema_rows(*s, s->to);
    QCOMPARE(*rows[0].registered_lo, poll_time(0));  // it was not there yet then, whatever its clock says
    QCOMPARE(*rows[1].registered_lo, local_time(*known.registered_ms));
    QCOMPARE(*rows[1].registered_hi, local_time(*known.registered_ms));
  }

  void deleted_softly_undeleted_and_for_good() {
    Polled polled;
    polled.poll(0, {{"a", {avro(1, 1)}}, {"orders-value", {avro(1, 10), avro(2, 11)}}});
    polled.poll(1, {{"a", {avro(1, 1)}}, {"orders-value", {avro(1, 10, true), avro(2, 11)}}});
    polled.poll(2, {{"a", {avro(1, 1)}}, {"orders-value", {avro(1, 10), avro(2, 11, true)}}});
    polled.poll(3, {{"a", {avro(1, 1)}}, {"orders-value", {avro(1, 10)}}});
    polled.poll(4, {{"orders-value", {avro(1, 10)}}});
    const auto s = polled.snapshot();
    QCOMPARE(told(*s), (Texts{"schema-deleted note orders-value version 1, id 10 (AVRO): soft-deleted",
                              "schema-deleted note orders-value version 2, id 11 (AVRO): soft-deleted",
                              "schema-undeleted note orders-value version 1, id 10 (AVRO): undeleted",
                              "schema-deleted warn orders-value version 2, id 11 (AVRO): hard-deleted",
                              "subject-deleted warn a: hard-deleted, with all its versions"}));
    const auto rows = schema_rows(*s, s->to);
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0].change, VersionChange::hard_deleted);
    QCOMPARE(*rows[0].deleted, true);
    QCOMPARE(*rows[0].changed_lo, poll_time(3));
    QCOMPARE(*rows[0].changed_hi, poll_time(4));
    QCOMPARE(rows[1].change, VersionChange::undeleted);
    QCOMPARE(*rows[1].deleted, false);
    QCOMPARE(*rows[1].changed_hi, poll_time(2));
    QCOMPARE(rows[2].change, VersionChange::hard_deleted);
    const auto earlier = schema_rows(*s, poll_time(1));
    QCOMPARE(earlier[1].change, VersionChange::soft_deleted);
    QCOMPARE(*earlier[1].deleted, true);
  }

  void levels_change() {
    Polled polled;
    polled.poll(0, {{"orders-value", {avro(1, 10)}}});
    polled.poll(1, {{"orders-value", {avro(1, 10)}}}, {{"orders-value", "NONE"}});
    polled.poll(2, {{"orders-value", {avro(1, 10), avro(2, 11)}}}, {{"orders-value", "NONE"}});
    polled.poll(3, {{"orders-value", {avro(1, 10), avro(2, 11)}}}, {}, "FULL");
    const auto s = polled.snapshot();
    QCOMPARE(told(*s), (Texts{"compatibility-changed warn orders-value: that of the registry → NONE",
                              "schema-registered warn orders-value version 2, id 11 (AVRO), while nothing is checked: "
                              "compatibility is NONE",
                              "compatibility-changed note BACKWARD → FULL",
                              "compatibility-changed note orders-value: NONE → that of the registry"}));
    QCOMPARE(*schema_rows(*s, poll_time(2))[0].compatibility_by, std::string("subject"));
    QCOMPARE(*schema_rows(*s, poll_time(2))[0].compatibility, std::string("NONE"));
    QCOMPARE(*schema_rows(*s, s->to)[0].compatibility, std::string("FULL"));
    const auto levels = level_changes(*s, s->to);
    QCOMPARE(levels.size(), 3U);
    QCOMPARE(levels[0].subject, std::string("orders-value"));
    QCOMPARE(levels[0].before, std::string(inherited_level));
    QCOMPARE(levels[0].after, std::string("NONE"));
    QCOMPARE(*levels[0].lo, poll_time(0));
    QCOMPARE(levels[0].hi, poll_time(1));
    QVERIFY(levels[1].subject.empty());
    QCOMPARE(levels[1].after, std::string("FULL"));
    QCOMPARE(level_changes(*s, poll_time(2)).size(), 1U);
    QVERIFY(level_changes(*s, s->to, {.cluster = {"other"}}).empty());
  }

  void one_that_does_not_answer_is_unknown_not_deleted() {
    for (const bool denied : {false, true}) {
      Polled polled;
      polled.poll(0, {{"orders-value", {avro(1, 10)}}});
      polled.fail(1, denied);
      const auto s = polled.snapshot();
      const Reason why = denied ? Reason::no_permission : Reason::unreachable;
      const auto rows = schema_rows(*s, s->to);
      QCOMPARE(rows.size(), 1U);
      QCOMPARE(rows[0].deleted.reason(), why);
      QCOMPARE(rows[0].compatibility.reason(), why);
      QCOMPARE(*rows[0].id, 10);  // that does not change
      QVERIFY(told(*s).empty());
      const auto registry = registry_rows(*s, s->to).at(0);
      QCOMPARE(*registry.state, std::string(denied ? "denied" : "unreachable"));
      QCOMPARE(*registry.since, poll_time(1));
      QCOMPARE(registry.compatibility.reason(), why);
      QCOMPARE(*registry.error, std::string("connection refused"));
      QCOMPARE(*registry.watched_from, poll_time(0));
      QVERIFY(level_changes(*s, s->to).empty());
    }
  }

  void nobody_asks_any_more() {
    Polled polled;
    polled.poll(0, {{"orders-value", {avro(1, 10)}}});
    const auto s = polled.snapshot();
    QCOMPARE(schema_rows(*s, poll_time(10))[0].deleted.reason(), Reason::collector_off);
    QCOMPARE(registry_rows(*s, poll_time(10))[0].state.reason(), Reason::collector_off);
  }

  void a_number_given_anew_is_another_version() {
    const auto steps = version_steps({avro(1, 10)}, {avro(1, 12, true)});
    QCOMPARE(steps.size(), 3U);
    QCOMPARE(steps[0].what, VersionChange::hard_deleted);
    QCOMPARE(*steps[0].version.id, 10);
    QCOMPARE(steps[1].what, VersionChange::registered);
    QCOMPARE(steps[2].what, VersionChange::soft_deleted);
    // An id that could not be asked for is no other id.
    QVERIFY(version_steps({{1, std::nullopt, "", false, {}}}, {avro(1, 10)}).empty());
  }

  void without_a_registry_it_says_what_to_write() {
    const auto s = test::told(3, R"("series": [])");
    const Document document = schemas_document(*s, s->from, s->to);
    QVERIFY(document.rows.empty());
    QVERIFY(document.notes.at(0).find("\"registries\"") != std::string::npos);
  }

  void rows_by_topic() {
    Polled polled;
    polled.poll(0, {{":.team:orders-key", {avro(1, 1)}}, {"orders-value", {avro(1, 10)}}, {"x-value", {avro(1, 3)}}});
    const auto s = polled.snapshot();
    QCOMPARE(schema_rows(*s, s->to, {.topic = {"ord*"}}).size(), 2U);
    QCOMPARE(schema_rows(*s, s->to, {.cluster = {"other"}}).size(), 0U);
    QCOMPARE(schema_rows(*s, s->to).size(), 3U);
  }
};

QTEST_GUILESS_MAIN(TestSchemas)
#include "tst_schemas.moc"
