// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/record.h"

#include <algorithm>

namespace tidemark {
namespace {
bool holds(const OffsetSpan& span, std::int64_t offset) { return offset >= span.from && offset < span.to; }

RecordAnswer in_part(const SeenSpan& span, std::int64_t offset) {
  const auto part = std::ranges::find_if(span.parts, [&](const SeenPart& one) { return holds(one.offsets, offset); });
  RecordAnswer out;
  if (part == span.parts.end()) {  // as the run itself says
    out.was_in = Reached::yes;
    out.reason = "the run says that it read the offset";
    return out;
  }
  out.snapshot_id = part->snapshot_id;
  out.commit_id = part->commit_id;
  const std::string covered = std::to_string(part->covers) + " offsets";
  if (!part->added)
    out.reason = "the offset is covered, but the snapshot does not say how many rows it added for " + covered;
  else if (*part->added < part->covers)
    out.reason = "the offset is covered, but the snapshot added " + std::to_string(*part->added) + " rows for " +
                 covered + ": markers, holes or what was filtered";
  else
    out.was_in = Reached::yes;
  if (out.was_in == Reached::yes) out.reason = "the snapshot covers the offset and added a row for each of " + covered;
  return out;
}

RecordAnswer in_input(const SeenInput& input, const TopicPartition& partition, std::int64_t offset) {
  RecordAnswer out;
  if (!input.unknown.empty()) {
    out.reason = text_of(input.unknown);
    return out;
  }
  for (const SeenSpan& span : input.spans) {
    if (span.partition != partition || !holds(span.offsets, offset)) continue;
    if (span.less.empty()) return in_part(span, offset);
    out.reason = text_of(span.less);
    return out;
  }
  const auto own = std::ranges::find(input.spans, partition, &SeenSpan::partition);
  const std::vector<Doubt>& more = own == input.spans.end() ? input.more : own->more;
  if (!more.empty()) {
    out.reason = text_of(more);
    return out;
  }
  out.was_in = Reached::no;
  out.reason = "no commit that the run saw covers the offset";
  return out;
}
}  // namespace

RecordAnswer record_in(const SeenData& data, const ClusterName& cluster, const TopicPartition& partition,
                       std::int64_t offset) {
  RecordAnswer out;
  out.reason = text_of(data.unknown);
  bool any_doubt = !data.unknown.empty() || data.inputs.empty();
  for (const SeenInput& input : data.inputs) {
    if (!cluster.value().empty() && !input.cluster.value().empty() && input.cluster != cluster) continue;
    RecordAnswer one = in_input(input, partition, offset);
    if (one.was_in == Reached::yes) return one;
    const bool doubt = one.was_in == Reached::cannot_tell;
    if (doubt || !any_doubt) out = std::move(one);
    any_doubt = any_doubt || doubt;
  }
  if (any_doubt)
    out.was_in = Reached::cannot_tell;
  else if (out.reason.empty())
    out = {Reached::no, "the run read nothing of that cluster", "", ""};
  return out;
}

}  // namespace tidemark
