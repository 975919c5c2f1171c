// SPDX-License-Identifier: GPL-3.0-or-later
// HttpServer: a real HTTP/1.1 server on loopback, a thread per connection, that answers as a test says, also wrongly.
// Thread rule: the handler runs on the connections' threads; seen() from any.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tidemark::testing {

struct HttpSeen {
  std::string method;
  std::string target;                          // path and query as they came
  std::map<std::string, std::string> headers;  // lower case names
  std::vector<std::pair<std::string, std::string>> header_list;
  std::string body;
};

// The server's end of a connection.
class HttpPeer final {
 public:
  HttpPeer(int socket, std::stop_token stop) : socket_(socket), stop_(std::move(stop)) {}
  // False once the client has gone.
  bool write(std::string_view bytes);
  // False when the server ends meanwhile.
  bool wait(int milliseconds) const;
  // An answer with its right length.
  void answer(int status, std::string_view body, const std::vector<std::string>& headers = {});
  void hang_up() { open_ = false; }
  bool open() const { return open_; }

 private:
  int socket_;
  std::stop_token stop_;
  bool open_ = true;
};

class HttpServer final {
 public:
  using Handler = std::function<void(const HttpSeen&, HttpPeer&)>;
  explicit HttpServer(Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const { return port_; }
  std::string url(std::string_view path = "/") const;
  std::vector<HttpSeen> seen() const;
  std::size_t connections() const;

 private:
  void listen(const std::stop_token& stop);
  void serve(int socket, const std::stop_token& stop);

  Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::vector<HttpSeen> seen_;
  std::vector<std::jthread> connections_;
  std::jthread thread_;  // ends first
};

}  // namespace tidemark::testing
