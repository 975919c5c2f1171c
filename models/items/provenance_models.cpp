// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/provenance_models.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
Level level_of(std::string_view complete) {
  return complete == "exact" ? Level::fine : complete == "unknown" ? Level::unknown : Level::warn;
}

ItemCell complete_cell(std::string_view bound, std::string_view complete, const std::vector<Doubt>& doubts) {
  ItemCell cell = text_cell(lineage_words::bound(bound));
  cell.level = level_of(complete);
  colour(cell);
  cell.tip = lineage_words::doubts(doubts);
  return cell;
}

ItemCell offset_cell(std::int64_t offset) { return text_cell(format::count(offset)); }

// "2", with all of them in the tip; of one itself.
template <class List>
ItemCell list_cell(const List& list, const QString& joint) {
  QStringList all;
  for (const auto& one : list) {
    if constexpr (std::is_convertible_v<decltype(one), std::string_view>)
      all << format::text(one);
    else
      all << QString::number(one);
  }
  ItemCell cell = text_cell(all.size() == 1 ? format::middle(all.front(), 22) : joint.arg(all.size()));
  cell.tip = all.join(QLatin1Char('\n'));
  return cell;
}

std::vector<Doubt> doubts_of(const SeenSpan& span) {
  std::vector<Doubt> out = span.less;
  out.insert(out.end(), span.more.begin(), span.more.end());
  return out;
}

QString partition_words(const TopicPartition& partition) {
  return QStringLiteral("%1/%2").arg(format::text(partition.topic.value())).arg(partition.partition.value());
}

std::int64_t sum_of(const std::vector<OffsetSpan>& spans) {
  std::int64_t sum = 0;
  for (const OffsetSpan& span : spans) sum += span.to - span.from;
  return sum;
}

ItemCell spans_cell(const std::vector<OffsetSpan>& spans) {
  ItemCell cell = text_cell(format::count(sum_of(spans)), spans.empty() ? Tone::muted : Tone::plain);
  QStringList tips;
  for (const OffsetSpan& span : spans)
    tips << QStringLiteral("[%1, %2)").arg(format::count(span.from), format::count(span.to));
  cell.tip = tips.join(QLatin1Char('\n'));
  return cell;
}
}  // namespace

RunModel::RunModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Run"), tr("Runs that trained, embedded or refreshed, the newest first"), false, 120},
      {tr("Model"), tr("What came out, and its version"), false, 96},
      {tr("Ended"), tr("When it ended, or was registered, UTC"), true, 144},
  });
}

ItemCell RunModel::cell_of(const LineageRun& row, int column) const {
  switch (column) {
    case run:
      return name_cell(row.run_id, Tone::strong);
    case model: {
      ItemCell cell = text_cell(lineage_words::model(row));
      cell.tip = cell.text;
      return cell;
    }
    default: {
      ItemCell cell = text_cell(format::minute(row.ended.value_or(row.at)), row.ended ? Tone::plain : Tone::muted);
      if (!row.ended) cell.tip = tr("registered then; when it ended is not told");
      return cell;
    }
  }
}

SortValue RunModel::sort_of(const LineageRun& row, int column) const {
  switch (column) {
    case run:
      return {false, 0, row.run_id};
    case model:
      return {row.model.empty(), 0, row.model};
    default:
      return {false, static_cast<double>(ms(row.ended.value_or(row.at))), {}};
  }
}

SeenModel::SeenModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Read"), tr("A table or topic, and its partitions"), false, 200},
      {tr("From"), tr("First offset that was read"), true, 112},
      {tr("To"), tr("The next offset after the last one"), true, 112},
      {tr("Known"), tr("Exact, bounded or unknown, and why"), false, 120},
      {tr("Schema ids"), tr("With which its records were written"), false, 104},
      {tr("Snapshots"), tr("That brought them"), false, 176},
  });
}

ItemCell SeenModel::cell_of(const SeenInput& row, int column) const {
  switch (column) {
    case what: {
      ItemCell cell = name_cell(row.input.table.empty() ? row.input.topic : row.input.table, Tone::strong);
      cell.beside = format::text(row.cluster.value());
      return cell;
    }
    case complete: {
      if (!row.unknown.empty()) return complete_cell("unknown", "unknown", row.unknown);
      return row.more.empty() ? ItemCell() : complete_cell("at-least", "bounded", row.more);
    }
    case snapshots:
      return row.snapshot_id.empty() ? ItemCell() : name_cell(row.snapshot_id);
    default:
      return {};
  }
}

ItemCell SeenModel::cell_of(const SeenInput&, const SeenLine& row, int column) const {
  switch (column) {
    case what:
      return text_cell(partition_words(row.span.partition));
    case from:
      return offset_cell(row.span.offsets.from);
    case to:
      return offset_cell(row.span.offsets.to);
    case complete:
      return complete_cell(row.span.bound(), row.span.exact() ? "exact" : "bounded", doubts_of(row.span));
    case schemas: {
      if (!row.schemas) return known_cell(row.schemas, [](const auto&) { return QString(); });
      return list_cell(*row.schemas, tr("%1 ids"));
    }
    default: {
      const auto all = each_of(row.span.parts, &SeenPart::snapshot_id);
      return all.empty() ? ItemCell() : list_cell(all, tr("%1 snapshots"));
    }
  }
}

SortValue SeenModel::sort_of(const SeenInput& row, int column) const {
  if (column == complete) return {false, urgency(level_of(row.unknown.empty() ? "exact" : "unknown")), {}};
  return {false, 0, row.input.table.empty() ? row.input.topic : row.input.table};
}

SortValue SeenModel::sort_of(const SeenInput&, const SeenLine& row, int column) const {
  switch (column) {
    case from:
      return {false, static_cast<double>(row.span.offsets.from), {}};
    case to:
      return {false, static_cast<double>(row.span.offsets.to), {}};
    case complete:
      return {false, urgency(level_of(row.span.exact() ? "exact" : "bounded")), {}};
    case snapshots:
      return {false, static_cast<double>(row.span.parts.size()), {}};
    case schemas:
      return {!row.schemas, row.schemas ? static_cast<double>(row.schemas->size()) : 0, {}};
    default:
      return {false, static_cast<double>(row.span.partition.partition.value()), row.span.partition.topic.value()};
  }
}

RunDiffModel::RunDiffModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Partition"), tr("Of all that one of the two read"), false, 160},
      {tr("Only before"), tr("Offsets that only the run it is held against read"), true, 112},
      {tr("Only after"), tr("Offsets that only this run read"), true, 104},
      {tr("Both"), tr("Offsets that both read"), true, 96},
      {tr("Gap"), tr("Offsets between the two that neither read"), true, 88},
      {tr("Again"), tr("Offsets that were read once more although it goes on from that run"), true, 88},
      {tr("Known"), tr("Exact, bounded or unknown, and why"), false, 112},
  });
}

ItemCell RunDiffModel::cell_of(const PartitionDiff& row, int column) const {
  switch (column) {
    case partition:
      return text_cell(partition_words(row.partition));
    case before:
      return spans_cell(row.only_before);
    case after:
      return spans_cell(row.only_after);
    case both:
      return offset_cell(row.both);
    case gap:
    case again: {
      const Known<std::int64_t>& value = column == gap ? row.gap : row.again;
      ItemCell cell = known_cell(value, format::count);
      if (value && *value > 0) cell.level = Level::warn;
      colour(cell);
      return cell;
    }
    default:
      return complete_cell(row.completeness, row.completeness, row.doubts);
  }
}

SortValue RunDiffModel::sort_of(const PartitionDiff& row, int column) const {
  switch (column) {
    case partition:
      return {false, static_cast<double>(row.partition.partition.value()), row.partition.topic.value()};
    case before:
      return {false, static_cast<double>(sum_of(row.only_before)), {}};
    case after:
      return {false, static_cast<double>(sum_of(row.only_after)), {}};
    case both:
      return {false, static_cast<double>(row.both), {}};
    case gap:
      return sort_value(row.gap);
    case again:
      return sort_value(row.again);
    default:
      return {false, urgency(level_of(row.completeness)), {}};
  }
}

}  // namespace tidemark
