// SPDX-License-Identifier: GPL-3.0-or-later
// What a dead letter says of why it is one, and how a timeline keeps it. A topic has the aspect dead_letter_causes, a
// line per cause, and a few series: of the topic how many records were read and how many were not, of each cause how
// many of those read have it and where the newest of them stands. Counts begin with the reading: they are of records
// that were read, never of the topic.
// Pure functions; any thread. Times are ms since the epoch, by the clock of the record's timestamp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/names.h"

namespace tidemark {

struct DeadLetterCause {
  std::string family;       // who writes such headers: connect, streams, share-group, spring; empty: it has none
  std::string origin;       // the topic it came from; empty: not said
  std::string by;           // "connector:NAME" or "group:NAME"; empty: not said
  std::string error_class;  // of the innermost exception that is named; empty: not said
  std::string stage;        // of Connect: VALUE_CONVERTER …; "key" where only the key's exception is told
  // Numbers and quoted text taken out: it may quote the record. That of the first one that was read.
  std::string message;
  std::int32_t partition = 0;  // of the dead-letter topic: where the first one stands
  std::int64_t offset = 0;
  bool operator==(const DeadLetterCause&) const = default;
};

// Same words, same id. Message, partition and offset do not count, unless no class tells causes apart.
std::string cause_id(const DeadLetterCause& cause);
// One line, tabs between the fields; tabs and line breaks within are lost.
std::string cause_line(const DeadLetterCause& cause);
std::optional<DeadLetterCause> parse_cause(std::string_view line);

// The origin that the name of a dead-letter topic suggests ("orders" of "orders-dlq"), which may be empty; nothing
// where the name suggests none. A name proves nothing.
std::optional<std::string> suggested_origin(std::string_view topic);

namespace aspect {
inline constexpr std::string_view dead_letter_causes = "dead-letter-causes";  // topic
}  // namespace aspect

namespace signal {
inline const Signal dead_letters_read{"dead_letters_read"};
inline const Signal dead_letters_unread{"dead_letters_unread"};  // at most: holes and markers count
inline const Signal dead_letters_oldest{"dead_letters_oldest"};  // timestamp of the oldest record that is still there
Signal dead_letters(std::string_view cause);
Signal dead_letter_partition(std::string_view cause);  // of the newest one that was read
Signal dead_letter_offset(std::string_view cause);
}  // namespace signal

}  // namespace tidemark
