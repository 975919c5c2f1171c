// SPDX-License-Identifier: GPL-3.0-or-later
// RegistrySource against an HTTP server on loopback that keeps subjects as a registry does, also when it is ill.
#include <QTest>

#include "collectors/registry/registry_source.h"
#include "models/domain/schema_versions.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class Plain final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};

struct Version {
  int id = 0;
  bool deleted = false;
};

// A registry, changed by a test.
struct Registry {
  std::mutex mutex;
  std::map<std::string, std::map<int, Version>> subjects;  // by the encoded name
  std::map<std::string, std::string> levels;
  std::string level = "BACKWARD";
  std::string mode = R"({"mode":"READWRITE"})";
  int mode_status = 200;
  int status = 200;          // of /subjects
  std::string broken;        // the subject whose versions it cannot tell
  bool tells_levels = true;  // 40408 where a subject has none of its own
  bool knows_pages = true;
  std::size_t many = 0;  // more subjects without versions

  static bool alive(const std::map<int, Version>& versions) {
    return std::ranges::any_of(versions, [](const auto& one) { return !one.second.deleted; });
  }
  static void none(HttpPeer& peer, int code) {
    peer.answer(404, "{\"error_code\":" + std::to_string(code) + ",\"message\":\"whatever it says\"}");
  }
  static std::int64_t number_after(const std::string& target, const std::string& key) {
    const auto at = target.find(key);
    return at == std::string::npos ? 0 : std::stoll(target.substr(at + key.size()));
  }

  void list(const std::string& target, HttpPeer& peer) const {
    std::vector<std::string> names;
    for (const auto& [name, versions] : subjects)
      if (target.find("deleted=true") != std::string::npos || alive(versions))
        names.push_back(name == "a%2Fb" ? "a/b" : name);
    for (std::size_t i = 0; i < many; ++i) names.push_back("s" + std::to_string(i));
    if (knows_pages) {
      const auto offset = std::min<std::size_t>(names.size(), number_after(target, "offset="));
      names.erase(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(offset));
      names.resize(std::min<std::size_t>(names.size(), number_after(target, "limit=")));
    }
    std::string body;
    for (const std::string& name : names) body += (body.empty() ? "\"" : ",\"") + name + '"';
    peer.answer(status, '[' + body + ']');
  }

  void of_subject(const std::string& target, HttpPeer& peer) const {
    const std::string path = target.substr(10, target.find('?') - 10);
    const std::string name = path.substr(0, path.find('/'));
    const bool all = target.find("deleted=true") != std::string::npos;
    if (name == broken) return peer.answer(403, R"({"error_code":40301,"message":"no"})");
    const auto found = subjects.find(name);
    if (found == subjects.end() || (!all && !alive(found->second))) return none(peer, 40401);
    if (path.ends_with("/versions")) {
      std::string body;
      for (const auto& [number, version] : found->second)
        if (all || !version.deleted) body += (body.empty() ? "" : ",") + std::to_string(number);
      return peer.answer(200, '[' + body + ']');
    }
    const auto version = found->second.find(std::stoi(path.substr(path.rfind('/') + 1)));
    if (version == found->second.end()) return none(peer, 40402);
    peer.answer(200, "{\"id\":" + std::to_string(version->second.id) + ",\"schema\":\"{}\"}");
  }

  void operator()(const HttpSeen& seen, HttpPeer& peer) {
    const std::lock_guard lock(mutex);
    const std::string& target = seen.target;
    if (target == "/mode") return peer.answer(mode_status, mode);
    if (target == "/config") return peer.answer(200, "{\"compatibilityLevel\":\"" + level + "\"}");
    if (target.starts_with("/config/")) {
      const std::string name = target.substr(8, target.find('?') - 8);
      const bool in_force = target.ends_with("?defaultToGlobal=true");
      const auto own = levels.find(name);
      if (own == levels.end() && tells_levels) return none(peer, 40408);
      if (!subjects.contains(name)) return none(peer, 40401);
      const std::string said = own != levels.end() ? own->second : in_force ? level : "NONE";
      return peer.answer(200, "{\"compatibilityLevel\":\"" + said + "\"}");
    }
    if (target.starts_with("/subjects?")) return status == 200 ? list(target, peer) : peer.answer(status, "{}");
    if (target.starts_with("/subjects/")) return of_subject(target, peer);
    peer.answer(404, "<html>");
  }
};
}  // namespace

class RegistrySourceTest : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;
  const Plain secrets_;
  std::unique_ptr<Registry> registry_;
  std::unique_ptr<HttpServer> server_;
  std::unique_ptr<Recorder> recorder_;
  std::unique_ptr<RegistrySource> source_;

  std::string state(const std::string& object, std::string_view aspect) const {
    return recorder_->state("registry:sr" + object, std::string(aspect)).value_or("-");
  }
  std::string versions(const std::string& subject) const { return state("/" + subject, aspect::schema_versions); }
  Poll poll() {
    static_cast<void>(source_->poll_once({}));
    return *recorder_->poll("subjects");
  }
  std::size_t asked(const std::string& target) const {
    const auto seen = server_->seen();
    return static_cast<std::size_t>(std::ranges::count(seen, target, &HttpSeen::target));
  }

 private slots:
  void init() {
    qputenv("no_proxy", "*");
    registry_ = std::make_unique<Registry>();
    registry_->subjects = {{"orders-value", {{1, {1}}, {2, {2}}}}, {"a%2Fb", {{1, {7}}}}};
    server_ = std::make_unique<HttpServer>([this](const HttpSeen& seen, HttpPeer& peer) { (*registry_)(seen, peer); });
    recorder_ = std::make_unique<Recorder>();
    RegistryProfile profile{.name = "sr", .cluster = ClusterName("prod"), .url = server_->url(), .poll = Millis(100)};
    source_ = std::move(*RegistrySource::open(profile, secrets_, clock_, *recorder_));
  }
  void cleanup() {
    source_.reset();
    server_.reset();
  }

  void all_that_it_tells() {
    registry_->levels["orders-value"] = "FULL";
    const Poll first = poll();
    QCOMPARE(first.due, 2);
    QCOMPARE(first.answered, 2);
    QVERIFY(first.errors.empty());
    QCOMPARE(state("", aspect::state), std::string("ok"));
    QCOMPARE(state("", aspect::compatibility), std::string("BACKWARD"));
    QCOMPARE(state("", aspect::mode), std::string("READWRITE"));
    QCOMPARE(state("", aspect::subjects), std::string("a/b\norders-value"));
    QCOMPARE(versions("orders-value"), std::string("1 1 AVRO live -\n2 2 AVRO live -"));
    QCOMPARE(versions("a/b"), std::string("1 7 AVRO live -"));
    QCOMPARE(state("/orders-value", aspect::compatibility), std::string("FULL"));
    QCOMPARE(state("/a/b", aspect::compatibility), std::string("inherited"));
    const auto seen = server_->seen();
    QVERIFY(std::ranges::all_of(seen, [](const HttpSeen& one) {
      return one.method == "GET" &&
             one.headers.at("accept") == "application/vnd.schemaregistry.v1+json, application/json";
    }));
    QCOMPARE(recorder_->lanes().at(0).source, (SourceSpec{"registry", "sr", ClusterName("prod")}));
  }

  void a_version_is_asked_for_once() {
    poll();
    poll();
    QCOMPARE(asked("/subjects/orders-value/versions/1?deleted=true"), 1U);
    registry_->subjects["orders-value"][3] = {9};
    poll();
    QCOMPARE(versions("orders-value"), std::string("1 1 AVRO live -\n2 2 AVRO live -\n3 9 AVRO live -"));
    QCOMPARE(asked("/subjects/orders-value/versions/2?deleted=true"), 1U);
  }

  void deleted_softly_and_for_good() {
    poll();
    registry_->subjects["orders-value"][1].deleted = true;
    poll();
    QCOMPARE(versions("orders-value"), std::string("1 1 AVRO deleted -\n2 2 AVRO live -"));
    registry_->subjects["orders-value"].erase(1);
    registry_->subjects["orders-value"][2].deleted = true;
    poll();
    QCOMPARE(versions("orders-value"), std::string("2 2 AVRO deleted -"));
    QCOMPARE(state("", aspect::subjects), std::string("a/b\norders-value"));
    registry_->subjects["orders-value"][2].deleted = false;
    poll();
    QCOMPARE(versions("orders-value"), std::string("2 2 AVRO live -"));
    registry_->subjects.erase("orders-value");
    poll();
    QCOMPARE(state("", aspect::subjects), std::string("a/b"));
    QCOMPARE(versions("orders-value"), std::string("-"));
  }

  void one_that_does_not_answer_has_lost_nothing() {
    poll();
    registry_->status = 503;
    const auto polled = source_->poll_once({});
    QVERIFY(!polled && polled.error().code == ErrorCode::unreachable);
    const Poll failed = *recorder_->poll("subjects");
    QCOMPARE(failed.answered, 0);
    QCOMPARE(failed.errors.at(0).reason, Reason::unreachable);
    QVERIFY(std::ranges::all_of(failed.states, [](const StateSample& s) { return s.value.has_value(); }));
    QCOMPARE(state("", aspect::state), std::string("other"));
    server_.reset();
    poll();
    QCOMPARE(state("", aspect::state), std::string("unreachable"));
    QCOMPARE(versions("orders-value"), std::string("1 1 AVRO live -\n2 2 AVRO live -"));
  }

  void something_else_answers() {
    registry_->status = 404;
    const auto polled = source_->poll_once({});
    QVERIFY(!polled);
    QVERIFY(recorder_->poll("subjects")->answered == 0);
  }

  void a_subject_that_is_refused_hides_no_other() {
    registry_->broken = "a%2Fb";
    const Poll first = poll();
    QCOMPARE(first.answered, 1);
    QCOMPARE(first.errors.size(), 1U);
    QCOMPARE(first.errors[0].scope, std::string("subject:a/b"));
    QVERIFY(first.errors[0].denied);
    QCOMPARE(versions("a/b"), std::string("-"));
    QCOMPARE(versions("orders-value"), std::string("1 1 AVRO live -\n2 2 AVRO live -"));
  }

  // As Apicurio 2.6 answers.
  void without_modes_and_own_levels() {
    registry_->mode_status = 404;
    registry_->mode = R"({"error_code":0,"message":"Operation not supported."})";
    registry_->tells_levels = false;
    registry_->levels["orders-value"] = "FULL";
    QVERIFY(poll().errors.empty());
    QCOMPARE(state("", aspect::mode), std::string("-"));
    QVERIFY(recorder_->state("source:sr", std::string(aspect::limits))->find("no modes") != std::string::npos);
    QCOMPARE(state("/orders-value", aspect::compatibility), std::string("FULL"));
    QCOMPARE(state("/a/b", aspect::compatibility), std::string("inherited"));
  }

  void pages_are_turned_and_need_not_be_known() {
    registry_->many = 1500;
    for (const bool knows : {true, false}) {
      registry_->knows_pages = knows;
      poll();
      QCOMPARE(std::ranges::count(state("", aspect::subjects), '\n'), 1501);
    }
  }
};

QTEST_GUILESS_MAIN(RegistrySourceTest)
#include "tst_registry_source.moc"
