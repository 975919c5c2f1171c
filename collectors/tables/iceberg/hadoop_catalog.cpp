// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/hadoop_catalog.h"

#include <algorithm>
#include <array>

#include "collectors/core/plain_text.h"
#include "collectors/tables/gunzip.h"
#include "collectors/tables/iceberg/read_table.h"
#include "collectors/tables/iceberg/summary.h"

namespace tidemark::iceberg {
namespace {
constexpr std::size_t longest_name = 1024;
constexpr int deepest = 6;
constexpr std::size_t most_tables = 10'000;
constexpr int most_tries = 1'000;  // of versions after the hint
constexpr std::array endings =
    std::to_array<std::string_view>({".metadata.json", ".gz.metadata.json", ".metadata.json.gz"});

std::string join(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + '/' + name;
}

void add_cost(PollCost& to, const PollCost& from) {
  to.requests += from.requests;
  to.bytes += from.bytes;
  to.bytes_known = to.bytes_known || from.bytes_known;
}

void take_failure(CatalogAnswer& to, const CatalogAnswer& from) {
  if (!to.ok() || from.ok()) return;
  to.outcome = from.outcome;
  to.error = from.error;
}

// N of "vN.metadata.json" and its kin.
std::optional<std::int64_t> version_of(std::string_view name) {
  if (!name.starts_with('v')) return std::nullopt;
  name.remove_prefix(1);
  const auto dot = name.find('.');
  if (dot == std::string_view::npos || std::ranges::find(endings, name.substr(dot)) == endings.end())
    return std::nullopt;
  return parse_count(name.substr(0, dot));
}
}  // namespace

// One look for a table's file, with what it has cost and the first thing that failed.
struct HadoopCatalog::Search {
  std::string metadata;  // the folder
  CatalogAnswer& answer;
  std::stop_token stop;
  std::string_view ending = endings.front();  // the one that fitted last

  template <class Reply>
  Reply take(Reply reply) const {
    add_cost(answer.cost, reply.cost);
    take_failure(answer, reply);
    return reply;
  }
};

Result<std::unique_ptr<TableCatalog>> HadoopCatalog::open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                          const Clock&) {
  TM_TRY(auto store, open_store(profile, secrets));
  return std::unique_ptr<TableCatalog>(std::make_unique<HadoopCatalog>(std::move(store), profile.path, profile.tables));
}

// The root itself may be the table: it is then called as the profile calls the only one, or as its folder.
std::string HadoopCatalog::name_of(const std::string& folder) const {
  if (!folder.empty()) {
    std::string name = folder;
    std::ranges::replace(name, '/', '.');
    return plain_line(name, longest_name);
  }
  if (globs_.size() == 1 && names_only(globs_)) return globs_.front();
  std::string_view root = root_;
  while (root.ends_with('/')) root.remove_suffix(1);
  return std::string(root.substr(root.rfind('/') + 1));
}

std::string HadoopCatalog::folder_of(const TableName& table) const {
  if (const auto found = folders_.find(table); found != folders_.end()) return found->second;
  std::string folder = table.value();
  std::ranges::replace(folder, '.', '/');
  return folder;
}

TableList HadoopCatalog::list(std::stop_token stop) {
  TableList out;
  std::map<TableName, std::string> before = std::exchange(folders_, {});
  list_folder({}, 0, out, stop);
  if (!out.ok()) folders_ = std::move(before);
  return out;
}

void HadoopCatalog::list_folder(const std::string& folder, int depth, TableList& out, std::stop_token stop) {
  if (stop.stop_requested() || folders_.size() >= most_tables) return;
  const StoreListing listing = store_->list(folder, {}, stop);
  add_cost(out.cost, listing.cost);
  if (!listing.ok() && depth > 0) {
    out.unseen.push_back(folder + ": " + listing.error.what);
    return;
  }
  take_failure(out, listing);
  if (listing.cut) out.unseen.push_back(name_of(folder) + ": has more entries than are listed");
  if (std::ranges::find(listing.folders, "metadata") != listing.folders.end()) {
    TableName table(name_of(folder));
    if (!glob_list_match(globs_, table.value())) return;
    if (folders_.emplace(table, folder).second)
      out.tables.push_back(std::move(table));
    else
      out.unseen.push_back(folder + ": another folder has the same table name");
    return;
  }
  if (depth >= deepest) return;
  for (const std::string& name : listing.folders) {
    const std::string inner = join(folder, name);
    if (name.starts_with('.') || name.starts_with('_') || !is_inside(inner)) continue;
    const std::string inner_name = name_of(inner);
    if (glob_list_match(globs_, inner_name) || may_hold_matches(globs_, inner_name))
      list_folder(inner, depth + 1, out, stop);
  }
}

std::int64_t HadoopCatalog::hint(Search& search) const {
  const StoreReply reply = search.take(store_->get(search.metadata + "/version-hint.text", {}, search.stop));
  if (reply.what != StoreReply::What::found) return 0;
  std::string_view text = reply.bytes;
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
  return parse_count(text).value_or(0);
}

// Several spellings may be there; the plain one is what the writer of today looks for first.
HadoopCatalog::File HadoopCatalog::version_file(Search& search, std::int64_t version) const {
  const auto path = [&](std::string_view ending) {
    return search.metadata + "/v" + std::to_string(version) + std::string(ending);
  };
  const auto there = [&](std::string_view ending) {
    return search.take(store_->head(path(ending), search.stop)).what == StoreReply::What::found;
  };
  if (there(search.ending)) return {path(search.ending), version};
  for (const std::string_view ending : endings) {
    if (ending == search.ending || !search.answer.ok() || !there(ending)) continue;
    search.ending = ending;
    return {path(ending), version};
  }
  return {};
}

HadoopCatalog::File HadoopCatalog::newest_listed(Search& search) const {
  const StoreListing listing = search.take(store_->list(search.metadata, "v", search.stop));
  File best;
  for (const std::string& name : listing.files) {
    const auto version = version_of(name);
    if (version && *version > best.version) best = {search.metadata + '/' + name, *version};
  }
  return best;
}

HadoopCatalog::File HadoopCatalog::newest(Search& search) const {
  const std::int64_t begin = hint(search);
  if (!search.answer.ok()) return {};
  File best = begin > 0 ? version_file(search, begin) : File{};
  if (!search.answer.ok()) return {};
  if (best.path.empty()) best = newest_listed(search);
  for (int tries = 0; !best.path.empty() && tries < most_tries; ++tries) {
    File next = version_file(search, best.version + 1);
    // S3 denies what is not there to a user who may not list.
    if (search.answer.outcome == HttpOutcome::denied && next.path.empty()) {
      search.answer.outcome = HttpOutcome::ok;
      search.answer.error = {};
    }
    if (!search.answer.ok()) return {};
    if (next.path.empty()) break;
    best = std::move(next);
  }
  return best;
}

TableLoad HadoopCatalog::load(const TableName& table, const ReadRules& rules, const std::string& tag,
                              std::stop_token stop) {
  TableLoad load;
  const std::string folder = folder_of(table);
  if (!folder.empty() && !is_inside(folder)) {
    load.what = TableLoad::What::gone;
    return load;
  }
  Search search{join(folder, "metadata"), load, stop};
  const File file = newest(search);
  if (!load.ok()) return load;
  if (file.path.empty()) {
    load.what = TableLoad::What::gone;
    return load;
  }
  const auto space = tag.find(' ');
  const bool same_file = space != std::string::npos && tag.substr(0, space) == std::to_string(file.version);
  StoreReply reply = search.take(store_->get(file.path, same_file ? tag.substr(space + 1) : std::string(), stop));
  if (reply.what == StoreReply::What::same) {
    load.what = TableLoad::What::unchanged;
    return load;
  }
  const auto refuse = [&](const Error& error) {
    load.outcome = HttpOutcome::other;
    load.error = error;
    load.error.where = file.path;
  };
  if (reply.what == StoreReply::What::missing)
    refuse({ErrorCode::no_data, "the file has gone while it was looked for", {}, {}});
  if (!load.ok()) return load;
  if (is_gzip(reply.bytes)) {
    auto plain = gunzip(reply.bytes, ObjectStore::largest_file);
    if (!plain) {
      refuse(plain.error());
      return load;
    }
    reply.bytes = std::move(*plain);
  }
  const auto metadata = parse_metadata(reply.bytes, file.path);
  if (!metadata) {
    refuse(metadata.error());
    return load;
  }
  load.reading = read_table(table, *metadata, rules);
  if (!reply.tag.empty()) load.tag = std::to_string(file.version) + ' ' + reply.tag;
  load.what = TableLoad::What::loaded;
  return load;
}

}  // namespace tidemark::iceberg
