// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/growth_view.h"

#include "models/analysis/row_keys.h"

namespace tidemark {
namespace {
constexpr int curve_steps = 60;

template <class Of>
Known<double> sum_over(const GrowthLines& topics, Of&& of) {
  if (topics.empty()) return Reason::never_polled;
  double sum = 0;
  for (const auto& topic : topics) {
    const Known<double> one = of(topic.parent.row);
    if (!one) return one.reason();
    sum += *one;
  }
  return sum;
}

// As growth_rows() makes them without terms.
GrowthTerms terms_of_today(const GrowthTerms& terms) {
  GrowthTerms out = terms;
  out.retention.reset();
  out.rate_times = 1;
  return out;
}
}  // namespace

std::vector<GrowthPoint> GrowthView::curve(std::string_view key, bool what_if) const {
  const GrowthTerms of = what_if ? terms : terms_of_today(terms);
  std::vector<GrowthPoint> out;
  for (int step = 0; step <= curve_steps; ++step) {
    const Millis after = terms.horizon * step / curve_steps;
    const auto held = [&](const GrowthLine& line) { return bytes_after(what_if ? line.what_if : line.row, of, after); };
    GrowthPoint point{at + after, Reason::never_polled};
    if (key.empty()) point.bytes = sum_over(topics, held);
    for (const auto& topic : topics)
      if (!key.empty() && topic.parent.key == key) point.bytes = held(topic.parent.row);
    out.push_back(point);
  }
  return out;
}

Known<double> GrowthView::bytes() const {
  return sum_over(topics, [](const GrowthLine& line) { return line.row.bytes; });
}
Known<double> GrowthView::a_day() const {
  return sum_over(topics, [](const GrowthLine& line) { return line.row.growth_bytes_day; });
}
Known<double> GrowthView::then(bool what_if) const {
  return sum_over(topics, [&](const GrowthLine& line) { return (what_if ? line.what_if : line.row).projected; });
}

GrowthLines growth_lines(const std::vector<GrowthRow>& as_is, const std::vector<GrowthRow>& what_if) {
  GrowthLines out;
  for (std::size_t i = 0; i < as_is.size(); ++i) {
    const GrowthRow& row = as_is[i];
    out.push_back({{joined({row.cluster.value(), row.topic.value()}),
                    lower(row.topic.value() + ' ' + row.team),
                    {row, what_if[i]}},
                   {}});
  }
  return out;
}

DriverLines driver_lines(const std::vector<CostDriver>& drivers) {
  DriverLines out;
  for (const CostDriver& driver : drivers) out.push_back({{driver.driver, lower(driver.driver), driver}, {}});
  return out;
}

DemandLines demand_lines(const std::vector<ReaderDemand>& readers) {
  DemandLines out;
  for (const ReaderDemand& reader : readers)
    out.push_back({{joined({reader.cluster.value(), reader.group.value()}), lower(reader.group.value()), reader}, {}});
  return out;
}

}  // namespace tidemark
