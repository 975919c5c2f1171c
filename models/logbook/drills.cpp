// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/drills.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "models/logbook/body.h"
#include "models/logbook/drill_template.h"
#include "models/logbook/review_json.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using body::text_in;
using body::time_in;

json::array checks_written(const std::vector<DrillCheck>& checks) {
  json::array out;
  for (const DrillCheck& check : checks)
    out.push_back(json::object{{"check", check.id},
                               {"outcome", word(check.outcome)},
                               {"reasons", review_json::written(std::vector{check.reason})}});
  return out;
}

bool take_reasons(const json::object& from, std::vector<ReviewReason>& out) {
  const json::value* list = from.if_contains("reasons");
  if (!list || !list->is_array()) return false;
  for (const json::value& value : list->get_array()) {
    auto reason = value.is_object() ? review_json::reason_of(value.get_object()) : std::nullopt;
    if (!reason) return false;
    out.push_back(std::move(*reason));
  }
  return true;
}

bool take_checks(const json::object& from, std::string_view key, std::vector<DrillCheck>& out) {
  const json::value* list = from.if_contains(key);
  if (!list || !list->is_array()) return false;
  for (const json::value& value : list->get_array()) {
    const json::object* one = value.if_object();
    std::vector<ReviewReason> reasons;
    const auto outcome = one ? outcome_from(text_in(*one, "outcome").value_or("")) : std::nullopt;
    if (!outcome || !take_reasons(*one, reasons) || reasons.size() != 1) return false;
    out.push_back({text_in(*one, "check").value_or(""), *outcome, std::move(reasons.front())});
  }
  return true;
}

json::array signals_written(const std::vector<SeenSignal>& signals) {
  json::array out;
  for (const SeenSignal& signal : signals) {
    json::object one{{"signal", signal.id},         {"title", signal.title}, {"optional", signal.optional},
                     {"state", word(signal.state)}, {"early", signal.early}, {"error_ms", signal.error.count()},
                     {"what", signal.what}};
    if (signal.at)
      one["at"] = rfc3339(*signal.at);
    else
      one["reason"] = word(signal.at.reason());
    out.push_back(std::move(one));
  }
  return out;
}

bool is_true(const json::object& from, std::string_view key) {
  const json::value* value = from.if_contains(key);
  return value && value->is_bool() && value->get_bool();
}

std::optional<SeenSignal> signal_in(const json::object& from) {
  SeenSignal out{text_in(from, "signal").value_or(""), text_in(from, "title").value_or(""), is_true(from, "optional")};
  const auto state = seen_state_from(text_in(from, "state").value_or(""));
  const auto at = time_in(from, "at");
  const auto reason = reason_from(text_in(from, "reason").value_or(""));
  const json::value* error = from.if_contains("error_ms");
  if (!state || (!at && (!reason || *reason == Reason::none)) || !error || !error->is_int64()) return std::nullopt;
  out.state = *state;
  out.at = at ? Known<LocalTime>(*at) : Known<LocalTime>(*reason);
  out.error = Millis(error->get_int64());
  out.early = is_true(from, "early");
  out.what = text_in(from, "what").value_or("");
  return out;
}

bool take_signals(const json::object& from, std::vector<SeenSignal>& out) {
  const json::value* list = from.if_contains("signals");
  if (!list || !list->is_array()) return false;
  for (const json::value& value : list->get_array()) {
    auto signal = value.is_object() ? signal_in(value.get_object()) : std::nullopt;
    if (!signal) return false;
    out.push_back(std::move(*signal));
  }
  return true;
}

std::optional<DrillRun> started_in(const json::object& from) {
  DrillRun out;
  const json::value* kept = from.if_contains("template");
  auto drill = kept ? drill_template_in(json::serialize(*kept)) : std::nullopt;
  const auto at = time_in(from, "at");
  if (!drill || !at || !take_checks(from, "before", out.before)) return std::nullopt;
  out.of = std::move(*drill);
  out.at = *at;
  out.scope = text_in(from, "scope").value_or("");
  out.owner = text_in(from, "owner").value_or("");
  out.approver = text_in(from, "approver").value_or("");
  out.stop = text_in(from, "stop").value_or("");
  out.note = text_in(from, "note").value_or("");
  return out;
}

std::optional<DrillStamp> stamp_in(const json::object& from) {
  const auto at = time_in(from, "at");
  if (!at) return std::nullopt;
  const auto text = [&](std::string_view key) { return text_in(from, key).value_or(""); };
  DrillStamp out;
  out.step = text("step");
  out.note = text("note");
  out.question = text("question");
  out.answer = text("answer");
  out.at = *at;
  out.by = text("by");
  return out;
}

std::optional<DrillAbort> abort_in(const json::object& from) {
  const auto at = time_in(from, "at");
  const json::value* stop = from.if_contains("stop");
  if (!at || !stop || !stop->is_bool()) return std::nullopt;
  return DrillAbort{*at, text_in(from, "reason").value_or(""), stop->get_bool(), {}, {}};
}

std::optional<DrillVerdict> verdict_in(const json::object& from) {
  DrillVerdict out;
  const auto at = time_in(from, "at");
  const auto proposed = outcome_from(text_in(from, "proposed").value_or(""));
  const auto human = outcome_from(text_in(from, "human").value_or(""));
  if (!at || !proposed || !human || !take_reasons(from, out.reasons) ||
      !review_json::take_facts(from, "measures", out.measures) || !take_checks(from, "after", out.after) ||
      !take_signals(from, out.seen))
    return std::nullopt;
  out.at = *at;
  out.proposed = *proposed;
  out.human = *human;
  out.name = text_in(from, "name").value_or("");
  out.text = text_in(from, "text").value_or("");
  return out;
}

// False: the row is not what its kind says.
bool take_row(const LogEntry& entry, const json::object& from, const std::string& hash, DrillRun& run) {
  if (entry.kind == drill_stamp_kind) {
    auto stamp = stamp_in(from);
    if (!stamp) return false;
    stamp->author = entry.author;
    stamp->uuid = entry.uuid;
    stamp->hash = hash;
    run.stamps.push_back(std::move(*stamp));
  } else if (entry.kind == drill_undo_kind) {
    const auto undone = std::ranges::find(run.stamps, text_in(from, "stamp").value_or(""), &DrillStamp::uuid);
    if (undone != run.stamps.end()) undone->undone = true;
  } else if (entry.kind == drill_abort_kind) {
    auto abort = abort_in(from);
    if (!abort) return false;
    abort->author = entry.author;
    abort->hash = hash;
    if (!run.aborted) run.aborted = std::move(abort);
  } else {
    auto verdict = verdict_in(from);
    if (!verdict) return false;
    verdict->author = entry.author;
    verdict->hash = hash;
    run.verdict = std::move(verdict);
  }
  return true;
}

// Clocks of several hands differ: what a row speaks of is read before it, whenever it was written.
constexpr std::array<std::array<std::string_view, 3>, 3> stages{
    {{drill_start_kind}, {drill_stamp_kind}, {drill_undo_kind, drill_abort_kind, drill_verdict_kind}}};

struct Runs {
  std::vector<DrillRun> all;
  std::vector<std::string> hashes;  // of the rows of all[i], one after the other
};

// False: the row is not what its kind says.
bool take(const LogEntry& entry, Runs& runs) {
  json::value value;
  const json::object* from = body::read(entry, value);
  if (!from) return false;
  const std::string hash = hash_of(entry);
  if (entry.kind == drill_start_kind) {
    auto run = started_in(*from);
    if (!run) return false;
    run->author = entry.author;
    run->id = entry.uuid;
    run->hash = hash;
    runs.all.push_back(std::move(*run));
    runs.hashes.push_back(hash);
    return true;
  }
  const auto drill = text_in(*from, "drill");
  if (!drill) return false;
  const auto run = std::ranges::find(runs.all, *drill, &DrillRun::id);
  if (run == runs.all.end()) return true;
  runs.hashes[static_cast<std::size_t>(run - runs.all.begin())] += hash;
  return take_row(entry, *from, hash, *run);
}
}  // namespace

std::string body_of(const DrillRun& started) {
  return json::serialize(json::object{{"template", json::parse(text_of(started.of))},
                                      {"template_sha256", started.of.sha256},
                                      {"scope", started.scope},
                                      {"owner", started.owner},
                                      {"approver", started.approver},
                                      {"stop", started.stop},
                                      {"note", started.note},
                                      {"at", rfc3339(started.at)},
                                      {"before", checks_written(started.before)}});
}

std::string body_of(const std::string& drill, const DrillStamp& stamp) {
  json::object out{{"drill", drill}, {"step", stamp.step}, {"at", rfc3339(stamp.at)}, {"by", stamp.by}};
  if (!stamp.note.empty()) out["note"] = stamp.note;
  if (!stamp.question.empty()) {
    out["question"] = stamp.question;
    out["answer"] = stamp.answer;
  }
  return json::serialize(out);
}

std::string body_of_undo(const std::string& drill, const std::string& stamp, const std::string& note) {
  return json::serialize(json::object{{"drill", drill}, {"stamp", stamp}, {"note", note}});
}

std::string body_of(const std::string& drill, const DrillAbort& abort) {
  return json::serialize(
      json::object{{"drill", drill}, {"at", rfc3339(abort.at)}, {"reason", abort.reason}, {"stop", abort.stop}});
}

std::string body_of(const std::string& drill, const DrillVerdict& verdict) {
  return json::serialize(json::object{{"drill", drill},
                                      {"at", rfc3339(verdict.at)},
                                      {"proposed", word(verdict.proposed)},
                                      {"reasons", review_json::written(verdict.reasons)},
                                      {"human", word(verdict.human)},
                                      {"name", verdict.name},
                                      {"text", verdict.text},
                                      {"measures", review_json::written(verdict.measures)},
                                      {"signals", signals_written(verdict.seen)},
                                      {"after", checks_written(verdict.after)}});
}

Result<std::vector<DrillRun>> drills_in(const std::vector<LogEntry>& entries) {
  Runs runs;
  for (const auto& kinds : stages)
    for (const LogEntry& entry : entries)
      if (!entry.kind.empty() && std::ranges::find(kinds, entry.kind) != kinds.end() && !take(entry, runs))
        return body::not_a(entry);
  for (std::size_t i = 0; i < runs.all.size(); ++i) runs.all[i].journal_hash = sha256_of(runs.hashes[i]);
  std::ranges::stable_sort(runs.all, {}, &DrillRun::at);
  return std::move(runs.all);
}

}  // namespace tidemark
