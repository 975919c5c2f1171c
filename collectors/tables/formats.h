// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of catalogs that can be read, by the word of the profile. A new format is a folder of files and a line in
// formats.cpp. Thread rule: any thread.
#pragma once

#include <memory>
#include <string_view>

#include "collectors/tables/catalog.h"

namespace tidemark {

bool is_readable_catalog(std::string_view type);
// Does not touch the network. Error: `usage`.
Result<std::unique_ptr<TableCatalog>> open_catalog(const CatalogProfile& profile, const SecretResolver& secrets,
                                                   const Clock& clock);

}  // namespace tidemark
