// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real tidemark-cli as a person would, with a home folder of its own. Main thread of a test.
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>

struct Ran {
  int status = -1;
  QByteArray out;
  QByteArray err;
  // Not empty, one line, ended.
  bool one_line() const { return err.count('\n') == 1 && err.endsWith('\n') && err.size() > 1; }
};

class Program final {
 public:
  Program();

  Ran run(const QStringList& arguments) const;
  // Still running; ends with the object.
  std::unique_ptr<QProcess> start(const QStringList& arguments) const;

  QString path(const QString& name) const { return folder_.filePath(name); }
  QString write(const QString& name, const QByteArray& text) const;
  // Every file under the folder, sorted.
  QStringList files() const;

 private:
  QTemporaryDir folder_;
};
