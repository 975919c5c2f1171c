// SPDX-License-Identifier: GPL-3.0-or-later
// Redactor: what a text of a timeline becomes in a bundle, by what it is: an object, the value of an aspect, a
// sentence, a JSON object. Secrets go always; names unless they are to be kept. Numbers are never touched. Thread rule:
// none; one thread an object. learn() first.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "models/timeline/bundle/pseudonyms.h"
#include "models/timeline/sql.h"

namespace tidemark {

class Redactor final {
 public:
  Redactor(SecretRules rules, bool keep_names, std::string salt)
      : rules_(std::move(rules)), keep_names_(keep_names), names_(std::move(salt)) {}

  // Whatever the timeline calls a host, a client or a member, and what else has a name.
  void learn(SQLite::Database& db);

  std::string object(const std::string& object);
  // Of a source or a cluster.
  std::string name(const std::string& name);
  std::string boot(const std::string& name) { return keep_names_ ? name : names_.boot(name); }
  std::string sentence(const std::string& text);
  std::string value(const std::string& aspect, const std::string& value);
  // The strings in a JSON object; what is none is a sentence.
  std::string json(const std::string& text);

  const Pseudonyms& names() const { return names_; }
  std::int64_t secrets() const { return secrets_; }

 private:
  std::string without_secrets(const std::string& text);
  std::string setting(std::string_view key, const std::string& value);
  std::string members(const std::string& lines);
  void redact(std::string_view key, boost::json::value& value);

  SecretRules rules_;
  bool keep_names_;
  Pseudonyms names_;
  std::int64_t secrets_ = 0;
};

}  // namespace tidemark
