// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineReader: read-only access to a timeline file, also while a writer in this or another process appends to it.
// Short transactions; nothing is held between calls. A call whose transaction would let the log of a busy writer grow
// without bound is ended and begun anew; where that does not help, and for exports, which cannot be begun anew, it
// fails. Thread rule: one thread at a time; cancel() from any thread. Errors: `input` for a file that cannot be read,
// `damaged` for one that is not a timeline or is newer than this program, `storage` for a reading that the writer
// cannot wait for.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "models/domain/levels.h"

namespace tidemark {

// What a file is and how far it goes.
struct TimelineReach {
  std::string path;
  int schema = 0;
  bool bundle = false;  // made to be handed on: only read, cut to a window
  std::int64_t file_bytes = 0;
  std::int64_t wal_bytes = 0;
  std::optional<LocalTime> oldest;
  std::optional<LocalTime> newest;
  std::optional<LocalTime> oldest_5min;  // start of the first bucket
  std::optional<LocalTime> oldest_1h;
};

// And what is in it, counted: the larger the file, the longer that takes.
struct TimelineInfo : TimelineReach {
  std::int64_t series = 0;
  std::int64_t polls = 0;
  std::int64_t sealed_bytes = 0;
  std::int64_t sealed_samples = 0;
  std::int64_t hot_bytes = 0;
  std::int64_t rollup_bytes = 0;
  std::int64_t events = 0;
  std::int64_t states = 0;
  Millis retention_raw{};
  Millis retention_5min{};
  std::int64_t retention_bytes = 0;
};

struct TimelineFault {
  std::string where;  // "seg lane 1 block 3 group 0"
  std::string what;
};

class TimelineReader : public SnapshotSource, public LevelSource {
 public:
  // `foreign` hardens the connection for files from somebody else: immutable, no WAL, checked first. A bundle is
  // always opened so.
  enum class Origin { own, foreign };
  static Result<std::unique_ptr<TimelineReader>> open(const std::string& path, Origin origin = Origin::own);

  // Changes whenever a writer anywhere has committed; cheap enough to ask 4 times a second.
  virtual Result<std::uint64_t> generation() = 0;
  // All series of the file, without samples: what there is to ask for. `lane` counts as in a load() of all clusters.
  virtual Result<std::vector<Column>> catalogue() = 0;
  virtual Result<TimelineReach> reach() = 0;
  virtual Result<TimelineInfo> info() = 0;
  // Decodes everything; an empty list is a sound timeline.
  virtual Result<std::vector<TimelineFault>> check() = 0;
  // Every stored thing, one JSON object per line, in an order that depends on the content only.
  virtual Result<> export_ndjson(std::ostream& out, LocalTime from, LocalTime to) = 0;
  virtual Result<> export_csv(std::ostream& out, LocalTime from, LocalTime to) = 0;
  virtual Result<> export_openmetrics(std::ostream& out, LocalTime from, LocalTime to) = 0;
};

// Row by row, for `timeline query`. Read-only; views and samples() as the contract names them.
struct QueryRow {
  std::vector<std::string> names;
  std::vector<std::variant<std::monostate, std::int64_t, double, std::string>> values;
};
Result<> query_timeline(const std::string& path, const std::string& sql,
                        const std::function<bool(const QueryRow&)>& row);

}  // namespace tidemark
