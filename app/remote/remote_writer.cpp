// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/remote_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "models/domain/passed_on.h"

namespace tidemark::remote {
namespace {
constexpr Millis slice{250};
constexpr Millis request_limit{30'000};
constexpr Millis says_every{60'000};
// Of one part: enough to find a few samples that are refused among many.
constexpr int most_halvings = 64;
}  // namespace

std::size_t part_end(const FeedPage& page, std::size_t poll, std::size_t most_samples) {
  const std::size_t first = poll == 0 ? 0 : page.polls[poll - 1].end;
  std::size_t end = poll + 1;
  while (end < page.polls.size() && page.polls[end].end - first <= most_samples) ++end;
  return end;
}

std::vector<Range> ranges_of(const FeedPage& page, std::size_t poll, std::size_t end, std::size_t most_samples) {
  std::vector<Range> out;
  std::size_t first = poll == 0 ? 0 : page.polls[poll - 1].end;
  while (first < page.polls[end - 1].end) {
    out.push_back({first, std::min(most_samples, page.polls[end - 1].end - first)});
    first += out.back().count;
  }
  return out;
}

Result<std::unique_ptr<RemoteWriter>> RemoteWriter::open(const RemoteWriteProfile& profile,
                                                         const SecretResolver& secrets, const Clock& clock,
                                                         RemoteWriterOptions options) {
  TM_TRY(Receiver receiver, Receiver::open(profile, secrets));
  std::unique_ptr<RemoteWriter> writer(new RemoteWriter(std::move(receiver), clock, std::move(options)));
  TM_TRY(writer->feed_, TimelineFeed::open(writer->options_.timeline));
  writer->find_position(profile);
  return writer;
}

RemoteWriter::RemoteWriter(Receiver receiver, const Clock& clock, RemoteWriterOptions options)
    : receiver_(std::move(receiver)),
      clock_(clock),
      options_(std::move(options)),
      path_(position_path(options_.timeline)),
      backoff_(options_.first_pause, options_.longest_pause) {}

RemoteWriter::~RemoteWriter() {
  now_.request_stop();
  thread_.request_stop();
}

void RemoteWriter::find_position(const RemoteWriteProfile& profile) {
  if (auto positions = read_positions(path_))
    positions_ = std::move(*positions);
  else
    options_.say("remote write: " + positions.error().line() + "; it begins as if the receiver were new", true);
  const auto found = std::ranges::find(positions_, receiver_.address(), &Position::receiver);
  mine_ = static_cast<std::size_t>(found - positions_.begin());
  if (found == positions_.end()) {
    positions_.push_back({receiver_.address(), 0, 0, clock_.now() - profile.past, {}});
    keep();
  }
  status_.sent = positions_[mine_].sent;
  status_.dropped = positions_[mine_].dropped;
}

void RemoteWriter::start() {
  thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

void RemoteWriter::run(std::stop_token stop) {
  while (clock_.wait(stop, std::min(slice, options_.looks_every)))
    while (!stop.stop_requested() && clock_.mono() >= due_) step(request_limit, now_.get_token());
  const std::lock_guard lock(mutex_);
  ended_ = true;
  end_of_thread_.notify_all();
}

void RemoteWriter::once(std::stop_token stop) {
  while (step(request_limit, stop) == Step::moved) continue;
  say_dropped(true);
}

void RemoteWriter::finish(Millis grace) {
  if (thread_.joinable()) {
    thread_.request_stop();
    {
      std::unique_lock lock(mutex_);
      end_of_thread_.wait_for(lock, grace, [this] { return ended_; });
    }
    now_.request_stop();
    thread_.join();
  }
  const MonoTime until = clock_.mono() + grace;
  while (status().answers && clock_.mono() < until && step(until - clock_.mono(), {}) == Step::moved) continue;
  say_dropped(true);
}

RemoteStatus RemoteWriter::status() {
  const std::lock_guard lock(mutex_);
  RemoteStatus out = status_;
  if (looked_) out.behind = waits_since_ ? std::max(Millis(0), clock_.now() - *waits_since_) : Millis(0);
  return out;
}

RemoteWriter::Step RemoteWriter::step(Millis limit, std::stop_token stop) {
  if (poll_ == page_.polls.size())
    if (const Step loaded = load(); loaded != Step::moved) return loaded;
  if (ranges_.empty()) {
    end_ = part_end(page_, poll_, options_.most_samples);
    ranges_ = ranges_of(page_, poll_, end_, options_.most_samples);
    std::ranges::reverse(ranges_);
    halvings_ = most_halvings;
  }
  const Step sent = ranges_.empty() ? Step::moved : send(limit, std::move(stop));
  if (!ranges_.empty()) return sent;
  advance();
  say_dropped(false);
  return sent;
}

RemoteWriter::Step RemoteWriter::load() {
  due_ = clock_.mono() + options_.looks_every;
  auto page = feed_->next(positions_[mine_].places, positions_[mine_].from, options_.most_cells);
  if (!page) {
    if (page.error().line() != complained_) options_.say("remote write: " + page.error().line(), true);
    complained_ = page.error().line();
    return Step::waits;
  }
  complained_.clear();
  page_ = std::move(*page);
  poll_ = 0;
  if (page_.lost > 0) {
    const std::string line = fmt::format(
        "remote write to {}: {} polls were dropped from the timeline before they "
        "could be sent",
        name(), page_.lost);
    options_.say(line, true);
    options_.tell({{}, clock_.now(), "collector", remote_write_kind, Object("source:" + name()), line, "warn"});
  }
  const std::lock_guard lock(mutex_);
  looked_ = true;
  waits_since_.reset();
  if (page_.polls.empty()) return Step::idle;
  waits_since_ = page_.polls.front().place.wall;
  due_ = clock_.mono();
  return Step::moved;
}

RemoteWriter::Step RemoteWriter::send(Millis limit, std::stop_token stop) {
  const Range range = ranges_.back();
  const Answer answer = receiver_.send(write_request(page_, range), limit, std::move(stop));
  note(answer);
  switch (answer.outcome) {
    case Answer::Outcome::taken: {
      ranges_.pop_back();
      backoff_.reset();
      positions_[mine_].sent += static_cast<std::int64_t>(range.count);
      const std::lock_guard lock(mutex_);
      status_.sent = positions_[mine_].sent;
      return Step::moved;
    }
    case Answer::Outcome::refused:
      return refuse(range, answer);
    case Answer::Outcome::again:
      due_ = clock_.mono() + backoff_.next(answer.pause);
      return Step::waits;
    case Answer::Outcome::stopped:
      break;
  }
  return Step::stopped;
}

RemoteWriter::Step RemoteWriter::refuse(Range range, const Answer& answer) {
  ranges_.pop_back();
  if (answer.in_part && range.count > 1 && halvings_ > 0) {
    --halvings_;
    const std::size_t half = range.count / 2;
    ranges_.push_back({range.first + half, range.count - half});
    ranges_.push_back({range.first, half});
    return Step::moved;
  }
  const auto dropped = static_cast<std::int64_t>(range.count);
  unsaid_ += dropped;
  positions_[mine_].dropped += dropped;
  {
    const std::lock_guard lock(mutex_);
    status_.dropped = positions_[mine_].dropped;
    status_.refusal = answer.text;
  }
  if (answer.in_part) return Step::moved;
  // It refuses everything: what it costs shall stay little.
  due_ = clock_.mono() + backoff_.next(answer.pause);
  return Step::waits;
}

// Of one lane only the last poll counts.
void RemoteWriter::advance() {
  std::vector<FeedPlace>& places = positions_[mine_].places;
  for (; poll_ < end_; ++poll_) {
    const FeedPlace& place = page_.polls[poll_].place;
    const auto known = std::ranges::find(places, place.lane, &FeedPlace::lane);
    if (known == places.end())
      places.push_back(place);
    else
      *known = place;
  }
  keep();
  const std::lock_guard lock(mutex_);
  waits_since_.reset();
  if (poll_ < page_.polls.size()) waits_since_ = page_.polls[poll_].place.wall;
}

void RemoteWriter::keep() {
  if (const auto kept = write_positions(path_, positions_); !kept)
    options_.say("remote write: " + kept.error().line() + "; a restart may repeat what was sent", true);
}

void RemoteWriter::note(const Answer& answer) {
  const std::lock_guard lock(mutex_);
  status_.cost.requests += answer.cost.requests;
  status_.cost.bytes += answer.cost.bytes;
  if (answer.outcome == Answer::Outcome::stopped) return;
  status_.answers = answer.outcome == Answer::Outcome::taken || answer.in_part;
  status_.reason = status_.answers ? Reason::none : answer.reason;
  status_.denied = answer.denied;
  status_.error = status_.answers ? std::string() : answer.text;
}

// At once, and then not more often than people read it.
void RemoteWriter::say_dropped(bool all) {
  if (unsaid_ == 0 || (!all && said_ != MonoTime::min() && clock_.mono() - said_ < says_every)) return;
  std::string why;
  {
    const std::lock_guard lock(mutex_);
    why = status_.refusal;
  }
  const std::string line =
      fmt::format("remote write to {}: {} samples are refused and dropped: {}", name(), std::exchange(unsaid_, 0), why);
  said_ = clock_.mono();
  options_.say(line, true);
  options_.tell({{}, clock_.now(), "collector", remote_write_kind, Object("source:" + name()), line, "warn"});
}

}  // namespace tidemark::remote
