// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet: one template, the colours filled in by name.
#include <QApplication>
#include <QStyleFactory>
#include <utility>

#include "views/theme/theme.h"

namespace tidemark::theme {
namespace {
constexpr const char* sheet = R"(
QToolTip { background: @surface; color: @ink; border: 1px solid @line; padding: 6px; }
QFrame#card { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame#bar { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame#foot { background: @surface; border: none; border-top: 1px solid @line; }
QFrame#side { background: @surface; border: none; border-right: 1px solid @line; }
QDialog#palette { background: @surface; border: 1px solid @line; }
QFrame#rule { background: @line; border: none; max-height: 1px; min-height: 1px; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="error"] { color: @error_text; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="ok"] { color: @ok; }
QLabel[tone="key"] { color: @muted; background: @hover; border: 1px solid @line; border-radius: 4px; padding: 0px 4px; }
QToolButton, QPushButton, QComboBox, QLineEdit {
  background: @surface; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 4px 8px; min-height: 18px; }
QToolButton:hover, QPushButton:hover, QComboBox:hover { background: @hover; }
QToolButton:focus, QPushButton:focus, QComboBox:focus, QLineEdit:focus { border: 1px solid @accent; }
QPushButton:default { border: 1px solid @accent; }
QToolButton:disabled, QPushButton:disabled, QComboBox:disabled { color: @faint; }
QToolButton:checked { background: @accent_ground; color: @accent_text; border: 1px solid @accent; }
QToolButton#nav { border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; min-height: 12px; text-align: left; background: transparent; }
QToolButton#nav:hover { background: @hover; }
QToolButton#nav:checked { background: @accent_ground; color: @accent_text; font-weight: bold; border: 1px solid transparent; }
QToolButton#nav:focus { border: 1px solid @accent; }
QToolButton#counter { border: 1px solid transparent; border-radius: 4px; padding: 0px 4px; min-height: 20px; background: transparent; color: @muted; }
QToolButton#counter[tone="error"] { color: @error_text; }
QToolButton#counter[tone="warn"] { color: @warn; }
QToolButton#counter:hover { background: @hover; }
QToolButton#counter:focus { border: 1px solid @accent; }
QSplitter::handle:vertical { height: 5px; background: transparent; }
QSplitter::handle:vertical:hover { background: @line; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @line; selection-background-color: @accent_ground;
  selection-color: @ink; outline: none; }
QTextEdit { background: transparent; color: @ink; border: none; }
QAbstractItemView#table { background: @surface; border: none; outline: none; }
QAbstractItemView#list { background: @surface; border: none; outline: none; }
QAbstractItemView#list::item { padding: 4px 8px; border: none; border-radius: 4px; }
QAbstractItemView#list::item:hover { background: @hover; }
QAbstractItemView#list::item:selected { background: @accent_ground; color: @ink; }
QTabBar { background: @surface; }
QTabBar::tab { background: @surface; color: @muted; border: none; border-bottom: 2px solid transparent; padding: 6px 12px; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { color: @ink; border-bottom: 2px solid @accent; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 0px 8px; height: 34px; }
QHeaderView::section:hover { color: @ink; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @faint; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @surface; color: @ink; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent_ground; color: @ink; }
)";

constexpr std::pair<const char*, Colour> names[] = {
    // Longer names first: one may begin with another.
    {"@accent_ground", Colour::accent_ground},
    {"@accent_text", Colour::accent_text},
    {"@error_text", Colour::error_text},
    {"@accent", Colour::accent},
    {"@background", Colour::background},
    {"@surface", Colour::surface},
    {"@muted", Colour::muted},
    {"@faint", Colour::faint},
    {"@hover", Colour::hover},
    {"@line", Colour::line},
    {"@warn", Colour::warn},
    {"@ink", Colour::ink},
    {"@ok", Colour::ok},
};

QString filled(const Theme& theme) {
  QString text = QString::fromLatin1(sheet);
  for (const auto& [name, colour] : names) text.replace(QLatin1String(name), theme(colour).name());
  return text;
}
}  // namespace

void apply(QApplication& app, Mode mode) {
  if (mode == Mode::system) QApplication::setPalette(QPalette());  // no choice of ours: what the desktop says
  const Theme theme = mode == Mode::system ? Theme(QApplication::palette()) : Theme(mode == Mode::dark);
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setPalette(theme.palette());
  QApplication::setFont(font());
  app.setStyleSheet(filled(theme));
}

}  // namespace tidemark::theme
