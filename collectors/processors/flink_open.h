// SPDX-License-Identifier: GPL-3.0-or-later
// A FlinkApi from the profile. Does not wait for the network. Any thread. Errors: `usage` for a profile that cannot
// work.
#pragma once

#include "collectors/processors/flink_api.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark::flink {

Result<FlinkApi> open_api(const ProcessorProfile& profile, const SecretResolver& secrets);

}  // namespace tidemark::flink
