// SPDX-License-Identifier: GPL-3.0-or-later
// SecretResolver: turns a reference ("env:NAME", "file:PATH", "keychain:NAME", "ask") into its value when a client is
// built. Values never reach a timeline, a log or an error.
// Thread rule: implementations are called from the thread that builds the client.
#pragma once

#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace tidemark {

class SecretResolver {
 public:
  virtual ~SecretResolver() = default;
  // Text that is not a reference comes back as it is (a literal secret, which the profile warns of).
  virtual Result<std::string> resolve(std::string_view reference) const = 0;
};

bool is_secret_reference(std::string_view text);

}  // namespace tidemark
