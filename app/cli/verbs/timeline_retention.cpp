// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/timeline_retention.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "app/cli/question.h"
#include "models/domain/clock.h"
#include "models/timeline/keep.h"

namespace tidemark::cli {
namespace {
constexpr std::int64_t least_bytes = 10'000'000;

Result<KeepChange> change_of(const RetentionWanted& wanted) {
  KeepChange change;
  TM_TRY(change.raw, duration_of(wanted.age, "--age"));
  TM_TRY(change.five_minutes, duration_of(wanted.five_minutes, "--five-minutes"));
  if (wanted.size.empty()) return change;
  change.max_bytes = parse_size(wanted.size);
  if (!change.max_bytes || *change.max_bytes < least_bytes)
    return fail(ErrorCode::usage, "not a size of at least 10 MB: " + wanted.size, "--size",
                "write it as 500MB, 2GB or in bytes");
  return change;
}

Document document_of(const std::string& path, const Kept& kept, bool applied) {
  Document document;
  document.verb = "timeline retention";
  document.at = document.from = document.to = kept.newest.value_or(SystemClock().now());
  document.coverage = Reason::not_applicable;
  const Cell before = kept.deletes_before ? Cell(*kept.deletes_before) : Cell(Reason::not_applicable);
  document.rows.push_back({{"path", path},
                           {"retention_ms", kept.retention.raw},
                           {"retention_5min_ms", kept.retention.five_minutes},
                           {"retention_bytes", kept.retention.max_bytes},
                           {"deletes_bytes", kept.deletes_bytes},
                           {"deletes_before", before},
                           {"applied", applied}});
  return document;
}
}  // namespace

std::optional<std::int64_t> parse_size(std::string_view text) {
  struct Unit {
    std::string_view name;
    double bytes;
  };
  constexpr std::array<Unit, 6> units{{{"", 1}, {"B", 1}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}}};
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || number < 0) return std::nullopt;
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto* const unit = std::ranges::find(units, rest, &Unit::name);
  constexpr double most = 9e18;
  if (unit == units.end() || number * unit->bytes > most) return std::nullopt;
  return static_cast<std::int64_t>(number * unit->bytes);
}

Result<int> timeline_retention(Streams& streams, const Options& options, const std::string& path,
                               const RetentionWanted& wanted) {
  TM_TRY(const Output output, output_of(options, streams));
  TM_TRY(const KeepChange change, change_of(wanted));
  const bool changes = change.raw || change.five_minutes || change.max_bytes;
  TM_TRY(const Kept now, what_it_keeps(path, {}));
  TM_TRY(const Kept then, what_it_keeps(path, change));
  const bool apply = changes && !wanted.dry_run;
  if (apply && then.deletes_bytes > now.deletes_bytes && !wanted.yes)
    return fail(ErrorCode::usage,
                "this would delete " + std::to_string(then.deletes_bytes) + " bytes of samples and buckets" +
                    (then.deletes_before ? ", samples from before " + rfc3339(*then.deletes_before) : std::string()),
                path, "look with --dry-run, or say --yes");
  if (apply) TM_CHECK(keep(path, change));
  return answer(streams, output, document_of(path, then, apply), {});
}

}  // namespace tidemark::cli
