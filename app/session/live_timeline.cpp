// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/live_timeline.h"

#include <cstdlib>
#include <filesystem>

namespace tidemark {
namespace {
Result<std::string> make_folder() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "tidemark-XXXXXX").string();
  if (error || !::mkdtemp(name.data()))
    return fail(ErrorCode::storage, "no temporary folder can be made", name,
                "set TMPDIR to a folder that can be written");
  return name;
}
}  // namespace

Result<LiveTimeline> LiveTimeline::poll(const Profile& profile, const SecretResolver& secrets, const Clock& clock,
                                        std::stop_token stop) {
  if (profile.clusters.empty() && profile.connect.empty() && profile.catalogs.empty() && profile.registries.empty() &&
      profile.processors.empty() && profile.metrics.empty())
    return fail(ErrorCode::no_data, "the profile names nothing to ask", profile.name, "add one under \"clusters\"");
  TM_TRY(std::string folder, make_folder());
  LiveTimeline live(std::move(folder));
  TM_TRY(const auto session, CollectSession::open(profile, live.path(), secrets, clock, {}));
  TM_TRY(live.failures_, session->poll_once(stop));
  const CollectProgress progress = session->progress();
  TM_CHECK(session->close());
  if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
  if (progress.answered == 0 && !live.failures_.empty()) return std::unexpected(live.failures_.front());
  if (progress.answered == 0) return fail(ErrorCode::no_data, "nothing answered", profile.name);
  return live;
}

LiveTimeline::~LiveTimeline() {
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

LiveTimeline::LiveTimeline(LiveTimeline&& other) noexcept
    : folder_(std::exchange(other.folder_, {})), failures_(std::move(other.failures_)) {}

std::string LiveTimeline::path() const { return folder_ + "/live.tidemark"; }

}  // namespace tidemark
