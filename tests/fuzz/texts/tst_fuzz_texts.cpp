// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that come from elsewhere, mutated: Connect's answers, stories, profiles, client properties, rows of a foreign
// logbook, events of other programs. They may be refused; what is accepted is within its bounds, and a refusal says
// what is wrong in one line. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <array>

#include "app/session/event_files.h"
#include "app/session/lineage_files.h"
#include "app/session/open_lineage.h"
#include "app/settings/client_properties.h"
#include "app/settings/profile_file.h"
#include "collectors/connect/proposals.h"
#include "collectors/story/story.h"
#include "models/domain/clock.h"
#include "models/logbook/runs.h"
#include "models/logbook/said.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using test::milliseconds_of;
using test::Mutator;

class FuzzTexts final : public QObject {
  Q_OBJECT
 private slots:
  void connect_answers();
  void stories();
  void profiles_and_properties();
  void logbook_rows();
  void events_from_outside();
  void runs_from_outside();
};

namespace {
constexpr int parts = 6;
constexpr std::array words = std::to_array<const char*>(
    {"\"state\":\"FAILED\"", "\"tasks\":", "\"series\":", "\"rates\": [[0, 1e18]]", "\"poll\": \"1s\"", "${file:x:y}",
     "1970-01-01T00:00:00Z", "\"until\":\"9999-12-31T23:59:59Z\"", "\\\n", "sasl.jaas.config="});

void says_what(const Error& error) {
  QVERIFY(!error.what.empty());
  QVERIFY2(error.line().find('\n') == std::string::npos, error.line().c_str());
}
}  // namespace

void FuzzTexts::connect_answers() {
  const std::vector<std::string> texts{
      R"({"orders-sink":{"info":{"name":"orders-sink","config":{"connector.class":"org.apache.iceberg.connect.IcebergSinkConnector","topics":"orders","iceberg.tables":"lake.orders","iceberg.catalog.uri":"http://u:p@h/x","tasks.max":"2"},"tasks":[{"connector":"orders-sink","task":0}],"type":"sink"},"status":{"name":"orders-sink","connector":{"state":"RUNNING","worker_id":"127.0.0.1:8083","version":"1.12.0"},"tasks":[{"id":0,"state":"FAILED","worker_id":"127.0.0.1:8083","trace":"org.apache.kafka.connect.errors.ConnectException: x\n\tat a.b(C.java:1)\nCaused by: y"}],"type":"sink"}}})",
      R"({"orders-sink":{"topics":["orders","orders-2"]}})",
      R"({"version":"4.1.0","commit":"abc","kafka_cluster_id":"lkc-1"})", R"({"status":"healthy","message":"x"})",
      R"({"error_code":404,"message":"Connector x not found"})"};
  Mutator mutated(31, words);
  std::size_t accepted = 0;
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(parts);) {
    const std::string text = mutated(mutated.any_of(texts));
    if (const auto all = parse_connectors(text))
      for (const ConnectorStatus& connector : *all) {
        ++accepted;
        QVERIFY2(connector.trace.size() < 1u << 20, "a trace without bounds");
        static_cast<void>(group_of(connector));
        static_cast<void>(proposal_lines(propose(connector)));
        for (const ConnectTask& task : connector.tasks) QVERIFY(task.id >= 0);
      }
    static_cast<void>(parse_topics(text));
    static_cast<void>(parse_root(text));
    static_cast<void>(parse_health(text));
    QVERIFY(error_message(text).find('\n') == std::string::npos);
  }
  QVERIFY(accepted > 0);
}

void FuzzTexts::stories() {
  std::vector<std::string> texts;
  QDirIterator files(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories"), {QStringLiteral("*.json")});
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly)) texts.push_back(file.readAll().toStdString());
  }
  QVERIFY(texts.size() > 2);
  Mutator mutated(32, words);
  const SystemClock clock;
  std::size_t accepted = 0, refused = 0;
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(parts);) {
    const auto story = story::parse_story(mutated(mutated.any_of(texts)), "story.json", clock);
    ++(story ? accepted : refused);
    if (!story) says_what(story.error());
  }
  QVERIFY(accepted > 0 && refused > 0);
}

void FuzzTexts::profiles_and_properties() {
  const std::vector<std::string> profiles{
      R"({"name":"lake","clusters":[{"name":"lab","bootstrap":"127.0.0.1:9092","poll":"1s"}],"connect":[{"name":"lake","cluster":"lab","url":"http://127.0.0.1:8083","poll":"1s"}],"catalogs":[{"name":"lake","type":"iceberg-rest","url":"http://127.0.0.1/iceberg","warehouse":"w","tables":["lake.*"],"poll":"1s"}],"pipelines":[{"name":"orders","topic":"orders","group":"connect-orders","table":"lake.orders","class":"fraud","commit_interval":"5s"}],"classes":[{"name":"fraud","target":"30s","objective":99.5}],"owners":{"risk":{"name":"Risk"}}})"};
  const std::vector<std::string> properties{
      "bootstrap.servers=a:1,b:2\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n"
      "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n"
      " username=\"u\" password=\"p\\u00e9\";\nssl.truststore.location=/x.jks\n! remark\n# another"};
  Mutator mutated(33, words);
  std::size_t accepted = 0, refused = 0;
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(parts);) {
    const auto profile = parse_profile(mutated(profiles.front()), "profile.json");
    ++(profile ? accepted : refused);
    if (!profile) says_what(profile.error());
    const std::string text = mutated(properties.front());
    static_cast<void>(parse_java_properties(text));
    if (const auto parsed = parse_client_properties(text, "client.properties"); !parsed) says_what(parsed.error());
  }
  QVERIFY(accepted > 0 && refused > 0);
}

void FuzzTexts::logbook_rows() {
  const LocalTime at(Millis(1'700'000'000'000));
  const std::vector<std::string> notes{body_of(Note{at, Object("topic:orders"), "what was seen", ""})};
  const std::vector<std::string> snoozes{body_of(Snooze{"R13-5f0c6a3e21", at + Millis(60'000), "known", "", at})};
  Mutator mutated(34, words);
  std::size_t accepted = 0, refused = 0;
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(parts);) {
    const LogEntry note{"u1", at, "ann", "note", mutated(notes.front()), ""};
    const LogEntry snooze{"u2", at, "ann", "snooze", mutated(snoozes.front()), mutated(hash_of(note))};
    const auto said = notes_in({note, snooze});
    ++(said ? accepted : refused);
    if (!said) says_what(said.error());
    if (const auto asleep = snoozes_at({note, snooze}, at)) {
      for (const Snooze& one : *asleep) QVERIFY(one.until > at);
    } else {
      says_what(asleep.error());
    }
    static_cast<void>(verify_chain({note, snooze}));
  }
  QVERIFY(accepted > 0 && refused > 0);
}

void FuzzTexts::events_from_outside() {
  const std::vector<std::string> texts{
      R"({"at":"2026-01-01T00:21:00Z","kind":"deployment","text":"x","object":"table:l.t","severity":"warn","id":"1"})"
      "\n"
      R"({"at":1767226900000,"kind":"rollback","layer":"sink"})",
      R"({"version":"4","alerts":[{"status":"resolved","labels":{"alertname":"Lag","topic":"t"},"annotations":{},)"
      R"("startsAt":"2026-01-01T00:26:00.1Z","endsAt":"2026-01-01T01:12:00+01:00","fingerprint":"ab"}]})",
      R"([{"id":1124,"time":1507266395000,"text":"x","tags":["deploy","eu"],"data":{}}])"};
  Mutator mutated(35, words);
  std::size_t accepted = 0, refused = 0;
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(parts);) {
    const auto events = parse_events(mutated(mutated.any_of(texts)), "f");
    ++(events ? accepted : refused);
    if (!events) {
      says_what(events.error());
      continue;
    }
    for (const ToldEvent& event : *events) {
      QVERIFY(!event.kind.empty() && event.text.find('\n') == std::string::npos);
      const auto kept = events_in({{"u", event.at, "ann", "event", body_of(event), ""}});
      QVERIFY(kept && kept->size() == 1 && kept->front().text == event.text);
    }
  }
  QVERIFY(accepted > 0 && refused > 0);
}

void FuzzTexts::runs_from_outside() {
  const std::vector<std::string> texts{
      R"({"eventType":"START","eventTime":"2026-01-01T00:21:00Z","run":{"runId":"01890a5d-ac96-774b-bcce-b302099a8057",)"
      R"("facets":{"tags":{"tags":[{"key":"model","value":"m"}]},"tidemark_run":{"run":"r1","schema_ids":[7,"8"],)"
      R"("cut":"2026-01-01T00:00:00Z"}}},"job":{"namespace":"n","name":"j"},"inputs":[{"namespace":"kafka://h:1",)"
      R"("name":"t","inputFacets":{"subset":{"inputCondition":{"type":"partition","partitions":[{"dimensions":)"
      R"({"partition":0,"startOffset":"5","endOffset":"9"}}]}}}},{"namespace":"s3://b","name":"p","facets":{"version":)"
      R"({"datasetVersion":"12"},"symlinks":{"identifiers":[{"type":"TABLE","name":"l.t"}]}}}]})"
      "\n"
      R"({"eventType":"COMPLETE","eventTime":"2026-01-01T00:22:00Z","run":{"runId":"x"},"job":{}})",
      R"({"runs":[{"info":{"run_id":"a","start_time":1767233400000},"data":{"params":[{"key":"tidemark.after",)"
      R"("value":"b"}]},"inputs":{"dataset_inputs":[{"tags":[{"key":"tidemark.as_of","value":"2026-01-01T00:00:00Z"}],)"
      R"("dataset":{"name":"d","source":"{\"table_name\":\"l.t\",\"snapshot_id\":7}"}}]}}]})"};
  Mutator mutated(36, words);
  std::size_t accepted = 0, refused = 0;
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(parts);) {
    const auto told = parse_runs(mutated(mutated.any_of(texts)), "f");
    ++(told ? accepted : refused);
    if (!told) {
      says_what(told.error());
      continue;
    }
    for (const LineageRun& run : told->runs) {
      QVERIFY(!run.run_id.empty() && run.inputs.size() <= 2 * most_inputs);
      const auto kept = runs_in({{"u", LocalTime(), "ann", lineage_run_kind, body_of(run), ""}});
      QVERIFY(kept && kept->size() == 1 && kept->front().inputs == run.inputs && kept->front().events == run.events);
      for (const std::string& line : events_of(run, {nullptr, "tidemark 1"})) {
        QVERIFY(line.find('\n') == std::string::npos);
        QVERIFY(parse_runs(line, "f"));
      }
    }
  }
  QVERIFY(accepted > 0 && refused > 0);
}

QTEST_GUILESS_MAIN(FuzzTexts)
#include "tst_fuzz_texts.moc"
