// SPDX-License-Identifier: GPL-3.0-or-later
// What is left out of a measurement of many objects changes no judgement of it.
#include <QTest>
#include <random>

#include "app/session/card_file.h"
#include "models/analysis/review/review.h"
#include "models/analysis/review/worst_facts.h"

using namespace tidemark;

namespace {
constexpr std::size_t most = 6;
constexpr std::size_t objects = 40;
const LocalTime now = local_time(1'800'000'000'000);

ReviewEvidence measured_of(const std::string& row, Facts facts) {
  ReviewEvidence out;
  out.row = row;
  out.title = "measured";
  out.query = "measure";
  out.to = now;
  out.at = now;
  out.coverage = 1.0;
  out.facts = std::move(facts);
  return out;
}

ReviewedRow judged(const CardRow& row, const ReviewEvidence& evidence) {
  return reviewed_row(row, {}, {{evidence}, {}, {}}, now);
}

// A value of a kind that its rule asks for, or none.
class Values final {
 public:
  explicit Values(std::uint32_t seed) : random_(seed) {}
  bool often() { return random_() % 8 != 0; }
  bool seldom() { return random_() % 40 == 0; }
  std::int64_t below(std::uint32_t end) { return random_() % end; }
  void put(Facts& out, const std::string& object, const char* name, const FactValue& value) {
    out.push_back({object, name, often() ? Known<FactValue>(value) : Known<FactValue>(Reason::no_history)});
  }

 private:
  std::mt19937 random_;
};

void put_path(Values& values, const std::string& object, Facts& out) {
  values.put(out, object, "target_ms", std::int64_t{60'000});
  out.push_back({object, "objective", FactValue(std::int64_t{99})});
  out.push_back({object, "good", FactValue(10'000 - values.below(400))});
  out.push_back({object, "bad", FactValue(values.seldom() ? std::int64_t{900} : std::int64_t{0})});
  out.push_back({object, "unknown", FactValue(values.seldom() ? std::int64_t{9'000} : std::int64_t{0})});
  out.push_back({object, "burst_minutes", FactValue(values.below(3))});
  out.push_back({object, "burst_bad", FactValue(std::int64_t{0})});
  values.put(out, object, "window_ms", std::int64_t{3'600'000});
  values.put(out, object, "retention_ms", values.seldom() ? std::int64_t{1000} : std::int64_t{86'400'000});
  out.push_back({object, "compacted", FactValue(values.seldom())});
  values.put(out, object, "headroom_ms", std::int64_t{values.below(3) * 86'400'000});
}

void put_table(Values& values, const std::string& object, Facts& out) {
  out.push_back({object, "judged", FactValue(values.below(4))});
  values.put(out, object, "late", std::int64_t{values.seldom() ? 1 : 0});
  out.push_back({object, "holes", FactValue(std::int64_t{values.seldom() ? 1 : 0})});
  out.push_back({object, "evidence", FactValue(std::string(values.seldom() ? "guessed" : "exact"))});
  out.push_back({object, "unplaced", FactValue(std::int64_t{values.seldom() ? 1 : 0})});
}

void put_topic(Values& values, const std::string& object, Facts& out) {
  values.put(out, object, "urp", std::int64_t{values.seldom() ? 1 : 0});
  values.put(out, object, "depth", std::int64_t{values.seldom() ? 3 : 0});
  values.put(out, object, "transactional", values.often());
}

Facts many(std::uint32_t seed) {
  Values values(seed);
  Facts out;
  for (std::size_t i = 0; i < objects; ++i) {
    const std::string name = std::to_string(i);
    put_path(values, "path:" + name, out);
    put_table(values, "table:" + name, out);
    put_topic(values, "topic:" + name, out);
    values.put(out, "group:" + name, "protocol", std::string("classic"));
  }
  return out;
}
}  // namespace

class TestWorstFacts final : public QObject {
  Q_OBJECT
 private slots:
  void few_stay_as_they_are() {
    const Card card = *read_card("readiness");
    Facts facts;
    Values values(1);
    for (std::size_t i = 0; i < most; ++i) put_path(values, "path:" + std::to_string(i), facts);
    const WorstFacts worst = worst_facts(card.rows[0], measured_of("freshness", facts), most);
    QVERIFY(worst.left_out.empty());
    QCOMPARE(worst.kept, facts);
  }

  void what_is_left_out_changes_nothing() {
    const Card card = *read_card("readiness");
    for (const CardRow& row : card.rows)
      for (std::uint32_t seed = 0; seed < 12; ++seed) {
        const ReviewEvidence whole = measured_of(row.id, many(seed));
        WorstFacts worst = worst_facts(row, whole, most);
        QCOMPARE(worst.left_out.size(), 4u);
        QCOMPARE(objects_in(worst.kept), 4 * most);
        std::size_t out = 0;
        for (const auto& [kind, facts] : worst.left_out) {
          const std::size_t left = objects_in(facts);
          out += left;
          for (const Fact& fact : left_out_facts(kind, static_cast<std::int64_t>(left), "hash"))
            worst.kept.push_back(fact);
        }
        QCOMPARE(out, 4 * (objects - most));
        const ReviewedRow full = judged(row, whole), part = judged(row, measured_of(row.id, worst.kept));
        const std::string where = row.id + ' ' + std::to_string(seed);
        QVERIFY2(full.outcome == part.outcome, where.c_str());
        QVERIFY2(full.validation == part.validation, where.c_str());
        QVERIFY(std::ranges::count(part.reasons, "V09", &ReviewReason::code) == 4);
      }
  }
};

QTEST_GUILESS_MAIN(TestWorstFacts)
#include "tst_worst_facts.moc"
