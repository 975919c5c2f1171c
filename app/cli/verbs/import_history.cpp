// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/import_history.h"

#include <algorithm>

#include "app/cli/profile_choice.h"
#include "app/settings/secrets.h"
#include "collectors/history/openmetrics_history.h"
#include "collectors/history/prometheus_history.h"
#include "collectors/http/access.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
constexpr Millis usual_history = std::chrono::hours(24 * 7);

struct Server {
  history::PrometheusQuery query;
  HttpAccess access;
};

// By a URL of its own, or by the name that the profile gives it, with all that the profile says.
Result<Server> server_of(const HistoryWanted& wanted, const Options& options, Log& log) {
  Server out;
  if (wanted.prometheus.find("://") != std::string::npos) {
    out.query.url = wanted.prometheus;
    return out;
  }
  if (options.profile.empty())
    return fail(ErrorCode::usage, "neither a URL nor the name of a source", "--prometheus " + wanted.prometheus,
                "write http://HOST:PORT, or add --profile");
  TM_TRY(const Profile profile, choose_profile(options, log));
  const auto found = std::ranges::find(profile.metrics, wanted.prometheus, &MetricsProfile::name);
  if (found == profile.metrics.end() || found->type != "prometheus")
    return fail(ErrorCode::usage, "the profile has no metrics source of type prometheus with this name",
                "--prometheus " + wanted.prometheus, "see \"metrics\" in " + options.profile);
  out.query.url = found->url;
  out.query.where = found->where;
  out.query.tenant = found->tenant;
  out.access = found->access;
  return out;
}

Result<> add_where(const std::vector<std::string>& texts, history::PrometheusQuery& query) {
  for (const std::string& text : texts) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
      return fail(ErrorCode::usage, "no label and value", "--where " + text, "write --where job=kafka-exporter");
    query.where[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return {};
}

Result<history::ImportSummary> from_server(const HistoryWanted& wanted, const Options& options,
                                           const std::optional<LocalTime>& newest, SampleSink& sink, Log& log,
                                           const history::ImportOptions& import) {
  TM_TRY(Server server, server_of(wanted, options, log));
  TM_CHECK(add_where(wanted.where, server.query));
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto from, time_of(options.from, "--from", now));
  TM_TRY(const auto to, time_of(options.to, "--to", now));
  server.query.to = to.value_or(now);
  server.query.from = from.value_or(server.query.to - usual_history);
  if (newest) server.query.from = std::max(server.query.from, *newest);
  if (server.query.from >= server.query.to)
    return fail(ErrorCode::usage, "the time to import is over before it begins", "--from, --to",
                newest ? "the timeline has history until " + rfc3339(*newest) : "give --from before --to");
  TM_TRY(HttpOptions http, http_options(server.access, Secrets(ask_on_terminal)));
  TM_TRY(HttpClient client, HttpClient::open(std::move(http)));
  return history::import_prometheus(std::move(client), server.query, sink, import);
}
}  // namespace

Result<history::ImportSummary> import_history(const HistoryWanted& wanted, const Options& options,
                                              std::optional<LocalTime> newest, SampleSink& sink, Log& log,
                                              std::stop_token stop) {
  history::ImportOptions import;
  if (!wanted.cluster.empty()) import.cluster = ClusterName(wanted.cluster);
  import.after = newest;
  import.stop = std::move(stop);
  import.progress = [&log](LocalTime from, LocalTime at, LocalTime to) {
    log.info(std::to_string((at - from) * 100 / (to - from)) + " %, to " + rfc3339(at));
  };
  if (wanted.openmetrics.empty()) return from_server(wanted, options, newest, sink, log, import);
  if (!options.from.empty() || !options.to.empty())
    return fail(ErrorCode::usage, "--from and --to choose from a server, not from a file", "--openmetrics",
                "leave them out");
  return history::import_openmetrics(wanted.openmetrics, sink, import);
}

}  // namespace tidemark::cli
