// SPDX-License-Identifier: GPL-3.0-or-later
// WatchedProfile: a profile with the services that are only watched: nothing is judged by what is said of them, so that
// only who reads profiles and who collects need to know them.
// Value types; no thread rule.
#pragma once

#include "models/domain/profile.h"

namespace tidemark {

// A schema registry that speaks Confluent's API.
struct RegistryProfile {
  std::string name;
  ClusterName cluster;  // whose records its schemas are of; the only one where there is one and none is named
  std::string url;      // what comes before /subjects
  Millis poll{60'000};
  HttpAccess access;
};

struct WatchedProfile : Profile {
  WatchedProfile() = default;
  WatchedProfile(Profile profile) : Profile(std::move(profile)) {}  // NOLINT: one that names no such service
  std::vector<RegistryProfile> registries;
};

}  // namespace tidemark
