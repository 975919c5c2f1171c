// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/live_timeline.h"

namespace tidemark {

Result<LiveTimeline> LiveTimeline::poll(const Profile& profile, const SecretResolver& secrets, const Clock& clock,
                                        std::stop_token stop) {
  if (profile.clusters.empty() && profile.connect.empty() && profile.catalogs.empty() && profile.registries.empty() &&
      profile.processors.empty() && profile.metrics.empty())
    return fail(ErrorCode::no_data, "the profile names nothing to ask", profile.name, "add one under \"clusters\"");
  TM_TRY(TemporaryFolder folder, TemporaryFolder::make());
  LiveTimeline live(std::move(folder));
  Profile asked = profile;
  asked.remote_write.reset();  // a question is passed on to nobody
  TM_TRY(const auto session, CollectSession::open(asked, live.path(), secrets, clock, {}));
  TM_TRY(live.failures_, session->poll_once(stop));
  const CollectProgress progress = session->progress();
  TM_CHECK(session->close());
  if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
  if (progress.answered == 0 && !live.failures_.empty()) return std::unexpected(live.failures_.front());
  if (progress.answered == 0) return fail(ErrorCode::no_data, "nothing answered", profile.name);
  return live;
}

std::string LiveTimeline::path() const { return folder_.path() + "/live.tidemark"; }

}  // namespace tidemark
