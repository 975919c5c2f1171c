// SPDX-License-Identifier: GPL-3.0-or-later
// SchemaIdSource: where the ids of registered schemas first stand in the records of one cluster's topics, as a lane
// "schema-ids" of that cluster. Only for clusters whose profile allows to read records, and only of topics that a
// registry has a subject of; an id that no registry knows is not told.
// Of a topic whose bytes only look like frames nothing is told.
// Cost: each poll reads what is new in these topics, at most 10,000 records and 32 MB.
// Thread rule: as of Source; what is registered is asked for on the source's thread. Errors: `usage` for a
// configuration that cannot work; from poll_once() `unreachable` or `denied`.
#pragma once

#include <functional>
#include <memory>

#include "collectors/core/source.h"
#include "collectors/kafka/schema_id_reader.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

class SchemaIdSource final : public Source {
 public:
  static constexpr std::size_t most_topics = 100;
  using Registered = std::function<RegisteredSchemas()>;

  static Result<std::unique_ptr<SchemaIdSource>> open(const ClusterProfile& profile, const SecretResolver& secrets,
                                                      const Clock& clock, SampleSink& sink, Registered registered);
  ~SchemaIdSource() override;
  Result<> poll_once(std::stop_token stop) override;
  void start() override;
  void stop() override;

 private:
  class Impl;
  explicit SchemaIdSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
