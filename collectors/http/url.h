// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses: what may be asked, how text goes into one, and what of one may be printed.
// Pure functions; any thread. Text is UTF-8 bytes.
#pragma once

#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace tidemark {

// Every byte but letters, digits and "-._~" as %XX: a path segment or a query's key or value.
std::string percent_encode(std::string_view text);
// The same for a path of several segments: '/' stays.
std::string percent_encode_path(std::string_view path);
// The query of an address as AWS signs it: pairs sorted by bytes, every one with its '=', encoded once. Without '?'.
std::string canonical_query(std::string_view query);

// Nothing but http and https, with a host, without "user:password@" and control characters. Error: `usage`.
Result<> check_url(const std::string& url);
// "https://host:8083" with the port that the scheme stands for: what two addresses share that may share credentials.
// Empty for what is no address.
std::string origin(const std::string& url);
// The address without "user:password@"; empty for what is no address.
std::string without_user(const std::string& url);
// What an error calls an address: without query and fragment, which may carry secrets.
std::string printable_url(std::string_view url);

}  // namespace tidemark
