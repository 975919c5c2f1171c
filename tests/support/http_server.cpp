// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <optional>

namespace tidemark::testing {
namespace {
bool readable(int socket, int milliseconds) {
  pollfd waiting{socket, POLLIN, 0};
  return ::poll(&waiting, 1, milliseconds) > 0;
}

// Reads until `enough(buffer)`; false at the end of the connection or of the server.
template <class Enough>
bool read_until(int socket, const std::stop_token& stop, std::string& buffer, Enough enough) {
  while (!enough(buffer)) {
    if (stop.stop_requested()) return false;
    if (!readable(socket, 20)) continue;
    std::array<char, 4096> bytes{};
    const auto count = ::recv(socket, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    buffer.append(bytes.data(), static_cast<std::size_t>(count));
  }
  return true;
}

HttpSeen parse_head(std::string_view head) {
  HttpSeen seen;
  std::size_t line_end = head.find("\r\n");
  const std::string_view first = head.substr(0, line_end);
  const auto space = first.find(' ');
  seen.method = first.substr(0, space);
  seen.target = first.substr(space + 1, first.rfind(' ') - space - 1);
  while (line_end != std::string_view::npos) {
    head.remove_prefix(line_end + 2);
    line_end = head.find("\r\n");
    const std::string_view line = head.substr(0, line_end);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    std::string name(line.substr(0, colon)), value(line.substr(std::min(colon + 2, line.size())));
    seen.header_list.emplace_back(name, value);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    seen.headers[name] = value;
  }
  return seen;
}

std::optional<HttpSeen> read_request(int socket, const std::stop_token& stop) {
  std::string buffer;
  const auto head_end = [](const std::string& text) { return text.find("\r\n\r\n"); };
  if (!read_until(socket, stop, buffer, [&](const auto& text) { return head_end(text) != std::string::npos; }))
    return std::nullopt;
  const std::size_t head = head_end(buffer);
  HttpSeen seen = parse_head(std::string_view(buffer).substr(0, head + 2));
  const auto length = seen.headers.find("content-length");
  const std::size_t size = length == seen.headers.end() ? 0 : std::stoul(length->second);
  if (!read_until(socket, stop, buffer, [&](const auto& text) { return text.size() >= head + 4 + size; }))
    return std::nullopt;
  seen.body = buffer.substr(head + 4, size);
  return seen;
}
}  // namespace

bool HttpPeer::write(std::string_view bytes) {
  while (!bytes.empty() && open_ && !stop_.stop_requested()) {
    pollfd waiting{socket_, POLLOUT, 0};
    if (::poll(&waiting, 1, 20) <= 0) continue;
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count <= 0)
      open_ = false;
    else
      bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return bytes.empty();
}

bool HttpPeer::wait(int milliseconds) const {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
  while (std::chrono::steady_clock::now() < until) {
    if (stop_.stop_requested()) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

void HttpPeer::answer(int status, std::string_view body, const std::vector<std::string>& headers) {
  std::string text = "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " + std::to_string(body.size());
  for (const auto& header : headers) text += "\r\n" + header;
  write(text + "\r\n\r\n" + std::string(body));
}

HttpServer::HttpServer(Handler handler) : handler_(std::move(handler)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, any, size) != 0 || ::listen(listener_, 16) != 0) std::terminate();
  ::getsockname(listener_, any, &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this](std::stop_token stop) { listen(stop); });
}

HttpServer::~HttpServer() {
  thread_.request_stop();
  thread_.join();
  for (auto& connection : connections_) connection.request_stop();
  connections_.clear();
  ::close(listener_);
}

std::string HttpServer::url(std::string_view path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
}

std::vector<HttpSeen> HttpServer::seen() const {
  const std::lock_guard lock(mutex_);
  return seen_;
}

std::size_t HttpServer::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_.size();
}

void HttpServer::listen(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (!readable(listener_, 20)) continue;
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) continue;
    const std::lock_guard lock(mutex_);
    connections_.emplace_back([this, socket](std::stop_token end) { serve(socket, end); });
  }
}

void HttpServer::serve(int socket, const std::stop_token& stop) {
  HttpPeer peer(socket, stop);
  while (peer.open()) {
    const auto request = read_request(socket, stop);
    if (!request) break;
    {
      const std::lock_guard lock(mutex_);
      seen_.push_back(*request);
    }
    handler_(*request, peer);
  }
  ::shutdown(socket, SHUT_RDWR);
  ::close(socket);
}

}  // namespace tidemark::testing
