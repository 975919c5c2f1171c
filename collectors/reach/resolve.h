// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the system for the addresses of a host. Blocks up to the limit; a stop ends it within 250 ms, while the name
// server's answer is left to a thread that nobody waits for. Any thread. Errors: `unreachable`, `cancelled`.
#pragma once

#include <sys/socket.h>

#include <stop_token>
#include <string>
#include <vector>

#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark::reach {

struct IpAddress {
  sockaddr_storage address{};
  socklen_t length = 0;
  std::string text() const;       // "127.0.0.1"
  std::string_view zone() const;  // "this machine", "private network", "public network"
};

// At most eight, as the system orders them.
Result<std::vector<IpAddress>> resolve(const std::string& host, Millis limit, std::stop_token stop);

}  // namespace tidemark::reach
