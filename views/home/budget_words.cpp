// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/home/budget_words.h"

#include <QCoreApplication>

#include "models/items/format.h"
#include "models/items/path_model.h"

namespace tidemark::views {
namespace {
struct Budget {
  Q_DECLARE_TR_FUNCTIONS(Budget)
};

QString burn_words(const Known<double>& burn) {
  if (!burn) return QStringLiteral("%1 (%2)").arg(format::unknown(burn.reason()), format::sentence(burn.reason()));
  return Budget::tr("%1 times as fast as it may").arg(*burn, 0, 'f', 1);
}

QString minutes_words(const FreshnessRow& row) {
  if (!row.good_slices || !row.bad_slices || !row.unknown_slices) return format::sentence(row.good_slices.reason());
  return Budget::tr("%1 good, %2 late, %3 unknown")
      .arg(format::count(*row.good_slices), format::count(*row.bad_slices), format::count(*row.unknown_slices));
}
}  // namespace

std::vector<Fact> budget_facts(const PathClass& of, const PathRow& row) {
  const FreshnessRow& fresh = row.fresh;
  std::vector<Fact> facts{{Budget::tr("class"), format::text(of.name)}, {Budget::tr("age now"), age_words(row)}};
  if (!fresh.target) {
    facts.emplace_back(Budget::tr("budget"),
                       Budget::tr("None: no pipeline of the profile gives this path a class with a target."));
    return facts;
  }
  facts.emplace_back(Budget::tr("budget"), budget_words(of));
  facts.emplace_back(Budget::tr("minutes"), minutes_words(fresh));
  facts.emplace_back(Budget::tr("used"), format::known(fresh.budget_used, format::percent));
  facts.emplace_back(Budget::tr("burns, 1 h"), burn_words(fresh.burn_1h));
  facts.emplace_back(Budget::tr("burns, 6 h"), burn_words(fresh.burn_6h));
  facts.emplace_back(Budget::tr("burns, 3 d"), burn_words(fresh.burn_3d));
  return facts;
}

}  // namespace tidemark::views
