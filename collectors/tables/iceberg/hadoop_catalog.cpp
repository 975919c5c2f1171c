// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/hadoop_catalog.h"

#include <algorithm>
#include <array>

#include "collectors/tables/iceberg/metadata_file.h"
#include "collectors/tables/iceberg/summary.h"

namespace tidemark::iceberg {
namespace {
constexpr int most_tries = 1'000;  // of versions after the hint
constexpr std::array endings =
    std::to_array<std::string_view>({".metadata.json", ".gz.metadata.json", ".metadata.json.gz"});

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
    answer.add(reply);
    return reply;
  }
};

Result<std::unique_ptr<TableCatalog>> HadoopCatalog::open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                          const Clock&) {
  TM_TRY(auto store, open_store(profile, secrets));
  return std::unique_ptr<TableCatalog>(std::make_unique<HadoopCatalog>(std::move(store), profile.path, profile.tables));
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
  const auto folder = folders_.folder_of(table);
  if (!folder) {
    load.what = TableLoad::What::gone;
    return load;
  }
  Search search{join_path(*folder, "metadata"), load, stop};
  const File file = newest(search);
  if (!load.ok()) return load;
  if (file.path.empty()) {
    load.what = TableLoad::What::gone;
    return load;
  }
  const auto space = tag.find(' ');
  const bool same_file = space != std::string::npos && tag.substr(0, space) == std::to_string(file.version);
  StoreReply reply = store_->get(file.path, same_file ? tag.substr(space + 1) : std::string(), stop);
  if (!reply.tag.empty()) load.tag = std::to_string(file.version) + ' ' + reply.tag;
  take_metadata(std::move(reply), file.path, table, rules, load);
  return load;
}

}  // namespace tidemark::iceberg
