// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QRawFont>
#include <array>

namespace tidemark::theme {
namespace {
struct Pair {
  Colour id;
  QRgb light;
  QRgb dark;
};
constexpr QRgb rgb(unsigned value) { return 0xff000000U | value; }
constexpr QRgb rgba(unsigned value, int percent) { return (static_cast<QRgb>(percent * 255 / 100) << 24U) | value; }

constexpr std::array<Pair, colour_count> colours{{
    {Colour::background, rgb(0xF5F6F8), rgb(0x0E131A)},
    {Colour::surface, rgb(0xFFFFFF), rgb(0x161C26)},
    {Colour::ink, rgb(0x1B2330), rgb(0xE8ECF2)},
    {Colour::muted, rgb(0x667085), rgb(0x9AA5B5)},
    {Colour::faint, rgb(0x98A2B3), rgb(0x667085)},
    {Colour::line, rgb(0xE4E7EC), rgb(0x263040)},
    {Colour::hover, rgb(0xF2F4F7), rgb(0x1E2632)},
    {Colour::accent, rgb(0x2E6BE6), rgb(0x6CA0FF)},
    {Colour::accent_text, rgb(0x245CD0), rgb(0x6CA0FF)},
    {Colour::accent_ground, rgb(0xEFF4FF), rgb(0x16233D)},
    {Colour::ok, rgb(0x067647), rgb(0x47CD89)},
    {Colour::ok_ground, rgb(0xECFDF3), rgb(0x0C2A1B)},
    {Colour::warn, rgb(0xB54708), rgb(0xFDB022)},
    {Colour::warn_ground, rgb(0xFFFAEB), rgb(0x33240A)},
    {Colour::error, rgb(0xD92D20), rgb(0xF97066)},
    {Colour::error_text, rgb(0xC9281C), rgb(0xF97066)},
    {Colour::error_ground, rgb(0xFEF3F2), rgb(0x3A1614)},
    {Colour::mark_high, rgb(0x344054), rgb(0xD0D5DD)},
    {Colour::mark_stable, rgb(0x8490A3), rgb(0x667085)},
    {Colour::mark_group, rgb(0x2E6BE6), rgb(0x6CA0FF)},
    {Colour::mark_table, rgb(0x0E9384), rgb(0x2ED3B7)},
    {Colour::mark_floor, rgb(0x8A94A4), rgb(0x5D6A7F)},
    {Colour::gap_not_landed, rgb(0xF79009), rgb(0xFDB022)},
    {Colour::gap_not_landed_fill, rgba(0xF79009, 19), rgba(0xFDB022, 20)},
    {Colour::gap_unread_fill, rgba(0x2E6BE6, 12), rgba(0x6CA0FF, 13)},
}};
}  // namespace

Theme::Theme(const QPalette& palette)
    : dark_(palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF()) {}

QColor Theme::operator()(Colour colour) const {
  const Pair& pair = colours.at(static_cast<std::size_t>(colour));
  Q_ASSERT(pair.id == colour);
  return QColor::fromRgba(dark_ ? pair.dark : pair.light);
}

QPalette Theme::palette() const {
  const Theme& c = *this;
  QPalette p;
  p.setColor(QPalette::Window, c(Colour::background));
  p.setColor(QPalette::WindowText, c(Colour::ink));
  p.setColor(QPalette::Base, c(Colour::surface));
  p.setColor(QPalette::AlternateBase, c(Colour::hover));
  p.setColor(QPalette::Text, c(Colour::ink));
  p.setColor(QPalette::PlaceholderText, c(Colour::muted));
  p.setColor(QPalette::Button, c(Colour::surface));
  p.setColor(QPalette::ButtonText, c(Colour::ink));
  p.setColor(QPalette::BrightText, c(Colour::error_text));
  p.setColor(QPalette::ToolTipBase, c(Colour::surface));
  p.setColor(QPalette::ToolTipText, c(Colour::ink));
  p.setColor(QPalette::Highlight, c(Colour::accent_ground));
  p.setColor(QPalette::HighlightedText, c(Colour::ink));
  p.setColor(QPalette::Link, c(Colour::accent_text));
  p.setColor(QPalette::LinkVisited, c(Colour::accent_text));
  for (const auto role : {QPalette::Light, QPalette::Midlight, QPalette::Mid, QPalette::Dark, QPalette::Shadow})
    p.setColor(role, c(Colour::line));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, c(Colour::faint));
  return p;
}

QFont font(Face face) {
  QFont f(face == Face::mono ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans"));
  f.setStyleHint(face == Face::mono ? QFont::Monospace : QFont::SansSerif);
  f.setPixelSize(text_px);
  if (face == Face::small) f.setPixelSize(small_px);
  if (face == Face::mono) f.setPixelSize(text_px - 1);
  if (face == Face::title) f.setPixelSize(title_px);
  if (face == Face::strong || face == Face::title) f.setBold(true);
  return f;
}

// The list of families is no help: it names "Sans Serif" on a machine without any file. A real font has a character
// map.
bool has_fonts() { return !QRawFont::fromFont(font()).fontTable("cmap").isEmpty(); }

std::optional<Mode> mode_from(const QString& word) {
  if (word == QLatin1String("light")) return Mode::light;
  if (word == QLatin1String("dark")) return Mode::dark;
  if (word == QLatin1String("system")) return Mode::system;
  return std::nullopt;
}

}  // namespace tidemark::theme
