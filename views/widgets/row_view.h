// SPDX-License-Identifier: GPL-3.0-or-later
// RowView: the one table and tree of the program: 34 px rows, virtual, sorted by its headers (a third click brings back
// "worst first"), selection by rows. Enter or a double click opens a row. Thread rule: GUI thread.
#pragma once

#include <QTreeView>
#include <vector>

namespace tidemark {
class TreeModel;
}

namespace tidemark::views {

class RowView final : public QTreeView {
  Q_OBJECT
 public:
  RowView(TreeModel* model, const QString& name, QWidget* parent = nullptr);
  TreeModel* rows() const { return rows_; }
  // Rows that are selected, in the order shown; all that are shown where none is.
  QModelIndexList chosen_rows() const;
  void open_all();
  // Columns that go, in this order, where there is no room for all and this much for the first.
  void set_spare(std::vector<int> columns, int first_px = 200);
  // The column that takes the room that is left, instead of the first, which keeps its width.
  void set_widest(int column);

 signals:
  void opened(const QModelIndex& index);

 protected:
  void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void dataChanged(const QModelIndex& top_left, const QModelIndex& bottom_right, const QList<int>& roles) override;

 private:
  void header_clicked(int column);
  void fit_columns();

  TreeModel* rows_;
  std::vector<int> spare_;
  int first_px_ = 200;
  int widest_ = 0;
  int sorted_by_ = -1;
  Qt::SortOrder order_ = Qt::DescendingOrder;
};

}  // namespace tidemark::views
