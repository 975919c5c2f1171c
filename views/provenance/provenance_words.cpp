// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/provenance/provenance_words.h"

#include <QCoreApplication>

#include "models/items/format.h"
#include "models/items/provenance_models.h"

namespace tidemark::views {
namespace {
struct ProvenanceWords {
  Q_DECLARE_TR_FUNCTIONS(ProvenanceWords)
};

// A word that cannot be broken would make the window wider.
QString short_words(const QString& text) {
  constexpr int longest = 48;
  QStringList out;
  for (const QString& word : text.split(QLatin1Char(' '))) out << format::middle(word, longest);
  return out.join(QLatin1Char(' '));
}
QString short_name(const std::string& name) { return short_words(format::text(name)); }

QString name_of(const SeenData& seen) {
  if (!seen.run.run_id.empty()) return ProvenanceWords::tr("Run %1").arg(short_name(seen.run.run_id));
  if (seen.inputs.empty()) return ProvenanceWords::tr("This");
  const SeenInput& input = seen.inputs.front();
  const QString table = short_name(input.input.table);
  if (!input.input.snapshot_id.empty())
    return ProvenanceWords::tr("Snapshot %1 of %2").arg(short_name(input.input.snapshot_id), table);
  return input.input.as_of ? ProvenanceWords::tr("%1 at %2").arg(table, format::date_time(*input.input.as_of)) : table;
}

QString count_words(const SeenSum& sum) {
  const QString least = format::count(sum.least);
  if (sum.more) return ProvenanceWords::tr("at least %1").arg(least);
  return sum.least == sum.most ? least : ProvenanceWords::tr("%1 to %2").arg(least, format::count(sum.most));
}

QString cut_words(const Cut& cut) {
  const QString at = format::date_time(cut.at);
  if (cut.whole == Reached::yes) return ProvenanceWords::tr("Whole: every partition reaches %1.").arg(at);
  const auto short_of = std::ranges::count(cut.rows, Reached::no, &CutRow::verdict);
  if (cut.whole == Reached::no)
    return ProvenanceWords::tr("Not whole: %1 of %2 partitions do not reach %3.")
        .arg(short_of)
        .arg(cut.rows.size())
        .arg(at);
  return ProvenanceWords::tr("Whether it is whole at %1 cannot be told.").arg(at);
}

QString relation_words(Relation relation) {
  return relation == Relation::unknown
             ? ProvenanceWords::tr("How the one follows on the other cannot be told.")
             : ProvenanceWords::tr("The one follows on the other: %1.").arg(format::word(relation));
}
}  // namespace

QString diff_words(const ProvenanceView& view) {
  if (!view.to) return {};
  QStringList out;
  if (view.to->goes_on) out << relation_words(view.to->relation);
  for (const FieldDiff& field : view.to->fields) {
    const auto said = [](const std::string& text) {
      return text.empty() ? ProvenanceWords::tr("not told") : short_name(text);
    };
    out << ProvenanceWords::tr("%1: %2 before, %3 after.")
               .arg(lineage_words::field(field.field), said(field.before), said(field.after));
  }
  return out.join(QLatin1Char(' '));
}

Sentence provenance_sentence(const ProvenanceView& view) {
  if (view.error) return {Level::error, ProvenanceWords::tr("No runs"), {}, format::text(view.error->line())};
  if (view.cannot)
    return {Level::unknown, ProvenanceWords::tr("Cannot answer"), {}, short_words(format::text(view.cannot->line()))};
  if (!view.answered)
    return {
        Level::unknown,
        ProvenanceWords::tr("No run is registered"),
        {},
        ProvenanceWords::tr("Which data did this model see? Register a run: tidemark lineage register RUN --model M "
                            "--input TABLE@SNAPSHOT, or tidemark lineage import FILE of OpenLineage or MLflow.")};
  const SeenSum sum = sum_of(view.seen);
  const std::string_view complete = view.seen.completeness();
  Sentence out;
  out.level = complete == "exact" ? Level::fine : complete == "bounded" ? Level::warn : Level::unknown;
  if (complete == "unknown") {
    out.title = ProvenanceWords::tr("Which data was seen is not known");
    out.detail =
        ProvenanceWords::tr("%1: cannot answer because %2.")
            .arg(name_of(view.seen),
                 short_words(lineage_words::doubts(sum.doubts).replace(QLatin1Char('\n'), QStringLiteral("; "))));
  } else {
    out.title = ProvenanceWords::tr("%1 offsets of %n partition(s): %2", nullptr, static_cast<int>(sum.partitions))
                    .arg(count_words(sum), lineage_words::complete(complete));
    out.detail = ProvenanceWords::tr("%1 saw these data.").arg(name_of(view.seen));
    if (view.cut) out.detail += QLatin1Char(' ') + cut_words(*view.cut);
  }
  out.note = short_name(lineage_words::model(view.seen.run).toStdString());
  if (const QString diff = diff_words(view); !diff.isEmpty())
    out.detail += QLatin1Char(' ') + ProvenanceWords::tr("Against %1: %2").arg(short_name(view.with), diff);
  return out;
}

std::vector<Fact> provenance_facts(const ProvenanceView& view) {
  std::vector<Fact> out;
  const LineageRun& run = view.seen.run;
  for (const auto& [name, words] : said_fields(run)) out.emplace_back(lineage_words::field(name), format::text(words));
  if (run.started) out.emplace_back(ProvenanceWords::tr("started"), format::date_time(*run.started));
  if (run.ended) out.emplace_back(ProvenanceWords::tr("ended"), format::date_time(*run.ended));
  QStringList snapshots;
  for (const std::string& one : run.source_snapshots) snapshots << format::text(one);
  if (!snapshots.isEmpty())
    out.emplace_back(ProvenanceWords::tr("source snapshots"), snapshots.join(QLatin1Char('\n')));
  std::vector<Doubt> doubts = view.seen.unknown;
  QStringList holes;
  for (const SeenInput& input : view.seen.inputs) {
    doubts.insert(doubts.end(), input.unknown.begin(), input.unknown.end());
    doubts.insert(doubts.end(), input.more.begin(), input.more.end());
    for (const SeenSpan& span : input.spans) {
      doubts.insert(doubts.end(), span.less.begin(), span.less.end());
      doubts.insert(doubts.end(), span.more.begin(), span.more.end());
    }
    for (const CommitRange& hole : input.holes)
      holes << QStringLiteral("%1/%2 [%3, %4)")
                   .arg(format::text(hole.partition.topic.value()))
                   .arg(hole.partition.partition.value())
                   .arg(format::count(hole.from), format::count(hole.to));
  }
  if (!doubts.empty()) out.emplace_back(ProvenanceWords::tr("not exact because"), lineage_words::doubts(doubts));
  if (!holes.isEmpty()) out.emplace_back(ProvenanceWords::tr("certainly not seen"), holes.join(QLatin1Char('\n')));
  if (view.cut) out.emplace_back(ProvenanceWords::tr("whole"), cut_words(*view.cut));
  if (!run.hash.empty()) {
    out.emplace_back(ProvenanceWords::tr("registered"),
                     ProvenanceWords::tr("by %1 at %2").arg(format::text(run.author), format::date_time(run.at)));
    out.emplace_back(ProvenanceWords::tr("hash"), format::text(run.hash));
  }
  return out;
}

}  // namespace tidemark::views
