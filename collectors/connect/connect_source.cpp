// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/connect/connect_source.h"

#include <fmt/format.h>

#include "collectors/connect/states.h"
#include "collectors/connect/topic_asker.h"
#include "collectors/core/single_lane.h"
#include "collectors/http/access.h"
#include "collectors/http/url.h"

namespace tidemark {
namespace {
// A worker whose herder is stuck answers after 90 s; nobody waits for that.
constexpr Millis connectors_patience{8'000};
constexpr Millis greeting_patience{2'000};
constexpr Millis greeting_interval = std::chrono::minutes(5);
constexpr std::size_t largest_answer = 32u << 20;

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

// "host:8083" of an address.
std::string host_port(const std::string& url) {
  const std::string text = origin(url);
  return text.substr(text.find("://") + 3);
}
}  // namespace

class ConnectSource::Impl {
 public:
  Impl(HttpClient http, const ConnectProfile& profile, const Clock& clock, SampleSink& sink)
      : http_(std::move(http)),
        name_(profile.name),
        base_(without_slash(profile.url)),
        worker_(object::worker(host_port(profile.url))),
        lane_(sink, clock, {{"connect", profile.name, profile.cluster}, "connectors", profile.poll},
              [this](const auto& stop, const Tick& tick, Poll& poll) { return read_all(stop, tick, poll); }) {}

  Result<> run(const std::stop_token& stop) { return lane_.run(stop); }
  void start() { lane_.start(); }
  void stop() { lane_.stop(); }

 private:
  Result<Millis> read_all(const std::stop_token& stop, const Tick& tick, Poll& poll) {
    auto result = read(stop, tick, poll);
    states_.put(poll, Object("source:" + name_), aspect::limits,
                topics_.tracked() ? "" : "The workers do not track topics: those of a pattern are not known.");
    return result;
  }

  HttpReply get(const std::stop_token& stop, const std::string& path, Millis patience, Poll& poll) {
    HttpReply reply =
        http_.send({.url = base_ + path, .headers = {{"Accept", "application/json"}}, .total = patience}, stop);
    poll.cost.requests += reply.requests;
    poll.cost.bytes += reply.bytes();
    return reply;
  }

  Result<Millis> read(const std::stop_token& stop, const Tick& tick, Poll& poll) {
    HttpReply reply = get(stop, "/connectors?expand=status&expand=info", connectors_patience, poll);
    if (stop.stop_requested()) return Millis(0);
    if (!reply.ok()) return failed(stop, poll, std::move(reply));
    if (reply.body != body_) {
      auto connectors = parse_connectors(reply.body);
      if (!connectors) {
        reply.outcome = HttpOutcome::other;
        reply.error = connectors.error();
        reply.error.where = printable_url(base_);
        return failed(stop, poll, std::move(reply));
      }
      connectors_ = std::move(*connectors);
      body_ = std::move(reply.body);
    }
    poll.answered = 1;
    if (!greeted_ || tick.mono - *greeted_ >= greeting_interval) greet(stop, tick, poll);
    topics_.ask(stop, http_, base_, connectors_, tick.mono, poll);
    states_.put(poll, worker_, aspect::state, health_);
    if (!root_.version.empty()) states_.put(poll, worker_, aspect::version, root_.version);
    if (!root_.cluster_id.empty()) states_.put(poll, worker_, aspect::cluster_id, root_.cluster_id);
    put_connectors(states_, poll, connectors_, [this](const ConnectorStatus& c) { return topics_.used_by(c); });
    return reply.took;
  }

  // Who answers there, and how it is. Neither call may fail the poll: older workers have no /health.
  void greet(const std::stop_token& stop, const Tick& tick, Poll& poll) {
    const auto root = get(stop, "/", greeting_patience, poll);
    if (root.ok()) root_ = parse_root(root.body).value_or(WorkerRoot{});
    const std::string health = ask_health(stop, poll);
    health_ = health.empty() ? "up" : health;
    greeted_ = tick.mono;
  }

  std::string ask_health(const std::stop_token& stop, Poll& poll) {
    return parse_health(get(stop, "/health", greeting_patience, poll).body);
  }

  std::unexpected<Error> failed(const std::stop_token& stop, Poll& poll, HttpReply reply) {
    greeted_.reset();
    std::string state(word(reply.outcome));
    if (const std::string message = error_message(reply.body); !message.empty()) reply.error.what += ": " + message;
    // The worker may be up while the part of it that knows the connectors hangs.
    if (reply.outcome == HttpOutcome::timeout || reply.status >= 500) {
      const auto root = get(stop, "/", greeting_patience, poll);
      if (root.ok() && parse_root(root.body)) {
        const std::string health = ask_health(stop, poll);
        state = health == "starting" ? health : "stuck";
        reply.error.what = fmt::format("REST up, herder {}: {}", state, reply.error.what);
      }
    }
    states_.put(poll, worker_, aspect::state, state);
    const bool denied = reply.outcome == HttpOutcome::denied;
    poll.errors.push_back({"connectors", reason_of(reply.outcome), reply.error.line(), denied});
    return std::unexpected(std::move(reply.error));
  }

  HttpClient http_;
  const std::string name_;
  const std::string base_;
  const Object worker_;
  StateRecorder states_;
  TopicAsker topics_;
  // The newest answer: as long as it stays the same, it is not read again.
  std::string body_;
  std::vector<ConnectorStatus> connectors_;
  std::optional<MonoTime> greeted_;
  WorkerRoot root_;
  std::string health_ = "up";
  SingleLane lane_;  // ends first
};

ConnectSource::ConnectSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ConnectSource::~ConnectSource() { impl_->stop(); }

Result<std::unique_ptr<ConnectSource>> ConnectSource::open(const ConnectProfile& profile, const SecretResolver& secrets,
                                                           const Clock& clock, SampleSink& sink) {
  TM_CHECK(check_url(profile.url));
  TM_TRY(auto options, http_options(profile.access, secrets));
  options.limits.body = largest_answer;
  TM_TRY(auto http, HttpClient::open(std::move(options)));
  return std::unique_ptr<ConnectSource>(
      new ConnectSource(std::make_unique<Impl>(std::move(http), profile, clock, sink)));
}

Result<> ConnectSource::poll_once(std::stop_token stop) { return impl_->run(stop); }
void ConnectSource::start() { impl_->start(); }
void ConnectSource::stop() { impl_->stop(); }

}  // namespace tidemark
