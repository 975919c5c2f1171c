// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/watch.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tidemark {
namespace {
constexpr auto asks_every = std::chrono::milliseconds(250);
constexpr int tries_again_after = 4;  // asks
}  // namespace

TimelineWatch::TimelineWatch(std::string path, TimelineReader::Origin origin, ViewRequest first, Wake wake,
                             Millis page_first)
    : path_(std::move(path)),
      origin_(origin),
      wake_(std::move(wake)),
      page_first_(page_first),
      wanted_(std::move(first)) {
  thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

TimelineWatch::~TimelineWatch() {
  thread_.request_stop();
  const std::lock_guard lock(mutex_);
  if (reader_) reader_->cancel();
}

void TimelineWatch::show(ViewRequest request) {
  {
    const std::lock_guard lock(mutex_);
    if (wanted_ == request) return;
    wanted_ = std::move(request);
    fresh_ = true;
    if (reader_) reader_->cancel();
  }
  changed_.notify_all();
}

void TimelineWatch::perform(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    work_.push_back(std::move(work));
    fresh_ = true;
    if (reader_) reader_->cancel();
  }
  changed_.notify_all();
}

bool TimelineWatch::work() {
  std::vector<std::function<void()>> all;
  {
    const std::lock_guard lock(mutex_);
    std::swap(all, work_);
  }
  for (const auto& one : all) one();
  return !all.empty();
}

void TimelineWatch::wait(std::stop_token stop) {
  let_go();
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::move(stop), asks_every, [this] { return fresh_; });
}

void TimelineWatch::publish(ViewData data) {
  let_go();
  published_.push_back(std::make_shared<const ViewData>(std::move(data)));
  if (box_.put(published_.back())) wake_();
}

// Nobody can take a value again that only this thread still has.
void TimelineWatch::let_go() {
  const auto ours = [](const auto& shared) { return shared.use_count() <= 1; };
  std::erase_if(published_, [&](const std::shared_ptr<const ViewData>& data) {
    return ours(data) && ours(data->topics) && ours(data->lag) && ours(data->sources) && ours(data->tide) &&
           ours(data->tables) && ours(data->ledger) && ours(data->connectors) && ours(data->home) && ours(data->path) &&
           ours(data->incident) && ours(data->replays) && ours(data->dead_letters) && ours(data->schemas) &&
           ours(data->metrics) && ours(data->trend) && ours(data->lag_map) && ours(data->sheets) &&
           ours(data->review) && ours(data->own);
  });
  kept_.let_go();
}

// Gives the generation that is shown.
Result<std::uint64_t> TimelineWatch::load(const ViewRequest& request, std::stop_token stop) {
  TM_TRY(ViewData data, load_page(*reader_, request));
  TM_TRY(const Millis judging, kept_.takes(*reader_, data));
  const bool first_page = judging >= page_first_;
  if (first_page) {
    kept_.offer(data);
    publish(data);
    // Judging cannot be interrupted: not while somebody goes from page to page.
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, stop, asks_every, [this] { return fresh_; }) || stop.stop_requested())
      return fail(ErrorCode::cancelled, "something else was asked for");
  }
  TM_CHECK(kept_.load(*reader_, data));
  // The rows of both are the same: one of them keeps them.
  if (first_page) published_.pop_back();
  const std::uint64_t generation = data.generation;
  publish(std::move(data));
  return generation;
}

bool TimelineWatch::open(ViewRequest& request) {
  auto opened = TimelineReader::open(path_, origin_);
  const std::lock_guard lock(mutex_);
  request = wanted_;
  fresh_ = opened.has_value();
  if (opened) {
    reader_ = std::move(*opened);
    return true;
  }
  ViewData data;
  data.request = request;
  data.status.path = path_;
  data.error = std::move(opened.error());
  publish(std::move(data));
  return false;
}

void TimelineWatch::run(std::stop_token stop) {
  ViewRequest request;
  constexpr std::uint64_t nothing = UINT64_MAX;
  std::uint64_t shown = nothing;  // a generation
  for (int asks = 0; !stop.stop_requested(); ++asks) {
    if (work()) shown = nothing;
    if (!reader_ && (asks % tries_again_after != 0 || !open(request))) {
      wait(stop);
      continue;
    }
    {
      const std::lock_guard lock(mutex_);
      if (fresh_) shown = nothing;
      fresh_ = false;
      request = wanted_;
    }
    const auto generation = reader_->generation();
    if (generation && shown == *generation) {
      wait(stop);
      continue;
    }
    Result<std::uint64_t> data = generation ? load(request, stop) : generation;
    if (data) {
      shown = *data;
#ifdef __GLIBC__
      ::malloc_trim(0);  // what an hour of many partitions took while it was judged
#endif
      wait(stop);
    } else if (data.error().code != ErrorCode::cancelled) {
      ViewData failed;
      failed.request = request;
      failed.status.path = path_;
      failed.error = std::move(data.error());
      publish(std::move(failed));
      kept_ = {};
      const std::lock_guard lock(mutex_);
      reader_.reset();
    }
  }
}

}  // namespace tidemark
