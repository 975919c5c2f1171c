// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata: what an Iceberg table's metadata file says, as far as commits are concerned: versions 1, 2 and 3. The text
// is foreign: sizes and depth are capped, a part that is not what it should be is left out and named in `damage`, and
// what the document as a whole cannot do without is an error. Numbers are never rounded: a 64-bit id is read exactly or
// not at all.
// Source: Apache Iceberg table spec, versions 1 to 3. Pure functions; any thread. Times are the lake's clock.
// Errors: `input`, one line, where = the caller's name of the document.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collectors/tables/facts.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark::iceberg {

struct MetadataLimits {
  std::size_t bytes = 64u << 20;
  std::size_t depth = 64;
  std::size_t snapshots = 100'000;
  std::size_t summary_bytes = 64u << 10;  // of one snapshot's summary, keys and values
  std::size_t fields = 20'000;            // of all schemas
};

using Texts = std::map<std::string, std::string, std::less<>>;

struct Snapshot {
  std::int64_t id = 0;
  std::optional<std::int64_t> parent;
  bool parent_unreadable = false;
  std::optional<std::int64_t> sequence;  // of the table's commits, from 1; version 1 has none
  std::optional<LakeTime> at;
  std::string operation;  // empty where the summary does not say
  Texts summary;          // a member that is no text is there and empty
  bool summary_unreadable = false;
  std::optional<std::int64_t> schema;  // the table's when it was made; version 1 need not say
};

struct Metadata {
  int format_version = 0;
  std::string uuid;  // empty: version 1 may have none
  std::string location;
  std::optional<LakeTime> updated;
  std::optional<std::int64_t> current;  // the head of main
  Texts properties;
  std::map<std::string, std::int64_t, std::less<>> branches;  // without tags
  std::vector<Snapshot> snapshots;                            // as in the file
  std::vector<std::int64_t> log;                              // ids that were current, oldest first
  std::map<std::int64_t, SchemaFields> schemas;               // by id; as many as are read
  std::optional<std::int64_t> schema;                         // the id of the current one
  std::vector<std::string> damage;                            // parts that could not be read, one sentence each
  std::string heads_unreadable;                               // why what the branches point at cannot be told
  bool snapshots_unreadable = false;                          // one of them at least
  std::unordered_map<std::int64_t, std::size_t> by_id;        // index into snapshots
};

// `wrapped`: the text is a catalog's answer whose member "metadata" is the document.
Result<Metadata> parse_metadata(std::string_view text, const std::string& where, bool wrapped = false,
                                const MetadataLimits& limits = {});

// How a walk along the parents ended: at the table's first snapshot, at one whose parent is not in the file any more
// (expired; some writers then take the parent's id away, and only the sequence number tells that there was one), or at
// something that cannot be read.
enum class AncestryEnd { first, expired, unreadable };

struct Ancestry {
  std::vector<const Snapshot*> snapshots;  // newest first; point into the Metadata
  AncestryEnd end = AncestryEnd::first;
};

// The head of a branch. No value: the branch has no snapshot. Errors: `input` where that cannot be told, `no_data`
// where there is no such branch.
Result<std::optional<std::int64_t>> branch_head(const Metadata& metadata, std::string_view branch);
// From `head` along the parents; safe against cycles.
Ancestry ancestry(const Metadata& metadata, std::int64_t head);
// The first one that carries the key, or whose summary cannot be read, so that it may carry it; nullptr.
const Snapshot* nearest_with(const Ancestry& ancestry, std::string_view key);

}  // namespace tidemark::iceberg
