// SPDX-License-Identifier: GPL-3.0-or-later
// Facts card: a title and named facts beneath each other, to be read and copied. Thread rule: GUI thread.
#pragma once

#include <QFrame>
#include <string>
#include <utility>
#include <vector>

class QTextEdit;

namespace tidemark::views {

using Fact = std::pair<QString, QString>;  // a name and its words

class FactsCard : public QFrame {
  Q_OBJECT
 public:
  explicit FactsCard(const QString& name, QWidget* parent = nullptr);
  // `of`: what the facts are about; while it is the same, the place that is read stays. The same words again leave
  // alone what is marked.
  void show_facts(const std::string& of, const QString& title, std::vector<Fact> facts);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void write();

  std::string of_;
  QString title_;
  std::vector<Fact> facts_;
  QTextEdit* text_;
};

}  // namespace tidemark::views
