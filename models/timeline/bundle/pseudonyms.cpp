// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bundle/pseudonyms.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "models/timeline/bundle/sha256.h"

namespace tidemark {
namespace {
constexpr std::size_t digits_kept = 10;
// "WorkerSinkTask.java:632" is a line of a file.
constexpr auto file_ends =
    std::to_array<std::string_view>({"java", "scala", "kt", "py", "c", "cpp", "h", "go", "rs", "js", "json"});

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '-'; }

bool are_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

// The ":9092" that a text begins with; empty: it does not.
std::string_view port_at(std::string_view text) {
  if (!text.starts_with(':')) return {};
  std::size_t end = 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end > 1 && end <= 6 && (end == text.size() || !in_word(text[end])) ? text.substr(0, end) : std::string_view();
}

bool is_ip4(std::string_view text) {
  int parts = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('.'), text.size());
    if (!are_digits(text.substr(0, end)) || end > 3) return false;
    ++parts;
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  return parts == 4;
}

bool is_domain(std::string_view word) {
  const auto dot = word.rfind('.');
  return dot != std::string_view::npos && dot + 1 < word.size() && !are_digits(word.substr(dot + 1)) &&
         std::ranges::find(file_ends, word.substr(dot + 1)) == file_ends.end();
}

bool is_local(std::string_view host) { return host.empty() || host == "localhost" || host == "0.0.0.0" || host == "*"; }
}  // namespace

bool are_addresses(std::string_view text) {
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(','));
    const auto colon = one.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || !are_digits(one.substr(colon + 1)) ||
        !std::ranges::all_of(one.substr(0, colon), in_word))
      return false;
    text.remove_prefix(std::min(one.size() + 1, text.size()));
  }
  return true;
}

std::string Pseudonyms::other(std::string_view kind, std::string_view name) {
  static constexpr std::string_view of_connect = "connector-consumer-";
  if (name.empty() || left_.contains(name) || name.starts_with(of_connect)) return std::string(name);
  auto& is = names_[{std::string(kind), std::string(name)}];
  if (is.empty()) {
    Sha256 hash;
    for (const std::string_view part : {std::string_view(salt_), kind, name}) {
      hash.add(static_cast<std::int64_t>(part.size()));
      hash.add(part);
    }
    is = std::string(kind) + '-' + hash.hex().substr(0, digits_kept);
    by_name_.emplace(name, is);
  }
  return is;
}

std::string Pseudonyms::host(std::string_view name) { return is_local(name) ? std::string(name) : other("host", name); }

std::string Pseudonyms::address(std::string_view address) {
  std::string before;
  if (const auto scheme = address.find("://"); scheme != std::string_view::npos) {
    before = address.substr(0, scheme + 3);
    address.remove_prefix(scheme + 3);
  }
  while (address.starts_with('/') || address.starts_with(' ')) {
    before += address.front();
    address.remove_prefix(1);
  }
  const auto slash = std::min(address.find('/'), address.size());
  std::string after(address.substr(slash));
  address = address.substr(0, slash);
  const auto colon = address.rfind(':');
  const bool ip6 = address.find(':') != colon && !address.starts_with('[');
  if (colon != std::string_view::npos && !ip6 && are_digits(address.substr(colon + 1))) {
    after = std::string(address.substr(colon)) + after;
    address = address.substr(0, colon);
  }
  return before + host(address) + after;
}

std::string Pseudonyms::hosts(std::string_view addresses) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(addresses.find(','), addresses.size());
    out += address(addresses.substr(0, end));
    if (end == addresses.size()) return out;
    out += ',';
    addresses.remove_prefix(end + 1);
  }
}

std::string Pseudonyms::word(std::string_view before, std::string_view word, std::string_view after) {
  if (const auto known = by_name_.find(word); known != by_name_.end()) return known->second;
  if (before.ends_with("User:")) return principal(word);
  const bool in_url = before.ends_with("://") && !after.starts_with('@');
  if (in_url || is_ip4(word) || (is_domain(word) && !port_at(after).empty())) return host(word);
  return std::string(word);
}

std::string Pseudonyms::in_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (!in_word(text[at])) {
      out += text[at++];
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && in_word(text[end])) ++end;
    std::size_t last = end;  // a sentence ends with a point, a host does not
    while (last > at && text[last - 1] == '.') --last;
    out += word(text.substr(0, at), text.substr(at, last - at), text.substr(end));
    out += text.substr(last, end - last);
    at = end;
  }
  // Names of more than one word.
  for (const auto& [name, is] : by_name_) {
    if (std::ranges::all_of(name, in_word)) continue;
    for (auto at = out.find(name); at != std::string::npos; at = out.find(name, at + is.size()))
      out.replace(at, name.size(), is);
  }
  return out;
}

std::vector<Renamed> Pseudonyms::renamed() const {
  std::vector<Renamed> out;
  for (const auto& [key, is] : names_) out.push_back({key.first, key.second, is});
  return out;
}

std::int64_t Pseudonyms::count(std::string_view kind) const {
  return std::ranges::count_if(names_, [&](const auto& one) { return one.first.first == kind; });
}

}  // namespace tidemark
