// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/delta/scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "collectors/core/plain_text.h"
#include "collectors/tables/writers.h"

namespace tidemark::delta {
namespace {
constexpr std::string_view format = "delta";
constexpr std::string_view ingest_writer = "kafka-delta-ingest";
constexpr std::string_view spark_writer = "spark";
constexpr std::string_view app_mark = "{app}";
constexpr std::size_t most_named = 3;
constexpr std::size_t uuid_size = 36;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "app" of "app-7"; nothing where the id has another shape. The end of a UUID may be all digits.
std::string_view ingest_app(std::string_view id) {
  const auto dash = id.rfind('-');
  if (dash == std::string_view::npos || !is_digits(id.substr(dash + 1))) return {};
  const bool uuid = id.size() == uuid_size && std::ranges::count(id, '-') == 4 && dash == 23;
  return uuid ? std::string_view() : id.substr(0, dash);
}

template <class Take>
void each_transaction(const LogView& log, Take&& take) {
  for (const Commit& commit : log.commits)
    for (const auto& [id, version] : commit.transactions) take(id, &commit);
  if (log.state)
    for (const auto& [id, version] : log.state->transactions) take(id, nullptr);
}

std::string listed(const std::set<std::string>& names) {
  std::string out;
  std::size_t count = 0;
  for (const std::string& name : names) {
    if (++count > most_named) return out + " …";
    out += (out.empty() ? "" : ", ") + plain_line(name, 60);
  }
  return out;
}

class Choice final {
 public:
  Choice(const LogView& log, const SparkCheckpoint* checkpoint, const ReadRules& rules)
      : checkpoint_(checkpoint), rules_(rules) {
    each_transaction(log, [&](const std::string& id, const Commit* commit) {
      const std::string_view app = ingest_app(id);
      if (!app.empty()) apps_.emplace(app);
      here_ = here_ || (checkpoint_ != nullptr && id == checkpoint_->query);
      if (commit == nullptr || commit->query.empty()) return;
      if (commit->query == app) ingest_.emplace(app);
      if (commit->query == id) queries_.insert(id);
    });
  }

  Scheme choose() {
    if (rules_.offsets && (rules_.offsets->where != "version" || !means_offsets(*rules_.offsets)))
      return unknown(rules_.writer,
                     "Of a Delta log only transactions that hold offsets, next or last, are read by rule.");
    if (rules_.offsets) return by_rule(Scheme::Kind::rule, rules_.writer, *rules_.offsets);
    if (const WriterPreset* closed = writer_named(format, rules_.writer); closed != nullptr && closed->rules.empty())
      return unknown({}, closed->help);
    if (said("delta-ingest")) return ingest(ingest_.empty() ? apps_ : ingest_);
    if (said(spark_writer)) return spark();
    if (here_) return spark();
    if (!ingest_.empty()) return ingest(ingest_);
    if (!queries_.empty() || checkpoint_ != nullptr) return spark();
    return unknown({}, apps_.empty() ? "No transaction in its log is a streaming writer's."
                                     : "Its log has transactions (" + listed(apps_) +
                                           "), and the profile does not say what their numbers mean.");
  }

 private:
  bool said(std::string_view writer) const { return rules_.writer.find(writer) != std::string::npos; }

  static Scheme unknown(std::string_view writer, std::string why, Reason reason = Reason::not_supported) {
    Scheme out;
    out.writer = writer;
    out.unknown_why = std::move(why);
    out.unknown_reason = reason;
    return out;
  }

  Scheme by_rule(Scheme::Kind kind, std::string_view writer, OffsetRule rule) const {
    Scheme out;
    out.kind = kind;
    out.writer = writer;
    out.topic = rules_.topic;
    out.rule = std::move(rule);
    return out;
  }

  Scheme ingest(const std::set<std::string>& apps) const {
    if (rules_.topic.empty())
      return unknown(ingest_writer,
                     "Its writer, kafka-delta-ingest, notes partitions and no topic, and no pipeline of the "
                     "profile names the table's topic.");
    std::string app = apps.size() == 1 ? *apps.begin() : std::string();
    if (apps.contains(rules_.group)) app = rules_.group;
    if (app.empty())
      return unknown(ingest_writer,
                     apps.empty() ? "No transaction of its writer, kafka-delta-ingest, can be seen in its log."
                                  : "Several applications write to it (" + listed(apps) +
                                        "), and the profile does not say which is meant.",
                     apps.empty() ? Reason::no_commit : Reason::ambiguous);
    OffsetRule rule = writer_named(format, ingest_writer)->rules.front();
    rule.key.replace(rule.key.find(app_mark), app_mark.size(), app);
    return by_rule(Scheme::Kind::ingest, ingest_writer, std::move(rule));
  }

  Scheme spark() const {
    if (checkpoint_ == nullptr)
      return unknown(spark_writer, writer_named(format, spark_writer)->help, Reason::not_probed);
    if (!checkpoint_->unknown_why.empty())
      return unknown(spark_writer, checkpoint_->unknown_why, checkpoint_->unknown_reason);
    if (!here_ && !queries_.empty())
      return unknown(
          spark_writer,
          fmt::format("The checkpoint's query {} has no transaction in the table's log, another one ({}) has: a "
                      "checkpoint made anew reads again, or leaves out.",
                      plain_line(checkpoint_->query, 60), listed(queries_)),
          Reason::ambiguous);
    Scheme out;
    out.kind = Scheme::Kind::spark;
    out.writer = spark_writer;
    out.query = checkpoint_->query;
    return out;
  }

  const SparkCheckpoint* checkpoint_;
  const ReadRules& rules_;
  std::set<std::string> apps_;     // "app" of "app-7"
  std::set<std::string> ingest_;   // those that the commits call the query's
  std::set<std::string> queries_;  // ids that are the query's themselves
  bool here_ = false;              // the checkpoint's query has a transaction
};
}  // namespace

Members texts(const Transactions& transactions) {
  Members out;
  for (const auto& [id, version] : transactions) out.emplace(id, std::to_string(version));
  return out;
}

Scheme choose_scheme(const LogView& log, const SparkCheckpoint* checkpoint, const ReadRules& rules) {
  return Choice(log, checkpoint, rules).choose();
}

Step step_of(const Commit& commit, const Scheme& scheme, const SparkCheckpoint* checkpoint) {
  Step step;
  step.version = commit.version;
  step.restores = commit.restores;
  step.restored_to = commit.restored_to;
  if (!commit.damage.empty()) {
    step.blind = Reason::ambiguous;
    return step;
  }
  if (scheme.kind == Scheme::Kind::spark) {
    const auto batch = commit.transactions.find(scheme.query);
    if (batch == commit.transactions.end()) return step;
    const Known<SourceOffsets> offsets = offsets_of(*checkpoint, batch->second, commit.at);
    if (offsets)
      step.moved = *offsets;
    else
      step.blind = offsets.reason();
    return step;
  }
  if (scheme.kind == Scheme::Kind::none) return step;
  auto moved = read_source_offsets(scheme.rule, scheme.topic, texts(commit.transactions));
  if (!moved)
    step.blind = Reason::ambiguous;
  else
    step.moved = std::move(*moved);
  step.landed = scheme.kind != Scheme::Kind::ingest || commit.added_files > 0;
  return step;
}

std::optional<SourceOffsets> positions_in(const LogState& state, const Scheme& scheme,
                                          const SparkCheckpoint* checkpoint) {
  if (scheme.kind == Scheme::Kind::spark) {
    const auto batch = state.transactions.find(scheme.query);
    if (batch == state.transactions.end()) return std::nullopt;
    const Known<SourceOffsets> offsets = offsets_of(*checkpoint, batch->second, {});
    return offsets ? std::optional(*offsets) : std::nullopt;
  }
  if (scheme.kind == Scheme::Kind::none) return std::nullopt;
  auto all = read_source_offsets(scheme.rule, scheme.topic, texts(state.transactions));
  return all ? std::move(*all) : std::nullopt;
}

std::vector<std::int64_t> batches_of(const LogView& log, const std::string& query) {
  std::set<std::int64_t> batches;
  const auto take = [&](const Transactions& transactions) {
    if (const auto found = transactions.find(query); found != transactions.end()) batches.insert(found->second);
  };
  for (const Commit& commit : log.commits) take(commit.transactions);
  if (log.state) take(log.state->transactions);
  return {batches.begin(), batches.end()};
}

}  // namespace tidemark::delta
