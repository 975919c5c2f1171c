// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/read_facts.h"

#include <algorithm>
#include <array>
#include <limits>

#include "collectors/tables/notes.h"

namespace tidemark::iceberg {
namespace {
constexpr int first_with_vectors = 3;
constexpr const char* no_total = "The writer of the newest snapshot does not tell this total in its summary.";
constexpr const char* no_branch = "The commit branch cannot be told.";

std::optional<std::int64_t> count_in(const Snapshot& snapshot, std::string_view key) {
  const auto found = snapshot.summary.find(key);
  return found == snapshot.summary.end() ? std::nullopt : parse_count(found->second);
}

bool is_some(const Snapshot& snapshot, std::string_view key) { return count_in(snapshot, key).value_or(0) > 0; }

// Manifests that are written anew change no file.
bool rewrites_files(const Snapshot& snapshot) {
  return snapshot.operation == "replace" &&
         (is_some(snapshot, "deleted-data-files") || is_some(snapshot, "removed-delete-files"));
}

class FactReader final {
 public:
  FactReader(const Metadata& metadata, const Ancestry& line) : metadata_(metadata), line_(line) {}

  TableFacts read() {
    out_.leave(TableFact::conflicts, Reason::not_supported,
               "Iceberg's metadata does not tell how often a commit was tried again.");
    out_.leave(TableFact::cleaning, Reason::not_applicable, "Files go when the snapshots that need them expire.");
    read_versions();
    if (line_.snapshots.empty() && line_.end != AncestryEnd::first) {
      for (const TableFact fact : of_newest) out_.leave(fact, Reason::ambiguous, no_branch);
      out_.leave(TableFact::compaction, Reason::ambiguous, no_branch);
      return std::move(out_);
    }
    read_totals();
    read_vectors();
    read_compaction();
    read_expiry();
    read_schemas();
    return std::move(out_);
  }

 private:
  static constexpr std::array of_newest =
      std::to_array({TableFact::files, TableFact::bytes, TableFact::mean_file_bytes, TableFact::delete_files,
                     TableFact::deletion_vectors, TableFact::position_deletes, TableFact::equality_deletes});

  std::optional<std::int64_t> total(std::string_view key) const {
    return line_.snapshots.empty() ? 0 : count_in(*line_.snapshots.front(), key);
  }

  void read_versions() {
    if (metadata_.snapshots_unreadable)
      out_.leave(TableFact::versions, Reason::ambiguous, "Not every snapshot in the metadata can be read.");
    else
      out_.numbers[TableFact::versions] = static_cast<std::int64_t>(metadata_.snapshots.size());
  }

  void read_totals() {
    const auto files = total("total-data-files"), deletes = total("total-delete-files");
    out_.tell(TableFact::files, files, Reason::not_supported, no_total);
    out_.tell(TableFact::bytes, total("total-files-size"), Reason::not_supported, no_total);
    out_.tell(TableFact::delete_files, deletes, Reason::not_supported, no_total);
    out_.tell(TableFact::position_deletes, total("total-position-deletes"), Reason::not_supported, no_total);
    out_.tell(TableFact::equality_deletes, total("total-equality-deletes"), Reason::not_supported, no_total);
    const bool sized = files && deletes && *files <= std::numeric_limits<std::int64_t>::max() - *deletes;
    out_.tell_mean(sized ? std::optional(*files + *deletes) : std::nullopt);
  }

  // No summary has a total of them.
  void read_vectors() {
    if (metadata_.format_version < first_with_vectors || total("total-delete-files") == 0) {
      out_.numbers[TableFact::deletion_vectors] = 0;
      return;
    }
    std::int64_t sum = 0;
    for (const Snapshot* snapshot : line_.snapshots)
      if (__builtin_add_overflow(sum, count_in(*snapshot, "added-dvs").value_or(0), &sum) ||
          __builtin_sub_overflow(sum, count_in(*snapshot, "removed-dvs").value_or(0), &sum))
        sum = std::numeric_limits<std::int64_t>::min();
    if (line_.end != AncestryEnd::first)
      out_.leave(TableFact::deletion_vectors, Reason::expired,
                 "The summaries tell what each snapshot added and removed; the first ones have expired.");
    else if (sum < 0 || std::ranges::any_of(line_.snapshots, &Snapshot::summary_unreadable))
      out_.leave(TableFact::deletion_vectors, Reason::ambiguous, "The summaries do not add up.");
    else
      out_.numbers[TableFact::deletion_vectors] = sum;
  }

  void read_compaction() {
    const auto newest = std::ranges::find_if(line_.snapshots, [](const Snapshot* at) { return rewrites_files(*at); });
    if (newest != line_.snapshots.end())
      out_.compacted = (*newest)->at;
    else if (line_.end == AncestryEnd::first)
      out_.leave(TableFact::compaction, Reason::no_commit, "No snapshot since the first one has rewritten files.");
    else
      out_.leave(TableFact::compaction, Reason::expired, "No snapshot that is still there has rewritten files.");
  }

  void read_expiry() {
    if (line_.end == AncestryEnd::first)
      out_.expired_below = "none";
    else if (line_.end == AncestryEnd::expired)
      out_.expired_below = std::to_string(line_.snapshots.back()->id);
  }

  // A snapshot names the schema that was the table's when it was made.
  void read_schemas() {
    std::optional<std::int64_t> known;
    std::optional<LakeTime> at;
    for (auto snapshot = line_.snapshots.rbegin(); snapshot != line_.snapshots.rend(); ++snapshot) {
      if (!(*snapshot)->schema || !(*snapshot)->at) continue;
      add_change(known, *(*snapshot)->schema, at, *(*snapshot)->at);
      known = (*snapshot)->schema;
      at = (*snapshot)->at;
    }
    if (known && metadata_.schema && metadata_.updated) add_change(known, *metadata_.schema, at, *metadata_.updated);
  }

  void add_change(const std::optional<std::int64_t>& before, std::int64_t after, const std::optional<LakeTime>& lo,
                  const LakeTime& hi) {
    if (!before || *before == after) return;
    const auto from = metadata_.schemas.find(*before), to = metadata_.schemas.find(after);
    std::string text = from == metadata_.schemas.end() || to == metadata_.schemas.end()
                           ? "the fields of one of the two schemas are not there"
                           : schema_difference(from->second, to->second);
    if (text.empty()) text = "the same fields";
    out_.add_change({std::to_string(after), lo, hi, std::move(text)});
  }

  const Metadata& metadata_;
  const Ancestry& line_;
  TableFacts out_;
};
}  // namespace

TableFacts read_facts(const Metadata& metadata, const Ancestry& line) { return FactReader(metadata, line).read(); }

}  // namespace tidemark::iceberg
