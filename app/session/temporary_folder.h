// SPDX-License-Identifier: GPL-3.0-or-later
// TemporaryFolder: a new folder of our own under the system's temporary one, removed with all that is in it when this
// object ends. Thread rule: one thread. Errors: `storage`.
#pragma once

#include <string>

#include "models/domain/result.h"

namespace tidemark {

class TemporaryFolder final {
 public:
  static Result<TemporaryFolder> make();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;

  const std::string& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace tidemark
