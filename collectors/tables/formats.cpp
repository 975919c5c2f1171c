// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/formats.h"

#include <algorithm>
#include <array>

#include "collectors/tables/delta/delta_catalog.h"
#include "collectors/tables/hudi/hudi_catalog.h"
#include "collectors/tables/iceberg/hadoop_catalog.h"
#include "collectors/tables/iceberg/rest_catalog.h"
#include "collectors/tables/iceberg/sql_catalog.h"
#include "collectors/tables/paimon/paimon_catalog.h"

namespace tidemark {
namespace {
struct Format {
  std::string_view type;
  Result<std::unique_ptr<TableCatalog>> (*open)(const CatalogProfile&, const SecretResolver&, const Clock&);
};

constexpr std::array formats{
    Format{"iceberg-rest", iceberg::RestCatalog::open},
    Format{"iceberg-sql", iceberg::SqlCatalog::open},
    Format{"iceberg-hadoop", iceberg::HadoopCatalog::open},
    Format{"delta", delta::DeltaCatalog::open},
    Format{"hudi", hudi::HudiCatalog::open},
    Format{"paimon", paimon::PaimonCatalog::open},
};

const Format* find(std::string_view type) {
  const auto* found = std::ranges::find(formats, type, &Format::type);
  return found == formats.end() ? nullptr : found;
}
}  // namespace

bool is_readable_catalog(std::string_view type) { return find(type) != nullptr; }

Result<std::unique_ptr<TableCatalog>> open_catalog(const CatalogProfile& profile, const SecretResolver& secrets,
                                                   const Clock& clock) {
  const Format* format = find(profile.type);
  if (format == nullptr)
    return fail(ErrorCode::usage, "this version does not read \"" + profile.type + "\" catalogs", profile.name);
  return format->open(profile, secrets, clock);
}

}  // namespace tidemark
