// SPDX-License-Identifier: GPL-3.0-or-later
// TopicTail: the records of one small topic (a control topic) from its beginning on, committed transactions only, and
// after that what is added, as often as read() is called. A client of its own; it assigns itself, joins no group and
// commits nothing. Of a partition with more than `most_records` only the newest are read.
// Thread rule: one thread. Offsets are log offsets; begins() and ends() are next offsets.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/commits.h"
#include "collectors/kafka/handle.h"
#include "models/domain/secret.h"

namespace tidemark {

struct TailRecord {
  std::int32_t partition = 0;
  std::int64_t offset = 0;
  std::span<const std::uint8_t> key;  // valid while the record is taken
  std::span<const std::uint8_t> value;
  std::int64_t time_ms = -1;  // of the record; -1: it has none
};

class TopicTail final {
 public:
  static constexpr std::int64_t most_records = 200'000;
  using Take = std::function<void(const TailRecord&)>;
  using Offsets = std::map<std::int32_t, std::int64_t>;  // by partition

  static Result<std::unique_ptr<TopicTail>> open(const ClusterProfile& profile, const SecretResolver& secrets,
                                                 std::string topic);
  ~TopicTail();

  // Takes what is there, for at most `budget`. True: all partitions were at their ends. Unknown: the topic cannot be
  // read, and why; the next call tries again.
  Known<bool> read(std::chrono::milliseconds budget, std::stop_token stop, const Take& take);
  // Where committed data of a partition ends now, asked anew: ends() is what read() came to, which may be a moment ago.
  Known<std::int64_t> end_now(std::int32_t partition) const;
  // How often the topic was found to be another one than before (deleted and made again): all that was taken is void.
  int restarts() const { return restarts_; }
  const Offsets& begins() const { return begins_; }
  const Offsets& ends() const { return ends_; }
  // The offsets that a group has committed for this topic; none committed is an empty map.
  Known<Offsets> committed(const std::string& group, std::stop_token stop);

 private:
  struct Reading;
  TopicTail(std::unique_ptr<Handle> handle, std::string topic);
  Reason begin();
  void end();
  bool at_end() const;

  const std::string topic_;
  Pool pool_;
  BrokerHealth health_;
  std::atomic<std::int64_t> requests_ = 0;
  Calls calls_;
  std::shared_ptr<Handle> handle_;
  std::unique_ptr<CommitReader> commits_;
  std::unique_ptr<Reading> reading_;
  Offsets begins_, next_, ends_;
  int restarts_ = 0;
};

}  // namespace tidemark
