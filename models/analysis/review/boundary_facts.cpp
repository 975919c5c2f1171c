// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/fact_words.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
// A cluster outside of the scope; what stands beside clusters is in every one.
bool is_left_out(const Endpoint& endpoint, const Filter& filter) {
  constexpr std::string_view cluster = "cluster:";
  return endpoint.object.starts_with(cluster) && !in_scope(filter.cluster, endpoint.object.substr(cluster.size()));
}
}  // namespace

Facts boundary_facts(const std::vector<CheckedEndpoint>& checked, LocalTime at, const Filter& filter) {
  Facts out;
  for (const CheckedEndpoint& one : checked) {
    const Endpoint& endpoint = one.endpoint;
    if (is_left_out(endpoint, filter)) continue;
    const std::string object = "endpoint:" + endpoint.object;
    put_fact(out, object, "zone", endpoint.zone);
    put_fact(out, object, "tls", endpoint.tls);
    put_fact(out, object, "authentication", endpoint.authentication);
    put_fact(out, object, "certificate_left_ms",
             endpoint.certificate_until.map([&](LocalTime until) { return std::int64_t{(until - at).count()}; }));
    put_fact(out, object, "answers", one.answers());
  }
  return out;
}

}  // namespace tidemark
