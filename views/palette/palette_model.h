// SPDX-License-Identifier: GPL-3.0-or-later
// PaletteModel: the entries of a palette that fit what was typed. Thread rule: GUI thread.
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "views/palette/palette.h"

namespace tidemark::views {

class PaletteModel final : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role { about_role = Qt::UserRole, keys_role };
  static constexpr int most_shown = 200;

  using QAbstractListModel::QAbstractListModel;
  // Nothing of them is shown before filter().
  void set_entries(std::vector<PaletteEntry> entries);
  void set_read(std::vector<PaletteEntry> entries);
  void filter(const QString& typed);
  bool fits(const QString& text) const;
  // Palette::chosen's number of a row.
  int number_of(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  const PaletteEntry& entry(int row) const;
  int reads() const { return static_cast<int>(read_.size()); }

  std::vector<PaletteEntry> entries_, read_;
  std::vector<QString> folded_;  // beside entries_: text and what it is
  std::vector<int> fits_;        // indices into entries_
};

}  // namespace tidemark::views
