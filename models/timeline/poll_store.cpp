// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/poll_store.h"

#include "models/timeline/gaps.h"
#include "models/timeline/segment_codec.h"

namespace tidemark {
namespace {
constexpr std::size_t max_event_text = 16'000;
}  // namespace

PollStore::PollStore(SQLite::Database& db, Registry& registry)
    : db_(db),
      registry_(registry),
      states_(db),
      errors_(db),
      commits_(db),
      poll_(db, "INSERT INTO poll VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"),
      hot_(db, "INSERT INTO hot(lane, seq, b) VALUES(?,?,?)"),
      born_(db, "INSERT INTO series(id, lane, signal, object, unit, scale10, born) VALUES(?,?,?,?,?,?,?)"),
      died_(db, "UPDATE series SET died = ? WHERE id = ?"),
      revived_(db, "UPDATE series SET died = NULL WHERE id = ?"),
      event_(db, "INSERT INTO event(source, lo, hi, layer, kind, object, text, severity) VALUES(?,?,?,?,?,?,?,?)"),
      gap_(db, "INSERT INTO gap(lane, from_ms, to_ms, reason, detail) VALUES(?,?,?,?,?)") {}

Result<> PollStore::load() {
  lanes_.clear();
  boots_.clear();
  SQLite::Statement boots(db_, "SELECT id, name FROM boot");
  while (boots.executeStep()) boots_[text_of(boots.getColumn(1))] = boots.getColumn(0).getInt64();
  SQLite::Statement sources(db_, "SELECT id, kind, name, cluster FROM source");
  std::map<std::int64_t, SourceSpec> specs;
  while (sources.executeStep()) {
    const SourceSpec spec{text_of(sources.getColumn(1)), text_of(sources.getColumn(2)),
                          ClusterName(text_of(sources.getColumn(3)))};
    specs[sources.getColumn(0).getInt64()] = spec;
    registry_.restore_source(SourceId(sources.getColumn(0).getInt64()), spec);
  }
  SQLite::Statement lanes(db_, "SELECT id, source, name, interval_ms FROM lane");
  while (lanes.executeStep()) {
    const LaneId id(lanes.getColumn(0).getInt64());
    const LaneSpec spec{specs[lanes.getColumn(1).getInt64()], text_of(lanes.getColumn(2)),
                        Millis(lanes.getColumn(3).getInt64())};
    registry_.restore_lane(id, spec);
    TM_CHECK(load_lane(*registry_.find(id)));
  }
  load_series();
  states_.load();
  errors_.load();
  return {};
}

void PollStore::load_series() {
  SQLite::Statement rows(db_, "SELECT id, lane, signal, object, unit, scale10 FROM series WHERE died IS NULL");
  while (rows.executeStep()) {
    const LaneId lane(rows.getColumn(1).getInt64());
    const SeriesId id(rows.getColumn(0).getInt64());
    if (registry_.find(lane, id)) continue;  // after a rollback
    registry_.restore_series(id, lane,
                             SeriesSpec{Signal(text_of(rows.getColumn(2))), Object(text_of(rows.getColumn(3))),
                                        text_of(rows.getColumn(4)), rows.getColumn(5).getInt()});
  }
  registry_.restore_last_series(number(db_, "SELECT seq FROM sqlite_sequence WHERE name = 'series'").value_or(0));
}

Result<> PollStore::load_lane(const Registry::Lane& lane) {
  LaneState& state = lanes_.try_emplace(lane.id, lane.id, registry_).first->second;
  SQLite::Statement newest(db_,
                           "SELECT seq, wall_ms, mono_ms, b.name FROM poll p JOIN boot b ON b.id = p.boot "
                           "WHERE lane = ? ORDER BY seq DESC LIMIT 1");
  newest.bind(1, lane.id.value());
  if (!newest.executeStep()) return {};
  const std::int64_t seq = newest.getColumn(0).getInt64();
  // Not `complete`: another program wrote it, which may not have looked for what this one sees first.
  state.restore(seq + 1,
                LaneState::Last{local_time(newest.getColumn(1).getInt64()),
                                MonoTime(Millis(newest.getColumn(2).getInt64())), text_of(newest.getColumn(3)), false});
  const std::string where = "lane " + std::to_string(lane.id.value());
  SQLite::Statement rows(db_, "SELECT b FROM hot WHERE lane = ? AND seq BETWEEN ? AND ? ORDER BY seq");
  bound(rows, lane.id.value(), seq - seq % keyframe_polls, seq);
  HotDecoder decoder;
  bool any = false;
  while (rows.executeStep()) {
    if (auto fed = decoder.feed(blob_of(rows.getColumn(0))); !fed) {
      fed.error().where = where;
      return fed;
    }
    any = true;
  }
  SQLite::Statement dead(db_, "SELECT id, died IS NOT NULL FROM series WHERE lane = ? AND (died IS NULL OR died >= ?)");
  bound(dead, lane.id.value(), seq - seq % block_size);
  std::unordered_set<std::int64_t> dead_ids;
  std::vector<SeriesId> living;
  while (dead.executeStep()) {
    if (dead.getColumn(1).getInt() != 0)
      dead_ids.insert(dead.getColumn(0).getInt64());
    else
      living.emplace_back(dead.getColumn(0).getInt64());
  }
  if (any)
    state.restore_cells(std::move(decoder), dead_ids);
  else
    state.restore_slots(std::move(living));
  return {};
}

std::vector<PollStore::Block> PollStore::unsealed() {
  std::vector<Block> blocks;
  SQLite::Statement rows(db_, "SELECT DISTINCT lane, seq / ? FROM hot ORDER BY 1, 2");
  rows.bind(1, block_size);
  while (rows.executeStep()) {
    const Block block{LaneId(rows.getColumn(0).getInt64()), rows.getColumn(1).getInt64()};
    const auto lane = lanes_.find(block.lane);
    if (lane != lanes_.end() && lane->second.next_seq() >= (block.block + 1) * block_size) blocks.push_back(block);
  }
  return blocks;
}

LaneState& PollStore::state_of(const Registry::Lane& lane) {
  const auto it = lanes_.find(lane.id);
  if (it != lanes_.end()) return it->second;
  write_lane(lane);
  return lanes_.try_emplace(lane.id, lane.id, registry_).first->second;
}

void PollStore::write_lane(const Registry::Lane& lane) {
  const SourceSpec& spec = lane.spec.source;
  SQLite::Statement source(db_, "INSERT INTO source VALUES(?,?,?,?) ON CONFLICT DO NOTHING");
  bound(source, lane.source.value(), spec.kind, spec.name, spec.cluster.value()).exec();
  SQLite::Statement insert(db_, "INSERT INTO lane VALUES(?,?,?,?) ON CONFLICT DO NOTHING");
  bound(insert, lane.id.value(), lane.source.value(), lane.spec.name, lane.spec.interval.count()).exec();
  db_.exec("UPDATE meta SET value = value + 1 WHERE key = 'catalogue'");
}

std::int64_t PollStore::boot_id(const std::string& boot) {
  if (const auto it = boots_.find(boot); it != boots_.end()) return it->second;
  SQLite::Statement insert(db_, "INSERT INTO boot(name) VALUES(?)");
  bound(insert, boot).exec();
  return boots_[boot] = db_.getLastInsertRowid();
}

std::optional<PollStore::Stored> PollStore::store(const Poll& poll) {
  const auto lane = registry_.find(poll.lane);
  if (!lane) return std::nullopt;
  LaneState& state = state_of(*lane);
  const std::optional<LaneState::Last> before = state.last();
  LaneState::Step step = state.step(poll);
  write_poll(poll, step.seq);
  bound(hot_, lane->id.value(), step.seq);
  bind_blob(hot_, 3, step.row);
  hot_.exec();
  write_series(lane->id, step);
  write_events(lane->source, poll);
  states_.store(lane->source, poll, before);
  commits_.store(lane->source, poll, before);
  errors_.store(lane->id, step.seq, poll.errors);
  if (before)
    write_gaps(*lane, poll, *before);
  else
    write_gaps(*lane, poll, LaneState::Last{poll.wall, poll.mono, poll.boot});
  Stored stored{lane->spec.source, lane->spec.name, step.seq, step.unknown, std::nullopt};
  if ((step.seq + 1) % block_size == 0) stored.filled = Block{lane->id, step.seq / block_size};
  return stored;
}

void PollStore::write_poll(const Poll& poll, std::int64_t seq) {
  bound(poll_, poll.lane.value(), seq, ms(poll.wall), ms(poll.mono), boot_id(poll.boot), poll.took.count(),
        int{poll.cost.bytes_known}, poll.due, poll.answered, poll.cost.requests, poll.cost.bytes, poll.cost.cpu_us)
      .exec();
}

void PollStore::write_series(LaneId lane, const LaneState::Step& step) {
  for (const SeriesId id : step.born)
    if (const auto spec = registry_.find(lane, id))
      bound(born_, id.value(), lane.value(), spec->signal.value(), spec->object.value(), spec->unit, spec->scale10,
            step.seq)
          .exec();
  for (const SeriesId id : step.died) bound(died_, step.seq, id.value()).exec();
  for (const SeriesId id : step.revived) bound(revived_, id.value()).exec();
  if (!step.born.empty()) db_.exec("UPDATE meta SET value = value + 1 WHERE key = 'catalogue'");
}

void PollStore::write_events(SourceId source, const Poll& poll) {
  for (const Event& event : poll.events) {
    event_.reset();
    event_.bind(1, source.value());
    bind_time(event_, 2, event.lo);
    event_.bind(3, ms(event.hi));
    event_.bind(4, event.layer);
    event_.bind(5, event.kind);
    event_.bind(6, event.object.value());
    event_.bind(7, event.text.substr(0, max_event_text));
    event_.bind(8, event.severity);
    event_.exec();
  }
}

void PollStore::write_gaps(const Registry::Lane& lane, const Poll& poll, const LaneState::Last& last) {
  for (const Gap& gap : gaps_before(poll, last, lane.spec.interval))
    bound(gap_, lane.id.value(), ms(gap.from), ms(gap.to), static_cast<int>(gap.reason), gap.detail).exec();
}

}  // namespace tidemark
