// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/deadletters/dead_letter_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/items/dead_letter_model.h"
#include "models/items/format.h"

namespace tidemark::views {
namespace {
struct DeadLetterWords {
  Q_DECLARE_TR_FUNCTIONS(DeadLetterWords)
};

constexpr int longest_name = 48;

QString names_of(const std::set<std::string>& names) {
  QStringList out;
  for (const std::string& name : names) out << format::text(name);
  return out.join(QLatin1Char('\n'));
}

// "orders-dlq takes 0.5/s that came from orders: DataException."
QString worst_words(const DeadLetterRow& row) {
  const QString topic = format::middle(format::text(row.place.topic.value()), longest_name);
  const QString rate = format::known(row.rate, [](double value) { return format::rate(value); });
  QString out = row.origin ? DeadLetterWords::tr("%1 takes %2 of what came from %3")
                                 .arg(topic, rate, format::middle(format::text(*row.origin), longest_name))
                           : DeadLetterWords::tr("%1 takes %2").arg(topic, rate);
  if (!row.causes.empty())
    out +=
        DeadLetterWords::tr(", most for %1").arg(format::middle(class_words(row.causes.front().cause), longest_name));
  return DeadLetterWords::tr("%1.").arg(out);
}

QString read_words(const DeadLetterRow& row) {
  if (!row.may_read)
    return DeadLetterWords::tr(
        "Not read. Why they failed stands in their headers; write this to the cluster in the "
        "profile:\n\"read\": [\"dead-letters\"]");
  if (!row.read) return DeadLetterWords::tr("Not read: %1.").arg(format::sentence(row.read.reason()));
  if (row.unread && *row.unread > 0)
    return DeadLetterWords::tr("%1 records; up to %2 were not read")
        .arg(format::count(*row.read), format::count(*row.unread));
  return DeadLetterWords::tr("all, %1 records").arg(format::count(*row.read));
}

QString family_words(const std::string& family) {
  if (family == "connect") return QStringLiteral("Kafka Connect");
  if (family == "streams") return QStringLiteral("Kafka Streams");
  if (family == "spring") return QStringLiteral("Spring Kafka");
  if (family == "share-group") return DeadLetterWords::tr("a share group");
  return DeadLetterWords::tr(
      "No header of a family that is known. Of a connector: "
      "errors.deadletterqueue.context.headers.enable is false unless it is set.");
}
}  // namespace

Sentence dead_letter_sentence(const DeadLetterBranches& rows) {
  if (rows.empty())
    return {Level::fine, DeadLetterWords::tr("No dead letters"), {}, DeadLetterWords::tr("No topic takes any.")};
  const auto filling = std::ranges::count_if(
      rows, [](const auto& branch) { return branch.parent.row.rate && *branch.parent.row.rate > 0; });
  const auto unknown = std::ranges::count_if(rows, [](const auto& branch) { return !branch.parent.row.depth_upper; });
  std::int64_t depth = 0;
  for (const auto& branch : rows) depth += branch.parent.row.depth_upper.value_or(0);
  Sentence sentence;
  sentence.note = DeadLetterWords::tr("%n topic(s)", nullptr, static_cast<int>(rows.size()));
  if (unknown > 0) sentence.note += DeadLetterWords::tr(", %1 not known").arg(unknown);
  if (filling > 0) {
    sentence.level = Level::warn;
    sentence.title = DeadLetterWords::tr("%n topic(s) filling", nullptr, static_cast<int>(filling));
    sentence.detail = worst_words(rows.front().parent.row);
    return sentence;
  }
  sentence.level = unknown > 0 ? Level::unknown : depth > 0 ? Level::none : Level::fine;
  sentence.title = depth > 0     ? DeadLetterWords::tr("Up to %1 dead letters").arg(format::count(depth))
                   : unknown > 0 ? DeadLetterWords::tr("Dead letters unknown")
                                 : DeadLetterWords::tr("No dead letters");
  sentence.detail = unknown > 0 ? DeadLetterWords::tr("Not every topic that takes them can be seen.")
                                : DeadLetterWords::tr("None came in the last two minutes.");
  return sentence;
}

QString how_they_are_known() {
  return DeadLetterWords::tr(
      "No topic takes dead letters, as far as can be seen.\nOne is known by the configuration of a connector "
      "(errors.deadletterqueue.topic.name) or of the topic (errors.deadletterqueue.group.enable), by “dead_letter” of "
      "a pipeline in the profile, by its records' headers, or suggested by its name, as orders-dlq is.\nRecorded by: "
      "tidemark collect --profile FILE");
}

std::vector<Fact> dead_letter_facts(const DeadLetterRow& row) {
  std::vector<Fact> facts;
  const auto put = [&](const QString& name, const QString& words) {
    if (!words.isEmpty()) facts.emplace_back(name, words);
  };
  put(DeadLetterWords::tr("known by"), proof_words(row.place.proof));
  put(DeadLetterWords::tr("from"), names_of(row.place.origins));
  if (!row.suggested_origin.empty()) put(DeadLetterWords::tr("perhaps from"), format::text(row.suggested_origin));
  put(DeadLetterWords::tr("written by"), names_of(row.place.writers));
  put(DeadLetterWords::tr("headers read"), read_words(row));
  if (row.compacted) put(DeadLetterWords::tr("clean-up"), DeadLetterWords::tr("compacted: fewer records than offsets"));
  if (row.oldest_age_method == Known<AgeMethod>(AgeMethod::record))
    put(DeadLetterWords::tr("oldest"),
        DeadLetterWords::tr("By the time that the record carries. Connect keeps that of the record that failed."));
  if (!row.oldest_age && row.oldest_age.reason() != Reason::not_applicable)
    put(DeadLetterWords::tr("oldest"), format::sentence(row.oldest_age.reason()));
  return facts;
}

std::vector<Fact> cause_facts(const DeadLetterRow& row, const DeadLetterCount& one) {
  std::vector<Fact> facts;
  const auto put = [&](const QString& name, const QString& words) {
    if (!words.isEmpty()) facts.emplace_back(name, words);
  };
  const DeadLetterCause& cause = one.cause;
  put(DeadLetterWords::tr("exception"), format::text(cause.error_class));
  put(DeadLetterWords::tr("stage"), format::text(cause.stage));
  put(DeadLetterWords::tr("message"), format::text(cause.message));
  put(DeadLetterWords::tr("headers of"), family_words(cause.family));
  put(DeadLetterWords::tr("records"), format::known(one.n, format::count));
  put(DeadLetterWords::tr("first read at"), place_words(row, cause.partition, cause.offset));
  if (one.last_partition && one.last_offset)
    put(DeadLetterWords::tr("last read at"), place_words(row, *one.last_partition, *one.last_offset));
  put(DeadLetterWords::tr("from"), format::text(cause.origin));
  put(DeadLetterWords::tr("written by"), format::text(cause.by));
  return facts;
}

}  // namespace tidemark::views
