// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/spark/checkpoint_folder.h"

#include <algorithm>
#include <set>

#include "collectors/tables/notes.h"

namespace tidemark::spark {
namespace {
void blank(Checkpoint& known, const CatalogAnswer& answer, const std::string& why) {
  known.unknown_why =
      "The writer's checkpoint folder cannot be read: " + (why.empty() ? answer.error.line() : why) + '.';
  known.unknown_reason = answer.ok() ? Reason::ambiguous : reason_of(answer.outcome);
}
}  // namespace

PollCost CheckpointFolder::read(Checkpoint& known, const Wanted& wanted, std::stop_token stop) const {
  CatalogAnswer sum;
  known.unknown_why.clear();
  known.bad.clear();
  const auto blanked = [&](const CatalogAnswer& answer, const std::string& why) {
    blank(known, answer, why);
    return sum.cost;
  };
  const StoreReply about = store_->get("metadata", {}, stop);
  sum.add(about.cost);
  if (about.what == StoreReply::What::missing) return blanked({}, "it has no file \"metadata\"");
  if (about.what != StoreReply::What::found) return blanked(about, {});
  const auto query = parse_query_id(about.bytes);
  if (!query) return blanked({}, "its file \"metadata\" " + query.error().what);
  if (known.query != *query) known.batches.clear();
  known.query = *query;
  const StoreListing offsets = store_->list("offsets", {}, stop);
  sum.add(offsets.cost);
  if (!offsets.ok()) return blanked(offsets, {});
  std::set<std::int64_t> there;
  for (const std::string& name : offsets.files)
    if (const auto batch = parse_count(name)) there.insert(*batch);
  known.newest = there.empty() ? std::nullopt : std::optional(*there.rbegin());
  const std::vector<std::int64_t> all = wanted(known.query);
  std::erase_if(known.batches, [&](const auto& batch) { return !std::ranges::binary_search(all, batch.first); });
  for (const std::int64_t batch : all) {
    if (!there.contains(batch) || known.batches.contains(batch) || stop.stop_requested()) continue;
    const StoreReply reply = store_->get("offsets/" + std::to_string(batch), {}, stop);
    sum.add(reply.cost);
    if (reply.what == StoreReply::What::missing) continue;
    auto parsed =
        reply.what == StoreReply::What::found ? parse_batch(reply.bytes) : Result<Batch>(std::unexpected(reply.error));
    if (parsed)
      known.batches.emplace(batch, std::move(*parsed));
    else
      known.bad.emplace(batch, parsed.error().what);
  }
  return sum.cost;
}

}  // namespace tidemark::spark
