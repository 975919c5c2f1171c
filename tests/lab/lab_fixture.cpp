// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/lab_fixture.h"

#include <QFile>
#include <QJsonObject>
#include <QProcess>

namespace tidemark::testing {
namespace {
constexpr int registry_unreachable = 77;
constexpr int longest_ms = 300'000;
}  // namespace

Lab::Lab() {
  dir_ = qEnvironmentVariable("TIDEMARK_LAB_DIR");
  shared_ = !dir_.isEmpty();
  if (shared_) return;
  // A folder in memory where there is one: filling the cluster is mostly disk.
  const QString base = QFile::exists("/dev/shm") ? "/dev/shm" : "/tmp";
  scratch_ = std::make_unique<QTemporaryDir>(base + "/tidemark-lab-XXXXXX");
  dir_ = scratch_->filePath("lab");
}

Lab::~Lab() {
  QByteArray output;
  if (started_ && !shared_) call("lab", {"down"}, output);
}

int Lab::call(const QString& program, const QStringList& arguments, QByteArray& output) {
  QProcess process;
  process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  process.start(TIDEMARK_SOURCE_DIR "/tests/lab/" + program, arguments + QStringList{"--dir", dir_});
  if (!process.waitForFinished(longest_ms) || process.exitStatus() != QProcess::NormalExit) return -1;
  output = process.readAllStandardOutput();
  return process.exitCode();
}

Lab::Start Lab::up() {
  QByteArray output;
  const auto flavour = qEnvironmentVariable("TIDEMARK_LAB_FLAVOUR", "4.1");
  const int status =
      call("lab", shared_ ? QStringList{"status"} : QStringList{"up", "--flavour", flavour, "--json"}, output);
  if (status == registry_unreachable) return Start::unavailable;
  if (status != 0) return Start::failed;
  started_ = true;
  const auto told = QJsonDocument::fromJson(output).object();
  bootstrap_ = told.value("bootstrap").toString().toStdString();
  sasl_bootstrap_ = told.value("sasl_bootstrap").toString().toStdString();
  const auto users = told.value("users").toObject();
  for (const auto& user : users.keys()) passwords_[user.toStdString()] = users.value(user).toString().toStdString();
  return bootstrap_.empty() ? Start::failed : Start::ok;
}

QJsonObject Lab::seed(const QStringList& arguments) {
  const QString out = shared_ ? dir_ + "-out" : scratch_->path();
  if (!shared_) run("seed", QStringList{"--out", out} + arguments);
  QFile file(out + "/truth.json");
  if (!file.open(QIODevice::ReadOnly)) qFatal("no truth.json in %s", qPrintable(out));
  return QJsonDocument::fromJson(file.readAll()).object();
}

QByteArray Lab::run(const QString& program, const QStringList& arguments) {
  QByteArray output;
  const int status = call(program, arguments, output);
  if (status != 0) qFatal("tests/lab/%s %s: status %d", qPrintable(program), qPrintable(arguments.join(' ')), status);
  return output;
}

}  // namespace tidemark::testing
