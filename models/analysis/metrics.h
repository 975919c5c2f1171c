// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics: the newest value of every measured signal, whose it is, and which metric of which exporter was taken for it.
// Thread rule: none, pure functions. Units: those of the signals.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/domain/snapshot.h"

namespace tidemark {

struct MetricRow {
  std::string source;
  ClusterName cluster;
  Signal signal;
  std::string layer;
  Object object;
  Known<double> value = Reason::never_polled;
  std::string unit;
  Known<LocalTime> at = Reason::never_polled;                   // of the scrape
  Known<std::int64_t> matched_series = Reason::not_applicable;  // of the source, for that signal
  Known<std::string> preset = Reason::not_applicable;
  Known<std::string> metric = Reason::not_applicable;
};

// A signal for which a source has no metric that is known.
struct UnmatchedSignal {
  std::string source;
  ClusterName cluster;
  std::string signal;
  std::string layer;
};

// One endpoint, one server with Prometheus's query API, or a stream processor.
struct MetricSource {
  std::string source;
  ClusterName cluster;
  Reason silent = Reason::none;                       // why it does not answer for now; none: it does
  Known<LocalTime> at = Reason::never_polled;         // of its newest scrape, answered or not
  std::vector<std::string> limits;                    // what of its answer was not taken, one sentence each
  Known<std::string> error = Reason::not_applicable;  // of its newest scrape
};

// Whether what a source tells are measured signals: metrics, what a stream processor says of its jobs, how old what is
// found in a sink is.
bool measures(const SourceSpec& source);
// The layer that a source of metrics told for a series; that which it is called after where it told none, as the
// sources of a story are. Empty for a series of another kind of source.
std::string metric_layer(const Snapshot& snapshot, const Column& column, LocalTime at);
// What metric_rows() needs.
SnapshotRequest metrics_request(LocalTime at);
// By source, signal and object. Values older than three intervals of their source are unknown.
std::vector<MetricRow> metric_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter);
// By cluster and name.
std::vector<MetricSource> metric_sources(const Snapshot& snapshot, LocalTime at, const Filter& filter);
std::vector<UnmatchedSignal> unmatched_signals(const Snapshot& snapshot, LocalTime at, const Filter& filter);
Document metrics_document(const Snapshot& snapshot, LocalTime at, const Filter& filter);

}  // namespace tidemark
