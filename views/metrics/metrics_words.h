// SPDX-License-Identifier: GPL-3.0-or-later
// What the metrics page says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/metric_trend.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

// Of a source that does not answer, else of one that nothing was matched of, else of the layers that are not seen.
Sentence metrics_sentence(const Metrics& metrics);
// Why there are no rows, and what to do about it.
QString no_metrics_words();
std::vector<Fact> source_facts(const MetricGroup& group);
std::vector<Fact> metric_facts(const MetricLine& line);
// "put_latency_ms of task:orders-sink/0".
QString trend_title(const MetricTrend& trend);
// Its source and its newest value, known or not.
QString trend_note(const MetricTrend& trend);

}  // namespace tidemark::views
