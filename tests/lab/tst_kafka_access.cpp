// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster with users: what a wrong password says, that the rights which the README asks for are enough for everything
// the collector offers, and that what is denied blanks itself and nothing else.
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <map>

#include "app/session/connection/connection_check.h"
#include "collectors/kafka/kafka_source.h"
#include "tests/integration/cli/program.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/lab/lab_fixture.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const std::string hidden_topic = "live.classic", hidden_group = "audit";
const std::string wrong_password = "n0t-the-pa55word";

class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override { return std::string(reference); }
};

using Key = std::pair<std::string, std::string>;  // signal and object, or object and aspect
std::map<Key, std::string> values_of(const Recorder& sink, const std::string& lane) {
  const auto series = sink.all_series();
  std::map<Key, std::string> values;
  const auto poll = sink.poll(lane).value();
  for (const auto& sample : poll.samples) {
    const auto& spec = series.at(sample.series);
    values[{spec.signal.value(), spec.object.value()}] =
        sample.reason == Reason::none ? std::to_string(sample.value) : std::string(word(sample.reason));
  }
  return values;
}

std::map<Key, std::string> states_of(const Recorder& sink, const std::string& lane) {
  std::map<Key, std::string> states;
  const auto poll = sink.poll(lane).value();
  for (const auto& state : poll.states) states[{state.object.value(), state.aspect}] = state.value.value_or("gone");
  return states;
}

bool is_number(const std::string& value) { return value.find_first_not_of("0123456789") == std::string::npos; }

// The signal with the error of an age; empty for other signals, and for errors.
std::string error_signal(const std::string& signal) {
  if (signal == "last_record_age") return "last_record_age_error";
  return signal.starts_with("age:") ? "age_error:" + signal.substr(4) : "";
}

// Empty, or the first value in which two readings of the same cluster differ; ages may by the sum of their errors.
std::string difference(const std::map<Key, std::string>& one, const std::map<Key, std::string>& other, Millis later) {
  if (one.size() != other.size()) return std::to_string(one.size()) + " values, " + std::to_string(other.size());
  for (const auto& [key, value] : one) {
    const auto& [signal, object] = key;
    const auto found = other.find(key);
    const auto told = found == other.end() ? "missing" : found->second;
    const auto error = error_signal(signal);
    const bool ages = !error.empty() && is_number(value) && is_number(told);
    const bool errors = signal.find("error") != std::string::npos && is_number(value) && is_number(told);
    const auto allowed = ages ? std::stoll(one.at({error, object})) + std::stoll(other.at({error, object})) : 0;
    const bool same = ages ? std::abs(std::stoll(told) - std::stoll(value) - later.count()) <= allowed : told == value;
    if (!same && !errors)
      return std::string(signal).append(" ").append(object).append(": " + value).append(", " + told);
  }
  return {};
}

bool concerns_hidden(const Key& key) {
  return key.first == "group:" + hidden_group || key.first.ends_with(':' + hidden_group) ||
         key.first == "topic:" + hidden_topic || key.first.starts_with("partition:" + hidden_topic + '/') ||
         key.second == "topic:" + hidden_topic || key.second.starts_with("partition:" + hidden_topic + '/');
}

std::string text(const std::vector<PollError>& errors) {
  std::string all;
  for (const auto& error : errors) all += error.scope + ": " + error.text + '\n';
  return all;
}
}  // namespace

class KafkaAccessTest : public QObject {
  Q_OBJECT

 private:
  Lab lab_;
  QJsonObject truth_;
  const SystemClock clock_;
  const NoSecrets secrets_;

  ClusterProfile profile_of(const std::string& user, std::string password) {
    ClusterProfile profile;
    profile.name = ClusterName("lab");
    profile.bootstrap = user.empty() ? lab_.bootstrap() : lab_.sasl_bootstrap();
    if (password.empty() && !user.empty()) password = lab_.password(user);
    if (!user.empty())
      profile.client = {{"security.protocol", "SASL_PLAINTEXT"},
                        {"sasl.mechanism", "PLAIN"},
                        {"sasl.username", user},
                        {"sasl.password", password}};
    return profile;
  }

  std::unique_ptr<KafkaSource> open(Recorder& sink, const std::string& user, std::string password = {}) {
    auto source = KafkaSource::open(profile_of(user, std::move(password)), secrets_, clock_, sink);
    if (!source) qFatal("%s", source.error().line().c_str());
    return std::move(*source);
  }

  // "permission describe topics" by its state.
  std::map<std::string, ConnectionStep> steps_of(const std::string& user, std::string password = {}) {
    Profile profile;
    profile.clusters = {profile_of(user, std::move(password))};
    profile.clusters.front().read = {"residue"};
    std::map<std::string, ConnectionStep> out;
    const auto checked = check_connections(profile, {.secrets = secrets_, .clock = clock_, .stop = {}});
    for (const ConnectionStep& step : checked.front().steps)
      out.insert_or_assign(step.step + (step.object.empty() ? "" : ' ' + step.object), step);
    return out;
  }

  QStringList as_user(const Program& program, const std::string& password) const {
    const auto file = program.write("client.properties",
                                    "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config="
                                    "org.apache.kafka.common.security.plain.PlainLoginModule required \\\n"
                                    "  username=\"reader\" password=\"" +
                                        QByteArray::fromStdString(password) + "\";\n");
    return {"lag", "--json", "--bootstrap", QString::fromStdString(lab_.sasl_bootstrap()), "--command-config", file};
  }

 private slots:
  void initTestCase() {
    const auto start = lab_.up();
    if (start == Lab::Start::unavailable && !qEnvironmentVariableIsSet("CI"))
      QSKIP("no lab: the registry with Kafka's jars cannot be reached");
    QCOMPARE(start, Lab::Start::ok);
    truth_ = lab_.seed();
  }

  void without_rights_nothing_is_told_and_nothing_is_zero() {
    if (lab_.is_shared()) QSKIP("a shared lab may have given them already");
    Recorder sink;
    static_cast<void>(open(sink, "reader")->poll_once());
    for (const auto& lane : {"offsets", "floor"}) QVERIFY(values_of(sink, lane).empty());
    // Kafka leaves out what may not be seen; of the brokers' configuration it says so.
    const auto configs = sink.poll("configs").value();
    QCOMPARE(configs.answered, std::int64_t(0));
    QCOMPARE(configs.errors.size(), std::size_t(3));
    for (const auto& error : configs.errors) QVERIFY2(error.denied, error.text.c_str());
  }

  void a_wrong_password_is_one_line() {
    Recorder sink;
    const auto result = open(sink, "reader", wrong_password)->poll_once();
    QVERIFY(!result);
    const auto line = result.error().line();
    qInfo("%s", line.c_str());
    QCOMPARE(result.error().code, ErrorCode::denied);
    QVERIFY2(line.find("password") != std::string::npos && line.find('\n') == std::string::npos, line.c_str());
    QVERIFY2(line.find(wrong_password) == std::string::npos, line.c_str());
    for (const auto& lane : {"offsets", "floor", "groups-idle"}) {
      const auto poll = sink.poll(lane).value();
      QCOMPARE(poll.samples.size(), std::size_t(0));
      QCOMPARE(poll.answered, std::int64_t(0));
      QVERIFY(poll.due > 0);
      QCOMPARE(poll.errors.size(), std::size_t(1));
      QCOMPARE(poll.errors[0].reason, Reason::no_permission);
      QVERIFY(poll.errors[0].denied);
    }
  }

  void a_check_without_rights_says_so_step_by_step() {
    if (lab_.is_shared()) QSKIP("a shared lab may have given them already");
    const auto refused = steps_of("reader", wrong_password);
    QVERIFY(refused.at("sign-in").state == StepState::failed);
    QVERIFY2(refused.at("sign-in").says.find("password") != std::string::npos, refused.at("sign-in").says.c_str());
    QVERIFY(refused.at("answer").state == StepState::not_tried);
    auto blind = steps_of("reader");
    QVERIFY(blind.at("sign-in").state == StepState::ok && blind.at("answer").state == StepState::ok);
    // Kafka leaves out what may not be seen, and says of configurations that it does.
    QVERIFY(blind.at("permission describe topics").state == StepState::unknown);
    QVERIFY(blind.at("permission broker configurations").state == StepState::failed);
    const std::string fix = blind.at("permission broker configurations").fix;
    QVERIFY2(fix.find("User:reader --operation DescribeConfigs --cluster") != std::string::npos, fix.c_str());
  }

  void a_wrong_password_on_the_command_line_is_one_line() {
    const Program program;
    const Ran ran = program.run(as_user(program, wrong_password));
    qInfo("%s", ran.err.trimmed().constData());
    QVERIFY2(ran.one_line() && ran.err.contains("password"), ran.err.constData());
    QVERIFY2(!ran.err.contains(wrong_password.c_str()), ran.err.constData());
    QCOMPARE(ran.status, 3);
    QCOMPARE(ran.out, QByteArray());
  }

  // Also sees to it that every broker has the new rights before anything is measured.
  void the_readmes_rights_are_given() {
    lab_.run("grant", {"--deny-topic", hidden_topic.c_str(), "--deny-group", hidden_group.c_str()});
    const auto is_there = [this] {
      Recorder all, some;
      return open(all, "reader")->poll_once({}, Millis(0)) && all.poll("offsets")->errors.empty() &&
             all.poll("configs")->errors.empty() && !values_of(all, "offsets").empty() &&
             open(some, "limited")->poll_once({}, Millis(0)) && some.poll("offsets")->errors.size() >= 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(is_there(), 20'000);
  }

  void the_readmes_rights_are_enough() {
    Recorder anyone, reader;
    QVERIFY(open(anyone, "")->poll_once({}, Millis(20'000)));
    QVERIFY(open(reader, "reader")->poll_once({}, Millis(20'000)));
    std::size_t compared = 0;
    for (const auto& lane : {"floor", "offsets", "last-records"}) {
      const auto expected = values_of(anyone, lane), told = values_of(reader, lane);
      const auto wrong = difference(expected, told, reader.poll(lane)->wall - anyone.poll(lane)->wall);
      QVERIFY2(wrong.empty(), wrong.c_str());
      compared += told.size();
      const auto poll = reader.poll(lane).value();
      QCOMPARE(poll.answered, poll.due);
      QVERIFY2(poll.errors.empty(), text(poll.errors).c_str());
    }
    for (const auto& lane : {"offsets", "configs"}) {
      auto expected = states_of(anyone, lane), told = states_of(reader, lane);
      // Each listener advertises its own ports.
      for (auto* states : {&expected, &told})
        std::erase_if(*states, [](const auto& entry) {
          return entry.first.first.starts_with("broker:") && entry.first.second == "host";
        });
      for (const auto& [key, value] : expected)
        QVERIFY2(told[key] == value, (key.first + ' ' + key.second + ": " + value + ", " + told[key]).c_str());
      QCOMPARE(told.size(), expected.size());
      compared += told.size();
    }
    QCOMPARE(reader.poll("configs")->answered, reader.poll("configs")->due);
    qInfo("%zu values and states are the same as without users", compared);
    QVERIFY(compared >= 20'000);
  }

  void the_right_password_on_the_command_line_gives_rows() {
    const Program program;
    const Ran ran = program.run(as_user(program, lab_.password("reader")));
    QVERIFY2(ran.status == 0, ran.err.constData());
    QVERIFY(!(ran.out + ran.err).contains(lab_.password("reader").c_str()));
    const auto document = QJsonDocument::fromJson(ran.out).object();
    QVERIFY(document.value("rows").toArray().size() >= truth_.value("commits").toArray().size());
    QCOMPARE(document.value("coverage").toDouble(), 1.0);
  }

  void a_check_names_what_is_denied() {
    const auto all = steps_of("reader");
    for (const char* right : {"describe topics", "describe groups", "topic configurations", "broker configurations"}) {
      const auto& step = all.at(std::string("permission ") + right);
      QVERIFY2(step.state == StepState::ok, (std::string(right) + ": " + step.says).c_str());
    }
    QVERIFY(all.at("permission read records").state != StepState::ok);  // the README's rights do not hold it
    const auto some = steps_of("limited");
    const auto& groups = some.at("permission describe groups");
    QVERIFY(groups.state == StepState::failed);
    QVERIFY2(groups.says.find("group:" + hidden_group) != std::string::npos, groups.says.c_str());
    QVERIFY(some.at("permission describe topics").says.find(hidden_topic) != std::string::npos);
  }

  void what_is_denied_blanks_itself_and_nothing_else() {
    Recorder all, some;
    QVERIFY(open(all, "reader")->poll_once({}, Millis(0)));
    QVERIFY(open(some, "limited")->poll_once({}, Millis(0)));
    const auto expected = values_of(all, "offsets");
    auto told = values_of(some, "offsets");
    std::size_t same = 0, blank = 0;
    for (const auto& [key, value] : expected) {
      if (concerns_hidden(key)) continue;
      QVERIFY2(told[key] == value, (key.first + ' ' + key.second + ": " + value + ", " + told[key]).c_str());
      ++same;
    }
    for (const auto& [key, value] : told) {
      if (!concerns_hidden(key)) continue;
      QVERIFY2(value == "no-permission", (key.first + ' ' + key.second + ": " + value).c_str());
      ++blank;
    }
    qInfo("%zu values are the same, %zu are no-permission", same, blank);
    QVERIFY(same >= 15'000);
    QCOMPARE(told[Key("group:live-classic", "partition:" + hidden_topic + "/0")], std::string("no-permission"));
    const auto poll = some.poll("offsets").value();
    QVERIFY(poll.answered < poll.due);
    std::map<std::string, Reason> named;
    for (const auto& error : poll.errors) {
      QVERIFY2(error.denied, error.text.c_str());
      named[error.scope] = error.reason;
    }
    const std::map<std::string, Reason> denied{{"group:" + hidden_group, Reason::no_permission},
                                               {"topic:" + hidden_topic, Reason::no_permission}};
    QVERIFY2(named == denied, text(poll.errors).c_str());
    QCOMPARE(some.poll("floor")->answered, some.poll("floor")->due);
  }

  // Last: it takes rights away.
  void a_right_that_is_taken_away_is_no_deletion() {
    Recorder sink;
    const auto source = open(sink, "limited");
    const std::string topic = "orders.idle", object = "partition:orders.idle/0";
    QVERIFY(source->poll_once({}, Millis(0)));
    const auto before = sink.value("offsets", "high", object);
    QVERIFY(before.known() && sink.value("offsets", "group:drained-idle", object).known());
    lab_.run("grant", {"--deny-topic", topic.c_str()});
    const auto is_gone = [&] {
      return source->poll_once({}, Millis(0)) && !sink.value("offsets", "high", object).known();
    };
    QTRY_VERIFY_WITH_TIMEOUT(is_gone(), 20'000);
    for (int i = 0; i < 4; ++i) {
      QVERIFY(source->poll_once({}, Millis(0)));
      for (const auto* signal : {"high", "stable", "group:drained-idle"})
        QCOMPARE(sink.value("offsets", signal, object).reason(), Reason::no_permission);
      QVERIFY(sink.poll("offsets")->died.empty());
      QCOMPARE(sink.state("topic:" + topic, "partitions").value_or("gone"), std::string("6"));
    }
  }
};

QTEST_GUILESS_MAIN(KafkaAccessTest)
#include "tst_kafka_access.moc"
