// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/registry/registry_source.h"

#include "collectors/core/single_lane.h"
#include "collectors/http/access.h"
#include "collectors/http/url.h"
#include "collectors/registry/subjects.h"

namespace tidemark {
namespace {
using namespace registry;

constexpr Millis budget{5'000};
constexpr std::size_t largest_answer = 16u << 20;

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}
}  // namespace

class RegistrySource::Impl {
 public:
  Impl(HttpClient http, const RegistryProfile& profile, const Clock& clock, SampleSink& sink)
      : api_(std::move(http), without_slash(profile.url)),
        self_(object::registry(profile.name)),
        source_("source:" + profile.name),
        subjects_(profile.name),
        lane_(sink, clock, {{"registry", profile.name, profile.cluster}, "subjects", profile.poll},
              [this](const auto& stop, const Tick& tick, Poll& poll) { return read(stop, tick, poll); }) {}

  Result<> run(const std::stop_token& stop) { return lane_.run(stop); }
  void start() { lane_.start(); }
  void stop() { lane_.stop(); }

 private:
  Result<Millis> read(const std::stop_token& stop, const Tick& tick, Poll& poll) {
    api_.begin(stop, poll.cost, budget);
    poll.due = 2;  // what there is, and each of it
    auto all = api_.subjects(true);
    if (!all) return failed(stop, poll, std::move(all.error()));
    auto live = api_.subjects(false);
    if (!live) return failed(stop, poll, std::move(live.error()));
    poll.answered = 1;
    states_.put(poll, self_, aspect::state, std::string(word(HttpOutcome::ok)));
    std::vector<std::string> limits;
    read_registry(poll, limits);
    subjects_.listed(*all, *live);
    subjects_.ask(api_, tick.mono, level_, tells_own_levels_, poll);
    if (stop.stop_requested()) return Millis(0);
    if (subjects_.all_asked()) poll.answered = 2;
    subjects_.put(states_, poll);
    for (std::string& limit : subjects_.limits()) limits.push_back(std::move(limit));
    std::string text;
    for (const std::string& limit : limits) text += (text.empty() ? "" : "\n") + limit;
    states_.put(poll, source_, aspect::limits, text);
    return api_.took();
  }

  // Its level and mode; neither may fail the poll.
  void read_registry(Poll& poll, std::vector<std::string>& limits) {
    auto level = api_.level();
    if (!level)
      add_error(poll, "config", level.error());
    else if (*level)
      states_.put(poll, self_, aspect::compatibility, **level);
    level_ = std::move(level).value_or(std::nullopt);
    if (auto mode = api_.mode(); !mode)
      add_error(poll, "mode", mode.error());
    else if (*mode)
      states_.put(poll, self_, aspect::mode, **mode);
    else
      limits.emplace_back("It knows no modes: whether it may be written to is not known.");
    if (greeted_) return;
    const auto own = api_.tells_own_levels();
    tells_own_levels_ = own && *own;
    greeted_ = own.has_value();
  }

  static void add_error(Poll& poll, const char* scope, const HttpReply& reply) {
    poll.errors.push_back({scope, reason_of(reply.outcome), reply.error.line(), reply.outcome == HttpOutcome::denied});
  }

  std::unexpected<Error> failed(const std::stop_token& stop, Poll& poll, HttpReply reply) {
    if (!stop.stop_requested()) {
      greeted_ = false;
      poll.answered = 0;
      states_.put(poll, self_, aspect::state, std::string(word(reply.outcome)));
      add_error(poll, "subjects", reply);
    }
    return std::unexpected(std::move(reply.error));
  }

  RegistryApi api_;
  const Object self_;
  const Object source_;
  StateRecorder states_;
  Subjects subjects_;
  std::optional<std::string> level_;
  bool greeted_ = false;
  bool tells_own_levels_ = false;
  SingleLane lane_;  // ends first
};

RegistrySource::RegistrySource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RegistrySource::~RegistrySource() { impl_->stop(); }

Result<std::unique_ptr<RegistrySource>> RegistrySource::open(const RegistryProfile& profile,
                                                             const SecretResolver& secrets, const Clock& clock,
                                                             SampleSink& sink) {
  TM_CHECK(check_url(profile.url));
  TM_TRY(auto options, http_options(profile.access, secrets));
  options.limits.body = largest_answer;
  TM_TRY(auto http, HttpClient::open(std::move(options)));
  return std::unique_ptr<RegistrySource>(
      new RegistrySource(std::make_unique<Impl>(std::move(http), profile, clock, sink)));
}

Result<> RegistrySource::poll_once(std::stop_token stop) { return impl_->run(stop); }
void RegistrySource::start() { impl_->start(); }
void RegistrySource::stop() { impl_->stop(); }

}  // namespace tidemark
