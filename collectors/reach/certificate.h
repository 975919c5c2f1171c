// SPDX-License-Identifier: GPL-3.0-or-later
// What a certificate says. Room-internal; one thread.
#pragma once

#include <openssl/x509.h>

#include <string>

#include "models/domain/connection.h"

namespace tidemark::reach {

Certificate facts_of(X509* shown, const std::string& host);

}  // namespace tidemark::reach
