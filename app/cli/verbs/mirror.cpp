// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/mirror.h"

#include <CLI/App.hpp>

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/judged_profile.h"

namespace tidemark::cli {
namespace {
Result<Document> mirror(const Asked& asked, bool cutover) {
  TM_TRY(const auto snapshot, asked.timeline.load(mirror_request(asked.at)));
  Profile profile;
  if (asked.profile) {
    profile = *asked.profile;
  } else {
    TM_TRY(profile, judged_profile(*snapshot, asked.at));
  }
  if (profile.mirrors.empty())
    return fail(ErrorCode::no_data, "the profile has no mirror", {}, "name it under \"mirrors\"");
  return cutover ? cutover_document(*snapshot, asked.at, profile, asked.filter)
                 : mirror_document(*snapshot, asked.at, profile, asked.filter);
}
}  // namespace

Runner mirror_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto cutover = std::make_shared<bool>(false);
  add_all(app, *options);
  app.add_flag("--cutover", *cutover, "Each group as a whole: what it would read again and miss if it moved now");
  return [options, cutover](Streams& streams) {
    Question question{.window = std::chrono::minutes(2)};
    if (*cutover)
      question.layout = {{"verdict", "mirror", "group", "topic", "target_topic", "reread_least", "reread_most",
                          "missed_least", "missed_most", "waiting_most", "completeness", "known_partitions",
                          "partitions"}};
    else
      question.layout = {{"verdict", "mirror", "topic", "partition", "source_end", "target_end", "gap_least",
                          "gap_most", "group", "group_offset", "starts_at", "starts_by", "reread_least", "reread_most",
                          "completeness", "checkpoint_age_ms", "heartbeat_age_ms"}};
    question.answer = [cutover](const Asked& asked) { return mirror(asked, *cutover); };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
