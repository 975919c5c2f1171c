// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/table_sweep.h"

#include <algorithm>

namespace tidemark {
namespace {
constexpr int enough_silence = 4;
constexpr std::size_t most_errors = 100;
constexpr std::size_t most_gone = 10'000;

bool is_silent(HttpOutcome outcome) {
  return outcome == HttpOutcome::unreachable || outcome == HttpOutcome::timeout || outcome == HttpOutcome::tls;
}

void put_error(Poll& poll, std::string scope, const CatalogAnswer& answer) {
  if (poll.errors.size() < most_errors)
    poll.errors.push_back(
        {std::move(scope), reason_of(answer.outcome), answer.error.line(), answer.outcome == HttpOutcome::denied});
}
}  // namespace

TableSweep::TableSweep(TableCatalog& catalog, const TablePlace& place, std::map<TableName, TableRules> rules,
                       Millis interval, const Clock& clock, SampleSink& sink, std::shared_ptr<MarkJoin> join)
    : catalog_(catalog),
      object_(place.object),
      rules_(std::move(rules)),
      clock_(clock),
      join_(std::move(join)),
      lane_(sink, clock, {place.source, "tables", interval}),
      marks_(lane_),
      facts_(lane_),
      pool_(at_once) {}

void TableSweep::list(Poll& poll, std::stop_token stop) {
  if (listed_ && clock_.mono() - *listed_ < (awaits_table() ? awaited_interval : list_interval)) return;
  TableList found = catalog_.list(stop);
  add_cost(poll.cost, found.cost);
  failed_.reset();
  down_ = false;
  if (stop.stop_requested()) return;
  ++poll.due;
  if (!found.ok()) {
    put_error(poll, object_.value(), found);
    failed_ = found.error;
    down_ = is_silent(found.outcome);
    return;
  }
  ++poll.answered;
  listed_ = clock_.mono();
  take_list(poll, found);
}

bool TableSweep::awaits_table() const {
  return std::ranges::any_of(rules_, [&](const auto& rule) { return !tables_.contains(rule.first); });
}

void TableSweep::end(std::unique_ptr<TableState> table) {
  if (!table->uuid().empty() && gone_.size() < most_gone) gone_.insert_or_assign(table->table(), table->uuid());
  ended_.push_back(std::move(table));
}

void TableSweep::take_list(Poll& poll, const TableList& found) {
  std::map<TableName, std::unique_ptr<TableState>> before = std::exchange(tables_, {});
  for (const TableName& name : found.tables) {
    auto old = before.extract(name);
    if (!old.empty()) {
      tables_.insert(std::move(old));
      continue;
    }
    const auto rules = rules_.find(name);
    const auto gone = gone_.extract(name);
    tables_.emplace(name, std::make_unique<TableState>(name, rules == rules_.end() ? TableRules{} : rules->second,
                                                       gone.empty() ? std::string() : gone.mapped()));
  }
  // What is not seen may still be there.
  for (auto& [name, table] : before) {
    if (found.unseen.empty())
      end(std::move(table));
    else
      tables_.emplace(name, std::move(table));
  }
  for (const std::string& line : found.unseen)
    if (poll.errors.size() < most_errors) poll.errors.push_back({object_.value(), Reason::unreachable, line, false});
}

void TableSweep::work_off(Work& work, std::stop_token stop) const {
  for (std::size_t i = work.next++; i < work.tables.size(); i = work.next++) {
    TableState& table = *work.tables[i];
    TableLoad load;
    if (stop.stop_requested()) return;
    if (down_ || (work.silent >= enough_silence && !work.answered)) {
      load.outcome = HttpOutcome::unreachable;
      load.error = {ErrorCode::unreachable, "the catalog does not answer", std::string(object::name(object_)), {}};
    } else {
      load = catalog_.load(table.table(), table.rules(), table.tag(), stop);
      if (is_silent(load.outcome))
        ++work.silent;
      else
        work.answered = true;
    }
    if (stop.stop_requested()) return;
    work.answers[i] = static_cast<const CatalogAnswer&>(load);
    work.gone[i] = load.what == TableLoad::What::gone ? 1 : 0;
    table.take(std::move(load));
  }
}

void TableSweep::load_all(Work& work, std::stop_token stop) {
  for (const auto& [name, table] : tables_) work.tables.push_back(table.get());
  work.answers.resize(work.tables.size());
  work.gone.resize(work.tables.size());
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < std::min(at_once, work.tables.size()); ++i)
    tasks.emplace_back([this, &work, stop] { work_off(work, stop); });
  pool_.run(std::move(tasks));
}

void TableSweep::record(Poll& poll, const Work& work, const std::stop_token& stop) {
  std::size_t room = most_commits;
  for (std::size_t i = 0; i < work.tables.size(); ++i) {
    add_cost(poll.cost, work.answers[i].cost);
    TableState& table = *work.tables[i];
    if (work.gone[i] != 0) {
      if (poll.errors.size() < most_errors)
        poll.errors.push_back({"table:" + table.table().value(), Reason::deleted, "there is no such table", false});
      end(std::move(tables_.extract(table.table()).mapped()));
      continue;
    }
    if (!work.answers[i].ok()) put_error(poll, "table:" + table.table().value(), work.answers[i]);
    const std::size_t before = poll.commits.size();
    table.record(poll, marks_, facts_, join_.get(), catalog_.format(), room, stop);
    room -= poll.commits.size() - before;
  }
  if (!ended_.empty()) listed_.reset();
  for (const auto& table : std::exchange(ended_, {})) table->bury(poll, marks_, facts_);
  marks_.bury(poll);
  facts_.bury(poll);
}

Result<> TableSweep::run(std::stop_token stop, const Tick& tick) {
  auto poll = lane_.begin(tick);
  if (!poll) return {};
  const std::int64_t cpu = pool_.cpu_us() + thread_cpu_us();
  list(*poll, stop);
  Work work;
  load_all(work, stop);
  if (stop.stop_requested()) return {};
  record(*poll, work, stop);
  poll->cost.cpu_us = pool_.cpu_us() + thread_cpu_us() - cpu;
  const bool none = poll->due > 0 && poll->answered == 0;
  std::optional<Error> first = failed_;
  for (const CatalogAnswer& answer : work.answers)
    if (!first && !answer.ok()) first = answer.error;
  if (lane_.push(std::move(*poll), tick))
    for (const auto& [name, table] : tables_) table->delivered();
  if ((none || (failed_ && tables_.empty())) && first) return std::unexpected(std::move(*first));
  return {};
}

}  // namespace tidemark
