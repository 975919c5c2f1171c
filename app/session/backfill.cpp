// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/backfill.h"

#include "collectors/tables/formats.h"

namespace tidemark {
namespace {
class Failures final {
 public:
  explicit Failures(const std::stop_token& stop) : stop_(stop) {}
  // A part that was stopped has not failed.
  void note(const std::string& what, Result<> result) {
    if (result || stop_.stop_requested()) return;
    if (result.error().where.empty()) result.error().where = what;
    errors_.push_back(std::move(result.error()));
  }
  std::vector<Error> take() && { return std::move(errors_); }

 private:
  const std::stop_token& stop_;
  std::vector<Error> errors_;
};

Result<> rebuild_cluster(const PastScene& scene, const ClusterProfile& cluster, const StateSample& profile,
                         Failures& failures) {
  TM_TRY(const auto session, Session::open(cluster, scene.secrets));
  TM_CHECK(session->begin_sweep(scene.stop));
  const std::string what = "cluster " + cluster.name.value();
  failures.note(what, rebuild_highs(scene, cluster, *session, profile));
  if (!scene.stop.stop_requested()) failures.note(what, rebuild_groups(scene, cluster, *session->topology()));
  return {};
}
}  // namespace

std::optional<PastWindow> lacking(const PastScene& scene, const SourceSpec& collected, std::string_view lane,
                                  const std::string& what) {
  const auto window = unseen_past(scene.timeline, collected, lane, scene.from, scene.now);
  if (!window) scene.told.say(what + ": nothing to rebuild: the timeline has that time", false);
  return window;
}

std::vector<Error> rebuild_past(const PastScene& scene, const StateSample& profile) {
  Failures failures(scene.stop);
  for (const ClusterProfile& cluster : scene.profile.clusters)
    if (!scene.stop.stop_requested())
      failures.note("cluster " + cluster.name.value(), rebuild_cluster(scene, cluster, profile, failures));
  for (const CatalogProfile& catalog : scene.profile.catalogs)
    if (!scene.stop.stop_requested() && is_readable_catalog(catalog.type))
      failures.note("catalog " + catalog.name, rebuild_tables(scene, catalog));
  for (const ConnectProfile& connect : scene.profile.connect)
    if (!scene.stop.stop_requested()) failures.note("connect " + connect.name, rebuild_connectors(scene, connect));
  return std::move(failures).take();
}

}  // namespace tidemark
