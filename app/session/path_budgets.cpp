// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/path_budgets.h"

#include <chrono>

#include "app/session/load_hops.h"

namespace tidemark {
namespace {
constexpr Millis hour{3'600'000};
constexpr Millis longest = 72 * hour;
constexpr auto reads_for = std::chrono::milliseconds(250);

std::string key_of(const FreshnessRow& row) { return row.cluster.value() + '\n' + row.class_name + '\n' + row.path; }
}  // namespace

void PathBudgets::keep(const std::vector<FreshnessRow>& rows) {
  for (const FreshnessRow& row : rows) book_.put(key_of(row), row.slices);
}

// An hour further back, with the hour before it: an age is known from when the log passed an offset.
Result<> PathBudgets::read_back(TimelineReader& reader, const Profile& profile, LocalTime at) {
  const auto begun = std::chrono::steady_clock::now();
  while (!complete_ && std::chrono::steady_clock::now() - begun < reads_for) {
    const LocalTime to = read_from_;
    TM_TRY(const auto past, reader.load(*freshness_history(profile, to - 2 * hour, to)));
    keep(freshness_rows(*past, to, profile));
    read_from_ = to - hour;
    complete_ = read_from_ <= at - longest || !past->oldest || *past->oldest >= read_from_;
  }
  return {};
}

Result<std::vector<FreshnessRow>> PathBudgets::judge(TimelineReader& reader, const Profile& profile, LocalTime at) {
  const auto request = freshness_history(profile, at - hour, at);
  if (!request) return std::vector<FreshnessRow>();
  TM_TRY(const auto now, reader.load(freshness_request(at)));
  TM_TRY(const auto past, reader.load(*request));
  TM_TRY(const auto hops, load_promised_hops(reader, profile, at));
  auto rows = freshness_rows(*now, at, profile, {}, FreshnessBy::path, past.get(), hops);
  keep(rows);
  if (at - hour > read_to_) {
    read_from_ = at - hour;
    complete_ = false;
  }
  read_to_ = at;
  TM_CHECK(read_back(reader, profile, at));
  for (FreshnessRow& row : rows)
    if (row.target) put_burns(book_.of(key_of(row)), row);
  return rows;
}

}  // namespace tidemark
