// SPDX-License-Identifier: GPL-3.0-or-later
// Page: what the window asks of every screen: its rows for a copy, its sentence, where to type. Thread rule: GUI
// thread.
#pragma once

#include <QWidget>

namespace tidemark::views {

class RowView;
struct Sentence;

class Page {
 public:
  virtual ~Page() = default;
  // Of several tables the one that was worked in last.
  virtual RowView* rows() const = 0;
  virtual const Sentence& said() const = 0;
  virtual void focus_filter() = 0;
};

// A page fills the room it is given. Without this word Qt would lay out the texts of every page, seen or not, whenever
// a part of one is shown: 40 ms.
class PageWidget : public QWidget, public Page {
 public:
  using QWidget::QWidget;
  bool hasHeightForWidth() const override { return false; }
};

}  // namespace tidemark::views
