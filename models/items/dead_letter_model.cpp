// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/dead_letter_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
QString name_part(const std::string& object) { return format::text(object::name(Object(object))); }

// One name, or how many; all of them in the tip.
ItemCell names_cell(const Known<std::string>& only, const std::set<std::string>& all, bool objects) {
  const auto write = [&](const std::string& name) { return objects ? name_part(name) : format::text(name); };
  ItemCell cell = known_cell(only, write);
  if (all.size() > 1) {
    cell.text = write(*all.begin());
    cell.beside = QStringLiteral("+%1").arg(all.size() - 1);
    cell.tone = Tone::plain;
    cell.tip.clear();
  }
  QStringList lines;
  for (const std::string& name : all) lines << format::text(name);
  if (!lines.isEmpty()) cell.tip = lines.join(QLatin1Char('\n'));
  cell.identifier = only.known() || all.size() > 1;
  return cell;
}

ItemCell topic_cell(const DeadLetterRow& row) {
  ItemCell cell = name_cell(row.place.topic.value(), Tone::strong);
  if (row.place.proof == DeadLetterProof::name) cell.beside = DeadLetterModel::tr("by its name");
  cell.tip += QLatin1Char('\n') + proof_words(row.place.proof);
  if (!row.place.cluster.value().empty())
    cell.tip += QLatin1Char('\n') + DeadLetterModel::tr("on %1").arg(format::text(row.place.cluster.value()));
  return cell;
}

ItemCell origin_cell(const DeadLetterRow& row) {
  ItemCell cell = names_cell(row.origin, row.place.origins, false);
  if (row.suggested_origin.empty()) return cell;
  cell.text = DeadLetterModel::tr("%1?").arg(format::text(row.suggested_origin));
  cell.tip = DeadLetterModel::tr("Only its name suggests it.");
  cell.identifier = true;
  return cell;
}

ItemCell depth_cell(const DeadLetterRow& row) {
  ItemCell cell = known_cell(row.depth_upper, format::count);
  if (!row.depth_upper) return cell;
  cell.tip = row.compacted || row.transactional.value_or(false)
                 ? DeadLetterModel::tr("At most: its offsets count what is no record, too.")
                 : DeadLetterModel::tr("From the first offset to the last.");
  return cell;
}

ItemCell cause_cell(const DeadLetterRow& row) {
  if (!row.read) {
    ItemCell cell = known_cell(row.read, format::count);
    if (!row.may_read) cell.tip = DeadLetterModel::tr("The profile does not allow to read dead letters.");
    return cell;
  }
  if (row.causes.empty()) return text_cell(QStringLiteral("—"), Tone::muted);
  const DeadLetterCause& first = row.causes.front().cause;
  ItemCell cell = text_cell(class_words(first));
  cell.tip = format::text(cause_words(first, true));
  if (row.causes.size() > 1) cell.beside = QStringLiteral("+%1").arg(row.causes.size() - 1);
  return cell;
}

ItemCell said_cell(const std::string& text, bool object) {
  if (text.empty()) {
    ItemCell cell = text_cell(QStringLiteral("—"), Tone::muted);
    cell.tip = DeadLetterModel::tr("No header says it.");
    return cell;
  }
  ItemCell cell = text_cell(object ? name_part(text) : format::text(text));
  cell.tip = format::text(text);
  cell.identifier = true;
  return cell;
}
}  // namespace

QString filling_word(const DeadLetterRow& row) {
  if (row.depth_upper && *row.depth_upper == 0) return DeadLetterModel::tr("empty");
  if (!row.rate) return format::unknown(row.rate.reason());
  return *row.rate > 0 ? DeadLetterModel::tr("filling") : DeadLetterModel::tr("at rest");
}

Level filling_level(const DeadLetterRow& row) {
  if (row.depth_upper && *row.depth_upper == 0) return Level::fine;
  if (!row.rate) return Level::unknown;
  return *row.rate > 0 ? Level::warn : Level::none;
}

QString class_words(const DeadLetterCause& cause) {
  if (cause.error_class.empty() && cause.message.empty()) return DeadLetterModel::tr("no cause in the headers");
  if (cause.error_class.empty()) return format::text(cause.message);
  return format::text(cause.error_class.substr(cause.error_class.rfind('.') + 1));
}

QString proof_words(DeadLetterProof proof) {
  switch (proof) {
    case DeadLetterProof::profile:
      return DeadLetterModel::tr("The profile names it.");
    case DeadLetterProof::connector:
      return DeadLetterModel::tr("The configuration of a connector names it.");
    case DeadLetterProof::configuration:
      return DeadLetterModel::tr("Its own configuration says so.");
    case DeadLetterProof::headers:
      return DeadLetterModel::tr("The headers of its records say so.");
    case DeadLetterProof::name:
      break;
  }
  return DeadLetterModel::tr("Only its name suggests it.");
}

QString place_words(const DeadLetterRow& row, std::int64_t partition, std::int64_t offset) {
  return QStringLiteral("%1/%2 @ %3")
      .arg(format::text(row.place.topic.value()), QString::number(partition), format::count(offset));
}

DeadLetterModel::DeadLetterModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Topic, cause"), tr("Topics that take what could not be processed, and why it could not"), false, 232},
      {tr("State"), tr("Whether more came in the last two minutes"), false, 96},
      {tr("From"), tr("The topic that the records came from"), false, 136},
      {tr("Written by"), tr("The connector or the group that sets them aside"), false, 144},
      {tr("Records"), tr("At most, in the topic; of a cause, those that were read"), true, 96},
      {tr("Rate"), tr("Records that come per second"), true, 80},
      {tr("Oldest"), tr("How long the oldest one waits"), true, 112},
      {tr("Newest"), tr("How long ago the newest one came"), true, 112},
      {tr("Why, stage"), tr("The exception that most have; of a cause, the stage it came from"), false, 200},
  });
}

ItemCell DeadLetterModel::cell_of(const DeadLetterRow& row, int column) const {
  switch (column) {
    case name:
      return topic_cell(row);
    case state: {
      ItemCell cell = text_cell(filling_word(row));
      cell.level = filling_level(row);
      if (cell.level == Level::unknown) cell.tip = format::sentence(row.rate.reason());
      colour(cell);
      return cell;
    }
    case origin:
      return origin_cell(row);
    case writer:
      return names_cell(row.writer, row.place.writers, true);
    case records:
      return depth_cell(row);
    case rate:
      return known_cell(row.rate, [](double value) { return format::rate(value); });
    case oldest: {
      ItemCell cell = age_cell(row.oldest_age, row.oldest_age_error);
      if (row.oldest_age_method == Known<AgeMethod>(AgeMethod::record))
        cell.tip = tr("By the time that the record carries, which may be that of the one that failed.");
      return cell;
    }
    case newest:
      return known_cell(row.last_age, format::duration);
    case cause:
      return cause_cell(row);
    default:
      return {};
  }
}

ItemCell DeadLetterModel::cell_of(const DeadLetterRow& parent, const DeadLetterCount& row, int column) const {
  switch (column) {
    case name: {
      ItemCell cell = text_cell(class_words(row.cause));
      cell.tip = format::text(cause_words(row.cause, true));
      return cell;
    }
    case origin:
      return said_cell(row.cause.origin, false);
    case writer:
      return said_cell(row.cause.by, true);
    case records: {
      ItemCell cell = known_cell(row.n, format::count);
      if (parent.read) cell.tip = tr("Of %1 that were read").arg(format::count(*parent.read));
      return cell;
    }
    case cause:
      return said_cell(row.cause.stage, false);
    default:
      return {};
  }
}

SortValue DeadLetterModel::sort_of(const DeadLetterRow& row, int column) const {
  switch (column) {
    case name:
      return {false, 0, row.place.topic.value()};
    case state:
      return {false, urgency(filling_level(row)), {}};
    case origin:
      return sort_value(row.origin);
    case writer:
      return sort_value(row.writer);
    case records:
      return sort_value(row.depth_upper);
    case rate:
      return sort_value(row.rate);
    case oldest:
      return sort_value(row.oldest_age);
    case newest:
      return sort_value(row.last_age);
    default:
      return {row.causes.empty(), 0, row.causes.empty() ? std::string_view() : row.causes.front().cause.error_class};
  }
}

SortValue DeadLetterModel::sort_of(const DeadLetterRow&, const DeadLetterCount& row, int column) const {
  switch (column) {
    case name:
      return {row.cause.error_class.empty(), 0, row.cause.error_class};
    case origin:
      return {row.cause.origin.empty(), 0, row.cause.origin};
    case writer:
      return {row.cause.by.empty(), 0, row.cause.by};
    case records:
      return sort_value(row.n);
    case cause:
      return {row.cause.stage.empty(), 0, row.cause.stage};
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
