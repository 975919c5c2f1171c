// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/metadata_file.h"

#include "collectors/tables/gunzip.h"
#include "collectors/tables/iceberg/read_table.h"

namespace tidemark::iceberg {

void take_metadata(StoreReply file, const std::string& path, const TableName& table, const ReadRules& rules,
                   TableLoad& load) {
  load.add(file);
  const auto refuse = [&](const Error& error) {
    load.outcome = HttpOutcome::other;
    load.error = error;
    load.error.where = path;
  };
  if (file.what == StoreReply::What::missing) refuse({ErrorCode::no_data, "there is no such metadata file", {}, {}});
  if (!load.ok()) return;
  if (file.what == StoreReply::What::same) {
    load.what = TableLoad::What::unchanged;
    return;
  }
  if (is_gzip(file.bytes)) {
    auto plain = gunzip(file.bytes, ObjectStore::largest_file);
    if (!plain) return refuse(plain.error());
    file.bytes = std::move(*plain);
  }
  const auto metadata = parse_metadata(file.bytes, path);
  if (!metadata) return refuse(metadata.error());
  load.reading = read_table(table, *metadata, rules);
  load.what = TableLoad::What::loaded;
}

}  // namespace tidemark::iceberg
