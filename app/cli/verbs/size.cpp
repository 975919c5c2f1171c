// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>

#include "app/cli/keep_words.h"
#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/judged_profile.h"
#include "models/analysis/growth.h"
#include "models/timeline/reader.h"

namespace tidemark::cli {
namespace {
struct SizeWanted {
  Options options;
  std::string record_bytes, retention, local_retention, horizon;
  double rate_times = 1;
};

Result<GrowthTerms> terms_of(const SizeWanted& wanted) {
  GrowthTerms terms;
  if (!wanted.record_bytes.empty()) {
    const auto bytes = parse_size(wanted.record_bytes);
    if (!bytes || *bytes == 0)
      return fail(ErrorCode::usage, "not a size: " + wanted.record_bytes, "--record-bytes", "write it as 900 or 1.2KB");
    terms.record_bytes = static_cast<double>(*bytes);
  }
  TM_TRY(terms.retention, duration_of(wanted.retention, "--retention"));
  TM_TRY(const auto local, duration_of(wanted.local_retention, "--local-retention"));
  TM_TRY(const auto horizon, duration_of(wanted.horizon, "--horizon"));
  terms.local_retention = local.value_or(terms.local_retention);
  terms.horizon = horizon.value_or(terms.horizon);
  if (!(wanted.rate_times > 0)) return fail(ErrorCode::usage, "a rate is multiplied by more than 0", "--rate-times");
  terms.rate_times = wanted.rate_times;
  return terms;
}

Result<Document> sizes(const Asked& asked, const GrowthTerms& terms) {
  TM_TRY(const auto now, asked.timeline.load(growth_request(asked.at, asked.filter)));
  std::shared_ptr<const LevelData> production = std::make_shared<const LevelData>();
  if (!asked.file.empty()) {
    TM_TRY(const auto reader, TimelineReader::open(asked.file));
    TM_TRY(production, reader->load_level(production_request(asked.from, asked.at, asked.filter)));
  }
  if (asked.profile) return growth_document(*now, *production, asked.at, terms, *asked.profile, asked.filter);
  TM_TRY(const Profile profile, judged_profile(*now, asked.at));
  return growth_document(*now, *production, asked.at, terms, profile, asked.filter);
}
}  // namespace

Runner size_verb(CLI::App& app) {
  const auto wanted = std::make_shared<SizeWanted>();
  add_all(app, wanted->options);
  app.add_option("--record-bytes", wanted->record_bytes, "What a record takes on disk, of one replica: 900, 1.2KB");
  app.add_option("--retention", wanted->retention, "What if topics were kept so long: 14d");
  app.add_option("--rate-times", wanted->rate_times, "What if so many times as much were produced");
  app.add_option("--local-retention", wanted->local_retention, "Kept on brokers where storage is tiered (1d)");
  app.add_option("--horizon", wanted->horizon, "Until when bytes are projected (30d)");
  return [wanted](Streams& streams) {
    const auto terms = terms_of(*wanted);
    if (!terms) return report(streams, terms.error());
    const Question question{.window = std::chrono::hours(24 * 7),
                            .layout = {{"topic", "bytes", "growth_bytes_day", "retained_model", "projected", "team",
                                        "evidence", "records_day", "burst", "tiered_local", "tiered_remote", "shared"}},
                            .answer = [&terms](const Asked& asked) { return sizes(asked, *terms); }};
    return ask(streams, wanted->options, question);
  };
}

}  // namespace tidemark::cli
