// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/processors/flink_api.h"

#include "collectors/http/url.h"

namespace tidemark::flink {
namespace {
// What stands where an answer was expected.
std::unexpected<HttpReply> no_answer(HttpReply reply) {
  if (reply.ok()) {
    reply.outcome = HttpOutcome::other;
    reply.error = {ErrorCode::unreachable, "answers something else than Flink", reply.error.where,
                   "check that the address is the one under which GET /jobs/overview answers"};
  } else if (const std::string said = error_text(reply.body); !said.empty()) {
    reply.error.what += ": " + said;
  }
  return std::unexpected(std::move(reply));
}
}  // namespace

// 404 in Flink's own words: there is no such job any more. A 404 of something else is no answer.
template <class T>
JobAnswer<T> FlinkApi::of_job(const std::string& path, std::optional<T> (*parse)(std::string_view)) {
  HttpReply reply = http_.get(path);
  if (reply.not_found() && !error_text(reply.body).empty()) return std::nullopt;
  auto answer = reply.ok() ? parse(reply.body) : std::nullopt;
  if (!answer) return no_answer(std::move(reply));
  return answer;
}

Answer<std::string> FlinkApi::version() {
  HttpReply reply = http_.get("/overview");
  auto version = reply.ok() ? parse_version(reply.body) : std::nullopt;
  if (!version) return no_answer(std::move(reply));
  return std::move(*version);
}

Answer<JobList> FlinkApi::jobs() {
  HttpReply reply = http_.get("/jobs/overview");
  auto jobs = reply.ok() ? parse_jobs(reply.body) : std::nullopt;
  if (!jobs) return no_answer(std::move(reply));
  return std::move(*jobs);
}

JobAnswer<JobDetail> FlinkApi::job(const std::string& id) { return of_job("/jobs/" + id, parse_job); }

JobAnswer<Checkpoints> FlinkApi::checkpoints(const std::string& id) {
  return of_job("/jobs/" + id + "/checkpoints", parse_checkpoints);
}

JobAnswer<CheckpointConfig> FlinkApi::checkpoint_config(const std::string& id) {
  return of_job("/jobs/" + id + "/checkpoints/config", parse_checkpoint_config);
}

JobAnswer<std::string> FlinkApi::newest_exception(const std::string& id) {
  return of_job("/jobs/" + id + "/exceptions?maxExceptions=1", parse_newest_exception);
}

JobAnswer<Metrics> FlinkApi::metrics(const std::string& id, const std::string& names) {
  return of_job("/jobs/" + id + "/metrics?get=" + percent_encode(names), parse_metrics);
}

JobAnswer<Metrics> FlinkApi::largest(const std::string& id, const std::string& vertex, const std::string& names) {
  return of_job("/jobs/" + id + "/vertices/" + vertex + "/subtasks/metrics?agg=max&get=" + percent_encode(names),
                parse_metrics);
}

}  // namespace tidemark::flink
