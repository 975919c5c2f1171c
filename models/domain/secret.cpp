// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/secret.h"

namespace tidemark {

bool is_secret_reference(std::string_view text) {
  return text == "ask" || text.starts_with("env:") || text.starts_with("file:") || text.starts_with("keychain:");
}

}  // namespace tidemark
