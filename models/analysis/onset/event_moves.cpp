// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/onset/moves.h"

namespace tidemark {
namespace {
constexpr std::size_t beyond_usual = 2;

enum class Role : std::uint8_t { move, nearby, neither };

struct KindRole {
  std::string_view kind;
  Role role;
};

constexpr std::array roles = std::to_array<KindRole>({
    {"leader-change", Role::move},
    {"isr-shrink", Role::move},
    {"broker-gone", Role::move},
    {"topic-deleted", Role::move},
    {"group-state", Role::move},
    {"members-changed", Role::move},
    {"rebalance", Role::move},
    {"rewind", Role::move},
    {"skip", Role::move},
    {"task-state", Role::move},
    {"job-state", Role::move},
    {"job-restarted", Role::move},  // also where no poll saw it down
    {"rollback", Role::move},
    {"commit-error", Role::move},
    {"schema-registered", Role::move},  // what is written from then on is another thing
    {"broker-back", Role::nearby},
    {"topic-created", Role::nearby},
    {"partitions-changed", Role::nearby},
    {"config-changed", Role::nearby},
    {"compatibility-changed", Role::nearby},
    {"deployment", Role::nearby},
    {"job-submitted", Role::nearby},
    {"quality-gate", Role::nearby},
    {"isr-expand", Role::neither},
    {"checkpoint-failed", Role::neither},  // their rate says it
    {"checkpoint-completed", Role::neither},
    {"snapshot", Role::neither},
    {"note", Role::neither},
    {"alert", Role::neither},  // it crosses its threshold later than what it is about began
    {"alert-resolved", Role::neither},
    {"alarm", Role::neither},  // this program's own word
});

// A kind that is not listed moves something if it is a trouble.
Role role_of(const EventRow& row) {
  const auto found = std::ranges::find(roles, row.kind, &KindRole::kind);
  // What people did stands beside what moved.
  if (found != roles.end()) return found->role == Role::move && row.layer == "user" ? Role::nearby : found->role;
  return row.severity == "note" ? Role::nearby : Role::move;
}

// What the states of an object say already.
bool is_state_kind(std::string_view kind) {
  return kind == "group-state" || kind == "task-state" || kind == "job-state" || kind == "broker-gone";
}

// Moves of partitions are one: a broker that goes moves many.
struct MoveKey {
  ClusterName cluster;
  std::string kind;
  Object object;
  auto operator<=>(const MoveKey&) const = default;
};
MoveKey key_of(const EventRow& row) {
  return {row.cluster, row.kind, object::kind(row.object) == "partition" ? Object() : row.object};
}

struct Seen {
  const EventRow* first = nullptr;
  std::size_t usual = 0, now = 0;
  std::set<Object> objects;
};
}  // namespace

EventMoves event_moves(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter,
                       const std::vector<Event>& said) {
  std::set<std::pair<ClusterName, Object>> stated;
  for (const StateSpan& span : snapshot.states)
    if (span.aspect == aspect::state) stated.emplace(snapshot.sources[span.source].spec.cluster, span.object);
  EventMoves out;
  const std::vector<EventRow> rows =
      event_rows(snapshot, std::min(window.base_from, window.from), window.to, filter, said);
  std::map<MoveKey, Seen> seen;
  for (const EventRow& row : rows) {
    const Role role = role_of(row);
    if (role == Role::neither || (is_state_kind(row.kind) && stated.contains({row.cluster, row.object}))) continue;
    if (role == Role::nearby) {
      out.nearby.push_back(row);
      continue;
    }
    Seen& of = seen[key_of(row)];
    if (row.at_hi > window.base_from && row.at_hi <= window.base_to) ++of.usual;
    if (row.at_hi <= window.from) continue;
    ++of.now;
    of.objects.insert(row.object);
    if (!of.first) of.first = &row;
  }
  for (const auto& [key, of] : seen) {
    if (!of.first || of.now <= beyond_usual * of.usual) continue;
    const EventRow& row = *of.first;
    // It happened at any time before: it can be told, and not be ordered.
    if (!row.at_lo) {
      out.nearby.push_back(row);
      continue;
    }
    out.moves.push_back({place_of_object(row.layer, row.object),
                         row.cluster,
                         row.object,
                         row.kind,
                         {},
                         {},
                         row.text,
                         *row.at_lo,
                         row.at_hi,
                         false,
                         of.objects.size()});
  }
  return out;
}

}  // namespace tidemark
