// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/doubt.h"

#include <array>

namespace tidemark {
namespace {
struct Said {
  std::string_view word;
  std::string_view text;  // "%": the detail
};
constexpr std::array said = std::to_array<Said>({
    {"no-input", "the run does not say what it read"},
    {"no-table", "the timeline has no table %"},
    {"ambiguous-table", "the timeline has several tables %: name the cluster"},
    {"no-snapshot", "the timeline has no snapshot %"},
    {"no-version", "neither a snapshot nor a time of % is told"},
    {"after-history", "the time lies after what was collected, which ends at %"},
    {"before-history", "no commit is known that is so old: the first one is of %"},
    {"no-run-before", "what the run before it, %, read is not known"},
    {"not-after", "what the run before it read, snapshot %, is not among the ancestors"},
    {"expired", "snapshots before % have expired"},
    {"begins-unseen", "what came before snapshot % was never seen"},
    {"begin-unknown", "at which offsets snapshots % began is not known"},
    {"ranges-unknown", "which offsets are in snapshots % is not known"},
    {"estimated", "the offsets of snapshots % are estimated"},
    {"rows-removed", "snapshots % took rows out or replaced them"},
    {"perhaps-later", "snapshots % were committed by then, but seen only after it"},
    {"no-offsets", "the log's offsets at % are not known"},
    {"not-all-read", "of the topic only the time is told up to which it was read"},
});
}  // namespace

std::string_view word(DoubtKind kind) { return said.at(static_cast<std::size_t>(kind)).word; }

std::string text_of(const Doubt& doubt) {
  std::string out(said.at(static_cast<std::size_t>(doubt.kind)).text);
  const auto hole = out.find('%');
  return hole == std::string::npos ? out : out.replace(hole, 1, doubt.detail);
}

std::string text_of(const std::vector<Doubt>& doubts) {
  std::string out;
  for (const Doubt& doubt : doubts) out += (out.empty() ? "" : "; ") + text_of(doubt);
  return out;
}

}  // namespace tidemark
