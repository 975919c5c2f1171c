// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/feed.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace tidemark {
namespace {
constexpr std::int64_t most_polls = block_size;  // of a lane, in one page

// Whole numbers up to 2^53 and powers of ten up to 10^9 are exact, so this is the nearest there is.
double as_double(std::int64_t value, int scale10) {
  constexpr std::array powers{1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  return static_cast<double>(value) / powers.at(static_cast<std::size_t>(std::clamp(scale10, 0, 9)));
}

// A lane that did not ask leaves the word to the others.
bool says_nothing(Reason reason) { return reason == Reason::not_probed || reason == Reason::never_polled; }

// One number for each metric, whatever lane or life it is of.
class Metrics final {
 public:
  explicit Metrics(FeedPage& page) : page_(page) {}
  std::size_t of(const ClusterName& cluster, const SeriesSpec& spec) {
    MetricName metric = metric_name(cluster, spec);
    std::string key = metric.family;
    for (const auto& [name, value] : metric.labels) key.append(1, '\0').append(name).append(1, '\0').append(value);
    const auto [it, fresh] = known_.emplace(std::move(key), page_.metrics.size());
    if (fresh) {
      page_.metrics.push_back(std::move(metric));
      last_.push_back(LocalTime::min());
    }
    return it->second;
  }
  // Two lanes may tell the same at one time: it has one sample.
  bool is_new(std::size_t metric, LocalTime wall) { return std::exchange(last_[metric], wall) != wall; }

 private:
  FeedPage& page_;
  std::unordered_map<std::string, std::size_t> known_;
  std::vector<LocalTime> last_;
};
}  // namespace

struct TimelineFeed::Life {
  SeriesId id;
  SeriesSpec spec;
  std::int64_t born = 0;
  std::optional<std::int64_t> died;
  bool known = false;      // in the last poll that had a word on it
  std::size_t metric = 0;  // once it has a sample
  bool named = false;
};

// A lane with what it has after its place.
struct TimelineFeed::Waiting {
  LaneId lane;
  ClusterName cluster;
  std::optional<std::int64_t> before;                        // the poll before the first one
  std::vector<std::pair<std::int64_t, std::int64_t>> polls;  // seq, wall
  bool more = false;
  std::int64_t lost = 0;
  std::size_t taken = 0;
  std::size_t next = 0;  // of the taken ones, to be told
  std::vector<Life> lives;
  // Cells by life, then by poll: the one before, and those that are taken.
  std::vector<std::int64_t> values;
  std::vector<Reason> reasons;

  std::size_t columns() const { return taken + 1; }
  bool has_next() const { return taken < polls.size(); }
  std::int64_t next_wall() const { return polls[taken].second; }
};

TimelineFeed::TimelineFeed(std::string path, ReadFile file)
    : path_(std::move(path)), file_(std::move(file)), blocks_(*file_.db, cancelled_) {}

Result<std::unique_ptr<TimelineFeed>> TimelineFeed::open(const std::string& path) {
  TM_TRY(ReadFile file, open_for_reading(path, TimelineReader::Origin::own));
  return guarded(path, [&]() -> Result<std::unique_ptr<TimelineFeed>> {
    return std::unique_ptr<TimelineFeed>(new TimelineFeed(path, std::move(file)));
  });
}

Result<FeedPage> TimelineFeed::next(const std::vector<FeedPlace>& after, LocalTime from, std::size_t most_cells) {
  return guarded(path_, [&]() -> Result<FeedPage> {
    const SQLite::Transaction transaction(*file_.db);
    return page(after, from, most_cells);
  });
}

std::optional<std::int64_t> TimelineFeed::first_since(LaneId lane, LocalTime from) {
  SQLite::Statement first(*file_.db, "SELECT min(seq) FROM poll WHERE lane = ? AND wall_ms >= ?");
  bound(first, lane.value(), ms(from)).executeStep();
  return number_or_null(first.getColumn(0));
}

std::optional<std::int64_t> TimelineFeed::first_after(Waiting& lane, const FeedPlace& after) {
  SQLite::Statement there(*file_.db, "SELECT wall_ms FROM poll WHERE lane = ? AND seq = ?");
  SQLite::Statement ends(*file_.db, "SELECT min(seq), max(seq) FROM poll WHERE lane = ?");
  const bool found = bound(there, after.lane.value(), after.seq).executeStep();
  bound(ends, after.lane.value()).executeStep();
  const auto first = number_or_null(ends.getColumn(0)), last = number_or_null(ends.getColumn(1));
  if (!first) return std::nullopt;
  const bool is_other = found ? there.getColumn(0).getInt64() != ms(after.wall) : *last < after.seq;
  if (is_other) return first_since(after.lane, after.wall + Millis(1));
  if (!found) lane.lost = *first - after.seq - 1;
  return after.seq + 1;
}

void TimelineFeed::polls_of(Waiting& lane, std::int64_t first) {
  SQLite::Statement rows(*file_.db, "SELECT seq, wall_ms FROM poll WHERE lane = ? AND seq >= ? ORDER BY seq LIMIT ?");
  bound(rows, lane.lane.value(), first, most_polls);
  while (rows.executeStep()) lane.polls.emplace_back(rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64());
  if (lane.polls.empty()) return;
  lane.more = std::ssize(lane.polls) == most_polls;
  SQLite::Statement before(*file_.db, "SELECT max(seq) FROM poll WHERE lane = ? AND seq < ?");
  bound(before, lane.lane.value(), lane.polls.front().first).executeStep();
  lane.before = number_or_null(before.getColumn(0));
}

void TimelineFeed::lives_of(Waiting& lane) {
  SQLite::Statement rows(*file_.db,
                         "SELECT id, signal, object, unit, scale10, born, died FROM series WHERE lane = ? AND born <= "
                         "? AND (died IS NULL OR died >= ?) ORDER BY id");
  bound(rows, lane.lane.value(), lane.polls.back().first, lane.polls.front().first);
  while (rows.executeStep())
    lane.lives.push_back({SeriesId(rows.getColumn(0).getInt64()),
                          SeriesSpec{Signal(text_of(rows.getColumn(1))), Object(text_of(rows.getColumn(2))),
                                     text_of(rows.getColumn(3)), rows.getColumn(4).getInt()},
                          rows.getColumn(5).getInt64(), number_or_null(rows.getColumn(6))});
}

std::vector<TimelineFeed::Waiting> TimelineFeed::waiting(const std::vector<FeedPlace>& after, LocalTime from) {
  std::vector<Waiting> lanes;
  SQLite::Statement rows(*file_.db, "SELECT l.id, s.cluster FROM lane l JOIN source s ON s.id = l.source ORDER BY 1");
  while (rows.executeStep()) {
    Waiting lane;
    lane.lane = LaneId(rows.getColumn(0).getInt64());
    lane.cluster = ClusterName(text_of(rows.getColumn(1)));
    const auto place = std::ranges::find(after, lane.lane, &FeedPlace::lane);
    const auto first = place == after.end() ? first_since(lane.lane, from) : first_after(lane, *place);
    if (first) polls_of(lane, *first);
    if (lane.polls.empty()) continue;
    lives_of(lane);
    lanes.push_back(std::move(lane));
  }
  return lanes;
}

Result<> TimelineFeed::read_block(Waiting& lane, std::int64_t block) {
  BlockReader::Positions positions;
  positions.fill(-1);
  const auto place = [&](std::int64_t seq, std::size_t column) {
    if (seq / block_size == block)
      positions.at(static_cast<std::size_t>(seq % block_size)) = static_cast<std::int32_t>(column);
  };
  if (lane.before) place(*lane.before, 0);
  for (std::size_t i = 0; i < lane.taken; ++i) place(lane.polls[i].first, i + 1);
  BlockReader::Targets targets;
  const std::size_t width = lane.columns();
  for (std::size_t i = 0; i < lane.lives.size(); ++i)
    targets[lane.lives[i].id] = {std::span(lane.values).subspan(i * width, width),
                                 std::span(lane.reasons).subspan(i * width, width), nullptr};
  return blocks_.read(lane.lane, block, positions, targets);
}

Result<> TimelineFeed::read(Waiting& lane) {
  lane.values.assign(lane.lives.size() * lane.columns(), 0);
  lane.reasons.assign(lane.values.size(), Reason::never_polled);
  std::int64_t block = lane.before.value_or(lane.polls.front().first) / block_size;
  for (const std::int64_t last = lane.polls[lane.taken - 1].first / block_size; block <= last; ++block)
    TM_CHECK(read_block(lane, block));
  for (std::size_t i = 0; i < lane.lives.size(); ++i)
    lane.lives[i].known = lane.reasons[i * lane.columns()] == Reason::none;
  return {};
}

Result<FeedPage> TimelineFeed::page(const std::vector<FeedPlace>& after, LocalTime from, std::size_t most_cells) {
  FeedPage page;
  std::vector<Waiting> lanes = waiting(after, from);
  std::vector<Waiting*> order;  // whose poll is next
  std::size_t cells = 0;
  while (true) {
    Waiting* first = nullptr;
    for (Waiting& lane : lanes)
      if (lane.has_next() && (!first || lane.next_wall() < first->next_wall())) first = &lane;
    if (!first || (!order.empty() && cells + first->lives.size() > most_cells)) break;
    cells += first->lives.size();
    ++first->taken;
    order.push_back(first);
    if (!first->has_next() && first->more) break;  // when its next one was is not known
  }
  for (Waiting& lane : lanes) {
    if (lane.taken == 0) continue;
    page.lost += lane.lost;
    TM_CHECK(read(lane));
  }

  Metrics metrics(page);
  for (Waiting* lane : order) {
    const auto [seq, wall] = lane->polls[lane->next];
    const std::size_t column = ++lane->next;
    for (std::size_t i = 0; i < lane->lives.size(); ++i) {
      Life& life = lane->lives[i];
      if (seq < life.born || (life.died && seq > *life.died)) continue;
      const std::size_t cell = i * lane->columns() + column;
      const Reason reason = lane->reasons[cell];
      if (says_nothing(reason)) continue;
      const bool was_known = std::exchange(life.known, reason == Reason::none);
      if (!life.known && !was_known) continue;
      if (!std::exchange(life.named, true)) life.metric = metrics.of(lane->cluster, life.spec);
      if (metrics.is_new(life.metric, local_time(wall)))
        page.samples.push_back({life.metric, local_time(wall),
                                life.known ? as_double(lane->values[cell], life.spec.scale10) : 0, !life.known});
    }
    page.polls.push_back({{lane->lane, seq, local_time(wall)}, page.samples.size()});
  }
  return page;
}

}  // namespace tidemark
