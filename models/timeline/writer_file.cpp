// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/writer_file.h"

#include <algorithm>

#include "models/timeline/bundle_tables.h"
#include "models/timeline/read_limit.h"
#include "models/timeline/schema.h"

namespace tidemark {
namespace {
constexpr int passive_pages = (4 << 20) / 4096;
constexpr int truncate_pages = large_log_bytes / 4096;
constexpr int too_many_pages = (44 << 20) / 4096;
constexpr int busy_ms = 2000;
constexpr int reader_pause_ms = 50;
constexpr int reader_end_ms = 3000;  // longer than ReadLimit lets any of ours go on
constexpr int polls_between_prunes = 32;

// What kind of file is there, before anything is written beside it.
Result<int> identify_file(const std::string& path) {
  return guarded(path, [&]() -> Result<int> {
    SQLite::Database db(path, SQLite::OPEN_READONLY, busy_ms);
    TM_CHECK(refuse_bundle(db, path));
    return identify(db, path);
  });
}

void use_pragmas(SQLite::Database& db) {
  for (const char* pragma :
       {"PRAGMA synchronous = NORMAL", "PRAGMA secure_delete = OFF", "PRAGMA journal_size_limit = 16777216",
        "PRAGMA wal_autocheckpoint = 0", "PRAGMA cache_size = -16384", "PRAGMA temp_store = MEMORY"})
    db.exec(pragma);
}
}  // namespace

WriterFile::WriterFile(std::string path, WriterOptions options, WriterLock lock)
    : path_(std::move(path)),
      options_(std::move(options)),
      lock_(std::move(lock)),
      ballast_(path_, options_.ballast_bytes),
      db_(path_, SQLite::OPEN_READWRITE, busy_ms) {}

Result<std::unique_ptr<WriterFile>> WriterFile::open(const std::string& path, const WriterOptions& options) {
  TM_TRY(bool fresh, make_place(path));
  if (!fresh && options.must_not_exist)
    return fail(ErrorCode::input, "the timeline exists already", path,
                "choose another file, or append to it with --append");
  fresh = fresh || file_bytes(path) == 0;
  if (const auto network = network_file_system(path))
    return fail(ErrorCode::storage, "timelines do not work on a network file system (" + *network + ")", path,
                "choose a file on a local disk with --timeline");
  if (!fresh) TM_CHECK(identify_file(path));
  TM_TRY(WriterLock lock, WriterLock::take(path));
  return guarded(path, [&]() -> Result<std::unique_ptr<WriterFile>> {
    std::unique_ptr<WriterFile> file(new WriterFile(path, options, std::move(lock)));
    TM_CHECK(file->prepare(fresh));
    TM_CHECK(file->load());
    file->ballast_.take(options.min_free_bytes);
    return file;
  });
}

template <class Work>
Result<> WriterFile::transaction(Work&& work) {
  return guarded(path_, [&]() -> Result<> {
    SQLite::Transaction transaction(db_, SQLite::TransactionBehavior::IMMEDIATE);
    if (Result<> result = work(); !result) return result;
    transaction.commit();
    return {};
  });
}

Result<> WriterFile::prepare(bool fresh) {
  if (fresh) {
    db_.exec("PRAGMA page_size = 4096");
    db_.exec("PRAGMA journal_mode = WAL");
    create_schema(db_);
  } else {
    TM_TRY(const int schema, identify(db_, path_));
    db_.exec("PRAGMA journal_mode = WAL");
    TM_CHECK(migrate(db_, path_, schema, timeline_schema, migrations()));
  }
  use_pragmas(db_);
  sqlite3_wal_hook(
      db_.getHandle(),
      [](void* self, sqlite3*, const char*, int pages) {
        static_cast<WriterFile*>(self)->wal_pages_ = pages;
        return SQLITE_OK;
      },
      this);
  SQLite::Transaction transaction(db_, SQLite::TransactionBehavior::IMMEDIATE);
  store_retention(db_, options_.retention ? *options_.retention
                       : fresh            ? usual_retention(free_bytes(path_))
                                          : stored_retention(db_));
  db_.exec("INSERT INTO meta VALUES('generation', 0), ('catalogue', 0) ON CONFLICT DO NOTHING");
  transaction.commit();
  return {};
}

Result<> WriterFile::load() {
  if (!store_) {
    store_ = std::make_unique<PollStore>(db_, registry_);
    sealer_ = std::make_unique<Sealer>(db_);
    densifier_ = std::make_unique<Densifier>(db_, options_.dense_after);
    roller_ = std::make_unique<Roller>(db_);
    pruner_ = std::make_unique<Pruner>(db_, stored_retention(db_));
  }
  if (auto loaded = store_->load(); !loaded) {
    loaded.error().where = path_ + ", " + loaded.error().where;
    return loaded;
  }
  SQLite::Transaction transaction(db_, SQLite::TransactionBehavior::IMMEDIATE);
  sealer_->restart(store_->unsealed());
  transaction.commit();
  densifier_->look();
  roller_->restart();
  stats_.generation =
      static_cast<std::uint64_t>(number(db_, "SELECT value FROM meta WHERE key = 'generation'").value_or(0));
  stats_.polls = number(db_, "SELECT count(*) FROM poll").value_or(0);
  stale_ = false;
  return {};
}

// Room again is room for the ballast too.
bool WriterFile::has_room() {
  const std::int64_t ballast = no_room_ && !ballast_.held() ? 2 * ballast_.bytes() : 0;
  if (free_bytes(path_) < options_.min_free_bytes + ballast) return false;
  if (no_room_) ballast_.take(options_.min_free_bytes);
  no_room_ = false;
  return true;
}

Result<> WriterFile::begin() {
  if (!has_room())
    return fail(ErrorCode::storage, "the disk is nearly full: nothing is stored until there is room", path_,
                "free some space");
  return guarded(path_, [&]() -> Result<> {
    if (stale_) TM_CHECK(load());
    db_.exec("BEGIN IMMEDIATE");
    stale_ = true;
    return {};
  });
}

Result<> WriterFile::store(Poll& poll, std::vector<Committed>& committed) {
  return guarded(path_, [&]() -> Result<> {
    Lost batch{poll.wall, poll.wall, {}};
    if (const auto lost = lost_.find(poll.lane); lost != lost_.end()) {
      poll.gaps.push_back(
          Gap{lost->second.from, std::max(lost->second.to, poll.wall), Reason::collector_off, lost->second.why});
      // What tell_lost() said of it.
      SQLite::Statement drop(db_, "DELETE FROM gap WHERE lane = ? AND from_ms = ? AND detail GLOB 'not stored: *'");
      bound(drop, poll.lane.value(), ms(lost->second.from)).exec();
      batch.from = lost->second.from;
      lost_.erase(lost);
    }
    const auto [it, first] = batch_.try_emplace(poll.lane, batch);
    if (!first) it->second.to = poll.wall;
    const auto stored = store_->store(poll);
    if (!stored) return fail(ErrorCode::internal, "a poll of a lane that nobody asked for", path_);
    unknown_ += stored->unknown;
    if (stored->filled) filled_.push_back(*stored->filled);
    committed.push_back(Committed{stored->source, stored->lane, stored->seq, poll.wall, 0});
    return {};
  });
}

Result<> WriterFile::commit(std::vector<Committed>& committed) {
  return guarded(path_, [&]() -> Result<> {
    db_.exec("UPDATE meta SET value = value + 1 WHERE key = 'generation'");
    db_.exec("COMMIT");
    stale_ = false;
    ++stats_.generation;
    stats_.polls += static_cast<std::int64_t>(committed.size());
    stats_.error = unknown_ > 0 ? std::to_string(unknown_) + " samples belonged to no living series" : std::string();
    for (Committed& one : committed) one.generation = stats_.generation;
    batch_.clear();
    for (const PollStore::Block& block : filled_) sealer_->add(block);
    filled_.clear();
    polls_to_prune_ -= static_cast<int>(committed.size());
    return {};
  });
}

void WriterFile::lose(LaneId lane, LocalTime from, LocalTime to, const Error& why) {
  const auto [it, first] = lost_.try_emplace(lane, Lost{from, to, "not stored: " + why.what});
  if (!first) it->second.to = std::max(it->second.to, to);
}

void WriterFile::note_lost(const Poll& poll, const Error& why) { lose(poll.lane, poll.wall, poll.wall, why); }

void WriterFile::give_up(const Error& why) {
  stats_.error = why.line();
  for (const auto& [lane, times] : batch_) lose(lane, times.from, times.to, why);
  batch_.clear();
  filled_.clear();
  rollback();
  if (why.code != ErrorCode::storage || no_room_) return;
  no_room_ = true;
  if (!ballast_.held()) return;
  ballast_.release();
  tell_lost();
}

// SQLite may have ended the transaction by itself.
void WriterFile::rollback() {
  const auto result = guarded(path_, [&]() -> Result<> {
    if (sqlite3_get_autocommit(db_.getHandle()) == 0) db_.exec("ROLLBACK");
    return {};
  });
  if (!result) stats_.error = result.error().line();
}

// So that a reader sees why nothing comes any more, also when this program ends before there is room again.
void WriterFile::tell_lost() {
  const auto told = transaction([&]() -> Result<> {
    SQLite::Statement gap(db_,
                          "INSERT INTO gap(lane, from_ms, to_ms, reason, detail) SELECT id, ?, ?, ?, ? FROM lane "
                          "WHERE id = ?");
    for (const auto& [lane, lost] : lost_)
      bound(gap, ms(lost.from), ms(lost.to), static_cast<int>(Reason::collector_off), lost.why, lane.value()).exec();
    db_.exec("UPDATE meta SET value = value + 1 WHERE key = 'generation'");
    return {};
  });
  if (told) sqlite3_wal_checkpoint_v2(db_.getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

Result<bool> WriterFile::maintain(const Between& between) {
  const auto done = guarded(path_, [&]() -> Result<bool> {
    checkpoint();
    if (held_) return false;
    if (polls_to_prune_ <= 0) {
      if (pruner_->pending()) {
        TM_CHECK(transaction([&]() -> Result<> {
          pruner_->step();
          return {};
        }));
        return true;
      }
      polls_to_prune_ = polls_between_prunes;
      densifier_->look();
      if (pruner_->stuck() && !roller_->pending())
        stats_.error = "the timeline is at its size limit and nothing old is left to drop";
    }
    if (sealer_->pending()) {
      TM_CHECK(sealer_->prepare(between));
      TM_CHECK(transaction([&]() -> Result<> {
        if (sealer_->store()) roller_->add();
        return {};
      }));
    } else if (roller_->pending()) {
      TM_CHECK(roller_->prepare(between));
      TM_CHECK(transaction([&]() -> Result<> {
        roller_->store();
        return {};
      }));
      if (!roller_->pending()) polls_to_prune_ = 0;  // what is in buckets now may go
      return true;
    } else if (densifier_->pending()) {
      TM_CHECK(transaction([&]() -> Result<> {
        densifier_->step();
        return {};
      }));
    }
    return sealer_->pending() || roller_->pending() || densifier_->pending();
  });
  if (!done) {
    roller_->restart();
    stats_.error = done.error().line();
    stale_ = stale_ || done.error().code != ErrorCode::damaged;
  }
  return done;
}

// Of our own: one that stands at a row would be a reader that never ends.
void WriterFile::reset_statements() {
  sqlite3* const db = db_.getHandle();
  for (sqlite3_stmt* one = sqlite3_next_stmt(db, nullptr); one != nullptr; one = sqlite3_next_stmt(db, one))
    if (sqlite3_stmt_busy(one) != 0) sqlite3_reset(one);
}

// PASSIVE at 4 MB and again after every further 4 MB; from 32 MB on TRUNCATE, which waits a moment for readers, and
// from 44 MB on until ours have ended. Another program's may last: then upkeep waits, polls do not.
void WriterFile::checkpoint() {
  if (wal_pages_ < checkpointed_pages_) checkpointed_pages_ = 0;
  if (wal_pages_ < truncate_pages) held_ = false;
  if (wal_pages_ - checkpointed_pages_ < passive_pages) return;
  sqlite3* const db = db_.getHandle();
  checkpointed_pages_ = wal_pages_;
  reset_statements();
  if (wal_pages_ < truncate_pages) {
    sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return;
  }
  const bool too_many = wal_pages_ >= too_many_pages;
  sqlite3_busy_timeout(db, too_many ? reader_end_ms : reader_pause_ms);
  const bool done = sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK;
  sqlite3_busy_timeout(db, busy_ms);
  if (done) wal_pages_ = checkpointed_pages_ = 0;
  held_ = !done && too_many;
}

WriterStats WriterFile::stats() {
  if (held_ && stats_.error.empty())
    stats_.error = "another program has been reading the timeline for long: its upkeep waits";
  stats_.file_bytes = file_bytes(path_);
  stats_.wal_bytes = file_bytes(path_ + "-wal");
  return stats_;
}

Result<> WriterFile::close() {
  sqlite3_wal_checkpoint_v2(db_.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  return {};
}

}  // namespace tidemark
