// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reference/command_reference.h"

#include <CLI/App.hpp>

namespace tidemark::cli {
namespace {
OptionReference option_of(const CLI::Option& option) {
  OptionReference out{.help = option.get_description(), .required = option.get_required()};
  if (option.get_lnames().empty() && option.get_snames().empty()) {
    out.positional = true;
    out.names.push_back(option.get_name(true));
    return out;
  }
  for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) out.value = option.get_type_name();
  return out;
}
}  // namespace

CommandReference reference_of(const CLI::App& app) {
  CommandReference out{.name = app.get_name(), .summary = app.get_description()};
  for (const CLI::Option* option : app.get_options()) out.options.push_back(option_of(*option));
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    out.commands.push_back(reference_of(*command));
  return out;
}

}  // namespace tidemark::cli
