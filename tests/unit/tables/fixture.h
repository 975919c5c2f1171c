// SPDX-License-Identifier: GPL-3.0-or-later
// The metadata that a real writer has written (tests/fixtures/iceberg/generate.py), and what it says of it.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include "collectors/tables/iceberg/read_table.h"

namespace tidemark::test {

inline QByteArray fixture(const QString& name) {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/iceberg/") + name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline std::string metadata_text(const char* name) {
  return fixture(QString::fromLatin1(name) + QStringLiteral(".metadata.json")).toStdString();
}

inline QJsonObject expected(const char* name) {
  const auto all = QJsonDocument::fromJson(fixture(QStringLiteral("expected.json"))).object();
  return all.value(QLatin1String(name)).toObject();
}

inline std::vector<std::string> texts(const QJsonValue& list) {
  std::vector<std::string> out;
  for (const auto& value : list.toArray()) out.push_back(value.toString().toStdString());
  return out;
}

inline iceberg::Metadata metadata(const char* name) {
  auto parsed = iceberg::parse_metadata(metadata_text(name), name);
  if (!parsed) qFatal("%s", parsed.error().line().c_str());
  return std::move(*parsed);
}

// A table of version 2 around a list of snapshots and whatever else the test says.
inline std::string table_json(const std::string& snapshots, const std::string& more) {
  return R"({"format-version":2,"table-uuid":"u","location":"/t","snapshots":[)" + snapshots + "]" +
         (more.empty() ? "" : "," + more) + "}";
}
inline std::string snapshot_json(const std::string& id, const std::string& parent, const std::string& summary = {}) {
  return R"({"snapshot-id":)" + id + (parent.empty() ? "" : R"(,"parent-snapshot-id":)" + parent) +
         R"(,"timestamp-ms":1700000000000,"summary":{"operation":"append")" + (summary.empty() ? "" : "," + summary) +
         "}}";
}

}  // namespace tidemark::test
