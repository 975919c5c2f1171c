// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/sinks.h"

#include "collectors/sinks/age_source.h"
#include "collectors/sinks/sql_sink.h"
#include "collectors/sql/database.h"
#include "collectors/tables/table_source.h"

namespace tidemark {

bool is_readable_sink(std::string_view type) { return type == "postgres"; }

Result<std::vector<std::unique_ptr<Source>>> open_sink(const SinkProfile& profile,
                                                       const std::vector<PipelineProfile>& pipelines,
                                                       const SecretResolver& secrets, const Clock& clock,
                                                       SampleSink& sink) {
  TM_TRY(const std::string dsn, secrets.resolve(profile.dsn));
  TM_TRY(const DatabasePlace place, database_place(dsn));
  if (place.kind != DatabasePlace::Kind::postgres)
    return fail(ErrorCode::usage, "is no connection string of PostgreSQL", "dsn", "write postgresql://user@host/db");
  const SqlLimits limits{.statement = profile.timeout};
  std::vector<std::unique_ptr<Source>> out;
  if (!profile.query.empty()) {
    TM_TRY(auto session, open_database(dsn, {}, limits));
    out.push_back(
        TableSource::of_sink(std::make_unique<SqlSink>(profile, std::move(session)), profile, pipelines, clock, sink));
  }
  if (!profile.age.empty()) {
    TM_TRY(auto session, open_database(dsn, {}, limits));
    out.push_back(std::make_unique<AgeSource>(profile, std::move(session), clock, sink));
  }
  return out;
}

}  // namespace tidemark
