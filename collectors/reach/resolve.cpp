// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/reach/resolve.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>

#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "collectors/reach/patience.h"

namespace tidemark::reach {
namespace {
constexpr std::size_t most_addresses = 8;

struct ListFree {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};

struct Answer {
  int error = 0;
  std::vector<IpAddress> addresses;
};

Answer ask(const std::string& host) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* raw = nullptr;
  Answer answer;
  answer.error = getaddrinfo(host.c_str(), nullptr, &hints, &raw);
  const std::unique_ptr<addrinfo, ListFree> list(raw);
  if (answer.error != 0) return answer;
  for (const addrinfo* entry = list.get(); entry && answer.addresses.size() < most_addresses; entry = entry->ai_next) {
    IpAddress& address = answer.addresses.emplace_back();
    address.length = std::min<socklen_t>(entry->ai_addrlen, sizeof address.address);
    std::memcpy(&address.address, entry->ai_addr, address.length);
  }
  return answer;
}

// What outlives an asker who has lost patience.
struct Pending {
  std::mutex mutex;
  std::condition_variable ready;
  std::optional<Answer> answer;  // guarded by mutex
};

std::optional<Answer> ask_within(const std::string& host, const Patience& patience) {
  const auto pending = std::make_shared<Pending>();
  std::thread([pending, host] {
    Answer answer = ask(host);
    const std::lock_guard lock(pending->mutex);
    pending->answer = std::move(answer);
    pending->ready.notify_all();
  }).detach();
  std::unique_lock lock(pending->mutex);
  while (!pending->answer && !patience.spent())
    pending->ready.wait_for(lock, Millis(patience.slice_ms()), [&] { return pending->answer.has_value(); });
  return pending->answer;
}

bool is_private(std::uint32_t address) {
  const auto in = [&](std::uint32_t net, int bits) { return (address ^ net) >> (32 - bits) == 0; };
  return in(0x0a000000, 8) || in(0xac100000, 12) || in(0xc0a80000, 16) || in(0xa9fe0000, 16) || in(0x64400000, 10);
}
}  // namespace

std::string IpAddress::text() const {
  char host[NI_MAXHOST] = "";
  const auto* any = reinterpret_cast<const sockaddr*>(&address);
  if (getnameinfo(any, length, host, sizeof host, nullptr, 0, NI_NUMERICHOST) != 0) return {};
  return host;
}

std::string_view IpAddress::zone() const {
  bool here = false, near = false;
  if (address.ss_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    const std::uint32_t number = ntohl(four.sin_addr.s_addr);
    here = number >> 24 == 127;
    near = is_private(number);
  } else if (address.ss_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &address, sizeof six);
    here = IN6_IS_ADDR_LOOPBACK(&six.sin6_addr);
    near = IN6_IS_ADDR_LINKLOCAL(&six.sin6_addr) || (six.sin6_addr.s6_addr[0] & 0xfe) == 0xfc;
  }
  return here ? "this machine" : near ? "private network" : "public network";
}

Result<std::vector<IpAddress>> resolve(const std::string& host, Millis limit, std::stop_token stop) {
  const Patience patience(limit, std::move(stop));
  auto answer = ask_within(host, patience);
  if (patience.stopped()) return fail(ErrorCode::cancelled, "stopped", host);
  if (!answer || answer->error == EAI_AGAIN)
    return fail(ErrorCode::unreachable, "the name server does not answer", host,
                "check the name server of this machine, or write the address as a number");
  if (answer->error != 0 || answer->addresses.empty())
    return fail(ErrorCode::unreachable, "the host name cannot be resolved", host,
                "correct the name, or have it added to the name server that this machine asks");
  return std::move(answer->addresses);
}

}  // namespace tidemark::reach
