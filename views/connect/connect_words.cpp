// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/connect/connect_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/items/format.h"

namespace tidemark::views {
namespace {
class ConnectWords {
  Q_DECLARE_TR_FUNCTIONS(ConnectWords)

 public:
  static QString step(const std::string& name) {
    if (name == "resolve") return tr("Name");
    if (name == "tcp") return tr("Port");
    if (name == "tls") return tr("TLS");
    if (name == "certificate") return tr("Certificate");
    if (name == "settings") return tr("Settings");
    if (name == "sign-in") return tr("Sign-in");
    if (name == "answer") return tr("Answer");
    if (name == "broker") return tr("Broker");
    return tr("Permission");
  }
  static QString permission(const std::string& name) {
    if (name == "describe topics") return tr("topics");
    if (name == "describe groups") return tr("groups");
    if (name == "topic configurations") return tr("configurations of topics");
    if (name == "broker configurations") return tr("configurations of brokers");
    if (name == "read records") return tr("reading records");
    return format::text(name);
  }
  static QString state(StepState state) {
    switch (state) {
      case StepState::ok:
        return tr("ok");
      case StepState::failed:
        return tr("failed");
      case StepState::unknown:
        return tr("unknown");
      case StepState::not_tried:
        break;
    }
    return tr("not tried");
  }
  static QString headline(const std::vector<CheckedEndpoint>& checked) {
    const auto answers = std::ranges::count_if(checked, &CheckedEndpoint::answers);
    if (answers == std::ssize(checked)) {
      const bool whole = std::ranges::none_of(checked, &CheckedEndpoint::fails);
      return whole ? tr("Everything answers.") : tr("Everything answers, with something to mend.");
    }
    if (answers > 0) return tr("%1 of %2 answer.").arg(answers).arg(checked.size());
    return tr("Nothing answers yet.");
  }
};
}  // namespace

QString step_name(const ConnectionStep& step) {
  QString name = ConnectWords::step(step.step);
  if (step.object.empty()) return name;
  const bool right = step.step == "permission";
  return name + QStringLiteral(" · ") + (right ? ConnectWords::permission(step.object) : format::text(step.object));
}

QString state_word(StepState state) { return ConnectWords::state(state); }

std::optional<Level> level_of(const ConnectionStep& step) {
  switch (step.state) {
    case StepState::ok:
      return Level::fine;
    case StepState::failed:
      return step.step == "permission" ? Level::warn : Level::error;
    case StepState::unknown:
      return Level::unknown;
    case StepState::not_tried:
      break;
  }
  return std::nullopt;
}

QString connection_headline(const std::vector<CheckedEndpoint>& checked) { return ConnectWords::headline(checked); }

}  // namespace tidemark::views
