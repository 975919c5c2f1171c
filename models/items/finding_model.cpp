// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/finding_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
ItemCell title_cell(const DiagnosisRow& row) {
  ItemCell cell = text_cell(format::text(row.title), row.leading ? Tone::strong : Tone::plain);
  cell.tip = cell.text;
  if (!row.snoozed) return cell;
  cell.tone = Tone::muted;
  cell.text = FindingModel::tr("until %1: %2").arg(format::minute(row.snoozed->until), cell.text);
  cell.tip += QLatin1Char('\n') + FindingModel::tr("snoozed until %1").arg(format::date_time(row.snoozed->until));
  if (!row.snoozed->author.empty())
    cell.tip += QLatin1Char(' ') + FindingModel::tr("by %1").arg(format::text(row.snoozed->author));
  if (!row.snoozed->reason.empty()) cell.tip += QStringLiteral(": ") + format::text(row.snoozed->reason);
  return cell;
}

ItemCell rule_cell(const DiagnosisRow& row) {
  ItemCell cell = text_cell(format::text(row.finding.rule), row.leading ? Tone::plain : Tone::muted);
  if (row.leading) cell.beside = FindingModel::tr("leads");
  if (row.snoozed) cell.beside = FindingModel::tr("snoozed");
  if (row.leading) cell.tip = FindingModel::tr("It explains what else is found on this path.");
  return cell;
}

ItemCell severity_cell(const DiagnosisRow& row) {
  ItemCell cell = text_cell(word_of(row.finding.severity), row.snoozed ? Tone::muted : Tone::plain);
  if (row.snoozed) return cell;
  cell.level = level_of(row.finding.severity);
  colour(cell);
  return cell;
}

ItemCell where_cell(const DiagnosisRow& row) {
  ItemCell cell = name_cell(row.path, row.snoozed ? Tone::muted : Tone::plain);
  cell.tip += QLatin1Char('\n') + format::text(row.finding.object.value());
  if (!row.cluster.value().empty())
    cell.tip += QLatin1Char('\n') + FindingModel::tr("on %1").arg(format::text(row.cluster.value()));
  return cell;
}
}  // namespace

QString word_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return FindingModel::tr("error");
    case Severity::warn:
      return FindingModel::tr("warning");
    case Severity::note:
      break;
  }
  return FindingModel::tr("note");
}

QString word_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::high:
      return FindingModel::tr("high");
    case Confidence::medium:
      return FindingModel::tr("medium");
    case Confidence::low:
      break;
  }
  return FindingModel::tr("low");
}

Level level_of(Severity severity) {
  return severity == Severity::error ? Level::error : severity == Severity::warn ? Level::warn : Level::none;
}

FindingModel::FindingModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Finding"), tr("What is wrong, what explains the rest first"), false, 320},
      {tr("Severity"), tr("Error, warning or note"), false, 96},
      {tr("Rule"), tr("The rule that fired; of each path one leads"), false, 112},
      {tr("Where"), tr("The path or table that it concerns"), false, 168},
      {tr("Since"), tr("UTC; where it is unknown, for longer than is remembered"), true, 88},
      {tr("Confidence"), tr("How sure the rule is of it"), false, 96},
      {tr("Owner"), tr("Who has to act, by the profile"), false, 128},
      {tr("Next"), tr("What to do first"), false, 320},
  });
}

ItemCell FindingModel::cell_of(const DiagnosisRow& row, int column) const {
  switch (column) {
    case title:
      return title_cell(row);
    case severity:
      return severity_cell(row);
    case rule:
      return rule_cell(row);
    case where:
      return where_cell(row);
    case since:
      return time_cell(row.since);
    case confidence:
      return text_cell(word_of(row.finding.confidence), Tone::muted);
    case owner: {
      ItemCell cell = known_cell(row.owner, [](const std::string& name) { return format::text(name); });
      if (row.owner) cell.tip = cell.text;
      return cell;
    }
    case next: {
      ItemCell cell = text_cell(row.next.empty() ? QStringLiteral("—") : format::text(row.next), Tone::muted);
      cell.tip = cell.text;
      return cell;
    }
    default:
      return {};
  }
}

SortValue FindingModel::sort_of(const DiagnosisRow& row, int column) const {
  switch (column) {
    case title:
      return {false, 0, row.title};
    case severity:
      return {false, static_cast<double>(row.finding.severity), {}};
    case rule:
      return {false, 0, row.finding.rule};
    case where:
      return {false, 0, row.path};
    case since:
      return sort_value(row.since);
    case confidence:
      return {false, -static_cast<double>(row.finding.confidence), {}};
    case owner:
      return sort_value(row.owner);
    case next:
      return {row.next.empty(), 0, row.next};
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
