// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/session/connection/asking.h"
#include "app/session/connection/kafka_target.h"
#include "app/session/connection/permissions.h"
#include "app/session/connection/reach_steps.h"
#include "collectors/kafka/kafka_source.h"
#include "collectors/kafka/record_reader.h"

namespace tidemark {
namespace {
constexpr std::size_t most_brokers = 16;  // that are visited
constexpr ReadBounds one_record{1, std::chrono::milliseconds(3'000)};

std::size_t count_of(const Poll& poll, std::string_view kind) {
  std::set<std::string_view> seen;
  for (const StateSample& state : poll.states)
    if (object::kind(state.object) == kind) seen.insert(object::name(state.object));
  return seen.size();
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

void tell_brokers(const Poll& poll, const ConnectionTarget& target, const std::stop_token& stop, StepBook& book) {
  std::size_t visited = 0;
  for (const StateSample& state : poll.states) {
    if (state.aspect != aspect::host || object::kind(state.object) != "broker" || !state.value) continue;
    const bool known = std::ranges::any_of(
        target.hosts, [&](const reach::HostPort& at) { return at == reach::host_port(*state.value, kafka_port); });
    if (known || ++visited > most_brokers || stop.stop_requested()) continue;
    book.tell(reach_step(state.object.value(), *state.value, kafka_port, stop));
  }
}

// The first partition that is shown, with a record in it.
std::optional<TopicPartition> readable_of(const Poll& poll, RecordReader& reader) {
  for (const StateSample& state : poll.states) {
    if (object::kind(state.object) != "topic" || state.aspect != aspect::partitions) continue;
    TopicPartition first{TopicName(std::string(object::name(state.object))), PartitionId(0)};
    const auto ends = reader.ends(first);
    if (ends && ends->floor < ends->high) return first;
    if (!ends) return std::nullopt;
  }
  return std::nullopt;
}

// Only where the profile allows that records are read.
void tell_read(const Poll& poll, const ClusterProfile& cluster, const ConnectionCheck& check, StepBook& book) {
  ConnectionStep step{.step = "permission", .object = "read records"};
  step.without = "residue, dead letters, ids of schemas, keys: what \"read\" of the profile allows";
  if (cluster.read.empty()) {
    step.says = "the profile asks for none";
    return book.tell(std::move(step));
  }
  step.state = StepState::unknown;
  auto reader = RecordReader::open(cluster, check.secrets);
  const auto at = reader ? readable_of(poll, **reader) : std::nullopt;
  if (!at) {
    step.says = "there is no record to try it on";
    return book.tell(std::move(step));
  }
  const auto ends = (*reader)->ends(*at);
  const auto [read, took] = timed([&]() -> Result<std::int64_t> {
    TM_CHECK(ends);
    return (*reader)->read(*at, ends->floor, ends->high, one_record, check.stop,
                           [](const RecordHead&) { return false; });
  });
  if (!read) {
    step = failed_step("permission", read.error(), took);
    step.object = "read records";
    if (read.error().code != ErrorCode::denied) step.state = StepState::unknown;
  } else {
    step.took = took;
    const bool any = *read > ends->floor;
    step.state = any ? StepState::ok : StepState::unknown;
    step.says = any ? "a record of " + at->topic.value() + " was read, and not kept"
                    : "no record came within 3 s of " + at->topic.value();
    if (any) step.without.clear();
  }
  book.tell(std::move(step));
}

bool wants_certificate(const StepBook& book) {
  return std::ranges::any_of(book.steps(), [](const ConnectionStep& step) {
    return step.step == "tls" && step.state == StepState::ok && !step.fix.empty();
  });
}

void tell_silence(const ConnectionTarget& target, const Error& error, Millis took, const ConnectionCheck& check,
                  StepBook& book) {
  if (error.code == ErrorCode::cancelled) return skip_asking(book, "stopped");
  if (error.code == ErrorCode::denied || (error.code == ErrorCode::unreachable && wants_certificate(book))) {
    ConnectionStep step = failed_step("sign-in", error, took);
    for (const ConnectionStep& other : book.steps())
      if (error.code != ErrorCode::denied && other.step == "tls" && !other.fix.empty()) step.fix = other.fix;
    book.tell(std::move(step));
    return book.skip("answer", "signing in comes first");
  }
  if (!target.tls) tell_unwanted_tls(target, check.stop, book);
  if (book.has("tls", StepState::failed)) return skip_asking(book, "TLS comes first");
  book.tell({.step = "sign-in", .state = StepState::unknown, .says = "no answer tells"});
  book.tell(failed_step("answer", error, took));
}
}  // namespace

void tell_cluster(const ConnectionTarget& target, const ConnectionCheck& check, StepBook& book) {
  const ClusterProfile& cluster = target.part.clusters.front();
  ToldPolls polls;
  auto source = KafkaSource::open(cluster, check.secrets, check.clock, polls);
  if (!source) {
    book.tell(failed_step("settings", source.error(), Reason::not_applicable));
    return skip_asking(book, "the settings come first");
  }
  const auto [result, took] = timed([&] { return (*source)->poll_once(check.stop, Millis(0)); });
  source->reset();
  if (!result) return tell_silence(target, result.error(), took, check, book);
  tell_signed_in(book);
  const Poll* offsets = polls.of("kafka/offsets");
  if (offsets == nullptr) return book.tell({.step = "answer", .state = StepState::unknown, .says = "it told nothing"});
  book.tell({.step = "answer",
             .state = StepState::ok,
             .took = took,
             .says = counted(count_of(*offsets, "broker"), "broker") + ", " +
                     counted(count_of(*offsets, "topic"), "topic") + ", " +
                     counted(count_of(*offsets, "group"), "group")});
  tell_brokers(*offsets, target, check.stop, book);
  for (ConnectionStep& step : kafka_permissions(polls, book.endpoint().principal)) book.tell(std::move(step));
  if (!check.stop.stop_requested()) tell_read(*offsets, cluster, check, book);
}

}  // namespace tidemark
