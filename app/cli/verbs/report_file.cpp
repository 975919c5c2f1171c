// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/report_file.h"

#include <filesystem>

#include "app/settings/files.h"

namespace tidemark::cli {

// Beside the file first, so that one that is there stays whole.
Result<> write_report(const std::string& file, const std::string& text, bool overwrite) {
  std::error_code error;
  if (!overwrite) {
    if (std::filesystem::exists(file, error))
      return fail(ErrorCode::usage, "the file is there already", file, "choose another name, or say --overwrite");
    return write_new_file(file, text);
  }
  const std::string beside = file + ".part";
  TM_CHECK(write_new_file(beside, text));
  std::filesystem::rename(beside, file, error);
  if (!error) return {};
  const std::string why = error.message();
  std::filesystem::remove(beside, error);
  return fail(ErrorCode::usage, "cannot be written: " + why, file, "choose another place");
}

}  // namespace tidemark::cli
