// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/profile_choice.h"

#include "app/settings/client_properties.h"
#include "app/settings/profile_file.h"
#include "collectors/kafka/client_config.h"

namespace tidemark::cli {
namespace {
std::string first_host(const std::string& bootstrap) {
  const std::string first = bootstrap.substr(0, bootstrap.find(','));
  const std::size_t colon = first.rfind(':');
  return first.ends_with(']') ? first : first.substr(0, colon);
}
}  // namespace

Result<ClusterProfile> cluster_of(const std::string& bootstrap, const std::string& properties_file, Log& log) {
  ClusterProfile cluster;
  cluster.bootstrap = bootstrap;
  if (!properties_file.empty()) {
    TM_TRY(const ClientProperties properties, read_client_properties(properties_file));
    for (const std::string& notice : properties.notices) log.warn(notice);
    cluster.client = properties.settings;
    if (cluster.bootstrap.empty()) cluster.bootstrap = properties.bootstrap;
  }
  if (cluster.bootstrap.empty())
    return fail(ErrorCode::usage, "no broker is named", "--bootstrap", "write --bootstrap HOST:PORT");
  if (auto checked = check_bootstrap(cluster.bootstrap); !checked) {
    checked.error().where = "--bootstrap";
    return std::unexpected(std::move(checked.error()));
  }
  cluster.name = ClusterName(first_host(cluster.bootstrap));
  return cluster;
}

Result<Profile> choose_profile(const Options& options, Log& log) {
  const bool named = !options.bootstrap.empty() || !options.command_config.empty();
  if (named && !options.profile.empty())
    return fail(ErrorCode::usage, "--profile and --bootstrap exclude each other", {}, "leave one of them out");
  if (named) {
    TM_TRY(ClusterProfile cluster, cluster_of(options.bootstrap, options.command_config, log));
    Profile profile;
    profile.name = cluster.name.value();
    profile.clusters.push_back(std::move(cluster));
    return profile;
  }
  if (options.profile.empty())
    return fail(ErrorCode::usage, "nothing says which cluster", {}, "write --profile FILE or --bootstrap HOST:PORT");
  TM_TRY(LoadedProfile loaded, read_profile(options.profile));
  for (const std::string& warning : loaded.warnings) log.warn(warning);
  return std::move(loaded.profile);
}

}  // namespace tidemark::cli
