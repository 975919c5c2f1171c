// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/tables/judged_table.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <set>

namespace tidemark::testing {
namespace {
const QString fixtures = QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/");

// The number in "snapshot-7" and in "00000000000000000007.json"; -1 of other names.
int number_of(const QString& name) {
  static const QRegularExpression numbered(QStringLiteral("^(?:snapshot-)?(\\d+)(?:\\.json)?$"));
  const auto match = numbered.match(name);
  return match.hasMatch() ? match.captured(1).toInt() : -1;
}
}  // namespace

JudgedTable::JudgedTable(std::string type) {
  catalog.name = "lake";
  catalog.cluster = ClusterName("prod");
  catalog.type = std::move(type);
  catalog.path = folder_.path().toStdString();
  pipeline = {.name = "p", .topic = "orders", .table = "lake.orders"};
  pipeline.commit_interval = pipeline.commit_timeout = Millis(10'000);
}

void JudgedTable::write(const QString& name, const QByteArray& bytes) const {
  QDir().mkpath(QFileInfo(file(name)).path());
  QFile out(file(name));
  if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) qFatal("cannot write %s", qPrintable(name));
}

void JudgedTable::put(const QString& fixture, int last) {
  const QDir from(fixtures + fixture);
  const QString table = QStringLiteral("lake/orders/");
  std::set<QString> there;
  QDirIterator files(from.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile in(files.next());
    const QString name = table + from.relativeFilePath(in.fileName());
    if (number_of(QFileInfo(name).fileName()) > last) continue;
    there.insert(file(name));
    if (!in.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(in.fileName()));
    const QByteArray bytes = in.readAll();
    QFile old(file(name));
    if (!old.open(QIODevice::ReadOnly) || old.readAll() != bytes) write(name, bytes);
  }
  if (there.empty()) qFatal("no fixture %s", qPrintable(fixture));
  QDirIterator old(file(table), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (old.hasNext())
    if (const QString name = old.next(); !there.contains(name)) QFile::remove(name);
}

// As it was before its newest snapshots: they are all that a later file has more.
void JudgedTable::put_metadata(const QString& fixture, int last) {
  QFile in(fixtures + fixture);
  if (!in.open(QIODevice::ReadOnly)) qFatal("no fixture %s", qPrintable(fixture));
  QJsonObject metadata = QJsonDocument::fromJson(in.readAll()).object();
  QJsonArray snapshots = metadata.value(QLatin1String("snapshots")).toArray();
  QJsonArray log = metadata.value(QLatin1String("snapshot-log")).toArray();
  while (snapshots.size() > last) {
    snapshots.removeLast();
    log.removeLast();
    const QJsonValue head = snapshots.last().toObject().value(QLatin1String("snapshot-id"));
    metadata.insert(QLatin1String("current-snapshot-id"), head);
    metadata.insert(
        QLatin1String("refs"),
        QJsonObject{{QLatin1String("main"), QJsonObject{{QLatin1String("snapshot-id"), head},
                                                        {QLatin1String("type"), QLatin1String("branch")}}}});
  }
  metadata.insert(QLatin1String("snapshots"), snapshots);
  metadata.insert(QLatin1String("snapshot-log"), log);
  write(QStringLiteral("lake/orders/metadata/v%1.metadata.json").arg(++metadata_), QJsonDocument(metadata).toJson());
}

void JudgedTable::tell(const Beside& beside) {
  const SourceSpec source{"kafka", "prod", ClusterName("prod")};
  const auto say = [&](const char* lane_name, std::initializer_list<std::pair<Signal, std::int64_t>> values) {
    Poll poll;
    poll.lane = recorder.lane({source, lane_name, step});
    poll.wall = clock.now();
    poll.mono = clock.mono();
    poll.due = poll.answered = 1;
    for (const auto& [signal, value] : values)
      poll.samples.push_back({recorder.series(poll.lane, {signal, object::partition(partition), "records"}), value});
    recorder.push(std::move(poll));
  };
  say("floor", {{signal::floor, beside.floor}});
  say("offsets", {{signal::stable, beside.high}, {signal::high, beside.high}});
  if (beside.committed) say("groups", {{signal::group(GroupId(pipeline.group)), *beside.committed}});
}

void JudgedTable::poll(const Beside& beside, int polls) {
  if (beside.committed && pipeline.group.empty()) pipeline.group = "g";
  if (!source_) {
    auto opened = TableSource::open(catalog, {pipeline}, secrets, clock, recorder, join);
    if (!opened) qFatal("%s", opened.error().line().c_str());
    source_ = std::move(*opened);
  }
  for (int i = 0; i < polls; ++i) {
    clock.turn(step);
    if (const auto done = source_->poll_once({}); !done) qFatal("%s", done.error().line().c_str());
    tell(beside);
  }
}

AlignRow JudgedTable::row() const {
  const auto snapshot = recorder.snapshot();
  Profile profile;
  profile.pipelines = {pipeline};
  for (AlignRow& row : align_rows(*snapshot, snapshot->to, {}, profile))
    if (row.partition == partition) return std::move(row);
  return {};
}

}  // namespace tidemark::testing
