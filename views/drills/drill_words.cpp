// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drills/drill_words.h"

#include <QCoreApplication>

#include "models/items/drill_models.h"
#include "models/items/format.h"
#include "models/items/review_model.h"

namespace tidemark::views {
namespace {
struct DrillPageWords {
  Q_DECLARE_TR_FUNCTIONS(DrillPageWords)
};

const SheetStep* next_of(const DrillSheet& sheet) {
  for (const auto& branch : sheet.steps)
    if (branch.parent.row.state == SheetState::next) return &branch.parent.row;
  return nullptr;
}

QString running_words(const DrillSheet& sheet) {
  const DrillRun& run = sheet.shown.run;
  const auto done =
      std::ranges::count_if(run.of.steps, [&](const DrillStep& step) { return run.stamped(step.id) != nullptr; });
  QString out = DrillPageWords::tr("%1 of %2 steps are done.").arg(done).arg(run.of.steps.size());
  if (const SheetStep* next = next_of(sheet))
    out += QLatin1Char(' ') + DrillPageWords::tr("Next: %1.").arg(format::text(next->of.title));
  const QString wait = wait_words(sheet);
  return wait.isEmpty() ? out : out + QLatin1Char(' ') + wait;
}

QString because_words(const std::vector<std::string>& texts) {
  constexpr qsizetype most = 3;
  QStringList out;
  for (const std::string& text : texts) out << format::text(text);
  const auto more = out.size() - most;
  if (more > 0) out = out.first(most) << DrillPageWords::tr("%1 more").arg(more);
  return out.join(QStringLiteral("; "));
}
}  // namespace

QString drill_title(const DrillRun& run) {
  return DrillPageWords::tr("%1, %2: %3")
      .arg(format::text(run.of.id), review_words::scope(run.scope), format::text(run.of.title));
}

QString wait_words(const DrillSheet& sheet) {
  return sheet.wait ? DrillPageWords::tr("Wait %1 more.").arg(format::duration(*sheet.wait)) : QString();
}

Sentence drills_sentence(const DrillsView& view) {
  if (view.error) return {Level::error, DrillPageWords::tr("No drills"), {}, format::text(view.error->line())};
  Sentence out;
  const DrillMatrix& matrix = view.matrix;
  out.note = DrillPageWords::tr("%1 of %2 incidents and paths rehearsed").arg(matrix.rehearsed()).arg(matrix.cells());
  if (view.running > 0 && view.sheet && view.sheet->shown.run.status() == DrillStatus::running) {
    const DrillRun& run = view.sheet->shown.run;
    out.level = Level::warn;
    out.title = DrillPageWords::tr("Drill %1 has run for %2")
                    .arg(format::text(run.of.id), format::duration(std::max(Millis(0), view.at - run.at)));
    out.detail = running_words(*view.sheet);
    return out;
  }
  if (view.running > 0) {
    out.level = Level::warn;
    out.title = DrillPageWords::tr("%n drill(s) running", nullptr, static_cast<int>(view.running));
    return out;
  }
  out.level = view.on_record > 0 ? Level::none : Level::unknown;
  out.title = view.on_record > 0
                  ? DrillPageWords::tr("%n drill(s) on record", nullptr, static_cast<int>(view.on_record))
                  : DrillPageWords::tr("No drill was started");
  if (view.on_record == 0)
    out.detail = DrillPageWords::tr(
        "A drill is a failure that people bring about on purpose. They do the steps, Tidemark watches, times and keeps "
        "the record; it does nothing to a cluster. Enter on a template begins one.");
  return out;
}

Sentence verdict_sentence(const DrillSheet& sheet) {
  const DrillRun& run = sheet.shown.run;
  const DrillTold& told = sheet.shown.told;
  Sentence out;
  out.level = level_of(run.verdict ? run.verdict->human : told.proposed);
  const QString proposed = drill_words::verdict(told.proposed);
  if (run.verdict) {
    out.title = DrillPageWords::tr("%1 says: %2")
                    .arg(format::text(run.verdict->name), drill_words::verdict(run.verdict->human));
    out.note = run.verdict->human == told.proposed ? DrillPageWords::tr("as proposed")
                                                   : DrillPageWords::tr("proposed was %1").arg(proposed);
    if (!run.verdict->text.empty()) out.note += QStringLiteral(": ") + format::text(run.verdict->text);
  } else {
    out.title = DrillPageWords::tr("Proposed: %1").arg(proposed);
    out.note = DrillPageWords::tr("a person says the verdict");
  }
  if (run.aborted) out.note += DrillPageWords::tr(", aborted: %1").arg(format::text(run.aborted->reason));
  out.detail = because_words(sheet.because);
  return out;
}

std::vector<Fact> template_facts(const DrillTemplate& drill) {
  std::vector<Fact> out;
  out.emplace_back(DrillPageWords::tr("for"), format::text(drill.purpose));
  QStringList steps, expected, rows;
  for (const DrillStep& step : drill.steps)
    steps << QString::number(steps.size() + 1) + QStringLiteral(". ") + format::text(step.title) +
                 (step.who.empty() ? QString() : QStringLiteral(" (") + format::text(step.who) + QLatin1Char(')'));
  for (const DrillSignal& signal : drill.expected) expected << format::text(signal.title);
  for (const std::string& row : drill.rows) rows << format::text(row);
  out.emplace_back(DrillPageWords::tr("steps"), steps.join(QLatin1Char('\n')));
  if (!expected.isEmpty()) out.emplace_back(DrillPageWords::tr("expected"), expected.join(QLatin1Char('\n')));
  out.emplace_back(DrillPageWords::tr("steady before"), format::duration(drill.steady_for));
  out.emplace_back(DrillPageWords::tr("recovers within"), format::duration(drill.recover_within));
  if (!rows.isEmpty()) out.emplace_back(DrillPageWords::tr("scorecard"), rows.join(QStringLiteral(", ")));
  return out;
}

std::vector<Fact> run_facts(const DrillRun& run) {
  std::vector<Fact> out;
  const auto put = [&](const QString& name, const std::string& words) {
    if (!words.empty()) out.emplace_back(name, format::text(words));
  };
  out.emplace_back(DrillPageWords::tr("state"), drill_words::status(run.status()));
  out.emplace_back(DrillPageWords::tr("began"), format::date_time(run.at));
  if (run.verdict) out.emplace_back(DrillPageWords::tr("ended"), format::date_time(run.verdict->at));
  put(DrillPageWords::tr("owner"), run.owner);
  put(DrillPageWords::tr("approved by"), run.approver);
  put(DrillPageWords::tr("stopped when"), run.stop);
  put(DrillPageWords::tr("note"), run.note);
  if (run.aborted) put(DrillPageWords::tr("aborted"), run.aborted->reason);
  if (!run.steady())
    out.emplace_back(DrillPageWords::tr("start"),
                     DrillPageWords::tr("Not all was well before it: the verdict is partial at most."));
  if (run.verdict) {
    out.emplace_back(DrillPageWords::tr("verdict"),
                     DrillPageWords::tr("%1, says %2")
                         .arg(drill_words::verdict(run.verdict->human), format::text(run.verdict->name)));
    out.emplace_back(DrillPageWords::tr("proposed"), drill_words::verdict(run.verdict->proposed));
    put(DrillPageWords::tr("because"), run.verdict->text);
    for (const tidemark::Fact& fact : run.verdict->measures)
      if (fact.name == "recover_ms" && fact.value)
        if (const auto* time = std::get_if<std::int64_t>(&*fact.value))
          out.emplace_back(drill_words::measure(fact.name), format::duration(Millis(*time)));
  }
  out.emplace_back(DrillPageWords::tr("id"), format::text(run.id));
  return out;
}

}  // namespace tidemark::views
