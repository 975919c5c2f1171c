// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "collectors/tables/table_source.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/integration/tables/conforming_catalog.h"
#include "tests/integration/tables/tables.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
const TopicPartition zero{TopicName("orders"), PartitionId(0)};
const std::string partition = "partition:orders/0";
const std::string table = "table:lake.orders";

// Somebody who knows the control topic: an offset of it stands for a hundred times as many source offsets.
class Hundredfold final : public MarkJoin {
 public:
  TableMarks join(const TableView& view) override {
    TableMarks marks;
    marks.adapter = "a";
    marks.evidence = Evidence::derived;
    marks.announced = {"c9 2 500"};
    std::int64_t newer = -1;
    std::string id;
    for (const TableVersion& version : view.versions) {
      if (version.control.empty()) continue;
      const std::int64_t next = version.control.at(0) * 100;
      if (newer < 0) marks.durable.emplace(zero, next);
      if (newer >= 0 && knows_ranges) marks.ranges[id] = {{zero, next, newer}};
      newer = next;
      id = version.commit.snapshot_id;
    }
    return marks;
  }
  bool knows_ranges = true;
};

std::vector<std::string> told(const Recorder& recorder) {
  std::vector<std::string> ids;
  const auto poll = recorder.poll("tables");
  for (const TableCommit& commit : poll->commits) ids.push_back(commit.snapshot_id);
  return ids;
}
using Ids = std::vector<std::string>;
}  // namespace

class TestTableSource final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void states_and_commits();
  void an_unchanged_catalog_costs_one_request_per_table();
  void a_full_queue_loses_no_commit();
  void marks_of_offsets_in_the_table();
  void marks_of_a_join();
  void what_becomes_known_later_is_told_again();
  void a_table_that_cannot_be_read_blanks_itself_only();
  void a_catalog_that_is_down_is_not_asked_per_table();
  void what_it_is_made_of();
  void what_it_carries_where_nobody_reads_it();
  void a_rollback_and_its_end();
  void a_table_replaced_and_a_table_dropped();
  void a_catalog_that_shows_the_current_version_only();
  void the_probe();
  void the_store_beside_a_catalog_is_probed_too();
  void it_polls_and_stops();
  void configurations_that_cannot_work();

 private:
  std::unique_ptr<TableSource> open(std::shared_ptr<MarkJoin> join = nullptr) {
    auto source = TableSource::open(profile_, pipelines_, secrets_, clock_, *recorder_, std::move(join));
    if (!source) qFatal("%s", source.error().line().c_str());
    return std::move(*source);
  }
  std::string state(const char* aspect) const { return recorder_->state(table, aspect).value_or("(none)"); }
  Known<std::int64_t> mark() const { return recorder_->value("tables", "table:lake.orders", partition); }

  const PlainSecrets secrets_;
  const SystemClock clock_;
  std::unique_ptr<ConformingCatalog> server_;
  std::unique_ptr<Recorder> recorder_;
  CatalogProfile profile_;
  std::vector<PipelineProfile> pipelines_;
  MadeTable orders_;
};

void TestTableSource::init() {
  server_ = std::make_unique<ConformingCatalog>();
  recorder_ = std::make_unique<Recorder>();
  profile_ = {};
  profile_.name = "lake";
  profile_.cluster = ClusterName("prod");
  profile_.type = "iceberg-rest";
  profile_.url = server_->url();
  profile_.warehouse = "wh";
  pipelines_.clear();
  orders_ = {};
  orders_.append(11, 9);
  orders_.append(12, 17);
  orders_.append(13);
  server_->put("lake", "orders", orders_.json());
}

void TestTableSource::states_and_commits() {
  PipelineProfile pipeline;
  pipeline.table = "lake.orders";
  pipeline.topic = "orders";
  pipeline.commit_interval = Millis(60'000);
  pipeline.commit_timeout = Millis(30'000);
  pipelines_ = {pipeline};
  const auto source = open();
  QVERIFY(source->poll_once({}));
  QCOMPARE(state("format"), std::string("iceberg"));
  QCOMPARE(state("writer"), std::string("iceberg-connect"));
  QCOMPARE(state("group"), std::string("connect-sink"));
  QCOMPARE(state("control-topic"), std::string("control-iceberg"));
  QCOMPARE(state("control-offsets"), std::string("0=17"));
  QCOMPARE(state("snapshot"), std::string("13"));
  QCOMPARE(state("uuid"), std::string("uuid-1"));
  QCOMPARE(state("interval-ms"), std::string("60000"));
  QCOMPARE(state("timeout-ms"), std::string("30000"));
  // Without its control topic the writer's offsets say nothing of the source.
  QCOMPARE(state("adapter"), std::string("f"));
  QVERIFY(state("unknown-why").find("control topic") != std::string::npos);
  QVERIFY(!mark().known());
  QCOMPARE(told(*recorder_), (Ids{"11", "12", "13"}));
  const auto poll = recorder_->poll("tables");
  const TableCommit& second = poll->commits[1];
  QCOMPARE(second.parent_id, std::optional<std::string>("11"));
  QCOMPARE(second.commit_id, std::string("c12"));
  QCOMPARE(second.added_records, std::optional(std::int64_t{500}));
  QVERIFY(second.evidence == Evidence::unknown && second.ranges.empty());
  QCOMPARE(poll->due, std::int64_t{2});  // the list and the table
  QCOMPARE(poll->answered, std::int64_t{2});
  QVERIFY(poll->cost.requests > 2 && poll->cost.bytes > 1000 && poll->errors.empty());
  const LaneSpec lane = recorder_->lanes().back();
  QCOMPARE(lane.source.kind, std::string("tables"));
  QCOMPARE(lane.source.cluster, ClusterName("prod"));
  QCOMPARE(lane.interval, Millis(30'000));  // half the commit interval
}

void TestTableSource::an_unchanged_catalog_costs_one_request_per_table() {
  server_->put("lake", "clicks", orders_.json());
  const auto source = open();
  QVERIFY(source->poll_once({}));
  server_->forget_calls();
  QVERIFY(source->poll_once({}));
  QCOMPARE(server_->calls("/tables/", 304), 2u);
  QCOMPARE(server_->calls(""), 3u);  // and the probe
  const auto poll = recorder_->poll("tables");
  QCOMPARE(poll->cost.requests, std::int64_t{2});
  QCOMPARE(poll->answered, poll->due);
  QVERIFY(poll->commits.empty());
  QCOMPARE(state("snapshot"), std::string("13"));
  orders_.append(14, 25);
  orders_.append(15, 33);
  server_->put("lake", "orders", orders_.json());
  QVERIFY(source->poll_once({}));
  QCOMPARE(told(*recorder_), (Ids{"14", "15"}));
  QCOMPARE(state("control-offsets"), std::string("0=33"));
}

void TestTableSource::a_full_queue_loses_no_commit() {
  const auto source = open();
  recorder_->refuse(2);  // the probe's poll and the tables'
  static_cast<void>(source->poll_once({}));
  static_cast<void>(source->poll_once({}));  // is skipped, as the queue was full
  QVERIFY(source->poll_once({}));
  QCOMPARE(told(*recorder_), (Ids{"11", "12", "13"}));
}

void TestTableSource::marks_of_offsets_in_the_table() {
  MadeTable made;
  made.append_with(1, R"("app.offsets":"{\"0\":999}")");
  made.append_with(2, R"("app.offsets":"{\"0\":2499}")");
  server_->put("lake", "orders", made.json());
  PipelineProfile pipeline;
  pipeline.table = "lake.orders";
  pipeline.topic = "orders";
  pipeline.writer = "my-job";
  pipeline.offsets = OffsetRule{"app.offsets", "json", "last"};
  pipelines_ = {pipeline};
  const auto source = open();
  QVERIFY(source->poll_once({}));
  QCOMPARE(mark(), Known<std::int64_t>(2500));
  QCOMPARE(state("adapter"), std::string("b"));
  QCOMPARE(state("unknown-why"), std::string("(none)"));
  const auto commits = recorder_->poll("tables")->commits;
  QCOMPARE(commits.at(1).ranges, (std::vector<CommitRange>{{zero, 1000, 2500}}));
  QVERIFY(commits.at(1).evidence == Evidence::exact);
  // A value that cannot be read is no older value.
  made.append_with(3, R"("app.offsets":"{\"0\":")");
  server_->put("lake", "orders", made.json());
  QVERIFY(source->poll_once({}));
  QVERIFY(!mark().known());
  QVERIFY(mark().reason() == Reason::ambiguous);
  QVERIFY(state("unknown-why").find("Snapshot 3") != std::string::npos);
}

void TestTableSource::marks_of_a_join() {
  const auto source = open(std::make_shared<Hundredfold>());
  QVERIFY(source->poll_once({}));
  QCOMPARE(mark(), Known<std::int64_t>(1700));
  QCOMPARE(state("adapter"), std::string("a"));
  QCOMPARE(state("announced"), std::string("c9 2 500"));
  QCOMPARE(state("unknown-why"), std::string("(none)"));
}

void TestTableSource::what_becomes_known_later_is_told_again() {
  const auto join = std::make_shared<Hundredfold>();
  join->knows_ranges = false;
  const auto source = open(join);
  QVERIFY(source->poll_once({}));
  join->knows_ranges = true;
  QVERIFY(source->poll_once({}));
  QCOMPARE(told(*recorder_), Ids{"12"});
  const TableCommit commit = recorder_->poll("tables")->commits.at(0);
  QCOMPARE(commit.ranges, (std::vector<CommitRange>{{zero, 900, 1700}}));
  QVERIFY(commit.evidence == Evidence::derived);
  QVERIFY(source->poll_once({}));
  QVERIFY(told(*recorder_).empty());
}

void TestTableSource::a_table_that_cannot_be_read_blanks_itself_only() {
  server_->put("lake", "clicks", orders_.json());
  const auto source = open(std::make_shared<Hundredfold>());
  QVERIFY(source->poll_once({}));
  server_->put("lake", "orders", "{\"format-version\":2,\"snapshots\":7}");
  QVERIFY(source->poll_once({}));
  QVERIFY(mark().reason() == Reason::unreachable);
  QVERIFY(state("unknown-why").starts_with("The table cannot be read: "));
  QCOMPARE(state("snapshot"), std::string("13"));
  QCOMPARE(recorder_->value("tables", "table:lake.clicks", partition), Known<std::int64_t>(1700));
  const auto poll = recorder_->poll("tables");
  QCOMPARE(poll->due, std::int64_t{2});
  QCOMPARE(poll->answered, std::int64_t{1});
  QCOMPARE(poll->errors.size(), 1u);
  QCOMPARE(poll->errors[0].scope, table);
  server_->put("lake", "orders", orders_.json());
  QVERIFY(source->poll_once({}));
  QCOMPARE(mark(), Known<std::int64_t>(1700));
  QCOMPARE(state("unknown-why"), std::string("(none)"));
}

void TestTableSource::what_it_is_made_of() {
  const auto fact = [&](TableFact of) { return recorder_->value("tables", signal_of(of).value(), table); };
  const auto source = open();
  QVERIFY(source->poll_once({}));
  QCOMPARE(fact(TableFact::versions), Known<std::int64_t>(3));
  QVERIFY(state("facts-unknown").find("files not-supported ") != std::string::npos);
  QCOMPARE(state("expired-below"), std::string("none"));
  orders_.append_with(14, R"("total-data-files":"4","total-files-size":"4200","total-delete-files":"2")");
  server_->put("lake", "orders", orders_.json());
  QVERIFY(source->poll_once({}));
  QCOMPARE(fact(TableFact::files), Known<std::int64_t>(4));
  QCOMPARE(fact(TableFact::mean_file_bytes), Known<std::int64_t>(700));
  QVERIFY(state("facts-unknown").find("files not-supported ") == std::string::npos);
  server_->put("lake", "orders", "{\"format-version\":2,\"snapshots\":7}");
  static_cast<void>(source->poll_once({}));
  QCOMPARE(fact(TableFact::files), Known<std::int64_t>(Reason::unreachable));
  // The first two expire, and with the newest one its writer tells no totals.
  orders_.append(15);
  orders_.snapshots.erase(orders_.snapshots.begin(), orders_.snapshots.begin() + 2);
  server_->put("lake", "orders", orders_.json());
  QVERIFY(source->poll_once({}));
  QCOMPARE(fact(TableFact::versions), Known<std::int64_t>(3));
  QCOMPARE(fact(TableFact::files), Known<std::int64_t>(Reason::not_supported));
  QCOMPARE(state("expired-below"), std::string("13"));
  server_->drop("lake", "orders");
  static_cast<void>(source->poll_once({}));
  QCOMPARE(fact(TableFact::files), Known<std::int64_t>(Reason::deleted));
  QCOMPARE(state("facts-unknown"), std::string("(none)"));
}

void TestTableSource::what_it_carries_where_nobody_reads_it() {
  orders_ = {};
  orders_.append_with(11, R"("my.offsets":"{\"0\":20}","password":"secret")");
  server_->put("lake", "orders", orders_.json());
  const auto source = open();
  QVERIFY(source->poll_once({}));
  const std::string carries = state("carries");
  QVERIFY2(carries.starts_with("my.offsets\t\t"), carries.c_str());
  QVERIFY(carries.find("20") != std::string::npos);
  // What nothing is read of may be what nobody should keep.
  QVERIFY(carries.find("password\t\t\t") != std::string::npos && carries.find("secret") == std::string::npos);
  QVERIFY2(state("mapping").starts_with("\"offsets\": {"), state("mapping").c_str());
  // The same keys with other values are no news.
  orders_.append_with(12, R"("my.offsets":"{\"0\":50}","password":"secret")");
  server_->put("lake", "orders", orders_.json());
  QVERIFY(source->poll_once({}));
  QCOMPARE(state("carries"), carries);
  // With a rule its offsets are read, and that is all there is to say.
  PipelineProfile pipeline;
  pipeline.table = "lake.orders";
  pipeline.topic = "orders";
  pipeline.offsets = OffsetRule{"my.offsets", "json", "next"};
  pipelines_ = {pipeline};
  const auto ruled = open();
  QVERIFY(ruled->poll_once({}));
  QCOMPARE(mark(), Known<std::int64_t>(50));
  const auto newest = recorder_->poll("tables");
  for (const StateSample& told : newest->states)
    QVERIFY(told.aspect != aspect::carries && told.aspect != aspect::mapping);
}

void TestTableSource::a_catalog_that_is_down_is_not_asked_per_table() {
  for (int i = 0; i < 40; ++i) server_->put("lake", "t" + std::to_string(i), orders_.json());
  const auto source = open(std::make_shared<Hundredfold>());
  QVERIFY(source->poll_once({}));
  server_.reset();
  const auto again = source->poll_once({});
  QVERIFY(!again);
  QCOMPARE(again.error().code, ErrorCode::unreachable);
  QVERIFY(mark().reason() == Reason::unreachable);
  const auto poll = recorder_->poll("tables");
  QCOMPARE(poll->due, std::int64_t{41});
  QCOMPARE(poll->answered, std::int64_t{0});
  QVERIFY2(poll->cost.requests < 20, std::to_string(poll->cost.requests).c_str());
  QCOMPARE(recorder_->state("catalog:lake", "state"), std::optional<std::string>("unreachable"));
}

void TestTableSource::a_rollback_and_its_end() {
  const auto source = open();
  QVERIFY(source->poll_once({}));
  MadeTable back = orders_;
  back.head = 11;
  server_->put("lake", "orders", back.json());
  QVERIFY(source->poll_once({}));
  QCOMPARE(state("snapshot"), std::string("11"));
  QCOMPARE(state("control-offsets"), std::string("0=9"));
  QCOMPARE(state("rolled-back"), std::string("12\n13"));
  back.append(21, 30);
  server_->put("lake", "orders", back.json());
  QVERIFY(source->poll_once({}));
  QCOMPARE(told(*recorder_), Ids{"21"});
  QCOMPARE(state("rolled-back"), std::string("12\n13"));
  server_->put("lake", "orders", orders_.json());  // rolled forward again
  QVERIFY(source->poll_once({}));
  QCOMPARE(state("rolled-back"), std::string("21"));
}

void TestTableSource::a_table_replaced_and_a_table_dropped() {
  const auto source = open();
  QVERIFY(source->poll_once({}));
  MadeTable other;
  other.uuid = "uuid-2";
  other.append(91);
  server_->put("lake", "orders", other.json());
  QVERIFY(source->poll_once({}));
  QCOMPARE(state("uuid"), std::string("uuid-2"));
  QVERIFY(state("trouble").starts_with("replaced "));
  QCOMPARE(state("rolled-back"), std::string("(none)"));
  QCOMPARE(told(*recorder_), Ids{"91"});
  server_->drop("lake", "orders");
  static_cast<void>(source->poll_once({}));
  for (const char* aspect : {"format", "snapshot", "uuid", "trouble"}) QCOMPARE(state(aspect), std::string("(none)"));
  QVERIFY(source->poll_once({}));
  QVERIFY(recorder_->poll("tables")->states.empty());

  // It comes back as another one, seen by a poll in between or not.
  MadeTable third;
  third.uuid = "uuid-3";
  third.append(101);
  server_->put("lake", "orders", third.json());
  const auto fresh = open();
  QVERIFY(fresh->poll_once({}));
  QCOMPARE(state("trouble"), std::string("(none)"));
  server_->drop("lake", "orders");
  static_cast<void>(fresh->poll_once({}));
  server_->put("lake", "orders", other.json());
  QVERIFY(fresh->poll_once({}));
  QVERIFY2(state("trouble").starts_with("replaced "), state("trouble").c_str());
}

// As Nessie does: no parent, and a sequence number that tells of versions before.
void TestTableSource::a_catalog_that_shows_the_current_version_only() {
  const auto shows = [&](std::int64_t id, int sequence, std::int64_t at, int control) {
    server_->put(
        "lake", "orders",
        R"({"format-version":2,"table-uuid":"u","current-snapshot-id":)" + std::to_string(id) +
            R"(,"snapshots":[{"snapshot-id":)" + std::to_string(id) + R"(,"sequence-number":)" +
            std::to_string(sequence) + R"(,"timestamp-ms":)" + std::to_string(at) +
            R"(,"summary":{"operation":"append","kafka.connect.offsets.control-iceberg.connect-sink":"{\"0\":)" +
            std::to_string(control) + R"(}"}}]})");
  };
  const auto source = open(std::make_shared<Hundredfold>());
  shows(1, 1, 1000, 9);
  QVERIFY(source->poll_once({}));
  shows(2, 2, 2000, 17);
  QVERIFY(source->poll_once({}));
  QCOMPARE(state("rolled-back"), std::string("(none)"));
  // The one before is remembered, so that the range of this one is known.
  QCOMPARE(told(*recorder_), (Ids{"2", "2"}));
  QCOMPARE(recorder_->poll("tables")->commits.back().ranges, (std::vector<CommitRange>{{zero, 900, 1700}}));
  shows(3, 3, 3000, 25);
  QVERIFY(source->poll_once({}));
  shows(2, 2, 2000, 17);
  QVERIFY(source->poll_once({}));
  QCOMPARE(state("rolled-back"), std::string("3"));
  QCOMPARE(mark(), Known<std::int64_t>(1700));
}

void TestTableSource::the_probe() {
  const auto source = open();
  const auto probed = [&](int status) {
    server_->fail_with(status);
    static_cast<void>(source->poll_once({}));
    return recorder_->state("catalog:lake", "state").value_or("(none)");
  };
  QCOMPARE(probed(0), std::string("ok"));
  QVERIFY(recorder_->value("probe", "probe_latency_ms", "catalog:lake").known());
  QCOMPARE(probed(403), std::string("denied"));
  QCOMPARE(probed(429), std::string("throttled"));
  QVERIFY(recorder_->value("probe", "probe_latency_ms", "catalog:lake").known());
  QCOMPARE(probed(500), std::string("other"));
  QVERIFY(!recorder_->value("probe", "probe_latency_ms", "catalog:lake").known());
  QCOMPARE(probed(504), std::string("timeout"));
  QCOMPARE(probed(0), std::string("ok"));
}

void TestTableSource::the_store_beside_a_catalog_is_probed_too() {
  std::atomic<int> status = 200;
  HttpServer store(
      [&](const HttpSeen&, HttpPeer& peer) { peer.answer(status, "<ListBucketResult></ListBucketResult>"); });
  profile_.path = "s3://bucket/wh";
  profile_.s3 = {.endpoint = store.url(""), .region = "eu-1", .path_style = true};
  const auto source = open();
  QVERIFY(source->poll_once({}));
  QCOMPARE(recorder_->state("store:lake", "state"), std::optional<std::string>("ok"));
  QVERIFY(recorder_->value("probe", "probe_latency_ms", "store:lake").known());
  QVERIFY(store.seen().at(0).target.starts_with("/bucket/?list-type=2&max-keys=1"));
  status = 403;
  QVERIFY(source->poll_once({}));
  QCOMPARE(recorder_->state("store:lake", "state"), std::optional<std::string>("denied"));
  QCOMPARE(recorder_->state("catalog:lake", "state"), std::optional<std::string>("ok"));
  QCOMPARE(recorder_->poll("probe")->answered, std::int64_t{1});
}

void TestTableSource::it_polls_and_stops() {
  profile_.poll = Millis(100);
  const auto source = open();
  source->start();
  QVERIFY(recorder_->wait_for_polls("tables", 3, 10'000));
  source->stop();
  const std::size_t polls = recorder_->polls("tables");
  QTest::qWait(300);
  QCOMPARE(recorder_->polls("tables"), polls);
}

void TestTableSource::configurations_that_cannot_work() {
  const auto refused = [&](const CatalogProfile& profile) {
    const auto source = TableSource::open(profile, {}, secrets_, clock_, *recorder_);
    return !source && source.error().code == ErrorCode::usage;
  };
  CatalogProfile wrong = profile_;
  wrong.url.clear();
  QVERIFY(refused(wrong));
  wrong.url = "https://user:secret@host";
  QVERIFY(refused(wrong));
  wrong = profile_;
  wrong.type = "hudi";
  QVERIFY(refused(wrong));
  wrong.type = "iceberg-hadoop";
  QVERIFY(refused(wrong));
}

QTEST_GUILESS_MAIN(TestTableSource)
#include "tst_table_source.moc"
