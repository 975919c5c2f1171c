// SPDX-License-Identifier: GPL-3.0-or-later
// RowsModel: a TreeModel over shared branches of analysis rows. A concrete model is its columns, its cells and its raw
// values: see lag_model.h. Thread rule: GUI thread; the branches are shared and never change.
#pragma once

#include <memory>

#include "models/analysis/branch.h"
#include "models/items/tree_model.h"

namespace tidemark {

template <class Parent, class Child>
class RowsModel : public TreeModel {
 public:
  using Branches = std::vector<Branch<Parent, Child>>;
  using TreeModel::TreeModel;

  void set_rows(std::shared_ptr<const Branches> rows) {
    if (rows == rows_) return;
    replace([&] { std::swap(rows_, rows); });
  }
  // What is shown now, which is not always what was set last: rows go one after the other.
  const Branch<Parent, Child>& branch(std::size_t parent) const { return (*rows_)[parent]; }
  const Parent& parent_row(std::size_t parent) const { return (*rows_)[parent].parent.row; }
  const Child& child_row(std::size_t parent, std::size_t child) const { return (*rows_)[parent].children[child].row; }
  std::string_view key_of(std::size_t parent) const { return (*rows_)[parent].parent.key; }
  std::string_view key_of(std::size_t parent, std::size_t child) const { return (*rows_)[parent].children[child].key; }

 protected:
  virtual ItemCell cell_of(const Parent& row, int column) const = 0;
  virtual ItemCell cell_of(const Parent& parent, const Child& row, int column) const = 0;
  virtual SortValue sort_of(const Parent& row, int column) const = 0;
  virtual SortValue sort_of(const Parent& parent, const Child& row, int column) const = 0;

 private:
  std::size_t parent_count() const final { return rows_ ? rows_->size() : 0; }
  std::size_t child_count(std::size_t p) const final { return (*rows_)[p].children.size(); }
  std::string_view parent_key(std::size_t p) const final { return (*rows_)[p].parent.key; }
  std::string_view child_key(std::size_t p, std::size_t c) const final { return (*rows_)[p].children[c].key; }
  std::string_view parent_text(std::size_t p) const final { return (*rows_)[p].parent.text; }
  std::string_view child_text(std::size_t p, std::size_t c) const final { return (*rows_)[p].children[c].text; }
  ItemCell parent_cell(std::size_t p, int column) const final { return cell_of(parent_row(p), column); }
  ItemCell child_cell(std::size_t p, std::size_t c, int column) const final {
    return cell_of(parent_row(p), child_row(p, c), column);
  }
  SortValue parent_sort(std::size_t p, int column) const final { return sort_of(parent_row(p), column); }
  SortValue child_sort(std::size_t p, std::size_t c, int column) const final {
    return sort_of(parent_row(p), child_row(p, c), column);
  }

  std::shared_ptr<const Branches> rows_;
};

// Raw values of Knowns for sorting.
template <class T>
SortValue sort_value(const Known<T>& value) {
  if (!value) return {true, 0, {}};
  if constexpr (requires { value->count(); })
    return {false, static_cast<double>(value->count()), {}};
  else if constexpr (requires { value->time_since_epoch(); })
    return {false, static_cast<double>(value->time_since_epoch().count()), {}};
  else if constexpr (std::is_convertible_v<T, std::string_view>)
    return {false, 0, *value};
  else
    return {false, static_cast<double>(*value), {}};
}

}  // namespace tidemark
