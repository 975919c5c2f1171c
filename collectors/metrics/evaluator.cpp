// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/evaluator.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "collectors/metrics/text_scanner.h"

namespace tidemark::metrics {
namespace {
constexpr double oldest_ms = 300'000;

std::string series_key(const Sample& sample) {
  std::vector<const Label*> sorted;
  for (const Label& label : sample.labels) sorted.push_back(&label);
  std::ranges::sort(sorted, {}, [](const Label* label) -> const std::string& { return label->name; });
  std::string key = sample.name;
  for (const Label* label : sorted) key += '\0' + label->name + '\0' + label->value;
  return key;
}

// Why samples that stand for one object cannot be used.
std::optional<Reason> fault_of(const std::vector<const Sample*>& samples, const Moment& now) {
  std::set<std::string> seen;
  for (const Sample* sample : samples) {
    if (sample->timestamp_ms && *sample->timestamp_ms < now.wall_ms - oldest_ms) return Reason::expired;
    if (!seen.insert(series_key(*sample)).second) return Reason::ambiguous;
  }
  return std::nullopt;
}

class Joined final {
 public:
  explicit Joined(Join join) : join_(join) {}
  void add(double value) {
    const bool first = count_++ == 0;
    if (join_ == Join::sum || join_ == Join::mean)
      value_ += value;
    else if (first || (join_ == Join::max ? value > value_ : value < value_))
      value_ = value;
  }
  bool empty() const { return count_ == 0; }
  double value() const { return join_ == Join::mean && count_ > 0 ? value_ / static_cast<double>(count_) : value_; }

 private:
  Join join_;
  double value_ = 0;
  std::size_t count_ = 0;
};
}  // namespace

Evaluator::Evaluator(Preset preset, std::string name, std::optional<Object> own)
    : preset_(std::move(preset)), matcher_(preset_), name_(std::move(name)), own_(std::move(own)) {}

Object Evaluator::object_for(const Candidate& candidate, const Labels& labels) const {
  if (auto object = object_of(candidate.object, labels)) return *object;
  const std::string kind = candidate.object.substr(0, candidate.object.find(':'));
  if (own_ && object::kind(*own_) == kind) return *own_;
  return Object(kind + ':' + name_);
}

void Evaluator::forget_another_process(const Exposition& exposition) {
  constexpr double blur = 1;
  std::optional<double> started;
  for (const Family& family : exposition.families)
    for (const Sample& sample : family.samples) {
      if (sample.name != "process_start_time_seconds" || !std::isfinite(sample.value)) continue;
      if (started) return;  // of several processes
      started = sample.value;
    }
  if (started && process_started_ && std::abs(*started - *process_started_) > blur) {
    growth_.forget();
    no_shares_.clear();
  }
  if (started) process_started_ = started;
}

Evaluation Evaluator::evaluate(const Exposition& exposition, const Moment& now) {
  Evaluation out;
  const std::vector<Match> matches = matcher_.match(exposition);
  std::set<std::pair<Signal, std::string>> known;
  growth_.begin_scrape();
  forget_another_process(exposition);
  for (const Meaning& meaning : preset_.meanings) {
    const auto match = std::ranges::find(matches, &meaning, &Match::meaning);
    Told& told = out.told.emplace_back();
    told.signal = meaning.signal;
    told.layer = meaning.layer;
    if (match == matches.end()) continue;
    told.kind = match->candidate->object.substr(0, match->candidate->object.find(':'));
    told.preset = match->candidate->preset;
    told.metric = match->candidate->metric;
    told.series = match->samples.size();
    std::map<std::string, std::pair<Series, Series>> objects;
    for (const Sample* sample : match->samples)
      objects[object_for(*match->candidate, sample->labels).value()].first.push_back(sample);
    for (const Sample* sample : match->counts)
      objects[object_for(*match->candidate, sample->labels).value()].second.push_back(sample);
    for (const auto& [object, series] : objects) {
      if (!known.insert({meaning.signal, object}).second) continue;  // an earlier meaning has it
      out.cut = out.cut || out.values.size() >= most_values;
      if (out.cut) break;
      out.values.push_back({meaning.signal, Object(object), meaning.unit,
                            value_of(*match->candidate, series.first, series.second, now)});
    }
  }
  growth_.end_scrape();
  return out;
}

Known<double> Evaluator::value_of(const Candidate& candidate, const Series& samples, const Series& counts,
                                  const Moment& now) {
  if (const auto fault = fault_of(samples, now)) return *fault;
  if (const auto fault = fault_of(counts, now)) return *fault;
  Known<double> value = Reason::not_supported;
  switch (candidate.kind) {
    case Kind::gauge:
      value = gauge(candidate, samples);
      break;
    case Kind::counter:
      value = rate(candidate, samples, now);
      break;
    case Kind::quantile:
      value = quantile(candidate, samples, now);
      break;
    case Kind::mean:
      value = mean(samples, counts, now);
  }
  if (!value) return value.reason();
  // Two scrapes are never exactly as far apart as what they count: a share of time may come out a little above 1.
  const double scaled = candidate.complement ? std::max(0.0, 1 - *value * candidate.scale) : *value * candidate.scale;
  if (!std::isfinite(scaled)) return Reason::not_supported;
  // A moving average overshoots a little; a meter that several pools feed says up to their number.
  // What has been above is such a meter at any value.
  constexpr double overshoot = 1.05;
  if (candidate.share && !samples.empty()) {
    std::string meter = candidate.metric + ' ' + series_key(*samples.front());
    if (scaled > overshoot)
      no_shares_.insert(std::move(meter));
    else if (!no_shares_.contains(meter))
      return std::min(scaled, 1.0);
    return Reason::not_supported;
  }
  return scaled;
}

Known<double> Evaluator::gauge(const Candidate& candidate, const Series& samples) {
  Joined joined(candidate.join);
  for (const Sample* sample : samples) {
    if (!std::isfinite(sample->value)) return Reason::not_applicable;
    const bool none =
        (candidate.counted && sample->value == 0) || (candidate.least && sample->value < *candidate.least);
    if (!none) joined.add(sample->value);
  }
  if (joined.empty()) return Reason::not_applicable;
  return joined.value();
}

Known<Grown> Evaluator::grown(const Sample& sample, const Moment& now) {
  std::string key = series_key(sample);
  if (sample.timestamp_ms) key += '\0';
  return growth_.of(key, sample.value, sample.timestamp_ms.value_or(now.mono_ms));
}

// Every series is asked, so that all have a history next time.
Known<double> Evaluator::rate(const Candidate& candidate, const Series& samples, const Moment& now) {
  Joined joined(candidate.join);
  Reason missing = Reason::none;
  for (const Sample* sample : samples) {
    const Known<Grown> growth = grown(*sample, now);
    if (growth)
      joined.add(growth->by / growth->seconds);
    else
      missing = growth.reason();
  }
  if (missing != Reason::none) return missing;
  return joined.value();
}

Known<double> Evaluator::quantile(const Candidate& candidate, const Series& samples, const Moment& now) {
  std::map<double, double> cumulated;
  std::map<double, std::size_t> times;
  Reason missing = Reason::none;
  for (const Sample* sample : samples) {
    const Known<Grown> growth = grown(*sample, now);
    const std::string* const text = find_label(sample->labels, "le");
    const auto bound = text ? number(*text) : std::nullopt;
    if (!bound || std::isnan(*bound)) return Reason::not_supported;
    ++times[*bound];
    if (growth)
      cumulated[*bound] += growth->by;
    else
      missing = growth.reason();
  }
  if (missing != Reason::none) return missing;
  // Counts of histograms with other bounds do not add up.
  if (std::ranges::any_of(times, [&](const auto& one) { return one.second != times.begin()->second; }))
    return Reason::not_supported;
  return quantile_of(cumulated, candidate.quantile);
}

Known<double> Evaluator::all_grown(const Series& samples, const Moment& now) {
  double sum = 0;
  Reason missing = Reason::none;
  for (const Sample* sample : samples) {
    const Known<Grown> growth = grown(*sample, now);
    if (growth)
      sum += growth->by;
    else
      missing = growth.reason();
  }
  if (missing != Reason::none) return missing;
  return sum;
}

Known<double> Evaluator::mean(const Series& sums, const Series& counts, const Moment& now) {
  const Known<double> sum = all_grown(sums, now);
  const Known<double> count = all_grown(counts, now);
  if (!sum) return sum.reason();
  if (!count) return count.reason();
  if (counts.empty() || sums.empty() || !(*count > 0)) return Reason::not_applicable;
  return *sum / *count;
}

}  // namespace tidemark::metrics
