// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/landed_html.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/report/words.h"

namespace tidemark {
namespace {
using namespace report;

struct Shown {
  const char* title;
  Count LandedRow::* count;
};
constexpr Shown columns[] = {{"Produced", &LandedRow::produced},     {"Landed", &LandedRow::landed},
                             {"Filtered", &LandedRow::filtered},     {"Dead letters", &LandedRow::dead},
                             {"Duplicates", &LandedRow::duplicates}, {"Late", &LandedRow::late},
                             {"In flight", &LandedRow::in_flight},   {"Unexplained", &LandedRow::unexplained}};

// The parts of a day's records, each with the class of its colour.
constexpr Shown parts[] = {{"landed", &LandedRow::landed},
                           {"dead", &LandedRow::dead},
                           {"flight", &LandedRow::in_flight},
                           {"rest", &LandedRow::unexplained}};

constexpr const char* colours = R"(
:root{--landed:#2E90FA;--dead:#D92D20;--flight:#98A2B3;--rest:#F79009}
@media(prefers-color-scheme:dark){:root{--landed:#53B1FD;--dead:#F97066;--flight:#667085;--rest:#FDB022}}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.bar{display:flex;height:10px;min-width:120px;
background:var(--line)}.bar i{display:block;height:100%}.landed{background:var(--landed)}.dead{background:var(--dead)}
.flight{background:var(--flight)}.rest{background:var(--rest)}.key i{display:inline-block;width:10px;height:10px;
margin:0 6px 0 16px}
)";

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::ptrdiff_t i = std::ssize(digits) - 3; i > (number < 0 ? 1 : 0); i -= 3)
    digits.insert(static_cast<std::size_t>(i), 1, ',');
  return digits;
}

std::string count_text(const Count& count) {
  if (!count.known())
    return count.reason == Reason::not_applicable ? "–" : "<span class='m'>" + html(word(count.reason)) + "</span>";
  return count.is_exact() ? grouped(count.lo) : grouped(count.lo) + " – " + grouped(count.hi);
}

// Of what was counted that day; what is in bounds with what is certain of it.
std::string bar_of(const LandedRow& row) {
  std::string out = "<div class='bar'>";
  std::int64_t left = row.counted;
  for (const Shown& part : parts) {
    const Count& count = row.*part.count;
    const std::int64_t records = count.known() ? std::clamp<std::int64_t>(count.lo, 0, left) : 0;
    if (records == 0) continue;
    left -= records;
    out += fmt::format("<i class='{}' style='width:{:.2f}%'></i>", part.title,
                       100.0 * static_cast<double>(records) / static_cast<double>(row.counted));
  }
  return out + "</div>";
}

std::string day_text(const LandedRow& row) {
  std::string out = rfc3339(row.day).substr(0, std::string_view("2026-01-01").size());
  if (!row.whole) out += " <span class='m'>" + html(range(row.from, row.to)) + "</span>";
  return out;
}

void put_table(const std::vector<LandedRow>& rows, std::size_t from, std::size_t to, std::string& out) {
  out += "<h2>" + html(rows[from].cluster.value()) + ": " + html(rows[from].table.value()) + "</h2>\n<p class='m'>";
  for (std::size_t i = 0; i < rows[from].topics.size(); ++i) out += (i > 0 ? ", " : "") + html(rows[from].topics[i]);
  out += "</p>\n<table><tr><th>Day";
  for (const Shown& shown : columns) out += std::string("<th>") + shown.title;
  out += "<th></tr>\n";
  for (std::size_t i = from; i < to; ++i) {
    out += "<tr><td>" + day_text(rows[i]);
    for (const Shown& shown : columns) out += "<td class='n'>" + count_text(rows[i].*shown.count);
    out += "<td>" + bar_of(rows[i]) + "</tr>\n";
  }
  out += "</table>\n";
}
}  // namespace

std::string landed_html(const LandedSheet& sheet) {
  const std::string title = "What landed, " + range(sheet.from, sheet.to);
  std::string out = page_begin(title, colours) + "<h1>" + html(title) + "</h1>\n<p>As of " + date_time(sheet.at) +
                    ". Produced = landed + filtered + dead letters + in flight + unexplained, of what is between two "
                    "bounds with what is certain.</p>\n<p class='key m'><i class='landed'></i>landed<i "
                    "class='dead'></i>dead letters<i class='flight'></i>in flight<i class='rest'></i>unexplained</p>\n";
  if (sheet.rows.empty()) out += "<p>No table is known of that time.</p>\n";
  for (std::size_t from = 0, to = 0; from < sheet.rows.size(); from = to) {
    const auto is_other = [&](const LandedRow& row) {
      return row.table != sheet.rows[from].table || row.cluster != sheet.rows[from].cluster;
    };
    to = static_cast<std::size_t>(
        std::find_if(sheet.rows.begin() + static_cast<std::ptrdiff_t>(from), sheet.rows.end(), is_other) -
        sheet.rows.begin());
    put_table(sheet.rows, from, to, out);
  }
  if (!sheet.notes.empty()) {
    out += "<h2>Why</h2>\n<ul>";
    for (const std::string& note : sheet.notes) out += "<li>" + html(note) + '\n';
    out += "</ul>\n";
  }
  const std::string coverage = sheet.coverage ? fmt::format("{:.0f} %", 100 * *sheet.coverage)
                                              : "unknown (" + std::string(word(sheet.coverage.reason())) + ")";
  return out + "<p class='m'>Coverage " + html(coverage) + ". Written by tidemark " + html(sheet.version) +
         ".</p>\n</body></html>\n";
}

}  // namespace tidemark
