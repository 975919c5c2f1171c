// SPDX-License-Identifier: GPL-3.0-or-later
// Places: what a timeline has that a person may want to go to by its name, and which of them a pasted text names: an
// alert, a line of a log, "orders-3@12345". Names are found as whole words; groups and tables whose names have blanks
// or brackets only where they stand alone. A time is one with its date; where it names no zone, UTC is taken and told.
// Thread rule: none, pure functions and values.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

// In the order in which they are listed.
enum class PlaceKind : std::uint8_t { path, table, connector, group, topic };

struct Place {
  PlaceKind kind = PlaceKind::topic;
  ClusterName cluster;
  std::string name;  // of a path its group
  TopicName topic;   // of a path
  auto operator<=>(const Place&) const = default;
};

// A place that a text names, and what it says of it beside.
struct NamedPlace {
  std::size_t place = 0;                 // index
  std::optional<PartitionId> partition;  // of a topic or path
  std::optional<Offset> offset;
  bool operator==(const NamedPlace&) const = default;
};
struct ReadText {
  std::vector<NamedPlace> places;  // the most telling first
  std::optional<LocalTime> at;     // the first time in the text
  bool zone_taken = false;         // it names none: UTC was taken
};

class Places final {
 public:
  Places() = default;
  // Ascending by kind, then by name.
  explicit Places(std::vector<Place> all);
  Places(const Places&) = delete;
  Places& operator=(const Places&) = delete;
  Places(Places&&) = default;
  Places& operator=(Places&&) = default;
  ~Places() = default;
  std::span<const Place> all() const { return all_; }
  // At most the first 64 KiB of the text, and 16 places.
  ReadText read(std::string_view text) const;

 private:
  struct Word {
    std::string_view text;
    std::optional<PartitionId> partition;
    std::optional<Offset> offset;
  };
  void find(const Word& word, std::vector<NamedPlace>& into) const;

  std::vector<Place> all_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_name_;  // without paths; into all_
};

// `all`: every series of the file; `now`: tables' marks and the states at the end of it, of all clusters.
Places places_of(std::span<const Column> all, const Snapshot& now);

}  // namespace tidemark
