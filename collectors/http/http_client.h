// SPDX-License-Identifier: GPL-3.0-or-later
// HttpClient: asks one service over HTTP/1.1, one request at a time on one kept connection. Only http and https; a
// redirect is followed only within the same scheme, host and port, at most 3 times, and never with what is posted.
// Every answer is capped in time and size. With an AwsSigner, GET and HEAD are signed (Signature Version 4); the path
// goes and is signed as it stands, so services other than S3 must not need an encoded path signed twice. Thread rule:
// one thread at a time. A stop request ends a call within 250 ms. Errors: in the reply, one line; open() says `usage`
// for options that cannot work.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "collectors/http/http_reply.h"

namespace tidemark {

struct HttpLimits {
  Millis connect{3'000};
  Millis total{10'000};             // of a call, redirects included
  std::size_t body = 64u << 20;     // decompressed
  std::size_t header = 256u << 10;  // all header lines of an answer
};

struct HttpTls {
  std::string ca_file;      // PEM; empty: the system's authorities
  std::string client_cert;  // PEM file, with client_key
  std::string client_key;
  std::string key_password;
};

// Credentials for AWS Signature Version 4.
struct AwsSigner {
  std::string access_key;
  std::string secret_key;
  std::string session_token;  // may be empty
  std::string region;
  std::string service = "s3";
};

struct HttpOptions {
  std::string user;  // basic, where not empty
  std::string password;
  std::string bearer;
  std::optional<AwsSigner> aws;
  HttpTls tls;
  HttpLimits limits;
  bool compressed = true;  // takes gzip
};

struct HttpRequest {
  enum class Method : std::uint8_t { get, head, post_form, post_json };
  std::string url;
  Method method = Method::get;
  std::vector<std::pair<std::string, std::string>> headers;  // "If-None-Match", …
  std::string form;  // what is posted: a form, encoded, or JSON; other bytes with a Content-Type among the headers
  std::optional<Millis> total;  // instead of the limit's
};

class HttpClient final {
 public:
  static Result<HttpClient> open(HttpOptions options);
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;
  ~HttpClient();

  HttpReply send(const HttpRequest& request, std::stop_token stop = {});
  HttpReply get(const std::string& url, std::stop_token stop = {}) { return send({.url = url}, stop); }
  // For the calls that follow.
  void set_bearer(std::string token);

 private:
  class Impl;
  explicit HttpClient(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
