// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/processors/flink_jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "models/domain/processor_jobs.h"

namespace tidemark::flink {
namespace {
constexpr std::size_t short_id = 8;
constexpr double per_second = 1000;  // ms
constexpr Millis settling{10'000};   // Flink shows the vertices as they were some seconds ago

// It goes on no more, or does not yet again, and nobody wanted that.
bool in_trouble(const JobRow& row) {
  static constexpr std::array<std::string_view, 5> well{"RUNNING", "FINISHED", "CANCELED", "CANCELLING", "CANCELING"};
  return std::ranges::find(well, row.state) == well.end();
}

std::string lines_of(const std::vector<Vertex>& vertices) {
  std::string out;
  for (const Vertex& vertex : vertices)
    out += fmt::format("{}{} {} {}", out.empty() ? "" : "\n", vertex.status.empty() ? "-" : vertex.status,
                       vertex.parallelism, vertex.name);
  return out;
}

double number(std::int64_t value) { return static_cast<double>(value); }
}  // namespace

void FlinkJobs::listed(const JobList& list) {
  cut_ = list.cut;
  std::set<std::string> there;
  for (const JobRow& row : list.jobs) {
    there.insert(row.id);
    jobs_[row.id].row = row;
  }
  std::erase_if(jobs_, [&](const auto& entry) { return !there.contains(entry.first); });
  name_jobs();
}

void FlinkJobs::name_jobs() {
  std::vector<Job*> all;
  for (auto& [id, job] : jobs_) all.push_back(&job);
  // The living first, by when they began; of those that have ended the newest.
  std::ranges::sort(all, {}, [](const Job* job) {
    const JobRow& row = job->row;
    return std::tuple(row.ended(), row.ended() ? -row.started_ms : row.started_ms, row.id);
  });
  std::set<std::string> taken;
  for (Job* job : all) {
    const JobRow& row = job->row;
    if (taken.insert(row.name).second)
      job->object = object::job(row.name);
    else
      job->object = row.ended() ? Object() : object::job(row.name + '/' + row.id.substr(0, short_id));
  }
}

std::vector<FlinkJobs::Job*> FlinkJobs::in_turn() {
  std::vector<Job*> all;
  for (auto& [id, job] : jobs_) {
    job.signals = {};
    if (!job.object.value().empty()) all.push_back(&job);
  }
  std::ranges::stable_sort(all, {}, [](const Job* job) { return job->asked; });
  return all;
}

void FlinkJobs::ask(FlinkApi& api, MonoTime now, Poll& poll) {
  const std::vector<Job*> all = in_turn();
  waiting_ = all.size();
  failed_ = 0;
  for (Job* job : all) {
    if (api.spent()) return;
    job->asked = now;
    const Answer<Step> answer = read(api, now, *job);
    if (answer && *answer == Step::late) return;
    --waiting_;
    if (answer) continue;
    const HttpReply& reply = answer.error();
    ++failed_;
    job->signals.set_all(reason_of(reply.outcome));
    poll.errors.push_back(
        {job->object.value(), reason_of(reply.outcome), reply.error.line(), reply.outcome == HttpOutcome::denied});
  }
}

Answer<FlinkJobs::Step> FlinkJobs::read(FlinkApi& api, MonoTime now, Job& job) {
  for (const auto step : {read_detail, read_checkpoints, read_restarts, read_exception, read_shares}) {
    if (api.spent()) return Step::late;
    Answer<Step> answer = step(api, now, job);
    if (!answer || *answer != Step::on) return answer;
  }
  return Step::done;
}

Answer<FlinkJobs::Step> FlinkJobs::read_detail(FlinkApi& api, MonoTime now, Job& job) {
  const JobRow& row = job.row;
  const auto as_it_stands = [](const JobRow& of) { return std::tie(of.state, of.modified_ms); };
  if (!job.detail || as_it_stands(job.detail_of) != as_it_stands(row)) job.changed = now;
  if (now - job.changed <= settling) {
    auto detail = api.job(row.id);
    if (!detail) return std::unexpected(std::move(detail.error()));
    if (!*detail) return Step::done;
    job.detail = std::move(**detail);
    job.detail_of = row;
  }
  return job.detail->batch ? Step::done : Step::on;
}

Answer<FlinkJobs::Step> FlinkJobs::read_checkpoints(FlinkApi& api, MonoTime now, Job& job) {
  if (job.row.ended()) return Step::on;
  if (!job.config) {
    auto config = api.checkpoint_config(job.row.id);
    if (!config) return std::unexpected(std::move(config.error()));
    job.config = *config;
  }
  auto answer = api.checkpoints(job.row.id);
  if (!answer) return std::unexpected(std::move(answer.error()));
  job.checkpoints = *answer;
  JobSignals& out = job.signals;
  if (!job.config || !job.checkpoints) {
    out.set_all(Reason::not_applicable);  // it makes none
    return Step::on;
  }
  const Checkpoints& of = *job.checkpoints;
  const bool by_hand = !job.config->interval_ms;
  const Reason none = by_hand ? Reason::not_applicable : Reason::no_commit;
  out.interval_ms = by_hand ? Known<double>(none) : number(*job.config->interval_ms);
  out.completed = number(of.completed);
  out.failed = number(of.failed);
  out.in_progress = number(of.in_progress);
  out.failure_rate = job.failures.next(of.completed, of.failed, now);
  if (by_hand && !out.failure_rate) out.failure_rate = none;
  out.duration_ms = out.age_ms = out.bytes = none;
  if (of.last_completed) {
    out.duration_ms = number(of.last_completed->duration_ms);
    if (of.last_completed->bytes) out.bytes = number(*of.last_completed->bytes);
    if (!by_hand) out.age_ms = number(std::max<std::int64_t>(0, job.row.now_ms - of.last_completed->ended_ms));
  }
  if (of.running_since_ms) {
    const double so_far = number(job.row.now_ms - *of.running_since_ms);
    if (so_far > out.duration_ms.value_or(0)) out.duration_ms = so_far;
  }
  return Step::on;
}

Answer<FlinkJobs::Step> FlinkJobs::read_restarts(FlinkApi& api, MonoTime, Job& job) {
  if (job.row.ended()) return Step::on;
  auto answer = api.metrics(job.row.id, "numRestarts,fullRestarts");
  if (!answer) return std::unexpected(std::move(answer.error()));
  if (!*answer) return Step::done;
  job.signals.restarts = Reason::no_history;
  for (const char* name : {"numRestarts", "fullRestarts"})
    if (const auto found = (*answer)->find(name); found != (*answer)->end()) {
      job.signals.restarts = found->second;
      job.restarts = found->second;
      break;
    }
  return Step::on;
}

// Also where it began before anybody looked.
Answer<FlinkJobs::Step> FlinkJobs::read_exception(FlinkApi& api, MonoTime, Job& job) {
  const bool trouble = in_trouble(job.row) && !(job.row.ended() && !job.exception.empty());
  const bool restarted = job.restarts.value_or(0) > 0 && job.restarts != job.exception_restarts;
  if (!trouble && !restarted) return job.row.ended() ? Step::done : Step::on;
  auto answer = api.newest_exception(job.row.id);
  if (!answer) return std::unexpected(std::move(answer.error()));
  if (!*answer) return Step::done;
  job.exception = std::move(**answer);
  job.exception_restarts = job.restarts;
  return job.row.ended() ? Step::done : Step::on;
}

Answer<FlinkJobs::Step> FlinkJobs::read_shares(FlinkApi& api, MonoTime, Job& job) {
  JobSignals& out = job.signals;
  out.backpressure = out.busy = Reason::not_applicable;
  if (job.row.state != "RUNNING") return Step::on;
  Known<double> backpressure = Reason::no_history, busy = Reason::no_history;
  const auto take = [](const Metrics& metrics, std::string_view name, Known<double>& largest) {
    const auto found = metrics.find(name);
    if (found == metrics.end() || found->second < 0) return;
    largest = std::max(largest.value_or(0), std::min(found->second / per_second, 1.0));
  };
  for (const Vertex& vertex : job.detail->vertices) {
    if (api.spent()) {
      out.backpressure = out.busy = Reason::not_probed;
      return Step::late;
    }
    auto answer = api.largest(job.row.id, vertex.id, "backPressuredTimeMsPerSecond,busyTimeMsPerSecond");
    if (!answer) return std::unexpected(std::move(answer.error()));
    if (!*answer) return Step::done;
    take(**answer, "backPressuredTimeMsPerSecond", backpressure);
    take(**answer, "busyTimeMsPerSecond", busy);
  }
  out.backpressure = backpressure;
  out.busy = busy;
  return Step::on;
}

void FlinkJobs::put_job(StateRecorder& recorder, Poll& poll, const Job& job) {
  const Object& object = job.object;
  recorder.put(poll, object, aspect::state, job.row.state, in_trouble(job.row) ? job.exception : std::string());
  recorder.put(poll, object, aspect::job_id, job.row.id);
  recorder.put(poll, object, aspect::started, std::to_string(job.row.started_ms));
  recorder.put(poll, object, aspect::vertices, lines_of(job.detail->vertices));
  if (job.restarts)
    recorder.put(poll, object, aspect::restarts, fmt::format("{:.0f}", *job.restarts),
                 *job.restarts > 0 ? job.exception : std::string());
  const Known<double>& rate = job.signals.failure_rate;
  if (!job.checkpoints || rate.reason() == Reason::not_probed) return;
  std::string why;
  if (job.checkpoints->last_one_failed()) why = job.checkpoints->last_failed->message;
  // Some fail before they have a number, and leave no message.
  if (why.empty() && (job.checkpoints->last_one_failed() || rate.value_or(0) > 0)) why = "Flink does not say why.";
  recorder.put(poll, object, aspect::checkpoint_failure, std::move(why));
}

void FlinkJobs::put(StateRecorder& recorder, Poll& poll) const {
  for (const auto& [id, job] : jobs_) {
    if (job.is_shown())
      put_job(recorder, poll, job);
    else if (!job.object.value().empty() && !job.detail)
      recorder.keep(job.object);
  }
  if (!cut_) recorder.gone_untouched(poll, "job:");
}

std::vector<SignalValue> FlinkJobs::values() const {
  std::vector<SignalValue> out;
  for (const auto& [id, job] : jobs_) {
    if (!job.is_shown() || job.row.ended()) continue;
    for (SignalValue& value : job.signals.of(job.object)) out.push_back(std::move(value));
  }
  return out;
}

std::vector<std::string> FlinkJobs::limits() const {
  std::vector<std::string> out;
  if (cut_) out.emplace_back("It has more than 500 jobs: the others are not known.");
  if (waiting_ > 0)
    out.push_back(
        fmt::format("{} of {} jobs could not be asked for in time: they come in turns.", waiting_, jobs_.size()));
  const auto has = [&](auto what) { return std::ranges::any_of(jobs_, what); };
  if (has([](const auto& entry) { return entry.second.detail && entry.second.detail->cut; }))
    out.emplace_back("A job has more than 100 vertices: the others are not asked for.");
  if (has([](const auto& entry) { return entry.second.detail && entry.second.detail->batch; }))
    out.emplace_back("Batch jobs are left out.");
  return out;
}

void JobSignals::set_all(Reason reason) {
  for (Known<double>* one : {&duration_ms, &age_ms, &interval_ms, &bytes, &failure_rate, &completed, &failed,
                             &in_progress, &restarts, &backpressure, &busy})
    *one = reason;
}

std::vector<SignalValue> JobSignals::of(const Object& object) const {
  std::vector<SignalValue> out;
  const auto add = [&](const char* name, const char* unit, const Known<double>& value) {
    out.push_back({Signal(name), object, unit, value});
  };
  add("checkpoint_duration_ms", "ms", duration_ms);
  add("checkpoint_age_ms", "ms", age_ms);
  add("checkpoint_interval_ms", "ms", interval_ms);
  add("checkpoint_bytes", "bytes", bytes);
  add("checkpoint_failure_rate", "1/s", failure_rate);
  add("checkpoints_completed", "", completed);
  add("checkpoints_failed", "", failed);
  add("checkpoints_in_progress", "", in_progress);
  add("restarts", "", restarts);
  add("backpressure", "", backpressure);
  add("busy", "", busy);
  return out;
}

}  // namespace tidemark::flink
