// SPDX-License-Identifier: GPL-3.0-or-later
// Page: what the window asks of every screen: its rows for a copy, its sentence, where to type. Thread rule: GUI
// thread.
#pragma once

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

}  // namespace tidemark::views
