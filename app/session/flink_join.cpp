// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/flink_join.h"

#include "collectors/processors/flink_open.h"

namespace tidemark {
namespace {
constexpr Millis budget{5'000};
constexpr std::size_t id_size = 32;

// The table's text becomes part of an address.
bool is_job_id(std::string_view text) {
  return text.size() == id_size && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}
}  // namespace

FlinkJoin::FlinkJoin(ClusterProfile cluster, std::vector<ProcessorProfile> flinks, const SecretResolver& secrets,
                     std::shared_ptr<MarkJoin> others)
    : cluster_(std::move(cluster)), flinks_(std::move(flinks)), secrets_(secrets), others_(std::move(others)) {}
FlinkJoin::~FlinkJoin() = default;

TableMarks FlinkJoin::join(const TableView& table) {
  const auto landed = table.writer == "flink" ? landed_checkpoint(table.versions) : std::nullopt;
  if (!landed || !is_job_id(landed->job) || flinks_.empty())
    return others_ == nullptr ? TableMarks() : others_->join(table);
  if (table.topic.empty() || table.group.empty()) {
    TableMarks marks;
    marks.adapter = "f";
    marks.checkpoint = landed->id;
    marks.unknown_reason = Reason::not_probed;
    marks.unknown_why =
        "Its writer, Flink, notes numbers of checkpoints, and no pipeline of the profile names the topic and the group "
        "that its job reads.";
    return marks;
  }
  PollCost cost;
  const Known<SourceOffsets> group = committed(table);
  const Known<std::int64_t> newest = completed(landed->job, table, cost);
  TableMarks marks = tables_[table.table].next(table.versions, *landed, newest, group);
  marks.cost = cost;
  return marks;
}

Known<SourceOffsets> FlinkJoin::committed(const TableView& table) {
  if (!groups_) {
    auto opened = GroupOffsets::open(cluster_, secrets_);
    if (!opened) return Reason::unreachable;
    groups_ = std::move(*opened);
  }
  return groups_->committed(table.group, table.topic, table.stop);
}

// Of the first Flink that knows the job.
Known<std::int64_t> FlinkJoin::completed(const std::string& job, const TableView& table, PollCost& cost) {
  Reason reason = Reason::deleted;
  for (const ProcessorProfile& flink : flinks_) {
    auto api = apis_.find(flink.name);
    if (api == apis_.end()) {
      auto opened = flink::open_api(flink, secrets_);
      if (!opened) {
        reason = Reason::not_probed;
        continue;
      }
      api = apis_.emplace(flink.name, std::move(*opened)).first;
    }
    api->second.begin(table.stop, cost, budget);
    const auto answer = api->second.checkpoints(job);
    if (!answer) {
      reason = reason_of(answer.error().outcome);
      continue;
    }
    if (!*answer) continue;
    if ((*answer)->last_completed) return (*answer)->last_completed->id;
    return Reason::no_commit;
  }
  return reason;
}

}  // namespace tidemark
