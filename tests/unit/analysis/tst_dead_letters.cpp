// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/dead_letters.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
// A cluster of topics with one partition each, polled every 10 s, and what reads their dead letters.
class Cluster final {
 public:
  Cluster() : offsets_(recorder_.lane({source, "offsets", Millis(10'000)})) {}

  struct Marks {
    std::string topic;
    Known<std::int64_t> floor, high;
  };
  void poll(std::int64_t n, const std::vector<Marks>& marks, std::vector<StateSample> states = {}) {
    Poll poll = at(n, offsets_);
    for (const Marks& one : marks) {
      const Object object = object::partition({TopicName(one.topic), PartitionId(0)});
      put(poll, signal::floor, object, one.floor);
      put(poll, signal::high, object, one.high);
    }
    poll.states = std::move(states);
    recorder_.push(std::move(poll));
  }

  struct Count {
    DeadLetterCause cause;
    std::int64_t n = 0;
  };
  void letters(std::int64_t n, const std::string& topic, Known<std::int64_t> read, Known<std::int64_t> unread,
               const std::vector<Count>& counts, Known<std::int64_t> oldest = Reason::not_probed) {
    const LaneId lane = recorder_.lane({source, "dead-letters", Millis(10'000)});
    Poll poll = at(n, lane);
    const Object object = object::topic(TopicName(topic));
    put(poll, signal::dead_letters_read, object, read);
    if (read) put(poll, signal::dead_letters_unread, object, unread);
    if (read) put(poll, signal::dead_letters_oldest, object, oldest);
    std::string lines;
    for (const Count& one : counts) {
      const std::string id = cause_id(one.cause);
      lines += (lines.empty() ? "" : "\n") + cause_line(one.cause);
      put(poll, signal::dead_letters(id), object, one.n);
      put(poll, signal::dead_letter_partition(id), object, 0);
      put(poll, signal::dead_letter_offset(id), object, one.cause.offset + one.n - 1);
    }
    if (read) poll.states = {{object, std::string(aspect::dead_letter_causes), lines, {}}};
    recorder_.push(std::move(poll));
  }

  std::shared_ptr<const Snapshot> snapshot() const { return recorder_.snapshot(); }
  Recorder& recorder() { return recorder_; }

 private:
  Poll at(std::int64_t n, LaneId lane) {
    Poll poll;
    poll.lane = lane;
    poll.wall = poll_time(n);
    poll.mono = MonoTime(poll.wall.time_since_epoch());
    poll.due = poll.answered = 1;
    return poll;
  }
  void put(Poll& poll, const Signal& signal, const Object& object, Known<std::int64_t> value) {
    poll.samples.push_back(
        {recorder_.series(poll.lane, {signal, object, "records"}), value.value_or(0), value.reason()});
  }

  const SourceSpec source{"kafka", "prod", ClusterName("prod")};
  Recorder recorder_;
  LaneId offsets_;
};

const DeadLetterCause bad_value{"connect", "orders", "connector:sink", "org.x.DataException", "VALUE_CONVERTER", "no",
                                0,         10};
const DeadLetterCause bad_put{"connect", "orders", "connector:sink", "java.sql.SQLException", "TASK_PUT", "no", 0, 12};

const Cell& cell(const CellRecord& row, std::string_view name) {
  for (const CellField& field : row)
    if (field.name == name) return field.cell;
  qFatal("no cell");
}
StateSample proposal(const std::string& connector, const std::string& lines) {
  return {object::connector(connector), std::string(aspect::proposal), lines, {}};
}
}  // namespace

class TestDeadLetters final : public QObject {
  Q_OBJECT
 private slots:
  void by_its_name_alone() {
    Cluster c;
    c.poll(0, {{"orders", 0, 100}, {"orders-dlq", 0, 0}});
    c.poll(1, {{"orders", 0, 100}, {"orders-dlq", 0, 5}});
    c.poll(2, {{"orders", 0, 100}, {"orders-dlq", 0, 10}});
    const auto s = c.snapshot();
    const auto rows = dead_letter_rows(*s, poll_time(2));
    QCOMPARE(rows.size(), 1U);
    const DeadLetterRow& row = rows.front();
    QCOMPARE(row.place.topic.value(), std::string("orders-dlq"));
    QCOMPARE(row.place.proof, DeadLetterProof::name);
    QCOMPARE(row.origin, Known<std::string>(Reason::no_permission));  // a guess is no origin
    QCOMPARE(row.suggested_origin, std::string("orders"));
    QCOMPARE(row.depth_upper, Known<std::int64_t>(10));
    QCOMPARE(row.rate, Known<double>(0.5));
    QCOMPARE(row.oldest_age, Known<Millis>(Millis(10'000)));
    QCOMPARE(row.oldest_age_error, Known<Millis>(Millis(10'000)));
    QCOMPARE(row.oldest_age_method, Known<AgeMethod>(AgeMethod::history));
    QCOMPARE(row.read, Known<std::int64_t>(Reason::no_permission));
    QVERIFY(!row.may_read && row.causes.empty());
    const Document document = dead_letters_document(*s, poll_time(2));
    QCOMPARE(std::get<Reason>(cell(document.rows.at(0), "causes").value), Reason::no_permission);
    QCOMPARE(document.notes.size(), 2U);
    QVERIFY(document.notes[0].find("by its name alone") != std::string::npos);
    QVERIFY(document.notes[1].find("\"read\": [\"dead-letters\"]") != std::string::npos);
  }

  void as_a_connector_says() {
    Cluster c;
    c.poll(0, {{"orders", 0, 100}, {"bad", 3, 3}}, {proposal("sink", "connector=sink\ndead_letter=bad\ntopic=orders")});
    const auto rows = dead_letter_rows(*c.snapshot(), poll_time(0));
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].place.proof, DeadLetterProof::connector);
    QCOMPARE(rows[0].origin, Known<std::string>("orders"));
    QCOMPARE(rows[0].writer, Known<std::string>("connector:sink"));
    QCOMPARE(rows[0].depth_upper, Known<std::int64_t>(0));
    QCOMPARE(rows[0].oldest_age, Known<Millis>(Reason::not_applicable));  // it is empty
    QVERIFY(rows[0].suggested_origin.empty());
  }

  void of_several_topics_or_connectors() {
    Cluster c;
    c.poll(0, {{"bad", 0, 3}},
           {proposal("one", "dead_letter=bad\ntopic=a\ntopic=b"), proposal("two", "dead_letter=bad\ntopic=c"),
            proposal("none", "dead_letter=")});
    const auto rows = dead_letter_rows(*c.snapshot(), poll_time(0));
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].origin, Known<std::string>(Reason::ambiguous));
    QCOMPARE(rows[0].place.origins, (std::set<std::string>{"a", "b", "c"}));
    QCOMPARE(rows[0].writer, Known<std::string>(Reason::ambiguous));
  }

  void as_its_configuration_or_the_profile_says() {
    Cluster c;
    const std::string key = "config:errors.deadletterqueue.group.enable";
    c.poll(0, {{"x", 0, 1}, {"y", 0, 1}, {"z", 0, 1}},
           {{Object("topic:x"), key, "true", {}}, {Object("topic:y"), key, "false", {}}});
    Profile profile;
    profile.pipelines.push_back({.topic = "orders", .group = "app", .dead_letter = "z"});
    profile.pipelines.push_back({.topic = "t", .connector = "k", .dead_letter = "not-there"});
    const auto rows = dead_letter_rows(*c.snapshot(), poll_time(0), {}, profile);
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0].place.topic.value(), std::string("x"));
    QCOMPARE(rows[0].place.proof, DeadLetterProof::configuration);
    QCOMPARE(rows[1].place.topic.value(), std::string("z"));
    QCOMPARE(rows[1].place.proof, DeadLetterProof::profile);
    QCOMPARE(rows[1].writer, Known<std::string>("group:app"));
    QCOMPARE(rows[2].depth_upper, Known<std::int64_t>(Reason::never_polled));  // and yet it is named
    QCOMPARE(rows[2].writer, Known<std::string>("connector:k"));
  }

  void causes_of_what_was_read() {
    Cluster c;
    c.poll(0, {{"bad", 10, 14}}, {proposal("sink", "dead_letter=bad\ntopic=orders\ntopic=clicks")});
    c.letters(0, "bad", 3, 1, {{bad_put, 1}, {bad_value, 2}}, story_start_ms - 60'000);
    const auto s = c.snapshot();
    const auto row = dead_letter_rows(*s, poll_time(0)).at(0);
    QVERIFY(row.may_read);
    QCOMPARE(row.origin, Known<std::string>("orders"));  // the headers know better
    QCOMPARE(row.causes.size(), 2U);
    QCOMPARE(row.causes[0].n, Known<std::int64_t>(2));
    QCOMPARE(row.causes[0].cause, bad_value);
    QCOMPARE(row.causes[0].last_offset, Known<std::int64_t>(11));
    QCOMPARE(row.unread, Known<std::int64_t>(1));
    QCOMPARE(row.oldest_age, Known<Millis>(Millis(60'000)));  // nobody saw it come
    QCOMPARE(row.oldest_age_method, Known<AgeMethod>(AgeMethod::record));
    const Document document = dead_letters_document(*s, poll_time(0));
    const auto& causes = std::get<CellList>(cell(document.rows.at(0), "causes").value);
    const auto& first = std::get<CellRecord>(causes.at(0).value);
    QCOMPARE(std::get<std::string>(cell(first, "class").value), std::string("org.x.DataException"));
    QCOMPARE(std::get<std::string>(cell(first, "stage").value), std::string("VALUE_CONVERTER"));
    QCOMPARE(std::get<std::int64_t>(cell(first, "n").value), 2);
    QCOMPARE(std::get<std::int64_t>(cell(first, "sample_offset").value), 10);
    QCOMPARE(std::get<std::string>(cell(document.rows.at(0), "connector_or_group").value), std::string("sink"));
    QCOMPARE(std::get<std::string>(cell(document.rows.at(0), "why").value),
             std::string("2 × DataException in VALUE_CONVERTER; 1 × SQLException in TASK_PUT"));
    QVERIFY(document.notes.at(0).find("among the 3 records that were read; up to 1 were not") != std::string::npos);
  }

  void headers_prove_a_name() {
    Cluster c;
    c.poll(0, {{"pay.DLT", 0, 1}, {"x-errors", 0, 1}});
    const DeadLetterCause silent{.message = ""};
    c.letters(0, "pay.DLT", 1, 0, {{{.family = "spring", .origin = "pay", .by = "group:app", .error_class = "E"}, 1}});
    c.letters(0, "x-errors", 1, 0, {{silent, 1}});
    const auto rows = dead_letter_rows(*c.snapshot(), poll_time(0));
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].place.proof, DeadLetterProof::headers);
    QCOMPARE(rows[0].origin, Known<std::string>("pay"));
    QCOMPARE(rows[1].place.proof, DeadLetterProof::name);
    QCOMPARE(rows[1].origin, Known<std::string>(Reason::not_supported));  // its headers say nothing
    QCOMPARE(cause_words(rows[1].causes.at(0).cause, true), std::string("no cause in the headers"));
  }

  void what_may_not_be_read() {
    Cluster c;
    c.poll(0, {{"a-dlq", 0, Reason::unreachable}, {"b-dlq", 0, 4}});
    c.letters(0, "b-dlq", Reason::no_permission, Reason::no_permission, {});
    const auto rows = dead_letter_rows(*c.snapshot(), poll_time(0));
    QCOMPARE(rows[0].place.topic.value(), std::string("b-dlq"));
    QCOMPARE(rows[0].read, Known<std::int64_t>(Reason::no_permission));
    QVERIFY(rows[0].may_read);
    QCOMPARE(rows[1].depth_upper, Known<std::int64_t>(Reason::unreachable));
    QCOMPARE(rows[1].rate, Known<double>(Reason::unreachable));
    QCOMPARE(rows[1].oldest_age, Known<Millis>(Reason::unreachable));
    QCOMPARE(rows[1].read, Known<std::int64_t>(Reason::not_probed));
    QVERIFY(dead_letters_document(*c.snapshot(), poll_time(0)).notes.back().find("profile") == std::string::npos);
  }

  void the_collector_is_off() {
    Cluster c;
    c.poll(0, {{"a-dlq", 0, 4}});
    c.letters(0, "a-dlq", 4, 0, {{bad_value, 4}});
    const auto row = dead_letter_rows(*c.snapshot(), poll_time(9)).at(0);
    QCOMPARE(row.depth_upper, Known<std::int64_t>(Reason::collector_off));
    QCOMPARE(row.read, Known<std::int64_t>(Reason::collector_off));
    QVERIFY(row.causes.empty());
  }

  void in_scope_and_in_order() {
    Cluster c;
    for (int i = 0; i < 2; ++i) c.poll(i, {{"a-dlq", 0, 4}, {"b-dlq", 0, 900}, {"c-dlq", 0, 10 + i}});
    const auto s = c.snapshot();
    const auto rows = dead_letter_rows(*s, poll_time(1));
    QCOMPARE(rows[0].place.topic.value(), std::string("c-dlq"));  // grows
    QCOMPARE(rows[1].place.topic.value(), std::string("b-dlq"));
    Filter filter;
    filter.topic = {"b*"};
    QCOMPARE(dead_letter_rows(*s, poll_time(1), filter).size(), 1U);
    filter = {};
    filter.group = {"app"};
    QVERIFY(dead_letter_rows(*s, poll_time(1), filter).empty());
    // The oldest came before what is loaded: it is looked for.
    QCOMPARE(dead_letter_keys(*s, poll_time(1)).size(), 3U);
  }

  void compacted_or_in_transactions() {
    Cluster c;
    c.poll(0, {{"a-dlq", 0, 4}}, {{Object("topic:a-dlq"), "config:cleanup.policy", "compact", {}}});
    QVERIFY(dead_letter_rows(*c.snapshot(), poll_time(0)).at(0).compacted);
    QVERIFY(dead_letters_document(*c.snapshot(), poll_time(0)).notes.at(1).find("fewer records") != std::string::npos);
  }

  void nothing_at_all() {
    Cluster c;
    c.poll(0, {{"orders", 0, 4}});
    const Document document = dead_letters_document(*c.snapshot(), poll_time(0));
    QVERIFY(document.rows.empty() && document.notes.empty());
  }
};

QTEST_GUILESS_MAIN(TestDeadLetters)
#include "tst_dead_letters.moc"
