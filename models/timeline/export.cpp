// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <tuple>

#include "models/timeline/schema.h"
#include "models/timeline/text.h"

namespace tidemark {
namespace {
constexpr std::size_t lives_at_once = 2000;

std::string q(std::string_view text) { return json_string(text); }
std::string at(std::int64_t wall) { return q(rfc3339(local_time(wall))); }
std::string at_or_null(const SQLite::Column& column) { return column.isNull() ? "null" : at(column.getInt64()); }
std::string reason_at(const SQLite::Column& column) {
  const int value = column.getInt();
  return q(value > 0 && value < reason_count ? word(static_cast<Reason>(value)) : "");
}

std::string lane_fields(const LaneSpec& spec) {
  return fmt::format("\"cluster\":{},\"source\":{},\"lane\":{}", q(spec.source.cluster.value()), q(spec.source.name),
                     q(spec.name));
}
}  // namespace

Result<> TimelineExport::finished() {
  out_.flush();
  if (!out_) return fail(ErrorCode::storage, "the export could not be written", {}, "free some space");
  return {};
}

Result<> TimelineExport::ndjson() {
  out_ << "{\"type\":\"timeline\",\"schema\":1}\n";
  write_sources();
  for (const Lane& lane : lanes()) {
    write_lane(lane);
    write_polls(lane);
    write_errors(lane);
    write_gaps(lane);
    const std::string head = "{\"type\":\"sample\"," + lane_fields(lane.spec);
    TM_CHECK(samples(lane, [&](const Lane&, const Life& life, std::int64_t seq, std::int64_t wall, std::int64_t value,
                               Reason reason) {
      out_ << head << ",\"signal\":" << q(life.spec.signal.value()) << ",\"object\":" << q(life.spec.object.value())
           << ",\"seq\":" << seq << ",\"at\":" << at(wall);
      if (reason == Reason::none)
        out_ << ",\"value\":" << decimal(value, life.spec.scale10) << "}\n";
      else
        out_ << ",\"value\":null,\"value_reason\":" << q(word(reason)) << "}\n";
    }));
  }
  write_states();
  write_events();
  write_commits();
  return finished();
}

Result<> TimelineExport::csv() {
  out_ << "cluster,source,lane,signal,object,unit,seq,at,value,reason\n";
  for (const Lane& lane : lanes()) {
    const std::string head = fmt::format("{},{},{}", csv_cell(lane.spec.source.cluster.value()),
                                         csv_cell(lane.spec.source.name), csv_cell(lane.spec.name));
    TM_CHECK(samples(lane, [&](const Lane&, const Life& life, std::int64_t seq, std::int64_t wall, std::int64_t value,
                               Reason reason) {
      out_ << head << ',' << csv_cell(life.spec.signal.value()) << ',' << csv_cell(life.spec.object.value()) << ','
           << csv_cell(life.spec.unit) << ',' << seq << ',' << rfc3339(local_time(wall)) << ','
           << (reason == Reason::none ? decimal(value, life.spec.scale10) : std::string()) << ',' << word(reason)
           << '\n';
    }));
  }
  return finished();
}

std::vector<TimelineExport::Lane> TimelineExport::lanes() {
  std::vector<Lane> lanes;
  SQLite::Statement rows(
      db_,
      "SELECT l.id, s.kind, s.name, s.cluster, l.name, l.interval_ms FROM lane l JOIN source s ON s.id = l.source");
  while (rows.executeStep())
    lanes.push_back({LaneId(rows.getColumn(0).getInt64()),
                     LaneSpec{SourceSpec{text_of(rows.getColumn(1)), text_of(rows.getColumn(2)),
                                         ClusterName(text_of(rows.getColumn(3)))},
                              text_of(rows.getColumn(4)), Millis(rows.getColumn(5).getInt64())}});
  std::ranges::sort(lanes, {}, &Lane::spec);
  return lanes;
}

std::vector<TimelineExport::Life> TimelineExport::lives(LaneId lane) {
  std::vector<Life> lives;
  SQLite::Statement rows(db_, "SELECT id, signal, object, unit, scale10, born, died FROM series WHERE lane = ?");
  rows.bind(1, lane.value());
  while (rows.executeStep())
    lives.push_back({SeriesId(rows.getColumn(0).getInt64()),
                     SeriesSpec{Signal(text_of(rows.getColumn(1))), Object(text_of(rows.getColumn(2))),
                                text_of(rows.getColumn(3)), rows.getColumn(4).getInt()},
                     rows.getColumn(5).getInt64(), number_or_null(rows.getColumn(6))});
  std::ranges::sort(lives,
                    [](const Life& a, const Life& b) { return std::tie(a.spec, a.born) < std::tie(b.spec, b.born); });
  return lives;
}

void TimelineExport::write_sources() {
  SQLite::Statement rows(db_, "SELECT kind, name, cluster FROM source ORDER BY kind, name, cluster");
  while (rows.executeStep())
    out_ << "{\"type\":\"source\",\"kind\":" << q(text_of(rows.getColumn(0)))
         << ",\"name\":" << q(text_of(rows.getColumn(1))) << ",\"cluster\":" << q(text_of(rows.getColumn(2))) << "}\n";
}

void TimelineExport::write_lane(const Lane& lane) {
  const std::string fields = lane_fields(lane.spec);
  out_ << "{\"type\":\"lane\"," << fields << ",\"interval_ms\":" << lane.spec.interval.count() << "}\n";
  for (const Life& life : lives(lane.id)) {
    out_ << "{\"type\":\"series\"," << fields << ",\"signal\":" << q(life.spec.signal.value())
         << ",\"object\":" << q(life.spec.object.value()) << ",\"unit\":" << q(life.spec.unit)
         << ",\"scale10\":" << life.spec.scale10 << ",\"born\":" << life.born
         << ",\"died\":" << (life.died ? std::to_string(*life.died) : "null") << "}\n";
  }
}

void TimelineExport::write_polls(const Lane& lane) {
  const std::string fields = lane_fields(lane.spec);
  SQLite::Statement rows(
      db_,
      "SELECT seq, wall_ms, mono_ms, b.name, took_ms, due, answered, requests, bytes, cpu_us, flags FROM poll p "
      "JOIN boot b ON b.id = p.boot WHERE lane = ? AND wall_ms BETWEEN ? AND ? ORDER BY seq");
  bound(rows, lane.id.value(), from_, to_);
  while (rows.executeStep()) {
    const auto whole = [&](int column) { return rows.getColumn(column).getInt64(); };
    out_ << fmt::format(
        "{{\"type\":\"poll\",{},\"interval_ms\":{},\"seq\":{},\"at\":{},\"mono_ms\":{},\"boot\":{},\"took_ms\":{},"
        "\"due\":{},"
        "\"answered\":{},\"requests\":{},\"bytes\":{},\"cpu_us\":{}}}\n",
        fields, lane.spec.interval.count(), whole(0), at(whole(1)), whole(2), q(text_of(rows.getColumn(3))), whole(4),
        whole(5), whole(6), whole(7), (whole(10) & 1) != 0 ? std::to_string(whole(8)) : "null", whole(9));
  }
}

void TimelineExport::write_errors(const Lane& lane) {
  SQLite::Statement rows(
      db_,
      "SELECT first, last, scope, reason, text, denied FROM poll_error e WHERE lane = ?1 AND EXISTS (SELECT 1 FROM "
      "poll "
      "WHERE lane = ?1 AND wall_ms BETWEEN ?2 AND ?3 AND seq BETWEEN e.first AND ifnull(e.last, seq)) "
      "ORDER BY first, scope, reason, text, denied");
  bound(rows, lane.id.value(), from_, to_);
  while (rows.executeStep())
    out_ << fmt::format(
        "{{\"type\":\"error\",{},\"first_seq\":{},\"last_seq\":{},\"scope\":{},\"reason\":{},\"text\":{},\"denied\":{}}"
        "}\n",
        lane_fields(lane.spec), rows.getColumn(0).getInt64(),
        rows.getColumn(1).isNull() ? "null" : std::to_string(rows.getColumn(1).getInt64()),
        q(text_of(rows.getColumn(2))), reason_at(rows.getColumn(3)), q(text_of(rows.getColumn(4))),
        rows.getColumn(5).getInt() != 0);
}

void TimelineExport::write_gaps(const Lane& lane) {
  SQLite::Statement rows(
      db_,
      "SELECT from_ms, to_ms, reason, detail FROM gap WHERE lane = ? AND to_ms >= ? AND from_ms <= ? "
      "ORDER BY from_ms, to_ms, reason, detail");
  bound(rows, lane.id.value(), from_, to_);
  while (rows.executeStep())
    out_ << fmt::format("{{\"type\":\"gap\",{},\"from\":{},\"to\":{},\"reason\":{},\"detail\":{}}}\n",
                        lane_fields(lane.spec), at(rows.getColumn(0).getInt64()), at(rows.getColumn(1).getInt64()),
                        reason_at(rows.getColumn(2)), q(text_of(rows.getColumn(3))));
}

void TimelineExport::write_states() {
  SQLite::Statement rows(
      db_,
      "SELECT s.cluster, s.name, object, aspect, from_lo, from_hi, \"to\", value, detail FROM state t "
      "JOIN source s ON s.id = t.source WHERE from_hi <= ?2 AND (\"to\" IS NULL OR \"to\" > ?1) "
      "ORDER BY s.cluster, s.kind, s.name, object, aspect, from_hi, t.id");
  bound(rows, from_, to_);
  while (rows.executeStep())
    out_ << fmt::format(
        "{{\"type\":\"state\",\"cluster\":{},\"source\":{},\"object\":{},\"aspect\":{},\"from_lo\":{},\"from_hi\":{},"
        "\"to\":{},"
        "\"value\":{},\"detail\":{}}}\n",
        q(text_of(rows.getColumn(0))), q(text_of(rows.getColumn(1))), q(text_of(rows.getColumn(2))),
        q(text_of(rows.getColumn(3))), at_or_null(rows.getColumn(4)), at(rows.getColumn(5).getInt64()),
        at_or_null(rows.getColumn(6)), rows.getColumn(7).isNull() ? "null" : q(text_of(rows.getColumn(7))),
        q(text_of(rows.getColumn(8))));
}

void TimelineExport::write_events() {
  SQLite::Statement rows(
      db_,
      "SELECT s.cluster, lo, hi, layer, t.kind, object, text, severity FROM event t LEFT JOIN source s ON s.id = "
      "t.source "
      "WHERE hi BETWEEN ? AND ? ORDER BY hi, lo, s.cluster, s.name, layer, t.kind, object, text, severity, t.id");
  bound(rows, from_, to_);
  while (rows.executeStep())
    out_ << fmt::format(
        "{{\"type\":\"event\",\"cluster\":{},\"at_lo\":{},\"at_hi\":{},\"layer\":{},\"kind\":{},\"object\":{},\"text\":"
        "{},\"severity\":{}}}\n",
        rows.getColumn(0).isNull() ? "null" : q(text_of(rows.getColumn(0))), at_or_null(rows.getColumn(1)),
        at(rows.getColumn(2).getInt64()), q(text_of(rows.getColumn(3))), q(text_of(rows.getColumn(4))),
        q(text_of(rows.getColumn(5))), q(text_of(rows.getColumn(6))), q(text_of(rows.getColumn(7))));
}

void TimelineExport::write_commits() {
  if (number(db_, "PRAGMA user_version").value_or(0) < schema_with_commits) return;
  SQLite::Statement rows(
      db_,
      "SELECT s.cluster, t.\"table\", snapshot_id, parent_id, committed_ms, seen_lo, seen_hi, operation, commit_id, "
      "added_records, valid_through_ms, partial, evidence, t.id FROM snapshot t JOIN source s ON s.id = t.source "
      "WHERE seen_hi BETWEEN ? AND ? ORDER BY s.cluster, s.kind, s.name, t.\"table\", seen_hi, t.id");
  bound(rows, from_, to_);
  SQLite::Statement ranges(db_,
                           "SELECT topic, partition, \"from\", \"to\" FROM commit_range WHERE snapshot = ? ORDER BY 1, "
                           "2, 3");
  while (rows.executeStep()) {
    const auto text = [&](int i) { return rows.getColumn(i).isNull() ? "null" : q(text_of(rows.getColumn(i))); };
    const auto added = number_or_null(rows.getColumn(9));
    const int told = rows.getColumn(11).getInt();
    const std::string_view partial = told == partial_not_told ? "null" : told != 0 ? "true" : "false";
    out_ << fmt::format(
        "{{\"type\":\"commit\",\"cluster\":{},\"table\":{},\"snapshot_id\":{},\"parent_id\":{},\"committed_at\":{},"
        "\"seen_lo\":{},\"seen_hi\":{},\"operation\":{},\"commit_id\":{},\"added_records\":{},\"valid_through\":{},"
        "\"partial\":{},\"evidence\":{},\"ranges\":[",
        text(0), text(1), text(2), text(3), at_or_null(rows.getColumn(4)), at_or_null(rows.getColumn(5)),
        at(rows.getColumn(6).getInt64()), text(7), text(8), added ? std::to_string(*added) : "null",
        at_or_null(rows.getColumn(10)), partial,
        q(word(static_cast<Evidence>(std::clamp(rows.getColumn(12).getInt(), 0, 3)))));
    bound(ranges, rows.getColumn(13).getInt64());
    for (const char* comma = ""; ranges.executeStep(); comma = ",")
      out_ << comma << '[' << q(text_of(ranges.getColumn(0))) << ',' << ranges.getColumn(1).getInt() << ','
           << ranges.getColumn(2).getInt64() << ',' << ranges.getColumn(3).getInt64() << ']';
    out_ << "]}\n";
  }
}

Result<> TimelineExport::samples_of(const Lane& lane, const std::vector<Life>& all, const SampleLine& line) {
  SQLite::Statement blocks(db_,
                           "SELECT DISTINCT seq / ? FROM poll WHERE lane = ? AND wall_ms BETWEEN ? AND ? ORDER BY 1");
  bound(blocks, block_size, lane.id.value(), from_, to_);
  while (blocks.executeStep())
    for (std::size_t i = 0; i < all.size(); i += lives_at_once)
      TM_CHECK(block_samples(lane, blocks.getColumn(0).getInt64(),
                             std::span(all).subspan(i, std::min(lives_at_once, all.size() - i)), line));
  return {};
}

Result<> TimelineExport::block_samples(const Lane& lane, std::int64_t block, std::span<const Life> lives,
                                       const SampleLine& line) {
  std::vector<std::pair<std::int64_t, std::int64_t>> polls;  // seq, wall
  BlockReader::Positions positions;
  positions.fill(-1);
  SQLite::Statement rows(
      db_,
      "SELECT seq, wall_ms FROM poll WHERE lane = ? AND seq BETWEEN ? AND ? AND wall_ms BETWEEN ? AND ? ORDER BY seq");
  bound(rows, lane.id.value(), block * block_size, (block + 1) * block_size - 1, from_, to_);
  while (rows.executeStep()) {
    positions.at(static_cast<std::size_t>(rows.getColumn(0).getInt64() - block * block_size)) =
        static_cast<std::int32_t>(polls.size());
    polls.emplace_back(rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64());
  }
  std::vector<std::int64_t> values(lives.size() * polls.size());
  std::vector<Reason> reasons(values.size(), Reason::never_polled);
  BlockReader::Targets targets;
  for (std::size_t i = 0; i < lives.size(); ++i)
    targets[lives[i].id] = BlockReader::Target{std::span(values).subspan(i * polls.size(), polls.size()),
                                               std::span(reasons).subspan(i * polls.size(), polls.size()), nullptr};
  TM_CHECK(blocks_.read(lane.id, block, positions, targets));
  for (std::size_t i = 0; i < lives.size(); ++i)
    for (std::size_t k = 0; k < polls.size(); ++k)
      if (polls[k].first >= lives[i].born && (!lives[i].died || polls[k].first <= *lives[i].died))
        line(lane, lives[i], polls[k].first, polls[k].second, values[i * polls.size() + k],
             reasons[i * polls.size() + k]);
  if (!out_) return finished();
  return {};
}

}  // namespace tidemark
