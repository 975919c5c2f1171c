// SPDX-License-Identifier: GPL-3.0-or-later
// FlinkJobs: what is known of the jobs of one Flink, brought up to date poll by poll. Which jobs there are and their
// states come with one call; what each of them does is asked for job by job, in turns where a poll has no time for all.
// Jobs that work off what is there and end (batch) are left out. Ages are by Flink's own clock.
// Thread rule: one thread at a time.
#pragma once

#include <map>

#include "collectors/core/signal_recorder.h"
#include "collectors/core/state_recorder.h"
#include "collectors/processors/failure_rate.h"
#include "collectors/processors/flink_api.h"

namespace tidemark::flink {

// Of one job; shares are of the worst subtask.
struct JobSignals {
  Known<double> duration_ms = Reason::not_probed;  // of the last checkpoint; of one that already takes longer so far
  Known<double> age_ms = Reason::not_probed;       // since a checkpoint completed
  Known<double> interval_ms = Reason::not_probed;
  Known<double> bytes = Reason::not_probed;  // that the last one wrote
  Known<double> failure_rate = Reason::not_probed;
  Known<double> completed = Reason::not_probed;
  Known<double> failed = Reason::not_probed;
  Known<double> in_progress = Reason::not_probed;
  Known<double> restarts = Reason::not_probed;
  Known<double> backpressure = Reason::not_probed;
  Known<double> busy = Reason::not_probed;

  void set_all(Reason reason);
  std::vector<SignalValue> of(const Object& object) const;
};

class FlinkJobs final {
 public:
  void listed(const JobList& list);
  // Asks for what is due. What cannot be had is an error of the poll for that job.
  void ask(FlinkApi& api, MonoTime now, Poll& poll);
  // The states of all jobs; the end of those that are gone.
  void put(StateRecorder& recorder, Poll& poll) const;
  std::vector<SignalValue> values() const;

  bool all_asked() const { return waiting_ == 0 && failed_ == 0; }
  // What cannot be seen, a sentence each.
  std::vector<std::string> limits() const;

 private:
  struct Job {
    JobRow row;
    Object object;  // empty: another job has its name, and this one has ended
    std::optional<JobDetail> detail;
    JobRow detail_of;  // as it stood when the detail was read
    MonoTime changed;  // when it stood otherwise than before
    std::optional<CheckpointConfig> config;
    std::optional<Checkpoints> checkpoints;
    FailureRate failures;
    std::optional<double> restarts;
    std::string exception;  // the newest
    std::optional<double> exception_restarts;
    std::optional<MonoTime> asked;
    JobSignals signals;

    bool is_shown() const { return !object.value().empty() && detail && !detail->batch; }
  };

  void name_jobs();
  std::vector<Job*> in_turn();
  // Done: all is known, the job is gone, or it is none of those that are shown. Late: the poll has no time left.
  enum class Step : std::uint8_t { on, done, late };
  static Answer<Step> read(FlinkApi& api, MonoTime now, Job& job);
  static Answer<Step> read_detail(FlinkApi& api, MonoTime now, Job& job);
  static Answer<Step> read_checkpoints(FlinkApi& api, MonoTime now, Job& job);
  static Answer<Step> read_restarts(FlinkApi& api, MonoTime now, Job& job);
  static Answer<Step> read_exception(FlinkApi& api, MonoTime now, Job& job);
  static Answer<Step> read_shares(FlinkApi& api, MonoTime now, Job& job);
  static void put_job(StateRecorder& recorder, Poll& poll, const Job& job);

  std::map<std::string, Job> jobs_;  // by id
  bool cut_ = false;
  std::size_t waiting_ = 0;  // for their turn
  std::size_t failed_ = 0;
};

}  // namespace tidemark::flink
