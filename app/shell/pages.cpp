// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/pages.h"

#include "app/shell/all_views.h"

namespace tidemark::shell {
namespace {
std::size_t index_of(const Screen& screen) { return static_cast<std::size_t>(&view_of(screen) - all_views().data()); }
}  // namespace

Pages::Pages(QWidget* parent) : QStackedWidget(parent) {
  setAccessibleName(tr("View"));
  for (const View& view : all_views()) {
    views::PageWidget* page = view.make(this);
    addWidget(page);
    connect(page, &views::PageWidget::tide_asked, this, &Pages::tide_asked);
    connect(page, &views::PageWidget::path_asked, this, &Pages::path_asked);
    connect(page, &views::PageWidget::zoom_asked, this, &Pages::zoom_asked);
    connect(page, &views::PageWidget::pan_asked, this, &Pages::pan_asked);
    connect(page, &views::PageWidget::crosshair_moved, this, &Pages::crosshair_moved);
  }
}

void Pages::show_screen(const Screen& screen) { setCurrentWidget(page(index_of(screen))); }
void Pages::show_data(const ViewData& view) { page(index_of(view.request.screen))->show_data(view); }
views::PageWidget* Pages::page(std::size_t index) const {
  return static_cast<views::PageWidget*>(widget(static_cast<int>(index)));
}
views::PageWidget* Pages::current() const { return static_cast<views::PageWidget*>(currentWidget()); }

}  // namespace tidemark::shell
