// SPDX-License-Identifier: GPL-3.0-or-later
// Real answers of a Flink, mutated: what is taken of them is within its bounds and inert, and ids that go into
// addresses are ids. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <algorithm>
#include <array>

#include "collectors/processors/flink_answers.h"
#include "models/domain/utf8.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using namespace tidemark::flink;
using test::milliseconds_of;
using test::Mutator;

namespace {
constexpr std::array words = std::to_array<const char*>(
    {"\"state\":\"RUNNING\"", "\"vertices\":[", "\"status\":\"IN_PROGRESS\"", "\"max\":\"NaN\"", "9223372036854775807",
     "\"..\"", "/", "\\u202e", "\\u0000", "\"jobs\":[", "\xff"});

bool inert(const std::string& text, bool lines = false) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t size = utf8_length(rest);
    const auto first = static_cast<unsigned char>(rest.front());
    if (size == 0 || (first < 0x20 && !(lines && (first == '\n' || first == '\t'))) || first == 0x7f) return false;
    rest.remove_prefix(size);
  }
  return text.size() <= 8200;
}
bool is_id(const std::string& text) {
  return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}
}  // namespace

class FuzzFlinkAnswers final : public QObject {
  Q_OBJECT
 private slots:
  void mutated_answers() {
    std::vector<std::string> texts;
    QDirIterator files(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/flink"), {QStringLiteral("*.json")});
    while (files.hasNext()) {
      QFile file(files.next());
      if (file.open(QIODevice::ReadOnly)) texts.push_back(file.readAll().toStdString());
    }
    QVERIFY(texts.size() > 5);
    std::ranges::sort(texts);
    Mutator mutated(91, words);
    std::size_t taken = 0, refused = 0;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < milliseconds_of(1);) {
      const std::string text = mutated(mutated.any_of(texts));
      const auto jobs = parse_jobs(text);
      const auto detail = parse_job(text);
      const auto checkpoints = parse_checkpoints(text);
      const auto metrics = parse_metrics(text);
      const auto trace = parse_newest_exception(text);
      ++(jobs || detail || checkpoints || metrics || trace ? taken : refused);
      if (jobs)
        for (const JobRow& row : jobs->jobs) {
          QVERIFY(is_id(row.id) && inert(row.name) && inert(row.state) && row.now_ms >= row.started_ms);
        }
      if (detail)
        for (const Vertex& vertex : detail->vertices) QVERIFY(is_id(vertex.id) && inert(vertex.name));
      if (checkpoints) {
        QVERIFY(checkpoints->failed >= 0 && checkpoints->completed >= 0);
        QVERIFY(!checkpoints->last_failed || inert(checkpoints->last_failed->message));
        QVERIFY(!checkpoints->last_completed || checkpoints->last_completed->duration_ms >= 0);
      }
      if (metrics)
        for (const auto& [name, value] : *metrics) QVERIFY(inert(name) && value == value);
      QVERIFY(!trace || inert(*trace, true));
      QVERIFY(inert(error_text(text)) && inert(parse_version(text).value_or("")));
      static_cast<void>(parse_checkpoint_config(text));
    }
    qInfo("%zu taken, %zu refused", taken, refused);
    QVERIFY(taken > 0 && refused > 0);
  }
};

QTEST_GUILESS_MAIN(FuzzFlinkAnswers)
#include "tst_fuzz_flink_answers.moc"
