// SPDX-License-Identifier: GPL-3.0-or-later
// Branch: a row with the rows below it, each with the key it keeps from one poll to the next and the text it is found
// by. What views show as trees (topics with their readers, groups with their partitions) and, without rows below, as
// tables. Made beside the analysis, off the GUI thread; shared as shared_ptr<const>. Value types; no thread rule.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/analysis/freshness.h"
#include "models/analysis/groups.h"
#include "models/analysis/lag.h"
#include "models/analysis/sources.h"
#include "models/analysis/topic_map.h"
#include "models/analysis/topics.h"

namespace tidemark {

template <class Row>
struct Keyed {
  std::string key;   // unique among its siblings, the same for the same thing in every poll
  std::string text;  // in lower case (ASCII), for the filter
  Row row;
};

template <class Parent, class Child>
struct Branch {
  Keyed<Parent> parent;
  std::vector<Keyed<Child>> children;
};

struct NoRow {};

// A group and the sum of what its partitions have unread, over those where that is known.
struct LagGroup {
  GroupRow row;
  Known<std::int64_t> unread = Reason::no_commit;
  std::int64_t unread_known = 0;
};

// A topic, the reader that has most unread in it, and what the paths over it require of its configuration.
struct ReadTopic {
  TopicRow row;
  Known<std::int64_t> unread = Reason::not_applicable;
  std::string unread_by;
  std::vector<TopicNeed> needs;  // empty where no path runs over it
};

using LagBranches = std::vector<Branch<LagGroup, LagRow>>;
using TopicBranches = std::vector<Branch<ReadTopic, FreshnessRow>>;
using SourceBranches = std::vector<Branch<SourceRow, NoRow>>;

// The order of the rows is kept. Rows without a parent (a lag row of a group that is not listed) are left out.
LagBranches branches(std::vector<GroupRow> groups, const std::vector<LagRow>& lag);
TopicBranches branches(std::vector<TopicRow> topics, const std::vector<FreshnessRow>& readers,
                       std::vector<TopicNeed> needs = {});
SourceBranches branches(std::vector<SourceRow> sources);

}  // namespace tidemark
