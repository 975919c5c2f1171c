// SPDX-License-Identifier: GPL-3.0-or-later
// TreeModel: the Qt side of every table and tree of the program, sealed: two levels of rows, sorted, filtered and
// replaced by newer rows without a reset, so that selection, scroll and cursor survive. A concrete model says its
// columns and cells only (rows_model.h). Thread rule: GUI thread. Replacing 10,000 rows takes a few milliseconds; a
// cell is made when it is looked at.
#pragma once

#include <QAbstractItemModel>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/items/cell.h"
#include "models/items/diff.h"

namespace tidemark {

class TreeModel : public QAbstractItemModel {
  Q_OBJECT
 public:
  using QAbstractItemModel::QAbstractItemModel;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const final;
  QModelIndex parent(const QModelIndex& child) const final;
  int rowCount(const QModelIndex& parent = {}) const final;
  int columnCount(const QModelIndex& parent = {}) const final;
  QVariant data(const QModelIndex& index, int role) const final;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
  // -1: the order of the rows as they came, worst first.
  void sort(int column, Qt::SortOrder order) final;

  // Rows whose text contains every word, and the children of a parent that does; empty: all.
  void set_filter(const QString& words);

  ItemCell cell(const QModelIndex& index) const;
  const std::vector<ItemColumn>& columns() const { return columns_; }
  // The index of a row by its keys, whatever the order; invalid where it is gone or filtered out.
  QModelIndex find(std::string_view parent_key, std::string_view child_key = {}) const;
  // Parents before the filter.
  int total() const { return static_cast<int>(parent_count()); }
  // Children of all parents: before the filter, and shown.
  int total_children() const;
  int shown_children() const;
  // Where in the rows as they came the row of `index` is: {parent, child}, child -1 for a parent.
  std::pair<std::size_t, int> source(const QModelIndex& index) const;

 protected:
  void set_columns(std::vector<ItemColumn> columns) { columns_ = std::move(columns); }
  // Goes from the present rows to others. `swap` exchanges the two: it is called an odd number of times, the functions
  // below always answer for the rows that are in.
  void replace(const std::function<void()>& swap);

  virtual std::size_t parent_count() const = 0;
  virtual std::size_t child_count(std::size_t parent) const = 0;
  virtual std::string_view parent_key(std::size_t parent) const = 0;
  virtual std::string_view child_key(std::size_t parent, std::size_t child) const = 0;
  virtual std::string_view parent_text(std::size_t parent) const = 0;
  virtual std::string_view child_text(std::size_t parent, std::size_t child) const = 0;
  virtual ItemCell parent_cell(std::size_t parent, int column) const = 0;
  virtual ItemCell child_cell(std::size_t parent, std::size_t child, int column) const = 0;
  virtual SortValue parent_sort(std::size_t parent, int column) const = 0;
  virtual SortValue child_sort(std::size_t parent, std::size_t child, int column) const = 0;

 private:
  // A parent that is shown and its children that are, as numbers of the rows as they came. `id` belongs to the parent's
  // key for the model's life; it is the internal id of its children's indexes.
  struct Shown {
    quintptr id = 0;
    std::size_t parent = 0;
    std::vector<std::size_t> children;
    std::size_t keys = 0;  // a hash of the children's keys in their order
  };
  using Target = std::vector<Shown>;
  // How the shown rows become the target, and a parent's children the target's.
  struct Change {
    RowDiff parents;
    std::unordered_map<quintptr, RowDiff> children;
  };
  struct Move {
    quintptr parent = 0;  // 0: the parents themselves
    const std::vector<int>* order = nullptr;
  };

  Target arrange();
  void arrange_children(Shown& parent) const;
  template <class Value>
  void sort_rows(std::vector<std::size_t>& rows, Value&& value) const;
  bool matches(std::string_view text) const;
  bool shows_the_same_rows(const Target& target) const;
  Change difference(const std::vector<std::vector<std::string_view>>& before,
                    const std::vector<std::vector<std::string_view>>& after, const Target& target) const;
  std::vector<std::vector<std::string_view>> keys(const Target& shown) const;
  void move(const std::vector<Move>& moves);
  void remove_ends(const Change& change);
  void adopt(const Change& change, const Target& target);
  void append_ends(const Change& change, const Target& target);
  void tell_changes();
  void number_rows();
  quintptr id_of(std::string_view key);
  const Shown* shown_of(quintptr id) const;

  std::vector<ItemColumn> columns_;
  Target shown_;
  std::vector<int> row_of_id_ = {-1};
  std::unordered_map<std::string, quintptr> ids_;
  std::vector<std::string> words_;
  int sort_column_ = -1;
  Qt::SortOrder sort_order_ = Qt::AscendingOrder;
};

}  // namespace tidemark
