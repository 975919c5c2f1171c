// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/timeline_retention.h"

#include "app/cli/question.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
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
                           {"bytes_per_day", kept.bytes_a_day ? Cell(*kept.bytes_a_day) : Cell(Reason::no_history)},
                           {"deletes_bytes", kept.deletes_bytes},
                           {"deletes_before", before},
                           {"applied", applied}});
  return document;
}
}  // namespace

Result<int> timeline_retention(Streams& streams, const Options& options, const std::string& path,
                               const RetentionWanted& wanted) {
  TM_TRY(const Output output, output_of(options, streams));
  TM_TRY(const KeepChange change, keep_change(wanted.keep));
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
