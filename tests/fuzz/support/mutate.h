// SPDX-License-Identifier: GPL-3.0-or-later
// Mutator: texts damaged at random, the same ones for the same seed. Thread rule: one thread.
#pragma once

#include <random>
#include <span>
#include <string>
#include <vector>

namespace tidemark::test {

class Mutator final {
 public:
  // `words` of the format are put in beside numbers out of range and broken pieces.
  Mutator(unsigned seed, std::span<const char* const> words);
  // Up to six damages: bytes, an end cut off, words, parts left out or twice, other values for numbers. Now and then
  // none.
  std::string operator()(std::string text);
  const std::string& any_of(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }
  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  void damage(std::string& text);
  std::mt19937_64 random_;
  std::vector<const char*> words_;
};

// How long one of `parts` tests of a program runs: TIDEMARK_FUZZ_SECONDS, or a slice of four seconds, shared.
std::int64_t milliseconds_of(int parts);

}  // namespace tidemark::test
