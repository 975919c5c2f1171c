// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/landed/landed_count.h"

#include <algorithm>
#include <map>

namespace tidemark {
namespace {
// The part of a commit that is of the offsets which are counted.
struct Share {
  const SeenCommit* seen = nullptr;
  std::int64_t all = 0;     // offsets of its ranges
  std::int64_t within = 0;  // of these
  bool one_to_one() const { return seen->commit.added_records == all; }
};

class Counter final {
 public:
  Counter(const std::vector<Cohort>& cohorts, const TableCommits& commits, LocalTime begin)
      : cohorts_(cohorts), commits_(commits), begin_(begin) {}

  LandedCounts count(std::optional<Millis> budget) {
    out_.in_flight = count_in_flight();
    for (const SeenCommit* seen : commits_.all) {
      if (!commits_.live(*seen) || is_housekeeping(seen->commit) || seen->commit.added_records == 0) continue;
      take(*seen);
    }
    count_twice();
    finish();
    if (budget)
      count_late(*budget);
    else
      out_.late = Count::unknown(Reason::not_applicable, "No class of the path says how late is late.");
    return std::move(out_);
  }

 private:
  Count count_in_flight() const {
    std::int64_t waiting = 0;
    for (const Cohort& of : cohorts_) {
      if (!of.durable) return Count::unknown(of.durable.reason(), "How far the table has come is not known.");
      waiting += std::max<std::int64_t>(0, of.to - std::max(of.from, *of.durable));
    }
    return Count::exact(waiting);
  }

  const Cohort* cohort_of(const TopicPartition& partition) const {
    const auto found = std::ranges::find(cohorts_, partition, &Cohort::partition);
    return found == cohorts_.end() ? nullptr : &*found;
  }

  static OffsetSpan within(const CommitRange& range, const Cohort& of) {
    const std::int64_t from = std::max(range.from, of.from);
    return {from, std::max(from, std::min(range.to, of.to))};
  }

  void take(const SeenCommit& seen) {
    const TableCommit& commit = seen.commit;
    if (is_blurred(commit)) return take_blurred(seen);
    Share share{.seen = &seen};
    for (const CommitRange& range : commit.ranges) {
      share.all += range.to - range.from;
      if (const Cohort* of = cohort_of(range.partition)) {
        const OffsetSpan part = within(range, *of);
        share.within += part.to - part.from;
        if (part.from < part.to) spans_[range.partition].push_back(part);
      }
    }
    if (share.within == 0) return;
    shares_.push_back(share);
    if (!commit.added_records)
      return leave("Commit " + commit.snapshot_id + " does not say how many records it added.");
    const std::int64_t added = *commit.added_records;
    if (share.within == share.all || added == share.all) {
      const std::int64_t mine = share.within == share.all ? added : share.within;
      rows_lo_ += mine;
      rows_hi_ += mine;
    } else if (added > share.all) {
      rows_hi_ += added;
      bound("Commit " + commit.snapshot_id + " added more rows than it has offsets, and holds other days too.");
    } else {
      rows_lo_ += std::max<std::int64_t>(0, added - (share.all - share.within));
      rows_hi_ += std::min(added, share.within);
      bound("Commit " + commit.snapshot_id + " holds records of several days, and not all of them became rows.");
    }
    if (added > share.all) beyond_ += added - share.all;
  }

  // What it landed is somewhere below the table's mark; all of it is counted where all of that is.
  void take_blurred(const SeenCommit& seen) {
    const TableCommit& commit = seen.commit;
    if (seen.seen_hi < begin_) return;
    if (!commit.added_records)
      return leave("Commit " + commit.snapshot_id + " tells neither its offsets nor how many records it added.");
    // What follows on the first commit begins where it ended.
    if (!shares_.empty() || blurred_ > 0) blurred_twice_ += *commit.added_records;
    rows_hi_ += *commit.added_records;
    blurred_ += *commit.added_records;
    const bool inside = std::ranges::all_of(
        cohorts_, [](const Cohort& of) { return of.from == 0 && of.durable && *of.durable <= of.to; });
    if (inside)
      rows_lo_ += *commit.added_records;
    else
      bound("Commit " + commit.snapshot_id + " does not tell its offsets: it may hold records of other days.");
  }

  void count_twice() {
    for (auto& [partition, spans] : spans_) {
      std::ranges::sort(spans, {}, [](const OffsetSpan& span) { return std::pair(span.from, span.to); });
      std::int64_t end = spans.front().from;
      for (const OffsetSpan& span : spans) {
        if (span.from < end) twice_ += std::min(end, span.to) - span.from;
        end = std::max(end, span.to);
      }
    }
  }

  void finish() {
    const bool all_rows = std::ranges::all_of(shares_, &Share::one_to_one);
    out_.duplicates = {all_rows ? twice_ : 0, twice_ + beyond_ + blurred_twice_, Reason::none, {}};
    if (beyond_ > 0)
      out_.duplicates.why =
          "Commits added more rows than they have offsets: duplicates, or several rows of one record.";
    else if (blurred_twice_ > 0)
      out_.duplicates.why = "Commits that do not tell their offsets may repeat what others landed.";
    else if (!out_.duplicates.is_exact())
      out_.duplicates.why = "Offsets were committed twice; which of them became rows is not told.";
    if (unknown_) {
      out_.landed = Count::unknown(Reason::not_supported, why_);
      return;
    }
    out_.landed = {std::max<std::int64_t>(0, rows_lo_ - out_.duplicates.hi), rows_hi_ - out_.duplicates.lo,
                   Reason::none, why_};
    if (!out_.landed.is_exact() && out_.landed.why.empty()) out_.landed.why = out_.duplicates.why;
    if (!out_.in_flight.known() && shares_.empty() && blurred_ == 0)
      out_.landed = Count::unknown(out_.in_flight.reason, out_.in_flight.why);
  }

  // Offsets that were produced longer before the commit than the budget allows.
  void count_late(Millis budget) {
    Count& late = out_.late;
    for (const Share& share : shares_) {
      const auto [lo, hi] = late_of(*share.seen, budget);
      if (share.one_to_one()) {
        late.lo += lo;
        late.hi += hi;
      } else {
        const std::int64_t added = share.seen->commit.added_records.value_or(share.all);
        late.lo += std::max<std::int64_t>(0, lo - std::max<std::int64_t>(0, share.all - added));
        late.hi += std::min(hi, added);
      }
    }
    late.hi += blurred_;
    if (late.lo != late.hi)
      late.why = blurred_ > 0 ? "Commits that do not tell their offsets may have been late."
                              : "When the records were produced is known between two polls.";
  }

  std::pair<std::int64_t, std::int64_t> late_of(const SeenCommit& seen, Millis budget) const {
    std::int64_t lo = 0, hi = 0;
    const LocalTime newest = seen.commit.committed ? local_time(commit_ms(seen)) : seen.seen_hi;
    const LocalTime oldest = seen.commit.committed ? newest : seen.seen_lo.value_or(newest);
    for (const CommitRange& range : seen.commit.ranges) {
      const Cohort* of = cohort_of(range.partition);
      if (of == nullptr || of->log == nullptr) continue;
      const OffsetSpan part = within(range, *of);
      const std::int64_t certain = of->log->before(oldest - budget).value_or(0);
      const std::int64_t possible = of->log->after(newest - budget).value_or(part.to);
      lo += std::clamp<std::int64_t>(certain - part.from, 0, part.to - part.from);
      hi += std::clamp<std::int64_t>(possible - part.from, 0, part.to - part.from);
    }
    return {lo, std::max(lo, hi)};
  }

  void bound(std::string why) {
    if (why_.empty()) why_ = std::move(why);
  }
  void leave(std::string why) {
    if (!unknown_) why_ = std::move(why);
    unknown_ = true;
  }

  const std::vector<Cohort>& cohorts_;
  const TableCommits& commits_;
  const LocalTime begin_;
  std::map<TopicPartition, std::vector<OffsetSpan>> spans_;
  std::vector<Share> shares_;
  std::int64_t rows_lo_ = 0, rows_hi_ = 0;
  std::int64_t twice_ = 0, beyond_ = 0, blurred_ = 0, blurred_twice_ = 0;
  bool unknown_ = false;
  std::string why_;
  LandedCounts out_;
};
}  // namespace

LandedCounts count_landed(const std::vector<Cohort>& cohorts, const TableCommits& commits, LocalTime begin,
                          std::optional<Millis> budget) {
  return Counter(cohorts, commits, begin).count(budget);
}

}  // namespace tidemark
