// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drill_journal.h"

#include <algorithm>
#include <boost/json.hpp>

#include "app/session/finding_text.h"
#include "collectors/core/plain_text.h"
#include "collectors/core/strict_json.h"
#include "models/analysis/drill/document.h"
#include "models/logbook/drill_template.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using strict_json::Node;

constexpr std::string_view extension = "tidemark";

json::object spoken(const std::string& text) { return {{"type", "process"}, {"path", "echo"}, {"arguments", text}}; }

json::object action_of(const DrillStep& step) {
  std::string text = step.who.empty() ? step.title : step.who + ": " + step.title;
  if (!step.command.empty()) text += " — " + step.command;
  json::object out{{"type", "action"}, {"name", step.title}, {"provider", spoken(text)}};
  if (step.wait > Millis(0)) out["pauses"] = json::object{{"after", step.wait.count() / 1000}};
  return out;
}

json::object probe_of(const DrillSignal& signal) {
  return {{"type", "probe"}, {"name", signal.title}, {"provider", spoken("seen? " + signal.title)}};
}

json::object check_probe(const std::string& name, const std::string& drill) {
  return {
      {"type", "probe"},
      {"name", name},
      {"tolerance", 0},
      {"provider",
       json::object{{"type", "process"}, {"path", "tidemark"}, {"arguments", "drill start " + drill + " --dry-run"}}}};
}

// Steps from the one that ends the fault on.
bool is_way_back(const DrillTemplate& drill, const DrillStep& step) {
  const DrillStep* restore = drill.marked(StepMark::restore);
  return restore && &step >= restore;
}

json::object experiment_of(const DrillTemplate& drill) {
  json::array method, rollbacks, contributions;
  for (const DrillStep& step : drill.steps) (is_way_back(drill, step) ? rollbacks : method).push_back(action_of(step));
  for (const DrillSignal& signal : drill.expected) method.push_back(probe_of(signal));
  json::object out{{"version", "1.0.0"},
                   {"title", drill.title},
                   {"description", drill.purpose.empty() ? drill.title : drill.purpose},
                   {"tags", json::array{"tidemark", json::string(drill.incident)}}};
  json::object feeds;
  for (const std::string& row : drill.rows) feeds[row] = "high";
  if (!feeds.empty()) out["contributions"] = std::move(feeds);
  out["steady-state-hypothesis"] =
      json::object{{"title", "All is well in scope"}, {"probes", json::array{check_probe("steady", drill.id)}}};
  out["method"] = std::move(method);
  out["rollbacks"] = std::move(rollbacks);
  out["extensions"] = json::array{json::object{{"name", extension}, {"template", json::parse(text_of(drill))}}};
  return out;
}

json::object done(json::object activity, bool succeeded, LocalTime at, json::value output) {
  return {{"activity", std::move(activity)},
          {"status", succeeded ? "succeeded" : "failed"},
          {"start", rfc3339(at)},
          {"end", rfc3339(at)},
          {"duration", 0.0},
          {"output", std::move(output)}};
}

json::object steady_of(const DrillTemplate& drill, const std::vector<DrillCheck>& checks, LocalTime at) {
  json::array probes;
  bool met = true;
  for (const DrillCheck& check : checks) {
    const bool passes = check.outcome == Outcome::pass;
    json::object probe =
        done(check_probe(check.id, drill.id), passes, at,
             json::string(drill_reason_text({check.reason.code, std::string(word(check.outcome)), check.reason.params},
                                            finding_text)));
    probe["tolerance_met"] = passes;
    met = met && passes;
    probes.push_back(std::move(probe));
  }
  return {{"steady_state_met", met}, {"probes", std::move(probes)}};
}

json::value note_of(const std::string& note) { return note.empty() ? json::value(nullptr) : json::string(note); }

void put_steps(const DrillRun& run, json::array& ran, json::array& rolled_back) {
  for (const DrillStep& step : run.of.steps)
    if (const DrillStamp* stamp = run.stamped(step.id)) {
      json::object one = done(action_of(step), true, stamp->at, note_of(stamp->note));
      one["by"] = stamp->by;
      (is_way_back(run.of, step) ? rolled_back : ran).push_back(std::move(one));
    }
  for (const DrillStamp* stamp : run.unplanned()) {
    json::object activity{{"type", "action"}, {"name", stamp->note}, {"provider", spoken(stamp->note)}};
    json::object one = done(std::move(activity), true, stamp->at, note_of(stamp->note));
    one["by"] = stamp->by;
    ran.push_back(std::move(one));
  }
}

void put_signals(const DrillRun& run, json::array& ran) {
  if (!run.verdict) return;
  for (const SeenSignal& signal : run.verdict->seen) {
    const auto planned = std::ranges::find(run.of.expected, signal.id, &DrillSignal::id);
    if (planned == run.of.expected.end()) continue;
    ran.push_back(
        done(probe_of(*planned), signal.state == SeenState::seen, signal.at.value_or(run.verdict->at),
             json::string(std::string(word(signal.state)) + (signal.what.empty() ? "" : ": " + signal.what))));
  }
}

// On many lines, two blanks deeper each.
void put_pretty(const json::value& value, std::string& out, const std::string& indent) {
  const std::string inner = indent + "  ";
  const auto each = [&](const auto& all, char open, char close, auto&& write) {
    if (all.empty()) return void((out += open) += close);
    out += open;
    bool first = true;
    for (const auto& one : all) {
      out += (first ? "\n" : ",\n") + inner;
      first = false;
      write(one);
    }
    ((out += '\n') += indent) += close;
  };
  if (value.is_object())
    each(value.get_object(), '{', '}', [&](const json::key_value_pair& member) {
      out += json::serialize(json::string(member.key())) + ": ";
      put_pretty(member.value(), out, inner);
    });
  else if (value.is_array())
    each(value.get_array(), '[', ']', [&](const json::value& one) { put_pretty(one, out, inner); });
  else
    out += json::serialize(value);
}

std::string pretty(const json::value& value) {
  std::string out;
  put_pretty(value, out, {});
  return out + '\n';
}

Result<std::string> line_of(const Node& node, std::string_view key) {
  constexpr std::size_t longest = 400;
  TM_TRY(const std::string text, node.text_or(key, {}));
  return plain_line(text, longest);
}

// What an action calls, without what it is called with.
Result<std::string> call_of(const Node& action) {
  const auto provider = action.find("provider");
  if (!provider) return std::string();
  TM_TRY(const std::string type, line_of(*provider, "type"));
  if (type == "python") {
    TM_TRY(const std::string module, line_of(*provider, "module"));
    TM_TRY(const std::string func, line_of(*provider, "func"));
    return "python " + module + '.' + func;
  }
  TM_TRY(const std::string place, line_of(*provider, type == "http" ? "url" : "path"));
  // What stands behind a '?' or before an '@' may be a secret.
  const std::size_t at = place.find('@');
  const std::string plain = at == std::string::npos ? place : place.substr(at + 1);
  return type + ' ' + plain.substr(0, plain.find('?'));
}

Result<> add_activity(const Node& node, StepMark mark, DrillTemplate& out) {
  constexpr std::size_t most = 200;
  if (out.steps.size() + out.expected.size() >= most)
    return node.error("there are more than 200 activities", "split the experiment");
  TM_TRY(const std::string type, line_of(node, "type"));
  TM_TRY(std::string name, line_of(node, "name"));
  if (name.empty()) {
    TM_TRY(name, line_of(node, "ref"));
  }
  if (type == "probe") {
    DrillSignal& signal = out.expected.emplace_back();
    signal.id = "probe-" + std::to_string(out.expected.size());
    signal.title = name.empty() ? signal.id : name;
    return {};
  }
  DrillStep& step = out.steps.emplace_back();
  step.id = "step-" + std::to_string(out.steps.size());
  step.title = name.empty() ? step.id : name;
  step.mark = mark;
  TM_TRY(step.command, call_of(node));
  if (const auto pauses = node.find("pauses"))
    if (const auto after = pauses->find("after")) {
      TM_TRY(const double seconds, after->number(0, 86'400));
      step.wait = Millis(static_cast<std::int64_t>(seconds * 1000));
    }
  return {};
}

Result<DrillTemplate> foreign_experiment(const Node& root) {
  constexpr Millis minute{60'000};
  DrillTemplate out;
  TM_TRY(out.title, line_of(root, "title"));
  TM_TRY(out.purpose, line_of(root, "description"));
  if (out.title.empty()) return root.error("the experiment has no title", "is it one of Chaos Toolkit's?");
  for (const char c : out.title)
    out.id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c
              : c >= 'A' && c <= 'Z'                           ? static_cast<char>(c + 32)
                                                               : '-';
  out.id = "chaos-" + out.id.substr(0, 40);
  out.steady_for = 10 * minute;
  out.recover_within = 15 * minute;
  out.watch = 30 * minute;
  TM_CHECK(root.each("method", [&](const Node& node) {
    const bool first = out.steps.empty();
    return add_activity(node, first ? StepMark::fault : StepMark::none, out);
  }));
  if (out.steps.empty()) return root.error("the method has no action", "name what is done under `method`");
  bool first = true;
  TM_CHECK(root.each("rollbacks", [&](const Node& node) {
    const StepMark mark = first ? StepMark::restore : StepMark::none;
    first = false;
    return add_activity(node, mark, out);
  }));
  if (const auto hypothesis = root.find("steady-state-hypothesis")) {
    DrillCondition condition;
    condition.rule = "answer";
    condition.question = "hypothesis";
    TM_TRY(condition.title, line_of(*hypothesis, "title"));
    condition.otherwise = Outcome::fail;
    if (!condition.title.empty()) out.conditions.push_back(std::move(condition));
  }
  // Its hash is that of what is kept of it.
  return *drill_template_in(text_of(out));
}

Result<DrillTemplate> experiment_in(const Node& root) {
  std::optional<DrillTemplate> ours;
  TM_CHECK(root.each("extensions", [&](const Node& node) -> Result<> {
    TM_TRY(const std::string name, node.text_or("name", {}));
    const auto kept = node.find("template");
    if (name == extension && kept) ours = drill_template_in(kept->json());
    return {};
  }));
  return ours ? Result<DrillTemplate>(*std::move(ours)) : foreign_experiment(root);
}

Result<std::optional<bool>> steady_met(const Node& root, const char* when) {
  const auto states = root.find("steady_states");
  const auto one = states ? states->find(when) : std::nullopt;
  const auto met = one ? one->find("steady_state_met") : std::nullopt;
  if (!met) return std::nullopt;
  TM_TRY(const bool is, met->boolean());
  return is;
}

Result<ForeignJournal> journal_in(const Node& root) {
  ForeignJournal out;
  TM_TRY(const Node experiment, root.need("experiment"));
  TM_TRY(out.title, line_of(experiment, "title"));
  TM_TRY(const Node status, root.need("status"));
  TM_TRY(out.status, status.word({"completed", "failed", "aborted", "interrupted"}));
  for (const auto& [key, time] : {std::pair{"start", &out.from}, {"end", &out.to}}) {
    TM_TRY(std::string text, root.text_or(key, {}));
    // Chaos Toolkit writes UTC, mostly without saying so.
    if (!text.empty() && !parse_rfc3339(text)) text += 'Z';
    *time = parse_rfc3339(text);
  }
  TM_TRY(const bool deviated, root.boolean_or("deviated", false));
  TM_TRY(const auto before, steady_met(root, "before"));
  TM_TRY(const auto after, steady_met(root, "after"));
  if (deviated)
    out.says = Outcome::fail;
  else if (out.status == "completed" && before.value_or(false) && after.value_or(false))
    out.says = Outcome::pass;
  if (const auto ours = root.find("tidemark")) {
    TM_TRY(const std::string human, ours->text_or("human", {}));
    TM_TRY(out.slot, line_of(*ours, "slot"));
    out.says = outcome_from(human).value_or(Outcome::unknown);
  }
  return out;
}
}  // namespace

std::string experiment_text(const DrillTemplate& drill) { return pretty(experiment_of(drill)); }

Result<std::string> journal_text(const DrillRun& run, const std::string& tool) {
  if (run.status() == DrillStatus::running)
    return fail(ErrorCode::usage, "the drill " + run.id + " still runs", "DRILL",
                "end it with drill verdict or drill abort");
  const LocalTime end = run.verdict ? run.verdict->at : run.aborted->at;
  json::array ran, rolled_back;
  put_steps(run, ran, rolled_back);
  put_signals(run, ran);
  json::object steady{{"before", steady_of(run.of, run.before, run.at)}};
  if (run.verdict) steady["after"] = steady_of(run.of, run.verdict->after, end);
  const bool met = run.verdict && steady["after"].at("steady_state_met").as_bool();
  json::object ours{{"drill", run.id}, {"slot", run.of.slot}, {"scope", run.scope}, {"journal_hash", run.journal_hash}};
  for (const auto& [key, text] :
       {std::pair{"owner", &run.owner}, {"approver", &run.approver}, {"stop_condition", &run.stop}})
    ours[key] = *text;
  if (run.aborted) ours["aborted"] = run.aborted->reason;
  if (run.verdict) {
    ours["proposed"] = word(run.verdict->proposed);
    json::array reasons;
    for (const ReviewReason& reason : run.verdict->reasons)
      reasons.emplace_back(drill_reason_text(reason, finding_text));
    ours["reasons"] = std::move(reasons);
    ours["human"] = word(run.verdict->human);
    ours["name"] = run.verdict->name;
    if (!run.verdict->text.empty()) ours["text"] = run.verdict->text;
  }
  return pretty(json::object{{"tool", tool},
                             {"experiment", experiment_of(run.of)},
                             {"start", rfc3339(run.at)},
                             {"end", rfc3339(end)},
                             {"duration", static_cast<double>(Millis(end - run.at).count()) / 1000},
                             {"status", word(run.status())},
                             {"deviated", run.verdict && !met},
                             {"steady_states", std::move(steady)},
                             {"run", std::move(ran)},
                             {"rollbacks", std::move(rolled_back)},
                             {"tidemark", std::move(ours)}});
}

Result<std::variant<DrillTemplate, ForeignJournal>> read_chaos(std::string_view text, const std::string& file) {
  constexpr std::size_t largest = 4u << 20;
  TM_TRY(const auto document,
         strict_json::Document::parse(text, file, ErrorCode::usage, {.bytes = largest, .depth = 24}));
  const Node root = document.root();
  using Read = std::variant<DrillTemplate, ForeignJournal>;
  if (root.has("experiment")) {
    TM_TRY(ForeignJournal journal, journal_in(root));
    return Read(std::move(journal));
  }
  if (!root.has("method"))
    return root.error("this is neither an experiment nor a journal", "see Chaos Toolkit's reference");
  TM_TRY(DrillTemplate drill, experiment_in(root));
  return Read(std::move(drill));
}

}  // namespace tidemark
