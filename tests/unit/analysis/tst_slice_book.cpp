// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/slice_book.h"

using namespace tidemark;

class TestSliceBook final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_known_better_replaces_what_is_not();
  void minutes_between_two_runs_are_unknown();
  void no_more_is_kept_than_asked_for();
};

namespace {
constexpr Slice u = Slice::unknown, g = Slice::good, b = Slice::bad;
using Slices = std::vector<Slice>;
SliceBook book(int minutes) { return SliceBook(Millis(60'000) * minutes); }
}  // namespace

void TestSliceBook::what_is_known_better_replaces_what_is_not() {
  SliceBook kept = book(10);
  QVERIFY(kept.of("p").empty());
  kept.put("p", {100, {u, g, b, g}});
  kept.put("p", {100, {g, b, u, g}});
  QCOMPARE(kept.of("p"), (Slices{g, b, b, g}));
  kept.put("p", {98, {b, b, u}});
  QCOMPARE(kept.of("p"), (Slices{b, b, g, b, b, g}));
  kept.put("p", {100, {}});
  QCOMPARE(kept.of("p").size(), 6u);
  QVERIFY(kept.of("other").empty());
}

void TestSliceBook::minutes_between_two_runs_are_unknown() {
  SliceBook kept = book(10);
  kept.put("p", {100, {g}});
  kept.put("p", {103, {b}});
  QCOMPARE(kept.of("p"), (Slices{g, u, u, b}));
  kept.put("p", {97, {g}});
  QCOMPARE(kept.of("p"), (Slices{g, u, u, g, u, u, b}));
}

void TestSliceBook::no_more_is_kept_than_asked_for() {
  SliceBook kept = book(4);
  kept.put("p", {100, {g, g, g, g}});
  kept.put("p", {102, {b, b, b}});
  QCOMPARE(kept.of("p"), (Slices{g, b, b, b}));
  kept.put("p", {90, {g, g}});  // older than all that is kept
  QCOMPARE(kept.of("p"), (Slices{g, b, b, b}));
  kept.put("p", {98, {g, g, g, b}});
  QCOMPARE(kept.of("p"), (Slices{b, b, b, b}));
  kept.put("p", {1'000'000'000, {g}});
  QCOMPARE(kept.of("p"), Slices{g});
  SliceBook fresh = book(4);
  fresh.put("p", {0, Slices(10, b)});
  QCOMPARE(fresh.of("p"), Slices(4, b));
}

QTEST_GUILESS_MAIN(TestSliceBook)
#include "tst_slice_book.moc"
