// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/analysis/replay/generated.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace tidemark::test {
namespace {
// The library's distributions differ between compilers; these do not.
class Dice final {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(engine_() >> 11) * 0x1p-53;
  }
  bool one_in(double n) { return between(0, n) < 1; }

 private:
  std::mt19937_64 engine_;
};

// Stretches of `low` to `high` seconds that begin every `every` seconds on average.
class Stretches final {
 public:
  Stretches(bool wanted, double every, double low, double high)
      : wanted_(wanted), every_(every), low_(low), high_(high) {}
  bool in(Dice& dice, double step) {
    if (left_ > 0)
      left_ -= step;
    else if (wanted_ && dice.one_in(every_ / step))
      left_ = dice.between(low_, high_);
    return left_ > 0;
  }

 private:
  bool wanted_;
  double every_, low_, high_;
  double left_ = 0;
};

struct World {
  Shape shape;
  Dice dice;
  double step;     // seconds
  double written;  // per second and partition, on average
  double read;
  double throttled = 1;
  double throttle_at = 2;  // share
  double burst = 3;
};

double written_now(World& world, std::int64_t poll, Stretches& bursts) {
  double rate = world.written * world.dice.between(0.8, 1.2);
  if (bursts.in(world.dice, world.step)) rate *= world.burst;
  if (world.shape.daily) {
    const double day = static_cast<double>(poll) * world.step / 86'400;
    rate *= 1 + 0.6 * std::sin(2 * std::numbers::pi * day);
  }
  return rate;
}

World world_of(const Shape& shape) {
  World world{shape, Dice(shape.seed * 977 + 13), shape.daily ? 60.0 : 10.0, 0, 0};
  world.written = world.dice.between(100, 1500);
  world.read = world.written * shape.speed * world.dice.between(0.9, 1.1);
  world.burst = world.dice.between(2, 3.5);
  if (shape.throttle) {
    world.throttled = world.dice.between(0.55, 0.75);
    world.throttle_at = world.dice.between(0.1, 0.35);
  }
  return world;
}

void write(World& world, Generated& out, std::int64_t polls, std::size_t partitions) {
  for (std::size_t p = 0; p < partitions; ++p) {
    const double weight = world.dice.between(0.6, 1.4);
    Stretches bursts(world.shape.bursts, 1200, 120, 480);
    double high = 5'000'000 + world.written * 86'400;
    auto& line = out.high.emplace_back();
    for (std::int64_t n = 0; n < polls; ++n) {
      line.push_back(static_cast<std::int64_t>(high));
      high += weight * written_now(world, n, bursts) * world.step;
    }
  }
}

double read_share(const Generated& out, std::size_t partition, double at, double from, std::int64_t poll) {
  const double end =
      static_cast<double>(out.to_live ? out.high[partition][static_cast<std::size_t>(poll)] : out.to[partition]);
  return end <= from ? 1 : (at - from) / (end - from);
}

// All partitions pause and are throttled at once, as they have one reader.
void read(World& world, Generated& out, double seconds) {
  const auto first = static_cast<std::size_t>(out.begins);
  std::vector<double> at, from, speed;
  for (auto& high : out.high) {
    auto& line = out.group.emplace_back();
    for (std::size_t n = 0; n < first; ++n) line.push_back(high[n > 0 ? n - 1 : 0]);
    out.to.push_back(line.back());
    speed.push_back(world.read * world.dice.between(0.9, 1.1));
    from.push_back(static_cast<double>(line.back()) - seconds * world.read * world.dice.between(0.9, 1.1));
    at.push_back(from.back());
  }
  Stretches pauses(world.shape.pauses, 1500, 60, 300);
  double share = 0;
  for (std::size_t n = first; n < out.high.front().size(); ++n) {
    bool all = true;
    const bool paused = pauses.in(world.dice, world.step);
    const double throttled = share > world.throttle_at ? world.throttled : 1;
    share = 1;
    for (std::size_t p = 0; p < out.high.size(); ++p) {
      const auto high = static_cast<double>(out.high[p][n]);
      out.group[p].push_back(static_cast<std::int64_t>(at[p]));
      all = all && out.group[p].back() >= (out.to_live ? out.high[p][n] : out.to[p]);
      share = std::min(share, read_share(out, p, at[p], from[p], static_cast<std::int64_t>(n)));
      const double by = paused ? 0 : speed[p] * throttled * world.dice.between(0.7, 1.3) * world.step;
      const double end = n + 1 < out.high[p].size() ? static_cast<double>(out.high[p][n + 1]) : high;
      at[p] = std::min(at[p] + by, end);
    }
    if (all && !out.through) out.through = static_cast<std::int64_t>(n);
  }
}
}  // namespace

Generated generated(const Shape& shape) {
  World world = world_of(shape);
  Generated out;
  out.to_live = shape.to_live;
  out.step_ms = static_cast<std::int64_t>(world.step * 1000);
  const double day = 86'400 / world.step;
  out.begins = static_cast<std::int64_t>(shape.daily ? day * world.dice.between(1.1, 2) : world.dice.between(90, 400));
  // As long as the replay may take: three times what reading alone takes.
  const double seconds = shape.daily ? world.dice.between(9'000, 20'000) : world.dice.between(1'500, 5'000);
  const auto polls = out.begins + static_cast<std::int64_t>(4 * seconds / world.step);
  write(world, out, polls, 1 + shape.seed % 3);
  read(world, out, seconds);
  return out;
}

double Generated::share(std::int64_t poll) const {
  const auto n = static_cast<std::size_t>(poll);
  double done = 0, all = 0;
  for (std::size_t p = 0; p < high.size(); ++p) {
    const std::int64_t from = group[p][static_cast<std::size_t>(begins)];
    done += static_cast<double>(std::min(group[p][n], to_live ? high[p][n] : to[p]) - from);
    all += static_cast<double>((to_live ? high[p][n] : to[p]) - from);
  }
  return done / all;
}

std::string Generated::story(std::int64_t kept, const std::string& more) const {
  std::string series;
  const auto add = [&](const char* mark, std::size_t p, const std::string& whose,
                       const std::vector<std::int64_t>& all) {
    series += std::string(series.empty() ? "" : ",\n") + R"({"mark": ")" + mark +
              R"(", "topic": "orders", "partition": )" + std::to_string(p) + whose + R"(, "values": [)";
    for (std::size_t n = 0; n < all.size(); ++n) series += (n ? "," : "") + std::to_string(all[n]);
    series += "]}";
  };
  for (std::size_t p = 0; p < high.size(); ++p) {
    add("high", p, "", high[p]);
    add("group", p, R"(, "group": "backfill")", group[p]);
    if (kept == 0) continue;
    std::vector<std::int64_t> floor;
    for (std::int64_t n = 0; n < polls(); ++n)
      floor.push_back(n < kept ? high[p].front() / 2 : high[p][static_cast<std::size_t>(n - kept)]);
    add("floor", p, "", floor);
  }
  const std::string topics = kept == 0 ? std::string()
                                       : R"(, "topics": [{"topic": "orders", "cleanup": "delete", "retention_ms": )" +
                                             std::to_string(kept * step_ms) + "}]";
  return R"({"schema": 1, "start": "2026-01-01T00:00:00Z", "cluster": "c", "step_ms": )" + std::to_string(step_ms) +
         R"(, "polls": )" + std::to_string(polls()) + R"(, "series": [)" + series + "]" + topics + more + "}";
}

}  // namespace tidemark::test
