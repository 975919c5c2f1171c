// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/figures.h"

#include <QHBoxLayout>
#include <QLabel>

#include "models/items/format.h"
#include "views/widgets/parts.h"

namespace tidemark::views {

Figures::Figures(int count, const QString& name, QWidget* parent) : QWidget(parent) {
  setAccessibleName(name);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  for (int i = 0; i < count; ++i) {
    Tile tile;
    QBoxLayout* inside = nullptr;
    tile.card = card(this, &inside, 12);
    inside->setSpacing(2);
    tile.name = plain_label(theme::Face::text, "muted");
    tile.value = plain_label(theme::Face::title);
    tile.note = plain_label(theme::Face::text, "muted");
    tile.note->setWordWrap(true);
    tile.note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (QLabel* label : {tile.name, tile.value, tile.note}) {
      label->setAccessibleName(name);
      inside->addWidget(label);
    }
    inside->addStretch(1);
    layout->addWidget(tile.card, 1);
    tiles_.push_back(tile);
  }
}

void Figures::show_figures(const std::vector<Figure>& figures) {
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    const Tile& tile = tiles_[i];
    tile.card->setVisible(i < figures.size());
    if (i >= figures.size()) continue;
    const Figure& figure = figures[i];
    tile.name->setText(figure.name);
    tile.value->setText(figure.value);
    set_tone(tile.value, figure.tone);
    tile.note->setText(figure.note);
    tile.note->setToolTip(format::plain(figure.note));
    tile.value->setAccessibleName(figure.name);
    tile.note->setAccessibleName(figure.name);
  }
}

}  // namespace tidemark::views
