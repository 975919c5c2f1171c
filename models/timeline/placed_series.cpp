// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/placed_series.h"

#include <algorithm>

#include "models/timeline/lane_state.h"

namespace tidemark {

SeriesOrder::SeriesOrder(SQLite::Database& db) : spec_(db, "SELECT object, signal FROM series WHERE id = ?") {}

std::vector<PlacedSeries> SeriesOrder::place(const std::vector<SeriesId>& series) {
  std::vector<PlacedSeries> placed;
  for (std::size_t i = 0; i < series.size(); ++i) {
    bound(spec_, series[i].value());
    if (spec_.executeStep())
      placed.push_back({Object(text_of(spec_.getColumn(0))), Signal(text_of(spec_.getColumn(1))), i});
  }
  spec_.reset();
  std::ranges::sort(placed, [](const PlacedSeries& a, const PlacedSeries& b) {
    const auto order = storage_order(a.signal, a.object, b.signal, b.object);
    return order != 0 ? order < 0 : a.index < b.index;
  });
  return placed;
}

}  // namespace tidemark
