// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/retrieval_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "collectors/core/plain_text.h"
#include "collectors/tables/place.h"
#include "models/domain/sink_states.h"

namespace tidemark {
namespace {
constexpr Millis usual_interval{30'000};
constexpr std::size_t longest_name = 200;

std::optional<std::int64_t> count_in(const std::optional<std::string>& text) {
  std::int64_t number = 0;
  if (!text) return std::nullopt;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc() || end != text->data() + text->size() || number < 0) return std::nullopt;
  return number;
}
}  // namespace

Result<std::vector<std::pair<std::string, std::int64_t>>> models_from_rows(const SqlReply& reply) {
  constexpr std::int64_t largest = 1'000'000'000'000;
  std::vector<std::pair<std::string, std::int64_t>> out;
  std::set<std::string> seen;
  if (reply.columns.size() != 2)
    return fail(ErrorCode::input, "the question for models is not answered with a name and a count", {},
                "let each row be a model and how many documents it made");
  for (const SqlReply::Row& row : reply.rows) {
    const auto documents = count_in(row[1]);
    std::string name = row[0] && !row[0]->empty() ? plain_line(*row[0], longest_name) : "none";
    if (!documents || *documents > largest || !seen.insert(name).second)
      return fail(ErrorCode::input, fmt::format("row {} of the models has no count, or a name again", out.size() + 1));
    out.emplace_back(std::move(name), *documents);
  }
  if (out.size() > RetrievalSource::most_models)
    return fail(ErrorCode::input, fmt::format("more than {} models", RetrievalSource::most_models));
  return out;
}

RetrievalSource::RetrievalSource(SinkProfile profile, std::unique_ptr<SinkReader> reader, const Clock& clock,
                                 SampleSink& sink)
    : profile_(std::move(profile)),
      object_(place_of(profile_).object),
      reader_(std::move(reader)),
      lane_(sink, clock, {place_of(profile_).source, "age", profile_.poll.value_or(usual_interval)},
            [this](const auto& stop, const Tick& tick, Poll& poll) { return read(stop, tick, poll); }),
      signals_(lane_.lane()) {}

bool RetrievalSource::is_wanted(const SinkReader& reader) {
  return std::ranges::any_of(sink_questions, [&](SinkQuestion question) {
    return question != SinkQuestion::offsets && reader.knows(question);
  });
}

bool RetrievalSource::take(HttpOutcome outcome, const Error& error, const PollCost& cost, Poll& poll) {
  ++poll.due;
  add_cost(poll.cost, cost);
  if (outcome == HttpOutcome::ok) {
    ++poll.answered;
    return true;
  }
  poll.errors.push_back({object_.value(), reason_of(outcome), error.line(), outcome == HttpOutcome::denied});
  if (!failed_) failed_ = error;
  return false;
}

void RetrievalSource::read_age(SinkQuestion question, const Signal& signal, const std::stop_token& stop, Poll& poll) {
  const FoundAge age = reader_->age(question, stop);
  take(age.outcome, age.error, age.cost, poll);
  values_.push_back({signal, object_, "ms", age.ms});
}

void RetrievalSource::read_deleted(const std::stop_token& stop, const Tick& tick, Poll& poll) {
  static const Signal tombstones("tombstones"), tombstone_age("tombstone_age_ms");
  double still = 0;
  double oldest = 0;
  bool told = false;              // of one that is found
  Reason unknown = Reason::none;  // of one that could not be asked for: then of all
  for (const DeletedKey& deleted : profile_.deleted) {
    const SqlReply reply = reader_->rows(SinkQuestion::found, deleted.key, stop);
    if (!take(reply.outcome, reply.error, reply.cost, poll)) {
      unknown = reason_of(reply.outcome);
      break;
    }
    const bool found = !reply.rows.empty();
    poll.states.push_back({object_,
                           std::string(aspect::deleted_prefix) + plain_line(deleted.key, longest_name),
                           std::string(found ? "found" : "absent"),
                           {}});
    if (!found) continue;
    still += 1;
    if (!deleted.at) continue;
    const auto age = static_cast<double>((tick.wall - *deleted.at).count());
    oldest = told ? std::max(oldest, age) : age;
    told = true;
  }
  using Number = Known<double>;
  const Reason no_age = unknown != Reason::none ? unknown : still > 0 ? Reason::not_probed : Reason::not_applicable;
  values_.push_back({tombstones, object_, "", unknown == Reason::none ? Number(still) : Number(unknown)});
  values_.push_back({tombstone_age, object_, "ms", told && unknown == Reason::none ? Number(oldest) : Number(no_age)});
}

void RetrievalSource::read_models(const std::stop_token& stop, Poll& poll) {
  static const Signal documents("model_documents"), share("model_share");
  SqlReply reply = reader_->rows(SinkQuestion::models, {}, stop);
  auto models = models_from_rows(reply);
  if (reply.ok() && !models) {
    reply.outcome = HttpOutcome::other;
    reply.error = models.error();
  }
  if (!take(reply.outcome, reply.error, reply.cost, poll)) return;
  double sum = 0;
  for (const auto& [name, count] : *models) sum += static_cast<double>(count);
  for (const auto& [name, count] : *models) {
    const Object model("model:" + profile_.name + '/' + name);
    const auto of = static_cast<double>(count);
    values_.push_back({documents, model, "", of});
    values_.push_back({share, model, "", sum > 0 ? Known<double>(of / sum) : Known<double>(Reason::not_applicable)});
  }
}

Result<Millis> RetrievalSource::read(const std::stop_token& stop, const Tick& tick, Poll& poll) {
  static const Signal retrieval_age("retrieval_age_ms"), canary_age("canary_age_ms");
  const auto begin = std::chrono::steady_clock::now();
  values_.clear();
  failed_.reset();
  poll.due = 0;
  if (reader_->knows(SinkQuestion::age)) read_age(SinkQuestion::age, retrieval_age, stop, poll);
  if (reader_->knows(SinkQuestion::canary)) read_age(SinkQuestion::canary, canary_age, stop, poll);
  if (reader_->knows(SinkQuestion::found)) read_deleted(stop, tick, poll);
  if (reader_->knows(SinkQuestion::models)) read_models(stop, poll);
  signals_.put(poll, values_);
  if (failed_) return std::unexpected(std::move(*failed_));
  return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begin);
}

}  // namespace tidemark
