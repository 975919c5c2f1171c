// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace tidemark {

Result<TemporaryFolder> TemporaryFolder::make() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "tidemark-XXXXXX").string();
  if (error || !::mkdtemp(name.data()))
    return fail(ErrorCode::storage, "no temporary folder can be made", name,
                "set TMPDIR to a folder that can be written");
  return TemporaryFolder(std::move(name));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

}  // namespace tidemark
