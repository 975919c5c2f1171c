// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/bundles.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "app/session/people.h"
#include "collectors/core/redact.h"
#include "models/domain/clock.h"

namespace tidemark {
namespace {
constexpr std::size_t most_at_once = 4'000;

bool has_long_line(std::string_view text) {
  while (text.size() > most_at_once) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > most_at_once) return true;
    text.remove_prefix(end + 1);
  }
  return false;
}

// What the look for secrets cuts off stays here: nothing in a bundle is shorter than it was.
std::string without_secrets(std::string_view text) {
  if (!has_long_line(text)) return redacted_lines(text);
  std::string out;
  while (!text.empty()) {
    const std::size_t space = text.find_last_of(" ,;\n", most_at_once);
    const bool far = space != std::string_view::npos && space > most_at_once / 2;
    const std::size_t end = std::min(text.size(), far ? space + 1 : most_at_once);
    out += redacted_lines(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}
}  // namespace

Result<BundleMade> make_bundle(const std::string& timeline, const std::string& file, BundleWish wish,
                               const std::stop_token& stop) {
  TM_TRY(wish.entries, entries_of(timeline));
  wish.secrets = {without_secrets, is_secret_key};
  wish.author = author_of(wish.author);
  wish.made = SystemClock().now();
  return create_bundle(timeline, file, wish, stop);
}

Result<BundleMade> try_bundle(const std::string& timeline, BundleWish wish, const std::stop_token& stop) {
  std::error_code error;
  std::string folder = (std::filesystem::temp_directory_path(error) / "tidemark-XXXXXX").string();
  if (error || !::mkdtemp(folder.data()))
    return fail(ErrorCode::storage, "no temporary folder can be made", folder,
                "set TMPDIR to a folder that can be written");
  auto made = make_bundle(timeline, folder + "/bundle", std::move(wish), stop);
  std::filesystem::remove_all(folder, error);
  return made;
}

}  // namespace tidemark
