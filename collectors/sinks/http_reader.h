// SPDX-License-Identifier: GPL-3.0-or-later
// HttpReader: a store that answers HTTP requests in JSON, as a SinkReader: the asks of a profile or of its preset. What
// is not known to only read is not sent. Answers are bounded in size and time. Ages count from the machine's clock.
#pragma once

#include "collectors/http/http_client.h"
#include "collectors/sinks/sink_reader.h"
#include "models/domain/clock.h"

namespace tidemark {

class HttpReader final : public SinkReader {
 public:
  static constexpr std::size_t largest = SqlLimits{}.bytes;
  // Does not touch the network. Error: `usage`.
  static Result<std::unique_ptr<SinkReader>> open(const SinkProfile& profile, const SecretResolver& secrets,
                                                  const Clock& clock);
  bool knows(SinkQuestion question) const override { return asks_.contains(question); }
  CatalogAnswer probe(std::stop_token stop) override;
  SqlReply rows(SinkQuestion question, const std::string& key, std::stop_token stop) override;
  FoundAge age(SinkQuestion question, std::stop_token stop) override;

 private:
  using Headers = std::vector<std::pair<std::string, std::string>>;
  HttpReader(SinkProfile profile, std::map<SinkQuestion, SinkAsk> asks, HttpClient http, Headers headers,
             const Clock& clock);
  SqlReply ask(SinkQuestion question, const SinkAsk& ask, const std::stop_token& stop);
  HttpReply send(const SinkAsk& ask, const std::stop_token& stop);

  const SinkProfile profile_;
  const std::map<SinkQuestion, SinkAsk> asks_;
  HttpClient http_;
  const Headers headers_;
  const Clock& clock_;
};

// The age that an answer's only value is by its unit (SinkAsk's `gives`), at `now`. Pure.
Known<double> age_of(const std::string& value, std::string_view gives, LocalTime now);

}  // namespace tidemark
