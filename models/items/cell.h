// SPDX-License-Identifier: GPL-3.0-or-later
// ItemCell: everything a view needs to draw one cell, to copy it and to read it aloud. SortValue: what it is sorted by.
// Value types; no thread rule.
#pragma once

#include <QMetaType>
#include <QString>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "models/domain/known.h"
#include "models/items/level.h"

namespace tidemark {

// The marks of one partition on one line.
struct MarkBar {
  Known<std::int64_t> floor = Reason::never_polled;
  Known<std::int64_t> table = Reason::not_applicable;
  Known<std::int64_t> group = Reason::never_polled;
  Known<std::int64_t> high = Reason::never_polled;
  Known<std::int64_t> stable = Reason::not_applicable;  // where it is drawn apart from high
  bool operator==(const MarkBar&) const = default;
};

// An age against its target: 1 is the target.
struct BudgetBar {
  double share = 0;
  bool has_target = false;
  Level level = Level::none;
};

// Produced, readable, group, table, queryable: how each stands; none: not seen.
using StageDots = std::array<Level, 5>;

// How something went over a window: a shade a column, 0 where it is not known.
struct ShadeStrip {
  std::shared_ptr<const std::uint8_t> shades;
  std::size_t columns = 0;
};

enum class Tone : std::uint8_t { plain, strong, muted, warn, error };

struct ItemCell {
  QString text;
  QString beside;  // muted, after the text
  QString tip;     // plain text; where nothing is known, why
  Tone tone = Tone::plain;
  Level level = Level::none;
  std::optional<MarkBar> marks;
  std::optional<BudgetBar> budget;  // right of the text
  std::optional<StageDots> stages;  // left of the text
  std::optional<int> score;         // of five, as squares, left of the text
  std::optional<ShadeStrip> strip;  // instead of the text, which says the same
  bool identifier = false;          // shortened in the middle, whole in the tip
  bool struck = false;              // no longer holds
};

// Raw values, so that sorting needs no text. Unknown goes last in either direction.
struct SortValue {
  bool unknown = false;
  double number = 0;
  std::string_view text = {};
};

// The columns of a model.
struct ItemColumn {
  QString title;
  QString tip;
  bool number = false;  // right-aligned
  int width = 96;       // of 13 px text; the first column takes the rest
};

// SortRole is the raw number or the text, invalid where unknown.
enum ItemRole { CellRole = Qt::UserRole, SortRole, LevelRole };

}  // namespace tidemark

Q_DECLARE_METATYPE(tidemark::ItemCell)
