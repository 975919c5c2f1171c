// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/palette_model.h"

#include "views/palette/palette_rank.h"

namespace tidemark::views {

void PaletteModel::set_entries(std::vector<PaletteEntry> entries) {
  beginResetModel();
  entries_ = std::move(entries);
  fits_.clear();
  folded_.clear();
  folded_.reserve(entries_.size());
  for (const PaletteEntry& entry : entries_)
    folded_.push_back((entry.text + QLatin1Char(' ') + entry.about).toCaseFolded());
  endResetModel();
}

void PaletteModel::set_read(std::vector<PaletteEntry> entries) {
  beginResetModel();
  read_ = std::move(entries);
  endResetModel();
}

void PaletteModel::filter(const QString& typed) {
  beginResetModel();
  fits_ = ranked(folded_, typed, most_shown);
  endResetModel();
}

bool PaletteModel::fits(const QString& text) const { return !ranked(folded_, text, 1).empty(); }

int PaletteModel::number_of(int row) const {
  return row < reads() ? -1 - row : fits_[static_cast<std::size_t>(row - reads())];
}

const PaletteEntry& PaletteModel::entry(int row) const {
  const int number = number_of(row);
  return number < 0 ? read_[static_cast<std::size_t>(-1 - number)] : entries_[static_cast<std::size_t>(number)];
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : reads() + static_cast<int>(fits_.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  const PaletteEntry& of = entry(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return of.text;
    case about_role:
      return of.about;
    case keys_role:
      return of.keys;
    case Qt::AccessibleTextRole:
      return of.keys.isEmpty() ? of.text + QStringLiteral(", ") + of.about
                               : of.text + QStringLiteral(", ") + of.about + QStringLiteral(", ") + of.keys;
    default:
      return {};
  }
}

}  // namespace tidemark::views
