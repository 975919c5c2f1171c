// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/document.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
Cell or_not_told(const std::string& text) { return text.empty() ? Cell(Reason::not_probed) : Cell(text); }
template <class T>
Cell or_not_told(const std::optional<T>& value) {
  return value ? Cell(*value) : Cell(Reason::not_probed);
}

template <class Texts>
CellList list_of(const Texts& texts) {
  CellList out;
  for (const auto& text : texts) out.emplace_back(text);
  return out;
}

struct FirstSeen {
  std::int64_t id = 0;
  std::int64_t partition = 0;
  std::int64_t offset = 0;
};

std::optional<FirstSeen> first_seen(std::string_view line) {
  std::int64_t parts[3] = {};
  const char* at = line.data();
  const char* end = line.data() + line.size();
  for (std::int64_t& part : parts) {
    const auto [next, error] = std::from_chars(at, end, part);
    if (error != std::errc()) return std::nullopt;
    at = next == end ? next : next + 1;
  }
  return FirstSeen{parts[0], parts[1], parts[2]};
}

std::string_view completeness_of(const SeenSpan& span) { return span.exact() ? "exact" : "bounded"; }

// Each offset once; `sure`: of spans that were seen whole.
std::int64_t offsets_of(const std::vector<SeenSpan>& spans, bool sure) {
  std::map<TopicPartition, std::vector<OffsetSpan>> by_partition;
  for (const SeenSpan& span : spans)
    if (!sure || span.less.empty()) by_partition[span.partition].push_back(span.offsets);
  std::int64_t sum = 0;
  for (auto& [partition, list] : by_partition) {
    std::ranges::sort(list, {}, &OffsetSpan::from);
    std::int64_t end = list.front().from;
    for (const OffsetSpan& span : list) {
      sum += std::max<std::int64_t>(0, span.to - std::max(end, span.from));
      end = std::max(end, span.to);
    }
  }
  return sum;
}

CellRecord row_of(const Snapshot& snapshot, LocalTime at, const SeenData& data, const SeenInput& input,
                  const SeenSpan& span) {
  std::vector<Doubt> doubts = span.less;
  doubts.insert(doubts.end(), span.more.begin(), span.more.end());
  return {
      {"run", or_not_told(data.run.run_id)},
      {"cluster", input.cluster.value()},
      {"table", input.input.table.empty() ? Cell(Reason::not_applicable) : Cell(input.input.table)},
      {"topic", span.partition.topic.value()},
      {"partition", std::int64_t{span.partition.partition.value()}},
      {"from", span.offsets.from},
      {"to", span.offsets.to},
      {"completeness", completeness_of(span)},
      {"bound", span.bound()},
      {"reason", doubts.empty() ? Cell(Reason::not_applicable) : Cell(text_of(doubts))},
      {"schema_ids", schema_ids(snapshot, at, input.cluster, span).map([](const auto& ids) { return list_of(ids); })},
      {"snapshots", list_of(each_of(span.parts, &SeenPart::snapshot_id))},
      {"commit_ids", list_of(each_of(span.parts, &SeenPart::commit_id))}};
}

CellRecord unknown_row(const SeenData& data, const SeenInput* input, const std::vector<Doubt>& doubts) {
  const std::string table = input ? input->input.table : std::string();
  const std::string topic = input ? input->input.topic : std::string();
  return {{"run", or_not_told(data.run.run_id)},
          {"cluster", or_not_told(input ? input->cluster.value() : std::string())},
          {"table", table.empty() ? Cell(Reason::not_applicable) : Cell(table)},
          {"topic", or_not_told(topic)},
          {"partition", Reason::not_probed},
          {"from", Reason::not_probed},
          {"to", Reason::not_probed},
          {"completeness", "unknown"},
          {"bound", "unknown"},
          {"reason", text_of(doubts)},
          {"schema_ids", Reason::not_probed},
          {"snapshots", input && !input->snapshot_id.empty() ? CellList{input->snapshot_id} : CellList{}},
          {"commit_ids", CellList{}}};
}

CellRecord said_of(const LineageRun& run) {
  CellRecord out{{"run", or_not_told(run.run_id)}};
  for (const auto& [name, field] : run_texts)
    if (field != &LineageRun::after) out.push_back({std::string(name), or_not_told(run.*field)});
  out.push_back({"after", run.after.empty() ? Cell(Reason::not_applicable) : Cell(run.after)});
  out.push_back({"schema_ids", list_of(run.schema_ids)});
  out.push_back({"source_snapshots", list_of(run.source_snapshots)});
  out.push_back({"started", or_not_told(run.started)});
  out.push_back({"ended", or_not_told(run.ended)});
  out.push_back({"told_by", or_not_told(run.told_by)});
  out.push_back({"author", or_not_told(run.author)});
  out.push_back({"hash", or_not_told(run.hash)});
  return out;
}

CellRecord hole_cells(const SeenInput& input, const CommitRange& hole) {
  return {{"cluster", input.cluster.value()},
          {"topic", hole.partition.topic.value()},
          {"partition", std::int64_t{hole.partition.partition.value()}},
          {"from", hole.from},
          {"to", hole.to}};
}

CellRecord cut_cells(const Cut& cut) {
  CellList rows;
  for (const CutRow& row : cut.rows)
    rows.push_back(CellRecord{{"cluster", row.cluster.value()},
                              {"topic", row.partition.topic.value()},
                              {"partition", std::int64_t{row.partition.partition.value()}},
                              {"reached", row.reached},
                              {"wanted_least", row.wanted_lo},
                              {"wanted_most", row.wanted_hi},
                              {"verdict", word(row.verdict)},
                              {"reason", row.reason.empty() ? Cell(Reason::not_applicable) : Cell(row.reason)}});
  return {{"at", cut.at}, {"whole", word(cut.whole)}, {"partitions", std::move(rows)}};
}

std::string cut_note(const Cut& cut) {
  const auto short_of = std::ranges::count(cut.rows, Reached::no, &CutRow::verdict);
  const auto in_doubt = std::ranges::count(cut.rows, Reached::cannot_tell, &CutRow::verdict);
  const std::string of = " of " + std::to_string(cut.rows.size()) + " partitions";
  if (cut.whole == Reached::yes) return "Whole: every partition reaches " + rfc3339(cut.at) + ".";
  if (cut.whole == Reached::no)
    return "Not whole: " + std::to_string(short_of) + of + " do not reach " + rfc3339(cut.at) + ".";
  return "Whether it is whole at " + rfc3339(cut.at) + " cannot be told: " + std::to_string(in_doubt) + of +
         " are in doubt.";
}

Document begin(std::string verb, const Snapshot& snapshot, LocalTime at) {
  Document out = frame(std::move(verb), snapshot, at, at, {});
  out.coverage = Reason::not_applicable;
  return out;
}

CellList spans_of(const std::vector<OffsetSpan>& spans) {
  CellList out;
  for (const OffsetSpan& span : spans) out.push_back(CellRecord{{"from", span.from}, {"to", span.to}});
  return out;
}
}  // namespace

Known<std::set<std::int64_t>> schema_ids(const Snapshot& snapshot, LocalTime at, const ClusterName& cluster,
                                         const SeenSpan& span) {
  const Object topic("topic:" + span.partition.topic.value());
  const Known<std::string> text = state_text(snapshot, cluster, topic, aspect::schema_ids, at);
  if (!text) return Reason::not_probed;
  std::set<std::int64_t> ids;
  std::optional<FirstSeen> before;
  for (const std::string_view line : entries(*text)) {
    const auto first = first_seen(line);
    if (!first || first->partition != span.partition.partition.value() || first->offset >= span.offsets.to) continue;
    if (first->offset >= span.offsets.from)
      ids.insert(first->id);
    else if (!before || first->offset > before->offset)
      before = first;
  }
  if (before) ids.insert(before->id);
  if (ids.empty()) return Reason::not_probed;
  return ids;
}

std::vector<std::string> each_of(const std::vector<SeenPart>& parts, std::string SeenPart::* field) {
  std::vector<std::string> out;
  for (const SeenPart& part : parts)
    if (!(part.*field).empty() && std::ranges::find(out, part.*field) == out.end()) out.push_back(part.*field);
  return out;
}

SeenSum sum_of(const SeenData& data) {
  SeenSum out;
  std::set<std::pair<std::string, TopicPartition>> partitions;
  out.doubts = data.unknown;
  for (const SeenInput& input : data.inputs) {
    out.doubts.insert(out.doubts.end(), input.unknown.begin(), input.unknown.end());
    out.more = out.more || !input.more.empty();
    out.least += offsets_of(input.spans, true);
    out.most += offsets_of(input.spans, false);
    for (const SeenSpan& span : input.spans) partitions.emplace(input.cluster.value(), span.partition);
  }
  out.partitions = partitions.size();
  return out;
}

std::string answer_text(const SeenData& data) {
  const SeenSum sum = sum_of(data);
  const std::string run = data.run.run_id.empty() ? "It" : "Run " + data.run.run_id;
  const std::string_view completeness = data.completeness();
  if (completeness == "unknown") return run + ": which data it saw is not known: " + text_of(sum.doubts) + ".";
  std::string offsets = std::to_string(sum.least);
  if (sum.more)
    offsets.insert(0, "at least ");
  else if (sum.least != sum.most)
    offsets.append(" to ").append(std::to_string(sum.most));
  return run + " saw " + offsets + " offsets of " + std::to_string(sum.partitions) +
         " partitions: " + std::string(completeness) + ".";
}

Document lineage_document(const Snapshot& snapshot, LocalTime at, const SeenData& data, const std::optional<Cut>& cut) {
  Document out = begin("lineage answer", snapshot, at);
  CellList holes;
  if (!data.unknown.empty()) out.rows.push_back(unknown_row(data, nullptr, data.unknown));
  for (const SeenInput& input : data.inputs) {
    if (!input.unknown.empty()) out.rows.push_back(unknown_row(data, &input, input.unknown));
    for (const SeenSpan& span : input.spans) out.rows.push_back(row_of(snapshot, at, data, input, span));
    for (const CommitRange& hole : input.holes) holes.push_back(hole_cells(input, hole));
  }
  out.beside = {{"run", said_of(data.run)},
                {"completeness", data.completeness()},
                {"holes", std::move(holes)},
                {"cut", cut ? Cell(cut_cells(*cut)) : Cell(Reason::not_applicable)}};
  out.notes.push_back(answer_text(data));
  if (cut) out.notes.push_back(cut_note(*cut));
  return out;
}

Document lineage_diff_document(const Snapshot& snapshot, LocalTime at, const SeenData& before, const SeenData& after) {
  Document out = begin("lineage diff", snapshot, at);
  const RunDiff diff = diff_of(before, after);
  for (const PartitionDiff& one : diff.partitions)
    out.rows.push_back({{"cluster", one.cluster.value()},
                        {"topic", one.partition.topic.value()},
                        {"partition", std::int64_t{one.partition.partition.value()}},
                        {"only_before", spans_of(one.only_before)},
                        {"only_after", spans_of(one.only_after)},
                        {"both", one.both},
                        {"gap", one.gap},
                        {"again", one.again},
                        {"completeness", one.completeness},
                        {"reason", one.doubts.empty() ? Cell(Reason::not_applicable) : Cell(text_of(one.doubts))}});
  CellList fields;
  for (const FieldDiff& field : diff.fields)
    fields.push_back(
        CellRecord{{"field", field.field}, {"before", or_not_told(field.before)}, {"after", or_not_told(field.after)}});
  out.beside = {{"before", or_not_told(before.run.run_id)},
                {"after", or_not_told(after.run.run_id)},
                {"fields", std::move(fields)},
                {"relation", diff.goes_on ? Cell(word(diff.relation)) : Cell(Reason::not_applicable)}};
  out.notes = {answer_text(before), answer_text(after)};
  for (const FieldDiff& field : diff.fields)
    out.notes.push_back(field.field + ": " + (field.before.empty() ? "not told" : field.before) + " before, " +
                        (field.after.empty() ? "not told" : field.after) + " after.");
  return out;
}

Document lineage_record_document(const Snapshot& snapshot, LocalTime at, const SeenData& data,
                                 const RecordQuestion& question) {
  Document out = begin("lineage answer", snapshot, at);
  const RecordAnswer answer = record_in(data, question.cluster, question.partition, question.offset);
  out.rows.push_back({{"run", or_not_told(data.run.run_id)},
                      {"topic", question.partition.topic.value()},
                      {"partition", std::int64_t{question.partition.partition.value()}},
                      {"offset", question.offset},
                      {"was_in", word(answer.was_in)},
                      {"reason", answer.reason},
                      {"snapshot_id", or_not_told(answer.snapshot_id)},
                      {"commit_id", or_not_told(answer.commit_id)}});
  return out;
}

Document lineage_runs_document(const std::vector<LineageRun>& runs, LocalTime at) {
  Document out;
  out.verb = "lineage list";
  out.at = out.from = out.to = at;
  out.coverage = Reason::not_applicable;
  for (const LineageRun& run : runs) {
    CellRecord row = said_of(run);
    CellList inputs;
    for (const RunInput& input : run.inputs)
      inputs.push_back(CellRecord{{"cluster", or_not_told(input.cluster.value())},
                                  {"table", input.table.empty() ? Cell(Reason::not_applicable) : Cell(input.table)},
                                  {"topic", input.topic.empty() ? Cell(Reason::not_applicable) : Cell(input.topic)},
                                  {"snapshot_id", or_not_told(input.snapshot_id)},
                                  {"as_of", or_not_told(input.as_of)}});
    row.push_back({"inputs", std::move(inputs)});
    row.push_back({"written_at", run.at});
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace tidemark
