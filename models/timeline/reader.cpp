// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/reader.h"

#include <atomic>
#include <optional>
#include <ostream>
#include <streambuf>

#include "models/timeline/block_reader.h"
#include "models/timeline/catalogue.h"
#include "models/timeline/check.h"
#include "models/timeline/export.h"
#include "models/timeline/info.h"
#include "models/timeline/level_loader.h"
#include "models/timeline/read_file.h"
#include "models/timeline/read_limit.h"
#include "models/timeline/snapshot_loader.h"

namespace tidemark {
namespace {
// Everything within sees one state of the file. Ends also when an interrupt hits the end itself.
class ReadTransaction final {
 public:
  explicit ReadTransaction(SQLite::Database& db) : db_(db) { db_.exec("BEGIN"); }
  ~ReadTransaction() {
    while (sqlite3_get_autocommit(db_.getHandle()) == 0)
      sqlite3_exec(db_.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  SQLite::Database& db_;
};

// What is written through it is read by somebody who may be slow: a look at the limit with each piece.
class LimitedBuffer final : public std::streambuf {
 public:
  LimitedBuffer(std::streambuf* to, std::function<void()> look) : to_(to), look_(std::move(look)) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    look_();
    return to_->sputn(text, size);
  }
  int_type overflow(int_type character) override {
    return traits_type::eq_int_type(character, traits_type::eof()) ? traits_type::not_eof(character)
                                                                   : to_->sputc(traits_type::to_char_type(character));
  }
  int sync() override { return to_->pubsync(); }

 private:
  std::streambuf* to_;
  std::function<void()> look_;
};

class Reader final : public TimelineReader {
 public:
  Reader(std::string path, ReadFile file)
      : path_(std::move(path)), file_(std::move(file)), blocks_(*file_.db, cancelled_) {
    if (!file_.deadline) limit_.emplace(*file_.db, path_);
  }

  Result<std::shared_ptr<const Snapshot>> load(const SnapshotRequest& request) override {
    return read([&]() -> Result<std::shared_ptr<const Snapshot>> {
      return SnapshotLoader(*file_.db, catalogue_, blocks_, crossings_, request).load();
    });
  }

  Result<std::vector<LevelReach>> levels() override {
    return read([&]() -> Result<std::vector<LevelReach>> { return level_reaches(*file_.db, file_.schema); });
  }
  Result<std::shared_ptr<const LevelData>> load_level(const LevelRequest& request) override {
    if (request.level == Grain::raw) return fail(ErrorCode::internal, "samples are no buckets", path_);
    return read([&]() -> Result<std::shared_ptr<const LevelData>> {
      TM_TRY(auto data, LevelLoader(*file_.db, file_.schema, catalogue_, blocks_, cancelled_, request).load());
      data->beside = SnapshotLoader(*file_.db, catalogue_, blocks_, crossings_, request.of).load_beside();
      return data;
    });
  }

  void cancel() override {
    cancelled_ = true;
    sqlite3_interrupt(file_.db->getHandle());
  }

  Result<std::uint64_t> generation() override {
    if (file_.deadline) file_.deadline->restart();
    return guarded(path_, [&]() -> Result<std::uint64_t> {
      return static_cast<std::uint64_t>(
          number(*file_.db, "SELECT value FROM meta WHERE key = 'generation'").value_or(0));
    });
  }

  Result<std::vector<Column>> catalogue() override {
    return read([&]() -> Result<std::vector<Column>> {
      std::vector<Column> columns;
      for (const CatalogueColumn& column : catalogue_.columns)
        columns.push_back(Column{column.lives.back(), column.lane, column.spec, {}, {}});
      return columns;
    });
  }

  Result<TimelineReach> reach() override {
    return read([&]() -> Result<TimelineReach> {
      TM_TRY(TimelineReach reach, timeline_reach(*file_.db, path_, file_.schema));
      reach.bundle = file_.bundle;
      return reach;
    });
  }

  Result<TimelineInfo> info() override {
    return read([&]() -> Result<TimelineInfo> {
      TM_TRY(TimelineInfo info, timeline_info(*file_.db, path_, file_.schema));
      info.bundle = file_.bundle;
      return info;
    });
  }
  Result<std::vector<TimelineFault>> check() override {
    return read([&] { return TimelineCheck(*file_.db, file_.schema, cancelled_).run(); });
  }
  Result<> export_ndjson(std::ostream& out, LocalTime from, LocalTime to) override {
    return export_to(out, [&](std::ostream& o) { return TimelineExport(*file_.db, blocks_, o, from, to).ndjson(); });
  }
  Result<> export_csv(std::ostream& out, LocalTime from, LocalTime to) override {
    return export_to(out, [&](std::ostream& o) { return TimelineExport(*file_.db, blocks_, o, from, to).csv(); });
  }
  Result<> export_openmetrics(std::ostream& out, LocalTime from, LocalTime to) override {
    return export_to(out,
                     [&](std::ostream& o) { return TimelineExport(*file_.db, blocks_, o, from, to).openmetrics(); });
  }

 private:
  // One read transaction around `work`, with a fresh catalogue; begun anew where the writer's log grew too large for
  // it.
  template <class Work>
  auto read(Work&& work, int attempts = read_attempts) -> decltype(work()) {
    cancelled_ = false;
    if (file_.deadline) file_.deadline->restart();
    for (int attempt = 0;; ++attempt) {
      if (limit_) limit_->begin(read_time(attempt));
      auto result = guarded(path_, [&]() -> decltype(work()) {
        const ReadTransaction transaction(*file_.db);
        catalogue_.refresh(*file_.db);
        return work();
      });
      if (!result && limit_ && limit_->ended() && !cancelled_) {
        if (attempt + 1 >= attempts) return too_long();
        limit_->wait_for_writer(cancelled_);
        continue;
      }
      if (!result && file_.deadline && file_.deadline->passed())
        result.error() =
            Error{ErrorCode::damaged, "reading takes longer than any bundle needs", {}, "ask for a new copy"};
      if (!result && result.error().code == ErrorCode::damaged)
        result.error().where =
            result.error().where.empty() || result.error().where == path_ ? path_ : path_ + ", " + result.error().where;
      return result;
    }
  }
  // Once: what is written is out.
  template <class Write>
  Result<> export_to(std::ostream& out, Write&& write) {
    LimitedBuffer buffer(out.rdbuf(), [this] {
      if (limit_) limit_->check();
      if (file_.deadline) file_.deadline->restart();
    });
    std::ostream limited(&buffer);
    limited.exceptions(std::ios::badbit);  // so that what the limit throws arrives
    const auto written = [&]() -> Result<> {
      try {
        return write(limited);
      } catch (const std::ios_base::failure&) {
        return {};  // nobody reads any more: `out` says so
      }
    };
    const Result<> done = read(written, 1);
    if (!limited.good()) out.setstate(std::ios::badbit);
    return done;
  }
  std::unexpected<Error> too_long() const {
    return fail(ErrorCode::storage, "so much is being written that this reading would hold it up for too long", path_,
                "ask for a shorter window, or again when less is written");
  }

  std::string path_;
  ReadFile file_;
  Catalogue catalogue_;
  CrossingCache crossings_;
  std::atomic<bool> cancelled_ = false;
  std::optional<ReadLimit> limit_;  // none of a foreign file: nobody writes to it
  BlockReader blocks_;
};
}  // namespace

Result<std::unique_ptr<TimelineReader>> TimelineReader::open(const std::string& path, Origin origin) {
  TM_TRY(ReadFile file, open_for_reading(path, origin));
  return guarded(path, [&]() -> Result<std::unique_ptr<TimelineReader>> {
    return std::make_unique<Reader>(path, std::move(file));
  });
}

}  // namespace tidemark
