// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps secrets out of what is printed, logged and stored. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

namespace tidemark {

// Whether the value of a setting with this name is a secret ("sasl.password", "api-key", "ssl.key.pem", …).
bool is_secret_key(std::string_view key);
// Text of others with what looks like a secret replaced: user:password@ in addresses, access keys, tokens, PEM blocks.
// Cut at 4 KiB.
std::string redacted(std::string_view text);
// The same for long texts, line by line: each line is cut, not the whole.
std::string redacted_lines(std::string_view text);
// The value of a setting of others: nothing of it where its key or the value itself is a secret. A reference to a
// provider of secrets ("${file:/etc/k:password}") stays.
std::string redacted_setting(std::string_view key, std::string_view value);

}  // namespace tidemark
