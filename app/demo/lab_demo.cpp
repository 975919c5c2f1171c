// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/lab_demo.h"

#include "models/analysis/alignment.h"
#include "models/analysis/connectors.h"
#include "models/timeline/reader.h"

namespace tidemark::demo {
namespace {
constexpr std::int64_t first_records = 20'000;
constexpr std::int64_t lie_records = 10'000;
constexpr Millis lands_within{120'000};
constexpr Millis fails_within{90'000};
constexpr Millis lie_stays{10'000};
constexpr Millis repair_stays{5'000};  // so that a chart shows it

void add(Known<std::int64_t>& sum, const Known<std::int64_t>& value) {
  if (sum.known()) sum = value.map([&](std::int64_t more) { return *sum + more; });
}

std::string text_of(const Known<std::int64_t>& value) {
  return value.known() ? std::to_string(*value) : "unknown (" + std::string(word(value.reason())) + ')';
}
}  // namespace

Result<std::unique_ptr<Play>> LabDemo::start(PlayOptions options, const std::string& programs, const Clock& clock) {
  std::unique_ptr<LabDemo> demo(new LabDemo(std::move(options), clock));
  const PlayOptions& on = demo->options();
  TM_TRY(demo->pipeline_, LabPipeline::start({programs, on.timeline + "-lab", on.say, on.stop}, clock));
  TM_TRY(demo->session_, demo->record(demo->pipeline_->profile()));
  return demo;
}

std::vector<Scene> LabDemo::scenes() {
  const auto once = [this](bool (*seen)(const Now&)) {
    return [this, seen]() -> Result<std::optional<std::string>> {
      TM_TRY(const Now now, look());
      return seen(now) ? std::nullopt : std::optional(now.text());
    };
  };
  return {
      {.act = [this] { return pipeline_->produce(first_records); },
       .text =
           "Real Kafka, Connect and Iceberg: 20,000 orders have come, two tasks of orders-sink read them and commit "
           "to lake.orders every 5 s. Wait for ALIGNED: in each partition the group and the table meet.",
       .wait = once([](const Now& now) { return now.aligned(first_records); }),
       .limit = lands_within},
      {.act = [this] { return lie(); },
       .text =
           "Act 2, the lie. All of them are in the table. From now on the catalog refuses commits, and 10,000 orders "
           "more have come. The sink reads them all.",
       .wait = once([](const Now& now) { return now.lies(); }),
       .limit = lands_within},
      {.text = "The lag of connect-orders-sink is 0, the connector says RUNNING, and 10,000 records are in no table: "
               "read, announced in files, not landed. Soon the commit takes its task with it: STALLED.",
       .wait = once([](const Now& now) { return now.lies() && now.states == std::set{AlignState::stalled}; }),
       .limit = fails_within,
       .questions = {{"align"}, {"connectors"}, {"diagnose"}},
       .hold = lie_stays},
      {.act = [this] { return repair(); },
       .text =
           "Act 3, the repair. The catalog accepts again and the tasks are restarted. They read nothing again: what "
           "was announced is committed.",
       .wait = once([](const Now& now) { return now.aligned(first_records + lie_records); }),
       .limit = lands_within},
      {.text =
           "ALIGNED: the lines meet, the ledger is contiguous, nothing was lost and nothing came twice. Nobody reset "
           "an offset.",
       .hold = repair_stays},
  };
}

std::string_view LabDemo::footnote() const {
  return "It ran on three Kafka brokers, Kafka Connect with two workers, the Iceberg sink, Nessie and an S3 server, "
         "all "
         "on this machine. The fault was made by a proxy before the catalog that answers 503 to commits.";
}

Result<> LabDemo::lie() {
  TM_CHECK(pipeline_->refuse());
  return pipeline_->produce(lie_records);
}

Result<> LabDemo::repair() {
  TM_CHECK(pipeline_->accept());
  return pipeline_->restart_tasks();
}

bool LabDemo::Now::aligned(std::int64_t records) const {
  return states == std::set{AlignState::aligned} && lag.value_or(-1) == 0 && not_landed.value_or(-1) == 0 &&
         durable.value_or(-1) == records;
}

bool LabDemo::Now::lies() const {
  return lag.value_or(-1) == 0 && not_landed.value_or(-1) == lie_records && connector == "RUNNING";
}

std::string LabDemo::Now::text() const {
  std::string all = "lag " + text_of(lag) + ", not landed " + text_of(not_landed) + ", in the table " +
                    text_of(durable) + ", connector " + (connector.empty() ? "unknown" : connector);
  for (const AlignState state : states) all += ", " + std::string(word(state));
  return all;
}

Result<LabDemo::Now> LabDemo::look() const {
  const LocalTime at = clock().now();
  TM_TRY(const auto timeline, TimelineReader::open(options().timeline));
  TM_TRY(const auto tables, timeline->load(align_request(at)));
  const auto rows = align_rows(*tables, at, {}, pipeline_->profile());
  Now now;
  if (!rows.empty()) now.lag = now.not_landed = now.durable = std::int64_t{0};
  for (const AlignRow& row : rows) {
    add(now.lag,
        row.committed.known() ? row.high.map([&](std::int64_t high) { return high - *row.committed; }) : row.committed);
    add(now.not_landed, row.commit_gap);
    add(now.durable, row.durable);
    now.states.insert(row.state);
  }
  TM_TRY(const auto connect, timeline->load(connectors_request(at)));
  const auto connectors = connectors_rows(*connect, at);
  for (const ConnectorRow& row : connectors) now.connector = row.state.value_or("");
  return now;
}

}  // namespace tidemark::demo
