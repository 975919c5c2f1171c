// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the user: where they lie (XDG), how they are read and written. Any thread.
// Errors: `input` for what cannot be read, `usage` for what may not be written, `storage` for what cannot be.
#pragma once

#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace tidemark {

// The whole file, of "-" standard input; at most 256 MiB.
Result<std::string> read_file(const std::string& path);
// A new file with mode 0600; an existing one is left alone and is an error.
Result<> write_new_file(const std::string& path, std::string_view text);
// The whole file, mode 0600, by another one that takes its name: it is the old one or the new one, also after a crash.
Result<> replace_file(const std::string& path, std::string_view text);

// "~/x" as an absolute path.
std::string expand_home(std::string_view path);
// tidemark/default.tidemark under the XDG data folder; make_parent_folder() makes what is missing, mode 0700.
std::string default_timeline_path();
Result<> make_parent_folder(const std::string& path);

}  // namespace tidemark
