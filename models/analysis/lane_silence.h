// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a source still answers for a time, and why not. Room-internal. Thread rule: none, pure function.
#pragma once

#include <string_view>

#include "models/domain/snapshot.h"

namespace tidemark {

// Why the newest poll of a source's lanes of that name does not answer for `at`; `none` where it does.
Reason silence_of(const Snapshot& snapshot, std::size_t source, std::string_view lane, LocalTime at);
// Of the newest poll of any of its lanes; `not-applicable`: it had none.
Known<std::string> last_error(const Snapshot& snapshot, std::size_t source, LocalTime at);

}  // namespace tidemark
