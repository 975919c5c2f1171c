// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/delta/read_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "collectors/core/plain_text.h"

namespace tidemark::delta {
namespace {
constexpr std::size_t most_files = 2'000'000;

class FactReader final {
 public:
  explicit FactReader(const LogView& log) : log_(log), whole_(log.commits.front().version == 0) {}

  TableFacts read() {
    for (const TableFact fact : {TableFact::delete_files, TableFact::position_deletes, TableFact::equality_deletes})
      out_.leave(fact, Reason::not_applicable, "Delta leaves rows out by deletion vectors only.");
    out_.leave(TableFact::versions, Reason::not_probed, "The log is not listed at every look.");
    count_files();
    count_conflicts();
    read_operation(TableFact::compaction, out_.compacted, [](const Commit& at) {
      return at.operation.starts_with("OPTIMIZE") || at.operation.starts_with("REORG");
    });
    read_operation(TableFact::cleaning, out_.cleaned, [](const Commit& at) { return at.operation == "VACUUM END"; });
    read_schemas();
    return std::move(out_);
  }

 private:
  struct File {
    std::int64_t size = 0;
    bool vector = false;
  };

  void leave_files(Reason reason, const std::string& why) {
    for (const TableFact fact :
         {TableFact::files, TableFact::bytes, TableFact::mean_file_bytes, TableFact::deletion_vectors})
      out_.leave(fact, reason, why);
  }

  // A file may be added again as it is, with statistics for one thing.
  void count_files() {
    if (!whole_)
      return leave_files(Reason::not_probed,
                         fmt::format("Files are counted from version 0 on; the log is read from version {} on.",
                                     log_.commits.front().version));
    std::unordered_map<std::uint64_t, File> files;
    for (const Commit& at : log_.commits) {
      if (!at.damage.empty())
        return leave_files(Reason::ambiguous, fmt::format("Version {} of the log cannot be read.", at.version));
      if (!at.changes || files.size() > most_files)
        return leave_files(Reason::not_supported,
                           fmt::format("Version {} changes more files than are counted.", at.version));
      for (const FileChange& change : *at.changes)
        if (change.added)
          files[change.file] = {change.size, change.vector};
        else
          files.erase(change.file);
    }
    sum_up(files);
  }

  void sum_up(const std::unordered_map<std::uint64_t, File>& files) {
    std::int64_t bytes = 0, vectors = 0;
    bool sized = true;
    for (const auto& [hash, file] : files) {
      sized = sized && file.size >= 0 && !__builtin_add_overflow(bytes, file.size, &bytes);
      vectors += file.vector ? 1 : 0;
    }
    const auto count = static_cast<std::int64_t>(files.size());
    out_.numbers[TableFact::files] = count;
    out_.numbers[TableFact::deletion_vectors] = vectors;
    out_.tell(TableFact::bytes, sized ? std::optional(bytes) : std::nullopt, Reason::ambiguous,
              "A file in the log has no size.");
    out_.tell_mean(count);
  }

  void count_conflicts() {
    std::int64_t sum = 0;
    const Commit* silent = nullptr;
    for (const Commit& at : log_.commits)
      if (!at.retries || __builtin_add_overflow(sum, *at.retries, &sum)) silent = &at;
    if (silent == nullptr)
      out_.numbers[TableFact::conflicts] = sum;
    else
      out_.leave(TableFact::conflicts, Reason::not_supported,
                 fmt::format("At least {}: version {} ({}) does not say how often its commit was tried again.", sum,
                             silent->version, plain_line(silent->operation, 40)));
  }

  template <class Is>
  void read_operation(TableFact fact, std::optional<LakeTime>& out, Is&& is) {
    const auto newest = std::ranges::find_if(log_.commits.rbegin(), log_.commits.rend(), is);
    if (newest != log_.commits.rend() && newest->at)
      out = newest->at;
    else if (newest != log_.commits.rend())
      out_.leave(fact, Reason::not_supported, fmt::format("Version {} tells no time.", newest->version));
    else if (whole_)
      out_.leave(fact, Reason::no_commit, "The log, from its first version on, has none.");
    else
      out_.leave(fact, Reason::not_probed,
                 fmt::format("The log has none from version {} on; older ones are not read or have gone.",
                             log_.commits.front().version));
  }

  void read_schemas() {
    const SchemaFields* known = nullptr;
    for (const Commit& at : log_.commits) {
      if (!at.schema) continue;
      std::string text = known == nullptr ? std::string() : schema_difference(*known, *at.schema);
      if (!text.empty() && at.at) out_.add_change({std::to_string(at.version), at.at, *at.at, std::move(text)});
      known = &*at.schema;
    }
  }

  const LogView& log_;
  const bool whole_;
  TableFacts out_;
};
}  // namespace

TableFacts read_facts(const LogView& log) { return FactReader(log).read(); }

}  // namespace tidemark::delta
