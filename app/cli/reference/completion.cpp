// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reference/completion.h"

#include <functional>

namespace tidemark::cli {
namespace {
bool takes_file(const OptionReference& option) {
  return option.value.find("FILE") != std::string::npos || option.value.find("DIR") != std::string::npos;
}

// Every command with the words that lead to it: "timeline", "timeline info".
void visit(const CommandReference& command, const std::string& words,
           const std::function<void(const CommandReference&, const std::string&)>& each) {
  each(command, words);
  for (const CommandReference& sub : command.commands)
    visit(sub, words.empty() ? sub.name : words + ' ' + sub.name, each);
}

void append(std::string& list, const std::string& word) { list += (list.empty() ? "" : " ") + word; }

std::string in_quotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

std::string identifier(std::string name) {
  for (char& c : name)
    if (c == '-') c = '_';
  return name;
}

std::string bash_function(const CommandReference& command, const std::string& name) {
  std::string known, offered;
  visit(command, {}, [&](const CommandReference& one, const std::string& words) {
    std::string options, commands, file_options, value_options;
    for (const OptionReference& option : one.options)
      for (const std::string& word : option.names) {
        if (option.positional) continue;
        append(options, word);
        if (!option.value.empty()) append(takes_file(option) ? file_options : value_options, word);
      }
    for (const CommandReference& sub : one.commands) append(commands, sub.name);
    if (!words.empty()) known += (known.empty() ? "" : "|") + in_quotes(words);
    const std::string when = "    " + in_quotes(words) + ") ";
    offered += when + "commands=" + in_quotes(commands) + " options=" + in_quotes(options) +
               " files=" + in_quotes(file_options) + " values=" + in_quotes(value_options) + ";;\n";
  });
  return name +
         "() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path= next i\n"
         "  local commands options files values\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    next=\"${path:+$path }${COMP_WORDS[i]}\"\n"
         "    case \"$next\" in " +
         known +
         ") path=$next;; esac\n"
         "  done\n"
         "  case \"$path\" in\n" +
         offered +
         "  esac\n"
         "  COMPREPLY=()\n"
         "  case \" $values \" in *\" $prev \"*) return;; esac\n"
         "  case \" $files \" in *\" $prev \"*) mapfile -t COMPREPLY < <(compgen -f -- \"$cur\"); return;; esac\n"
         "  case \"$cur\" in\n"
         "    -*) mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\");;\n"
         "    *) if [ -n \"$commands\" ]; then mapfile -t COMPREPLY < <(compgen -W \"$commands\" -- \"$cur\")\n"
         "       else mapfile -t COMPREPLY < <(compgen -f -- \"$cur\"); fi;;\n"
         "  esac\n"
         "}\n";
}

// Fish knows no paths of commands: the words that stand before are looked for one by one.
std::string fish_condition(const CommandReference& root, const CommandReference& command, const std::string& words) {
  std::string condition;
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    condition +=
        (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + words.substr(begin, end - begin));
    begin = end + 1;
  }
  if (words.empty()) {
    std::string verbs;
    for (const CommandReference& sub : root.commands) append(verbs, sub.name);
    return "not __fish_seen_subcommand_from " + verbs;
  }
  if (command.commands.empty()) return condition;
  std::string below;
  for (const CommandReference& sub : command.commands) append(below, sub.name);
  return condition + "; and not __fish_seen_subcommand_from " + below;
}
}  // namespace

std::string bash_completion(const CommandReference& command, const std::string& program) {
  const std::string name = "_" + identifier(program);
  return "# bash completion for " + program + "\n" + bash_function(command, name) + "complete -o filenames -F " + name +
         ' ' + program + '\n';
}

std::string zsh_completion(const CommandReference& command, const std::string& program) {
  const std::string name = "_" + identifier(program) + "_words";
  return "#compdef " + program + "\nautoload -U +X bashcompinit && bashcompinit\n" + bash_function(command, name) +
         "complete -o filenames -F " + name + ' ' + program + '\n';
}

std::string fish_completion(const CommandReference& command, const std::string& program) {
  std::string out = "# fish completion for " + program + "\ncomplete -c " + program + " -f\n";
  visit(command, {}, [&](const CommandReference& one, const std::string& words) {
    const std::string begin = "complete -c " + program + " -n " + in_quotes(fish_condition(command, one, words));
    for (const CommandReference& sub : one.commands)
      out += begin + " -a " + in_quotes(sub.name) + " -d " + in_quotes(sub.summary) + '\n';
    for (const OptionReference& option : one.options) {
      if (option.positional) {
        if (option.names.front().find("FILE") != std::string::npos) out += begin + " -F\n";
        continue;
      }
      out += begin;
      for (const std::string& word : option.names)
        out += word.starts_with("--") ? " -l " + word.substr(2) : " -s " + word.substr(1);
      if (!option.value.empty()) out += takes_file(option) ? " -r -F" : " -x";
      out += " -d " + in_quotes(option.help) + '\n';
    }
  });
  return out;
}

}  // namespace tidemark::cli
