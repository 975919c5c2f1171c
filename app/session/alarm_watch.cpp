// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/alarm_watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/session/finding_text.h"
#include "app/session/people.h"

namespace tidemark {
namespace {
constexpr Millis slice{250};
constexpr Millis longest_pause{1'800'000};
constexpr std::int64_t most_tries = 11;    // 1 h 13 min, by the usual pauses
constexpr std::size_t most_waiting = 500;  // messages
constexpr int judging_share = 10;

std::string text_in(const CellRecord& record, std::string_view name) {
  const auto field = std::ranges::find(record, name, &CellField::name);
  const auto* text = field == record.end() ? nullptr : std::get_if<std::string>(&field->cell.value);
  return text ? *text : std::string();
}

// The newest poll, without reading samples.
Result<std::optional<LocalTime>> newest_of(TimelineReader& reader, LocalTime now) {
  SnapshotRequest request;
  request.from = request.to = now;
  request.object_names = {"none:"};
  request.states = request.events = false;
  TM_TRY(const auto bounds, reader.load(request));
  return bounds->newest;
}

CellRecord body_of(const Transition& turn, const std::string& profile) {
  const bool closed = turn.turn == Turn::closed;
  return {{"tidemark", TIDEMARK_VERSION},
          {"schema", 1},
          {"verb", "alarm"},
          {"profile", profile},
          {"transition", word(turn.turn)},
          {"severity", word(turn.alarm.severity)},
          {"at", turn.at},
          {"opened_at", turn.alarm.opened_at},
          {"closed_at", closed ? Cell(turn.at) : Cell(Reason::not_applicable)},
          {"finding", turn.alarm.record}};
}
}  // namespace

Result<std::unique_ptr<AlarmWatch>> AlarmWatch::open(const Profile& profile, const SecretResolver& secrets,
                                                     const Clock& clock, AlarmWatchOptions options) {
  TM_TRY(AlarmDelivery delivery, AlarmDelivery::open(profile.alarms, secrets, clock));
  std::unique_ptr<AlarmWatch> watch(new AlarmWatch(profile, std::move(delivery), clock, std::move(options)));
  if (auto memory = read_alarms(watch->path_))
    watch->memory_ = std::move(*memory);
  else
    watch->options_.say("alarms: " + memory.error().line() + "; what is open is told anew", true);
  return watch;
}

AlarmWatch::AlarmWatch(Profile profile, AlarmDelivery delivery, const Clock& clock, AlarmWatchOptions options)
    : profile_(std::move(profile)),
      from_(severity_from(profile_.alarms.from).value_or(Severity::error)),
      delivery_(std::move(delivery)),
      clock_(clock),
      options_(std::move(options)),
      path_(alarms_path(options_.timeline)) {}

void AlarmWatch::start() {
  thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

void AlarmWatch::once(std::stop_token stop) {
  if (const auto judged = judge(); !judged) complain(judged.error());
  deliver_due(std::move(stop));
}

void AlarmWatch::run(std::stop_token stop) {
  MonoTime due = clock_.mono() + options_.judges_every;
  while (clock_.wait(stop, std::min(slice, options_.judges_every))) {
    const MonoTime begun = clock_.mono();
    if (begun >= due) {
      if (const auto judged = judge(); !judged) complain(judged.error());
      const Millis took = clock_.mono() - begun;
      due = begun + std::max(options_.judges_every, judging_share * took);
    }
    deliver_due(stop);
  }
}

void AlarmWatch::complain(const Error& error) {
  if (error.line() == complained_) return;
  complained_ = error.line();
  options_.say("alarms cannot be judged: " + complained_, true);
}

Result<> AlarmWatch::judge() {
  if (!reader_) {
    TM_TRY(reader_, TimelineReader::open(options_.timeline));
  }
  TM_TRY(const std::uint64_t generation, reader_->generation());
  if (generation == generation_) return {};
  TM_TRY(const auto at, newest_of(*reader_, clock_.now()));
  if (!at) return {};
  TM_TRY(const auto snapshot, reader_->load(diagnosis_request(*at)));
  Diagnosis diagnosis = diagnose(*snapshot, *at, rule_texts(), {}, profile_);
  TM_TRY(const auto paths, budgets_.judge(*reader_, profile_, *at));
  TM_TRY(const auto snoozed, snoozed_findings(options_.timeline, clock_.now()));
  put_snoozes(snoozed, diagnosis);
  const AlarmRound judgement = alarm_round(*at, sights_of(*snapshot, *at), diagnosis, paths, snoozed, finding_text);
  say_what_is_frozen(judgement);
  AlarmStep step = alarm_step(std::move(memory_.open), judgement, options_.closes_after);
  memory_.open = std::move(step.open);
  for (const Transition& turn : step.transitions) enqueue(turn);
  if (!step.transitions.empty()) keep();
  generation_ = generation;
  complained_.clear();
  return {};
}

void AlarmWatch::say_what_is_frozen(const AlarmRound& judgement) {
  std::string unseen;
  for (const auto& [cluster, sight] : judgement.sight)
    if (!sight.log && !cluster.value().empty()) unseen += (unseen.empty() ? "" : ", ") + cluster.value();
  if (unseen == unseen_) return;
  unseen_ = unseen;
  options_.say(unseen.empty() ? "alarms: enough is seen again"
                              : "alarms are frozen, too little was seen in the last minutes of " + unseen,
               !unseen.empty());
}

void AlarmWatch::enqueue(const Transition& turn) {
  const Alarm& alarm = turn.alarm;
  if (alarm.severity < from_) return;
  const std::string line =
      fmt::format("{} {} ({}): {}", alarm.id, word(turn.turn), word(alarm.severity), text_in(alarm.record, "title"));
  const std::string body = options_.text(body_of(turn, profile_.name));
  for (const std::string& receiver : delivery_.receivers())
    memory_.waiting.push_back({receiver, alarm.id, line, body, 0, clock_.now()});
  if (memory_.waiting.size() <= most_waiting) return;
  const auto lost = static_cast<std::ptrdiff_t>(memory_.waiting.size() - most_waiting);
  memory_.waiting.erase(memory_.waiting.begin(), memory_.waiting.begin() + lost);
  options_.say(fmt::format("alarms: {} messages are given up, more than {} wait", lost, most_waiting), true);
}

// Of each receiver the oldest message, and the next one where that was settled. Each is kept as soon as it is, so that
// one that was taken is not told again.
void AlarmWatch::deliver_due(std::stop_token stop) {
  std::set<std::string> holds_up;
  std::vector<AlarmMessage>& waiting = memory_.waiting;
  for (std::size_t i = 0; i < waiting.size() && !stop.stop_requested();) {
    if (holds_up.contains(waiting[i].to) || waiting[i].next > clock_.now()) {
      holds_up.insert(waiting[i++].to);
      continue;
    }
    const Delivered outcome = delivery_.deliver(waiting[i], stop);
    if (!outcome.taken && stop.stop_requested()) return;
    const bool waits = settle(waiting[i], outcome);
    if (waits)
      holds_up.insert(waiting[i++].to);
    else
      waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(i));
    keep();
  }
}

// True: it is tried again.
bool AlarmWatch::settle(AlarmMessage& message, const Delivered& outcome) {
  ++message.tries;
  const bool last = !outcome.taken && (!outcome.again || message.tries >= most_tries);
  std::string line = fmt::format("alarm {}; {}: {}", message.line, message.to, outcome.text);
  if (!outcome.taken && !last) {
    const Millis pause = std::min(longest_pause, options_.first_pause * (std::int64_t{1} << (message.tries - 1)));
    line += fmt::format("; tried again in {} s", (pause.count() + 999) / 1000);
    message.next = clock_.now() + pause;
  }
  if (last) line += "; given up";
  options_.say(line, !outcome.taken);
  if (outcome.taken || last)
    options_.tell({{}, clock_.now(), "collector", "alarm", Object(), line, outcome.taken ? "note" : "warn"});
  return !outcome.taken && !last;
}

void AlarmWatch::keep() {
  if (const auto kept = write_alarms(path_, memory_, options_.text); !kept)
    options_.say("alarms: " + kept.error().line() + "; a restart may repeat what was told", true);
}

}  // namespace tidemark
