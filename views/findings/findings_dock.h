// SPDX-License-Identifier: GPL-3.0-or-later
// Findings: what the rules found, beneath every page: counted, listed, and of the chosen one why. It asks for the page
// that shows the evidence, and for a snooze to be written. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/finding_model.h"
#include "views/widgets/table_page.h"

class QToolButton;

namespace tidemark::views {
class FactsCard;

// "2 errors · 1 warning", with their shapes.
QString counts_words(const FindingCounts& counts);
Sentence findings_sentence(const Findings& findings);

class FindingsDock final : public TablePage {
  Q_OBJECT
 public:
  explicit FindingsDock(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  // Null: nothing could be judged; `trouble` says why not, or what is not known of them.
  void show_findings(const std::shared_ptr<const Findings>& findings, const QString& trouble = {});
  const FindingModel& model() const { return *model_; }
  // The signals of the chosen finding, shown or not.
  void toggle_why();
  // Asks until when the chosen finding is to sleep.
  void ask_snooze(LocalTime now);

 signals:
  void evidence_asked(const tidemark::DiagnosisRow& row);
  void snooze_asked(const tidemark::Snoozed& said);
  void left();  // by Esc

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  FindingsDock(FindingModel* model, QWidget* parent);
  const DiagnosisRow* chosen() const;
  void choose();
  QWidget* foot();
  void show_cannot_run(const std::vector<CannotRun>& rules);

  FindingModel* model_;
  FactsCard* why_;
  QLabel* cannot_;
  QToolButton* fold_;
  bool why_wanted_ = true;
};

}  // namespace tidemark::views
