// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluator: from what an endpoint says, scrape after scrape, to values of signals of objects. It keeps the counters of
// the last scrape. A value that cannot be told is unknown with its reason: the first scrape of a counter
// or of its process (`no-history`), NaN and what nothing was counted for (`not-applicable`), a share above 1
// (`not-supported`), samples older than five minutes (`expired`), two samples of one series (`ambiguous`). Thread rule:
// one thread at a time. Times are ms.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "collectors/core/signal_recorder.h"
#include "collectors/metrics/growth.h"
#include "collectors/metrics/matcher.h"
#include "models/domain/known.h"

namespace tidemark::metrics {

// When a scrape was: by the wall clock, which samples carry, and by the monotonic one, which rates are measured with.
struct Moment {
  double wall_ms = 0;
  double mono_ms = 0;
};

// What was found for a signal, for people.
struct Told {
  Signal signal;
  std::string layer;
  std::string kind;  // of its objects
  std::string preset;
  std::string metric;
  std::size_t series = 0;  // 0: no candidate has one
};

struct Evaluation {
  std::vector<SignalValue> values;  // one for each signal and object
  std::vector<Told> told;           // one for each meaning of the preset
  bool cut = false;                 // more objects than are kept
};

class Evaluator final {
 public:
  static constexpr std::size_t most_values = 5'000;
  // Series that do not say what they are about are about `own`, where their signal is of its kind, else about
  // "KIND:NAME" of the source's name.
  Evaluator(Preset preset, std::string name, std::optional<Object> own);
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  Evaluation evaluate(const Exposition& exposition, const Moment& now);
  const Matcher& matcher() const { return matcher_; }

 private:
  using Series = std::vector<const Sample*>;
  Object object_for(const Candidate& candidate, const Labels& labels) const;
  Known<double> value_of(const Candidate& candidate, const Series& samples, const Series& counts, const Moment& now);
  static Known<double> gauge(const Candidate& candidate, const Series& samples);
  Known<double> rate(const Candidate& candidate, const Series& samples, const Moment& now);
  Known<double> quantile(const Candidate& candidate, const Series& samples, const Moment& now);
  Known<double> mean(const Series& sums, const Series& counts, const Moment& now);
  // By process_start_time_seconds, where an endpoint has it: a counter may have passed its old value meanwhile.
  void forget_another_process(const Exposition& exposition);
  Known<Grown> grown(const Sample& sample, const Moment& now);
  Known<double> all_grown(const Series& samples, const Moment& now);

  const Preset preset_;
  const Matcher matcher_;
  const std::string name_;
  const std::optional<Object> own_;
  Growth growth_;
  std::set<std::string> no_shares_;        // meters that were above 1, by metric and series
  std::optional<double> process_started_;  // s
};

}  // namespace tidemark::metrics
