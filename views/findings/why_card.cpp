// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/findings/why_card.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextEdit>
#include <QTextTable>
#include <QVBoxLayout>

#include "models/items/finding_model.h"
#include "models/items/format.h"
#include "views/theme/theme.h"

namespace tidemark::views {
namespace {
constexpr int names_px = 108;

QString lines(const std::vector<std::string>& signal_list) {
  QStringList words;
  for (const std::string& signal : signal_list) words << format::text(signal);
  return words.join(QLatin1Char('\n'));
}

QString words_of(const Cell& cell) {
  struct Words {
    QString operator()(std::monostate) const { return QStringLiteral("—"); }
    QString operator()(Reason reason) const {
      return QStringLiteral("%1 (%2)").arg(format::unknown(reason), format::sentence(reason));
    }
    QString operator()(bool yes) const { return yes ? WhyCard::tr("yes") : WhyCard::tr("no"); }
    QString operator()(std::int64_t value) const { return format::count(value); }
    QString operator()(double value) const { return QString::number(value, 'g', 4); }
    QString operator()(const std::string& text) const { return format::text(text); }
    QString operator()(LocalTime time) const { return format::date_time(time); }
    QString operator()(Millis time) const { return format::duration(time); }
    QString operator()(const CellList& list) const {
      QStringList words;
      for (const Cell& one : list) words << words_of(one);
      return words.join(QStringLiteral(", "));
    }
    QString operator()(const CellRecord& record) const {
      QStringList words;
      for (const CellField& field : record) words << field_words(field);
      return words.join(QLatin1Char('\n'));
    }
    static QString field_words(const CellField& field) {
      QString name = format::text(field.name).replace(QLatin1Char('_'), QLatin1Char(' '));
      if (name.endsWith(QStringLiteral(" ms")) && std::holds_alternative<Millis>(field.cell.value)) name.chop(3);
      return QStringLiteral("%1: %2").arg(name, words_of(field.cell));
    }
  };
  return std::visit(Words(), cell.value);
}

QString snooze_words(const Snoozed& said) {
  QString words = WhyCard::tr("until %1").arg(format::date_time(said.until));
  if (!said.author.empty()) words += WhyCard::tr(" by %1").arg(format::text(said.author));
  if (!said.reason.empty()) words += QStringLiteral(": ") + format::text(said.reason);
  return words;
}

QTextCharFormat written(theme::Face face, const QColor& colour) {
  QTextCharFormat out;
  out.setFont(theme::font(face));
  out.setForeground(colour);
  return out;
}
}  // namespace

WhyCard::WhyCard(QWidget* parent) : QFrame(parent), text_(new QTextEdit(this)) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("Why"));
  text_->setAccessibleName(tr("Why"));
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

void WhyCard::show_finding(const DiagnosisRow& row) {
  const QString title = QStringLiteral("%1 · %2").arg(format::text(row.finding.rule), format::text(row.title));
  std::vector<Line> said{{tr("next"), row.next.empty() ? tr("nothing to do") : format::text(row.next)},
                         {tr("speaks for it"), row.present.empty() ? tr("nothing") : lines(row.present)},
                         {tr("against it"), row.contradicting.empty() ? tr("nothing") : lines(row.contradicting)}};
  if (!row.missing.empty()) said.emplace_back(tr("would settle it"), lines(row.missing));
  if (!row.measured.empty()) said.emplace_back(tr("measured"), words_of(Cell(row.measured)));
  said.emplace_back(tr("confidence"), word_of(row.finding.confidence));
  if (row.snoozed) said.emplace_back(tr("snoozed"), snooze_words(*row.snoozed));
  const int read = row.id == of_ ? text_->verticalScrollBar()->value() : 0;
  of_ = row.id;
  if (title == title_ && said == lines_) return;
  title_ = title;
  lines_ = std::move(said);
  write();
  text_->verticalScrollBar()->setValue(read);
}

void WhyCard::write() {
  const theme::Theme theme(palette());
  const QTextCharFormat plain = written(theme::Face::text, theme(theme::Colour::ink));
  const QTextCharFormat muted = written(theme::Face::text, theme(theme::Colour::muted));
  text_->clear();
  QTextCursor cursor(text_->document());
  cursor.insertText(title_, written(theme::Face::strong, theme(theme::Colour::ink)));
  QTextTableFormat grid;
  grid.setBorder(0);
  grid.setCellPadding(0);
  grid.setCellSpacing(0);
  grid.setTopMargin(theme::grid);
  grid.setColumnWidthConstraints(
      {QTextLength(QTextLength::FixedLength, names_px), QTextLength(QTextLength::VariableLength, 0)});
  QTextTableCellFormat cell;
  cell.setBottomPadding(theme::grid / 2.0);
  QTextTable* table = cursor.insertTable(static_cast<int>(lines_.size()), 2, grid);
  for (int i = 0; i < table->rows(); ++i) {
    const auto& [name, words] = lines_[static_cast<std::size_t>(i)];
    for (const int column : {0, 1}) table->cellAt(i, column).setFormat(cell);
    table->cellAt(i, 0).firstCursorPosition().insertText(name, muted);
    table->cellAt(i, 1).firstCursorPosition().insertText(words, plain);
  }
  text_->moveCursor(QTextCursor::Start);
}

// QTextEdit scrolls to its cursor when it is shown, before it has its size.
void WhyCard::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  QMetaObject::invokeMethod(
      text_->verticalScrollBar(), [bar = text_->verticalScrollBar()] { bar->setValue(0); }, Qt::QueuedConnection);
}

void WhyCard::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && !lines_.empty()) write();
}

}  // namespace tidemark::views
