// SPDX-License-Identifier: GPL-3.0-or-later
// What Flink's REST API answers, read leniently and made harmless: unknown keys pass, ids are 32 hexadecimal digits or
// refused, words keep letters and '_' only, texts have no control characters, no secrets and are capped. Times are ms
// of the JobManager's clock. Source: the REST API of Flink 1.13 to 2.x.
// Pure functions; any thread. Nothing for an answer that is not one of Flink's.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark::flink {

struct JobRow {
  std::string id;
  std::string name;
  // RUNNING, RESTARTING, FAILED, …; where Flink says RUNNING and some tasks do not: what these do (SCHEDULED: they
  // wait for a TaskManager).
  std::string state;
  std::int64_t started_ms = 0;
  std::int64_t now_ms = 0;       // of the answer; of a job that has ended: when it did
  std::int64_t modified_ms = 0;  // when a task last changed
  // It goes on no more.
  bool ended() const { return state == "FINISHED" || state == "CANCELED" || state == "FAILED"; }
  bool operator==(const JobRow&) const = default;
};
// GET /jobs/overview. `cut`: there are more than are kept.
struct JobList {
  std::vector<JobRow> jobs;
  bool cut = false;
};
std::optional<JobList> parse_jobs(std::string_view body);

struct Vertex {
  std::string id;
  std::string name;
  std::string status;
  std::int64_t parallelism = 0;
};
struct JobDetail {
  bool batch = false;            // what is not said is no batch
  std::vector<Vertex> vertices;  // as the data flow
  bool cut = false;              // there are more than are kept
};
// GET /jobs/{id}.
std::optional<JobDetail> parse_job(std::string_view body);

struct CompletedCheckpoint {
  std::int64_t id = 0;
  std::int64_t ended_ms = 0;
  std::int64_t duration_ms = 0;
  std::optional<std::int64_t> bytes;
};
struct FailedCheckpoint {
  std::int64_t id = 0;
  std::string message;
};
// Savepoints count with the others, as Flink counts them; the newest ones are checkpoints.
struct Checkpoints {
  std::int64_t completed = 0;
  std::int64_t failed = 0;
  std::int64_t in_progress = 0;
  std::optional<CompletedCheckpoint> last_completed;
  std::optional<FailedCheckpoint> last_failed;
  std::optional<std::int64_t> running_since_ms;  // the oldest that has not ended

  // Whether the last that is known to have ended failed.
  bool last_one_failed() const { return last_failed && (!last_completed || last_failed->id > last_completed->id); }
};
// GET /jobs/{id}/checkpoints.
std::optional<Checkpoints> parse_checkpoints(std::string_view body);

// GET /jobs/{id}/checkpoints/config.
struct CheckpointConfig {
  std::optional<std::int64_t> interval_ms;  // none: only when somebody asks for one
};
std::optional<CheckpointConfig> parse_checkpoint_config(std::string_view body);

// GET …/metrics?get=…, also with agg=max: by name; what is no number is left out.
std::optional<std::map<std::string, double, std::less<>>> parse_metrics(std::string_view body);
// GET /jobs/{id}/exceptions: the trace of the newest; empty where there is none.
std::optional<std::string> parse_newest_exception(std::string_view body);
// GET /overview: Flink's version.
std::optional<std::string> parse_version(std::string_view body);
// Of an error: its first line; empty where the body is none of Flink's.
std::string error_text(std::string_view body);

}  // namespace tidemark::flink
