// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/positions.h"

#include <algorithm>

namespace tidemark {
namespace {
struct Place {
  std::optional<std::int64_t> at;  // the writer's
  Known<std::int64_t> durable = Reason::no_commit;
  bool doubted = false;  // rows have gone, nobody says which
};
using Places = std::map<TopicPartition, Place>;

class Walk final {
 public:
  explicit Walk(bool remembers) : remembers_(remembers) {}

  void take(const Step& step) {
    if (step.made_anew) begin_anew();
    if (step.restores) restore(step);
    if (step.blind) forget(*step.blind);
    if (step.moved)
      for (const auto& [partition, next] : *step.moved) move(step, partition, next);
    if (step.all && !anew_) complete(*step.all);
    if (remembers_) history_[step.version] = places_;
  }

  Positions finish() {
    for (const auto& [partition, place] : places_) out_.durable.emplace(partition, place.durable);
    std::erase_if(out_.lost, [&](const Loss& loss) {
      const Known<std::int64_t>& durable = places_[loss.range.partition].durable;
      return durable && *durable >= loss.range.to;
    });
    return std::move(out_);
  }

 private:
  void forget(Reason why) {
    for (auto& [partition, place] : places_) place = {std::nullopt, why, place.doubted};
  }

  // Positions stay, but they are those of the table before.
  void begin_anew() {
    for (auto& [partition, place] : places_) place = {std::nullopt, Reason::ambiguous, false};
    history_.clear();
    out_ = {};
    anew_ = true;
  }

  void restore(const Step& step) {
    const auto then = step.restored_to ? history_.find(*step.restored_to) : history_.end();
    for (auto& [partition, place] : places_) {
      const auto was = then == history_.end() ? Places::const_iterator() : then->second.find(partition);
      const bool told = then != history_.end() && was != then->second.end() && was->second.durable;
      place.doubted = !told;
      place.durable = told ? was->second.durable : Known<std::int64_t>(Reason::ambiguous);
      if (!told || !place.at || *place.at <= *place.durable) continue;
      out_.lost.push_back({step.version, *step.restored_to, {partition, *place.durable, *place.at}});
      out_.moved[step.version].ranges.push_back({partition, *place.durable, *place.durable});
    }
  }

  void move(const Step& step, const TopicPartition& partition, std::int64_t next) {
    Place& place = places_[partition];
    const std::optional<std::int64_t> before = std::exchange(place.at, next);
    if (!step.landed) return;
    Moved& moved = out_.moved[step.version];
    if (before && *before < next) {
      moved.ranges.push_back({partition, *before, next});
      const bool joins = place.durable ? *before <= *place.durable : !place.doubted;
      if (joins) place.durable = next;
    } else if (!before) {
      moved.whole = false;
      moved.ranges.push_back({partition, next, next});
      if (!place.doubted) place.durable = next;
    } else if (*before > next) {
      moved.whole = false;  // from where it was read again is not told
      moved.ranges.push_back({partition, next, next});
      if (place.durable) place.durable = std::min(*place.durable, next);
    }
  }

  // What a summary tells is of use where the log that is read does not.
  void complete(const SourceOffsets& all) {
    for (const auto& [partition, next] : all) {
      Place& place = places_[partition];
      if (place.at) continue;
      place.at = next;
      if (!place.doubted) place.durable = next;
    }
  }

  const bool remembers_;
  bool anew_ = false;
  Places places_;
  std::map<std::int64_t, Places> history_;
  Positions out_;
};
}  // namespace

Positions follow(std::span<const Step> steps) {
  Walk walk(std::ranges::any_of(steps, &Step::restores));
  for (const Step& step : steps) walk.take(step);
  return walk.finish();
}

}  // namespace tidemark
