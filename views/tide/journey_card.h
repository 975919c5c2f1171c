// SPDX-License-Identifier: GPL-3.0-or-later
// Journey card: when one record was produced, became readable and was passed by each group, each time with its ± and
// evidence. Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <vector>

#include "models/analysis/journey.h"

class QGridLayout;
class QLabel;

namespace tidemark::views {

class JourneyCard final : public QFrame {
  Q_OBJECT
 public:
  explicit JourneyCard(QWidget* parent = nullptr);
  // Not applicable: says how to ask for one.
  void show_journey(const Known<JourneyRow>& journey);
  // The journey in one line; empty where none is shown.
  QString said() const;

 private:
  void add_stage(const JourneyStage& stage);

  QLabel* title_;
  QLabel* words_;
  QGridLayout* grid_;
  std::vector<QLabel*> labels_;
  QStringList told_;  // the stages that are shown
};

}  // namespace tidemark::views
