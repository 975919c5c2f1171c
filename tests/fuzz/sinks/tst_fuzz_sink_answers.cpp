// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of stores, mutated: what is taken of them is marks within their bounds and inert names, or nothing.
// TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <algorithm>
#include <array>

#include "collectors/sinks/answer_rows.h"
#include "collectors/sinks/http_reader.h"
#include "collectors/sinks/offset_rows.h"
#include "collectors/sinks/retrieval_source.h"
#include "collectors/sinks/sink_asks.h"
#include "collectors/sinks/sink_presets.h"
#include "models/domain/utf8.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using test::milliseconds_of;
using test::Mutator;

namespace {
constexpr std::array words = std::to_array<const char*>(
    {"\"buckets\":[", "\"data\":[[", "\"key\":", "\"value\":null", "9223372036854775807", "18446744073709551616",
     "1e308", "\\u202e", "\\u0000", "[[[[[[[[", "{\"\":", "\n", "\xff", "-1", "\"rows\":"});

bool inert(const std::string& text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t size = utf8_length(rest);
    const auto first = static_cast<unsigned char>(rest.front());
    if (size == 0 || first < 0x20 || first == 0x7f) return false;
    rest.remove_prefix(size);
  }
  return text.size() <= 500;
}

bool sound(const TableMarks& marks) {
  return std::ranges::all_of(marks.durable, [](const auto& mark) {
    return mark.first.partition.value() >= 0 && mark.first.partition.value() < 100'000 &&
           inert(mark.first.topic.value()) && mark.second.known() && *mark.second >= 0;
  });
}
}  // namespace

class FuzzSinkAnswers final : public QObject {
  Q_OBJECT
 private slots:
  void mutated_answers() {
    std::vector<std::string> texts;
    QDirIterator files(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/sinks"),
                       {QStringLiteral("*.json"), QStringLiteral("*.ndjson")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      if (file.open(QIODevice::ReadOnly)) texts.push_back(file.readAll().toStdString());
    }
    QVERIFY(texts.size() > 20);
    std::ranges::sort(texts);
    std::vector<std::pair<SinkQuestion, SinkAsk>> asks;
    const std::map<std::string, std::string> places{{"index", "Docs"}, {"topic", "topic"}, {"partition", "part"},
                                                    {"offset", "off"}, {"time", "at"},     {"model", "model"},
                                                    {"id", "id"},      {"from", "docs"},   {"progress", "p"}};
    for (const SinkPreset& preset : sink_presets())
      for (const SinkQuestion question : sink_questions)
        if (const auto ask = preset.asks.find(std::string(word(question))); ask != preset.asks.end())
          asks.emplace_back(question, filled(ask->second, places));
    SinkProfile profile;
    profile.means = "last";
    Mutator mutated(92, words);
    std::size_t taken = 0, refused = 0;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < milliseconds_of(1);) {
      const std::string text = mutated(mutated.any_of(texts));
      for (const auto& [question, ask] : asks) {
        const auto rows = rows_from_answer(ask, columns_of(question), text);
        ++(rows ? taken : refused);
        if (!rows) {
          QVERIFY(inert(rows.error().what));
          continue;
        }
        const auto marks = marks_from_rows(profile, "docs", *rows);
        QVERIFY(!marks || sound(*marks));
        if (const auto models = models_from_rows(*rows))
          for (const auto& [name, count] : *models) QVERIFY(inert(name) && count >= 0);
        for (const SqlReply::Row& row : rows->rows)
          if (!row.empty() && row[0]) static_cast<void>(age_of(*row[0], ask.gives, local_time(1'795'341'660'000)));
      }
    }
    qInfo("%zu taken, %zu refused", taken, refused);
    QVERIFY(taken > 0 && refused > 0);
  }
};

QTEST_GUILESS_MAIN(FuzzSinkAnswers)
#include "tst_fuzz_sink_answers.moc"
