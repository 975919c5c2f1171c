// SPDX-License-Identifier: GPL-3.0-or-later
// Play: scenes, one after the other, over a pipeline that the ordinary collectors watch. A scene acts, says what to
// look at, waits until that is to be seen, has its questions answered, and stays for a while.
// Thread rule: one thread; say() and ask() are called on it. Errors: what an act fails with; `no_data` where a scene is
// not seen within its limit.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/collect_session.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"

namespace tidemark::demo {

using Words = std::vector<std::string>;  // a verb and its options, without --timeline

struct PlayOptions {
  std::string timeline;  // a file that does not exist yet
  std::function<void(std::string_view)> say;
  std::function<void(const Words&)> ask;  // may be empty
  std::stop_token stop;
};

struct Scene {
  std::function<Result<>()> act{};  // may be empty
  std::string_view text;
  // Nothing once it is to be seen, until then what is seen instead; may be empty.
  std::function<Result<std::optional<std::string>>()> wait{};
  Millis limit{};
  std::vector<Words> questions{};  // asked as of then
  Millis hold{};
};

class Play {
 public:
  virtual ~Play() = default;
  Play(const Play&) = delete;
  Play& operator=(const Play&) = delete;

  // Until all scenes are over, or a stop is asked for. The pipeline and its collector go on until destruction.
  Result<> play();
  virtual std::vector<Scene> scenes() = 0;
  // What this pipeline cannot show, or how it differs from another; said last.
  virtual std::string_view footnote() const = 0;

 protected:
  Play(PlayOptions options, const Clock& clock) : options_(std::move(options)), clock_(clock) {}
  const PlayOptions& options() const { return options_; }
  const Clock& clock() const { return clock_; }
  // Collects into the timeline from now on.
  Result<std::unique_ptr<CollectSession>> record(const Profile& profile) const;

 private:
  // No scene begins after it, and it is waited for; without one the play ends with its last scene.
  virtual std::optional<Millis> length() const { return std::nullopt; }
  virtual std::vector<Words> last_questions() const = 0;
  virtual Result<> flush() = 0;
  Result<> play_scenes();
  Result<> play_scene(const Scene& scene);
  Result<> see(const Scene& scene);  // returns, too, when a stop is asked for
  void ask(const std::vector<Words>& questions, const Words& more);

  PlayOptions options_;
  const Clock& clock_;
};

}  // namespace tidemark::demo
