// SPDX-License-Identifier: GPL-3.0-or-later
// R37: the model that the path asks turns requests away, or has become slow, and the path reads no faster than that.
#include <algorithm>
#include <array>

#include "models/analysis/rules/signals.h"

namespace tidemark {
namespace {
constexpr double slower = 1.5, still_reads = 0.8;

struct Refusing {
  Object object;
  LocalTime since;
  bool begun = false;
};

// A probe or the client says 429.
std::optional<Refusing> refusing(const PathCase& of) {
  for (const std::size_t i : of.file->model_states) {
    const StateSpan& span = of.file->snapshot.states[i];
    const bool now = span.from_hi <= of.file->at && (!span.to || *span.to > of.file->at);
    const ClusterName& cluster = of.file->snapshot.sources[span.source].spec.cluster;
    if (now && (cluster.value().empty() || cluster == of.cluster) && span.value == "throttled")
      return Refusing{span.object, span.from_hi, span.from_lo.has_value()};
  }
  return std::nullopt;
}

void put_plateau(const PathCase& of, Found& found) {
  static constexpr auto names = std::to_array<std::string_view>({"gpu_util"});
  const std::vector<PathSignal> gpus = signals_of(of, names);
  const auto drop = fallen(of.backlog.read, still_reads);
  if (drop) found.present.emplace_back("reads fell");
  if (gpus.empty()) found.missing.emplace_back("gpu_util");
  for (const PathSignal& gpu : gpus)
    if (const auto share = share_now(gpu)) found.measured.push_back({"gpu_util", *share});
}
}  // namespace

std::vector<Found> model_throttled(const PathCase& of) {
  static constexpr auto names = std::to_array<std::string_view>({"request_latency_ms", "put_latency_ms", "retry_rate"});
  static constexpr auto models = std::to_array<std::string_view>({"model"});
  if (!of.backlog.lags()) return {};
  const auto refused = refusing(of);
  const auto slow = first_risen(signals_of(of, names, models), slower);
  const auto drop = fallen(of.backlog.read, still_reads);
  const bool slow_first = slow && drop && slow->shift.lo < drop->hi;
  if (!refused && !slow_first) return {};
  const Object object = refused ? refused->object : slow->signal.object;
  const bool own = is_own(of, object) || of.file->cases.size() == 1;
  Found found{.finding = {.severity = Severity::warn,
                          .confidence = refused && own ? Confidence::high : Confidence::medium,
                          .object = object},
              .about = object.value()};
  if (!refused)
    found.since = slow->shift.hi;
  else if (refused->begun)
    found.since = refused->since;
  found.variant = !refused ? "slow" : refused->begun ? "" : "long";
  found.finding.params = {{"name", std::string(object::name(object))}};
  if (found.since) found.finding.params.emplace("since", *found.since);
  if (slow) found.finding.params.emplace("why", shift_text(slow->signal, slow->shift));
  found.present.emplace_back(refused ? "answers 429" : shift_text(slow->signal, slow->shift));
  if (!refused) found.missing.emplace_back("answers of the model");
  if (!own) found.missing.emplace_back("whose " + object.value() + " is");
  put_plateau(of, found);
  found.measured.push_back({"unread", of.unread()});
  return {found};
}

}  // namespace tidemark
