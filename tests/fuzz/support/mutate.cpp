// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/support/mutate.h"

#include <array>
#include <cstdlib>
#include <string_view>

namespace tidemark::test {
namespace {
// The first ones stand for any value.
constexpr std::size_t values = 9;
constexpr std::array common =
    std::to_array<const char*>({"null", "-1", "9223372036854775807", "9223372036854775808", "1e308", "[]", "{}", "\"\"",
                                "true", "\n", "\\u0000", "\xff", "[[[["});
constexpr std::string_view digits = "0123456789";
}  // namespace

Mutator::Mutator(unsigned seed, std::span<const char* const> words)
    : random_(seed), words_(common.begin(), common.end()) {
  words_.insert(words_.end(), words.begin(), words.end());
}

std::string Mutator::operator()(std::string text) {
  for (auto times = below(7); times > 0 && !text.empty(); --times) damage(text);
  return text;
}

void Mutator::damage(std::string& text) {
  const std::size_t at = below(text.size());
  switch (below(6)) {
    case 0:
      text[at] = static_cast<char>(random_());
      break;
    case 1:
      text.resize(at);
      break;
    case 2:
      text.insert(at, words_[below(words_.size())]);
      break;
    case 3:
      text.erase(at, below(40));
      break;
    case 4: {  // one of its own parts again: ids twice, cycles of parents
      const std::string part = text.substr(below(text.size()), below(200));
      text.insert(at, part);
      break;
    }
    default: {  // another value instead of the next number
      const std::size_t digit = text.find_first_of(digits, at);
      if (digit == std::string::npos) break;
      text.replace(digit, text.find_first_not_of(digits, digit) - digit, words_[below(values)]);
    }
  }
}

std::int64_t milliseconds_of(int parts) {
  constexpr int slice = 4;
  int seconds = 0;
  if (const char* wanted = std::getenv("TIDEMARK_FUZZ_SECONDS")) seconds = std::atoi(wanted);
  return (seconds > 0 ? seconds : slice) * 1000 / parts;
}

}  // namespace tidemark::test
