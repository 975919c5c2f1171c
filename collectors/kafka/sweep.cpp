// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/sweep.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds listing_wait{1000};
constexpr int ask_listing_again_after = 30;  // sweeps, where listing is not supported
constexpr int topic_gone_after = 2;
constexpr std::size_t most_errors = 100;
constexpr int most_topics_ended = 200;
using SteadyClock = std::chrono::steady_clock;

const std::string records = "records";
}  // namespace

Sweep::Sweep(std::unique_ptr<Session> session, const ClusterProfile& profile, const Clock& clock, SampleSink& sink)
    : profile_(profile),
      source_{"kafka", profile.name.value(), profile.name},
      session_(std::move(session)),
      roster_(profile.groups),
      offsets_(sink, clock, source_, "offsets", profile.poll),
      floor_(sink, clock, source_, "floor", std::max(profile.poll, SweepIntervals{}.floor)),
      idle_(sink, clock, source_, "groups-idle", std::max(profile.poll, SweepIntervals{}.idle_groups)),
      last_records_(sink, clock, source_, "last-records", std::max(profile.poll, SweepIntervals{}.floor)),
      fast_(sink, clock, source_, "fast", std::min(profile.poll, SweepIntervals{}.fast)) {
  const bool may_read =
      std::ranges::any_of(profile.read, [](const std::string& what) { return what == "residue" || what == "all"; });
  if (may_read) residues_ = std::make_unique<ResidueProber>(session_->config());
}

Millis Sweep::since(const Tick& tick) { return std::chrono::duration_cast<Millis>(SteadyClock::now() - tick.begun); }

Sweep::CostMark Sweep::cost_now() const { return {session_->requests(), thread_cpu_us() + session_->pool_cpu_us()}; }

void Sweep::charge(SweepLane& lane, const CostMark& before, const CostMark& after) {
  if (!lane.poll) return;
  lane.poll->cost.requests += after.requests - before.requests;
  lane.poll->cost.cpu_us += after.cpu_us - before.cpu_us;
}

Result<> Sweep::run(std::stop_token stop, const Tick& tick, const SweepPlan& plan) {
  begin(tick, plan);
  const auto before = cost_now();
  const auto begun = session_->begin_sweep(stop);
  if (stop.stop_requested()) return {};
  charge(offsets_, before, cost_now());
  if (!begun) {
    fail_all(begun.error());
    finish(tick);
    load_ = Millis(0);
    return begun;
  }
  {
    const std::lock_guard lock(mutex_);
    seen_ = {session_->main(), session_->topology()};
  }
  if (plan.offsets) {
    end_topics();
    if (listing_supported_ || ++sweeps_without_listing_ % ask_listing_again_after == 0)
      lister_.request(session_->main(), session_->topology()->brokers.size(), session_->call_timeout());
  }
  if (plan.floor) read_floor();
  if (plan.offsets) {
    read_groups(stop);
    until_commits_ = since(tick);
    read_marks();
    read_ages(stop, tick, plan.age_budget);
    if (residues_) {
      put_residues(offsets_, false);
      if (idle_.poll) {
        put_residues(idle_, true);
        residues_->forget_unasked();  // only here have all groups asked
      }
    }
    put_states();
    put_errors();
  }
  if (stop.stop_requested()) return {};
  finish(tick);
  // A client keeps something of every topic that it ever saw, and may hold on to a coordinator that has moved.
  if (roster_.coordinator_stuck() || topics_ended_ >= most_topics_ended) {
    session_->recreate();
    topics_ended_ = 0;
  }
  return {};
}

void Sweep::begin(const Tick& tick, const SweepPlan& plan) {
  offsets_.poll = plan.offsets ? offsets_.lane.begin(tick) : std::nullopt;
  floor_.poll = plan.floor ? floor_.lane.begin(tick) : std::nullopt;
  idle_.poll = plan.idle_groups ? idle_.lane.begin(tick) : std::nullopt;
  last_records_.poll = plan.last_records ? last_records_.lane.begin(tick) : std::nullopt;
}

// The lane with the high marks goes first: whoever reads in between sees a group older than the high mark, never newer.
void Sweep::finish(const Tick& tick) {
  // Connecting, the first search for every age, and waiting for what is down are not the load of an ordinary sweep.
  const bool ordinary = !std::exchange(first_, false) && session_->health().silent_brokers().empty();
  load_ = ordinary ? since(tick) : Millis(0);
  for (auto* lane : lanes()) {
    if (!lane->poll) continue;
    lane->marks.bury(*lane->poll);
    lane->lane.push(std::move(*lane->poll), tick);
    lane->poll.reset();
  }
}

void Sweep::fail_all(const Error& error) {
  const Reason reason = error.code == ErrorCode::denied ? Reason::no_permission : Reason::unreachable;
  for (auto* lane : lanes()) {
    if (!lane->poll) continue;
    lane->marks.put_reason(*lane->poll, reason);
    ++lane->poll->due;
    lane->poll->errors.push_back(
        {object::cluster(profile_.name).value(), reason, error.line(), error.code == ErrorCode::denied});
  }
}

void Sweep::put_marks(SweepLane& lane, const Signal& signal, const Marks& marks) {
  if (!lane.poll) return;
  for (const auto& [topic, values] : marks) lane.marks.put(*lane.poll, signal, topic, values, records);
  for (const auto& [topic, reason] : unseen_)
    if (is_hidden(topic)) lane.marks.put_reason(*lane.poll, signal, topic, reason, true);
  put_deleted(lane, signal);
}

void Sweep::put_deleted(SweepLane& lane, const Signal& signal) {
  for (const auto& [topic, missing] : topics_missing_)
    if (missing > 0 && !is_hidden(topic)) lane.marks.put_reason(*lane.poll, signal, topic, why_missing(topic));
}

void Sweep::read_floor() {
  const auto before = cost_now();
  floors_ = session_->floors();
  put_marks(floor_, signal::floor, floors_);
  charge(floor_, before, cost_now());
}

void Sweep::read_groups(std::stop_token stop) {
  auto before = cost_now();
  listing_ = lister_.take(stop, listing_wait);
  if (listing_) {
    session_->count_requests(listing_->requests);
    listing_supported_ = listing_->supported;
    if (listing_->supported) roster_.apply(*listing_);
  }
  ask_for_assigned_topics();
  roster_.assign_lanes(idle_.poll.has_value());
  read_commits(offsets_, false);
  charge(offsets_, before, cost_now());
  if (!idle_.poll) return;
  before = cost_now();
  read_commits(idle_, true);
  charge(idle_, before, cost_now());
}

void Sweep::read_commits(SweepLane& lane, bool idle) {
  const auto budget = std::max<std::chrono::milliseconds>(session_->call_timeout() * 2, profile_.poll / 2);
  const auto topology = session_->topology();
  const auto requests = roster_.due(idle);
  auto answers = session_->commits(requests, *topology, budget);
  const auto again = roster_.ask_again_by_name(answers);
  for (auto& answer : session_->commits(again, *topology, budget))
    std::ranges::find(answers, answer.group, &GroupCommits::group)->operator=(std::move(answer));
  for (auto& answer : answers) roster_.apply(std::move(answer));
  if (!lane.poll) return;
  for (const auto& request : requests) put_group(lane, roster_.groups().at(request.group));
}

// One value per partition that is committed, was committed, or is assigned.
void Sweep::put_group(SweepLane& lane, const RosterGroup& group) {
  std::map<std::string, std::vector<Known<std::int64_t>>, std::less<>> values;
  const Reason missing = group.commits.reason == Reason::none ? Reason::no_commit : group.commits.reason;
  const auto topology = session_->topology();
  const auto expect = [&](const auto& partitions_by_topic) {
    for (const auto& [topic, partitions] : partitions_by_topic) {
      if (!topology->topics.contains(topic) && !is_hidden(topic)) continue;
      auto& row = values[topic];
      if (row.size() < partitions.size()) row.resize(partitions.size(), Reason::never_polled);
      for (std::size_t i = 0; i < partitions.size(); ++i)
        if (partitions[i]) row[i] = is_hidden(topic) ? Reason::no_permission : missing;
    }
  };
  expect(group.ever_committed);
  expect(group.assigned());
  if (group.commits.reason == Reason::none) {
    for (const auto& [topic, partitions] : group.commits.topics) {
      const auto row = values.find(topic);
      if (row == values.end()) continue;
      for (std::size_t i = 0; i < partitions.size(); ++i)
        if (partitions[i]) row->second[i] = *partitions[i];
    }
  }
  const Signal signal = signal::group(GroupId(group.info.name));
  for (const auto& [topic, row] : values) lane.marks.put(*lane.poll, signal, topic, row, records);
  put_deleted(lane, signal);
  // A group that was never answered for has no series, and is missing from the poll all the same.
  if (values.empty() && group.commits.reason == Reason::no_permission) ++lane.poll->due;
}

void Sweep::read_marks() {
  const auto before = cost_now();
  stables_ = session_->stables();
  highs_ = session_->highs();
  put_marks(offsets_, signal::high, highs_);
  put_marks(offsets_, signal::stable, stables_);
  charge(offsets_, before, cost_now());
}

void Sweep::put_states() {
  if (!offsets_.poll) return;
  auto& poll = *offsets_.poll;
  put_hidden();
  put_topology(topology_states_, poll, *session_->topology(), brokers_);
  if (listing_ && listing_->supported) put_groups(group_states_, poll, roster_.groups(), listing_->complete);
  if (!listing_supported_) put_groups_unseen(poll, roster_.groups());
  end_groups();
  if (ages_.look_up() != AgeProber::LookUp::unknown)
    limit_states_.put(poll, object::cluster(profile_.name), aspect::time_lookup,
                      ages_.look_up() == AgeProber::LookUp::works ? "yes" : "no");
  limit_states_.put(poll, Object("source:" + source_.name), aspect::limits, lines(limits()));
}

void Sweep::put_errors() {
  if (!offsets_.poll) return;
  auto& errors = offsets_.poll->errors;
  for (const auto broker : session_->health().silent_brokers())
    errors.push_back(
        {object::broker(BrokerId(broker)).value(), Reason::unreachable, diagnose(session_->log().lines()).what, false});
  if (listing_ && listing_->supported) {
    ++offsets_.poll->due;
    offsets_.poll->answered += listing_->complete;
    if (!listing_->complete)
      errors.push_back({"list-groups", listing_->denied ? Reason::no_permission : Reason::unreachable, listing_->error,
                        listing_->denied});
  }
  for (const auto& [name, group] : roster_.groups()) {
    if (group.commits.reason == Reason::none || group.commits.reason == Reason::never_polled ||
        errors.size() >= most_errors)
      continue;
    errors.push_back({object::group(GroupId(name)).value(), group.commits.reason, error_text(group.commits.error),
                      is_denied(group.commits.error)});
  }
}

// A topic that the metadata no longer has, and that the cluster does not know, is `deleted`, and dies when it is still
// missing in the next sweep.
void Sweep::end_topics() {
  const auto topology = session_->topology();
  std::erase_if(unseen_, [&](const auto& entry) { return topology->topics.contains(entry.first); });
  std::set<std::string> missing;
  for (const auto& [name, sweeps] : topics_missing_)
    if (!topology->topics.contains(name)) missing.insert(name);
  ask_unseen(missing);
  for (const auto& [name, partitions] : topology->topics) topics_missing_[name] = 0;
  for (auto topic = topics_missing_.begin(); topic != topics_missing_.end();) {
    const bool gone = !topology->topics.contains(topic->first) && ++topic->second >= topic_gone_after &&
                      why_missing(topic->first) == Reason::deleted;
    if (!gone) {
      ++topic;
      continue;
    }
    for (auto* lane : lanes()) lane->marks.bury_topic(topic->first);
    roster_.forget_topic(topic->first);
    ages_.forget_topic(topic->first);
    floors_.erase(topic->first);
    unseen_.erase(topic->first);
    ++topics_ended_;
    topic = topics_missing_.erase(topic);
  }
}

void Sweep::end_groups() {
  for (const auto& name : roster_.take_gone()) {
    for (auto* lane : lanes()) {
      const GroupId group(name);
      for (const auto& signal :
           {signal::group(group), signal::age(group), signal::age_error(group), signal::residue(group)})
        lane->marks.bury_signal(signal);
    }
    small_gaps_.erase(name);
    put_group_gone(group_states_, *offsets_.poll, name);
  }
}

Sweep::Seen Sweep::seen() const {
  const std::lock_guard lock(mutex_);
  return seen_;
}

void Sweep::set_limit(const std::string& name, std::string sentence) {
  const std::lock_guard lock(mutex_);
  if (sentence.empty())
    other_limits_.erase(name);
  else
    other_limits_[name] = std::move(sentence);
}

std::vector<std::string> Sweep::limits() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> result;
  for (const auto& [name, sentence] : other_limits_) result.push_back(sentence);
  if (!listing_supported_)
    result.push_back(
        "This cluster does not list groups: only those named in the profile are seen, without states and members.");
  if (ages_.look_up() == AgeProber::LookUp::missing)
    result.push_back("This cluster does not find offsets by time: ages come from the timeline's own history.");
  const bool new_protocol = std::ranges::any_of(
      roster_.groups(), [](const auto& entry) { return entry.second.info.type == GroupType::consumer; });
  if (new_protocol) result.push_back("Members of groups of the new protocol need librdkafka 2.10 or newer.");
  return result;
}

}  // namespace tidemark
