// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/topics/topics_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/items/format.h"
#include "models/items/topic_model.h"

namespace tidemark::views {
namespace {
struct TopicsWords {
  Q_DECLARE_TR_FUNCTIONS(TopicsWords)
};

constexpr std::size_t most_paths = 6;

QString words_of(const Known<std::string>& text) {
  return text ? format::text(*text) : TopicsWords::tr("unknown (%1)").arg(format::sentence(text.reason()));
}

QString paths_of(const std::vector<std::string>& paths) {
  QStringList names;
  for (std::size_t i = 0; i < std::min(paths.size(), most_paths); ++i) names.append(format::text(paths[i]));
  if (paths.size() > most_paths)
    names.append(TopicsWords::tr("and %n more", nullptr, static_cast<int>(paths.size() - most_paths)));
  return names.join(QStringLiteral(", "));
}

QString need_words(const TopicNeed& need) {
  QString words;
  if (need.met && *need.met)
    words = TopicsWords::tr("%1 is enough, %2 required");
  else if (need.met)
    words = TopicsWords::tr("%1 is not enough, %2 required");
  else
    words = TopicsWords::tr("cannot be told: configured is %1, required %2");
  words = words.arg(words_of(need.configured), words_of(need.required));
  if (!need.why.empty()) words += QLatin1Char('\n') + format::text(need.why);
  if (!need.by.empty()) words += QLatin1Char('\n') + TopicsWords::tr("for %1").arg(paths_of(need.by));
  return words;
}
}  // namespace

std::vector<Fact> topic_facts(const ReadTopic& topic) {
  std::vector<Fact> facts;
  const NeedCount found = count(topic.needs);
  facts.emplace_back(
      TopicsWords::tr("required"),
      topic.needs.empty() ? TopicsWords::tr("nothing: no path runs over it")
      : found.unmet > 0   ? TopicsWords::tr("%1 of %2 settings are not met").arg(found.unmet).arg(found.all)
      : found.unknown > 0 ? TopicsWords::tr("%1 of %2 settings are unknown").arg(found.unknown).arg(found.all)
                          : TopicsWords::tr("all %n setting(s) are met", nullptr, found.all));
  for (const TopicNeed& need : topic.needs) facts.emplace_back(format::text(need.setting), need_words(need));
  return facts;
}

}  // namespace tidemark::views
