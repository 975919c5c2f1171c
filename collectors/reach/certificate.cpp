// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/reach/certificate.h"

#include <arpa/inet.h>
#include <openssl/asn1.h>

#include <ctime>

#include "collectors/core/plain_text.h"
#include "collectors/reach/openssl.h"

namespace tidemark::reach {
namespace {
constexpr std::size_t most_names = 50;
constexpr std::size_t longest_name = 200;

std::string text_of(const X509_NAME* name) {
  const OwnedBio out(BIO_new(BIO_s_mem()));
  if (!out || X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0) return {};
  char* data = nullptr;
  const auto size = BIO_get_mem_data(out.get(), &data);
  return plain_line({data, static_cast<std::size_t>(std::max(size, 0L))}, longest_name);
}

std::string address_in(const ASN1_OCTET_STRING* bytes) {
  char text[INET6_ADDRSTRLEN] = "";
  const int size = ASN1_STRING_length(bytes);
  if (size != 4 && size != 16) return {};
  const int family = size == 4 ? AF_INET : AF_INET6;
  return inet_ntop(family, ASN1_STRING_get0_data(bytes), text, sizeof text) == nullptr ? "" : text;
}

std::vector<std::string> names_of(X509* shown) {
  std::vector<std::string> out;
  const OwnedNames names(static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(shown, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()) && out.size() < most_names; ++i) {
    int kind = 0;
    const void* value = GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names.get(), i), &kind);
    const auto* bytes = static_cast<const ASN1_STRING*>(value);
    if (kind == GEN_DNS)
      out.push_back(plain_line({reinterpret_cast<const char*>(ASN1_STRING_get0_data(bytes)),
                                static_cast<std::size_t>(ASN1_STRING_length(bytes))},
                               longest_name));
    else if (kind == GEN_IPADD)
      out.push_back(address_in(bytes));
  }
  return out;
}

std::optional<LocalTime> time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
  return local_time(static_cast<std::int64_t>(timegm(&parts)) * 1000);
}

bool is_for(X509* shown, const std::string& host) {
  return X509_check_ip_asc(shown, host.c_str(), 0) == 1 ||
         X509_check_host(shown, host.data(), host.size(), 0, nullptr) == 1;
}
}  // namespace

Certificate facts_of(X509* shown, const std::string& host) {
  Certificate out;
  out.subject = text_of(X509_get_subject_name(shown));
  out.issuer = text_of(X509_get_issuer_name(shown));
  out.names = names_of(shown);
  out.from = time_of(X509_get0_notBefore(shown));
  out.until = time_of(X509_get0_notAfter(shown));
  out.name_matches = is_for(shown, host);
  return out;
}

}  // namespace tidemark::reach
