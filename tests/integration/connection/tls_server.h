// SPDX-License-Identifier: GPL-3.0-or-later
// TlsServer: `openssl s_server` on a port of loopback, with a certificate that it signs itself. It answers every
// request with a page. Main thread of a test.
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <string>

namespace tidemark::testing {

class TlsServer final {
 public:
  // `names`: as openssl takes them: "DNS:localhost,IP:127.0.0.1". `more`: further words of s_server.
  explicit TlsServer(const QString& names, const QStringList& more = {});
  ~TlsServer();

  int port() const { return port_; }
  std::string at(const std::string& host) const { return host + ':' + std::to_string(port_); }
  std::string certificate() const { return folder_.filePath(QStringLiteral("cert.pem")).toStdString(); }

 private:
  QTemporaryDir folder_;
  QProcess process_;
  int port_ = 0;
};

}  // namespace tidemark::testing
