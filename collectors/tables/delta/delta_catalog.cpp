// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/delta/delta_catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "collectors/tables/delta/read_table.h"

namespace tidemark::delta {
namespace {
// So far back a table's first look goes for transactions that nothing sums up.
constexpr std::int64_t deepest = 500;
constexpr auto newest = static_cast<std::int64_t>(TableReading::newest);
constexpr auto most = static_cast<std::int64_t>(TableReading::most);

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

// What was read of a table and stays true.
struct DeltaCatalog::Kept {
  std::map<std::int64_t, Commit> commits;  // without holes
  std::string newest_tag;                  // of the newest one's file
  std::optional<LogState> state;
  bool parquet = false;
  bool staged = false;
  SparkCheckpoint spark;

  LogView view() const {
    LogView view{{}, state, parquet, staged};
    for (const auto& [version, commit] : commits) view.commits.push_back(commit);
    return view;
  }
  // Changes when anything that a reading is made of does.
  std::string tag() const {
    if (commits.empty() || newest_tag.empty()) return {};
    return fmt::format("{} {} {} {} {} {} {}", commits.begin()->first, commits.rbegin()->first, newest_tag, spark.query,
                       spark.newest.value_or(-1), spark.batches.size(), spark.unknown_why);
  }
  void forget_log() {
    commits.clear();
    newest_tag.clear();
    state.reset();
  }
};

struct DeltaCatalog::Look {
  std::string folder;  // _delta_log
  TableLoad& load;
  const ReadRules& rules;
  std::stop_token stop;
  LogFiles files;
};

DeltaCatalog::DeltaCatalog(std::unique_ptr<ObjectStore> store, std::unique_ptr<ObjectStore> checkpoint,
                           std::string root, std::vector<std::string> globs)
    : store_(std::move(store)), folders_(*store_, std::move(root), std::move(globs), "_delta_log") {
  if (checkpoint) checkpoint_.emplace(std::move(checkpoint));
}
DeltaCatalog::~DeltaCatalog() = default;

Result<std::unique_ptr<TableCatalog>> DeltaCatalog::open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                         const Clock&) {
  TM_TRY(auto store, open_store(profile, secrets));
  std::unique_ptr<ObjectStore> checkpoint;
  if (!profile.checkpoint.empty()) {
    CatalogProfile place = profile;
    place.path = profile.checkpoint;
    TM_TRY(checkpoint, open_store(place, secrets));
  }
  return std::unique_ptr<TableCatalog>(
      std::make_unique<DeltaCatalog>(std::move(store), std::move(checkpoint), profile.path, profile.tables));
}

DeltaCatalog::Kept& DeltaCatalog::kept(const TableName& table) {
  const std::scoped_lock lock(mutex_);
  auto& found = kept_[table];
  if (!found) found = std::make_unique<Kept>();
  return *found;
}

TableLoad DeltaCatalog::load(const TableName& table, const ReadRules& rules, const std::string& tag,
                             std::stop_token stop) {
  TableLoad load;
  const auto folder = folders_.folder_of(table);
  if (!folder) {
    load.what = TableLoad::What::gone;
    return load;
  }
  Kept& kept = this->kept(table);
  Look look{join_path(*folder, "_delta_log"), load, rules, stop, {}};
  if (!follow_on(look, kept) && load.ok()) {
    read_log(look, kept);
    if (!load.ok() || stop.stop_requested()) kept.forget_log();  // half of it is no log
  }
  if (load.ok() && checkpoint_)
    load.add(
        checkpoint_->read(kept.spark, [&](const std::string& query) { return batches_of(kept.view(), query); }, stop));
  if (load.ok() && stop.stop_requested()) {
    load.outcome = HttpOutcome::other;
    load.error = {ErrorCode::cancelled, "stopped", table.value(), {}};
  }
  if (!load.ok()) return load;
  if (kept.commits.empty()) {
    load.what = TableLoad::What::gone;
    return load;
  }
  load.tag = kept.tag();
  if (!tag.empty() && load.tag == tag) {
    load.what = TableLoad::What::unchanged;
    return load;
  }
  load.what = TableLoad::What::loaded;
  load.reading = read_table(table, kept.view(), checkpoint_ ? &kept.spark : nullptr, rules);
  return load;
}

// False: not there, or the answer says why not. A version that cannot be read is there.
bool DeltaCatalog::read_version(Look& look, Kept& kept, std::int64_t version) const {
  StoreReply reply = store_->get(join_path(look.folder, version_name(version, ".json")), {}, look.stop);
  if (reply.refused()) {
    Commit& commit = kept.commits[version] = {};
    commit.version = version;
    commit.damage = reply.error.what;
    if (kept.commits.rbegin()->first == version) kept.newest_tag.clear();
    return true;
  }
  look.load.add(reply);
  if (reply.what != StoreReply::What::found) return false;
  kept.commits[version] = parse_commit(version, reply.bytes);
  if (kept.commits.rbegin()->first == version) kept.newest_tag = reply.tag;
  return true;
}

// From what is known already; false: it is not what it was, or nothing is known.
bool DeltaCatalog::follow_on(Look& look, Kept& kept) const {
  if (kept.newest_tag.empty()) return false;
  const std::int64_t head = kept.commits.rbegin()->first;
  const StoreReply reply = store_->get(join_path(look.folder, version_name(head, ".json")), kept.newest_tag, look.stop);
  look.load.add(reply);
  if (!look.load.ok()) return false;
  bool whole = reply.what == StoreReply::What::same;
  for (std::int64_t next = head + 1; whole && read_version(look, kept, next); ++next) whole = next - head < most;
  if (!look.load.ok()) return false;
  if (!whole) {
    kept.forget_log();
    return false;
  }
  while (kept.commits.size() > TableReading::most) kept.commits.erase(kept.commits.begin());
  if (kept.state && kept.state->version + 1 < kept.commits.begin()->first) kept.state.reset();
  return true;
}

// A table that no streaming writer is known of has no positions that older versions would tell.
bool DeltaCatalog::wants_more(const Look& look, const Kept& kept) const {
  return checkpoint_ || look.rules.offsets || !look.rules.writer.empty() ||
         std::ranges::any_of(kept.commits, [](const auto& at) { return !at.second.transactions.empty(); });
}

void DeltaCatalog::read_log(Look& look, Kept& kept) const {
  kept.forget_log();
  const StoreListing listing = store_->list(look.folder, {}, look.stop);
  look.load.add(listing);
  if (!look.load.ok()) return;
  if (listing.cut) {
    look.load.outcome = HttpOutcome::other;
    look.load.error = {ErrorCode::input, "has more files than are listed", look.folder, "clean the table's log up"};
    return;
  }
  look.files = sort_names(listing.files);
  const auto head = look.files.head();
  if (!head) return;
  kept.parquet = look.files.parquet.has_value();
  kept.staged = std::ranges::find(listing.folders, "_staged_commits") != listing.folders.end();
  std::int64_t from = std::max<std::int64_t>(0, *head - newest + 1);
  if (const auto known = number(look.rules.known_head); known && *known <= *head)
    from = std::max(std::min(from, *known), *head - most + 1);
  // The newest file first: what is told of it must be there when the rest is.
  read_back(look, kept, std::max(from, look.files.oldest()));
  if (!look.load.ok() || kept.commits.empty() || kept.commits.begin()->first == 0) return;
  if (!wants_more(look, kept)) return;
  read_state(look, kept);
  const std::int64_t summed = kept.state ? kept.state->version + 1 : 0;
  read_back(look, kept, std::max({summed, *head - deepest + 1, look.files.oldest()}));
  if (kept.state && kept.state->version + 1 < kept.commits.begin()->first) kept.state.reset();
}

// From what is known, or the head, down to `from`; ends where the log's clean-up was quicker.
void DeltaCatalog::read_back(Look& look, Kept& kept, std::int64_t from) const {
  std::int64_t next = kept.commits.empty() ? *look.files.head() : kept.commits.begin()->first - 1;
  while (next >= from && !look.stop.stop_requested() && read_version(look, kept, next)) --next;
}

// The newest summary that there is. One that cannot be read is none.
void DeltaCatalog::read_state(Look& look, Kept& kept) const {
  const auto take = [&](Result<std::optional<LogState>> state) {
    if (!state || !*state || (*state)->version > kept.commits.rbegin()->first) return;
    if (!kept.state || kept.state->version < (*state)->version) kept.state = std::move(*state);
  };
  const auto get = [&](const std::string& name) {
    StoreReply reply = store_->get(join_path(look.folder, name), {}, look.stop);
    if (!reply.refused()) look.load.add(reply);
    return reply;
  };
  if (!look.files.checksums.empty()) {
    const std::int64_t version = *look.files.checksums.rbegin();
    if (const StoreReply reply = get(version_name(version, ".crc")); reply.what == StoreReply::What::found)
      take(parse_checksum(version, reply.bytes));
  }
  if (look.files.last_checkpoint)
    if (const StoreReply reply = get("_last_checkpoint"); reply.what == StoreReply::What::found)
      take(parse_last_checkpoint(reply.bytes));
  if (kept.state || look.files.checkpoints.empty()) return;
  const auto& [version, name] = *look.files.checkpoints.rbegin();
  const StoreReply reply = get(name);
  if (reply.what != StoreReply::What::found) return;
  if (auto state = parse_checkpoint(version, reply.bytes)) take(std::optional(std::move(*state)));
}

}  // namespace tidemark::delta
