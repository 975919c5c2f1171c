// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/views.h"

#include <string_view>

#include "models/domain/known.h"
#include "models/domain/words.h"
#include "models/timeline/schema.h"
#include "models/timeline/sql.h"

namespace tidemark {
namespace {
std::string at(const std::string& ms) {
  return "strftime('%Y-%m-%dT%H:%M:%S', (" + ms + " - ((" + ms +
         " % 1000) + 1000) % 1000) / 1000, 'unixepoch') || printf('.%03dZ', ((" + ms + " % 1000) + 1000) % 1000)";
}

std::string reason_word(const std::string& column) {
  std::string text = "CASE " + column;
  for (int i = 1; i < reason_count; ++i)
    text += " WHEN " + std::to_string(i) + " THEN '" + std::string(word(static_cast<Reason>(i))) + "'";
  return text + " END";
}

std::string evidence_word(const std::string& column) {
  std::string text = "CASE " + column;
  for (const Evidence evidence : {Evidence::exact, Evidence::derived, Evidence::estimated})
    text += " WHEN " + std::to_string(static_cast<int>(evidence)) + " THEN '" + std::string(word(evidence)) + "'";
  return text + " ELSE '" + std::string(word(Evidence::unknown)) + "' END";
}

// The lines of a subject's versions (models/domain/schema_versions.h) as rows. A version that the registry does not
// date was registered when it was first seen; one that its newest state does not hold any more is deleted.
std::string schema_versions_in_states() {
  const auto known = [](int field) {
    const std::string value = "json_extract(line.value, '$[" + std::to_string(field) + "]')";
    return std::string("NULLIF(").append(value).append(", '-')");
  };
  const std::string lines = R"('[[' || replace(replace(json_quote(t.value), ' ', '","'), '\n', '"],["') || ']]')";
  const std::string versions =
      "SELECT s.name AS registry, t.source, t.object, t.from_lo, t.from_hi, t.\"to\", " + known(0) + " AS version, " +
      known(1) + " AS id, " + known(2) + " AS kind, " + known(3) + " AS life, CAST(" + known(4) +
      " AS INTEGER) AS ms FROM main.state t JOIN main.source s ON s.id = t.source, json_each(" + lines +
      ") line WHERE t.aspect = 'schema-versions' AND t.value <> ''";
  const std::string of = "PARTITION BY source, object, version ORDER BY from_hi";
  const std::string seen = "SELECT *, row_number() OVER (" + of + " DESC) AS back, first_value(from_lo) OVER (" + of +
                           ") AS seen_lo, first_value(from_hi) OVER (" + of + ") AS seen_hi FROM (" + versions + ")";
  return "v.registry, substr(v.object, length('registry:' || v.registry || '/') + 1) AS subject, CAST(v.version AS "
         "INTEGER) AS version, CAST(v.id AS INTEGER) AS id, v.kind, (SELECT c.value FROM main.state c WHERE c.source = "
         "v.source AND c.object = v.object AND c.aspect = 'compatibility' AND c.\"to\" IS NULL) AS compatibility, " +
         at("ifnull(v.ms, v.seen_lo)") + " AS registered_lo, " + at("ifnull(v.ms, v.seen_hi)") +
         " AS registered_hi, v.life = 'deleted' OR v.\"to\" IS NOT NULL AS deleted FROM (" + seen +
         ") v WHERE v.back = 1";
}

constexpr std::string_view of_lane = " JOIN main.lane l ON l.id = t.lane JOIN main.source s ON s.id = l.source";
}  // namespace

void create_views(SQLite::Database& db) {
  const auto view = [&](const std::string& name, const std::string& body) {
    db.exec("CREATE TEMP VIEW " + name + " AS SELECT " + body);
  };
  const std::string lane(of_lane);
  view("series",
       "t.id, s.cluster, s.kind AS source_kind, s.name AS source, l.name AS lane, l.interval_ms, t.signal, t.object, "
       "t.unit, t.scale10, "
       "t.born, t.died FROM main.series t" +
           lane);
  view("poll", "s.cluster, s.name AS source, l.name AS lane, t.seq, t.wall_ms AS at_ms, " + at("t.wall_ms") +
                   " AS at, t.took_ms, t.due, t.answered, t.requests, CASE WHEN t.flags & 1 THEN t.bytes END AS bytes, "
                   "t.cpu_us, "
                   "b.name AS boot FROM main.poll t" +
                   lane + " JOIN main.boot b ON b.id = t.boot");
  view("gap", "s.cluster, s.name AS source, l.name AS lane, t.from_ms, t.to_ms, " + at("t.from_ms") + " AS \"from\", " +
                  at("t.to_ms") + " AS \"to\", " + reason_word("t.reason") + " AS reason, t.detail FROM main.gap t" +
                  lane);
  view("poll_error",
       "s.cluster, s.name AS source, l.name AS lane, t.first AS first_seq, t.last AS last_seq, t.scope, " +
           reason_word("t.reason") + " AS reason, t.text, t.denied FROM main.poll_error t" + lane);
  view("event",
       "t.hi AS at_ms, " + at("t.hi") + " AS at, " + at("t.lo") + " AS at_lo, " + at("t.hi") +
           " AS at_hi, t.layer, t.kind, t.object, t.text, t.severity, s.cluster, s.name AS source FROM main.event t "
           "LEFT JOIN main.source s ON s.id = t.source");
  const std::string span =
      at("t.from_lo") + " AS from_lo, " + at("t.from_hi") + " AS from_hi, " + at("t.\"to\"") + " AS \"to\"";
  view("state", "s.cluster, s.name AS source, t.object, t.aspect, t.value, t.detail, " + span +
                    " FROM main.state t JOIN main.source s ON s.id = t.source");
  view("connector_state", "s.cluster, t.object, t.value AS state, t.detail, " + span +
                              " FROM main.state t JOIN main.source s ON s.id = t.source WHERE t.aspect = 'state' AND "
                              "(t.object GLOB 'connector:*' OR t.object GLOB 'task:*')");
  const bool commits = number(db, "PRAGMA user_version").value_or(0) >= schema_with_commits;
  view("snapshot", "s.cluster, t.\"table\", t.snapshot_id, t.parent_id, " + at("t.committed_ms") +
                       " AS committed_at, t.operation, t.commit_id, t.added_records, " + at("t.valid_through_ms") +
                       " AS valid_through, NULLIF(t.partial, 2) AS partial, " +
                       (commits ? evidence_word("t.evidence") : std::string("'unknown'")) +
                       " AS evidence FROM main.snapshot t JOIN main.source s ON s.id = t.source");
  if (!commits)
    view("commit_range",
         "'' AS cluster, '' AS \"table\", '' AS snapshot_id, '' AS topic, 0 AS partition, 0 AS \"from\", 0 AS \"to\" "
         "WHERE 0");
  else
    view("commit_range",
         "s.cluster, t.\"table\", t.snapshot_id, r.topic, r.partition, r.\"from\", r.\"to\" FROM main.commit_range r "
         "JOIN main.snapshot t ON t.id = r.snapshot JOIN main.source s ON s.id = t.source");
  view("schema_version", schema_versions_in_states());
  view("finding",
       "'' AS id, '' AS rule, '' AS severity, '' AS confidence, '' AS object, '' AS title, '' AS since WHERE 0");
}

}  // namespace tidemark
