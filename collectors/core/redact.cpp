// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/redact.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

namespace tidemark {
namespace {
constexpr std::array secret_words = std::to_array<std::string_view>(
    {"password", "passwd", "passphrase", "secret", "token", "credential", "apikey", "accesskey", "privatekey", "jaas",
     "keytab", "authorization", "userinfo", "cookie", "sas", "connectionurl", "connectionuri", "connectionstring"});

// Letters and digits only, lower case: "API-Key" and "api.key" are one word. "sas" counts as a whole part only.
std::string letters(std::string_view key) {
  std::string out;
  for (const char c : key)
    if (std::isalnum(static_cast<unsigned char>(c)))
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool has_part(std::string_view key, std::string_view part) {
  for (std::size_t begin = 0; begin <= key.size();) {
    const std::size_t end = std::min(key.find_first_of("._-", begin), key.size());
    if (letters(key.substr(begin, end - begin)) == part) return true;
    begin = end + 1;
  }
  return false;
}

// The regular expressions are slow: most text has nothing that any of them could begin with.
bool may_hold_secret(std::string_view text) {
  static constexpr auto signs =
      std::to_array<std::string_view>({"=", ":", "AKIA", "ASIA", "eyJ", "Bearer ", "Basic ", "-----BEGIN "});
  return std::ranges::any_of(signs, [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool is_provider_reference(std::string_view value) {
  return value.starts_with("${") && value.find('}') == value.size() - 1;
}
}  // namespace

bool is_secret_key(std::string_view key) {
  const std::string plain = letters(key);
  if (key == "ssl.ca.pem" || key == "ssl.certificate.pem") return false;  // certificates are public
  if (plain.ends_with("pem")) return true;
  return std::ranges::any_of(secret_words, [&](std::string_view word) {
    return word == "sas" ? has_part(key, word) : plain.find(word) != std::string::npos;
  });
}

std::string redacted(std::string_view text) {
  // std::regex recurses per character: what is longer than any message of use is cut.
  constexpr std::size_t longest = 4096;
  static const std::array patterns{
      std::pair{std::regex("-----BEGIN [A-Z ]+-----[^-]*(-----END [A-Z ]+-----)?"), "[removed]"},
      std::pair{std::regex("://[^/@[:space:]]+@"), "://[removed]@"},
      std::pair{std::regex("\\b(AKIA|ASIA)[A-Z0-9]{12,20}\\b"), "[removed]"},
      std::pair{std::regex("\\beyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*){0,2}"), "[removed]"},
      std::pair{std::regex("\\b(Bearer|Basic) (?!eyJ)[A-Za-z0-9+/=._~-]{8,}"), "$1 [removed]"},
      std::pair{std::regex("([?&](sig|sas|x-amz-signature|x-amz-credential))=[^&\\s\"']+", std::regex::icase),
                "$1=[removed]"},
      std::pair{std::regex("(password|passwd|passphrase|secret|token|credential|(account|access|private|api)[_.-]?key)"
                           "([\"']?[=:] ?[\"']?)[^\\s\"',;]+",
                           std::regex::icase),
                "$1$3[removed]"}};
  std::string out(text.substr(0, longest));
  if (may_hold_secret(out))
    for (const auto& [pattern, with] : patterns) out = std::regex_replace(out, pattern, with);
  if (text.size() > longest) out += "…";
  return out;
}

std::string redacted_setting(std::string_view key, std::string_view value) {
  if (is_provider_reference(value)) return std::string(value);
  return is_secret_key(key) && !value.empty() ? "[removed]" : redacted(value);
}

std::string redacted_lines(std::string_view text) {
  std::string out;
  bool in_block = false;  // of a PEM
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool begins = line.find("-----BEGIN ") != std::string_view::npos;
    const bool ends = line.find("-----END ") != std::string_view::npos;
    if (!in_block || begins) out += redacted(line);
    if (end < text.size() && !(in_block && !begins)) out += '\n';
    in_block = (in_block || begins) && !ends;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace tidemark
