// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/freshness.h"

#include <CLI/App.hpp>
#include <array>
#include <ostream>

#include "app/cli/profile_choice.h"
#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/judged_profile.h"
#include "app/session/load_hops.h"
#include "app/settings/class_files.h"
#include "app/settings/files.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"

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
  TM_TRY(const auto hops, load_promised_hops(asked.timeline, profile, asked.at));
  return freshness_document(*now, asked.at, profile, asked.filter, by, history.get(), hops);
}

Result<Document> hops(const Asked& asked) {
  Profile kept;
  if (!asked.profile) {
    TM_TRY(const auto now, asked.timeline.load(hop_request(asked.at)));
    TM_TRY(kept, judged_profile(*now, asked.at));
  }
  TM_TRY(const LoadedHops loaded,
         load_hops(asked.timeline, asked.profile ? *asked.profile : kept, asked.filter, asked.at));
  return hop_document(*loaded.now, asked.at, loaded.paths);
}

struct Exchange {
  std::string to;    // --export
  std::string from;  // --import
};

Result<ClassForm> form_of(const std::string& word) {
  if (word == "openslo") return ClassForm::openslo;
  if (word == "dbt") return ClassForm::dbt;
  return fail(ErrorCode::usage, "\"" + word + "\" is no form of classes", "--export", "write openslo or dbt");
}

// The profile that is named, else the one under which the timeline was collected.
Result<Profile> profile_for(const Options& options, Log& log) {
  if (!options.profile.empty()) return choose_profile(options, log);
  TM_TRY(const std::string path, timeline_path(options));
  TM_TRY(const auto timeline, TimelineReader::open(path));
  SnapshotRequest request;
  const LocalTime now = SystemClock().now();
  request.from = request.to = now;
  request.signal_names = {"none"};
  request.events = false;
  TM_TRY(const auto snapshot, timeline->load(request));
  return judged_profile(*snapshot, now);
}

Result<int> exchange(Streams& streams, const Options& options, const Exchange& wanted) {
  if (!wanted.to.empty() && !wanted.from.empty())
    return fail(ErrorCode::usage, "--export and --import exclude each other", {}, "leave one of them out");
  TM_TRY(const auto log, Log::open(options, streams));
  std::vector<std::string> notes;
  std::string text;
  if (!wanted.from.empty()) {
    TM_TRY(const std::string file, read_file(wanted.from));
    TM_TRY(ClassesRead read, read_classes(file, wanted.from));
    text = classes_text(read.classes);
    notes = std::move(read.notes);
  } else {
    TM_TRY(const ClassForm form, form_of(wanted.to));
    TM_TRY(const Profile profile, profile_for(options, *log));
    if (profile.classes.empty())
      return fail(ErrorCode::no_data, "the profile has no class", options.profile, "write one under \"classes\"");
    ClassesWritten written = write_classes(profile.classes, form, profile.name);
    text = std::move(written.text);
    notes = std::move(written.notes);
  }
  for (const std::string& note : notes) log->warn(note);
  streams.out << text << std::flush;
  return 0;
}
}  // namespace

Runner freshness_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto by = std::make_shared<std::string>("path");
  add_all(app, *options);
  app.add_option("--by", *by, "Sum up by path, topic, group, class or owner (default: path)")->type_name("WHAT");
  const auto by_hop = std::make_shared<bool>(false);
  app.add_flag("--hops", *by_hop, "Paths with more than one hop: how old the end is, and what each hop adds to it");
  const auto other = std::make_shared<Exchange>();
  app.add_option("--export", other->to, "The classes of the profile as openslo or dbt (YAML)")->type_name("FORM");
  app.add_option("--import", other->from, "Classes of a file of OpenSLO or of dbt's sources, as a profile has them")
      ->type_name("FILE");
  return [options, by, by_hop, other](Streams& streams) {
    if (!other->to.empty() || !other->from.empty()) {
      const auto status = exchange(streams, *options, *other);
      return status ? *status : report(streams, status.error());
    }
    Question question{.window = std::chrono::minutes(2), .of_offsets = true};
    if (*by_hop) {
      question.layout = {.columns = {"path", "end", "age_least_ms", "age_most_ms", "in_topics_most_ms", "where", "hop",
                                     "kind", "name", "from", "to", "unread", "now_ms", "adds_ms", "evidence"},
                         .rows_of = "hops"};
      question.answer = [](const Asked& asked) { return hops(asked); };
      return ask(streams, *options, question);
    }
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
