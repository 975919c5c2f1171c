// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/connection/tls_server.h"

#include <QRegularExpression>

namespace tidemark::testing {
namespace {
constexpr int patience_ms = 30'000;
}

TlsServer::TlsServer(const QString& names, const QStringList& more) {
  const QString key = folder_.filePath(QStringLiteral("key.pem")),
                certificate = folder_.filePath(QStringLiteral("cert.pem"));
  QProcess made;
  made.start(QStringLiteral("openssl"),
             {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj",
              "/CN=Tidemark test", "-addext", "subjectAltName=" + names, "-keyout", key, "-out", certificate});
  if (!made.waitForFinished(patience_ms) || made.exitCode() != 0)
    qFatal("openssl: %s", made.readAllStandardError().constData());
  process_.setProcessChannelMode(QProcess::MergedChannels);
  process_.start(QStringLiteral("openssl"),
                 QStringList{"s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"} << more);
  static const QRegularExpression accepts(QStringLiteral("ACCEPT \\S+:(\\d+)"));
  QString told;
  while (port_ == 0 && process_.waitForReadyRead(patience_ms)) {
    told += QString::fromUtf8(process_.readAll());
    port_ = accepts.match(told).captured(1).toInt();
  }
  if (port_ == 0) qFatal("s_server: %s", qPrintable(told));
}

TlsServer::~TlsServer() {
  process_.kill();
  process_.waitForFinished(patience_ms);
}

}  // namespace tidemark::testing
