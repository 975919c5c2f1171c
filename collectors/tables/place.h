// SPDX-License-Identifier: GPL-3.0-or-later
// TablePlace: what a timeline calls the place where tables are found: its source, and the object that is probed.
// Value type.
#pragma once

#include "models/domain/profile.h"
#include "models/domain/sample.h"

namespace tidemark {

struct TablePlace {
  SourceSpec source;
  Object object;  // "catalog:lake", "sink:vectors"
};

inline TablePlace place_of(const CatalogProfile& catalog) {
  return {{"tables", catalog.name, catalog.cluster}, Object("catalog:" + catalog.name)};
}
inline TablePlace place_of(const SinkProfile& sink) {
  return {{"sink", sink.name, sink.cluster}, Object("sink:" + sink.name)};
}

}  // namespace tidemark
