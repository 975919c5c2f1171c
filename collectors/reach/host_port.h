// SPDX-License-Identifier: GPL-3.0-or-later
// A host and a port, as "host:port", "[::1]:9092" or "host" say them. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark::reach {

struct HostPort {
  std::string host;  // without brackets
  std::uint16_t port = 0;
  auto operator<=>(const HostPort&) const = default;
  std::string text() const;  // "[::1]:9092"
};

// An address without a port, or with one that is none, has the default's.
HostPort host_port(std::string_view text, std::uint16_t default_port);
// Of a list with commas.
std::vector<HostPort> host_ports(std::string_view list, std::uint16_t default_port);

}  // namespace tidemark::reach
