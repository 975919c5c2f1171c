// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/connect_stub.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/json.hpp>
#include <thread>

namespace tidemark::demo {
namespace {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace json = boost::json;
using asio::ip::tcp;
using Request = http::request<http::empty_body>;
using Response = http::response<http::string_body>;
constexpr std::chrono::seconds patience{5};
constexpr std::string_view worker = "127.0.0.1:8083";

json::value connectors(const StubConnector& connector) {
  const json::object state{{"state", "RUNNING"}, {"worker_id", worker}};
  const json::array tasks{json::object{{"id", 0}, {"state", "RUNNING"}, {"worker_id", worker}}};
  const json::object status{{"name", connector.name}, {"connector", state}, {"tasks", tasks}, {"type", "sink"}};
  const json::object config{{"name", connector.name},
                            {"connector.class", "tidemark.demo.LakeSink"},
                            {"tasks.max", "1"},
                            {"topics", connector.topic}};
  const json::array ids{json::object{{"connector", connector.name}, {"task", 0}}};
  const json::object info{{"name", connector.name}, {"config", config}, {"tasks", ids}, {"type", "sink"}};
  return json::object{{connector.name, json::object{{"status", status}, {"info", info}}}};
}

Response answer(const Request& request, const StubConnector& connector) {
  const std::string_view target(request.target().data(), request.target().size());
  const std::string_view path = target.substr(0, target.find('?'));
  json::value body;
  http::status status = http::status::ok;
  if (request.method() == http::verb::get && path == "/") {
    body = {{"version", "demo"}, {"commit", "demo"}, {"kafka_cluster_id", "demo"}};
  } else if (request.method() == http::verb::get && path == "/connectors") {
    body = connectors(connector);
  } else if (request.method() == http::verb::get && path == "/connectors/" + connector.name + "/topics") {
    body = {{connector.name, {{"topics", json::array{connector.topic}}}}};
  } else {
    status = http::status::not_found;
    body = {{"error_code", 404}, {"message", "HTTP 404 Not Found"}};
  }
  Response response{status, request.version()};
  response.set(http::field::content_type, "application/json");
  response.keep_alive(request.keep_alive());
  response.body() = json::serialize(body);
  response.prepare_payload();
  return response;
}

// One connection: a request, its answer, and so on until either side has enough.
class Peer final : public std::enable_shared_from_this<Peer> {
 public:
  Peer(tcp::socket socket, const StubConnector& connector) : stream_(std::move(socket)), connector_(connector) {}

  void read() {
    request_ = {};
    stream_.expires_after(patience);
    http::async_read(stream_, buffer_, request_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error) self->write();
    });
  }

 private:
  void write() {
    response_ = answer(request_, connector_);
    stream_.expires_after(patience);
    http::async_write(stream_, response_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error && self->response_.keep_alive()) self->read();
    });
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_{16 << 10};
  Request request_;
  Response response_;
  const StubConnector& connector_;
};
}  // namespace

class ConnectStub::Server final {
 public:
  explicit Server(StubConnector connector)
      : connector_(std::move(connector)), acceptor_(io_, {asio::ip::address_v4::loopback(), 0}) {
    accept();
    thread_ = std::jthread([this] { io_.run(); });
  }
  ~Server() { io_.stop(); }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const { return port_; }

 private:
  void accept() {
    acceptor_.async_accept([this](beast::error_code error, tcp::socket socket) {
      if (error) return;
      std::make_shared<Peer>(std::move(socket), connector_)->read();
      accept();
    });
  }

  StubConnector connector_;
  asio::io_context io_{1};
  tcp::acceptor acceptor_;
  int port_ = acceptor_.local_endpoint().port();
  std::jthread thread_;  // ends first
};

ConnectStub::ConnectStub(std::unique_ptr<Server> server) : server_(std::move(server)) {}
ConnectStub::~ConnectStub() = default;

std::string ConnectStub::url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }

Result<std::unique_ptr<ConnectStub>> ConnectStub::start(StubConnector connector) {
  try {
    return std::unique_ptr<ConnectStub>(new ConnectStub(std::make_unique<Server>(std::move(connector))));
  } catch (const std::exception& error) {
    return fail(ErrorCode::internal, error.what(), "demo connect worker");
  }
}

}  // namespace tidemark::demo
