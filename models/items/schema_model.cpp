// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/schema_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
ItemCell subject_cell(const SubjectRow& row) {
  ItemCell cell = name_cell(row.newest.subject, Tone::strong);
  if (row.one_of_many) cell.beside = format::text(row.newest.registry);
  cell.tip += QLatin1Char('\n') + SchemaModel::tr("in %1").arg(format::text(row.newest.registry));
  cell.struck = row.deleted && *row.deleted;
  return cell;
}

ItemCell version_cell(const SchemaRow& row) {
  ItemCell cell = text_cell(SchemaModel::tr("version %1").arg(row.version));
  cell.struck = row.deleted && *row.deleted;
  cell.tip = SchemaModel::tr("registered %1").arg(between_words(row.registered_lo, row.registered_hi));
  return cell;
}

ItemCell state_cell(Level level, const QString& words, const QString& tip) {
  ItemCell cell = text_cell(words);
  cell.level = level;
  cell.tip = tip;
  colour(cell);
  return cell;
}

// Of a subject, by what matters most.
ItemCell state_cell(const SubjectRow& row, const DiagnosisRow* broken) {
  if (broken)
    return state_cell(broken->finding.severity == Severity::error ? Level::error : Level::warn,
                      SchemaModel::tr("records fail"), format::text(broken->title));
  if (!row.deleted)
    return state_cell(Level::unknown, format::unknown(row.deleted.reason()), format::sentence(row.deleted.reason()));
  if (row.gone)
    return state_cell(Level::warn, word_of(VersionChange::hard_deleted),
                      SchemaModel::tr("With all its versions: records that carry their ids "
                                      "cannot be read any more."));
  if (*row.deleted)
    return state_cell(Level::none, word_of(VersionChange::soft_deleted),
                      SchemaModel::tr("With all its versions: they can still "
                                      "be asked for by their ids."));
  const Known<std::string>& level = row.newest.compatibility;
  if (!level) return state_cell(Level::unknown, format::unknown(level.reason()), format::sentence(level.reason()));
  if (is_unchecked(level))
    return state_cell(Level::warn, SchemaModel::tr("not checked"),
                      SchemaModel::tr("The next version is not checked against those before."));
  return state_cell(Level::fine, SchemaModel::tr("checked"),
                    SchemaModel::tr("The registry refuses a version that is not compatible."));
}

ItemCell state_cell(const SchemaRow& row) {
  if (!row.deleted)
    return state_cell(Level::unknown, format::unknown(row.deleted.reason()), format::sentence(row.deleted.reason()));
  if (row.change == VersionChange::hard_deleted)
    return state_cell(Level::warn, word_of(row.change),
                      SchemaModel::tr("Records that carry its id cannot be read any more."));
  if (*row.deleted)
    return state_cell(Level::none, word_of(VersionChange::soft_deleted),
                      SchemaModel::tr("It can still be asked for by its id."));
  return text_cell(SchemaModel::tr("live"));
}

ItemCell topic_cell(const SchemaRow& row) {
  ItemCell cell = known_cell(row.topic, [](const std::string& topic) { return format::text(topic); });
  cell.identifier = row.topic.known();
  if (row.topic)
    cell.tip = cell.text + QLatin1Char('\n') + SchemaModel::tr("by its name");
  else if (row.topic.reason() == Reason::not_probed)
    cell.tip = SchemaModel::tr("No topic has its name; the ids in records would tell.");
  return cell;
}

ItemCell level_cell(const SchemaRow& row) {
  ItemCell cell = known_cell(row.compatibility, level_words);
  if (row.compatibility.reason() == Reason::deleted) cell.text = format::unknown(Reason::not_applicable);
  if (row.compatibility_by && *row.compatibility_by == "registry") cell.beside = SchemaModel::tr("inherited");
  return cell;
}

ItemCell change_cell(const SchemaRow& row, bool of_subject) {
  ItemCell cell = text_cell(word_of(row.change));
  if (of_subject) cell.beside = SchemaModel::tr("version %1").arg(row.version);
  // What it was before it fell silent is known, what it is now is not.
  if (!row.deleted)
    cell.tip = SchemaModel::tr("the last that is known: %1").arg(format::sentence(row.deleted.reason()));
  return cell;
}

ItemCell changed_cell(const SchemaRow& row) {
  ItemCell cell = text_cell(between_words(row.changed_lo, row.changed_hi));
  if (!row.changed_lo && row.changed_hi) cell.tip = SchemaModel::tr("It was so when it was first looked at.");
  if (!row.changed_lo || !row.changed_hi) return cell;
  cell.tip = *row.changed_lo == *row.changed_hi
                 ? SchemaModel::tr("The registry says so, by its own clock.")
                 : SchemaModel::tr("after %1, by %2")
                       .arg(format::date_time(*row.changed_lo), format::date_time(*row.changed_hi));
  return cell;
}

// Of a subject: its level, where that changed after the last of its versions.
const LevelChange* last_level(const SubjectRow& row) {
  const Known<LocalTime>& version = row.changed.changed_hi;
  return row.level && (!version || row.level->hi > *version) ? &*row.level : nullptr;
}

ItemCell change_cell(const LevelChange& level) {
  ItemCell cell = text_cell(SchemaModel::tr("compatibility"));
  cell.beside = QStringLiteral("→ ") + level_words(level.after);
  cell.tip = level_words(level.before) + QStringLiteral(" → ") + level_words(level.after);
  return cell;
}

ItemCell kind_cell(const SchemaRow& row) {
  return known_cell(row.kind, [](const std::string& word) { return format::text(word); });
}
}  // namespace

bool is_unchecked(const Known<std::string>& level) { return level && *level == "NONE"; }

QString level_words(const std::string& level) {
  return level == inherited_level ? SchemaModel::tr("that of the registry") : format::text(level);
}

QString word_of(VersionChange change) {
  switch (change) {
    case VersionChange::registered:
      return SchemaModel::tr("registered");
    case VersionChange::soft_deleted:
      return SchemaModel::tr("soft-deleted");
    case VersionChange::hard_deleted:
      return SchemaModel::tr("hard-deleted");
    case VersionChange::undeleted:
      break;
  }
  return SchemaModel::tr("undeleted");
}

QString between_words(const Known<LocalTime>& lo, const Known<LocalTime>& hi) {
  if (!hi) return format::unknown(hi.reason());
  if (!lo) return SchemaModel::tr("by %1").arg(format::date_time(*hi));
  return *lo == *hi ? format::date_time(*hi) : format::range(*lo, *hi);
}

SchemaModel::SchemaModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Subject, version"), tr("A subject and the registry that has it; struck out: deleted"), false, 232},
      {tr("State"),
       tr("Whether records fail since it changed, whether it is deleted, "
          "whether anything is checked"),
       false, 136},
      {tr("Topic"), tr("Whose records its schemas are of"), false, 128},
      {tr("Versions, id"), tr("How many versions; the id that records carry"), true, 104},
      {tr("Kind"), tr("Avro, JSON Schema, Protobuf"), false, 88},
      {tr("Compatibility"), tr("What the next version is checked by"), false, 160},
      {tr("Last change"), tr("What happened to it last"), false, 168},
      {tr("When"), tr("Between which looks it happened, UTC"), false, 208},
  });
}

void SchemaModel::set_breaks(SchemaBreaks breaks) {
  breaks_ = std::move(breaks);
  replace([] {});  // the same rows, judged anew
}

ItemCell SchemaModel::cell_of(const SubjectRow& row, int column) const {
  switch (column) {
    case name:
      return subject_cell(row);
    case state:
      return state_cell(row, break_of(breaks_, row.newest));
    case topic:
      return topic_cell(row.newest);
    case versions:
      return text_cell(format::count(row.versions));
    case kind:
      return kind_cell(row.newest);
    case compatibility:
      return level_cell(row.newest);
    case change:
      return last_level(row) ? change_cell(*last_level(row)) : change_cell(row.changed, true);
    case changed:
      return last_level(row) ? text_cell(between_words(last_level(row)->lo, last_level(row)->hi))
                             : changed_cell(row.changed);
    default:
      return {};
  }
}

ItemCell SchemaModel::cell_of(const SubjectRow&, const SchemaRow& row, int column) const {
  switch (column) {
    case name:
      return version_cell(row);
    case state:
      return state_cell(row);
    case versions:
      return known_cell(row.id, [](std::int64_t id) { return QString::number(id); });
    case kind:
      return kind_cell(row);
    case change:
      return change_cell(row, false);
    case changed:
      return changed_cell(row);
    default:
      return {};
  }
}

SortValue SchemaModel::sort_of(const SubjectRow& row, int column) const {
  switch (column) {
    case name:
      return {false, 0, row.newest.subject};
    case state:
      return {false, urgency(state_cell(row, break_of(breaks_, row.newest)).level), {}};
    case topic:
      return sort_value(row.newest.topic);
    case versions:
      return {false, static_cast<double>(row.versions), {}};
    case kind:
      return sort_value(row.newest.kind);
    case compatibility:
      return sort_value(row.newest.compatibility);
    case change:
      return {false, static_cast<double>(row.changed.change), {}};
    default:
      return last_level(row) ? sort_value(Known<LocalTime>(last_level(row)->hi)) : sort_value(row.changed.changed_hi);
  }
}

SortValue SchemaModel::sort_of(const SubjectRow&, const SchemaRow& row, int column) const {
  switch (column) {
    case state:
      return {false, urgency(state_cell(row).level), {}};
    case versions:
      return sort_value(row.id);
    case change:
      return {false, static_cast<double>(row.change), {}};
    case changed:
      return sort_value(row.changed_hi);
    default:
      return {false, static_cast<double>(row.version), {}};
  }
}

}  // namespace tidemark
