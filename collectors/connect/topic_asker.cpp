// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/connect/topic_asker.h"

#include <algorithm>

#include "collectors/http/url.h"

namespace tidemark {
namespace {
constexpr Millis interval = std::chrono::minutes(5);
constexpr Millis rest = std::chrono::minutes(30);
constexpr Millis patience{2000};  // for all of one round
}  // namespace

void TopicAsker::ask(std::stop_token stop, HttpClient& http, const std::string& base,
                     const std::vector<ConnectorStatus>& connectors, MonoTime now, Poll& poll) {
  std::set<std::string, std::less<>> names;
  std::vector<std::pair<std::optional<MonoTime>, std::string>> due;
  for (const ConnectorStatus& connector : connectors) {
    names.insert(connector.raw_name);
    const auto& asked = entries_[connector.raw_name].asked;
    if (!asked || now - *asked >= interval) due.emplace_back(asked, connector.raw_name);
  }
  std::erase_if(entries_, [&](const auto& entry) { return !names.contains(entry.first); });
  if (!tracked_ && now < ask_again_) return;
  std::ranges::sort(due);
  if (due.size() > at_once) due.resize(at_once);
  Millis spent{0};
  for (const auto& [asked, name] : due) {
    if (stop.stop_requested() || spent >= patience) return;
    const auto reply =
        http.send({.url = base + "/connectors/" + percent_encode(name) + "/topics", .total = patience - spent}, stop);
    spent += reply.took;
    poll.cost.requests += reply.requests;
    poll.cost.bytes += reply.bytes();
    tracked_ = reply.status != 403;
    if (!tracked_) {
      ask_again_ = now + rest;
      return;
    }
    Entry& entry = entries_[name];
    entry.asked = now;
    if (!reply.ok()) continue;  // what was known is still the best there is: topics are only added
    if (auto topics = parse_topics(reply.body)) entry.topics = std::move(*topics);
  }
}

const std::vector<std::string>* TopicAsker::used_by(const ConnectorStatus& connector) const {
  const auto found = entries_.find(connector.raw_name);
  return found != entries_.end() && found->second.topics ? &*found->second.topics : nullptr;
}

}  // namespace tidemark
