// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/writer.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "models/timeline/place.h"
#include "models/timeline/writer_file.h"

namespace tidemark {
namespace {
constexpr Millis commit_after{250};
constexpr Millis upkeep_for{100};
constexpr std::chrono::milliseconds idle_wait{250};

class Writer final : public TimelineWriter {
 public:
  Writer(std::unique_ptr<WriterFile> file, WriterOptions options, const Clock& clock)
      : options_(std::move(options)), clock_(clock), file_(std::move(file)), registry_(file_->registry()) {
    stats_ = file_->stats();
    stats_.busy = true;
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
  }
  ~Writer() override { static_cast<void>(close()); }

  LaneId lane(const LaneSpec& spec) override { return registry_.lane(spec); }
  SeriesId series(LaneId lane, const SeriesSpec& spec) override { return registry_.series(lane, spec); }

  bool push(Poll poll) override {
    const std::scoped_lock lock(mutex_);
    const std::size_t samples = queued_samples_ + poll.samples.size();
    if (closed_ || queue_.size() >= options_.queue_limit || (!queue_.empty() && samples > options_.queue_samples))
      return false;
    queued_samples_ = samples;
    queue_.push_back(std::move(poll));
    ++pushed_;
    wake_.notify_one();
    return true;
  }

  std::size_t backlog() const override {
    const std::scoped_lock lock(mutex_);
    return queue_.size();
  }

  Result<> flush() override {
    std::unique_lock lock(mutex_);
    const std::uint64_t until = pushed_;
    done_.wait(lock, [&] { return finished_ >= until || closed_; });
    const auto error = std::exchange(unreported_, std::nullopt);
    if (error) return std::unexpected(*error);
    return {};
  }

  WriterStats stats() const override {
    const std::scoped_lock lock(mutex_);
    return stats_;
  }

  Result<> close() override {
    if (thread_.joinable()) {
      thread_.request_stop();
      thread_.join();
    }
    const std::scoped_lock lock(mutex_);
    if (closed_) return {};
    closed_ = true;
    done_.notify_all();
    const Result<> result = file_->close();
    file_.reset();
    if (unreported_) return std::unexpected(*std::exchange(unreported_, std::nullopt));
    return result;
  }

 private:
  void run(const std::stop_token& stop) {
    while (true) {
      std::vector<Poll> first = take(stop);
      if (!first.empty()) commit(std::move(first));
      maintain();
      const std::scoped_lock lock(mutex_);
      if (stop.stop_requested() && queue_.empty()) return;
    }
  }

  // Waits for polls, not long while there is upkeep to do.
  std::vector<Poll> take(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    if (!busy_) wake_.wait_for(lock, stop, idle_wait, [&] { return !queue_.empty(); });
    return pop();
  }

  bool waits() {
    const std::scoped_lock lock(mutex_);
    return !queue_.empty();
  }

  std::vector<Poll> pop_waiting() {
    const std::scoped_lock lock(mutex_);
    return pop();
  }

  std::vector<Poll> pop() {
    std::vector<Poll> polls;
    if (!queue_.empty()) {
      queued_samples_ -= queue_.front().samples.size();
      polls.push_back(std::move(queue_.front()));
      queue_.pop_front();
    }
    return polls;
  }

  // One transaction: what waits, for at most commit_after.
  void commit(std::vector<Poll> polls) {
    const MonoTime start = clock_.mono();
    std::vector<Committed> committed;
    std::uint64_t count = 0;
    Result<> result = file_->begin();
    while (!polls.empty()) {
      ++count;
      if (result) result = file_->store(polls.front(), committed);
      if (!result) file_->note_lost(polls.front(), result.error());
      if (clock_.mono() - start >= commit_after) break;
      const std::scoped_lock lock(mutex_);
      polls = pop();
    }
    if (result) result = file_->commit(committed);
    if (!result) file_->give_up(result.error());
    if (result && options_.on_commit)
      for (const Committed& one : committed) options_.on_commit(one);
    say(result);
    finish(count, result ? std::nullopt : std::optional(result.error()));
  }

  // Once when it begins and once when it is over.
  void say(const Result<>& result) {
    if (losing_ == !result) return;
    losing_ = !result;
    if (!options_.say) return;
    if (losing_)
      options_.say("not stored: " + result.error().line(), true);
    else
      options_.say("polls are stored again; those between are a gap", false);
  }

  void finish(std::uint64_t count, const std::optional<Error>& error) {
    const std::scoped_lock lock(mutex_);
    stats_ = file_->stats();
    stats_.busy = true;  // until maintain() has looked
    if (error && !unreported_) unreported_ = error;
    finished_ += count;
    done_.notify_all();
  }

  // Slices of upkeep for a moment, so that they keep up with any number of polls and polls do not wait for them.
  void maintain() {
    const MonoTime start = clock_.mono();
    const Between store_waiting = [this] {
      if (!waits() || !file_->ready()) return;
      if (std::vector<Poll> polls = pop_waiting(); !polls.empty()) commit(std::move(polls));
    };
    Result<bool> more = true;
    while (more.value_or(false)) {
      more = file_->maintain(store_waiting);
      if (clock_.mono() - start >= upkeep_for && !file_->behind()) break;
      if (file_->patient() && waits()) break;
    }
    busy_ = more.value_or(false);
    if (!more) finish(0, more.error());
    const std::scoped_lock lock(mutex_);
    if (file_->held()) stats_ = file_->stats();
    stats_.busy = busy_;
  }

  WriterOptions options_;
  const Clock& clock_;
  std::unique_ptr<WriterFile> file_;
  Registry& registry_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::condition_variable done_;
  std::deque<Poll> queue_;
  std::size_t queued_samples_ = 0;
  std::uint64_t pushed_ = 0;
  std::uint64_t finished_ = 0;
  bool closed_ = false;
  bool busy_ = false;    // the writer's thread only
  bool losing_ = false;  // that too
  WriterStats stats_;
  std::optional<Error> unreported_;
  std::jthread thread_;
};
}  // namespace

Result<std::unique_ptr<TimelineWriter>> TimelineWriter::open(const std::string& path, WriterOptions options,
                                                             const Clock& clock) {
  TM_TRY(auto file, WriterFile::open(path, options));
  return std::make_unique<Writer>(std::move(file), std::move(options), clock);
}

}  // namespace tidemark
