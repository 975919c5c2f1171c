// SPDX-License-Identifier: GPL-3.0-or-later
// Writer: how the writer of a Hudi table notes source offsets in the extra metadata of its instants (adapter b), by a
// rule of the profile, else by the preset of the writer that signed them. Hudi Streamer notes beside them what it was
// told to begin at; Hudi's sink for Kafka Connect notes partitions without their topic.
// Source: apache/hudi, CheckpointUtils, StreamerCheckpointV1 and V2, KafkaOffsetGen, ConnectTransactionCoordinator,
// HoodieStreamingSink. Pure functions; any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "collectors/tables/hudi/commit.h"
#include "collectors/tables/positions.h"
#include "collectors/tables/reading.h"

namespace tidemark::hudi {

struct Scheme {
  enum class Kind : std::uint8_t { none, rules, streamer };
  Kind kind = Kind::none;
  std::string writer;             // as the instants tell
  std::string topic;              // of those that note none
  std::vector<OffsetRule> rules;  // the first that finds anything counts
  std::string unknown_why;        // of none: one sentence; empty: nothing of a writer is there
  Reason unknown_reason = Reason::not_supported;

  std::string adapter() const { return kind == Kind::none ? "f" : "b"; }
};

// Whether the instant carries anything of a streaming writer.
bool has_note(const Commit& commit, const ReadRules& rules);
// By the newest instant that carries something. `commits`: oldest first.
Scheme choose_scheme(std::span<const Commit> commits, const ReadRules& rules);

// What each instant means under the scheme, its place in `commits` as the version.
std::vector<Step> steps_of(std::span<const Commit> commits, const Scheme& scheme);

// Why a note cannot be read: the end of a sentence that begins with the instant.
std::string note_trouble(const Commit& commit, const Scheme& scheme);

}  // namespace tidemark::hudi
