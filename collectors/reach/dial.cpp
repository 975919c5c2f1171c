// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/reach/dial.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "collectors/reach/patience.h"

namespace tidemark::reach {
namespace {
// The address with its port put in.
void put_port(sockaddr_storage& address, std::uint16_t port) {
  // Both kinds have it at the same place, after the family.
  static_assert(offsetof(sockaddr_in, sin_port) == offsetof(sockaddr_in6, sin6_port));
  const std::uint16_t network = htons(port);
  std::memcpy(reinterpret_cast<char*>(&address) + offsetof(sockaddr_in, sin_port), &network, sizeof network);
}

int error_of(int handle) {
  int error = 0;
  socklen_t size = sizeof error;
  if (getsockopt(handle, SOL_SOCKET, SO_ERROR, &error, &size) != 0) return errno;
  return error;
}

// 0: connected; ETIMEDOUT and ECANCELED where patience ended.
int connect_to(int handle, const IpAddress& at, std::uint16_t port, const Patience& patience) {
  sockaddr_storage address = at.address;
  put_port(address, port);
  if (connect(handle, reinterpret_cast<const sockaddr*>(&address), at.length) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  while (!patience.spent()) {
    pollfd wait{handle, POLLOUT, 0};
    if (poll(&wait, 1, patience.slice_ms()) > 0) return error_of(handle);
  }
  return patience.stopped() ? ECANCELED : ETIMEDOUT;
}

std::unexpected<Error> refusal(int error, const std::string& where, Millis limit) {
  switch (error) {
    case ECANCELED:
      return fail(ErrorCode::cancelled, "stopped", where);
    case ECONNREFUSED:
      return fail(ErrorCode::unreachable, "the connection is refused: nothing listens at this port", where,
                  "check the port, and that the service runs");
    case ETIMEDOUT:
      return fail(ErrorCode::unreachable, fmt::format("nobody takes the connection within {} ms", limit.count()), where,
                  "check the address, and whether a firewall lets this machine through");
    case EHOSTUNREACH:
    case ENETUNREACH:
      return fail(ErrorCode::unreachable, "there is no route to the host", where, "check the network of this machine");
    default:
      return fail(ErrorCode::unreachable, std::strerror(error), where, "check the address and the network");
  }
}
}  // namespace

Socket::~Socket() {
  if (handle_ >= 0) close(handle_);
}

Result<Line> dial(const std::vector<IpAddress>& addresses, std::uint16_t port, Millis limit, std::stop_token stop) {
  const Patience patience(limit, std::move(stop));
  int error = ETIMEDOUT;
  std::string where;
  for (const IpAddress& address : addresses) {
    if (patience.spent() && !where.empty()) break;
    Socket socket(::socket(address.address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    where = address.text() + " port " + std::to_string(port);
    error = socket.handle() < 0 ? errno : connect_to(socket.handle(), address, port, patience);
    if (error == 0) return Line{std::move(socket), address};
  }
  return refusal(error, where, limit);
}

}  // namespace tidemark::reach
