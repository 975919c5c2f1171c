// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/matcher.h"

#include <algorithm>

#include "models/domain/profile.h"

namespace tidemark::metrics {
namespace {
std::string text_of(const std::string& base, const std::string& attribute) { return base + ' ' + attribute; }

// The statistics that a candidate is made from.
std::vector<std::string> keys_of(const Candidate& candidate) {
  const std::string& base = candidate.key.base;
  if (candidate.kind == Kind::quantile) return {text_of(base, "bucket")};
  if (candidate.kind == Kind::mean && candidate.count)
    return {text_of(base, candidate.key.attribute), text_of(candidate.count->base, candidate.count->attribute)};
  if (candidate.kind == Kind::mean) return {text_of(base, "sum"), text_of(base, "count")};
  return {text_of(base, candidate.key.attribute)};
}

bool fits(const Candidate& candidate, const Sample& sample, Type type) {
  return std::ranges::all_of(candidate.where, [&](const Condition& condition) {
    if (condition.label == "__name__") return glob_list_match(condition.globs, sample.name);
    if (condition.label == "__type__") return glob_list_match(condition.globs, word(type));
    const std::string* const value = find_label(sample.labels, condition.label);
    return glob_list_match(condition.globs, value ? *value : std::string());
  });
}

// Two spellings of one metric are the same numbers twice: one of them counts, the candidate's own where it is there.
void keep_one_spelling(std::vector<const Sample*>& samples, const std::string& metric) {
  if (samples.empty()) return;
  const bool own = std::ranges::any_of(samples, [&](const Sample* one) { return one->name == metric; });
  const std::string& kept = own ? metric : samples.front()->name;
  std::erase_if(samples, [&](const Sample* one) { return one->name != kept; });
}

// The value of the first label of "a|b" that is there and not empty.
std::string label_of(std::string_view names, const Labels& labels) {
  while (!names.empty()) {
    const auto bar = names.find('|');
    const std::string* const value = find_label(labels, names.substr(0, bar));
    if (value && !value->empty()) return plain_label(*value);
    names = bar == std::string_view::npos ? std::string_view() : names.substr(bar + 1);
  }
  return {};
}
}  // namespace

std::vector<const Sample*> Matcher::fitting(const Index& index, const std::string& key, const Candidate& candidate) {
  std::vector<const Sample*> out;
  const auto found = index.find(key);
  if (found == index.end()) return out;
  for (const Indexed& one : found->second)
    if (fits(candidate, *one.sample, one.type)) out.push_back(one.sample);
  keep_one_spelling(out, candidate.metric);
  return out;
}

Matcher::Matcher(const Preset& preset) : preset_(preset) {
  for (const Meaning& meaning : preset.meanings)
    for (const Candidate& candidate : meaning.candidates) {
      for (std::string& key : keys_of(candidate)) wanted_.insert(std::move(key));
      bases_.push_back(candidate.key.base);
      if (candidate.count) bases_.push_back(candidate.count->base);
    }
  std::ranges::sort(bases_);
  const auto twice = std::ranges::unique(bases_);
  bases_.erase(twice.begin(), twice.end());
}

bool Matcher::may_mean(std::string_view metric) const {
  const MetricKey key = key_of(metric);
  const auto found = std::ranges::lower_bound(bases_, key.base);
  return !key.base.empty() && found != bases_.end() && found->starts_with(key.base);
}

Matcher::Index Matcher::index_of(const Exposition& exposition) const {
  Index index;
  std::unordered_map<std::string_view, std::optional<MetricKey>> known;  // none: of no interest
  for (const Family& family : exposition.families)
    for (const Sample& sample : family.samples) {
      const auto [entry, is_new] = known.try_emplace(sample.name);
      if (is_new && may_mean(sample.name)) entry->second = key_of(sample.name);
      if (!entry->second) continue;
      const std::string attribute = attribute_of(*entry->second, sample.labels);
      const std::string plain = text_of(entry->second->base, attribute);
      if (wanted_.contains(plain)) index[plain].push_back({&sample, family.type});
      const std::string name = folded_name(sample.labels);
      if (name.empty()) continue;
      const std::string folded = text_of(entry->second->base + name, attribute);
      if (wanted_.contains(folded)) index[folded].push_back({&sample, family.type});
    }
  return index;
}

std::vector<Match> Matcher::match(const Exposition& exposition) const {
  const Index index = index_of(exposition);
  std::vector<Match> out;
  for (const Meaning& meaning : preset_.meanings)
    for (const Candidate& candidate : meaning.candidates) {
      const std::vector<std::string> keys = keys_of(candidate);
      Match match{&meaning, &candidate, fitting(index, keys.front(), candidate), {}};
      if (keys.size() > 1) match.counts = fitting(index, keys.back(), candidate);
      if (match.samples.empty() || (keys.size() > 1 && match.counts.empty())) continue;
      out.push_back(std::move(match));
      break;
    }
  return out;
}

std::optional<Object> object_of(const std::string& pattern, const Labels& labels) {
  std::string out;
  for (std::string_view rest = pattern; !rest.empty();) {
    const auto open = rest.find('{');
    out += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = rest.find('}', open);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string value = label_of(rest.substr(open + 1, close - open - 1), labels);
    if (value.empty()) return std::nullopt;
    out += value;
    rest.remove_prefix(close + 1);
  }
  return Object(std::move(out));
}

}  // namespace tidemark::metrics
