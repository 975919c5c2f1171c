// SPDX-License-Identifier: GPL-3.0-or-later
// TimeRange: the visible time of the window and what keys do to it. Without an end it follows the newest sample;
// panning past the newest sample starts that again. Nothing is shorter than ten seconds or longer than ten years. Value
// type; no thread rule.
#pragma once

#include <optional>

#include "models/domain/time.h"

namespace tidemark::shell {

struct TimeRange {
  static constexpr Millis shortest = std::chrono::seconds(10);
  static constexpr Millis longest = std::chrono::hours(24 * 3650);

  std::optional<LocalTime> to;  // none: live
  Millis span = std::chrono::hours(1);

  bool live() const { return !to; }
  LocalTime end(LocalTime newest) const { return to.value_or(newest); }

  // `factor` < 1 zooms in; what is at `at` stays where it is, at the live end the end stays.
  TimeRange zoomed(double factor, std::optional<LocalTime> at, LocalTime newest) const;
  TimeRange panned(double share, LocalTime newest) const;
  static TimeRange all(LocalTime oldest, LocalTime newest);
  TimeRange at_oldest(LocalTime oldest) const;
  TimeRange following() const { return {std::nullopt, span}; }
  bool operator==(const TimeRange&) const = default;
};

}  // namespace tidemark::shell
