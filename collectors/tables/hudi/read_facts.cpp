// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/hudi/read_facts.h"

#include <algorithm>

namespace tidemark::hudi {
namespace {
constexpr const char* no_files =
    "Hudi's timeline tells the files that each instant writes; which are there stands in its metadata table.";

void read_compaction(const TimelineView& view, TableFacts& out) {
  const auto newest = std::ranges::find_if(view.commits.rbegin(), view.commits.rend(),
                                           [](const Commit& at) { return at.service && at.damage.empty(); });
  if (newest != view.commits.rend() && newest->at)
    out.compacted = newest->at;
  else if (newest != view.commits.rend())
    out.leave(TableFact::compaction, Reason::not_supported, "When the newest one was completed is not told.");
  else if (view.archived)
    out.leave(TableFact::compaction, Reason::expired, "The active timeline has none; older instants were archived.");
  else if (view.cut)
    out.leave(TableFact::compaction, Reason::not_probed, "The newest instants have none; older ones are not read.");
  else
    out.leave(TableFact::compaction, Reason::no_commit, "The timeline, from its first instant on, has none.");
}

void read_cleaning(const TimelineView& view, TableFacts& out) {
  out.cleaned = view.cleaned;
  if (view.cleaned) return;
  if (view.cleans)
    out.leave(TableFact::cleaning, Reason::not_supported, "When the newest one was completed is not told.");
  else if (view.archived)
    out.leave(TableFact::cleaning, Reason::expired, "The active timeline has none; older instants were archived.");
  else
    out.leave(TableFact::cleaning, Reason::no_commit, "The timeline, from its first instant on, has none.");
}

// An instant is written with the schema of its own.
void read_schemas(const TimelineView& view, TableFacts& out) {
  const SchemaFields* known = nullptr;
  for (const Commit& at : view.commits) {
    if (!at.schema || at.schema->empty() || at.service) continue;
    std::string text = known == nullptr ? std::string() : schema_difference(*known, *at.schema);
    if (!text.empty() && at.at) out.add_change({at.instant.time, at.at, *at.at, std::move(text)});
    known = &*at.schema;
  }
}
}  // namespace

TableFacts read_facts(const TimelineView& view) {
  TableFacts out;
  for (const TableFact fact : {TableFact::files, TableFact::bytes, TableFact::mean_file_bytes})
    out.leave(fact, Reason::not_supported, no_files);
  for (const TableFact fact :
       {TableFact::delete_files, TableFact::deletion_vectors, TableFact::position_deletes, TableFact::equality_deletes})
    out.leave(fact, Reason::not_applicable, "Hudi writes rows anew, or keeps changes in logs beside its files.");
  out.leave(TableFact::conflicts, Reason::not_supported,
            "Hudi's timeline does not tell why an instant was rolled back or tried again.");
  out.numbers[TableFact::versions] = static_cast<std::int64_t>(view.writes);
  if (!view.archived)
    out.expired_below = "none";
  else if (!view.cut && view.older < view.commits.size())
    out.expired_below = view.commits[view.older].instant.time;
  read_compaction(view, out);
  read_cleaning(view, out);
  read_schemas(view, out);
  return out;
}

}  // namespace tidemark::hudi
