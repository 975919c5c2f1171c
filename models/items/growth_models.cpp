// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/growth_models.h"

#include <map>

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
QString whole_bytes(double value) { return format::bytes(static_cast<std::int64_t>(value)); }

ItemCell bytes_cell(const Known<double>& value, const std::string& known_by) {
  ItemCell cell = known_cell(value, whole_bytes);
  if (value && known_by == "modelled") {
    cell.tone = Tone::muted;
    cell.tip = growth_words::evidence(known_by);
  }
  return cell;
}

ItemCell evidence_word(const std::string& word) {
  ItemCell cell = text_cell(growth_words::evidence(word), Tone::muted);
  if (word == "unknown") cell.level = Level::unknown;
  return cell;
}

// "1.2 GB/day", "2,304 commits/day"
QString value_words(const CostDriver& row) {
  constexpr std::string_view bytes = "bytes";
  if (row.unit == "share") return format::percent(*row.value);
  if (row.unit.starts_with(bytes)) return whole_bytes(*row.value) + format::text(row.unit.substr(bytes.size()));
  return format::count(static_cast<std::int64_t>(*row.value)) + QLatin1Char(' ') + format::text(row.unit);
}
}  // namespace

GrowthModel::GrowthModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Topic"), tr("The largest first"), false, 200},
      {tr("Holds now"), tr("All replicas"), true, 104},
      {tr("A day"), tr("What it grows by, from what was produced"), true, 96},
      {tr("Will hold"), tr("On brokers' disks when retention takes as much as comes: modelled"), true, 104},
      {tr("In 30 days"), tr("As it is now, in 30 days: modelled"), true, 104},
      {tr("What if"), tr("In 30 days under what is asked above: modelled"), true, 104},
      {tr("Bytes are"), tr("Measured, modelled from records, or unknown"), false, 104},
      {tr("Team"), tr("Whose pipeline reads it"), false, 112},
  });
}

ItemCell GrowthModel::cell_of(const GrowthLine& line, int column) const {
  const GrowthRow& row = line.row;
  switch (column) {
    case topic:
      return name_cell(row.topic.value(), Tone::strong);
    case bytes:
      return bytes_cell(row.bytes, row.evidence);
    case a_day:
      return bytes_cell(row.growth_bytes_day, row.evidence);
    case held:
      return bytes_cell(row.retained_model, "modelled");
    case projected:
      return bytes_cell(row.projected, "modelled");
    case what_if: {
      ItemCell cell = bytes_cell(line.what_if.projected, "modelled");
      if (line.what_if.projected && row.projected && *line.what_if.projected != *row.projected)
        cell.tone = Tone::strong;
      return cell;
    }
    case evidence:
      return evidence_word(row.evidence);
    default:
      return text_cell(format::text(row.team), Tone::muted);
  }
}

SortValue GrowthModel::sort_of(const GrowthLine& line, int column) const {
  switch (column) {
    case topic:
      return {false, 0, line.row.topic.value()};
    case bytes:
      return sort_value(line.row.bytes);
    case a_day:
      return sort_value(line.row.growth_bytes_day);
    case held:
      return sort_value(line.row.retained_model);
    case projected:
      return sort_value(line.row.projected);
    case what_if:
      return sort_value(line.what_if.projected);
    case evidence:
      return {false, 0, line.row.evidence};
    default:
      return {line.row.team.empty(), 0, line.row.team};
  }
}

DriverModel::DriverModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Driver"), tr("What a bill follows from; there are no prices in here"), false, 200},
      {tr("Value"), tr("In its unit"), true, 168},
      {tr("It is"), tr("Measured, modelled, typed in or unknown"), false, 104},
      {tr("What it is"), tr("What the number is, or why there is none"), false, 360},
  });
}

ItemCell DriverModel::cell_of(const CostDriver& row, int column) const {
  switch (column) {
    case driver:
      return text_cell(growth_words::driver(row.driver), Tone::strong);
    case value:
      return row.value ? text_cell(value_words(row)) : known_cell(row.value, whole_bytes);
    case evidence:
      return evidence_word(row.evidence);
    default: {
      ItemCell cell = text_cell(format::text(row.what), Tone::muted);
      cell.tip = cell.text;
      return cell;
    }
  }
}

SortValue DriverModel::sort_of(const CostDriver& row, int column) const {
  switch (column) {
    case value:
      return sort_value(row.value);
    case evidence:
      return {false, 0, row.evidence};
    case what:
      return {false, 0, row.what};
    default:
      return {false, 0, row.driver};
  }
}

DemandModel::DemandModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Group"), tr("That reads"), false, 200},
      {tr("Members"), tr("Now"), true, 88},
      {tr("Idle"), tr("Members that own no partition"), true, 72},
      {tr("Needed"), tr("For what is produced; known only while the group catches up"), true, 88},
      {tr("In a burst"), tr("For what is produced in the highest bucket"), true, 96},
      {tr("Produced"), tr("Of all topics that it reads"), true, 104},
      {tr("Read"), tr("By the group"), true, 104},
      {tr("Each can"), tr("What a member reads while the group catches up"), true, 104},
  });
}

ItemCell DemandModel::cell_of(const ReaderDemand& row, int column) const {
  switch (column) {
    case group:
      return name_cell(row.group.value(), Tone::strong);
    case members:
      return known_cell(row.members, format::count);
    case idle:
      return known_cell(row.idle, format::count);
    case needed:
    case in_burst: {
      const Known<std::int64_t>& value = column == needed ? row.needed : row.needed_in_burst;
      ItemCell cell = known_cell(value, format::count);
      if (value && row.members && *value > *row.members) cell.level = Level::warn;
      colour(cell);
      return cell;
    }
    case produced:
      return known_cell(row.produced, format::rate);
    case read:
      return known_cell(row.read, format::rate);
    default:
      return known_cell(row.per_member, format::rate);
  }
}

SortValue DemandModel::sort_of(const ReaderDemand& row, int column) const {
  switch (column) {
    case group:
      return {false, 0, row.group.value()};
    case members:
      return sort_value(row.members);
    case idle:
      return sort_value(row.idle);
    case needed:
      return sort_value(row.needed);
    case in_burst:
      return sort_value(row.needed_in_burst);
    case produced:
      return sort_value(row.produced);
    case read:
      return sort_value(row.read);
    default:
      return sort_value(row.per_member);
  }
}

namespace growth_words {

QString bytes(const Known<double>& value) { return format::known(value, whole_bytes); }

QString evidence(const std::string& word) {
  if (word == "measured") return GrowthModel::tr("measured");
  if (word == "modelled") return GrowthModel::tr("modelled");
  if (word == "typed") return GrowthModel::tr("typed in");
  return GrowthModel::tr("unknown");
}

QString driver(const std::string& id) {
  const std::map<std::string, QString, std::less<>> names{
      {"compute-headroom", GrowthModel::tr("compute headroom")},
      {"broker-disk", GrowthModel::tr("broker disk")},
      {"write-amplification", GrowthModel::tr("write amplification")},
      {"object-requests", GrowthModel::tr("object requests")},
      {"catalog-calls", GrowthModel::tr("catalog calls")},
      {"worker-hours", GrowthModel::tr("worker hours")},
      {"replication", GrowthModel::tr("replication")},
      {"zone-traffic", GrowthModel::tr("zone traffic")},
      {"maintenance", GrowthModel::tr("maintenance")},
      {"observability", GrowthModel::tr("observability")}};
  const auto found = names.find(id);
  return found == names.end() ? format::text(id) : found->second;
}

}  // namespace growth_words

}  // namespace tidemark
