// SPDX-License-Identifier: GPL-3.0-or-later
// JudgedTable: one table, lake.orders, in a folder as a real writer has written it, watched by a TableSource on a clock
// that the test turns, beside a group and a log that are told; and what is then said of one of its partitions.
// Thread rule: one thread.
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <limits>
#include <memory>

#include "collectors/tables/table_source.h"
#include "models/analysis/alignment.h"
#include "tests/integration/tables/tables.h"
#include "tests/support/recorder.h"

namespace tidemark::testing {

// Of the partition, next offsets. The commit interval and its timeout are 10 s each: what waits longer than 40 s is
// late.
struct Beside {
  std::optional<std::int64_t> committed;  // none: there is no group
  std::int64_t high = 0;
  std::int64_t floor = 0;
};

class JudgedTable final {
 public:
  static constexpr Millis step{10'000};
  static constexpr int late = 8;  // polls that are more than the limit

  // `type`: of the catalog; its root is the test's folder, the table below it is "lake/orders".
  explicit JudgedTable(std::string type);

  CatalogProfile catalog;
  PipelineProfile pipeline;  // of the topic; its group is named where one is told
  TopicPartition partition{TopicName("orders"), PartitionId(0)};
  std::shared_ptr<MarkJoin> join;
  const PlainSecrets secrets;

  QString file(const QString& name) const { return folder_.filePath(name); }
  static constexpr int all = std::numeric_limits<int>::max();
  // The table as it is in a folder of tests/fixtures, of a log only what is up to and with number `last`. Files that
  // are not in it go, those that are the same stay.
  void put(const QString& fixture, int last = all);
  // The same of an Iceberg table that is one file of metadata; `last`: so many of its snapshots. In the Hadoop layout.
  void put_metadata(const QString& fixture, int last = all);
  void write(const QString& name, const QByteArray& bytes) const;

  // So many polls of everything.
  void poll(const Beside& beside, int polls = late);
  // A sink instead of a catalog.
  void watch(std::unique_ptr<Source> source) { source_ = std::move(source); }
  AlignRow row() const;

  class Turned final : public Clock {
   public:
    LocalTime now() const override { return now_; }
    MonoTime mono() const override { return MonoTime(now_.time_since_epoch()); }
    std::string boot() const override { return "test"; }
    bool wait(std::stop_token stop, Millis) const override { return !stop.stop_requested(); }
    void turn(Millis by) { now_ += by; }

   private:
    LocalTime now_ = local_time(1'795'400'000'000);
  };
  Turned clock;
  test::Recorder recorder;

 private:
  void tell(const Beside& beside);

  QTemporaryDir folder_;
  std::unique_ptr<Source> source_;
  int metadata_ = 0;  // files of it
};

}  // namespace tidemark::testing
