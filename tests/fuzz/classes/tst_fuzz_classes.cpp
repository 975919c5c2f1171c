// SPDX-License-Identifier: GPL-3.0-or-later
// Files of OpenSLO and dbt, mutated. They may be refused, in one line that says what is wrong; what is accepted is a
// class that a profile takes, and is written and read again as it was. TIDEMARK_FUZZ_SECONDS makes it run longer; run
// it under the address sanitizer.
#include <QElapsedTimer>
#include <QTest>
#include <array>

#include "app/settings/class_files.h"
#include "app/settings/profile_file.h"
#include "app/settings/yaml_text.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using test::milliseconds_of;
using test::Mutator;

class FuzzClasses final : public QObject {
  Q_OBJECT
 private slots:
  void files_of_classes();
};

namespace {
constexpr std::array words = std::to_array<const char*>(
    {"&a ", "*a", "!!binary ", "<<: *a", "---\n", "...\n", "? ", "- ", "{", "]", "\t", "%YAML 1.2\n", "|\n  ", "1e309",
     "count: 999999999999999999999", "target: -1", "value: .inf", "value: 1e18", "tidemark: {target: 99999999999d}"});

std::vector<std::string> texts() {
  ClassProfile item;
  item.name = "fraud";
  item.target = Millis(5'000);
  item.objective = 99.5;
  item.end = "table";
  item.owner = "risk";
  item.delete_target = Millis(60'000);
  return {
      write_classes({item}, ClassForm::openslo, "prod").text, write_classes({item}, ClassForm::dbt, "prod").text,
      "version: 2\nsources:\n  - name: a\n    freshness: {error_after: {count: 2, period: day}}\n    tables:\n"
      "      - {name: b, config: {meta: {tidemark: {idle: quiet-ok}}}}\n      - name: c\n        freshness: null\n"};
}
}  // namespace

void FuzzClasses::files_of_classes() {
  const std::vector<std::string> seeds = texts();
  Mutator mutated(41, words);
  std::size_t accepted = 0, refused = 0;
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(1);) {
    const auto read = read_classes(mutated(mutated.any_of(seeds)), "f.yaml");
    ++(read ? accepted : refused);
    if (!read) {
      QVERIFY(!read.error().what.empty());
      QVERIFY2(read.error().line().find('\n') == std::string::npos, read.error().line().c_str());
      continue;
    }
    for (const std::string& note : read->notes) QVERIFY2(note.find('\n') == std::string::npos, note.c_str());
    const std::string text = classes_text(read->classes);
    const auto profile = parse_profile(text, "p");
    QVERIFY2(profile || profile.error().code == ErrorCode::usage, text.c_str());
    const auto again = read_classes(write_classes(read->classes, ClassForm::dbt, "p").text, "again");
    if (!read->classes.empty())
      QVERIFY2(again && classes_text(again->classes) == text, again ? text.c_str() : again.error().line().c_str());
  }
  QVERIFY(accepted > 0 && refused > 0);
}

QTEST_GUILESS_MAIN(FuzzClasses)
#include "tst_fuzz_classes.moc"
