// SPDX-License-Identifier: GPL-3.0-or-later
// The control topic as the real sink wrote it (tests/fixtures/iceberg-connect). Aborts where it cannot be read.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <vector>

#include "collectors/tables/gunzip.h"

namespace tidemark::testing {

struct CapturedRecord {
  std::int32_t partition = 0;
  std::int64_t offset = 0;
  std::string key;
  std::vector<std::uint8_t> value;
};

inline QByteArray captured_file(const QString& name) {
  QFile file(TIDEMARK_SOURCE_DIR "/tests/fixtures/iceberg-connect/" + name);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", qPrintable(name));
  return file.readAll();
}

inline std::vector<CapturedRecord> captured_records() {
  const auto text = gunzip(captured_file("control.ndjson.gz").toStdString(), 64u << 20);
  if (!text) qFatal("%s", text.error().line().c_str());
  std::vector<CapturedRecord> records;
  for (const auto& line : QByteArray::fromStdString(*text).split('\n')) {
    if (line.isEmpty()) continue;
    const auto json = QJsonDocument::fromJson(line).object();
    const auto value = QByteArray::fromBase64(json.value("value").toString().toLatin1());
    records.push_back({json.value("partition").toInt(),
                       json.value("offset").toInteger(),
                       json.value("key").toString().toStdString(),
                       {value.begin(), value.end()}});
  }
  return records;
}

inline QJsonObject survey(const QString& moment) {
  return QJsonDocument::fromJson(captured_file(moment + "/survey.json")).object();
}

}  // namespace tidemark::testing
