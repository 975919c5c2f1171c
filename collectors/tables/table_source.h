// SPDX-License-Identifier: GPL-3.0-or-later
// TableSource: watches the tables of one catalog: their snapshots as commits, what their metadata says as states, and
// their marks where source offsets are known. Beside it a probe of the catalog itself. It only reads. A table that
// cannot be read blanks itself and nothing else; a catalog that is down is not asked once per table.
// Lanes: "tables" (half the shortest commit interval that is configured, within 10 to 60 s), "probe" (15 s).
// Thread rule: all calls and destruction from one thread. stop() ends calls that are under way within 250 ms.
// Errors: `usage` for a configuration that cannot work; from poll_once() `unreachable` or `denied`, one line each.
#pragma once

#include <memory>
#include <stop_token>

#include "collectors/core/source.h"
#include "collectors/tables/catalog.h"
#include "collectors/tables/marks.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/sink.h"

namespace tidemark {

class TableSource final : public Source {
 public:
  // Does not wait for the network. `pipelines`: what the profile says of writers. `join`: who finds marks beyond the
  // metadata; may be null. Clock and sink must outlive the source.
  static Result<std::unique_ptr<TableSource>> open(const CatalogProfile& profile,
                                                   const std::vector<PipelineProfile>& pipelines,
                                                   const SecretResolver& secrets, const Clock& clock, SampleSink& sink,
                                                   std::shared_ptr<MarkJoin> join = nullptr);
  // A sink whose reader shows it as a table of its name.
  static std::unique_ptr<TableSource> of_sink(std::unique_ptr<TableCatalog> reader, const SinkProfile& profile,
                                              const std::vector<PipelineProfile>& pipelines, const Clock& clock,
                                              SampleSink& sink);
  ~TableSource() override;

  Result<> poll_once(std::stop_token stop) override;
  void start() override;
  void stop() override;

 private:
  class Impl;
  explicit TableSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tidemark
