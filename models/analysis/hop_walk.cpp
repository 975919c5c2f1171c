// SPDX-License-Identifier: GPL-3.0-or-later
// The walk along a path from its end back, and the document of it.
#include <algorithm>

#include "models/analysis/hops.h"
#include "models/analysis/scope.h"

namespace tidemark {

HopWalk::HopWalk(const Profile& profile, const HopEnd& end, const Snapshot& now, LocalTime at)
    : profile_(profile), at_(at), time_(at), left_(end.hops.size()) {
  path_.pipeline = end.pipeline;
  for (const Hop& hop : end.hops) path_.hops.push_back({hop, {}, {}});
  read_now(now);
  put_least();
}

void HopWalk::read_now(const Snapshot& now) {
  for (HopRow& row : path_.hops) row.now = hop_reading(now, profile_, row.hop, at_);
}

// What waits before the end for certain: in the end's own topic, and before each hop that is exact.
void HopWalk::put_least() {
  const HopReading& end = path_.hops.back().now;
  path_.age_least = end.certain;
  for (const HopRow& row : path_.hops) {
    const Known<Millis> certain = row.now.certain;
    if (row.now.atomic && certain && (!path_.age_least || *certain > *path_.age_least)) path_.age_least = certain;
  }
}

std::optional<LocalTime> HopWalk::wants() const {
  if (left_ == 0) return std::nullopt;
  return time_;
}

void HopWalk::take(const Snapshot& then) {
  HopRow& row = path_.hops[--left_];
  row.then = time_ == at_ ? row.now : hop_reading(then, profile_, row.hop, time_);
  if (row.then.age && row.then.error) {
    time_ -= *row.then.age + *row.then.error;
  } else {
    const Reason why = row.then.age ? row.then.error.reason() : row.then.age.reason();
    path_.age_most = why;
    path_.through = why;
    if (row.hop.kind != HopKind::source) path_.in_topics_most = why;
    // Nobody knows of which time the hops before this one would have to be asked.
    for (std::size_t i = 0; i < left_; ++i) path_.hops[i].then = {why, why, why, why, Evidence::unknown, false};
    left_ = 0;
    put_where();
    return;
  }
  if (left_ == 0 || path_.hops[left_ - 1].hop.kind == HopKind::source) path_.in_topics_most = Millis(at_ - time_);
  if (left_ > 0) return;
  path_.age_most = Millis(at_ - time_);
  path_.through = time_;
  put_where();
}

// A source that nobody sees is not counted: where it is the only one, the others are compared.
void HopWalk::put_where() {
  std::optional<std::size_t> most;
  for (std::size_t i = 0; i < path_.hops.size(); ++i) {
    const HopRow& row = path_.hops[i];
    if (row.hop.kind == HopKind::source) continue;
    if (!row.then.age) {
      path_.where = row.then.age.reason();
      return;
    }
    if (*row.then.age > Millis(0) && (!most || *row.then.age > *path_.hops[*most].then.age)) most = i;
  }
  if (!most) return;
  path_.where = *most;
  // What a table has not told may be no record at all: then it waits where something waits for certain.
  const auto certain = [&](const HopReading& reading) { return reading.certain.value_or(Millis(0)); };
  if (certain(path_.hops[*most].then) > Millis(0)) return;
  const auto waits = std::ranges::max_element(path_.hops, {}, [&](const HopRow& row) {
    return row.hop.kind == HopKind::source ? Millis(0) : certain(row.now);
  });
  if (certain(waits->now) > Millis(0)) path_.where = static_cast<std::size_t>(waits - path_.hops.begin());
}

namespace {
std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

CellRecord cells_of(const HopPath& path, std::size_t i) {
  const HopRow& row = path.hops[i];
  const Hop& hop = row.hop;
  return {{"hop", static_cast<std::int64_t>(i + 1)},
          {"kind", word(hop.kind)},
          {"name", hop.name},
          {"from", or_dash(hop.from.value())},
          {"to", hop.to},
          {"group", hop.group.value().empty() ? Cell(Reason::not_applicable) : Cell(hop.group.value())},
          {"unread", row.now.unread},
          {"now_ms", row.now.age},
          {"now_error_ms", row.now.error},
          {"adds_ms", row.then.age},
          {"adds_error_ms", row.then.error},
          {"evidence", word(row.now.evidence)}};
}

std::vector<std::string> notes_of(const std::vector<HopPath>& paths) {
  std::vector<std::string> notes;
  for (const HopPath& path : paths)
    for (const HopRow& row : path.hops) {
      if (row.then.age || row.then.age.reason() != Reason::not_probed || row.now.age.known()) continue;
      if (row.now.age.reason() != Reason::not_probed) continue;
      notes.push_back(path.pipeline->name + ": nobody sees what waits at the " + std::string(word(row.hop.kind)) + " " +
                      row.hop.name + ", so its age is known to be at least so much, and no more");
    }
  std::ranges::sort(notes);
  notes.erase(std::ranges::unique(notes).begin(), notes.end());
  return notes;
}
}  // namespace

Document hop_document(const Snapshot& read, LocalTime at, const std::vector<HopPath>& paths) {
  Document document = frame("freshness", read, read.from, at, {});
  for (const HopPath& path : paths) {
    CellList hops;
    for (std::size_t i = 0; i < path.hops.size(); ++i) hops.emplace_back(cells_of(path, i));
    const PipelineProfile& pipeline = *path.pipeline;
    document.rows.push_back({{"path", pipeline.name},
                             {"class", pipeline.class_name.empty() ? "unclassified" : pipeline.class_name},
                             {"end", path.hops.back().hop.to},
                             {"age_least_ms", path.age_least},
                             {"age_most_ms", path.age_most},
                             {"in_topics_most_ms", path.in_topics_most},
                             {"through", path.through},
                             {"where", path.where.map([&](std::size_t hop) { return path.hops[hop].hop.name; })},
                             {"owner", pipeline.owner.empty() ? Cell(Reason::not_applicable) : Cell(pipeline.owner)},
                             {"hops", std::move(hops)}});
  }
  document.notes = notes_of(paths);
  return document;
}

}  // namespace tidemark
