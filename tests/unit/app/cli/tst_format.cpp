// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <boost/json.hpp>
#include <limits>
#include <sstream>

#include "app/cli/format/format.h"
#include "app/cli/format/grid.h"
#include "app/cli/text.h"

using namespace tidemark;
using namespace tidemark::cli;

namespace {
Document sample() {
  Document document;
  document.verb = "lag";
  document.at = document.to = local_time(1'767'225'600'000);
  document.from = document.at - Millis(1000);
  document.coverage = 0.9999;
  document.rows = {{{"group", "sink"},
                    {"lag", std::int64_t{12}},
                    {"age_ms", Millis(912'000)},
                    {"age_error_ms", Millis(10'000)},
                    {"verdict", "stall"}},
                   {{"group", "other"},
                    {"lag", Reason::no_commit},
                    {"age_ms", Reason::no_commit},
                    {"age_error_ms", Reason::no_commit},
                    {"verdict", "ok"}}};
  return document;
}

std::string text(const Document& document, Format format, const Style& style = {.utc = true},
                 const Layout& layout = {}) {
  std::ostringstream out;
  write(out, document, format, layout, style);
  return out.str();
}
}  // namespace

class TestFormat final : public QObject {
  Q_OBJECT
 private slots:
  void durations_for_people_data();
  void durations_for_people();
  void broken_utf8_becomes_valid();
  void control_and_direction_characters_go();
  void columns_of_wide_and_combining_text();
  void shortened_in_the_middle();
  void json_never_says_zero_for_unknown();
  void json_is_valid_for_odd_numbers_and_text();
  void csv_defuses_formulas_and_names_reasons();
  void table_is_aligned_and_fits();
  void colour_only_where_asked();
  void records_of_a_list_become_rows();
  void coverage_is_rounded_down();
  void markup_is_escaped();
};

void TestFormat::durations_for_people_data() {
  QTest::addColumn<qint64>("ms");
  QTest::addColumn<QString>("words");
  const auto row = [](qint64 ms, const char* words) { QTest::newRow(words) << ms << QString::fromUtf8(words); };
  row(0, "0 ms");
  row(999, "999 ms");
  row(1500, "1.5 s");
  row(59'999, "59 s");
  row(60'000, "1 min 0 s");
  row(912'000, "15 min 12 s");
  row(3'600'000, "1 h 0 min");
  row(90'000'000, "1 d 1 h");
  row(-1500, "-1.5 s");
}

void TestFormat::durations_for_people() {
  QFETCH(qint64, ms);
  QFETCH(QString, words);
  QCOMPARE(human(Millis(ms)), words.toStdString());
}

void TestFormat::broken_utf8_becomes_valid() {
  const std::string mark = "\xEF\xBF\xBD";
  QCOMPARE(valid_utf8("a\xFF"
                      "b"),
           "a" + mark + "b");
  QCOMPARE(valid_utf8("\xC0\x80"), mark + mark);             // overlong
  QCOMPARE(valid_utf8("\xED\xA0\x80"), mark + mark + mark);  // a surrogate
  QCOMPARE(valid_utf8("\xF4\x90\x80\x80"), mark + mark + mark + mark);
  QCOMPARE(valid_utf8("\xE2\x82"), mark + mark);  // cut off
  QCOMPARE(valid_utf8("é€😀"), std::string("é€😀"));
}

void TestFormat::control_and_direction_characters_go() {
  QCOMPARE(printable("a\x1b[31mb\x07\x7f"), std::string("a[31mb"));
  QCOMPARE(printable("a\nb\tc\r"), std::string("a b c "));
  QCOMPARE(printable("x\xE2\x80\xAEy\xE2\x81\xA6z\xC2\x9B"), std::string("xyz"));
  QCOMPARE(printable("schön"), std::string("schön"));
}

void TestFormat::columns_of_wide_and_combining_text() {
  QCOMPARE(columns("abc"), 3u);
  QCOMPARE(columns("漢字"), 4u);
  QCOMPARE(columns("e\xCC\x81"), 1u);
  QCOMPARE(columns("…"), 1u);
}

void TestFormat::shortened_in_the_middle() {
  QCOMPARE(shortened("connect-orders-sink", 19), std::string("connect-orders-sink"));
  QCOMPARE(shortened("connect-orders-sink", 11), std::string("conne…-sink"));
  for (std::size_t width = 0; width < 12; ++width) QVERIFY(columns(shortened("漢字漢字漢字", width)) <= width);
}

void TestFormat::json_never_says_zero_for_unknown() {
  const auto document = boost::json::parse(text(sample(), Format::json)).as_object();
  const auto row = document.at("rows").as_array().at(1).as_object();
  QVERIFY(row.at("lag").is_null() && row.at("age_ms").is_null());
  QCOMPARE(row.at("lag_reason").as_string().c_str(), "no-commit");
  QCOMPARE(document.at("at").as_string().c_str(), "2026-01-01T00:00:00.000Z");
  QVERIFY(!document.contains("coverage_reason"));
  Document unknown = sample();
  unknown.coverage = Reason::never_polled;
  QCOMPARE(boost::json::parse(text(unknown, Format::json)).at("coverage_reason").as_string().c_str(), "never-polled");
}

void TestFormat::json_is_valid_for_odd_numbers_and_text() {
  Document document = sample();
  document.rows = {{{"a", std::numeric_limits<double>::infinity()},
                    {"b", std::numeric_limits<std::int64_t>::max()},
                    {"c", "\"\\\n\x01\xFF"},
                    {"d", CellList{Cell(1), Cell(Reason::deleted)}},
                    {"e", Cell()},
                    {"f", 1e300}}};
  const auto row = boost::json::parse(text(document, Format::json)).at("rows").as_array().at(0).as_object();
  QVERIFY(row.at("a").is_null() && row.at("e").is_null());
  QCOMPARE(row.at("b").as_int64(), std::numeric_limits<std::int64_t>::max());
  QCOMPARE(row.at("c").as_string().c_str(), "\"\\\n\x01\xEF\xBF\xBD");
  QCOMPARE(row.at("d").as_array().size(), 2u);
  QCOMPARE(row.at("f").to_number<double>(), 1e300);
}

void TestFormat::csv_defuses_formulas_and_names_reasons() {
  Document document = sample();
  document.rows[0][0].cell = "=1+1,\"x\"";
  document.rows[1][0].cell = "-2";
  const std::string csv = text(document, Format::csv);
  QVERIFY2(csv.starts_with("group,lag,lag_reason,age_ms,age_ms_reason,"), csv.c_str());
  QVERIFY2(csv.find("\"'=1+1,\"\"x\"\"\",12,,912000,") != std::string::npos, csv.c_str());
  QVERIFY2(csv.find("'-2,,no-commit,") != std::string::npos, csv.c_str());
}

void TestFormat::table_is_aligned_and_fits() {
  const std::string wide = text(sample(), Format::table);
  QVERIFY2(wide.find("15 min 12 s ± 10 s") != std::string::npos, wide.c_str());
  QVERIFY2(wide.find("unknown (no-commit)") != std::string::npos, wide.c_str());
  QVERIFY2(wide.find("◆ stall") != std::string::npos, wide.c_str());
  std::istringstream lines(text(sample(), Format::table, {.utc = true, .width = 30}));
  std::string line;
  std::getline(lines, line);  // the headline may be longer
  for (int i = 0; i < 3; ++i) {
    std::getline(lines, line);
    QVERIFY2(columns(line) <= 30, line.c_str());
  }
  std::getline(lines, line);
  QVERIFY2(line.find("more columns") != std::string::npos, line.c_str());
}

void TestFormat::colour_only_where_asked() {
  QVERIFY(text(sample(), Format::table).find('\x1b') == std::string::npos);
  QVERIFY(text(sample(), Format::table, {.colour = true, .utc = true}).find("\x1b[31m◆ stall") != std::string::npos);
}

void TestFormat::records_of_a_list_become_rows() {
  Document document = sample();
  document.rows = {
      {{"topic", "t"},
       {"stages", CellList{Cell(CellRecord{{"stage", "produced"}}), Cell(CellRecord{{"stage", "group"}})}}}};
  const Grid grid = make_grid(document, {.columns = {"topic", "stage"}, .rows_of = "stages"}, {});
  QCOMPARE(grid.rows, (std::vector<std::vector<std::string>>{{"t", "produced"}, {"t", "group"}}));
}

void TestFormat::coverage_is_rounded_down() {
  QVERIFY(text(sample(), Format::table).find("coverage 99.9 %") != std::string::npos);
}

void TestFormat::markup_is_escaped() {
  Document document = sample();
  document.rows[0][0].cell = "a|b<i>`x`";
  QVERIFY(text(document, Format::markdown).find("a\\|b\\<i\\>\\`x\\`") != std::string::npos);
  QVERIFY(text(document, Format::slack).find("a|b&lt;i&gt;'x'") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
