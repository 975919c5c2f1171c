// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/trackers.h"

#include <algorithm>
#include <tuple>

namespace tidemark {
namespace {
constexpr std::size_t max_error_text = 2000;

std::string key_of(SourceId source, std::string_view object, std::string_view aspect) {
  std::string key = std::to_string(source.value());
  key += '\n';
  key += object;
  key += '\n';
  key += aspect;
  return key;
}

void bind_text(SQLite::Statement& statement, int index, const std::optional<std::string>& text) {
  if (text)
    statement.bind(index, *text);
  else
    statement.bind(index);
}
}  // namespace

StateTracker::StateTracker(SQLite::Database& db)
    : insert_(db, "INSERT INTO state(source, object, aspect, from_lo, from_hi, value, detail) VALUES(?,?,?,?,?,?,?)"),
      close_(db, "UPDATE state SET \"to\" = ? WHERE id = ?"),
      db_(db) {}

void StateTracker::load() {
  open_.clear();
  SQLite::Statement rows(db_, "SELECT id, source, object, aspect, value, detail FROM state WHERE \"to\" IS NULL");
  while (rows.executeStep()) {
    Open& open =
        open_[key_of(SourceId(rows.getColumn(1).getInt64()), text_of(rows.getColumn(2)), text_of(rows.getColumn(3)))];
    open.row = rows.getColumn(0).getInt64();
    if (!rows.getColumn(4).isNull()) open.value = text_of(rows.getColumn(4));
    open.detail = text_of(rows.getColumn(5));
  }
}

void StateTracker::store(SourceId source, const Poll& poll, const std::optional<LaneState::Last>& before) {
  for (const StateSample& sample : poll.states) {
    const auto [it, fresh] = open_.try_emplace(key_of(source, sample.object.value(), sample.aspect));
    Open& open = it->second;
    if (fresh) {
      // First sight: the change came after the last poll only if that one saw everything.
      const bool bounded = before && before->complete;
      change(source, sample, bounded ? std::optional(before->wall) : std::nullopt, poll.wall, open);
    } else if (open.value != sample.value || open.detail != sample.detail) {
      bound(close_, ms(poll.wall), open.row).exec();
      const auto seen = open.seen ? open.seen : before ? std::optional(before->wall) : std::nullopt;
      change(source, sample, seen, poll.wall, open);
    }
    open.seen = poll.wall;
  }
}

void StateTracker::change(SourceId source, const StateSample& sample, std::optional<LocalTime> from_lo, LocalTime now,
                          Open& open) {
  insert_.reset();
  insert_.bind(1, source.value());
  insert_.bind(2, sample.object.value());
  insert_.bind(3, sample.aspect);
  bind_time(insert_, 4, from_lo);
  insert_.bind(5, ms(now));
  bind_text(insert_, 6, sample.value);
  insert_.bind(7, sample.detail);
  insert_.exec();
  open.row = db_.getLastInsertRowid();
  open.value = sample.value;
  open.detail = sample.detail;
}

ErrorTracker::ErrorTracker(SQLite::Database& db)
    : insert_(db, "INSERT INTO poll_error(lane, first, scope, reason, text, denied) VALUES(?,?,?,?,?,?)"),
      close_(db, "UPDATE poll_error SET last = ? WHERE id = ?"),
      db_(db) {}

void ErrorTracker::load() {
  open_.clear();
  SQLite::Statement rows(db_, "SELECT id, lane, scope, reason, text, denied FROM poll_error WHERE last IS NULL");
  while (rows.executeStep())
    open_[LaneId(rows.getColumn(1).getInt64())].emplace(
        Key(text_of(rows.getColumn(2)), static_cast<Reason>(rows.getColumn(3).getInt()), text_of(rows.getColumn(4)),
            rows.getColumn(5).getInt() != 0),
        rows.getColumn(0).getInt64());
}

void ErrorTracker::store(LaneId lane, std::int64_t seq, const std::vector<PollError>& errors) {
  std::map<Key, std::int64_t>& open = open_[lane];
  std::map<Key, std::int64_t> now;
  for (const PollError& error : errors) {
    const Key key(error.scope, error.reason, error.text.substr(0, max_error_text), error.denied);
    if (const auto old = open.find(key); old != open.end()) {
      now.insert(open.extract(old));
      continue;
    }
    if (now.contains(key)) continue;
    bound(insert_, lane.value(), seq, error.scope, static_cast<int>(error.reason), std::get<2>(key), int{error.denied})
        .exec();
    now.emplace(key, db_.getLastInsertRowid());
  }
  for (const auto& [key, row] : open) bound(close_, seq - 1, row).exec();
  open = std::move(now);
}

}  // namespace tidemark
