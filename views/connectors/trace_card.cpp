// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/connectors/trace_card.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int unfolded_px = 220;
constexpr int head_length = 140;
}  // namespace

TraceCard::TraceCard(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("Trace"));
  title_ = plain_label(theme::Face::strong);
  head_ = plain_label(theme::Face::text, "muted");
  head_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  title_->setAccessibleName(tr("Trace of"));
  head_->setAccessibleName(tr("First line of the trace"));
  fold_ = new QToolButton(this);
  copy_ = new QToolButton(this);
  copy_->setText(tr("Copy trace"));
  copy_->setAccessibleName(copy_->text());
  text_ = new QPlainTextEdit(this);
  text_->setReadOnly(true);
  text_->setFont(theme::font(theme::Face::mono));
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->setFrameShape(QFrame::NoFrame);
  text_->setAccessibleName(tr("The whole trace"));
  text_->setFixedHeight(unfolded_px);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(12, 8, 8, 8);
  top->setSpacing(12);
  top->addWidget(title_);
  top->addWidget(head_, 1);
  top->addWidget(fold_);
  top->addWidget(copy_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addLayout(top);
  layout->addWidget(text_);
  connect(fold_, &QToolButton::clicked, this, [this] { unfold(!unfolded_); });
  connect(copy_, &QToolButton::clicked, this, &TraceCard::copy);
  unfold(false);
  hide();
}

void TraceCard::show_trace(const QString& of, const QString& trace) {
  if (of == of_ && trace == trace_) return;
  of_ = of;
  trace_ = trace;
  title_->setText(tr("Trace of %1").arg(format::middle(of, 48)));
  title_->setToolTip(format::plain(of));
  head_->setText(format::middle(trace.section(QLatin1Char('\n'), 0, 0), head_length));
  text_->setPlainText(trace);
  setVisible(!trace.isEmpty());
}

void TraceCard::unfold(bool on) {
  unfolded_ = on;
  text_->setVisible(on);
  head_->setVisible(true);
  fold_->setText(on ? tr("Fold") : tr("Show all"));
  fold_->setAccessibleName(on ? tr("Fold the trace") : tr("Show the whole trace"));
}

void TraceCard::copy() { QApplication::clipboard()->setText(of_ + QLatin1Char('\n') + trace_); }

}  // namespace tidemark::views
