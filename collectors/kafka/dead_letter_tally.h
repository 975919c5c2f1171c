// SPDX-License-Identifier: GPL-3.0-or-later
// DeadLetterTally: the causes of the dead letters of one topic, counted as their headers are read. At most 32 causes
// are told apart; the rest is counted as one.
// Thread rule: one thread at a time.
#pragma once

#include <map>
#include <string>

#include "collectors/kafka/dead_letter_headers.h"

namespace tidemark {

class DeadLetterTally final {
 public:
  static constexpr std::size_t most_causes = 32;
  struct Counted {
    DeadLetterCause cause;  // with the place of the first one
    std::int64_t count = 0;
    std::int32_t partition = 0;  // of the newest one
    std::int64_t offset = 0;
  };

  void add(DeadLetterHeaders headers, std::int32_t partition, std::int64_t offset);
  std::int64_t read() const { return read_; }
  // Whether any record had headers of a family: only dead letters have.
  bool proven() const { return proven_; }
  const std::map<std::string, Counted>& causes() const { return causes_; }  // by cause_id()

 private:
  std::int64_t read_ = 0;
  bool proven_ = false;
  std::map<std::string, Counted> causes_;
};

}  // namespace tidemark
