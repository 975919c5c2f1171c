// SPDX-License-Identifier: GPL-3.0-or-later
// Pages: the page of every view, one of them on top, filled from one ViewData. The window and the pictures use the
// same. Thread rule: GUI thread.
#pragma once

#include <QStackedWidget>

#include "views/widgets/page.h"

namespace tidemark::shell {

class Pages final : public QStackedWidget {
  Q_OBJECT
 public:
  explicit Pages(QWidget* parent = nullptr);

  void show_screen(const Screen& screen);
  void show_data(const ViewData& view);
  // In the order of all_views().
  views::PageWidget* page(std::size_t index) const;
  views::PageWidget* current() const;
  // The page of this class, for who has to do with that one alone.
  template <class Page>
  Page* get() const {
    return findChild<Page*>(QString(), Qt::FindDirectChildrenOnly);
  }

 signals:
  void tide_asked(const tidemark::TideSelection& selection);
  void path_asked(const tidemark::PathChoice& path);
  void zoom_asked(double factor, tidemark::LocalTime at);
  void pan_asked(double share);
  void crosshair_moved();
};

}  // namespace tidemark::shell
