// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles: one file to hand on, a timeline cut to a window: the samples from each lane's last poll before it on, in
// their densest form, with their buckets, states, events and commits, the logbook's rows that speak of it, and a
// manifest of who made it from what, what was taken out and the SHA-256 of each table. It opens as a timeline
// everywhere and is only read. Secrets never go in; names of hosts, principals and clients are replaced by others, the
// same ones everywhere in the bundle.
// Thread rule: any thread; each call opens and closes its files and blocks until done or `stop` asks. Times are local
// ms. Errors: `no_data` where nothing was polled in the window, `input`, `damaged`, `storage`, `cancelled`.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/sample.h"
#include "models/logbook/entry.h"

namespace tidemark {

// What is a secret: the text without what looks like one, and whose values are.
struct SecretRules {
  std::function<std::string(std::string_view text)> text;
  std::function<bool(std::string_view key)> is_key;
};

struct BundleWish {
  std::optional<LocalTime> from, to;  // none: as far as there are samples
  bool keep_names = false;            // of hosts, principals and clients
  SecretRules secrets;
  std::vector<LogEntry> entries;  // of the timeline's logbook: those of the window are taken
  std::string tool;               // "tidemark 0.1.0"
  std::string author;
  LocalTime made;
  std::function<void(int percent)> progress;
};

// A name that was replaced.
struct Renamed {
  std::string kind;  // host, principal, client-id, member, boot
  std::string was;
  std::string is;
};

struct BundleTable {
  std::string name;
  std::int64_t rows = 0;
  std::string sha256;
};

struct BundleSource {
  SourceSpec spec;
  std::int64_t lanes = 0;
  std::int64_t polls = 0;
  std::int64_t series = 0;
};

// What a bundle says of itself, and what is in it.
struct BundleFacts {
  std::string tool, author, timeline;  // the timeline's file, without its folders
  LocalTime made, from, to;
  LocalTime oldest, newest;  // polls
  bool names_kept = false;
  std::int64_t hosts = 0, principals = 0, client_ids = 0, secrets = 0;  // replaced; of secrets how many texts
  std::int64_t due = 0, answered = 0;                                   // parts of polls in the window
  std::int64_t events = 0, states = 0, commits = 0;
  std::int64_t file_bytes = 0;
  std::vector<BundleSource> sources;
  std::vector<LogEntry> entries;
  std::vector<BundleTable> tables;  // as the manifest says
  std::string sha256;               // over all of it: who has it from its maker knows the bundle
};

struct BundleMade {
  BundleFacts facts;
  std::vector<Renamed> renamed;
};

// `file` must not exist.
Result<BundleMade> create_bundle(const std::string& timeline, const std::string& file, const BundleWish& wish,
                                 const std::stop_token& stop);
// Without believing it: nothing of the file is run, and texts are as they stand there.
Result<BundleFacts> inspect_bundle(const std::string& file);

// A table of a bundle against its manifest.
struct BundleVerdict {
  BundleTable table;                    // as it is
  std::optional<BundleTable> manifest;  // none: the manifest does not know it
  std::string what;                     // what differs; empty: nothing
};
struct BundleVerified {
  std::vector<BundleVerdict> tables;
  std::string sha256;  // as it is
};
Result<BundleVerified> verify_bundle(const std::string& file);

// The logbook's rows in a bundle, by time; none of a file that is no bundle. `damaged` where one is not what it was.
Result<std::vector<LogEntry>> bundle_entries(const std::string& file);

}  // namespace tidemark
