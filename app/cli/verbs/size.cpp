// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <algorithm>
#include <charconv>

#include "app/cli/keep_words.h"
#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/judged_profile.h"
#include "app/session/load_growth.h"
#include "models/analysis/demand.h"
#include "models/timeline/reader.h"

namespace tidemark::cli {
namespace {
const Layout topics_layout{{"topic", "bytes", "growth_bytes_day", "retained_model", "projected", "team", "evidence",
                            "records_day", "burst", "largest_replay", "tiered_local", "tiered_remote", "shared"}};
const Layout readers_layout{{"group", "members", "idle_members", "members_needed", "members_needed_in_burst",
                             "produce_rate", "consume_rate", "rate_per_member", "burst"}};
const Layout drivers_layout{{"driver", "value", "unit", "evidence", "price", "cost", "what"}};

struct SizeWanted {
  Options options;
  std::string record_bytes, retention, local_retention, horizon;
  double rate_times = 1;
  bool drivers = false, readers = false;
  std::vector<std::string> typed, prices;
};

// "zone-traffic=1200000000", by driver.
Result<std::map<std::string, double>> by_driver(const std::vector<std::string>& said, const char* option) {
  std::map<std::string, double> out;
  for (const std::string& one : said) {
    const std::size_t equals = one.find('=');
    const std::string driver = one.substr(0, equals);
    if (std::ranges::find(cost_driver_ids, driver) == std::end(cost_driver_ids))
      return fail(ErrorCode::usage, '"' + driver + "\" is no driver", option, "see tidemark size --drivers");
    const std::string number = equals == std::string::npos ? std::string() : one.substr(equals + 1);
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (number.empty() || error != std::errc() || end != number.data() + number.size() || !(value >= 0))
      return fail(ErrorCode::usage, '"' + one + "\" is no number of a driver", option, "write " + driver + "=0.5");
    out[driver] = value;
  }
  return out;
}

struct SizeTerms {
  GrowthTerms growth;
  bool drivers = false, readers = false;
  std::map<std::string, double> typed, prices;
};

Result<GrowthTerms> growth_terms(const SizeWanted& wanted) {
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

Result<SizeTerms> terms_of(const SizeWanted& wanted) {
  SizeTerms out{.drivers = wanted.drivers, .readers = wanted.readers};
  if (wanted.drivers && wanted.readers)
    return fail(ErrorCode::usage, "one table at a time", "--drivers, --readers", "choose one of them");
  TM_TRY(out.growth, growth_terms(wanted));
  TM_TRY(out.typed, by_driver(wanted.typed, "--driver"));
  TM_TRY(out.prices, by_driver(wanted.prices, "--price"));
  return out;
}

Result<Document> sizes(const Asked& asked, const SizeTerms& terms) {
  TM_TRY(const auto now, asked.timeline.load(growth_request(asked.at, asked.filter)));
  std::shared_ptr<const LevelData> production = std::make_shared<const LevelData>();
  if (!asked.file.empty()) {
    TM_TRY(const auto reader, TimelineReader::open(asked.file));
    TM_TRY(production, reader->load_level(production_request(asked.from, asked.at, asked.filter)));
  }
  Profile profile;
  if (asked.profile) {
    profile = *asked.profile;
  } else {
    TM_TRY(profile, judged_profile(*now, asked.at));
  }
  Document document = growth_document(*now, *production, asked.at, terms.growth, profile, asked.filter);
  if (!terms.drivers && !terms.readers) return document;
  document.beside.clear();
  const auto topics = growth_rows(*now, *production, asked.at, terms.growth, profile, asked.filter);
  if (terms.readers) {
    document.rows = demand_records(reader_demand(*now, asked.at, topics, asked.filter));
    document.notes = {"what a member can read is known only while its group catches up"};
    return document;
  }
  TM_TRY(const auto drivers,
         load_drivers(asked.timeline, *now, topics, {asked.from, asked.at, asked.filter, terms.typed, terms.prices}));
  document.rows = cost_records(drivers);
  document.notes = {"no prices are in here: --price DRIVER=NUMBER, of a unit"};
  return document;
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
  app.add_flag("--readers", wanted->readers, "Groups instead: members that they need, and that own nothing");
  app.add_flag("--drivers", wanted->drivers,
               "What a bill follows from instead: measured, modelled, typed in or unknown");
  const auto may_repeat = [&](const char* name, std::vector<std::string>& to, const char* text) {
    app.add_option(name, to, text)->type_name("DRIVER=NUMBER")->allow_extra_args(false);
  };
  may_repeat("--driver", wanted->typed, "What you know of a driver (may be repeated)");
  may_repeat("--price", wanted->prices, "What a unit of a driver costs you (may be repeated)");
  return [wanted](Streams& streams) {
    const auto terms = terms_of(*wanted);
    if (!terms) return report(streams, terms.error());
    const Question question{.window = std::chrono::hours(24 * 7),
                            .layout = terms->drivers   ? drivers_layout
                                      : terms->readers ? readers_layout
                                                       : topics_layout,
                            .answer = [&terms](const Asked& asked) { return sizes(asked, *terms); }};
    return ask(streams, wanted->options, question);
  };
}

}  // namespace tidemark::cli
