// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/play.h"

namespace tidemark::demo {
namespace {
constexpr Millis look_again{500};

// The profiles of plays hold none.
class NoSecrets final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view reference) const override { return std::string(reference); }
};
}  // namespace

Result<std::unique_ptr<CollectSession>> Play::record(const Profile& profile) const {
  TM_TRY(auto session, CollectSession::open(profile, options_.timeline, NoSecrets(), clock_, {}));
  session->start();
  return session;
}

Result<> Play::play() {
  TM_CHECK(play_scenes());
  TM_CHECK(flush());
  ask(last_questions(), {});
  return {};
}

Result<> Play::play_scenes() {
  const MonoTime begin = clock_.mono();
  const auto left = [&] { return *length() - (clock_.mono() - begin); };
  const std::vector<Scene> all = scenes();
  for (const Scene& scene : all) {
    TM_CHECK(play_scene(scene));
    if (length() && scene.hold > left()) break;
    if (!clock_.wait(options_.stop, scene.hold)) return {};
  }
  if (length()) clock_.wait(options_.stop, left());
  return {};
}

Result<> Play::play_scene(const Scene& scene) {
  if (scene.act) TM_CHECK(scene.act());
  if (options_.say) options_.say(scene.text);
  TM_CHECK(see(scene));
  if (options_.stop.stop_requested() || scene.questions.empty()) return {};
  TM_CHECK(flush());
  ask(scene.questions, {"--at", rfc3339(clock_.now())});
  return {};
}

Result<> Play::see(const Scene& scene) {
  if (!scene.wait) return {};
  const MonoTime begin = clock_.mono();
  do {
    TM_CHECK(flush());
    TM_TRY(const auto instead, scene.wait());
    if (!instead) return {};
    if (clock_.mono() - begin > scene.limit)
      return fail(ErrorCode::no_data,
                  "what the last line announces is not to be seen after " +
                      std::to_string(scene.limit / std::chrono::seconds(1)) + " s, but " + *instead,
                  options_.timeline, "look into it with tidemark align, connectors and sources");
  } while (clock_.wait(options_.stop, look_again));
  return {};
}

void Play::ask(const std::vector<Words>& questions, const Words& more) {
  if (!options_.ask) return;
  for (Words words : questions) {
    words.insert(words.end(), more.begin(), more.end());
    options_.ask(words);
  }
}

}  // namespace tidemark::demo
