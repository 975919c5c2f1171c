// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of everything that a profile names, in the order in which a single poll reads them.
// Thread rule: one thread; what is told from any. Errors: `usage` for a profile that cannot work, with the name of what
// would have been watched.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "app/session/dead_letter_names.h"
#include "app/session/registries_told.h"
#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

using Sources = std::vector<std::unique_ptr<Source>>;
using Stages = std::array<Sources, 2>;  // as they are read in a single poll

// What sources tell that others go by.
struct Told {
  explicit Told(const Profile& profile) : dead_letters(profile), registries(profile) {}
  void note(const SourceSpec& source, const Poll& poll) {
    dead_letters.note(source, poll);
    registries.note(source, poll);
  }
  DeadLetterNames dead_letters;
  RegistriesTold registries;
};

// One source for everything that the profile names. Does not touch the network. Secrets, clock and sink must outlive
// the sources.
Result<Stages> open_sources(const Profile& profile, const SecretResolver& secrets, const Clock& clock, SampleSink& sink,
                            const std::shared_ptr<Told>& told);

}  // namespace tidemark
