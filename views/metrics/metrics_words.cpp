// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metrics/metrics_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

#include "models/items/format.h"
#include "models/items/metric_model.h"

namespace tidemark::views {
namespace {
struct MetricsWords {
  Q_DECLARE_TR_FUNCTIONS(MetricsWords)
};

constexpr int longest_name = 48;
constexpr int longest_error = 160;

QString short_name(std::string_view name) { return format::middle(format::text(name), longest_name); }

QString why_silent(const MetricSource& source) {
  return source.error ? format::middle(format::text(*source.error), longest_error) : format::sentence(source.silent);
}

// Layers that some source could serve, and none does.
QString layers_unseen(const Metrics& metrics) {
  std::set<std::string> seen;
  std::set<std::string> wanted;
  for (const auto& branch : metrics.rows)
    for (const auto& child : branch.children) (child.row.matched ? seen : wanted).insert(child.row.row.layer);
  QStringList out;
  for (const std::string& layer : wanted)
    if (!seen.contains(layer)) out << format::text(layer);
  return out.join(QStringLiteral(", "));
}

const MetricGroup* first(const Metrics& metrics, auto&& wanted) {
  for (const auto& branch : metrics.rows)
    if (branch.parent.row.matched && wanted(branch.parent.row)) return &branch.parent.row;
  return nullptr;
}

// How many of the sources, where there are several.
QString of_sources(const Metrics& metrics, auto&& wanted) {
  const auto count = [&](auto&& which) {
    return std::ranges::count_if(
        metrics.rows, [&](const auto& branch) { return branch.parent.row.matched && which(branch.parent.row); });
  };
  const auto all = count([](const MetricGroup&) { return true; });
  return all > 1 ? MetricsWords::tr("%1 of %2 sources").arg(count(wanted)).arg(all) : QString();
}

void put(std::vector<Fact>& facts, const QString& name, const QString& words) {
  if (!words.isEmpty()) facts.emplace_back(name, words);
}

QString words_of(const Known<std::string>& text) {
  return text                                      ? format::text(*text)
         : text.reason() == Reason::not_applicable ? QString()
                                                   : format::sentence(text.reason());
}
}  // namespace

Sentence metrics_sentence(const Metrics& metrics) {
  if (metrics.rows.empty())
    return {Level::none,
            MetricsWords::tr("No metrics are collected"),
            {},
            MetricsWords::tr("What brokers, sinks and stores say of themselves is not seen.")};
  const auto silent = [](const MetricGroup& group) { return group.source.silent != Reason::none; };
  if (const MetricGroup* group = first(metrics, silent))
    return {group->source.silent == Reason::unreachable || group->source.silent == Reason::no_permission
                ? Level::warn
                : Level::unknown,
            MetricsWords::tr("%1 does not answer").arg(short_name(group->source.source)), of_sources(metrics, silent),
            MetricsWords::tr("What it measures now is unknown: %1").arg(why_silent(group->source))};
  const auto bare = [](const MetricGroup& group) { return group.signal_count == 0; };
  if (const MetricGroup* group = first(metrics, bare))
    return {Level::warn, MetricsWords::tr("Nothing matched of %1").arg(short_name(group->source.source)),
            of_sources(metrics, bare),
            MetricsWords::tr("It answers, but none of what it exposes is a signal that is known.")};
  std::int64_t unknown = 0;
  for (const auto& branch : metrics.rows) unknown += branch.parent.row.unknown;
  Sentence sentence{Level::fine, MetricsWords::tr("%n value(s)", nullptr, static_cast<int>(metrics.values())), {}, {}};
  if (unknown > 0) {
    sentence.level = Level::unknown;
    sentence.note = MetricsWords::tr("%1 unknown").arg(format::count(unknown));
  }
  const QString unseen = layers_unseen(metrics);
  sentence.detail = unseen.isEmpty() ? MetricsWords::tr("Every source answers.")
                                     : MetricsWords::tr("No source measures these layers: %1.").arg(unseen);
  return sentence;
}

QString no_metrics_words() {
  return MetricsWords::tr(
             "No metrics are collected. Name an endpoint in the profile:\n%1\nand start a collector: tidemark collect "
             "--profile FILE")
      .arg(QStringLiteral(
          "\"metrics\": [{ \"name\": \"brokers\", \"url\": \"http://b1:9404/metrics\", \"preset\": \"auto\" }]"));
}

std::vector<Fact> source_facts(const MetricGroup& group) {
  std::vector<Fact> facts;
  const MetricSource& source = group.source;
  put(facts, MetricsWords::tr("cluster"), format::text(source.cluster.value()));
  put(facts, MetricsWords::tr("state"),
      source.silent == Reason::none ? MetricsWords::tr("answers") : format::sentence(source.silent));
  put(facts, MetricsWords::tr("error"), words_of(source.error));
  put(facts, MetricsWords::tr("asked last"), format::known(source.at, format::date_time));
  if (group.matched) {
    put(facts, MetricsWords::tr("signals"), format::count(group.signal_count));
    if (group.unknown > 0) put(facts, MetricsWords::tr("without a value"), format::count(group.unknown));
  } else {
    put(facts, MetricsWords::tr("not matched"), format::count(group.signal_count));
    put(facts, MetricsWords::tr("why"),
        MetricsWords::tr("It exposes no metric by which a preset knows these signals. What is exposed is read by: "
                         "tidemark metrics --parse FILE"));
  }
  for (const std::string& limit : source.limits) put(facts, MetricsWords::tr("limit"), format::text(limit));
  return facts;
}

std::vector<Fact> metric_facts(const MetricLine& line) {
  std::vector<Fact> facts;
  const MetricRow& row = line.row;
  put(facts, MetricsWords::tr("source"), format::text(row.source));
  put(facts, MetricsWords::tr("layer"), format::text(row.layer));
  if (!line.matched) {
    put(facts, MetricsWords::tr("not matched"),
        MetricsWords::tr("%1 exposes no metric that is known for it; it would tell of this layer.")
            .arg(format::text(row.source)));
    return facts;
  }
  put(facts, MetricsWords::tr("object"), format::text(row.object.value()));
  put(facts, MetricsWords::tr("value"),
      row.value ? metric_value(row.value, row.unit) : format::sentence(row.value.reason()));
  put(facts, MetricsWords::tr("scraped"), format::known(row.at, format::date_time));
  put(facts, MetricsWords::tr("metric"), words_of(row.metric));
  put(facts, MetricsWords::tr("preset"), words_of(row.preset));
  if (row.matched_series) put(facts, MetricsWords::tr("series"), format::count(*row.matched_series));
  return facts;
}

QString trend_title(const MetricTrend& trend) {
  return MetricsWords::tr("%1 of %2").arg(format::text(trend.of.signal.value()), format::text(trend.of.object.value()));
}

QString trend_note(const MetricTrend& trend) {
  const QString source = MetricsWords::tr("from %1").arg(short_name(trend.of.source));
  if (trend.points.empty()) return source + MetricsWords::tr(", nothing in this window");
  const TimedPoint& last = trend.points.back();
  return source + QStringLiteral(", ") +
         (last.value ? metric_value(value_at(trend, last), trend.unit) : format::sentence(last.value.reason()));
}

}  // namespace tidemark::views
