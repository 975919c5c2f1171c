// SPDX-License-Identifier: GPL-3.0-or-later
// Shakes hands in TLS on an open connection and reads the certificate that is shown, also one that is not to be
// trusted: nothing but the handshake is sent, and no certificate or key of our own. Blocks up to the limit; a stop ends
// it within 250 ms. One thread.
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "collectors/reach/dial.h"
#include "models/domain/connection.h"

namespace tidemark::reach {

// Whom to trust. Neither: the system's authorities.
struct Trust {
  std::string ca_file;  // PEM
  std::string ca_pem;
};

enum class Opening : std::uint8_t { tls, postgres };  // postgres: TLS is asked for in its protocol first

struct TlsGreeting {
  enum class Outcome : std::uint8_t { ok, not_tls, refused, silent, cancelled, unusable };
  Outcome outcome = Outcome::silent;
  std::string protocol;  // "TLSv1.3"
  std::string cipher;
  std::optional<Certificate> certificate;
  std::string trouble;             // why it is not trusted, or what went wrong, in OpenSSL's words
  bool wants_certificate = false;  // of ours
};

TlsGreeting greet(Line line, const std::string& host, const Trust& trust, Opening opening, Millis limit,
                  std::stop_token stop);

}  // namespace tidemark::reach
