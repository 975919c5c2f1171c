// SPDX-License-Identifier: GPL-3.0-or-later
// FlinkApi: the questions that a JobManager is asked, over one connection, all of them reading. Never /backpressure,
// which makes Flink take samples of its tasks: what they measure themselves is asked for. It counts what the questions
// cost and how long they took, against a budget of time for each poll.
// Thread rule: one thread at a time. A stop request ends a call within 250 ms.
// Errors: the reply that is none of Flink's answers, with its outcome.
#pragma once

#include <expected>

#include "collectors/http/paced_client.h"
#include "collectors/processors/flink_answers.h"

namespace tidemark::flink {

template <class T>
using Answer = std::expected<T, HttpReply>;
// Nothing where the job is gone.
template <class T>
using JobAnswer = Answer<std::optional<T>>;
using Metrics = std::map<std::string, double, std::less<>>;

class FlinkApi final {
 public:
  // `base` is the address without a slash at its end.
  FlinkApi(HttpClient http, std::string base) : http_(std::move(http), std::move(base), "application/json") {}

  // A new poll: what is asked from now on is counted there, and may take this long.
  void begin(std::stop_token stop, PollCost& cost, Millis budget) { http_.begin(std::move(stop), cost, budget); }
  bool spent() const { return http_.spent(); }
  Millis took() const { return http_.took(); }

  Answer<std::string> version();
  Answer<JobList> jobs();
  JobAnswer<JobDetail> job(const std::string& id);
  JobAnswer<Checkpoints> checkpoints(const std::string& id);
  JobAnswer<CheckpointConfig> checkpoint_config(const std::string& id);
  JobAnswer<std::string> newest_exception(const std::string& id);
  // Those of these names that the job has.
  JobAnswer<Metrics> metrics(const std::string& id, const std::string& names);
  // The largest of all subtasks of a vertex.
  JobAnswer<Metrics> largest(const std::string& id, const std::string& vertex, const std::string& names);

 private:
  template <class T>
  JobAnswer<T> of_job(const std::string& path, std::optional<T> (*parse)(std::string_view));

  PacedClient http_;
};

}  // namespace tidemark::flink
