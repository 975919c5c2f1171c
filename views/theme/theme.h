// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: the semantic colours, in light and dark, the fonts and the measures of every view. Code names a meaning, never
// a colour. Which of the two a widget uses follows from its palette: dark where the window is darker than its text.
// Text colours keep 4.5:1 against every ground, lines and marks 3:1; `faint` is decoration only.
// Thread rule: GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <optional>

class QApplication;

namespace tidemark::theme {

enum class Colour {
  background,
  surface,
  ink,
  muted,
  faint,
  line,
  hover,
  accent,
  accent_text,
  accent_ground,
  ok,
  ok_ground,
  warn,
  warn_ground,
  error,
  error_text,
  error_ground,
  mark_high,
  mark_stable,
  mark_group,
  mark_table,
  mark_floor,
  gap_not_landed,
  gap_not_landed_fill,
  gap_unread_fill,
};
inline constexpr int colour_count = 25;

enum class Mode { system, light, dark };

class Theme final {
 public:
  explicit Theme(bool dark) : dark_(dark) {}
  explicit Theme(const QPalette& palette);

  bool dark() const { return dark_; }
  QColor operator()(Colour colour) const;
  QPalette palette() const;

 private:
  bool dark_;
};

// Measures in device-independent pixels.
inline constexpr int grid = 8;
inline constexpr int text_px = 13;
inline constexpr int small_px = 11;
inline constexpr int title_px = 17;
inline constexpr int row_px = 34;
inline constexpr int radius_px = 8;

enum class Face { text, strong, small, title, mono };
QFont font(Face face = Face::text);

// False where the machine has no font at all: then nothing can be drawn.
bool has_fonts();

// Fusion, palette, font and style sheet of the whole program. `system` is what the desktop's palette says now.
void apply(QApplication& app, Mode mode);
std::optional<Mode> mode_from(const QString& word);

}  // namespace tidemark::theme
