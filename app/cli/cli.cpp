// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "app/cli/report.h"
#include "app/cli/version.h"
#include "collectors/core/strict_json.h"

namespace tidemark::cli {
namespace {

struct Command {
  CLI::App* app;
  std::function<int(Streams&)> run;
};

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const auto near = strict_json::nearest(word, {known.begin(), known.end()});
  return near ? "did you mean " + in_quotes(*near) + '?' : std::string();
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

// "tidemark timeline info".
std::string full_name(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return (parent ? full_name(*parent) + ' ' : std::string()) + app.get_display_name();
}

std::vector<std::string> subcommand_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(sub->get_name());
  return names;
}

Error unexpected_word(const std::string& word, const CLI::App& app) {
  const bool option = word.starts_with('-');
  const std::string name = word.substr(0, word.find('='));
  const std::string hint = did_you_mean(name, option ? option_names(app) : subcommand_names(app));
  return {ErrorCode::usage,
          (option ? "unknown option " : "unexpected ") + in_quotes(name),
          {},
          hint.empty() ? "see " + full_name(app) + " --help" : hint};
}

// CLI11 writes its errors for a page; here an error is one line with what to do.
Error usage_error(const CLI::ParseError& error, const CLI::App& app) {
  const std::vector<std::string> left = app.remaining();
  const bool subcommand_missing = app.get_require_subcommand_min() > 0 && app.get_subcommands().empty();
  if (!left.empty() && (subcommand_missing || dynamic_cast<const CLI::ExtrasError*>(&error)))
    return unexpected_word(left.front(), app);
  if (!subcommand_missing) return {ErrorCode::usage, error.what(), {}, "see " + full_name(app) + " --help"};
  std::string choice;
  for (const std::string& name : subcommand_names(app)) choice += (choice.empty() ? "" : ", ") + name;
  return {ErrorCode::usage, "a word is missing after " + in_quotes(full_name(app)), {}, "one of " + choice};
}

Error unknown_verb(const std::string& word, const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.app->get_name());
  const std::string hint = did_you_mean(word, names);
  return {ErrorCode::usage, "unknown verb " + in_quotes(word), {}, hint.empty() ? "see tidemark --help" : hint};
}

const Command* find(const std::vector<Command>& commands, std::string_view name) {
  const auto found = std::ranges::find_if(commands, [&](const Command& c) { return c.app->get_name() == name; });
  return found == commands.end() ? nullptr : &*found;
}

void add(CLI::App& app, std::vector<Command>& commands, std::span<const Verb> verbs) {
  for (const Verb& verb : verbs) {
    if (find(commands, verb.name)) continue;  // the executable has its own
    CLI::App* sub = app.add_subcommand(std::string(verb.name), std::string(verb.summary));
    commands.push_back({sub, verb.configure(*sub)});
  }
}

// What a file manager hands over, not a verb written wrongly.
bool names_file(std::string_view word) {
  return word.find('/') != std::string_view::npos || word.ends_with(".tidemark");
}

// The subcommand that the arguments reached, however deep.
const CLI::App& deepest(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app : deepest(*parsed.front());
}

}  // namespace

int run(const std::vector<std::string>& arguments, Streams& streams, std::span<const Verb> more, const Verb* no_verb) {
  CLI::App app("How stale each Kafka consumer is, where it is stuck, and how sure that is.", "tidemark");
  app.set_version_flag("--version", "tidemark " + std::string(version));
  app.require_subcommand(0, 1);
  std::vector<Command> commands;
  add(app, commands, more);
  add(app, commands, verbs());
  const auto run_alone = no_verb ? no_verb->configure(app) : std::function<int(Streams&)>();

  if (!arguments.empty() && !arguments.front().starts_with('-') && !find(commands, arguments.front()) &&
      !(no_verb && names_file(arguments.front())))
    return report(streams, unknown_verb(arguments.front(), commands));
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error, streams.out, streams.err);
    return report(streams, usage_error(error, deepest(app)));
  }
  for (const Command& command : commands)
    if (command.app->parsed()) return command.run(streams);
  if (run_alone) return run_alone(streams);
  return report(streams, {ErrorCode::usage, "no verb", {}, "see tidemark --help"});
}

}  // namespace tidemark::cli
