// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/cost_drivers.h"

#include <algorithm>
#include <set>

#include "models/analysis/commits.h"
#include "models/analysis/metrics.h"

namespace tidemark {
namespace {
constexpr double day_ms = 86'400'000;
constexpr double hours_a_day = 24;

double days(const CostBasis& basis) { return static_cast<double>(Millis(basis.at - basis.from).count()) / day_ms; }

void put(CostDriver& driver, const Known<double>& value, const char* evidence) {
  driver.value = value;
  if (value) driver.evidence = evidence;
}

void put_headroom(const CostBasis& basis, CostDriver& driver) {
  driver.unit = "share";
  driver.what = "what the busiest process whose CPU is told has left";
  std::optional<double> busiest;
  for (const MetricRow& row : metric_rows(basis.now, basis.at, {}))
    if (row.signal.value() == "cpu" && row.value) busiest = std::max(busiest.value_or(0), *row.value);
  put(driver, busiest ? Known<double>(std::max(0.0, 1 - *busiest)) : Reason::never_polled, "measured");
}

// Of all topics, or nobody knows.
template <class Part>
Known<double> sum_of(const std::vector<GrowthRow>& topics, Part&& part) {
  if (topics.empty()) return Reason::never_polled;
  double out = 0;
  for (const GrowthRow& topic : topics) {
    const Known<double> one = part(topic);
    if (!one) return one.reason();
    out += *one;
  }
  return out;
}

void put_disk(const CostBasis& basis, CostDriver& driver) {
  driver.unit = "bytes";
  driver.what = "logs of all topics, with their replicas";
  const bool all_measured =
      std::ranges::all_of(basis.topics, [](const GrowthRow& row) { return row.evidence == "measured"; });
  put(driver, sum_of(basis.topics, [](const GrowthRow& row) { return row.bytes; }),
      all_measured ? "measured" : "modelled");
}

void put_replication(const CostBasis& basis, CostDriver& driver) {
  driver.unit = "bytes/day";
  driver.what = "what followers copy of what is produced";
  put(driver,
      sum_of(basis.topics,
             [](const GrowthRow& row) -> Known<double> {
               if (!row.records_day) return row.records_day.reason();
               if (!row.record_bytes) return row.record_bytes.reason();
               if (!row.replication) return row.replication.reason();
               return *row.records_day * *row.record_bytes * static_cast<double>(*row.replication - 1);
             }),
      "modelled");
}

Known<double> commits_a_day(const CostBasis& basis, bool housekeeping) {
  if (basis.ledger.empty() || basis.at <= basis.from) return Reason::never_polled;
  const auto count = std::ranges::count_if(
      basis.ledger, [&](const LedgerRow& row) { return is_housekeeping(row.commit) == housekeeping; });
  return static_cast<double>(count) / days(basis);
}

void put_commits(const CostBasis& basis, bool housekeeping, CostDriver& driver) {
  driver.unit = "commits/day";
  driver.what = housekeeping ? "commits of tables that only rearrange what is there"
                             : "commits of tables, each of which is one call at least";
  put(driver, commits_a_day(basis, housekeeping), "measured");
}

void put_workers(const CostBasis& basis, CostDriver& driver) {
  driver.unit = "hours/day";
  driver.what = "workers of Kafka Connect that run a connector or a task";
  if (basis.connectors.empty()) return put(driver, Reason::never_polled, "measured");
  std::set<std::pair<std::string, std::string>> workers;
  for (const ConnectorRow& row : basis.connectors) {
    const auto add = [&](const Known<std::string>& worker) {
      if (worker) workers.insert({row.connect, *worker});
      return worker.known();
    };
    bool known = add(row.worker);
    for (const TaskRow& task : row.tasks) known = add(task.worker) && known;
    if (!known) return put(driver, row.worker ? Reason::never_polled : row.worker.reason(), "measured");
  }
  put(driver, hours_a_day * static_cast<double>(workers.size()), "measured");
}

void put_observability(const CostBasis& basis, CostDriver& driver) {
  driver.unit = "requests/day";
  driver.what = "requests of this program to what it watches";
  double requests = 0;
  std::optional<LocalTime> first, last;
  for (const LaneInfo& lane : basis.now.lanes)
    for (const PollInfo& poll : lane.polls) {
      if (poll.wall > basis.at) continue;
      requests += static_cast<double>(poll.cost.requests);
      first = std::min(first.value_or(poll.wall), poll.wall);
      last = std::max(last.value_or(poll.wall), poll.wall);
    }
  if (!first || *last <= *first) return put(driver, Reason::no_history, "measured");
  put(driver, requests * day_ms / static_cast<double>(Millis(*last - *first).count()), "measured");
}

CostDriver driver_of(const std::string& id, const CostBasis& basis) {
  CostDriver out{.driver = id};
  if (id == "compute-headroom")
    put_headroom(basis, out);
  else if (id == "broker-disk")
    put_disk(basis, out);
  else if (id == "replication")
    put_replication(basis, out);
  else if (id == "catalog-calls" || id == "maintenance")
    put_commits(basis, id == "maintenance", out);
  else if (id == "worker-hours")
    put_workers(basis, out);
  else if (id == "observability")
    put_observability(basis, out);
  else
    out.what = id == "write-amplification"
                   ? "what is written of each byte produced: the sizes of data files are not read"
               : id == "object-requests" ? "requests to the object store: the store does not tell them"
                                         : "bytes between zones: nobody tells where clients and leaders stand";
  return out;
}
}  // namespace

std::vector<CostDriver> cost_drivers(const CostBasis& basis) {
  std::vector<CostDriver> out;
  for (const char* id : cost_driver_ids) {
    CostDriver driver = driver_of(id, basis);
    if (const auto typed = basis.typed.find(id); typed != basis.typed.end()) put(driver, typed->second, "typed");
    if (const auto price = basis.prices.find(id); price != basis.prices.end()) {
      driver.price = price->second;
      driver.cost = driver.value.map([&](double value) { return value * price->second; });
    }
    out.push_back(std::move(driver));
  }
  return out;
}

std::vector<CellRecord> cost_records(const std::vector<CostDriver>& drivers) {
  std::vector<CellRecord> out;
  for (const CostDriver& driver : drivers)
    out.push_back({{"driver", driver.driver},
                   {"value", driver.value},
                   {"unit", driver.unit.empty() ? Cell(Reason::not_applicable) : Cell(driver.unit)},
                   {"evidence", driver.evidence},
                   {"price", driver.price},
                   {"cost", driver.cost},
                   {"what", driver.what}});
  return out;
}

}  // namespace tidemark
