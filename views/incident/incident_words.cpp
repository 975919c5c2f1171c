// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incident/incident_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "models/items/format.h"
#include "models/items/onset_model.h"
#include "views/incident/lane_painting.h"

namespace tidemark::views {
namespace {
struct Incidents {
  Q_DECLARE_TR_FUNCTIONS(Incidents)
};

constexpr std::size_t most_lines = 8;
constexpr qsizetype most_first = 4;

QString lines(const std::vector<std::string>& texts) {
  QStringList out;
  for (const std::string& text : texts) {
    if (out.size() == static_cast<qsizetype>(most_lines)) {
      out << Incidents::tr("and %n more", nullptr, static_cast<int>(texts.size() - most_lines));
      break;
    }
    out << format::text(text);
  }
  return out.join(QLatin1Char('\n'));
}

QString window_words(const OnsetWindow& window) {
  return Incidents::tr("%1 against %2")
      .arg(format::range(window.from, window.to), format::range(window.base_from, window.base_to));
}

// "Moved first: A (02:40:35 ± 5 s). Unchanged: producers. Cannot see: brokers."
QString detail_words(const IncidentView& view) {
  const Incident& incident = view.incident;
  QStringList first, unchanged, unseen, parts;
  for (std::size_t i = 0; i < incident.onsets.size(); ++i) {
    const Onset& onset = incident.onsets[i];
    if (!onset.first) continue;
    first << QStringLiteral("%1 (%2)").arg(format::middle(format::text(view.onsets[i].parent.row.name), 80),
                                           began_words(onset));
  }
  for (const NonMover& of : incident.unchanged) unchanged << lane_group_word(of.place.lanes);
  for (const Unseen& of : incident.unseen) unseen << lane_group_word(of.lanes);
  if (first.size() > most_first) first = QStringList(first.first(most_first)) << Incidents::tr("and others");
  const QString comma = QStringLiteral(", ");
  if (first.size() == 1)
    parts << Incidents::tr("Moved first: %1.").arg(first.front());
  else if (!first.isEmpty())
    parts << Incidents::tr("Moved first, in an order that cannot be told: %1.").arg(first.join(comma));
  else if (!incident.standing.empty())
    parts << Incidents::tr("%n thing(s) were abnormal before.", nullptr, static_cast<int>(incident.standing.size()));
  if (!unchanged.isEmpty()) parts << Incidents::tr("Unchanged: %1.").arg(unchanged.join(comma));
  if (!unseen.isEmpty()) parts << Incidents::tr("Cannot see: %1.").arg(unseen.join(comma));
  if (nothing_judged(incident))
    parts << Incidents::tr("The history is too short to be compared with, or nobody looked.");
  else if (incident.onsets.empty())
    parts << Incidents::tr("Absence of findings is not proof of health.");
  return parts.join(QLatin1Char(' '));
}

std::vector<std::string> with_reasons(const std::vector<Unseen>& unseen) {
  std::map<Reason, QStringList> by_reason;
  for (const Unseen& of : unseen) by_reason[of.reason] << lane_group_word(of.lanes);
  std::vector<std::string> out;
  for (const auto& [reason, groups] : by_reason)
    out.push_back((groups.join(QStringLiteral(", ")) + QStringLiteral(": ") + format::sentence(reason)).toStdString());
  return out;
}
}  // namespace

Sentence incident_sentence(const IncidentView& view) {
  const Incident& incident = view.incident;
  Sentence sentence;
  const auto moved = static_cast<int>(incident.onsets.size());
  sentence.title = moved > 0 ? Incidents::tr("%n moved", nullptr, moved) : Incidents::tr("Nothing moved");
  sentence.level = moved > 0 || !incident.standing.empty() ? Level::warn : Level::fine;
  if (nothing_judged(incident)) {
    sentence.title = Incidents::tr("Nothing is known");
    sentence.level = Level::unknown;
  }
  sentence.note = window_words(incident.window);
  sentence.detail = detail_words(view);
  return sentence;
}

QString lanes_words(int shown, int folded, Grain grain) {
  QString lanes = Incidents::tr("%n lane(s)", nullptr, shown);
  if (folded > 0) lanes = Incidents::tr("%1, %2 folded").arg(lanes).arg(folded);
  return grain == Grain::raw ? lanes : Incidents::tr("%1, in steps of %2").arg(lanes, format::duration(width(grain)));
}

std::vector<Fact> incident_facts(const IncidentView& view) {
  std::vector<Fact> facts;
  const auto put = [&](const QString& name, const std::vector<std::string>& texts) {
    if (!texts.empty()) facts.emplace_back(name, lines(texts));
  };
  put(Incidents::tr("unchanged"), view.unchanged);
  put(Incidents::tr("cannot see"), with_reasons(view.incident.unseen));
  put(Incidents::tr("so before"), view.standing);
  put(Incidents::tr("near it"), view.nearby);
  std::vector<std::string> notes = view.notes;
  if (view.samples_since)
    notes.push_back(Incidents::tr("Samples are kept since %1. What is older stands in steps and is not judged.")
                        .arg(format::date_time(*view.samples_since))
                        .toStdString());
  put(Incidents::tr("note"), notes);
  return facts;
}

}  // namespace tidemark::views
