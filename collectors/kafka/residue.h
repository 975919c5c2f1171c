// SPDX-License-Identifier: GPL-3.0-or-later
// Residue: is there a readable record between a group's offset and the log's end, or only what no reader ever gets:
// transaction markers, records of aborted transactions, holes of compaction? One bounded read from that offset tells: a
// record, or the end without one. The client assigns nothing, joins nothing and commits nothing; no payload is kept. It
// runs on a thread of its own, up to 100 partitions at once, the smallest gaps first (a marker is a gap of one), and
// only where the profile allows to read records. Thread rule: every member from any thread; the reads are made by the
// prober's own thread.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "collectors/kafka/handle.h"
#include "models/domain/ids.h"
#include "models/domain/words.h"

namespace tidemark {

struct ResidueQuestion {
  TopicPartition partition;
  std::int64_t from = 0;  // the group's offset
  std::int64_t to = 0;    // the high mark
  auto operator<=>(const ResidueQuestion&) const = default;
};

class ResidueProber final {
 public:
  explicit ResidueProber(ClientConfig config);
  ~ResidueProber();

  // What a read has told, or not-probed while it is still to be made. A read that told nothing in time is made again,
  // three times in all.
  Known<Residue> answer(const ResidueQuestion& question);
  // Forgets answers that no sweep has asked for since the last call.
  void forget_unasked();
  // Where records are missing by compaction rather than by transactions. Topic names.
  void set_compacted(std::vector<std::string> topics);

 private:
  struct Entry {
    Known<Residue> answer = Reason::not_probed;
    bool asked = true;
    bool waiting = true;
    int reads = 0;
  };
  using Batch = std::map<TopicPartition, ResidueQuestion>;
  void work(std::stop_token stop);
  // At most one question per partition. Needs the mutex.
  Batch next_batch() const;
  void read(const Handle& handle, Batch batch, std::stop_token stop);
  void put(const ResidueQuestion& question, Known<Residue> answer);
  Known<Residue> at_the_end(const TopicPartition& partition);

  const ClientConfig config_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::map<ResidueQuestion, Entry> answers_;
  std::size_t waiting_ = 0;
  std::vector<std::string> compacted_;
  std::jthread thread_;
};

}  // namespace tidemark
