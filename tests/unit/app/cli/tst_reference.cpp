// SPDX-License-Identifier: GPL-3.0-or-later
// Manual page and completions: what a name or a help text holds never becomes a request or a command.
#include <CLI/App.hpp>
#include <QTest>

#include "app/cli/reference/completion.h"
#include "app/cli/reference/man_page.h"

using namespace tidemark::cli;

class TestReference final : public QObject {
  Q_OBJECT
 private slots:
  void the_command_line_is_told_as_it_is();
  void shared_options_stand_once_in_the_manual_page();
  void text_is_text_in_every_language();
};

namespace {
struct Program {
  CLI::App app{"Looks. And says", "tidemark"};
  std::string text;
  bool flag = false;

  Program() {
    for (const char* name : {"one", "two", "three", "four", "five"}) {
      CLI::App* verb = app.add_subcommand(name, "Does it");
      verb->add_option("--at,-a", text, "When: it's now")->type_name("TIME");
    }
    CLI::App* file = app.get_subcommand("five")->add_subcommand("inner-verb", ".dotted \\ help");
    file->add_option("FILE", text, "Which")->required();
    file->add_flag("--loud", flag, "$(touch x) `y`");
  }
};

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return true;
  qWarning("no %s in\n%s", part.c_str(), text.c_str());
  return false;
}
}  // namespace

void TestReference::the_command_line_is_told_as_it_is() {
  const Program program;
  const CommandReference all = reference_of(program.app);
  QCOMPARE(all.commands.size(), std::size_t{5});
  const CommandReference& inner = all.commands.back().commands.front();
  QCOMPARE(inner.name, std::string("inner-verb"));
  QCOMPARE(inner.options.size(), std::size_t{3});  // with --help
  QVERIFY(inner.options[1].positional && inner.options[1].required);
  QVERIFY(inner.options[2].value.empty());
  const OptionReference& at = all.commands.front().options.back();
  QCOMPARE(at.names, (std::vector<std::string>{"-a", "--at"}));
  QCOMPARE(at.value, std::string("TIME"));
}

void TestReference::shared_options_stand_once_in_the_manual_page() {
  const Program program;
  const std::string page = man_page(reference_of(program.app), "tidemark");
  QVERIFY(has(page, ".SH COMMON OPTIONS\n"));
  const std::string option = ".TP\n\\fB\\-a\\fR, \\fB\\-\\-at\\fR \\fITIME\\fR\nWhen: it's now\n";
  QVERIFY(has(page, option));
  QCOMPARE(page.find(option), page.rfind(option));
  QVERIFY(has(page, ".SS one\nDoes it.\n.PP\nAlso: \\fB\\-\\-at\\fR.\n"));
}

void TestReference::text_is_text_in_every_language() {
  const Program program;
  const CommandReference all = reference_of(program.app);
  const std::string page = man_page(all, "tidemark");
  QVERIFY(has(page, ".SS five inner\\-verb\n\\&.dotted \\e help.\n"));
  const std::string bash = bash_completion(all, "tidemark-cli");
  QVERIFY(has(bash, "_tidemark_cli() {\n"));
  QVERIFY(has(bash, "'five inner-verb') commands='' options='-h --help --loud'"));
  QVERIFY(bash.find("touch") == std::string::npos);
  const std::string fish = fish_completion(all, "tidemark");
  QVERIFY(has(fish, "-d '$(touch x) `y`'\n"));
  QVERIFY(has(fish, "-s a -l at -x -d 'When: it'\\''s now'\n"));
  QVERIFY(has(zsh_completion(all, "tidemark"), "#compdef tidemark\n"));
}

QTEST_APPLESS_MAIN(TestReference)
#include "tst_reference.moc"
