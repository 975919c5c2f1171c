// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a TCP connection, says nothing on it and closes it with its object. Blocks up to the limit; a stop ends it
// within 250 ms. One thread. Errors: `unreachable`, `cancelled`.
#pragma once

#include <stop_token>
#include <utility>
#include <vector>

#include "collectors/reach/resolve.h"

namespace tidemark::reach {

class Socket final {
 public:
  explicit Socket(int handle) : handle_(handle) {}
  Socket(Socket&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Socket();
  int handle() const { return handle_; }

 private:
  int handle_;
};

struct Line {
  Socket socket;
  IpAddress address;  // that took it
};

// The first of the addresses that takes it, tried one after the other.
Result<Line> dial(const std::vector<IpAddress>& addresses, std::uint16_t port, Millis limit, std::stop_token stop);

}  // namespace tidemark::reach
