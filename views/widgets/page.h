// SPDX-License-Identifier: GPL-3.0-or-later
// Page: what the window asks of every screen: to show what was loaded, its rows for a copy, its sentence, where to
// type; and PageWidget, with what every page may ask of the window. A page knows no other: it asks for a path or a
// chart, not for a page. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <optional>

#include "models/analysis/view_data.h"

namespace tidemark::views {

class RowView;
struct Sentence;

class Page {
 public:
  virtual ~Page() = default;
  // What was loaded for this screen.
  virtual void show_data(const ViewData& view) = 0;
  // Of several tables the one that was worked in last.
  virtual RowView* rows() const = 0;
  virtual const Sentence& said() const = 0;
  virtual void focus_filter() = 0;
  // What stands beside the rows and belongs into a copy of them; empty: nothing.
  virtual QString said_beside() const { return {}; }
  // How much there is to be found on this page, for the navigation; nothing where what was loaded does not say.
  virtual std::optional<std::size_t> count(const ViewData&) const { return std::nullopt; }
  // Where there is a time axis: at once, before the data for it arrives.
  virtual void set_range(LocalTime, LocalTime) {}
  // Of the path that is shown or chosen, where that is known.
  virtual std::optional<LocalTime> late_since() const { return std::nullopt; }
  virtual std::optional<LocalTime> crosshair() const { return std::nullopt; }
  virtual void set_crosshair(std::optional<LocalTime>) {}
  // For a picture that is made of lines, not of pixels.
  virtual void set_vector_painting(bool) {}
};

// A page fills the room it is given. Without this word Qt would lay out the texts of every page, seen or not, whenever
// a part of one is shown: 40 ms.
class PageWidget : public QWidget, public Page {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  bool hasHeightForWidth() const override { return false; }

 signals:
  void tide_asked(const tidemark::TideSelection& selection);
  void path_asked(const tidemark::PathChoice& path);
  void zoom_asked(double factor, tidemark::LocalTime at);
  void pan_asked(double share);
  void crosshair_moved();
};

}  // namespace tidemark::views
