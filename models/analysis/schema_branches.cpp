// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/schema_branches.h"

#include <algorithm>
#include <functional>

#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
using SubjectBranch = Branch<SubjectRow, SchemaRow>;

std::string key_of(const ClusterName& cluster, std::string_view registry, std::string_view subject) {
  return joined({cluster.value(), registry, subject});
}

bool later(const SchemaRow& a, const SchemaRow& b) {
  return a.changed_hi && (!b.changed_hi || *a.changed_hi >= *b.changed_hi);
}

// One that lives is enough; what is not known of one is not known of all.
Known<bool> both_deleted(const Known<bool>& a, const Known<bool>& b) {
  if ((a && !*a) || (b && !*b)) return false;
  return a ? b : a;
}

// It was seen to change, or the registry says when it did.
bool changed_in(const SchemaRow& row, LocalTime from, LocalTime at) {
  return row.changed_lo && row.changed_hi && *row.changed_hi > from && *row.changed_hi <= at;
}

void add(SubjectRow& subject, const SchemaRow& row) {
  const bool first = ++subject.versions == 1;
  const bool gone = row.change == VersionChange::hard_deleted;
  if (first || !gone || subject.gone) subject.newest = row;  // the newest that is there, if one is
  if (first || later(row, subject.changed)) subject.changed = row;
  subject.deleted = first ? row.deleted : both_deleted(subject.deleted, row.deleted);
  subject.gone = gone && (first || subject.gone);
}

// The last change of each, by key; the registries' own apart.
std::map<std::string, const LevelChange*> last_levels(const std::vector<LevelChange>& levels,
                                                      std::vector<LevelChange>& of_registries) {
  std::map<std::string, const LevelChange*> last;
  for (const LevelChange& one : levels) last[key_of(one.cluster, one.registry, one.subject)] = &one;
  for (const auto& [key, one] : last)
    if (one->subject.empty()) of_registries.push_back(*one);
  return last;
}

std::optional<LocalTime> last_change(const SubjectRow& row, LocalTime from, LocalTime at) {
  std::optional<LocalTime> out;
  if (changed_in(row.changed, from, at)) out = *row.changed.changed_hi;
  if (row.level && row.level->hi > from && (!out || row.level->hi > *out)) out = row.level->hi;
  return out;
}
// Of a text that names the key's or the value's subject of a topic, only that one is meant.
bool is_meant(const DiagnosisRow& found, const SchemaRow& row) {
  const auto param = found.finding.params.find("schema");
  const auto* text = param == found.finding.params.end() ? nullptr : std::get_if<std::string>(&param->second);
  if (!text || text->find(row.subject) != std::string::npos) return true;
  return text->find(*row.topic + "-value") == std::string::npos && text->find(*row.topic + "-key") == std::string::npos;
}
}  // namespace

Schemas schemas_of(std::vector<SchemaRow> rows, std::vector<RegistryRow> registries,
                   const std::vector<LevelChange>& levels, LocalTime from, LocalTime at) {
  Schemas out{at, from, std::move(registries), {}, {}};
  const auto last = last_levels(levels, out.levels);
  for (SchemaRow& row : rows) {
    std::string key = key_of(row.cluster, row.registry, row.subject);
    if (out.rows.empty() || out.rows.back().parent.key != key) {
      SubjectBranch& branch = out.rows.emplace_back();
      branch.parent.row.one_of_many = out.registries.size() > 1;
      if (const auto level = last.find(key); level != last.end()) branch.parent.row.level = *level->second;
      branch.parent.key = std::move(key);
      branch.parent.text = lower(joined({row.subject, row.registry, or_empty(row.topic), or_empty(row.kind)}));
    }
    SubjectBranch& branch = out.rows.back();
    add(branch.parent.row, row);
    const std::string version = std::to_string(row.version);
    const std::string id = row.id ? std::to_string(*row.id) : std::string();
    branch.children.push_back({version, lower(joined({version, id})), std::move(row)});
  }
  for (SubjectBranch& branch : out.rows) {
    std::ranges::reverse(branch.children);
    branch.parent.row.lately = last_change(branch.parent.row, from, at).has_value();
  }
  std::ranges::stable_sort(out.rows, std::greater{},
                           [&](const SubjectBranch& branch) { return last_change(branch.parent.row, from, at); });
  drop_doubles(out.rows);
  return out;
}

SchemaBreaks schema_breaks(const Findings& findings) {
  SchemaBreaks out;
  for (const auto& branch : findings.rows) {
    const DiagnosisRow& row = branch.parent.row;
    const Object& object = row.finding.object;
    if (row.finding.rule == "R26" && !row.snoozed && object::kind(object) == "topic")
      out.try_emplace({row.cluster, TopicName(std::string(object::name(object)))}, row);
  }
  return out;
}

const DiagnosisRow* break_of(const SchemaBreaks& breaks, const SchemaRow& row) {
  if (!row.topic) return nullptr;
  const auto found = breaks.find({row.cluster, TopicName(*row.topic)});
  return found != breaks.end() && is_meant(found->second, row) ? &found->second : nullptr;
}

}  // namespace tidemark
