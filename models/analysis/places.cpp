// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/places.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace tidemark {
namespace {
constexpr std::size_t longest_text = std::size_t{64} * 1024;
constexpr std::size_t most_places = 16;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool in_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view("._@/-").contains(c);
}

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
  Number value = 0;
  const char* begin = text.data();
  const char* end = begin + text.size();
  const auto read = std::from_chars(begin, end, value);
  if (text.empty() || !is_digit(text.front()) || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

std::string_view trimmed(std::string_view text, std::string_view what) {
  const std::size_t from = text.find_first_not_of(what);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(what) - from + 1);
}

struct Time {
  LocalTime at;
  bool zone_taken = false;
};

// "2026-01-01T10:41", "2026-01-01 10:41:07,123", with or without a zone, at the front of a text.
std::optional<Time> time_at(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00T00:00";
  if (text.size() < shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool fits = shape[i] == '0'   ? is_digit(text[i])
                      : shape[i] == 'T' ? text[i] == 'T' || text[i] == ' '
                                        : text[i] == shape[i];
    if (!fits) return std::nullopt;
  }
  std::size_t end = shape.size();
  while (end < text.size() && (is_digit(text[end]) || std::string_view(":.,+-Z").contains(text[end]))) ++end;
  std::string whole(trimmed(text.substr(0, end), ":.,-"));
  whole[10] = 'T';
  std::ranges::replace(whole, ',', '.');
  if (const auto at = parse_rfc3339(whole)) return Time{*at};
  if (const auto at = parse_rfc3339(whole + 'Z')) return Time{*at, true};
  return std::nullopt;
}

std::optional<Time> first_time(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1])))
      if (const auto time = time_at(text.substr(i))) return time;
  return std::nullopt;
}
}  // namespace

Places::Places(std::vector<Place> all) : all_(std::move(all)) {
  std::ranges::sort(all_);
  const auto [first, last] = std::ranges::unique(all_);
  all_.erase(first, last);
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (all_[i].kind != PlaceKind::path) by_name_[all_[i].name].push_back(i);
}

void Places::find(const Word& word, std::vector<NamedPlace>& into) const {
  const auto found = by_name_.find(word.text);
  if (found == by_name_.end()) return;
  for (const std::size_t at : found->second) {
    const bool topic = all_[at].kind == PlaceKind::topic;
    // "orders-sink-0" is a task of a connector, too; of nothing else is there a part with a number.
    if (word.partition && !topic && all_[at].kind != PlaceKind::connector) continue;
    const NamedPlace place{at, topic ? word.partition : std::nullopt, topic ? word.offset : std::nullopt};
    if (std::ranges::find(into, place) == into.end()) into.push_back(place);
  }
}

ReadText Places::read(std::string_view text) const {
  text = trimmed(text.substr(0, longest_text), " \t\r\n");
  ReadText out;
  if (const auto time = first_time(text)) {
    out.at = time->at;
    out.zone_taken = time->zone_taken;
  }
  std::vector<NamedPlace> found;
  find({.text = text}, found);
  for (std::size_t i = 0; i < text.size() && found.size() < most_places;) {
    const std::size_t from = i;
    while (i < text.size() && in_word(text[i])) ++i;
    std::string_view word = trimmed(text.substr(from, i - from), "./@");
    if (i == from) ++i;
    std::optional<Offset> offset;
    if (const std::size_t at = word.rfind('@'); at != std::string_view::npos)
      if (const auto number = whole_number<std::int64_t>(word.substr(at + 1))) {
        offset = Offset(*number);
        word = word.substr(0, at);
      }
    find({word, {}, offset}, found);
    if (const std::size_t at = word.find_last_of("-/"); at != std::string_view::npos)
      if (const auto number = whole_number<std::int32_t>(word.substr(at + 1)))
        find({word.substr(0, at), PartitionId(*number), offset}, found);
    for (std::string_view rest = word; rest.contains('/');) {
      rest.remove_prefix(rest.find('/') + 1);
      find({rest.substr(0, rest.find('/'))}, found);
    }
  }
  const auto kind = [&](const NamedPlace& place) { return all_[place.place].kind; };
  std::vector<NamedPlace> paths;
  for (const NamedPlace& group : found) {
    if (kind(group) != PlaceKind::group) continue;
    for (const NamedPlace& topic : found) {
      if (kind(topic) != PlaceKind::topic) continue;
      const Place& g = all_[group.place];
      const Place path{PlaceKind::path, g.cluster, g.name, TopicName(all_[topic.place].name)};
      const auto at = std::ranges::lower_bound(all_, path);
      if (at == all_.end() || *at != path || all_[topic.place].cluster != g.cluster) continue;
      paths.push_back({static_cast<std::size_t>(at - all_.begin()), topic.partition, topic.offset});
    }
  }
  std::ranges::stable_sort(found, {}, kind);
  out.places = std::move(paths);
  out.places.insert(out.places.end(), found.begin(), found.end());
  out.places.resize(std::min(out.places.size(), most_places));
  return out;
}

Places places_of(std::span<const Column> all, const Snapshot& now) {
  constexpr std::string_view table_mark = "table:";
  std::set<Place> found;
  for (const Column& column : all) {
    const auto tp = object::as_partition(column.spec.object);
    if (!tp || column.lane >= now.lanes.size()) continue;
    const ClusterName& cluster = now.cluster_of(column);
    found.insert({PlaceKind::topic, cluster, tp->topic.value(), {}});
    if (const auto group = signal::group_of(column.spec.signal)) {
      found.insert({PlaceKind::group, cluster, group->value(), {}});
      found.insert({PlaceKind::path, cluster, group->value(), tp->topic});
    } else if (column.spec.signal.value().starts_with(table_mark)) {
      found.insert({PlaceKind::table, cluster, column.spec.signal.value().substr(table_mark.size()), {}});
    }
  }
  for (const StateSpan& state : now.states) {
    const std::string_view kind = object::kind(state.object);
    if (state.to || !state.value || (kind != "table" && kind != "connector")) continue;
    found.insert({kind == "table" ? PlaceKind::table : PlaceKind::connector,
                  now.sources[state.source].spec.cluster,
                  std::string(object::name(state.object)),
                  {}});
  }
  return Places(std::vector<Place>(found.begin(), found.end()));
}

}  // namespace tidemark
