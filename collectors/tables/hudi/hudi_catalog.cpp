// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/hudi/hudi_catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <set>

#include "collectors/tables/hudi/archive.h"

namespace tidemark::hudi {
namespace {
// So far back a table's first look goes for offsets.
constexpr std::size_t deepest = 500;
constexpr std::size_t most_logs = 10;  // of the archive

}  // namespace

// What was read of a table and stays true.
struct HudiCatalog::Kept {
  Properties properties;
  std::string properties_tag;
  std::map<std::string, Commit, std::less<>> commits;                     // by instant
  std::map<std::string, std::vector<std::string>, std::less<>> restores;  // by instant
  std::pair<std::string, std::optional<LakeTime>> cleaned;                // the newest clean, and when it was
  bool archived = false;
  std::string oldest;         // of the instants, when the archive was looked at last
  bool archive_read = false;  // then, as none of them carried offsets
  std::vector<Commit> older;  // from the archive, oldest first
  std::string unread;         // of the archive, and why
};

struct HudiCatalog::Look {
  std::string folder;  // the table's
  TableLoad& load;
  const ReadRules& rules;
  std::stop_token stop;
  Timeline timeline;
  std::vector<std::string> folders;  // beside the timeline's files
  bool cut = false;
  bool noted = false;  // one of the active instants carries the writer's offsets
};

HudiCatalog::HudiCatalog(std::unique_ptr<ObjectStore> store, std::string root, std::vector<std::string> globs)
    : store_(std::move(store)), folders_(*store_, std::move(root), std::move(globs), ".hoodie") {}
HudiCatalog::~HudiCatalog() = default;

Result<std::unique_ptr<TableCatalog>> HudiCatalog::open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                        const Clock&) {
  TM_TRY(auto store, open_store(profile, secrets));
  return std::unique_ptr<TableCatalog>(std::make_unique<HudiCatalog>(std::move(store), profile.path, profile.tables));
}

HudiCatalog::Kept& HudiCatalog::kept(const TableName& table) {
  const std::scoped_lock lock(mutex_);
  auto& found = kept_[table];
  if (!found) found = std::make_unique<Kept>();
  return *found;
}

TableLoad HudiCatalog::load(const TableName& table, const ReadRules& rules, const std::string& tag,
                            std::stop_token stop) {
  TableLoad load;
  const auto folder = folders_.folder_of(table);
  Kept& kept = this->kept(table);
  Look look{folder.value_or(""), load, rules, stop, {}, {}};
  if (!folder || (!read_properties(look, kept) && load.ok())) {
    load.what = TableLoad::What::gone;
    return load;
  }
  if (load.ok() && list_timeline(look, kept)) read_commits(look, kept);
  if (load.ok()) read_restores(look, kept);
  if (load.ok()) look_for_archive(look, kept);
  if (load.ok()) read_cleaned(look, kept);
  if (load.ok() && stop.stop_requested()) {
    load.outcome = HttpOutcome::other;
    load.error = {ErrorCode::cancelled, "stopped", table.value(), {}};
  }
  if (!load.ok()) return load;
  if (look.noted) kept.older.clear();
  TimelineView view{.commits = kept.older,
                    .older = kept.older.size(),
                    .restored = {},
                    .archived = kept.archived,
                    .unread = look.noted ? std::string() : kept.unread,
                    .cut = look.cut,
                    .writes = look.timeline.writes.size(),
                    .cleans = !look.timeline.cleans.empty(),
                    .cleaned = kept.cleaned.second};
  std::size_t damaged = 0;
  std::string known;
  for (const Instant& instant : look.timeline.writes) {
    const auto commit = kept.commits.find(instant.time);
    if (commit == kept.commits.end()) continue;
    view.commits.push_back(commit->second);
    damaged += commit->second.damage.empty() ? 0 : 1;
    known += instant.time + ' ';
  }
  for (const auto& [at, instants] : kept.restores)
    view.restored.insert(view.restored.end(), instants.begin(), instants.end());
  load.tag = fmt::format("{} {} {} {} {} {} {} {} {}", std::hash<std::string>()(known), view.commits.size(), damaged,
                         view.restored.size(), kept.archived, view.writes, kept.cleaned.first, view.older, view.unread);
  if (!tag.empty() && load.tag == tag) {
    load.what = TableLoad::What::unchanged;
    return load;
  }
  load.what = TableLoad::What::loaded;
  load.reading = read_table(table, view, rules);
  return load;
}

// While it is written anew, what it was stands beside it. False: it is not there, or the answer says why not.
bool HudiCatalog::read_properties(Look& look, Kept& kept) const {
  const std::string name = join_path(look.folder, ".hoodie/hoodie.properties");
  StoreReply reply = store_->get(name, kept.properties_tag, look.stop);
  if (reply.what == StoreReply::What::missing) {
    look.load.add(reply);
    reply = store_->get(name + ".backup", {}, look.stop);
    reply.tag.clear();
  }
  look.load.add(reply);
  if (reply.what == StoreReply::What::same) return true;
  if (reply.what != StoreReply::What::found) return false;
  const Properties before = std::exchange(kept.properties, parse_properties(reply.bytes));
  kept.properties_tag = reply.tag;
  if (before.folder == kept.properties.folder) return true;
  kept.commits.clear();  // an upgrade writes the timeline anew
  kept.restores.clear();
  kept.cleaned = {};
  kept.archived = kept.archive_read = false;
  kept.older.clear();
  kept.unread.clear();
  kept.oldest.clear();
  return true;
}

bool HudiCatalog::list_timeline(Look& look, Kept& kept) const {
  const std::string folder = join_path(look.folder, kept.properties.folder);
  StoreListing listing = store_->list(folder, {}, look.stop);
  look.load.add(listing);
  if (!look.load.ok()) return false;
  if (listing.cut) {
    look.load.outcome = HttpOutcome::other;
    look.load.error = {ErrorCode::input, "has more files than are listed", folder, "let Hudi archive its timeline"};
    return false;
  }
  look.timeline = sort_names(listing.files);
  look.folders = std::move(listing.folders);
  std::set<std::string_view> there;
  for (const Instant& instant : look.timeline.writes) there.insert(instant.time);
  // A file that was not whole yet may be now.
  std::erase_if(kept.commits,
                [&](const auto& commit) { return !there.contains(commit.first) || !commit.second.damage.empty(); });
  return true;
}

// Newest first, as far as is wanted.
void HudiCatalog::read_commits(Look& look, Kept& kept) const {
  std::size_t count = 0;
  bool known = look.rules.known_head.empty();
  for (const Instant& instant : std::views::reverse(look.timeline.writes)) {
    if (!look.load.ok() || look.stop.stop_requested()) return;
    known = known || instant.time == look.rules.known_head;
    const bool wanted =
        count < TableReading::newest || (!known && count < TableReading::most) || (!look.noted && count < deepest);
    look.cut = look.cut || !wanted;
    if (!wanted) {
      kept.commits.erase(instant.time);
      continue;
    }
    if (!kept.commits.contains(instant.time)) read_commit(look, kept, instant);
    ++count;
    if (const auto commit = kept.commits.find(instant.time); commit != kept.commits.end())
      look.noted = look.noted || has_note(commit->second, look.rules);
  }
}

// One that has gone meanwhile was rolled back or archived.
void HudiCatalog::read_commit(Look& look, Kept& kept, const Instant& instant) const {
  const std::string path = join_path(look.folder, kept.properties.folder + '/' + instant.file);
  const StoreReply reply = store_->get(path, {}, look.stop);
  if (!reply.refused()) look.load.add(reply);
  if (reply.what == StoreReply::What::missing || !look.load.ok()) return;
  Commit& commit = kept.commits[instant.time];
  if (reply.refused()) {
    commit.instant = instant;
    commit.operation = instant.action;
    commit.damage = reply.error.what;
  } else {
    commit = parse_commit(instant, reply.bytes);
  }
  commit.at = completed_at(instant, kept.properties.utc, reply.modified);
}

// One that cannot be read says nothing; what it took away is no longer there all the same.
void HudiCatalog::read_restores(Look& look, Kept& kept) const {
  std::erase_if(kept.restores, [&](const auto& restore) {
    return std::ranges::find(look.timeline.restores, restore.first, &Instant::time) == look.timeline.restores.end();
  });
  for (const Instant& instant : look.timeline.restores) {
    if (kept.restores.contains(instant.time) || look.stop.stop_requested()) continue;
    const std::string path = join_path(look.folder, kept.properties.folder + '/' + instant.file);
    const StoreReply reply = store_->get(path, {}, look.stop);
    if (!reply.refused()) look.load.add(reply);
    if (reply.what != StoreReply::What::found) continue;
    if (auto restored = parse_restore(reply.bytes)) kept.restores.emplace(instant.time, std::move(*restored));
  }
}

// Of the newest one; a file that says when it was changed need not be asked again.
void HudiCatalog::read_cleaned(Look& look, Kept& kept) const {
  if (look.timeline.cleans.empty()) {
    kept.cleaned = {};
    return;
  }
  const Instant& newest = look.timeline.cleans.back();
  if (kept.cleaned.first == newest.time) return;
  const std::string path = join_path(look.folder, kept.properties.folder + '/' + newest.file);
  const StoreReply reply = store_->get(path, {}, look.stop);
  if (!reply.refused()) look.load.add(reply);
  if (reply.what != StoreReply::What::found) return;
  kept.cleaned = {newest.time, completed_at(newest, kept.properties.utc, reply.modified)};
}

// Something is archived when the oldest instant goes. What is in it matters where no active one carries offsets.
void HudiCatalog::look_for_archive(Look& look, Kept& kept) const {
  const bool reads = !look.noted && !look.cut;
  if (kept.archived && !reads) return;
  const auto& writes = look.timeline.writes;
  const std::string oldest = writes.empty() ? std::string() : writes.front().time;
  if (!kept.oldest.empty() && kept.oldest == oldest && (!reads || kept.archive_read)) return;
  kept.oldest = oldest;
  const std::string name = kept.properties.archive.substr(kept.properties.archive.rfind('/') + 1);
  if (std::ranges::find(look.folders, name) == look.folders.end()) return;
  const StoreListing archive = store_->list(join_path(look.folder, kept.properties.archive), {}, look.stop);
  look.load.add(archive);
  kept.archived = !archive.files.empty();
  kept.archive_read = reads && look.load.ok();
  if (kept.archive_read && kept.archived) read_archive(look, kept, archive.files);
}

// Newest first, until one carries the writer's offsets.
void HudiCatalog::read_archive(Look& look, Kept& kept, const std::vector<std::string>& names) const {
  kept.older.clear();
  kept.unread = parquet_archive(names);
  if (!kept.unread.empty()) kept.unread += ", which are not read";
  bool noted = false;
  std::size_t read = 0;
  const std::vector<std::string> logs = archive_logs(names);
  for (const std::string& log : logs) {
    if (noted || look.stop.stop_requested()) break;
    if (read == most_logs) {
      kept.unread = fmt::format("the newest {} of its {} logs were read", read, logs.size());
      break;
    }
    const StoreReply reply =
        store_->get(join_path(look.folder, join_path(kept.properties.archive, log)), {}, look.stop);
    if (!reply.refused()) look.load.add(reply);
    if (!look.load.ok()) return;
    auto commits = reply.what == StoreReply::What::found ? parse_archive_log(reply.bytes, kept.properties.utc)
                                                         : fail(ErrorCode::input, "cannot be read");
    if (!commits) {
      kept.unread = fmt::format("its log {} {}", log, commits.error().what);
      break;
    }
    ++read;
    noted = std::ranges::any_of(*commits, [&](const Commit& commit) { return has_note(commit, look.rules); });
    kept.older.insert(kept.older.begin(), std::make_move_iterator(commits->begin()),
                      std::make_move_iterator(commits->end()));
  }
  std::set<std::string> known;
  for (const Instant& instant : look.timeline.writes) known.insert(instant.time);
  std::erase_if(kept.older, [&](const Commit& commit) { return !known.insert(commit.instant.time).second; });
  if (kept.older.size() > TableReading::most)
    kept.older.erase(kept.older.begin(), kept.older.end() - TableReading::most);
}

}  // namespace tidemark::hudi
