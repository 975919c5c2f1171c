// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets: the resolver of the command line. "env:NAME" reads the environment, "file:PATH" the first line of a file
// that only its owner may read, "ask" asks on the terminal once and keeps the answer in memory; "keychain:NAME" needs
// the window. Anything else is the secret itself. Thread rule: any thread; asking is serialized. Errors: `usage`,
// without any part of the secret.
#pragma once

#include <functional>
#include <mutex>
#include <optional>

#include "models/domain/secret.h"

namespace tidemark {

class Secrets final : public SecretResolver {
 public:
  // Asks a person; nothing where there is nobody to ask.
  using Ask = std::function<std::optional<std::string>(const std::string& prompt)>;

  explicit Secrets(Ask ask) : ask_(std::move(ask)) {}
  Result<std::string> resolve(std::string_view reference) const override;

 private:
  Result<std::string> asked() const;

  Ask ask_;
  mutable std::mutex mutex_;
  mutable std::optional<std::string> answer_;  // guarded by mutex_
};

// On the controlling terminal, without echo.
std::optional<std::string> ask_on_terminal(const std::string& prompt);

}  // namespace tidemark
