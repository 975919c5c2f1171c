// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting: what stands behind the page that connects to a cluster: the profile that comes of what is typed, client
// properties that are read, the check of every endpoint on a thread of its own, and the file. Thread rule: GUI thread.
#pragma once

#include <QObject>
#include <optional>
#include <thread>

#include "models/domain/profile.h"
#include "models/domain/result.h"

namespace tidemark::views {
class ConnectPage;
}

namespace tidemark::shell {

class Connecting final : public QObject {
  Q_OBJECT
 public:
  Connecting(views::ConnectPage* page, QObject* parent);
  ~Connecting() override;

 signals:
  // The profile is saved.
  void collect_asked(const tidemark::Profile& profile, const QString& timeline);

 private:
  void propose();
  void import_properties();
  void test();
  void save(const QString& profile, const QString& timeline);

  views::ConnectPage* page_;
  std::string text_;                // that would be saved
  std::optional<Profile> profile_;  // as it is read from there; none: it cannot be
  std::string name_;                // that the places were proposed for
  std::jthread thread_;             // last: ends before what it uses
};

}  // namespace tidemark::shell
