// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "models/timeline/bundle/bundle.h"
#include "models/timeline/bundle/entries.h"
#include "models/timeline/bundle/manifest.h"
#include "models/timeline/bundle/samples.h"
#include "models/timeline/bundle/sha256.h"
#include "models/timeline/bundle_tables.h"
#include "models/timeline/place.h"
#include "models/timeline/read_file.h"
#include "models/timeline/schema.h"

namespace tidemark {
namespace {
constexpr std::int64_t least_free_bytes = 64 << 20;

// A file under another name until it is whole: gone with this object unless it was kept.
class PartFile final {
 public:
  static Result<PartFile> make(const std::string& file) {
    std::error_code error;
    if (std::filesystem::exists(file, error))
      return fail(ErrorCode::input, "the file exists already", file, "choose another name with -o");
    const std::string part = file + ".part";
    std::filesystem::remove(part, error);  // of a run that was killed
    TM_TRY(const bool made, make_place(part));
    if (!made)
      return fail(ErrorCode::storage, "another program makes this bundle", file, "choose another name with -o");
    if (free_bytes(part) < least_free_bytes) {
      std::filesystem::remove(part, error);
      return fail(ErrorCode::storage, "the disk is nearly full", file, "free some space");
    }
    return PartFile(part);
  }
  PartFile(PartFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  PartFile& operator=(PartFile&&) = delete;
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  ~PartFile() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
  }
  const std::string& path() const { return path_; }
  Result<> keep_as(const std::string& file) {
    const int opened = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened >= 0) {
      ::fsync(opened);
      ::close(opened);
    }
    std::error_code error;
    std::filesystem::rename(path_, file, error);
    if (error) return fail(ErrorCode::storage, "cannot be named: " + error.message(), file, "choose another place");
    path_.clear();
    return {};
  }

 private:
  explicit PartFile(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

struct Window {
  LocalTime from, to;
};

// What is asked for, within what there are samples of.
Result<Window> window_of(SQLite::Database& db, const BundleWish& wish, const std::string& timeline) {
  const auto oldest = number(db, "SELECT min(wall_ms) FROM poll"), newest = number(db, "SELECT max(wall_ms) FROM poll");
  if (!oldest || !newest)
    return fail(ErrorCode::no_data, "the timeline has no poll", timeline, "collect first, or import a story");
  const Window window{wish.from.value_or(local_time(*oldest)), wish.to.value_or(local_time(*newest))};
  if (window.from > window.to)
    return fail(ErrorCode::usage, "the window ends before it begins", "--from, --to", "swap them");
  SQLite::Statement any(db, "SELECT 1 FROM poll WHERE wall_ms BETWEEN ? AND ? LIMIT 1");
  if (bound(any, ms(window.from), ms(window.to)).executeStep()) return window;
  return fail(ErrorCode::no_data,
              "there are no samples in this window; the timeline has some from " + rfc3339(local_time(*oldest)) +
                  " to " + rfc3339(local_time(*newest)),
              timeline, "choose another --from and --to");
}

BundleFacts facts_of(SQLite::Database& db, const BundleWish& wish, const std::string& timeline, const Window& window,
                     const Redactor& redactor) {
  BundleFacts facts;
  facts.tool = wish.tool;
  facts.author = wish.author;
  facts.timeline = std::filesystem::path(timeline).filename().string();
  facts.made = wish.made;
  facts.from = window.from;
  facts.to = window.to;
  facts.names_kept = wish.keep_names;
  facts.hosts = redactor.names().count("host");
  facts.principals = redactor.names().count("principal");
  facts.client_ids = redactor.names().count("client-id");
  facts.secrets = redactor.secrets();
  SQLite::Statement polls(db, "SELECT sum(due), sum(answered) FROM poll WHERE wall_ms BETWEEN ? AND ?");
  bound(polls, ms(window.from), ms(window.to)).executeStep();
  facts.due = polls.getColumn(0).getInt64();
  facts.answered = polls.getColumn(1).getInt64();
  return facts;
}

void prepare(SQLite::Database& db) {
  // Whole or not at all: a file that is not whole is removed.
  for (const char* pragma : {"PRAGMA page_size = 4096", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF",
                             "PRAGMA temp_store = MEMORY"})
    db.exec(pragma);
  create_schema(db);
  for (const std::string_view statement : bundle_statements()) db.exec(std::string(statement));
}

Result<> fill(ReadFile& from, SQLite::Database& into, const std::string& timeline, const BundleWish& wish,
              const std::stop_token& stop, Redactor& redactor) {
  int told = -1;
  const auto progress = [&](double share) {
    if (from.deadline) from.deadline->restart();
    if (const int percent = static_cast<int>(100 * share); percent != told && wish.progress)
      wish.progress(told = percent);
  };
  TM_TRY(const Window window, window_of(*from.db, wish, timeline));
  into.exec("BEGIN");
  redactor.learn(*from.db);
  const std::vector<LaneCut> lanes = Cut(*from.db, from.schema, into, redactor, window.from, window.to).rows();
  TM_CHECK(SampleCut(*from.db, into, stop, progress).copy(lanes));
  write_entries(into, entries_of_window(wish.entries, window.from, window.to), redactor);
  write_manifest(into, facts_of(into, wish, timeline, window, redactor));
  into.exec("COMMIT");
  return {};
}
}  // namespace

Result<BundleMade> create_bundle(const std::string& timeline, const std::string& file, const BundleWish& wish,
                                 const std::stop_token& stop) {
  TM_TRY(ReadFile from, open_for_reading(timeline, TimelineReader::Origin::own));
  TM_TRY(PartFile part, PartFile::make(file));
  Redactor redactor(wish.secrets, wish.keep_names, random_salt());
  auto filled = guarded(file, [&]() -> Result<> {
    from.db->exec("BEGIN");
    SQLite::Database into(part.path(), SQLite::OPEN_READWRITE);
    prepare(into);
    return fill(from, into, timeline, wish, stop, redactor);
  });
  if (!filled) {
    if (filled.error().code == ErrorCode::damaged) filled.error().where = timeline;
    return std::unexpected(filled.error());
  }
  TM_TRY(BundleFacts facts, inspect_bundle(part.path()));
  TM_CHECK(part.keep_as(file));
  return BundleMade{std::move(facts), redactor.names().renamed()};
}

}  // namespace tidemark
