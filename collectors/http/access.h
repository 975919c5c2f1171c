// SPDX-License-Identifier: GPL-3.0-or-later
// From what a profile says of a service to the options of a client. Any thread that may resolve secrets.
#pragma once

#include "collectors/http/http_client.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark {

// Error: `usage` for a secret that cannot be resolved.
Result<HttpOptions> http_options(const HttpAccess& access, const SecretResolver& secrets);

}  // namespace tidemark
