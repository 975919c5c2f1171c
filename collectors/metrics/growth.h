// SPDX-License-Identifier: GPL-3.0-or-later
// Growth: how much counters grew between two scrapes, and histograms by bucket. A counter that is seen for the first
// time, or that fell (its process began anew), has no growth: `no-history`, never 0. A scrape that brings the same
// sample again (its time has not moved) tells nothing new: the growth stays what it was.
// Thread rule: one thread at a time. Times are ms; a series that changes its clock is a new one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "models/domain/known.h"

namespace tidemark::metrics {

struct Grown {
  double by = 0;
  double seconds = 0;
};

class Growth final {
 public:
  void begin_scrape() { ++scrape_; }
  // The process that counted began anew: what it counted before is no part of what it counts now.
  void forget() { last_.clear(); }
  Known<Grown> of(const std::string& series, double value, double at_ms);
  // What was not asked for since begin_scrape() is forgotten.
  void end_scrape();
  std::size_t size() const { return last_.size(); }

 private:
  struct Entry {
    double value = 0;
    double at_ms = 0;
    std::optional<Grown> grown;
    std::uint64_t scrape = 0;
  };
  std::unordered_map<std::string, Entry> last_;
  std::uint64_t scrape_ = 0;
};

// The quantile of what was counted, by bound of bucket (cumulated growths), on a straight line within its bucket, as
// Prometheus does it. A bucket that was read before a smaller one counts at least as much. Unknown where nothing was
// counted
// (`not-applicable`) or the buckets are none (`not-supported`).
Known<double> quantile_of(const std::map<double, double>& cumulated, double quantile);

}  // namespace tidemark::metrics
