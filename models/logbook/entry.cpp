// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/entry.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace tidemark {
namespace {
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// A row that was changed is named by no other any more, nor is the one before a row that was taken out: it is told
// where it is the only such row that was there when `after` was written.
std::unexpected<Error> broken(const std::vector<LogEntry>& entries, const LogEntry& after) {
  std::set<std::string, std::less<>> named;
  for (const LogEntry& entry : entries)
    for (const std::string_view before : words_of(entry.prev_hash)) named.emplace(before);
  const LogEntry* changed = nullptr;
  std::size_t found = 0;
  for (const LogEntry& entry : entries) {
    if (&entry == &after || entry.at > after.at || named.contains(hash_of(entry))) continue;
    changed = &entry;
    ++found;
  }
  const std::string what = found == 1 ? "the " + changed->kind + ' ' + changed->uuid + ", written " +
                                            rfc3339(changed->at) + ", was changed, or a row after it taken out"
                                      : "a row before " + after.uuid + " was changed or taken out of the logbook";
  return fail(ErrorCode::damaged, what, {}, "use a copy of the file");
}
}  // namespace

std::string sha256_of(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  std::string out;
  for (const unsigned char byte : digest) (out += digits[byte >> 4]) += digits[byte & 15];
  return out;
}

std::string hash_of(const LogEntry& entry) {
  std::string text;
  for (const std::string& field :
       {entry.uuid, std::to_string(ms(entry.at)), entry.author, entry.kind, entry.body, entry.prev_hash})
    text += std::to_string(field.size()) + ':' + field;
  return sha256_of(text);
}

std::string last_hashes(const std::vector<LogEntry>& entries) {
  std::set<std::string, std::less<>> last;
  for (const LogEntry& entry : entries) last.insert(hash_of(entry));
  for (const LogEntry& entry : entries)
    for (const std::string_view before : words_of(entry.prev_hash))
      if (const auto found = last.find(before); found != last.end()) last.erase(found);
  std::string out;
  for (const std::string& hash : last) out += (out.empty() ? "" : " ") + hash;
  return out;
}

Result<> verify_chain(const std::vector<LogEntry>& entries) {
  std::set<std::string, std::less<>> uuids, hashes;
  for (const LogEntry& entry : entries) {
    hashes.insert(hash_of(entry));
    if (!uuids.insert(entry.uuid).second)
      return fail(ErrorCode::damaged, "the logbook has the row " + entry.uuid + " twice");
  }
  for (const LogEntry& entry : entries)
    for (const std::string_view before : words_of(entry.prev_hash))
      if (!hashes.contains(before)) return broken(entries, entry);
  return {};
}

}  // namespace tidemark
