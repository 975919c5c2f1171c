// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/samples_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace tidemark {

struct SamplesTable::State {
  explicit State(SQLite::Database& database) : db(database), blocks(database, cancelled) {}
  SQLite::Database& db;
  std::atomic<bool> cancelled = false;
  BlockReader blocks;
};

namespace {
enum Column { seq, at_ms, at, value, reason, series_id, from_ms, to_ms };

struct Table : sqlite3_vtab {
  SQLite::Database* db = nullptr;
  BlockReader* blocks = nullptr;
};

struct Row {
  std::int64_t seq = 0;
  std::int64_t wall = 0;
  std::int64_t value = 0;
  Reason reason = Reason::none;
};

struct Cursor : sqlite3_vtab_cursor {
  std::vector<Row> rows;
  std::size_t next = 0;
  int scale10 = 0;
  std::int64_t arguments[3] = {0, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
};

// All cells of the series in the window into the cursor; no rows where there is no such series.
Result<> fill(const Table& table, Cursor& cursor) {
  SQLite::Statement series(
      *table.db, "SELECT lane, scale10, born, ifnull(died, 9223372036854775807) FROM main.series WHERE id = ?");
  bound(series, cursor.arguments[0]);
  if (!series.executeStep()) return {};
  const LaneId lane(series.getColumn(0).getInt64());
  cursor.scale10 = series.getColumn(1).getInt();
  SQLite::Statement polls(
      *table.db,
      "SELECT seq, wall_ms FROM main.poll WHERE lane = ? AND wall_ms BETWEEN ? AND ? AND seq BETWEEN ? AND ? "
      "ORDER BY seq");
  bound(polls, lane.value(), cursor.arguments[1], cursor.arguments[2], series.getColumn(2).getInt64(),
        series.getColumn(3).getInt64());
  while (polls.executeStep()) cursor.rows.push_back({polls.getColumn(0).getInt64(), polls.getColumn(1).getInt64()});
  for (std::size_t i = 0; i < cursor.rows.size();) {
    const std::int64_t block = cursor.rows[i].seq / block_size;
    const std::size_t start = i;
    BlockReader::Positions positions;
    positions.fill(-1);
    for (; i < cursor.rows.size() && cursor.rows[i].seq / block_size == block; ++i)
      positions[static_cast<std::size_t>(cursor.rows[i].seq % block_size)] = static_cast<std::int32_t>(i - start);
    std::vector<std::int64_t> values(i - start);
    std::vector<Reason> reasons(i - start, Reason::never_polled);
    TM_CHECK(table.blocks->read(lane, block, positions, {{SeriesId(cursor.arguments[0]), {values, reasons, nullptr}}}));
    for (std::size_t k = 0; k < values.size(); ++k) {
      cursor.rows[start + k].value = values[k];
      cursor.rows[start + k].reason = reasons[k];
    }
  }
  return {};
}

int connect(sqlite3* db, void* state, int, const char* const*, sqlite3_vtab** out, char**) {
  const int declared = sqlite3_declare_vtab(db,
                                            "CREATE TABLE x(seq INTEGER, at_ms INTEGER, at TEXT, value, reason TEXT, "
                                            "series_id HIDDEN, from_ms HIDDEN, to_ms HIDDEN)");
  if (declared != SQLITE_OK) return declared;
  const auto* parts = static_cast<std::pair<SQLite::Database*, BlockReader*>*>(state);
  auto table = std::make_unique<Table>();
  table->db = parts->first;
  table->blocks = parts->second;
  *out = table.release();
  return SQLITE_OK;
}

int disconnect(sqlite3_vtab* table) {
  delete static_cast<Table*>(table);
  return SQLITE_OK;
}

// idxNum has a bit per argument that is given; the series must be.
int best_index(sqlite3_vtab*, sqlite3_index_info* info) {
  int given = 0;
  int next = 0;
  for (int argument = 0; argument < 3; ++argument) {
    for (int i = 0; i < info->nConstraint; ++i) {
      const auto& constraint = info->aConstraint[i];
      if (constraint.iColumn != series_id + argument || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
      if (constraint.usable == 0) return SQLITE_CONSTRAINT;
      if ((given & (1 << argument)) != 0) continue;
      given |= 1 << argument;
      info->aConstraintUsage[i].argvIndex = ++next;
      info->aConstraintUsage[i].omit = 1;
    }
  }
  if ((given & 1) == 0) return SQLITE_CONSTRAINT;
  info->idxNum = given;
  info->estimatedCost = 1000;
  info->estimatedRows = 10'000;
  return SQLITE_OK;
}

int open_cursor(sqlite3_vtab*, sqlite3_vtab_cursor** out) {
  *out = std::make_unique<Cursor>().release();
  return SQLITE_OK;
}

int close_cursor(sqlite3_vtab_cursor* cursor) {
  delete static_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int given, const char*, int, sqlite3_value** arguments) {
  auto& cursor = *static_cast<Cursor*>(base);
  auto& table = *static_cast<Table*>(base->pVtab);
  const Cursor fresh{};
  std::copy(std::begin(fresh.arguments), std::end(fresh.arguments), std::begin(cursor.arguments));
  cursor.rows.clear();
  cursor.next = 0;
  for (int argument = 0, next = 0; argument < 3; ++argument)
    if ((given & (1 << argument)) != 0) cursor.arguments[argument] = sqlite3_value_int64(arguments[next++]);
  const auto filled = guarded({}, [&] { return fill(table, cursor); });
  if (filled) return SQLITE_OK;
  sqlite3_free(table.zErrMsg);
  table.zErrMsg = sqlite3_mprintf("%s", filled.error().line().c_str());
  return SQLITE_ERROR;
}

int next_row(sqlite3_vtab_cursor* cursor) {
  ++static_cast<Cursor*>(cursor)->next;
  return SQLITE_OK;
}

int at_end(sqlite3_vtab_cursor* base) {
  const auto& cursor = *static_cast<Cursor*>(base);
  return cursor.next >= cursor.rows.size() ? 1 : 0;
}

void answer_text(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

int column_of(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
  const auto& cursor = *static_cast<Cursor*>(base);
  const Row& row = cursor.rows[cursor.next];
  if (column == seq) sqlite3_result_int64(context, row.seq);
  if (column == at_ms) sqlite3_result_int64(context, row.wall);
  if (column == at) answer_text(context, rfc3339(local_time(row.wall)));
  if (column == reason && row.reason != Reason::none) answer_text(context, word(row.reason));
  if (column >= series_id) sqlite3_result_int64(context, cursor.arguments[column - series_id]);
  if (column != value || row.reason != Reason::none) return SQLITE_OK;
  if (cursor.scale10 == 0)
    sqlite3_result_int64(context, row.value);
  else
    sqlite3_result_double(context, static_cast<double>(row.value) / std::pow(10.0, cursor.scale10));
  return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* base, sqlite3_int64* id) {
  *id = static_cast<sqlite3_int64>(static_cast<Cursor*>(base)->next);
  return SQLITE_OK;
}

sqlite3_module make_module() {
  sqlite3_module module{};
  module.iVersion = 1;
  module.xConnect = connect;  // no xCreate: the table exists by its name alone
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xOpen = open_cursor;
  module.xClose = close_cursor;
  module.xFilter = filter;
  module.xNext = next_row;
  module.xEof = at_end;
  module.xColumn = column_of;
  module.xRowid = row_id;
  return module;
}
const sqlite3_module samples_module = make_module();
}  // namespace

SamplesTable::SamplesTable(SQLite::Database& db) : db_(db), state_(std::make_unique<State>(db)) {
  auto parts = std::make_unique<std::pair<SQLite::Database*, BlockReader*>>(&state_->db, &state_->blocks);
  const int made = sqlite3_create_module_v2(db.getHandle(), "samples", &samples_module, parts.release(), [](void* p) {
    delete static_cast<std::pair<SQLite::Database*, BlockReader*>*>(p);
  });
  if (made != SQLITE_OK) throw SQLite::Exception(db.getHandle(), made);
  // Declares the table now: an authorizer that comes later would not allow it.
  SQLite::Statement(db, "SELECT 1 FROM samples(0)").executeStep();
}

SamplesTable::~SamplesTable() { sqlite3_create_module_v2(db_.getHandle(), "samples", nullptr, nullptr, nullptr); }

}  // namespace tidemark
