// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/pages.h"

#include "views/lag/lag_page.h"
#include "views/sources/sources_page.h"
#include "views/tide/tide_page.h"
#include "views/topics/topics_page.h"

namespace tidemark::shell {

Pages::Pages(QWidget* parent) : QStackedWidget(parent) {
  lag_ = new views::LagPage(this);
  tide_ = new views::TidePage(this);
  topics_ = new views::TopicsPage(this);
  sources_ = new views::SourcesPage(this);
  for (QWidget* page : {static_cast<QWidget*>(lag_), static_cast<QWidget*>(tide_), static_cast<QWidget*>(topics_),
                        static_cast<QWidget*>(sources_)})
    addWidget(page);
  setAccessibleName(tr("View"));
  connect(lag_, &views::LagPage::tide_asked, this, &Pages::tide_asked);
  connect(topics_, &views::TopicsPage::tide_asked, this, &Pages::tide_asked);
  connect(tide_, &views::TidePage::tide_asked, this, &Pages::tide_asked);
}

void Pages::show_screen(Screen screen) {
  switch (screen) {
    case Screen::lag:
      setCurrentWidget(lag_);
      break;
    case Screen::tide:
      setCurrentWidget(tide_);
      break;
    case Screen::topics:
      setCurrentWidget(topics_);
      break;
    case Screen::sources:
      setCurrentWidget(sources_);
      break;
  }
}

void Pages::show_data(const ViewData& view) {
  switch (view.request.screen) {
    case Screen::lag:
      lag_->show_rows(view.lag);
      break;
    case Screen::topics:
      topics_->show_rows(view.topics);
      break;
    case Screen::sources:
      sources_->show_rows(view.sources);
      break;
    case Screen::tide: {
      views::TideData tide{view.tide, view.lag, {}, view.journey};
      for (const TopicChoice& choice : view.choices) tide.topics.emplace_back(choice.cluster, choice.topic);
      tide_->set_range(view.from, view.to);
      tide_->show_tide(tide);
      break;
    }
  }
}

views::TablePage* Pages::table_page() const { return qobject_cast<views::TablePage*>(currentWidget()); }

views::RowView* Pages::rows() const {
  if (auto* page = table_page()) return page->table();
  return tide_->partitions();
}

const views::Sentence& Pages::sentence() const {
  if (auto* page = table_page()) return page->headline()->said();
  return tide_->headline()->said();
}

void Pages::focus_filter() {
  if (auto* page = table_page())
    page->focus_filter();
  else
    tide_->focus_picker();
}

}  // namespace tidemark::shell
