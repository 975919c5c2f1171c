// SPDX-License-Identifier: GPL-3.0-or-later
// Lab: a real Kafka cluster for one test program, started by tests/lab/lab in a scratch folder and ended with it. With
// TIDEMARK_LAB_DIR set, the lab in that folder is used and left running (for work on a test).
// Thread rule: one thread.
#pragma once

#include <QJsonDocument>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <map>
#include <memory>
#include <string>

namespace tidemark::testing {

class Lab final {
 public:
  enum class Start { ok, unavailable, failed };

  Lab();
  ~Lab();
  // `unavailable`: the registry is out of reach; skip visibly (in CI that is a failure).
  Start up();
  // Fills the cluster; the truth of every group and partition.
  QJsonObject seed(const QStringList& arguments = {});
  // Runs a program of tests/lab; its standard output. Fails the test program when it fails.
  QByteArray run(const QString& program, const QStringList& arguments);
  void broker(const QString& action, int id) { run("lab", {"broker", action, QString::number(id)}); }
  std::string bootstrap() const { return bootstrap_; }
  // The listener with users: SASL_PLAINTEXT, PLAIN.
  std::string sasl_bootstrap() const { return sasl_bootstrap_; }
  std::string password(const std::string& user) const { return passwords_.at(user); }
  bool is_shared() const { return shared_; }

 private:
  int call(const QString& program, const QStringList& arguments, QByteArray& output);
  std::unique_ptr<QTemporaryDir> scratch_;
  QString dir_;
  bool shared_ = false;
  bool started_ = false;
  std::string bootstrap_;
  std::string sasl_bootstrap_;
  std::map<std::string, std::string> passwords_;
};

}  // namespace tidemark::testing
