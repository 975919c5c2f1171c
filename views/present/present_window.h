// SPDX-License-Identifier: GPL-3.0-or-later
// Present window: a review on a wall, one row a page in large letters, by keys alone. It holds the review that it was
// opened with: what comes in while people look at it changes nothing. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <memory>

#include "views/present/sheet.h"

class QPagedPaintDevice;

namespace tidemark::views {

class PresentWindow final : public QWidget {
  Q_OBJECT
 public:
  // What lies over the pages.
  enum class Over { nothing, evidence, changes, overview };

  explicit PresentWindow(std::shared_ptr<const ReviewView> review, QWidget* parent = nullptr);

  // On the other screen where there are two, else on this one.
  void present(const QWidget* beside);
  // The page of a row, or none of that id: false. Empty: the first; "actions": the last.
  bool show_row(const std::string& id);
  void show_over(Over over);
  void set_contrast(bool contrast);
  const std::shared_ptr<const ReviewView>& review() const { return review_; }
  // The page that is seen, of all; sheets of one slide are pages of their own.
  std::size_t page() const { return page_; }
  const std::vector<Sheet>& pages() const { return pages_; }
  const Sheet& sheet() const;
  bool black() const { return black_; }
  // Every page and behind each row its evidence, then the changes: for paper.
  static bool print(const ReviewView& review, QPagedPaintDevice& paper, QSizeF wall);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void set();  // pages of the size of the window
  void set_over();
  void tell();
  void step(int by);
  void go(std::size_t page);
  void choose(int by);
  bool key_of_page(int key);
  SheetFoot foot(std::size_t page, std::size_t of) const;
  std::vector<Sheet>& shown() { return over_ == Over::nothing ? pages_ : over_pages_; }
  std::size_t& shown_page() { return over_ == Over::nothing ? page_ : over_page_; }
  const ReviewLine* line_of(const std::string& row) const;

  std::shared_ptr<const ReviewView> review_;
  std::vector<Slide> slides_;
  std::vector<Sheet> pages_;
  std::vector<std::size_t> slide_of_;  // of each page
  std::size_t page_ = 0;
  Over over_ = Over::nothing;
  std::vector<Sheet> over_pages_;
  std::size_t over_page_ = 0;
  std::size_t chosen_ = 0;  // in the overview
  bool black_ = false;
  bool contrast_ = false;
};

}  // namespace tidemark::views
