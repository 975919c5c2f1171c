// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_growth.h"

#include "app/session/judged_profile.h"

namespace tidemark {
namespace {
constexpr Millis window = std::chrono::hours(24 * 7);
}

Result<std::vector<CostDriver>> load_drivers(SnapshotSource& timeline, const Snapshot& now,
                                             const std::vector<GrowthRow>& topics, CostAsked asked) {
  const LocalTime from = std::max(asked.from, now.oldest.value_or(asked.from));
  TM_TRY(const auto commits, timeline.load(ledger_request(from, asked.at, asked.filter)));
  TM_TRY(const auto workers, timeline.load(connectors_request(asked.at, asked.filter)));
  const auto ledger = ledger_rows(*commits, from, asked.at, asked.filter);
  const auto connectors = connectors_rows(*workers, asked.at, asked.filter);
  return cost_drivers(
      {now, topics, ledger, connectors, from, asked.at, std::move(asked.typed), std::move(asked.prices)});
}

Result<std::shared_ptr<const GrowthView>> load_growth(TimelineReader& reader, const GrowthTerms& terms, LocalTime at) {
  const Filter everything;
  auto view = std::make_shared<GrowthView>();
  view->at = at;
  view->from = at - window;
  view->terms = terms;
  view->changed = terms.retention || terms.rate_times != 1;
  TM_TRY(const auto now, reader.load(growth_request(at, everything)));
  TM_TRY(const auto production, reader.load_level(production_request(view->from, at, everything)));
  TM_TRY(const Profile profile, judged_profile(*now, at));
  GrowthTerms today = terms;
  today.retention.reset();
  today.rate_times = 1;
  const auto rows = growth_rows(*now, *production, at, today, profile, everything);
  view->topics = growth_lines(rows, growth_rows(*now, *production, at, terms, profile, everything));
  for (const GrowthRow& row : rows) view->unknown += row.bytes ? 0 : 1;
  view->readers = demand_lines(reader_demand(*now, at, rows, everything));
  TM_TRY(const auto drivers, load_drivers(reader, *now, rows, {view->from, at, everything, {}, {}}));
  view->drivers = driver_lines(drivers);
  return view;
}

}  // namespace tidemark
