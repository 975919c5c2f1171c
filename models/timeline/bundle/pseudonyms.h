// SPDX-License-Identifier: GPL-3.0-or-later
// Pseudonyms: other names for hosts, principals and clients, the same one for the same name and, as the salt is thrown
// away, no way back. What is also the name of a topic, a group or a connector is no secret and stays, and so do the
// client ids that Connect makes of them, by which tasks are joined to their members.
// Thread rule: none; one thread an object.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/timeline/bundle/bundle.h"

namespace tidemark {

class Pseudonyms final {
 public:
  explicit Pseudonyms(std::string salt) : salt_(std::move(salt)) {}

  // Names that everybody may know; before the first of the others.
  void leave(std::string_view name) { left_.emplace(name); }

  // "b1", "/10.0.0.1", "b1:9092", "ssl://b1:9092", several with commas: the host of each is replaced.
  std::string hosts(std::string_view addresses);
  std::string client(std::string_view id) { return other("client-id", id); }
  std::string member(std::string_view id) { return other("member", id); }
  std::string principal(std::string_view name) { return other("principal", name); }
  std::string boot(std::string_view name) { return other("boot", name); }
  bool knows_member(std::string_view id) const { return names_.contains({"member", std::string(id)}); }
  // Names that were replaced before, and what looks like an address or a principal.
  std::string in_text(std::string_view text);

  std::vector<Renamed> renamed() const;
  std::int64_t count(std::string_view kind) const;

 private:
  std::string other(std::string_view kind, std::string_view name);
  std::string host(std::string_view name);
  std::string address(std::string_view address);
  std::string word(std::string_view before, std::string_view word, std::string_view after);

  const std::string salt_;
  std::set<std::string, std::less<>> left_;
  std::map<std::pair<std::string, std::string>, std::string> names_;  // by kind and name
  std::map<std::string, std::string, std::less<>> by_name_;
};

// "b1:9092" or "b1:9092,b2:9092": what a cluster is called that has no name of its own.
bool are_addresses(std::string_view text);

}  // namespace tidemark
