// SPDX-License-Identifier: GPL-3.0-or-later
// Owners of OpenSSL's objects. Only for .cpp files of this room. Thread rule: one thread each.
#pragma once

#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tidemark::reach {

template <auto destroy>
struct OpensslFree {
  template <class T>
  void operator()(T* pointer) const {
    destroy(pointer);
  }
};
template <class T, auto destroy>
using OpensslOwner = std::unique_ptr<T, OpensslFree<destroy>>;

using OwnedBio = OpensslOwner<BIO, BIO_free>;
using OwnedNames = OpensslOwner<GENERAL_NAMES, GENERAL_NAMES_free>;
using OwnedCertificate = OpensslOwner<X509, X509_free>;
using OwnedContext = OpensslOwner<SSL_CTX, SSL_CTX_free>;
using OwnedSession = OpensslOwner<SSL, SSL_free>;

}  // namespace tidemark::reach
