// SPDX-License-Identifier: GPL-3.0-or-later
// Robust: the statistics that a change is found with. Room-internal. Thread rule: none, pure functions. Units: those of
// the values. No library of the room's reach has them (the room is free of Boost), so the sources:
// - centre and scale: median and 1.4826 x median absolute deviation (Hampel 1974).
// - divergence_split: E-divisive, Matteson and James, arXiv 1306.4933: the split whose two sides have the largest
//   energy distance, over the split and the end of its right side, with alpha = 1.
// - student_p: two-sided Student's t-test with pooled variance; the incomplete beta function by its continued fraction
//   (DLMF 8.17.22) with the method of Lentz. That it takes the place of the permutation test: Fleming et al., "Hunter",
//   arXiv 2301.03034.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tidemark {

double median(std::vector<double> values);  // of at least one value

struct RobustScale {
  double centre = 0;
  double sigma = 0;       // never 0; of a constant series the resolution
  bool constant = false;  // all values are alike within half the resolution
};
// Of at least one value. The scale is at least `resolution`; where more than half of the values are alike it follows
// from the mean deviation.
RobustScale robust_scale(std::span<const double> values, double resolution);

// The probability that both sides have one mean: 0 where neither varies and they differ, 1 where there are too few.
double student_p(std::span<const double> a, std::span<const double> b);

struct Split {
  std::size_t at = 0;   // the first value of the new regime
  std::size_t end = 0;  // of its right side, exclusive
};
// At least two values stay left of the split; none where there are fewer than three or all are alike. The earliest of
// equals. Quadratic in the number of values.
std::optional<Split> divergence_split(std::span<const double> values);

}  // namespace tidemark
