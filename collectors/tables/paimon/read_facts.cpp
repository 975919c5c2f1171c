// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/paimon/read_facts.h"

#include <algorithm>

namespace tidemark::paimon {
namespace {
void read_compaction(const SnapshotView& view, TableFacts& out) {
  const auto newest = std::ranges::find_if(view.snapshots.rbegin(), view.snapshots.rend(),
                                           [](const Snapshot& at) { return at.kind == "COMPACT"; });
  if (newest != view.snapshots.rend() && newest->at)
    out.compacted = newest->at;
  else if (newest != view.snapshots.rend())
    out.leave(TableFact::compaction, Reason::not_supported, "When the newest one was committed is not told.");
  else if (view.snapshots.empty() || view.snapshots.front().id == 1)
    out.leave(TableFact::compaction, Reason::no_commit, "The snapshots, from the first one on, have none.");
  else if (view.snapshots.front().id == view.oldest)
    out.leave(TableFact::compaction, Reason::expired, "The snapshots that are still there have none.");
  else
    out.leave(TableFact::compaction, Reason::not_probed, "The newest snapshots have none; older ones are not read.");
}

void read_schemas(const SnapshotView& view, TableFacts& out) {
  const SchemaFields* known = nullptr;
  for (const auto& [id, schema] : view.schemas) {
    std::string text = known == nullptr ? std::string() : schema_difference(*known, schema.fields);
    if (!text.empty() && schema.at) out.add_change({std::to_string(id), schema.at, *schema.at, std::move(text)});
    known = &schema.fields;
  }
}
}  // namespace

TableFacts read_facts(const SnapshotView& view) {
  TableFacts out;
  for (const TableFact fact : {TableFact::files, TableFact::bytes, TableFact::mean_file_bytes})
    out.leave(fact, Reason::not_probed, "Paimon's files stand in its manifests, which are not read.");
  for (const TableFact fact : {TableFact::delete_files, TableFact::position_deletes, TableFact::equality_deletes})
    out.leave(fact, Reason::not_applicable, "Paimon leaves rows out by deletion vectors only.");
  out.leave(TableFact::deletion_vectors, Reason::not_probed, "They stand in the index manifest, which is not read.");
  out.leave(TableFact::conflicts, Reason::not_supported,
            "Paimon's snapshots do not tell how often a commit was tried again.");
  out.leave(TableFact::cleaning, Reason::not_applicable, "Files go when the snapshots that need them expire.");
  out.numbers[TableFact::versions] = static_cast<std::int64_t>(view.there);
  if (!view.oldest || *view.oldest == 1)
    out.expired_below = "none";
  else
    out.expired_below = std::to_string(*view.oldest);
  read_compaction(view, out);
  read_schemas(view, out);
  return out;
}

}  // namespace tidemark::paimon
