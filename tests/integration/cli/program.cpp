// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/cli/program.h"

#include <QDirIterator>
#include <QFile>
#include <QProcessEnvironment>

namespace {
constexpr int longest_ms = 60'000;
}

Program::Program() {
  if (!folder_.isValid()) qFatal("no temporary folder");
}

std::unique_ptr<QProcess> Program::start(const QStringList& arguments) const {
  auto process = std::make_unique<QProcess>();
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("HOME"), folder_.path());
  environment.insert(QStringLiteral("XDG_DATA_HOME"), folder_.filePath(QStringLiteral("data")));
  environment.insert(QStringLiteral("TMPDIR"), folder_.path());
  process->setProcessEnvironment(environment);
  process->setWorkingDirectory(folder_.path());
  process->start(QStringLiteral(TIDEMARK_BINARY_DIR "/bin/tidemark-cli"), arguments);
  return process;
}

Ran Program::run(const QStringList& arguments) const {
  const auto process = start(arguments);
  Ran ran;
  if (!process->waitForFinished(longest_ms)) return ran;
  ran.status = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
  ran.out = process->readAllStandardOutput();
  ran.err = process->readAllStandardError();
  return ran;
}

QString Program::write(const QString& name, const QByteArray& text) const {
  QFile file(path(name));
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("cannot write");
  return file.fileName();
}

QStringList Program::files() const {
  QStringList names;
  QDirIterator all(folder_.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (all.hasNext()) names << all.next();
  names.sort();
  return names;
}
