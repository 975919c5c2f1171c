// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/schemas/schemas_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/items/format.h"
#include "models/items/schema_model.h"

namespace tidemark::views {
namespace {
struct SchemasWords {
  Q_DECLARE_TR_FUNCTIONS(SchemasWords)
};

constexpr std::string_view answers = "ok";
constexpr std::size_t most_versions = 30;
constexpr int longest_name = 60;
constexpr int longest_error = 160;

QString short_name(std::string_view name) { return format::middle(format::text(name), longest_name); }

QString words_of(const Known<std::string>& text) {
  return text ? format::text(*text) : format::sentence(text.reason());
}

bool is_silent(const RegistryRow& row) { return !row.state || *row.state != answers; }

const RegistryRow* silent(const Schemas& schemas) {
  const auto found = std::ranges::find_if(schemas.registries, is_silent);
  return found == schemas.registries.end() ? nullptr : &*found;
}

QString why_silent(const RegistryRow& row) {
  if (row.error) return format::middle(format::text(*row.error), longest_error);
  return words_of(row.state);
}

QString change_words(const SchemaRow& row) {
  return SchemasWords::tr("%1 version %2 %3, %4")
      .arg(short_name(row.subject), QString::number(row.version), word_of(row.change),
           between_words(row.changed_lo, row.changed_hi));
}

QString change_words(const LevelChange& level) {
  return SchemasWords::tr("%1: %2 → %3, %4")
      .arg(short_name(level.subject.empty() ? level.registry : level.subject), level_words(level.before),
           level_words(level.after), between_words(level.lo, level.hi));
}

// The newest of all that was seen to change; empty where nothing was.
QString last_change(const Schemas& schemas) {
  LocalTime newest = schemas.from;
  QString words;
  const auto offer = [&](LocalTime at, auto&& what) {
    if (at <= newest) return;
    newest = at;
    words = change_words(what);
  };
  for (const LevelChange& level : schemas.levels) offer(level.hi, level);
  for (const auto& branch : schemas.rows) {
    const SubjectRow& row = branch.parent.row;
    if (!row.lately) continue;
    if (row.level) offer(row.level->hi, *row.level);
    if (row.changed.changed_lo && row.changed.changed_hi) offer(*row.changed.changed_hi, row.changed);
  }
  return words;
}

// Since when changes of all registries are known.
QString since_words(const Schemas& schemas) {
  LocalTime since = schemas.from;
  for (const RegistryRow& row : schemas.registries)
    if (row.watched_from) since = std::max(since, *row.watched_from);
  return format::date_time(since);
}

Sentence break_sentence(const SchemaRow& subject, const DiagnosisRow& row) {
  Sentence out;
  out.level = row.finding.severity == Severity::error ? Level::error : Level::warn;
  out.title = SchemasWords::tr("Records of %1 fail").arg(short_name(subject.topic.value_or(subject.subject)));
  if (row.since) out.note = SchemasWords::tr("since %1").arg(format::minute(*row.since));
  out.detail = format::text(row.title);
  return out;
}

Sentence silent_sentence(const RegistryRow& row) {
  Sentence out;
  out.level = row.state ? Level::warn : Level::unknown;
  const bool asked = row.state || row.state.reason() != Reason::collector_off;
  out.title = (asked ? SchemasWords::tr("%1 does not answer") : SchemasWords::tr("%1 is not asked any more"))
                  .arg(short_name(row.registry));
  if (row.since) out.note = SchemasWords::tr("since %1").arg(format::minute(*row.since));
  out.detail = SchemasWords::tr("What it has now is unknown: %1").arg(why_silent(row));
  return out;
}

void put(std::vector<Fact>& facts, const QString& name, const QString& words) {
  if (!words.isEmpty()) facts.emplace_back(name, words);
}

QString was_words(const LevelChange& level) {
  return SchemasWords::tr("%1 → %2, %3")
      .arg(level_words(level.before), level_words(level.after), between_words(level.lo, level.hi));
}

void put_registry(std::vector<Fact>& facts, const RegistryRow& row, const std::vector<LevelChange>& levels) {
  QString state = is_silent(row) ? words_of(row.state) : SchemasWords::tr("answers");
  if (is_silent(row) && row.since)
    state += QLatin1Char(' ') + SchemasWords::tr("since %1").arg(format::date_time(*row.since));
  put(facts, SchemasWords::tr("registry"), format::text(row.registry) + QStringLiteral(": ") + state);
  if (row.error) put(facts, SchemasWords::tr("error"), format::text(*row.error));
  put(facts, SchemasWords::tr("its level"), words_of(row.compatibility));
  for (const LevelChange& level : levels)
    if (level.registry == row.registry && level.cluster == row.cluster)
      put(facts, SchemasWords::tr("it was"), was_words(level));
  put(facts, SchemasWords::tr("its mode"), words_of(row.mode));
}

QString deleted_words(const SchemaRow& row) {
  if (!row.deleted) return format::sentence(row.deleted.reason());
  if (row.change == VersionChange::hard_deleted) return SchemasWords::tr("for good");
  return *row.deleted ? SchemasWords::tr("softly") : SchemasWords::tr("no");
}
}  // namespace

Sentence schemas_sentence(const Schemas& schemas, const SchemaBreaks& breaks) {
  if (schemas.registries.empty())
    return {Level::none,
            SchemasWords::tr("No schema registry is watched"),
            {},
            SchemasWords::tr("Whether a schema changed before records failed cannot be told.")};
  int unchecked = 0;
  int lately = 0;
  const SchemaRow* broken = nullptr;
  for (const auto& branch : schemas.rows) {
    const SubjectRow& row = branch.parent.row;
    unchecked += is_unchecked(row.newest.compatibility) ? 1 : 0;
    lately += row.lately ? 1 : 0;
    if (!broken && break_of(breaks, row.newest)) broken = &row.newest;
  }
  if (broken) return break_sentence(*broken, *break_of(breaks, *broken));
  if (const RegistryRow* row = silent(schemas)) return silent_sentence(*row);
  Sentence sentence{Level::fine,
                    SchemasWords::tr("%n subject(s)", nullptr, static_cast<int>(schemas.rows.size())),
                    SchemasWords::tr("%1 changed since %2").arg(format::count(lately), since_words(schemas)),
                    {}};
  if (lately == 0) sentence.note = SchemasWords::tr("none changed since %1").arg(since_words(schemas));
  if (unchecked > 0) {
    sentence.level = Level::warn;
    sentence.note += SchemasWords::tr(", %n not checked", nullptr, unchecked);
  }
  const QString last = last_change(schemas);
  sentence.detail =
      last.isEmpty() ? SchemasWords::tr("Every registry answers.") : SchemasWords::tr("Last change: %1.").arg(last);
  return sentence;
}

QString no_subjects_words(const Schemas& schemas) {
  if (const RegistryRow* row = silent(schemas))
    return SchemasWords::tr("%1 has not answered yet: %2").arg(short_name(row->registry), why_silent(*row));
  if (!schemas.registries.empty()) return SchemasWords::tr("The registry has no subject.");
  return SchemasWords::tr(
             "No schema registry is watched. Name one in the profile:\n%1\nand "
             "start a collector: tidemark collect "
             "--profile FILE")
      .arg(QStringLiteral("\"registries\": [{ \"name\": \"sr\", \"url\": "
                          "\"http://registry:8081\" }]"));
}

std::vector<Fact> subject_facts(const Schemas& schemas, const Branch<SubjectRow, SchemaRow>& subject,
                                const DiagnosisRow* broken) {
  std::vector<Fact> facts;
  const SubjectRow& row = subject.parent.row;
  const SchemaRow& newest = row.newest;
  if (broken) {
    put(facts, SchemasWords::tr("records fail"), format::text(broken->title));
    put(facts, SchemasWords::tr("next"), format::text(broken->next));
  }
  for (const RegistryRow& registry : schemas.registries)
    if (registry.registry == newest.registry && registry.cluster == newest.cluster)
      put_registry(facts, registry, schemas.levels);
  put(facts, SchemasWords::tr("compatibility"),
      newest.compatibility ? level_words(*newest.compatibility) : words_of(newest.compatibility));
  if (row.level) put(facts, SchemasWords::tr("it was"), was_words(*row.level));
  put(facts, SchemasWords::tr("topic"),
      newest.topic                                  ? words_of(newest.topic)
      : newest.topic.reason() == Reason::not_probed ? SchemasWords::tr("unknown: no topic has its name")
                                                    : words_of(newest.topic));
  const std::size_t shown = std::min(subject.children.size(), most_versions);
  for (std::size_t i = 0; i < shown; ++i) {
    const SchemaRow& one = subject.children[i].row;
    put(facts, SchemasWords::tr("version %1").arg(one.version),
        word_of(one.change) + QStringLiteral(", ") + between_words(one.changed_lo, one.changed_hi));
  }
  if (shown < subject.children.size())
    put(facts, QStringLiteral("…"),
        SchemasWords::tr("and %n more", nullptr, static_cast<int>(subject.children.size() - shown)));
  return facts;
}

std::vector<Fact> version_facts(const SchemaRow& row) {
  std::vector<Fact> facts;
  put(facts, SchemasWords::tr("registry"), format::text(row.registry));
  put(facts, SchemasWords::tr("id"), row.id ? QString::number(*row.id) : format::sentence(row.id.reason()));
  put(facts, SchemasWords::tr("kind"), words_of(row.kind));
  put(facts, SchemasWords::tr("registered"), between_words(row.registered_lo, row.registered_hi));
  put(facts, SchemasWords::tr("last change"),
      word_of(row.change) + QStringLiteral(", ") + between_words(row.changed_lo, row.changed_hi));
  put(facts, SchemasWords::tr("deleted"), deleted_words(row));
  return facts;
}

}  // namespace tidemark::views
