// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectForm: what has to be said of a cluster, and of what stands beside it, to collect from them: addresses, how
// they are protected, who signs in. A password is a reference only. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <map>

#include "models/domain/profile.h"

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace tidemark::views {

class ConnectForm final : public QWidget {
  Q_OBJECT
 public:
  explicit ConnectForm(QWidget* parent = nullptr);

  // As it is typed; what is wrong with it says whoever reads it.
  Profile profile() const;
  // Empty: it can be read. A password itself is none.
  QString fault() const;
  // From a file of client settings; those that have no field here are kept.
  void fill(const ClusterProfile& cluster);

 signals:
  void changed();

 private:
  QLineEdit* add(QFormLayout* form, const QString& name, const QString& example);
  void show_needed();  // and nothing that the protocol does not need
  bool has_tls() const;
  bool has_sasl() const;

  QFormLayout* form_;
  QLineEdit* bootstrap_;
  QLineEdit* name_;
  QComboBox* protocol_;
  QComboBox* mechanism_;
  QLineEdit* user_;
  QLineEdit* password_;
  QLineEdit* authority_;
  QLineEdit* connect_;
  QLineEdit* registry_;
  QLineEdit* catalog_;
  std::map<std::string, std::string> more_;  // settings without a field
};

}  // namespace tidemark::views
