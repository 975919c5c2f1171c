// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facts_card.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextEdit>
#include <QTextTable>
#include <QVBoxLayout>

#include "views/theme/theme.h"

namespace tidemark::views {
namespace {
constexpr int names_px = 120;

QTextCharFormat written(theme::Face face, const QColor& colour) {
  QTextCharFormat out;
  out.setFont(theme::font(face));
  out.setForeground(colour);
  return out;
}
}  // namespace

FactsCard::FactsCard(const QString& name, QWidget* parent) : QFrame(parent), text_(new QTextEdit(this)) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(name);
  text_->setAccessibleName(name);
  text_->setReadOnly(true);
  text_->setTabChangesFocus(true);
  text_->setFrameShape(QFrame::NoFrame);
  text_->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  text_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  text_->document()->setDocumentMargin(0);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 6, 8);
  layout->addWidget(text_);
}

void FactsCard::show_facts(const std::string& of, const QString& title, std::vector<Fact> facts) {
  const int read = of == of_ ? text_->verticalScrollBar()->value() : 0;
  of_ = of;
  if (title == title_ && facts == facts_) return;
  title_ = title;
  facts_ = std::move(facts);
  write();
  text_->verticalScrollBar()->setValue(read);
}

void FactsCard::write() {
  const theme::Theme theme(palette());
  const QTextCharFormat plain = written(theme::Face::text, theme(theme::Colour::ink));
  const QTextCharFormat muted = written(theme::Face::text, theme(theme::Colour::muted));
  text_->clear();
  QTextCursor cursor(text_->document());
  cursor.insertText(title_, written(theme::Face::strong, theme(theme::Colour::ink)));
  if (facts_.empty()) return;  // Qt makes no table without rows
  QTextTableFormat grid;
  grid.setBorder(0);
  grid.setCellPadding(0);
  grid.setCellSpacing(0);
  grid.setTopMargin(theme::grid);
  grid.setColumnWidthConstraints(
      {QTextLength(QTextLength::FixedLength, names_px), QTextLength(QTextLength::VariableLength, 0)});
  QTextTableCellFormat cell;
  cell.setBottomPadding(theme::grid / 2.0);
  QTextTableCellFormat name_cell = cell;
  name_cell.setRightPadding(theme::grid);  // a long name does not touch its words
  QTextTable* table = cursor.insertTable(static_cast<int>(facts_.size()), 2, grid);
  for (int i = 0; i < table->rows(); ++i) {
    const auto& [name, words] = facts_[static_cast<std::size_t>(i)];
    table->cellAt(i, 0).setFormat(name_cell);
    table->cellAt(i, 1).setFormat(cell);
    table->cellAt(i, 0).firstCursorPosition().insertText(name, muted);
    table->cellAt(i, 1).firstCursorPosition().insertText(words, plain);
  }
  text_->moveCursor(QTextCursor::Start);
}

// QTextEdit scrolls to its cursor when it is shown, before it has its size.
void FactsCard::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  QMetaObject::invokeMethod(
      text_->verticalScrollBar(), [bar = text_->verticalScrollBar()] { bar->setValue(0); }, Qt::QueuedConnection);
}

void FactsCard::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && !facts_.empty()) write();
}

}  // namespace tidemark::views
