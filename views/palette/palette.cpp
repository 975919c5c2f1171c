// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/palette.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "views/palette/palette_model.h"
#include "views/theme/theme.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
using theme::Colour;
constexpr int width_px = 640;
constexpr int rows_shown = 11;
constexpr int margin_px = 12;

// The name, muted beside it what it is, and the keys at the end.
class PaletteDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {width_px, theme::row_px}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const theme::Theme theme(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
      painter->fillRect(option.rect, theme(Colour::accent_ground));
    else if (option.state & QStyle::State_MouseOver)
      painter->fillRect(option.rect, theme(Colour::hover));
    QRect box = option.rect.adjusted(margin_px, 0, -margin_px, 0);
    const QFontMetrics metrics(theme::font());
    const auto put = [&](const QString& text, Colour colour, Qt::Alignment side) {
      painter->setPen(theme(colour));
      painter->drawText(box, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    };
    painter->setFont(theme::font());
    if (const QString keys = index.data(PaletteModel::keys_role).toString(); !keys.isEmpty()) {
      put(keys, Colour::muted, Qt::AlignRight);
      box.setRight(box.right() - metrics.horizontalAdvance(keys) - margin_px);
    }
    const QString about = index.data(PaletteModel::about_role).toString();
    const int about_px = std::min(metrics.horizontalAdvance(about) + 1, box.width() / 2);
    put(metrics.elidedText(about, Qt::ElideMiddle, about_px + 1), Colour::muted, Qt::AlignRight);
    box.setRight(box.right() - about_px - margin_px);
    put(metrics.elidedText(index.data().toString(), Qt::ElideMiddle, box.width()), Colour::ink, Qt::AlignLeft);
    painter->restore();
  }
};
}  // namespace

Palette::Palette(const QString& placeholder, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      field_(new QLineEdit(this)),
      list_(new QListView(this)),
      nothing_(plain_label(theme::Face::text, "muted", tr("Nothing is called so."))),
      model_(new PaletteModel(this)) {
  setObjectName(QStringLiteral("palette"));
  setWindowTitle(tr("Palette"));
  setAccessibleName(windowTitle());
  setFixedWidth(width_px);
  field_->setPlaceholderText(placeholder);
  field_->setAccessibleName(placeholder);
  field_->setClearButtonEnabled(true);
  field_->installEventFilter(this);
  list_->setObjectName(QStringLiteral("table"));
  list_->setAccessibleName(tr("What fits"));
  list_->setModel(model_);
  list_->setItemDelegate(new PaletteDelegate(list_));
  list_->setUniformItemSizes(true);
  list_->setMouseTracking(true);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  nothing_->setAccessibleName(nothing_->text());
  nothing_->setContentsMargins(margin_px, theme::grid, margin_px, theme::grid);
  nothing_->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(margin_px, margin_px, margin_px, margin_px);
  layout->addWidget(field_);
  layout->addWidget(nothing_);
  layout->addWidget(list_);
  connect(field_, &QLineEdit::textChanged, this, [this](const QString& text) {
    emit edited(text);
    refresh();
  });
  connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

void Palette::set_entries(std::vector<PaletteEntry> entries) {
  model_->set_entries(std::move(entries));
  refresh();
}

void Palette::set_read(std::vector<PaletteEntry> entries) {
  model_->set_read(std::move(entries));
  refresh();
}

QString Palette::typed() const { return field_->text(); }
bool Palette::fits(const QString& text) const { return model_->fits(text); }
void Palette::type(const QString& text) { field_->setText(text); }

QStringList Palette::shown() const {
  QStringList all;
  for (int row = 0; row < model_->rowCount(); ++row) all << model_->index(row).data().toString();
  return all;
}

void Palette::refresh() {
  model_->filter(field_->text());
  const bool any = model_->rowCount() > 0;
  nothing_->setVisible(!any);
  list_->setVisible(any);
  list_->setFixedHeight(std::min(model_->rowCount(), rows_shown) * theme::row_px);
  if (any) list_->setCurrentIndex(model_->index(0));
  adjustSize();
}

void Palette::choose(int row) {
  if (row < 0 || row >= model_->rowCount()) return;
  const int number = model_->number_of(row);
  accept();
  emit chosen(number);
}

void Palette::move(int by) {
  const int last = model_->rowCount() - 1;
  if (last < 0) return;
  list_->setCurrentIndex(model_->index(std::clamp(list_->currentIndex().row() + by, 0, last)));
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == field_ && event->type() == QEvent::KeyPress) {
    switch (static_cast<QKeyEvent*>(event)->key()) {
      case Qt::Key_Down:
        move(1);
        return true;
      case Qt::Key_Up:
        move(-1);
        return true;
      case Qt::Key_PageDown:
        move(rows_shown - 1);
        return true;
      case Qt::Key_PageUp:
        move(1 - rows_shown);
        return true;
      case Qt::Key_Return:
      case Qt::Key_Enter:
        choose(list_->currentIndex().row());
        return true;
      default:
        break;
    }
  }
  return QDialog::eventFilter(watched, event);
}

void Palette::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  field_->setFocus();
  if (const QWidget* over = parentWidget()) {
    const QPoint top = over->mapToGlobal(QPoint((over->width() - width()) / 2, over->height() / 8));
    QWidget::move(top);
  }
}

// A palette that is left is closed.
void Palette::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow()) reject();
}

}  // namespace tidemark::views
