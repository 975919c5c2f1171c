// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/sinks.h"

#include "collectors/sinks/http_reader.h"
#include "collectors/sinks/postgres_reader.h"
#include "collectors/sinks/retrieval_source.h"
#include "collectors/sinks/sink_table.h"
#include "collectors/sql/database.h"
#include "collectors/tables/table_source.h"

namespace tidemark {
namespace {
Result<std::unique_ptr<SinkReader>> open_postgres(const SinkProfile& profile, const SecretResolver& secrets) {
  TM_TRY(const std::string dsn, secrets.resolve(profile.dsn));
  TM_TRY(const DatabasePlace place, database_place(dsn));
  if (place.kind != DatabasePlace::Kind::postgres)
    return fail(ErrorCode::usage, "is no connection string of PostgreSQL", "dsn", "write postgresql://user@host/db");
  TM_TRY(auto session, open_database(dsn, {}, {.statement = profile.timeout}));
  return std::make_unique<PostgresReader>(profile, std::move(session));
}

Result<std::unique_ptr<SinkReader>> open_reader(const SinkProfile& profile, const SecretResolver& secrets,
                                                const Clock& clock) {
  return profile.type == "postgres" ? open_postgres(profile, secrets) : HttpReader::open(profile, secrets, clock);
}
}  // namespace

Result<std::vector<std::unique_ptr<Source>>> open_sink(const SinkProfile& profile,
                                                       const std::vector<PipelineProfile>& pipelines,
                                                       const SecretResolver& secrets, const Clock& clock,
                                                       SampleSink& sink) {
  std::vector<std::unique_ptr<Source>> out;
  TM_TRY(auto reader, open_reader(profile, secrets, clock));
  if (reader->knows(SinkQuestion::offsets)) {
    out.push_back(
        TableSource::of_sink(std::make_unique<SinkTable>(profile, std::move(reader)), profile, pipelines, clock, sink));
    TM_TRY(reader, open_reader(profile, secrets, clock));
  }
  if (RetrievalSource::is_wanted(*reader))
    out.push_back(std::make_unique<RetrievalSource>(profile, std::move(reader), clock, sink));
  return out;
}

}  // namespace tidemark
