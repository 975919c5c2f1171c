// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reference/man_page.h"

#include <algorithm>
#include <map>

#include "app/cli/version.h"

namespace tidemark::cli {
namespace {
constexpr int many = 5;  // verbs that take an option

// What begins with a dot or a quote would be a request, and a bare "-" a hyphen that nobody can copy.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::string term(const OptionReference& option) {
  std::string out;
  for (const std::string& name : option.names) out += (out.empty() ? "" : ", ") + ("\\fB" + roff(name) + "\\fR");
  if (option.positional) out = "\\fI" + roff(option.names.front()) + "\\fR";
  if (!option.value.empty()) out += " \\fI" + roff(option.value) + "\\fR";
  return out;
}

void put(std::string& page, const OptionReference& option) {
  page += ".TP\n" + term(option) + "\n" + roff(option.help) + (option.required ? " (required)" : "") + "\n";
}

void count(const CommandReference& command, std::map<std::string, std::pair<int, OptionReference>>& all) {
  for (const OptionReference& option : command.options) {
    auto& [times, seen] = all.try_emplace(option.names.front() + '\n' + option.help, 0, option).first->second;
    ++times;
  }
  for (const CommandReference& sub : command.commands) count(sub, all);
}

using Common = std::vector<OptionReference>;

Common common_of(const CommandReference& command) {
  std::map<std::string, std::pair<int, OptionReference>> all;
  count(command, all);
  Common out;
  for (const auto& [name, seen] : all)
    if (seen.first >= many && !seen.second.positional) out.push_back(seen.second);
  return out;
}

void put_command(std::string& page, const CommandReference& command, const std::string& name, const Common& common) {
  page += ".SS " + roff(name) + "\n" + roff(command.summary) + ".\n";
  std::string shared;
  for (const OptionReference& option : command.options) {
    if (std::ranges::find(common, option) == common.end())
      put(page, option);
    else if (option.names.back() != "--help")
      shared += (shared.empty() ? "" : ", ") + ("\\fB" + roff(option.names.back()) + "\\fR");
  }
  if (!shared.empty()) page += ".PP\nAlso: " + shared + ".\n";
  for (const CommandReference& sub : command.commands) put_command(page, sub, name + ' ' + sub.name, common);
}
}  // namespace

std::string man_page(const CommandReference& command, const std::string& program) {
  const Common common = common_of(command);
  std::string page = ".TH " + upper(program) + " 1 \"\" \"Tidemark " + std::string(version) + "\" \"User Commands\"\n";
  page += ".SH NAME\n" + roff(program) + " \\- how stale each consumer of a Kafka topic is, and where it is stuck\n";
  page += ".SH SYNOPSIS\n\\fB" + roff(program) + "\\fR \\fIVERB\\fR [\\fIOPTION\\fR]...\n";
  page += ".SH DESCRIPTION\n" + roff(command.summary) +
          "\nIt polls a cluster into a local file, the timeline, and answers from that file. It only reads what it "
          "watches. What is not known is \"unknown\", with its reason.\n";
  page += ".SH OPTIONS\n";
  for (const OptionReference& option : command.options) put(page, option);
  page += ".SH COMMON OPTIONS\nEach verb says which of these it takes.\n";
  for (const OptionReference& option : common) put(page, option);
  page += ".SH VERBS\n";
  for (const CommandReference& verb : command.commands) put_command(page, verb, verb.name, common);
  page +=
      ".SH EXIT STATUS\n.TP\n0\nFine.\n.TP\n1\nFindings at or above \\fB\\-\\-fail\\-on\\fR, or the answer is "
      "no.\n.TP\n2\nThe command line, a profile or an input file is wrong.\n.TP\n3\nNo data, nothing in reach, or "
      "nobody can tell.\n.TP\n4\nNot a timeline, or a damaged one.\n";
  page += ".SH FILES\n.TP\n\\fI~/.local/share/tidemark/default.tidemark\\fR\nThe timeline where none is named.\n";
  page += ".SH ENVIRONMENT\n.TP\n\\fBXDG_DATA_HOME\\fR\nWhere the folder of that timeline is.\n";
  return page;
}

}  // namespace tidemark::cli
