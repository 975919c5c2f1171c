// SPDX-License-Identifier: GPL-3.0-or-later
// TableState: one table from poll to poll: its newest reading in short, which versions have been told, which ones the
// branch has left, and what of it goes into a poll. A table that cannot be read keeps what is known and says why it is
// not known now. Thread rule: one thread at a time; take() of different tables at once.
#pragma once

#include <deque>
#include <set>
#include <stop_token>

#include "collectors/core/mark_recorder.h"
#include "collectors/tables/catalog.h"
#include "collectors/tables/fact_recorder.h"
#include "collectors/tables/marks.h"

namespace tidemark {

struct TableRules {
  ReadRules read;
  std::optional<Millis> interval;  // of commits, as configured
  std::optional<Millis> timeout;
};

class TableState final {
 public:
  static constexpr std::size_t kept_versions = 64;
  static constexpr std::size_t remembered = 256;

  // `before`: the id of a table of this name that has gone; another one in its place is seen as such.
  TableState(TableName table, TableRules rules, std::string before = {})
      : table_(std::move(table)),
        object_("table:" + table_.value()),
        rules_(std::move(rules)),
        uuid_(std::move(before)) {}

  const TableName& table() const { return table_; }
  const std::string& uuid() const { return uuid_; }
  ReadRules rules() const;
  const std::string& tag() const { return tag_; }
  // What a load brought. The answer's error is kept for record().
  void take(TableLoad load);

  // States, marks, and at most `most` commits, which count as told after delivered().
  void record(Poll& poll, MarkRecorder& marks, FactRecorder& facts, MarkJoin* join, std::string_view format,
              std::size_t most, std::stop_token stop);
  void delivered();
  // The table is there no more.
  void bury(Poll& poll, MarkRecorder& marks, FactRecorder& facts);

 private:
  void take_reading(TableReading reading);
  void note_left(const TableReading& reading);
  void keep(TableReading& reading);
  void queue_versions(std::vector<TableVersion>& versions);
  void apply_commits(const TableMarks& found);
  TableView view(std::stop_token stop) const;
  TableMarks marks_of(MarkJoin* join, std::stop_token stop) const;
  void put_marks(Poll& poll, MarkRecorder& marks, const TableMarks& found) const;
  void put_facts(Poll& poll, FactRecorder& recorder);
  Reason failure_reason() const;
  void put_carried(Poll& poll, std::string_view format);
  void say(Poll& poll, std::string_view aspect, std::string value);

  const TableName table_;
  const Object object_;
  const TableRules rules_;
  std::string tag_;
  bool read_ = false;
  std::optional<Error> failure_;
  bool failure_denied_ = false;

  std::string uuid_;  // as last read
  std::string writer_, control_topic_, group_, unknown_why_, help_;
  Reason unknown_reason_ = Reason::ambiguous;
  std::set<TopicPartition> open_;  // as in TableReading
  std::string open_why_;
  std::optional<TableMarks> marks_;  // as the format tells them
  TableFacts facts_;
  bool offsets_unread_ = true;          // nothing tells what its writer notes
  std::vector<Carried> carried_;        // of the last reading that brought some
  std::set<std::string> carried_keys_;  // that were told
  std::string carries_, mapping_;
  std::optional<std::string> head_;
  std::vector<TableVersion> versions_;  // newest first, at most kept_versions
  std::vector<std::string> branch_;     // ids, newest first, at most `remembered`
  std::optional<LakeTime> head_at_;
  std::vector<std::string> left_;  // oldest first, at most `remembered`
  std::string replaced_;           // how, where it was seen
  std::string told_head_;
  std::deque<TableCommit> pending_;  // oldest first
  std::size_t in_flight_ = 0;
  std::set<std::string, std::less<>> said_;  // aspects
};

}  // namespace tidemark
