// SPDX-License-Identifier: GPL-3.0-or-later
// The collector on a real cluster: every mark against the truth and against Kafka's own tool, ages against the
// timestamps of the records, groups of all kinds, and what happens when a topic or a broker goes.
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <map>

#include "collectors/kafka/kafka_source.h"
#include "models/domain/words.h"
#include "tests/integration/kafka/admin.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/lab/lab_fixture.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override { return std::string(reference); }
};

// All samples of the newest poll of a lane by signal and object.
using Values = std::map<std::pair<std::string, std::string>, Known<std::int64_t>>;
Values values_of(const Recorder& sink, const std::string& lane) {
  const auto series = sink.all_series();
  Values values;
  const auto poll = sink.poll(lane).value();
  for (const auto& sample : poll.samples) {
    const auto& spec = series.at(sample.series);
    values.emplace(std::pair(spec.signal.value(), spec.object.value()), sample.reason == Reason::none
                                                                            ? Known<std::int64_t>(sample.value)
                                                                            : Known<std::int64_t>(sample.reason));
  }
  return values;
}

Known<std::int64_t> find(const Values& values, const std::string& signal, const std::string& object) {
  const auto found = values.find({signal, object});
  return found == values.end() ? Known<std::int64_t>(Reason::never_polled) : found->second;
}

struct Row {
  std::string group, topic, object;
  QJsonObject json;
  std::int64_t number(const char* key) const {
    return static_cast<std::int64_t>(json.value(QLatin1String(key)).toDouble());
  }
  bool has(const char* key) const { return !json.value(QLatin1String(key)).isNull(); }
};

std::vector<Row> rows_of(const QJsonArray& array) {
  std::vector<Row> rows;
  for (const auto& entry : array) {
    const auto json = entry.toObject();
    const auto topic = json.value("topic").toString().toStdString();
    rows.push_back({json.value("group").toString().toStdString(), topic,
                    "partition:" + topic + "/" + std::to_string(json.value("partition").toInt()), json});
  }
  return rows;
}
long long status_number(const char* key) {
  QFile file("/proc/self/status");
  if (!file.open(QIODevice::ReadOnly)) return -1;
  for (const auto& line : file.readAll().split('\n'))
    if (line.startsWith(key)) return line.mid(qstrlen(key)).simplified().split(' ')[0].toLongLong();
  return -1;
}
long long resident_kb() { return status_number("VmRSS:"); }
long long thread_count() { return status_number("Threads:"); }
}  // namespace

class KafkaLabTest : public QObject {
  Q_OBJECT

 private:
  Lab lab_;
  QJsonObject truth_;
  const SystemClock clock_;
  const NoSecrets secrets_;

  std::unique_ptr<KafkaSource> open(Recorder& sink, std::vector<std::string> groups = {"*"},
                                    std::vector<std::string> read = {}) {
    ClusterProfile profile;
    profile.groups = std::move(groups);
    profile.read = std::move(read);
    profile.name = ClusterName("lab");
    profile.bootstrap = lab_.bootstrap();
    auto source = KafkaSource::open(profile, secrets_, clock_, sink);
    if (!source) qFatal("%s", source.error().line().c_str());
    return std::move(*source);
  }

 private slots:
  void initTestCase() {
    const auto start = lab_.up();
    if (start == Lab::Start::unavailable && !qEnvironmentVariableIsSet("CI"))
      QSKIP("no lab: the registry with Kafka's jars cannot be reached");
    QCOMPARE(start, Lab::Start::ok);
    truth_ = lab_.seed();
  }

  void every_mark_is_the_truth() {
    Recorder sink;
    auto source = open(sink);
    QVERIFY(source->poll_once());
    const auto offsets = values_of(sink, "offsets"), floors = values_of(sink, "floor");
    const auto rows = rows_of(truth_.value("commits").toArray());
    QVERIFY(rows.size() >= 10'000);
    for (const auto& row : rows) {
      const auto name = row.group + " " + row.object;
      QVERIFY2(find(offsets, "group:" + row.group, row.object) == Known<std::int64_t>(row.number("committed")),
               name.c_str());
      QVERIFY2(find(offsets, "stable", row.object) == Known<std::int64_t>(row.number("stable")), name.c_str());
      QVERIFY2(find(offsets, "high", row.object) == Known<std::int64_t>(row.number("high")), name.c_str());
      QVERIFY2(find(floors, "floor", row.object) == Known<std::int64_t>(row.number("log_start")), name.c_str());
    }
    const auto poll = sink.poll("offsets").value();
    QCOMPARE(poll.answered, poll.due);
    QVERIFY(poll.errors.empty());
  }

  void ages_are_true_within_their_error() {
    Recorder sink;
    auto source = open(sink);
    QVERIFY(source->poll_once({}, Millis(20'000)));
    const auto cold = sink.poll("offsets").value();
    const auto offsets = values_of(sink, "offsets");
    const auto now = ms(sink.poll("offsets")->wall);
    std::size_t checked = 0;
    double worst = 0;
    for (const auto& row : rows_of(truth_.value("commits").toArray())) {
      if (!row.group.starts_with("age-") || row.group.starts_with("age-unordered") || !row.has("record_ms")) continue;
      const auto age = find(offsets, "age:" + row.group, row.object),
                 error = find(offsets, "age_error:" + row.group, row.object);
      const auto name = row.group + " " + row.object;
      QVERIFY2(age.known() && error.known(), name.c_str());
      const auto truth = now - row.number("record_ms");
      const auto off = std::abs(*age - truth);
      QVERIFY2(off <= *error, (name + " off by " + std::to_string(off)).c_str());
      if (off > 100) worst = std::max(worst, static_cast<double>(off) / static_cast<double>(truth));
      ++checked;
    }
    qInfo("%zu ages, worst error %.3f %%", checked, worst * 100);
    QVERIFY(checked >= 200);
    QVERIFY(worst <= 0.01);
    // Nothing has moved: the second sweep looks nothing up by time.
    QVERIFY(source->poll_once({}, Millis(20'000)));
    const auto warm = sink.poll("offsets").value();
    qInfo("cold: %lld ms, %lld requests; warm: %lld ms, %lld requests", static_cast<long long>(cold.took.count()),
          static_cast<long long>(cold.cost.requests), static_cast<long long>(warm.took.count()),
          static_cast<long long>(warm.cost.requests));
    QVERIFY(warm.cost.requests < 100);
  }

  void groups_are_what_they_are() {
    Recorder sink;
    auto source = open(sink);
    QVERIFY(source->poll_once());
    QCOMPARE(sink.state("group:live-classic", "state").value_or("?"), std::string("Stable"));
    QCOMPARE(sink.state("group:live-classic", "type").value_or("?"), std::string("classic"));
    QCOMPARE(sink.state("group:drained", "state").value_or("?"), std::string("Empty"));
    const auto members = truth_.value("members").toArray();
    for (const auto& entry : members) {
      const auto member = entry.toObject();
      const auto group = member.value("group").toString().toStdString();
      if (group == "live-consumer") {
        QCOMPARE(sink.state("group:" + group, "type").value_or("?"), std::string("new"));
        QCOMPARE(sink.state("group:" + group, "state").value_or("?"), std::string("Stable"));
        QVERIFY(!sink.state("group:" + group, "members"));
      } else {
        QVERIFY2(sink.state("group:" + group, "members")
                         .value_or("")
                         .find(member.value("client_id").toString().toStdString()) != std::string::npos,
                 group.c_str());
      }
    }
    // Assigned, never committed: unknown with its reason.
    const auto offsets = values_of(sink, "offsets");
    std::size_t without = 0;
    for (const auto& [key, value] : offsets)
      if (key.first == "group:silent") without += value.reason() == Reason::no_commit;
    QVERIFY(without > 0);
  }

  void topics_and_brokers_tell_their_configuration() {
    Recorder sink;
    auto source = open(sink);
    QVERIFY(source->poll_once());
    QCOMPARE(sink.state("topic:orders.compacted", "config:cleanup.policy").value_or("?"), std::string("compact"));
    QVERIFY(sink.state("topic:wide.a", "config:retention.ms").has_value());
    QCOMPARE(sink.state("broker:1", "config:auto.create.topics.enable").value_or("?"), std::string("false"));
    QVERIFY(!sink.state("source:lab", "limits")->contains("configuration"));
    QCOMPARE(sink.state("cluster:lab", "time-lookup").value_or("?"), std::string("yes"));
    const auto poll = sink.poll("configs").value();
    QCOMPARE(poll.answered, poll.due);
  }

  void residue_is_told_where_reading_is_allowed() {
    const std::string marker = "partition:orders.txn/4", open_one = "partition:orders.txn/0";
    {
      Recorder sink;
      auto source = open(sink);
      for (int i = 0; i < 4; ++i) QVERIFY(source->poll_once({}, Millis(0)));
      QCOMPARE(sink.value("offsets", "residue:txn-marker", marker).reason(), Reason::never_polled);
    }
    Recorder sink;
    auto source = open(sink, {"txn-*", "stuck-*"}, {"residue"});
    const auto residue = [&](const std::string& group, const std::string& object) {
      // A group that rests for a while is told of in the lane of idle groups.
      auto value = sink.value("offsets", "residue:" + group, object);
      if (value.reason() == Reason::never_polled) value = sink.value("groups-idle", "residue:" + group, object);
      return value ? std::string(word(static_cast<Residue>(*value))) : std::string(word(value.reason()));
    };
    const auto told = [&] {
      return residue("stuck-idle", "partition:orders.idle/0") == "none" && residue("txn-marker", marker) == "markers";
    };
    for (int i = 0; i < 150 && !told(); ++i) {
      QVERIFY(source->poll_once({}, Millis(0)));
      QTest::qWait(100);
    }
    const auto shown = [&](const char* group, const std::string& object) {
      return QString::fromStdString(residue(group, object));
    };
    QCOMPARE(shown("txn-marker", marker), "markers");
    QCOMPARE(shown("txn-current", open_one), "open-txn");
    QCOMPARE(shown("stuck-idle", "partition:orders.idle/0"), "none");  // one record before the end
  }

  void it_agrees_with_kafkas_tool_and_is_eight_times_faster() {
    const auto oracle = QJsonDocument::fromJson(lab_.run("oracle.py", {})).object();
    Recorder sink;
    // What the tool does, with connecting, but without ages, which it does not know.
    const auto begun = std::chrono::steady_clock::now();
    auto source = open(sink);
    QVERIFY(source->poll_once({}, Millis(0)));
    const auto took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    const auto offsets = values_of(sink, "offsets");
    std::size_t compared = 0;
    for (const auto& row : rows_of(oracle.value("rows").toArray())) {
      const auto group = find(offsets, "group:" + row.group, row.object), high = find(offsets, "high", row.object);
      const auto name = row.group + " " + row.object;
      QVERIFY2(high.known(), name.c_str());
      if (!row.has("lag")) {
        QVERIFY2(group.reason() == Reason::no_commit, name.c_str());
        continue;
      }
      QVERIFY2(group.known() && *high - *group == row.number("lag"), name.c_str());
      ++compared;
    }
    const auto tool = oracle.value("seconds").toDouble();
    qInfo("%zu rows equal; first sweep with connecting %.2f s, Kafka's tool %.2f s: %.1f times", compared, took, tool,
          tool / took);
    QVERIFY(compared >= 10'000);
    QVERIFY(took * 8 <= tool);
  }

  // From here on the cluster is not as it was seeded.

  void topics_and_groups_that_come_and_go_leave_nothing() {
    const Admin admin(lab_.bootstrap());
    Recorder sink;
    sink.keep_last(2);
    auto source = open(sink, {"churn-*"});
    const auto round = [&](int n) {
      std::vector<std::string> topics;
      for (int i = 0; i < 20; ++i) topics.push_back("churn-" + std::to_string(n) + "-" + std::to_string(i));
      admin.create_topics(topics, 5);
      for (const auto& topic : topics) admin.commit("churn-" + topic, topic, 0, 0);
      const auto is_seen = [&] {
        return sink.value("offsets", "group:churn-" + topics[7], "partition:" + topics[7] + "/0").known();
      };
      for (int i = 0; i < 100 && !is_seen(); ++i) {
        static_cast<void>(source->poll_once());
        QTest::qWait(50);
      }
      const bool seen = is_seen();
      admin.delete_groups(topics, "churn-");
      admin.delete_topics(topics);
      for (int i = 0; i < 4; ++i) static_cast<void>(source->poll_once());
      return seen;
    };
    // The first rounds fill caches and pools.
    for (int n = 0; n < 3; ++n) QVERIFY(round(n));
    const auto memory = resident_kb();
    const auto threads = thread_count();
    for (int n = 3; n < 15; ++n) QVERIFY(round(n));
    qInfo("300 topics and 300 groups came and went: memory %+lld kB, threads %+lld", resident_kb() - memory,
          thread_count() - threads);
    QVERIFY(resident_kb() - memory < 12'000);
    QVERIFY(thread_count() - threads <= 8);
    QVERIFY(!sink.state("topic:churn-3-0", "partitions"));
    QVERIFY(!sink.state("group:churn-churn-3-0", "state"));
  }

  void a_deleted_topic_dies() {
    Recorder sink;
    auto source = open(sink);
    QVERIFY(source->poll_once({}, Millis(0)));
    const std::string object = "partition:orders.doomed/0";
    QVERIFY(sink.value("offsets", "high", object).known());
    QVERIFY(sink.value("offsets", "group:doomed-readers", object).known());
    lab_.run("seed", {"drop"});
    bool high_died = false, group_died = false;
    Reason high = Reason::none, group = Reason::none;
    const auto series = [&] { return sink.all_series(); };
    for (int i = 0; i < 50 && !(high_died && group_died); ++i) {
      QVERIFY(source->poll_once({}, Millis(0)));
      const auto poll = sink.poll("offsets").value();
      for (const auto id : poll.died) {
        const auto spec = series().at(id);
        if (spec.object.value() != object) continue;
        if (spec.signal.value() == "high") high_died = true, high = sink.value("offsets", "high", object).reason();
        if (spec.signal.value() == "group:doomed-readers")
          group_died = true, group = sink.value("offsets", "group:doomed-readers", object).reason();
      }
      QTest::qWait(100);
    }
    QVERIFY(high_died && group_died);
    QCOMPARE(high, Reason::deleted);
    QCOMPARE(group, Reason::deleted);
    QVERIFY(!sink.state("topic:orders.doomed", "partitions"));
    QVERIFY(source->poll_once({}, Millis(0)));
    QCOMPARE(sink.value("offsets", "high", object).reason(), Reason::never_polled);
  }

  void a_killed_broker_blanks_only_what_it_led() {
    std::map<std::string, std::int64_t> highs;
    for (const auto& row : rows_of(truth_.value("commits").toArray())) highs[row.object] = row.number("high");
    Recorder sink;
    auto source = open(sink);
    QVERIFY(source->poll_once({}, Millis(0)));
    std::map<std::string, std::string> leaders;
    for (const auto& [object, high] : highs)
      if (const auto leader = sink.state(object, "leader")) leaders[object] = *leader;
    lab_.broker("kill", 3);
    const auto begun = std::chrono::steady_clock::now();
    bool first = true, settled = false;
    std::size_t lost_at_first = 0;
    while (!settled && std::chrono::steady_clock::now() - begun < std::chrono::seconds(60)) {
      static_cast<void>(source->poll_once({}, Millis(0)));
      const auto poll = sink.poll("offsets").value();
      const auto values = values_of(sink, "offsets");
      std::size_t wrong = 0, unknown = 0, leaderless = 0, groups_unknown = 0;
      for (const auto& [object, leader] : leaders) {
        const auto high = find(values, "high", object);
        if (high.known())
          wrong += *high != highs[object];
        else
          leader == "3" ? ++unknown : ++wrong;
        leaderless += high.reason() == Reason::leaderless;
      }
      for (const auto& [key, value] : values) {
        if (!key.first.starts_with("group:")) continue;
        groups_unknown += value.reason() == Reason::unreachable;
        QVERIFY2(value.reason() != Reason::no_commit || key.first == "group:silent",
                 (key.first + " " + key.second).c_str());
      }
      QCOMPARE(wrong, std::size_t(0));  // others fresh, and nothing recorded as 0
      if (unknown > 0) QVERIFY(poll.answered < poll.due);
      if (first) {
        lost_at_first = unknown;
        qInfo("first poll after the kill: %lld ms, %zu of %zu partitions unknown",
              static_cast<long long>(poll.took.count()), unknown, leaders.size());
        QVERIFY2(poll.took < Millis(6000), std::to_string(poll.took.count()).c_str());
      }
      first = false;
      // What has replicas gets a new leader; what has none is leaderless; groups find their new coordinator.
      settled = unknown == leaderless && leaderless > 0 && groups_unknown == 0;
      QTest::qWait(200);
    }
    qInfo("settled after %.1f s", std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    QVERIFY(lost_at_first > 0);
    QVERIFY(settled);
    QCOMPARE(sink.state("broker:3", "state").value_or("?"), std::string("gone"));
    lab_.broker("start", 3);
    for (int i = 0; i < 100 && sink.poll("offsets")->answered < sink.poll("offsets")->due; ++i) {
      static_cast<void>(source->poll_once({}, Millis(0)));
      QTest::qWait(200);
    }
    QCOMPARE(sink.poll("offsets")->answered, sink.poll("offsets")->due);
    QCOMPARE(sink.state("broker:3", "state").value_or("?"), std::string("up"));
  }
};

QTEST_GUILESS_MAIN(KafkaLabTest)
#include "tst_kafka_lab.moc"
