// SPDX-License-Identifier: GPL-3.0-or-later
// ConformingCatalog: a small Iceberg REST catalog that does what the specification allows and no product is known to do
// all of: a prefix, paging, namespaces in namespaces, ETags with 304, tokens by client credentials that end with 419.
// Thread rule: every member from any thread.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "tests/support/http_server.h"

namespace tidemark::testing {

class ConformingCatalog final {
 public:
  ConformingCatalog();

  std::string url() const { return server_.url("/cat/"); }
  // Namespace levels joined by 0x1F.
  void put(const std::string& name_space, const std::string& table, std::string metadata);
  void drop(const std::string& name_space, const std::string& table);
  void require_tokens(bool on) { tokens_ = on; }
  void end_tokens();                                // 419 for those that were given out
  void fail_with(int status) { status_ = status; }  // everything; 0: nothing
  void give_etags(bool on) { etags_ = on; }

  std::size_t calls(std::string_view path_part, int status = 0) const;
  void forget_calls();

 private:
  struct Reply {
    int status = 200;
    std::string body;
    std::vector<std::string> headers;
  };
  void answer(const HttpSeen& seen, HttpPeer& peer);
  Reply reply(const HttpSeen& seen);
  Reply token(const HttpSeen& seen);
  Reply namespaces(const std::string& parent, const std::string& query) const;
  Reply tables(const std::string& name_space, const std::string& query) const;
  Reply load(const std::string& name_space, const std::string& table, const HttpSeen& seen) const;

  struct Table {
    std::string metadata;
    std::string etag;
  };
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Table> tables_;
  std::set<std::string> granted_;
  std::vector<std::pair<std::string, int>> calls_;
  int version_ = 0;
  std::atomic<bool> tokens_ = false;
  std::atomic<bool> etags_ = true;
  std::atomic<int> status_ = 0;
  HttpServer server_;  // ends first
};

}  // namespace tidemark::testing
