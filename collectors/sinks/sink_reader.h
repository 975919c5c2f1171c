// SPDX-License-Identifier: GPL-3.0-or-later
// SinkReader: asks one sink what the profile wants to know of it, whatever it speaks; a port with one implementation
// per type. It only reads. Thread rule: one thread at a time. A stop ends a call within 250 ms.
#pragma once

#include <array>
#include <memory>

#include "collectors/sinks/found_age.h"
#include "collectors/tables/catalog.h"

namespace tidemark {

enum class SinkQuestion : std::uint8_t {
  offsets,  // topic, partition, offset
  age,      // how old is what it finds
  canary,   // how old the document of a known key is
  found,    // whether a key is still found
  models,   // how many documents are of which model
};
inline constexpr std::array sink_questions{SinkQuestion::offsets, SinkQuestion::age, SinkQuestion::canary,
                                           SinkQuestion::found, SinkQuestion::models};
// As a profile's `asks` has it.
constexpr std::string_view word(SinkQuestion question) {
  constexpr std::array<std::string_view, sink_questions.size()> words{"offsets", "age", "canary", "found", "models"};
  return words[static_cast<std::size_t>(question)];
}

// What the profile says in SQL for it; empty: nothing.
const std::string& statement_of(const SinkProfile& profile, SinkQuestion question);

class SinkReader {
 public:
  virtual ~SinkReader() = default;
  // Whether the profile asks it.
  virtual bool knows(SinkQuestion question) const = 0;
  virtual CatalogAnswer probe(std::stop_token stop) = 0;
  // `key`: of `found`.
  virtual SqlReply rows(SinkQuestion question, const std::string& key, std::stop_token stop) = 0;
  // Of `age` and `canary`.
  virtual FoundAge age(SinkQuestion question, std::stop_token stop) = 0;
};

}  // namespace tidemark
