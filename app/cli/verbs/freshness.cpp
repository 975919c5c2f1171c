// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/freshness.h"

#include <CLI/App.hpp>
#include <array>

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/judged_profile.h"
#include "collectors/core/strict_json.h"

namespace tidemark::cli {
namespace {
Result<FreshnessBy> by_of(const std::string& word) {
  constexpr std::array words =
      std::to_array<std::pair<std::string_view, FreshnessBy>>({{"path", FreshnessBy::path},
                                                               {"topic", FreshnessBy::topic},
                                                               {"group", FreshnessBy::group},
                                                               {"class", FreshnessBy::class_name},
                                                               {"owner", FreshnessBy::owner}});
  for (const auto& [name, by] : words)
    if (name == word) return by;
  return fail(ErrorCode::usage, "\"" + word + "\" is nothing to sum up by", "--by",
              "write path, topic, group, class or owner");
}

// Burn rates want three days of the topics that something is promised of.
Result<Document> freshness(const Asked& asked, FreshnessBy by, bool window_given) {
  TM_TRY(const auto now, asked.timeline.load(freshness_request(asked.at, asked.filter)));
  Profile profile;
  if (asked.profile) {
    profile = *asked.profile;
  } else {
    TM_TRY(profile, judged_profile(*now, asked.at));
  }
  std::shared_ptr<const Snapshot> history;
  const LocalTime from = window_given ? asked.from : asked.at - std::chrono::days(3);
  if (const auto request = freshness_history(profile, from, asked.at)) {
    TM_TRY(history, asked.timeline.load(*request));
  }
  return freshness_document(*now, asked.at, profile, asked.filter, by, history.get());
}
}  // namespace

Runner freshness_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto by = std::make_shared<std::string>("path");
  add_all(app, *options);
  app.add_option("--by", *by, "Sum up by path, topic, group, class or owner (default: path)")->type_name("WHAT");
  return [options, by](Streams& streams) {
    Question question{.window = std::chrono::minutes(2)};
    question.layout = {{"path", "end", "age_ms", "target_ms", "trend", "where", "unread", "not_landed",
                        "worst_partition", "since", "safe_until", "class", "budget_used", "burn_1h", "owner"}};
    question.answer = [options, by](const Asked& asked) -> Result<Document> {
      TM_TRY(const FreshnessBy sum, by_of(*by));
      return freshness(asked, sum, !options->from.empty());
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
