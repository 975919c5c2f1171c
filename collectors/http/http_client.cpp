// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/http/http_client.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "collectors/http/url.h"

namespace tidemark {
namespace {
using SteadyClock = std::chrono::steady_clock;
constexpr int slice_ms = 200;
constexpr int most_redirects = 3;
// SHA-256 of nothing: what a GET carries. libcurl signs this header but does not make it.
constexpr std::string_view empty_sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

struct EasyFree {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiFree {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListFree>;

void append(List& list, const std::string& line) {
  if (curl_slist* longer = curl_slist_append(list.get(), line.c_str())) {
    static_cast<void>(list.release());
    list.reset(longer);
  }
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

// What a transfer has brought so far.
struct Transfer {
  HttpReply reply;
  const HttpLimits* limits = nullptr;
  std::size_t header_bytes = 0;
  bool header_too_large = false;
  bool body_too_large = false;
};

std::size_t on_body(const char* data, std::size_t, std::size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (transfer.reply.body.size() + size > transfer.limits->body) {
    transfer.body_too_large = true;
    return 0;
  }
  transfer.reply.body.append(data, size);
  return size;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::size_t on_header(const char* data, std::size_t, std::size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.header_bytes += size;
  if (transfer.header_bytes > transfer.limits->header) {
    transfer.header_too_large = true;
    return 0;
  }
  const std::string_view line(data, size);
  if (line.starts_with("HTTP/")) {
    transfer.reply.headers.clear();  // those of a "100 Continue" before it
    return size;
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  std::string name(trimmed(line.substr(0, colon)));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  transfer.reply.headers.insert_or_assign(std::move(name), std::string(trimmed(line.substr(colon + 1))));
  return size;
}

int on_traffic(CURL*, curl_infotype type, char*, std::size_t size, void* self) {
  auto& reply = static_cast<Transfer*>(self)->reply;
  const auto bytes = static_cast<std::int64_t>(size);
  if (type == CURLINFO_HEADER_IN || type == CURLINFO_DATA_IN) reply.bytes_received += bytes;
  if (type == CURLINFO_HEADER_OUT || type == CURLINFO_DATA_OUT) reply.bytes_sent += bytes;
  return 0;
}

struct Cause {
  HttpOutcome outcome;
  std::string_view what;
  std::string_view fix;
};

Cause tls_cause(CURLcode code, std::string_view words) {
  const auto says = [&](std::string_view text) { return words.find(text) != std::string_view::npos; };
  if (says("wrong version number") || says("packet length too long") || says("http request"))
    return {HttpOutcome::tls, "the port does not speak TLS", "write http:// or use the TLS port"};
  if (says("does not match") || says("subject name"))
    return {HttpOutcome::tls, "the certificate is for another host name",
            "use the name that stands in the certificate"};
  if (says("expired")) return {HttpOutcome::tls, "the certificate has expired", "have the certificate renewed"};
  if (code == CURLE_PEER_FAILED_VERIFICATION)
    return {HttpOutcome::tls, "the certificate is not signed by a known authority",
            "name the authority's PEM file as the CA file"};
  if (code == CURLE_SSL_CERTPROBLEM || code == CURLE_SSL_CACERT_BADFILE)
    return {HttpOutcome::tls, "a certificate or key file cannot be used", "check the CA, certificate and key files"};
  return {HttpOutcome::tls, "the TLS handshake failed", "check the address and the TLS settings"};
}

Cause cause_of(CURLcode code, std::string_view words) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {HttpOutcome::unreachable, "the host name cannot be resolved", "correct the address or the name server"};
    case CURLE_COULDNT_CONNECT:
      return {HttpOutcome::unreachable, "the connection is refused or finds no way",
              "check the address, and that the service runs"};
    case CURLE_OPERATION_TIMEDOUT:
      return {HttpOutcome::timeout, "no complete answer in time", "check that the service is well, and the network"};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return tls_cause(code, words);
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
      return {HttpOutcome::unreachable, "the connection is closed without an answer",
              "check the address, and whether the port speaks TLS"};
    case CURLE_PARTIAL_FILE:
      return {HttpOutcome::other, "the answer ends before its announced length", "see the log of the service"};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
      return {HttpOutcome::other, "what answers there does not speak HTTP", "correct the address"};
    case CURLE_BAD_CONTENT_ENCODING:
      return {HttpOutcome::other, "the answer cannot be decompressed", "see the log of the service"};
    default:
      return {HttpOutcome::other, "the call failed", "see the log of the service"};
  }
}

void judge_failure(Transfer& transfer, CURLcode code, std::string_view words, const std::string& where) {
  Cause cause = cause_of(code, words);
  const Millis waited = transfer.reply.took;
  std::string what(cause.what);
  if (transfer.body_too_large)
    what = fmt::format("the answer is larger than {} bytes", transfer.limits->body);
  else if (transfer.header_too_large)
    what = fmt::format("the headers are larger than {} bytes", transfer.limits->header);
  if (transfer.body_too_large || transfer.header_too_large) cause = {HttpOutcome::other, {}, "correct the address"};
  if (code == CURLE_OPERATION_TIMEDOUT) what += fmt::format(" ({} ms)", waited.count());
  transfer.reply.outcome = cause.outcome;
  transfer.reply.body.clear();
  transfer.reply.error = {ErrorCode::unreachable, std::move(what), where, std::string(cause.fix)};
}

bool is_post(const HttpRequest& request) {
  return request.method == HttpRequest::Method::post_form || request.method == HttpRequest::Method::post_json;
}

Result<> check_options(const HttpOptions& options) {
  for (const std::string* text : {&options.user, &options.password, &options.bearer})
    if (has_control(*text)) return fail(ErrorCode::usage, "a user, password or token has a control character");
  if (!options.user.empty() + !options.bearer.empty() + options.aws.has_value() > 1)
    return fail(ErrorCode::usage, "more than one kind of credentials for one service", {}, "leave one");
  if (options.tls.client_cert.empty() != options.tls.client_key.empty())
    return fail(ErrorCode::usage, "a client certificate needs its key, and a key its certificate");
  return {};
}
}  // namespace

class HttpClient::Impl {
 public:
  explicit Impl(HttpOptions options)
      : options_(std::move(options)), easy_(curl_easy_init()), multi_(curl_multi_init()) {}
  bool usable() const { return easy_ && multi_; }
  void set_bearer(std::string token) { options_.bearer = std::move(token); }

  HttpReply send(HttpRequest request, std::stop_token stop) {
    const auto begun = SteadyClock::now();
    const Millis total = request.total.value_or(options_.limits.total);
    const auto since = [&] { return std::chrono::duration_cast<Millis>(SteadyClock::now() - begun); };
    HttpReply sum;
    for (int hop = 0;; ++hop) {
      std::string next;
      HttpReply reply = once(request, std::max(total - since(), Millis(1)), stop, next);
      reply.bytes_sent += sum.bytes_sent;
      reply.bytes_received += sum.bytes_received;
      reply.requests += sum.requests;
      reply.took = since();
      const bool same = !next.empty() && origin(next) == origin(request.url);
      if (!same || hop == most_redirects || is_post(request)) return reply;
      request.url = std::move(next);
      sum = std::move(reply);
    }
  }

 private:
  HttpReply once(const HttpRequest& request, Millis total, std::stop_token stop, std::string& next) {
    const std::string where = printable_url(request.url);
    Transfer transfer;
    transfer.limits = &options_.limits;
    const auto refuse = [&](Error error) {
      transfer.reply.outcome = HttpOutcome::other;
      transfer.reply.error = std::move(error);
      return std::move(transfer.reply);
    };
    if (auto usable_url = check_url(request.url); !usable_url) return refuse(usable_url.error());
    if (options_.aws && is_post(request))
      return refuse({ErrorCode::usage, "nothing is posted with AWS signatures", where, {}});
    for (const auto& [name, value] : request.headers)
      if (has_control(name) || has_control(value))
        return refuse({ErrorCode::usage, "a request header has a control character", where, {}});

    List headers = prepare(request, total, transfer);
    ++transfer.reply.requests;
    const auto begun = SteadyClock::now();
    const CURLcode code = perform(stop);
    transfer.reply.took = std::chrono::duration_cast<Millis>(SteadyClock::now() - begun);
    finish(transfer, code, stop, where, next);
    return std::move(transfer.reply);
  }

  void finish(Transfer& transfer, CURLcode code, const std::stop_token& stop, const std::string& where,
              std::string& next) {
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    transfer.reply.status = static_cast<int>(status);
    if (code == CURLE_OK) {
      judge_status(transfer.reply, where);
      const char* target = nullptr;
      curl_easy_getinfo(easy_.get(), CURLINFO_REDIRECT_URL, &target);
      if (target != nullptr) next = without_user(target);  // libcurl writes our own credentials into it
    } else if (stop.stop_requested()) {
      transfer.reply.outcome = HttpOutcome::other;
      transfer.reply.error = {ErrorCode::cancelled, "stopped", where, {}};
    } else {
      judge_failure(transfer, code, error_.data(), where);
    }
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(easy_.get(), option, value);
  }
  void set_text(CURLoption option, const std::string& text) {
    if (!text.empty()) set(option, text.c_str());
  }

  List prepare(const HttpRequest& request, Millis total, Transfer& transfer) {
    curl_easy_reset(easy_.get());  // keeps the connection
    error_.front() = '\0';
    set(CURLOPT_ERRORBUFFER, error_.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L);  // a name server that is slow must not hold a stop
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.limits.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(total.count()));
    set(CURLOPT_WRITEFUNCTION, &on_body);
    set(CURLOPT_WRITEDATA, &transfer);
    set(CURLOPT_HEADERFUNCTION, &on_header);
    set(CURLOPT_HEADERDATA, &transfer);
    set(CURLOPT_VERBOSE, 1L);  // for the count of bytes only
    set(CURLOPT_DEBUGFUNCTION, &on_traffic);
    set(CURLOPT_DEBUGDATA, &transfer);
    set(CURLOPT_USERAGENT, "tidemark/" TIDEMARK_VERSION);
    if (options_.compressed && !options_.aws) set(CURLOPT_ACCEPT_ENCODING, "gzip");
    prepare_method(request);
    prepare_tls();
    return prepare_headers(request);
  }

  void prepare_method(const HttpRequest& request) {
    if (request.method == HttpRequest::Method::head) set(CURLOPT_NOBODY, 1L);
    if (is_post(request)) {
      set(CURLOPT_POST, 1L);
      set(CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form.size()));
      set(CURLOPT_POSTFIELDS, request.form.c_str());
    }
    const std::size_t query = options_.aws ? request.url.find('?') : std::string::npos;
    const std::string url =
        query == std::string::npos
            ? request.url
            : request.url.substr(0, query + 1) + canonical_query(std::string_view(request.url).substr(query + 1));
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PATH_AS_IS, 1L);
  }

  void prepare_tls() {
    set_text(CURLOPT_CAINFO, options_.tls.ca_file);
    set_text(CURLOPT_SSLCERT, options_.tls.client_cert);
    set_text(CURLOPT_SSLKEY, options_.tls.client_key);
    set_text(CURLOPT_KEYPASSWD, options_.tls.key_password);
  }

  List prepare_headers(const HttpRequest& request) {
    List headers;
    // Not beside a signature: libcurl would sign it and not send it.
    if (is_post(request)) append(headers, "Expect:");
    if (request.method == HttpRequest::Method::post_json) append(headers, "Content-Type: application/json");
    if (!options_.user.empty()) {
      set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
      set(CURLOPT_USERNAME, options_.user.c_str());
      set(CURLOPT_PASSWORD, options_.password.c_str());
    } else if (!options_.bearer.empty()) {
      append(headers, "Authorization: Bearer " + options_.bearer);
    } else if (options_.aws) {
      const AwsSigner& aws = *options_.aws;
      set(CURLOPT_AWS_SIGV4, fmt::format("aws:amz:{}:{}", aws.region, aws.service).c_str());
      set(CURLOPT_USERNAME, aws.access_key.c_str());
      set(CURLOPT_PASSWORD, aws.secret_key.c_str());
      append(headers, fmt::format("x-amz-content-sha256: {}", empty_sha256));
      if (!aws.session_token.empty()) append(headers, "x-amz-security-token: " + aws.session_token);
    }
    for (const auto& [name, value] : request.headers) append(headers, fmt::format("{}: {}", name, value));
    set(CURLOPT_HTTPHEADER, headers.get());
    return headers;
  }

  // Through the multi interface: the easy one looks at a stop request only once a second.
  CURLcode perform(const std::stop_token& stop) {
    const std::stop_callback wake(stop, [this] { curl_multi_wakeup(multi_.get()); });
    CURLcode code = CURLE_ABORTED_BY_CALLBACK;
    if (curl_multi_add_handle(multi_.get(), easy_.get()) != CURLM_OK) return CURLE_FAILED_INIT;
    int running = 1;
    while (!stop.stop_requested()) {
      if (curl_multi_perform(multi_.get(), &running) != CURLM_OK || running == 0) break;
      curl_multi_poll(multi_.get(), nullptr, 0, slice_ms, nullptr);
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left))
      if (message->msg == CURLMSG_DONE) code = message->data.result;
    curl_multi_remove_handle(multi_.get(), easy_.get());
    return code;
  }

  HttpOptions options_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  std::unique_ptr<CURL, EasyFree> easy_;
  std::unique_ptr<CURLM, MultiFree> multi_;
};

HttpClient::HttpClient(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;
HttpClient::~HttpClient() = default;

Result<HttpClient> HttpClient::open(HttpOptions options) {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  TM_CHECK(check_options(options));
  auto impl = std::make_unique<Impl>(std::move(options));
  if (!ready || !impl->usable()) return fail(ErrorCode::internal, "libcurl cannot be started");
  return HttpClient(std::move(impl));
}

HttpReply HttpClient::send(const HttpRequest& request, std::stop_token stop) { return impl_->send(request, stop); }
void HttpClient::set_bearer(std::string token) { impl_->set_bearer(std::move(token)); }

}  // namespace tidemark
