// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/metrics_source.h"

#include <fmt/format.h>

#include "collectors/core/signal_recorder.h"
#include "collectors/core/single_lane.h"
#include "collectors/core/state_recorder.h"
#include "collectors/http/access.h"
#include "collectors/http/url.h"
#include "collectors/metrics/endpoint.h"
#include "collectors/metrics/evaluator.h"
#include "models/domain/matched.h"

namespace tidemark {
namespace {
using namespace metrics;

// "urp\tbroker\tbroker\tjmx\tkafka_server_…\t3" each.
std::string lines_of(const std::vector<Told>& told, bool matched) {
  std::string out;
  for (const Told& one : told) {
    if ((one.series > 0) != matched) continue;
    if (!out.empty()) out += '\n';
    out += one.signal.value() + '\t' + one.layer;
    if (matched) out += fmt::format("\t{}\t{}\t{}\t{}", one.kind, one.preset, one.metric, one.series);
  }
  return out;
}
}  // namespace

class MetricsSource::Impl {
 public:
  Impl(std::unique_ptr<Endpoint> endpoint, Preset preset, const MetricsProfile& profile, const Clock& clock,
       SampleSink& sink)
      : endpoint_(std::move(endpoint)),
        self_("source:" + profile.name),
        evaluator_(std::move(preset), profile.name,
                   profile.object.empty() ? std::nullopt : std::optional(Object(profile.object))),
        lane_(sink, clock, {{"metrics", profile.name, profile.cluster}, "metrics", profile.poll},
              [this](const auto& stop, const Tick& tick, Poll& poll) { return read(stop, tick, poll); }),
        recorder_(lane_.lane()) {}

  Result<> run(const std::stop_token& stop) { return lane_.run(stop); }
  void start() { lane_.start(); }
  void stop() { lane_.stop(); }

 private:
  Result<Millis> read(const std::stop_token& stop, const Tick& tick, Poll& poll) {
    Answer answer = endpoint_->ask(evaluator_.matcher(), tick.mono, stop);
    if (stop.stop_requested()) return Millis(0);
    poll.cost = answer.cost;
    if (!answer.exposition) return refuse_poll(poll, answer);
    take(poll, answer, tick);
    return answer.took;
  }

  void take(Poll& poll, Answer& answer, const Tick& tick) {
    // What is counted is read somewhere between the question and the answer.
    const double middle = static_cast<double>(answer.took.count()) / 2;
    const Moment now{static_cast<double>(ms(tick.wall)) + middle, static_cast<double>(ms(tick.mono)) + middle};
    const Evaluation found = evaluator_.evaluate(*answer.exposition, now);
    poll.answered = 1;
    recorder_.put(poll, found.values);
    if (found.values.empty()) answer.limits.emplace_back("None of its metrics is a signal that is known.");
    if (found.cut)
      answer.limits.push_back(fmt::format("More than {} values: the rest is not kept.", Evaluator::most_values));
    std::string limits;
    for (const std::string& limit : answer.limits) limits += (limits.empty() ? "" : "\n") + limit;
    states_.put(poll, self_, aspect::limits, limits);
    states_.put(poll, self_, aspect::matched, lines_of(found.told, true));
    states_.put(poll, self_, aspect::unmatched, lines_of(found.told, false));
  }

  std::unexpected<Error> refuse_poll(Poll& poll, Answer& answer) {
    recorder_.put_reason(poll, answer.reason);
    Error& error = answer.exposition.error();
    poll.errors.push_back({"metrics", answer.reason, error.line(), error.code == ErrorCode::denied});
    return std::unexpected(std::move(error));
  }

  const std::unique_ptr<Endpoint> endpoint_;
  const Object self_;
  Evaluator evaluator_;
  StateRecorder states_;
  SingleLane lane_;
  SignalRecorder recorder_;
};

MetricsSource::MetricsSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MetricsSource::~MetricsSource() { impl_->stop(); }

Result<std::unique_ptr<MetricsSource>> MetricsSource::open(const MetricsProfile& profile, std::string_view preset,
                                                           const SecretResolver& secrets, const Clock& clock,
                                                           SampleSink& sink) {
  TM_CHECK(check_url(profile.url));
  if (!profile.object.empty() && object::name(Object(profile.object)).empty())
    return fail(ErrorCode::usage, "\"" + profile.object + "\" is no object", {}, "write broker:1 or the like");
  TM_TRY(Preset chosen, parse_preset(preset, profile.preset));
  TM_TRY(auto options, http_options(profile.access, secrets));
  options.limits.body = Limits{}.bytes;
  TM_TRY(auto http, HttpClient::open(std::move(options)));
  auto endpoint =
      profile.type == "prometheus" ? query_endpoint(std::move(http), profile) : text_endpoint(std::move(http), profile);
  return std::unique_ptr<MetricsSource>(
      new MetricsSource(std::make_unique<Impl>(std::move(endpoint), std::move(chosen), profile, clock, sink)));
}

Result<> MetricsSource::poll_once(std::stop_token stop) { return impl_->run(stop); }
void MetricsSource::start() { impl_->start(); }
void MetricsSource::stop() { impl_->stop(); }

}  // namespace tidemark
