// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/write_request.h"

#include <remote_write.pb.h>
#include <snappy.h>

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace tidemark::remote {
namespace {
// A NaN that no calculation gives: "there is no more of this".
constexpr std::uint64_t stale_marker = 0x7ff0000000000002;

void add_labels(const MetricName& metric, TimeSeries& series) {
  auto labels = metric.labels;
  labels.emplace_back("__name__", metric.family);
  std::ranges::sort(labels);
  for (auto& [name, value] : labels) {
    if (value.empty()) continue;  // the same as a label that is not there
    Label* label = series.add_labels();
    label->set_name(name);
    label->set_value(std::move(value));
  }
}
}  // namespace

std::string write_request(const FeedPage& page, Range range) {
  WriteRequest request;
  std::unordered_map<std::size_t, TimeSeries*> known;
  for (std::size_t i = range.first; i < range.first + range.count; ++i) {
    const FeedSample& sample = page.samples[i];
    TimeSeries*& series = known[sample.metric];
    if (!series) {
      series = request.add_timeseries();
      add_labels(page.metrics[sample.metric], *series);
    }
    Sample* out = series->add_samples();
    out->set_value(sample.ends ? std::bit_cast<double>(stale_marker) : sample.value);
    out->set_timestamp(ms(sample.wall));
  }
  std::string body;
  const std::string plain = request.SerializeAsString();
  snappy::Compress(plain.data(), plain.size(), &body);
  return body;
}

}  // namespace tidemark::remote
