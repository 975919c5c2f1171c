// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/incident_report.h"

#include <fmt/format.h>

#include <iterator>

#include "app/report/lanes_svg.h"
#include "app/report/words.h"
#include "collectors/core/plain_text.h"

namespace tidemark {
namespace {
using namespace report;

std::string title_of(const IncidentReport& report) {
  return "Incident " + range(report.view.incident.window.from, report.view.incident.window.to);
}

std::string groups(const std::vector<LaneGroup>& lanes) {
  std::string out;
  for (const LaneGroup group : lanes) out += (out.empty() ? "" : ", ") + std::string(word(group));
  return out;
}

// The first thing that is read: what moved first, what did not, what nobody could see.
std::string sentence(const IncidentView& view) {
  std::string first;
  std::size_t count = 0;
  for (std::size_t i = 0; i < view.onsets.size(); ++i) {
    if (!view.incident.onsets[i].first) continue;
    first +=
        (count++ == 0 ? "" : ", ") + view.onsets[i].parent.row.name + " (" + began_text(view.incident.onsets[i]) + ')';
  }
  std::vector<LaneGroup> unchanged, unseen;
  for (const NonMover& of : view.incident.unchanged) unchanged.push_back(of.place.lanes);
  for (const Unseen& of : view.incident.unseen) unseen.push_back(of.lanes);
  const bool judged = !nothing_judged(view.incident);
  std::string out = !judged      ? std::string("Nothing could be judged: the history is too short, or nobody looked")
                    : count == 0 ? std::string("Nothing moved in this window that did not move before it")
                    : count == 1 ? "Moved first: " + first
                                 : "Moved first, in an order that cannot be told: " + first;
  out += '.';
  if (!unchanged.empty()) out += " Unchanged: " + groups(unchanged) + '.';
  if (!unseen.empty()) out += " Cannot see: " + groups(unseen) + '.';
  if (judged && count == 0) out += " Absence of findings is not proof of health.";
  return out;
}

std::string joined_list(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

// "R13, leads, since 02:41:07, owner data".
std::string about(const DiagnosisRow& row) {
  std::string out = row.finding.rule;
  if (row.leading) out += ", leads";
  if (row.since) out += ", since " + date_time(*row.since);
  if (row.owner) out += ", owner " + *row.owner;
  if (row.snoozed) out += ", snoozed until " + date_time(row.snoozed->until);
  return out + ", id " + row.id;
}

std::string coverage_of(const IncidentReport& report) {
  const Known<double>& coverage = report.view.incident.coverage;
  return coverage ? fmt::format("{:.1f} %", *coverage * 100) : "unknown";
}

struct Section {
  const char* title;
  const std::vector<std::string>* lines;
};

std::vector<Section> sections(const IncidentView& view) {
  return {{"Did not move", &view.unchanged},
          {"Was so before", &view.standing},
          {"Changed nearby (near, not a cause)", &view.nearby},
          {"To keep in mind", &view.notes}};
}
}  // namespace

std::string incident_markdown(const IncidentReport& report) {
  const IncidentView& view = report.view;
  std::string out = "# " + markdown(title_of(report)) + "\n\n" + markdown(sentence(view)) + '\n';
  const auto put = [&]<class... Parts>(fmt::format_string<Parts...> text, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out), text, std::forward<Parts>(parts)...);
  };
  if (!view.onsets.empty()) {
    out += "\n## Order of onset\n\n| rank | began (UTC) | what moved | before | after | order by |\n";
    out += "|---:|---|---|---:|---:|---|\n";
    for (std::size_t i = 0; i < view.onsets.size(); ++i) {
      const Onset& onset = view.incident.onsets[i];
      const std::string said = onset.said.empty() ? std::string() : ": " + onset.said;
      put("| {} | {} | {} | {} | {} | {} |\n", onset.rank, began_text(onset),
          markdown(view.onsets[i].parent.row.name + said), markdown(value_text(onset.before, onset.unit)),
          markdown(value_text(onset.after, onset.unit)), onset.tied ? "topology" : "time");
    }
  }
  if (!report.diagnosis.rows.empty()) {
    out += "\n## Findings\n\n";
    for (const DiagnosisRow& row : report.diagnosis.rows) {
      put("- **{}** {} ({})\n", word(row.finding.severity), markdown(row.title), markdown(about(row)));
      if (!row.next.empty()) put("  Next: {}\n", markdown(row.next));
      if (!row.missing.empty()) put("  Not seen: {}\n", markdown(joined_list(row.missing)));
      if (!row.contradicting.empty()) put("  Against it: {}\n", markdown(joined_list(row.contradicting)));
    }
  }
  for (const Section& section : sections(view)) {
    if (section.lines->empty()) continue;
    put("\n## {}\n\n", section.title);
    for (const std::string& line : *section.lines) put("- {}\n", markdown(line));
  }
  if (!report.notes.empty()) {
    out += "\n## Story\n\n";
    for (const Event& note : report.notes) put("- {} {}\n", clock(note.hi), markdown(note.text));
  }
  put("\nCoverage {}, window {} against {}. Made by tidemark {}:\n\n    {}\n", coverage_of(report),
      range(view.incident.window.from, view.incident.window.to),
      range(view.incident.window.base_from, view.incident.window.base_to), report.version,
      plain_line(report.command, 4000));
  return out;
}

namespace {
constexpr const char* style = R"(
:root{color-scheme:light dark;--ground:#fff;--ink:#1B2330;--muted:#667085;--line:#E4E7EC;--tint:#F5F6F8;--accent:#2E6BE6;
--error:#D92D20;--warn:#B54708;--ok:#067647}
@media(prefers-color-scheme:dark){:root{--ground:#161C26;--ink:#E8ECF2;--muted:#9AA5B5;--line:#263040;--tint:#0E131A;
--accent:#6CA0FF;--error:#F97066;--warn:#FDB022;--ok:#47CD89}}
body{font:15px/1.5 system-ui,sans-serif;max-width:1040px;margin:32px auto;padding:0 20px;background:var(--ground);
color:var(--ink)}
h1{font-size:24px;margin:0 0 8px}h2{font-size:17px;margin:28px 0 8px}
table{border-collapse:collapse;width:100%}td,th{padding:7px 10px;border-bottom:1px solid var(--line);text-align:left;
vertical-align:top}th{color:var(--muted);font-weight:400}.n{text-align:right;font-variant-numeric:tabular-nums;
white-space:nowrap}.m{color:var(--muted)}.error{color:var(--error);font-weight:600}.warn{color:var(--warn);font-weight:600}
pre{background:var(--tint);padding:10px;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
li,td,p{overflow-wrap:anywhere}svg{width:100%;height:auto;border:1px solid var(--line);border-radius:8px;margin-top:12px}
svg text{fill:var(--ink);font-size:12px}svg .lane{font-weight:600}svg .of,svg .tick{fill:var(--muted)}
svg .tick{font-size:11px;text-anchor:middle}svg .base{fill:var(--tint)}svg .rule{stroke:var(--line);fill:none}
svg .moved{stroke:var(--accent);fill:none;stroke-width:1.3}svg .still{stroke:var(--muted);fill:none}
svg .good{fill:var(--ok);opacity:.4}svg .bad{fill:var(--error)}svg .warn{fill:var(--warn)}svg .band{fill:var(--muted);opacity:.4}
svg .ground{fill:var(--ground)}svg .onset{fill:var(--accent);opacity:.2}svg .badge{fill:var(--accent)}
svg .rank{fill:var(--ground);font-size:11px;text-anchor:middle}svg .blank{fill:url(#hatch)}
svg .stroke{stroke:var(--muted);stroke-width:1.5}
)";

void put_onsets(const IncidentView& view, std::string& out) {
  if (view.onsets.empty()) return;
  out +=
      "<h2>Order of onset</h2>\n<table><tr><th class='n'>Rank<th>Began (UTC)<th>What moved<th class='n'>Before"
      "<th class='n'>After<th>Order by</tr>\n";
  for (std::size_t i = 0; i < view.onsets.size(); ++i) {
    const Onset& onset = view.incident.onsets[i];
    const std::string said = onset.said.empty() ? std::string() : ": " + onset.said;
    fmt::format_to(std::back_inserter(out),
                   "<tr><td class='n'>{}<td>{}<td>{}{}{}<td class='n'>{}<td class='n'>{}<td class='m'>{}</tr>\n",
                   onset.rank, began_text(onset), onset.first ? "<b>" : "", html(view.onsets[i].parent.row.name + said),
                   onset.first ? "</b>" : "", html(value_text(onset.before, onset.unit)),
                   html(value_text(onset.after, onset.unit)), onset.tied ? "topology" : "time");
  }
  out += "</table>\n";
}

void put_findings(const Diagnosis& diagnosis, std::string& out) {
  if (diagnosis.rows.empty()) return;
  out += "<h2>Findings</h2>\n<table>";
  for (const DiagnosisRow& row : diagnosis.rows) {
    const std::string_view severity = word(row.finding.severity);
    fmt::format_to(std::back_inserter(out), "<tr><td class='{}'>{}<td>{}", severity, severity, html(row.title));
    if (!row.next.empty()) out += "<br>Next: " + html(row.next);
    if (!row.missing.empty()) out += "<br><span class='m'>Not seen: " + html(joined_list(row.missing)) + "</span>";
    if (!row.contradicting.empty())
      out += "<br><span class='m'>Against it: " + html(joined_list(row.contradicting)) + "</span>";
    out += "<br><span class='m'>" + html(about(row)) + "</span></tr>\n";
  }
  out += "</table>\n<p class='m'>This list is a starting point, not a verdict.</p>\n";
}
}  // namespace

std::string incident_html(const IncidentReport& report) {
  const IncidentView& view = report.view;
  const std::string title = html(title_of(report));
  std::string out =
      "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>"
      "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">"
      "<meta name='viewport' content='width=device-width'><title>" +
      title + "</title><style>" + style + "</style></head>\n<body>\n<h1>" + title + "</h1>\n<p>" +
      html(sentence(view)) + "</p>\n";
  out += lanes_svg(view, report.from, report.to) + '\n';
  put_onsets(view, out);
  put_findings(report.diagnosis, out);
  for (const Section& section : sections(view)) {
    if (section.lines->empty()) continue;
    out += "<h2>" + html(section.title) + "</h2>\n<ul>";
    for (const std::string& line : *section.lines) out += "<li>" + html(line) + "</li>\n";
    out += "</ul>\n";
  }
  if (!report.notes.empty()) {
    out += "<h2>Story</h2>\n<ul>";
    for (const Event& note : report.notes) out += "<li>" + clock(note.hi) + ' ' + html(note.text) + "</li>\n";
    out += "</ul>\n";
  }
  const OnsetWindow& window = view.incident.window;
  out += "<p class='m'>Coverage " + coverage_of(report) + ", window " + range(window.from, window.to) + " against " +
         range(window.base_from, window.base_to) + ". Made by tidemark " + html(report.version) + ":</p>\n<pre>" +
         html(report.command) + "</pre>\n</body></html>\n";
  return out;
}

}  // namespace tidemark
