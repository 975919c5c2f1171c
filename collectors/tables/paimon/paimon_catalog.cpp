// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/paimon/paimon_catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tidemark::paimon {
namespace {
constexpr auto newest = static_cast<std::int64_t>(TableReading::newest);
constexpr auto most = static_cast<std::int64_t>(TableReading::most);
// So far back a table's first look goes for offsets.
constexpr std::int64_t deepest = 500;
constexpr std::int64_t most_schemas = 200;
constexpr std::size_t most_gone = 100;

bool is_one(const Snapshot& a, const Snapshot& b) { return a.at == b.at && a.checkpoint == b.checkpoint; }

// Those of `before` that are not there any more, above one that is.
void note_gone(const std::map<std::int64_t, Snapshot>& before, const std::map<std::int64_t, Snapshot>& now,
               std::vector<Gone>& gone) {
  std::int64_t stayed = 0;
  for (const auto& [id, snapshot] : before)
    if (const auto found = now.find(id); found != now.end() && is_one(found->second, snapshot)) stayed = id;
  if (stayed == 0 || stayed == before.rbegin()->first) return;
  for (Gone& one : gone) one.after = std::min(one.after, stayed);
  for (auto left = before.upper_bound(stayed); left != before.end(); ++left) gone.push_back({stayed, left->second});
  if (gone.size() > most_gone) gone.erase(gone.begin(), gone.end() - most_gone);
}
}  // namespace

// What was read of a table and stays true.
struct PaimonCatalog::Kept {
  std::map<std::int64_t, Snapshot> snapshots;  // without holes
  std::string newest_tag;                      // of the newest one's file
  std::string schema_tag;
  std::optional<LakeTime> made_at;
  std::map<std::int64_t, TableSchema> schemas;  // the first one, and those that snapshots name
  std::size_t there = 0;                        // snapshots
  std::optional<std::int64_t> oldest;           // of them
  std::vector<Gone> gone;                       // oldest first, at most `most_gone`
};

struct PaimonCatalog::Look {
  std::string folder;     // the table's
  std::string snapshots;  // of its commit branch
  TableLoad& load;
  const ReadRules& rules;
  std::stop_token stop;
};

PaimonCatalog::PaimonCatalog(std::unique_ptr<ObjectStore> store, std::string root, std::vector<std::string> globs)
    : store_(std::move(store)), folders_(*store_, std::move(root), std::move(globs), "schema", ".db") {}
PaimonCatalog::~PaimonCatalog() = default;

Result<std::unique_ptr<TableCatalog>> PaimonCatalog::open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                          const Clock&) {
  TM_TRY(auto store, open_store(profile, secrets));
  return std::unique_ptr<TableCatalog>(std::make_unique<PaimonCatalog>(std::move(store), profile.path, profile.tables));
}

PaimonCatalog::Kept& PaimonCatalog::kept(const TableName& table) {
  const std::scoped_lock lock(mutex_);
  auto& found = kept_[table];
  if (!found) found = std::make_unique<Kept>();
  return *found;
}

TableLoad PaimonCatalog::load(const TableName& table, const ReadRules& rules, const std::string& tag,
                              std::stop_token stop) {
  TableLoad load;
  const auto folder = folders_.folder_of(table);
  const std::string branch = rules.branch == "main" ? std::string() : "branch/branch-" + rules.branch;
  if (!folder || (!branch.empty() && !is_inside(branch))) {
    load.what = TableLoad::What::gone;
    return load;
  }
  Kept& kept = this->kept(table);
  Look look{*folder, join_path(join_path(*folder, branch), "snapshot"), load, rules, stop};
  if (branch.empty()) look.snapshots = join_path(*folder, "snapshot");
  if (!read_schema(look, kept) && load.ok()) {
    load.what = TableLoad::What::gone;
    return load;
  }
  if (load.ok()) read_snapshots(look, kept);
  if (load.ok()) read_schemas(look, kept);
  if (load.ok() && stop.stop_requested()) {
    load.outcome = HttpOutcome::other;
    load.error = {ErrorCode::cancelled, "stopped", table.value(), {}};
  }
  if (!load.ok()) return load;
  SnapshotView view{{}, kept.made_at, kept.schemas, kept.there, kept.oldest, kept.gone};
  for (const auto& [id, snapshot] : kept.snapshots) view.snapshots.push_back(snapshot);
  if (!kept.newest_tag.empty() || view.snapshots.empty())
    load.tag = fmt::format("{} {} {} {} {} {}", view.snapshots.empty() ? 0 : view.snapshots.front().id,
                           view.snapshots.empty() ? 0 : view.snapshots.back().id, kept.newest_tag, kept.schema_tag,
                           kept.there, kept.schemas.size());
  if (!tag.empty() && load.tag == tag) {
    load.what = TableLoad::What::unchanged;
    return load;
  }
  load.what = TableLoad::What::loaded;
  load.reading = read_table(table, view, rules);
  return load;
}

// False: it is not there, or the answer says why not.
bool PaimonCatalog::read_schema(Look& look, Kept& kept) const {
  const StoreReply reply = store_->get(join_path(look.folder, "schema/schema-0"), kept.schema_tag, look.stop);
  if (!reply.refused()) look.load.add(reply);
  if (reply.what == StoreReply::What::same || reply.refused()) return true;
  if (reply.what != StoreReply::What::found) return false;
  TableSchema first = parse_schema(reply.bytes);
  const auto before = std::exchange(kept.made_at, first.at);
  kept.schema_tag = reply.tag;
  if (before != kept.made_at) {  // another table
    kept.snapshots.clear();
    kept.schemas.clear();
    kept.gone.clear();
  }
  kept.schemas.insert_or_assign(0, std::move(first));
  return true;
}

// Those that came after the first one, up to the newest that a snapshot was written with. A schema does not change.
void PaimonCatalog::read_schemas(Look& look, Kept& kept) const {
  if (kept.snapshots.empty() || look.rules.branch != "main") return;  // a branch has schemas of its own
  const std::int64_t newest_one = std::min(kept.snapshots.rbegin()->second.schema.value_or(0), most_schemas);
  for (std::int64_t id = 1; id <= newest_one && !look.stop.stop_requested(); ++id) {
    if (kept.schemas.contains(id)) continue;
    const StoreReply reply = store_->get(join_path(look.folder, "schema/schema-" + std::to_string(id)), {}, look.stop);
    if (!reply.refused()) look.load.add(reply);
    if (!look.load.ok()) return;
    if (reply.what == StoreReply::What::found) kept.schemas.emplace(id, parse_schema(reply.bytes));
  }
}

// The newest one that is known is what it was.
bool PaimonCatalog::is_same(Look& look, const Kept& kept) const {
  if (kept.snapshots.empty() || kept.newest_tag.empty()) return false;
  const std::string path = join_path(look.snapshots, snapshot_name(kept.snapshots.rbegin()->first));
  const StoreReply reply = store_->get(path, kept.newest_tag, look.stop);
  if (!reply.refused()) look.load.add(reply);
  return reply.what == StoreReply::What::same;
}

// Newest first, as far as is wanted; ends where older ones have expired.
void PaimonCatalog::read_snapshots(Look& look, Kept& kept) const {
  const StoreListing listing = store_->list(look.snapshots, "snapshot-", look.stop);
  // A table without a snapshot has no such folder.
  if (listing.error.code == ErrorCode::unreachable && listing.outcome == HttpOutcome::other) {
    look.load.add(listing.cost);
    kept.snapshots.clear();
    kept.there = 0;
    kept.oldest.reset();
    return;
  }
  look.load.add(listing);
  if (!look.load.ok()) return;
  const std::set<std::int64_t> there = snapshot_ids(listing.files);
  kept.there = there.size();
  kept.oldest = there.empty() ? std::nullopt : std::optional(*there.begin());
  std::map<std::int64_t, Snapshot> last;
  if (!is_same(look, kept)) last.swap(kept.snapshots);
  std::erase_if(kept.snapshots, [&](const auto& snapshot) { return !there.contains(snapshot.first); });
  if (there.empty() || !look.load.ok()) return;
  const std::int64_t head = *there.rbegin();
  std::int64_t known = 0;
  std::from_chars(look.rules.known_head.data(), look.rules.known_head.data() + look.rules.known_head.size(), known);
  std::map<std::int64_t, Snapshot> before = std::exchange(kept.snapshots, {});
  bool noted = !look.rules.offsets;
  for (std::int64_t id = head; there.contains(id) && !look.stop.stop_requested(); --id) {
    const std::int64_t depth = head - id;
    if (depth >= newest && (id < known || depth >= most) && (noted || depth >= deepest)) break;
    const auto old = before.find(id);
    if (old != before.end() && old->second.damage.empty())
      kept.snapshots.insert(before.extract(old));
    else if (!read_snapshot(look, kept, id))
      break;
    if (!noted) {
      const auto offsets =
          read_source_offsets(*look.rules.offsets, look.rules.topic, kept.snapshots.begin()->second.properties);
      noted = !offsets || *offsets;
    }
  }
  if (!last.empty() && !look.stop.stop_requested()) note_gone(last, kept.snapshots, kept.gone);
}

// False: not there any more, or the answer says why not.
bool PaimonCatalog::read_snapshot(Look& look, Kept& kept, std::int64_t id) const {
  const StoreReply reply = store_->get(join_path(look.snapshots, snapshot_name(id)), {}, look.stop);
  const bool newest_one = kept.snapshots.empty();
  if (reply.refused()) {
    Snapshot& snapshot = kept.snapshots[id];
    snapshot.id = id;
    snapshot.damage = reply.error.what;
    if (newest_one) kept.newest_tag.clear();
    return true;
  }
  look.load.add(reply);
  if (reply.what != StoreReply::What::found) return false;
  kept.snapshots[id] = parse_snapshot(id, reply.bytes);
  if (newest_one) kept.newest_tag = kept.snapshots[id].damage.empty() ? reply.tag : std::string();
  return true;
}

}  // namespace tidemark::paimon
