// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/reach/tls.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <csignal>

#include "collectors/reach/certificate.h"
#include "collectors/reach/openssl.h"
#include "collectors/reach/patience.h"

namespace tidemark::reach {
namespace {
// OpenSSL writes to the socket as to a file: a peer that has gone would end the process by a signal.
class NoPipeSignal final {
 public:
  NoPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoPipeSignal() {
    constexpr timespec now{};
    if (sigismember(&before_, SIGPIPE) == 0) sigtimedwait(&pipe_, nullptr, &now);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  sigset_t pipe_{};
  sigset_t before_{};
};

// The newest error of this thread, in OpenSSL's words.
std::string newest_error() {
  const unsigned long code = ERR_peek_last_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  return reason == nullptr ? std::string() : reason;
}

bool trust_pem(SSL_CTX* context, const std::string& pem) {
  const OwnedBio in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  int added = 0;
  while (in) {
    const OwnedCertificate one(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
    if (!one) break;
    added += X509_STORE_add_cert(SSL_CTX_get_cert_store(context), one.get());
  }
  return added > 0;
}

bool trust(SSL_CTX* context, const Trust& whom) {
  if (!whom.ca_pem.empty()) return trust_pem(context, whom.ca_pem);
  if (!whom.ca_file.empty()) return SSL_CTX_load_verify_file(context, whom.ca_file.c_str()) == 1;
  return SSL_CTX_set_default_verify_paths(context) == 1;
}

// Called where the server asks for a certificate: none is given, the asking is remembered.
int on_wanted(SSL* session, X509**, EVP_PKEY**) {
  *static_cast<bool*>(SSL_get_app_data(session)) = true;
  return 0;
}

bool wait_for(int handle, short events, const Patience& patience) {
  while (!patience.spent()) {
    pollfd wait{handle, events, 0};
    if (poll(&wait, 1, patience.slice_ms()) > 0) return true;
  }
  return false;
}

// A PostgreSQL is asked whether it speaks TLS: one byte answers.
bool postgres_agrees(int handle, const Patience& patience) {
  constexpr std::array<unsigned char, 8> request{0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f};
  if (send(handle, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size())) return false;
  char answer = 0;
  return wait_for(handle, POLLIN, patience) && recv(handle, &answer, 1, 0) == 1 && answer == 'S';
}

enum class Shaken : std::uint8_t { yes, no, late };

Shaken shake_hands(SSL* session, int handle, const Patience& patience) {
  while (!patience.spent()) {
    ERR_clear_error();
    const int done = SSL_connect(session);
    if (done == 1) return Shaken::yes;
    const int error = SSL_get_error(session, done);
    if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) return Shaken::no;
    wait_for(handle, error == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, patience);
  }
  return Shaken::late;
}

// A TLS server that ends the handshake says why in an alert. Whoever does not speak TLS answers in another way, or
// hangs up.
bool is_alert() {
  const unsigned long code = ERR_peek_last_error();
  return code != 0 && ERR_GET_REASON(code) >= SSL_AD_REASON_OFFSET;
}

TlsGreeting::Outcome outcome_of(Shaken shaken, bool shown, const Patience& patience) {
  using Outcome = TlsGreeting::Outcome;
  if (shaken == Shaken::yes || shown) return Outcome::ok;
  if (patience.stopped()) return Outcome::cancelled;
  if (shaken == Shaken::late) return Outcome::silent;
  return is_alert() ? Outcome::refused : Outcome::not_tls;
}

bool is_number(const std::string& host) {
  std::array<unsigned char, 16> address{};
  return inet_pton(AF_INET, host.c_str(), address.data()) == 1 ||
         inet_pton(AF_INET6, host.c_str(), address.data()) == 1;
}
}  // namespace

TlsGreeting greet(Line line, const std::string& host, const Trust& whom, Opening opening, Millis limit,
                  std::stop_token stop) {
  const Patience patience(limit, std::move(stop));
  const NoPipeSignal quiet;
  TlsGreeting out;
  const int handle = line.socket.handle();
  const OwnedContext context(SSL_CTX_new(TLS_client_method()));
  ERR_clear_error();
  if (!context || !trust(context.get(), whom)) {
    out.outcome = TlsGreeting::Outcome::unusable;
    out.trouble = newest_error();
    return out;
  }
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
  SSL_CTX_set_client_cert_cb(context.get(), on_wanted);
  if (opening == Opening::postgres && !postgres_agrees(handle, patience)) {
    out.outcome = patience.stopped() ? TlsGreeting::Outcome::cancelled : TlsGreeting::Outcome::not_tls;
    return out;
  }
  const OwnedSession session(SSL_new(context.get()));
  if (!session || SSL_set_fd(session.get(), handle) != 1) {
    out.outcome = TlsGreeting::Outcome::unusable;
    return out;
  }
  SSL_set_app_data(session.get(), &out.wants_certificate);
  if (!is_number(host)) SSL_set_tlsext_host_name(session.get(), host.c_str());
  const Shaken shaken = shake_hands(session.get(), handle, patience);
  X509* shown = SSL_get0_peer_certificate(session.get());
  out.outcome = outcome_of(shaken, shown != nullptr, patience);
  if (shaken != Shaken::yes) out.trouble = newest_error();
  if (shown == nullptr) return out;
  out.protocol = SSL_get_version(session.get());
  const char* cipher = SSL_get_cipher_name(session.get());
  out.cipher = cipher == nullptr ? "" : cipher;
  out.certificate = facts_of(shown, host);
  const long verified = SSL_get_verify_result(session.get());
  out.certificate->trusted = verified == X509_V_OK;
  if (verified != X509_V_OK) out.trouble = X509_verify_cert_error_string(verified);
  if (shaken == Shaken::yes) SSL_shutdown(session.get());
  return out;
}

}  // namespace tidemark::reach
