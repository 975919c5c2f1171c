// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lag_map.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>

#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
constexpr float no_lag = -1;                   // of a cell: unknown
constexpr std::size_t overview_at_most = 128;  // rows: the pixels that it has
constexpr int fewest_columns = 120;
constexpr std::int64_t most_samples = 4'000'000;  // a fifth of a second

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  return (value >= 0 ? value / step : (value - step + 1) / step) * step;
}

std::string joined_name(const TopicName& topic, char between, const std::string& number) {
  std::string name = topic.value();
  name += between;
  name += number;
  return name;
}

double power_above(std::int64_t lag) {
  double top = 10;
  while (top < static_cast<double>(lag)) top *= 10;
  return top;
}
}  // namespace

namespace shade {
constexpr double darker = 253;  // shades above `none`

std::uint8_t of(double lag, double top) {
  if (lag <= 0) return none;
  const double share = std::min(1.0, std::log1p(lag) / std::log1p(top));
  return static_cast<std::uint8_t>(2 + std::lround(share * darker));
}

double lag(std::uint8_t shade, double top) {
  if (shade <= none) return 0;
  return std::expm1((shade - 2) / darker * std::log1p(top));
}
}  // namespace shade

namespace {
// Shades of millions of cells: a number's exponent and first bits say almost which one it is.
class ShadeTable final {
 public:
  explicit ShadeTable(double top) : least_(cells) {
    for (std::size_t i = 0; i < begins_.size(); ++i)
      begins_[i] = static_cast<float>(std::expm1((static_cast<double>(i) + 0.5) / shade::darker * std::log1p(top)));
    for (std::size_t i = 0; i < cells; ++i) {
      const auto lag = std::bit_cast<float>(static_cast<std::uint32_t>(i) << dropped_bits);
      least_[i] = static_cast<std::uint8_t>(std::ranges::upper_bound(begins_, lag) - begins_.begin());
    }
  }
  std::uint8_t of(float lag) const {
    if (lag <= 0) return lag < 0 ? shade::unknown : shade::none;
    std::size_t at = least_[std::bit_cast<std::uint32_t>(lag) >> dropped_bits];
    while (at < begins_.size() && begins_[at] <= lag) ++at;
    return static_cast<std::uint8_t>(2 + at);
  }

 private:
  static constexpr unsigned dropped_bits = 15;
  static constexpr std::size_t cells = 0x7f80'0000U >> dropped_bits;  // up to infinity
  std::array<float, 253> begins_{};                                   // of shade 3, 4, …
  std::vector<std::uint8_t> least_;                                   // of the numbers that begin with these bits
};
}  // namespace

LagMapBuilder::LagMapBuilder(LocalTime from, LocalTime to, Grain level, Millis step, std::size_t most_columns) {
  const std::int64_t least = std::max<std::int64_t>(step.count(), 1);
  const std::int64_t span = std::max<std::int64_t>((to - from).count(), 1);
  const std::int64_t steps = (span + least - 1) / least + 1;
  const auto most = static_cast<std::int64_t>(std::max<std::size_t>(most_columns, 1));
  map_.level = level;
  map_.column = Millis(least * ((steps + most - 1) / most));
  map_.from = local_time(floor_to(ms(from), map_.column.count()));
  map_.columns = static_cast<std::size_t>((to - map_.from) / map_.column + 1);
}

std::size_t LagMapBuilder::column_of(LocalTime time) const {
  return time < map_.from ? map_.columns : static_cast<std::size_t>((time - map_.from) / map_.column);
}

void LagMapBuilder::put(Cells& cells, const Slot& slot, std::int64_t highest, std::int64_t last) const {
  const std::size_t first = column_of(std::max(slot.from, map_.from));
  const std::size_t end = std::min(column_of(slot.to - Millis(1)) + 1, map_.columns);
  if (slot.to <= map_.from || first >= end) return;
  if (cells.lags.empty()) cells.lags.assign(map_.columns, no_lag);
  for (std::size_t i = first; i < end; ++i) cells.lags[i] = std::max(cells.lags[i], static_cast<float>(highest));
  if (!cells.highest || highest > *cells.highest) {
    cells.highest = highest;
    cells.highest_column = first;
  }
  if (cells.newest && slot.to < cells.newest_until) return;
  cells.newest = last;
  cells.newest_until = slot.to;
}

template <class Lag>
void LagMapBuilder::add_group(Group& group, const std::vector<Part>& parts, const std::vector<Slot>& slots, Lag&& lag) {
  struct Seen {
    std::int64_t highest = 0;
    std::int64_t last = 0;
    std::size_t known = 0;
  };
  std::vector<Seen> sums(slots.size());
  for (const Part& part : parts) {
    Cells& cells = group.partitions[part.partition];
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const std::optional<std::pair<std::int64_t, std::int64_t>> known = lag(part, i);
      if (!known) continue;
      put(cells, slots[i], known->first, known->second);
      Seen& sum = sums[i];
      sum.highest = std::max(sum.highest, known->first);
      sum.last += known->second;
      ++sum.known;
    }
  }
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Seen& sum = sums[i];
    if (sum.known == 0) continue;
    put(group.sum, slots[i], std::max(sum.highest, sum.last), sum.last);
    if (sum.known == parts.size()) continue;
    group.sum.in_part.resize(map_.columns);
    const std::size_t end = std::min(column_of(slots[i].to - Millis(1)) + 1, map_.columns);
    for (std::size_t c = column_of(std::max(slots[i].from, map_.from)); c < end; ++c) group.sum.in_part[c] = 1;
  }
}

void LagMapBuilder::add(const LevelData& level) {
  std::map<std::pair<std::size_t, Key>, std::vector<Part>> found;
  for (std::size_t i = 0; i < level.columns.size(); ++i) {
    const LevelColumn& column = level.columns[i];
    const auto group = signal::group_of(column.spec.signal);
    const auto tp = object::as_partition(column.spec.object);
    if (!column.lag || !group || !tp) continue;
    const ClusterName& cluster = level.sources[level.lanes[column.lane].source].spec.cluster;
    found[{column.lane, Key(cluster, *group, tp->topic)}].push_back({tp->partition, i, 0});
  }
  for (const auto& [key, parts] : found) {
    std::vector<Slot> slots;
    for (const BucketTime& time : level.lanes[key.first].times)
      slots.push_back({time.start, time.start + width(level.level)});
    add_group(groups_[key.second], parts, slots,
              [&](const Part& part, std::size_t i) -> std::optional<std::pair<std::int64_t, std::int64_t>> {
                const Bucket& bucket = level.columns[part.column].buckets[i];
                if (bucket.known == 0) return std::nullopt;
                return std::pair(bucket.high, bucket.last);
              });
  }
}

// A poll holds until the next one, or as long as that would have been on time.
std::vector<LagMapBuilder::Slot> LagMapBuilder::slots_of(const LaneInfo& lane) {
  std::vector<Slot> slots;
  for (std::size_t i = 0; i < lane.polls.size(); ++i) {
    const LocalTime from = lane.polls[i].wall;
    const LocalTime late = from + lane.interval * 3 / 2;
    slots.push_back(
        {from, i + 1 < lane.polls.size() ? std::clamp(lane.polls[i + 1].wall, from, late) : from + lane.interval});
  }
  return slots;
}

void LagMapBuilder::add(const Snapshot& samples) {
  std::map<std::pair<std::size_t, Object>, std::size_t> highs;
  for (std::size_t i = 0; i < samples.columns.size(); ++i)
    if (samples.columns[i].spec.signal == signal::high)
      highs.emplace(std::pair(samples.columns[i].lane, samples.columns[i].spec.object), i);
  std::map<std::pair<std::size_t, Key>, std::vector<Part>> found;
  for (std::size_t i = 0; i < samples.columns.size(); ++i) {
    const Column& column = samples.columns[i];
    const auto group = signal::group_of(column.spec.signal);
    const auto tp = object::as_partition(column.spec.object);
    const auto high = highs.find({column.lane, column.spec.object});
    if (!group || !tp || high == highs.end()) continue;
    found[{column.lane, Key(samples.cluster_of(column), *group, tp->topic)}].push_back(
        {tp->partition, i, high->second});
  }
  for (const auto& [key, parts] : found) {
    const std::vector<Slot> slots = slots_of(samples.lanes[key.first]);
    add_group(groups_[key.second], parts, slots,
              [&](const Part& part, std::size_t i) -> std::optional<std::pair<std::int64_t, std::int64_t>> {
                const auto lag = lag_between(samples.columns[part.column].at(i), samples.columns[part.high].at(i));
                if (!lag) return std::nullopt;
                return std::pair(*lag, *lag);
              });
  }
}

LagMapRow LagMapBuilder::row_of(const Key& key, Cells&& cells) {
  LagMapRow row{.cluster = std::get<0>(key), .group = std::get<1>(key), .partition = {std::get<2>(key), {}}};
  row.at = map_.lags.size();
  row.highest = cells.highest;
  if (cells.highest) row.highest_at = map_.from + map_.column * static_cast<std::int64_t>(cells.highest_column);
  if (cells.newest && cells.newest_until > map_.to() - map_.column) row.newest = cells.newest;
  if (cells.lags.empty()) cells.lags.assign(map_.columns, no_lag);
  cells.in_part.resize(map_.columns);
  for (std::size_t i = 0; i < map_.columns; ++i) row.known += cells.lags[i] >= 0 && cells.in_part[i] == 0;
  map_.lags.insert(map_.lags.end(), cells.lags.begin(), cells.lags.end());
  cells = {};
  return row;
}

void LagMapBuilder::shade_all() {
  const ShadeTable table(map_.top);
  map_.shades.resize(map_.lags.size());
  std::ranges::transform(map_.lags, map_.shades.begin(), [&](float lag) { return table.of(lag); });
}

void LagMapBuilder::sum_up() {
  const std::size_t columns = map_.columns;
  map_.overview_rows = std::min(map_.partitions, overview_at_most);
  map_.overview.assign(map_.overview_rows * columns, shade::unknown);
  std::size_t leaf = 0;
  for (const auto& branch : map_.rows)
    for (const auto& child : branch.children) {
      const std::size_t line = leaf++ * map_.overview_rows / map_.partitions;
      const auto shades = map_.shades_of(child.row);
      std::uint8_t* into = &map_.overview[line * columns];
      for (std::size_t i = 0; i < columns; ++i) into[i] = std::max(into[i], shades[i]);
    }
}

LagMap LagMapBuilder::finish() && {
  for (auto& [key, group] : groups_) {
    const auto& [cluster, name, topic] = key;
    Branch<LagMapRow, LagMapRow> branch;
    if (group.sum.highest) map_.top = std::max(map_.top, power_above(*group.sum.highest));
    branch.parent = {joined({cluster.value(), name.value(), topic.value()}),
                     lower(joined({name.value(), topic.value()})), row_of(key, std::move(group.sum))};
    for (auto& [partition, cells] : group.partitions) {
      LagMapRow row = row_of(key, std::move(cells));
      row.partition.partition = partition;
      const std::string number = std::to_string(partition.value());
      branch.children.push_back(
          {number, lower(joined({joined_name(topic, '/', number), joined_name(topic, '-', number)})), row});
    }
    std::ranges::stable_sort(branch.children, std::ranges::greater(),
                             [](const auto& child) { return child.row.highest.value_or(-1); });
    branch.parent.row.partition.partition = branch.children.front().row.partition.partition;
    map_.partitions += branch.children.size();
    map_.rows.push_back(std::move(branch));
  }
  groups_.clear();
  std::ranges::stable_sort(map_.rows, std::ranges::greater(),
                           [](const auto& branch) { return branch.parent.row.highest.value_or(-1); });
  shade_all();
  if (map_.partitions > 0) sum_up();
  return std::move(map_);
}

Grain lag_map_level(LocalTime from, LocalTime to, std::size_t series, std::span<const LevelReach> there,
                    Millis interval) {
  const Grain level = choose_level(from, to, fewest_columns, series, there, interval);
  const auto polls = (to - from) / std::max(interval, Millis(1));
  const bool too_many = polls * static_cast<std::int64_t>(std::max<std::size_t>(series, 1)) > most_samples;
  const bool rolled = std::ranges::find(there, Grain::five_minutes, &LevelReach::level) != there.end();
  return level == Grain::raw && too_many && rolled ? Grain::five_minutes : level;
}

}  // namespace tidemark
