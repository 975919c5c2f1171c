// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lagmap/lag_map_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/items/format.h"

namespace tidemark::views {
namespace {
struct LagMapWords {
  Q_DECLARE_TR_FUNCTIONS(LagMapWords)
};
constexpr int longest_name = 48;

QString short_name(std::string_view name) { return format::middle(format::text(name), longest_name); }
}  // namespace

Sentence lag_map_sentence(const LagMap& map) {
  if (map.rows.empty())
    return {Level::none,
            LagMapWords::tr("No consumer groups"),
            {},
            LagMapWords::tr("No lag of any group has been recorded in this window.")};
  const LagMapRow& worst = map.rows.front().parent.row;
  const auto in_part =
      std::ranges::count_if(map.rows, [&](const auto& branch) { return branch.parent.row.known < map.columns; });
  Sentence sentence{Level::none, {}, {}, {}};
  if (in_part > 0) sentence.note = LagMapWords::tr("%1 of %2 known in part").arg(in_part).arg(map.rows.size());
  if (!worst.highest) {
    sentence.level = Level::unknown;
    sentence.title = LagMapWords::tr("Lag unknown");
    sentence.detail = format::sentence(worst.highest.reason());
  } else if (*worst.highest == 0) {
    sentence.title = LagMapWords::tr("No lag in this window");
    sentence.detail = LagMapWords::tr("%n group(s) by topic", nullptr, static_cast<int>(map.rows.size()));
  } else {
    sentence.title = LagMapWords::tr("Highest: %1").arg(format::count(*worst.highest));
    sentence.detail = LagMapWords::tr("%1 in %2, at %3")
                          .arg(short_name(worst.group.value()), short_name(worst.partition.topic.value()),
                               format::known(worst.highest_at, format::date_time));
  }
  return sentence;
}

}  // namespace tidemark::views
