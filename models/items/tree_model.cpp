// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/tree_model.h"

#include <algorithm>

namespace tidemark {
namespace {
// Qt hashes an index as 16 * row + column + internal id and takes the low bits: ids that count up would put thousands
// of persistent indexes into few places. An odd factor spreads them, its inverse modulo 2^64 leads back.
constexpr quintptr spread = 0x9E3779B97F4A7C15U;
constexpr quintptr gather = 0xF1DE83E19937733DU;
static_assert(spread * gather == 1);
quintptr parent_id(const QModelIndex& index) { return index.internalId() * gather; }
}  // namespace

QModelIndex TreeModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, parent.isValid() ? shown_[static_cast<std::size_t>(parent.row())].id * spread : 0);
}

QModelIndex TreeModel::parent(const QModelIndex& child) const {
  if (!child.isValid() || child.internalId() == 0) return {};
  const int row = row_of_id_.at(parent_id(child));
  return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr{0});
}

int TreeModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(shown_.size());
  if (parent.internalId() != 0 || parent.column() != 0) return 0;
  return static_cast<int>(shown_[static_cast<std::size_t>(parent.row())].children.size());
}

int TreeModel::columnCount(const QModelIndex&) const { return static_cast<int>(columns_.size()); }

std::pair<std::size_t, int> TreeModel::source(const QModelIndex& index) const {
  if (index.internalId() == 0) return {shown_.at(static_cast<std::size_t>(index.row())).parent, -1};
  const Shown* shown = shown_of(parent_id(index));
  return {shown->parent, static_cast<int>(shown->children.at(static_cast<std::size_t>(index.row())))};
}

ItemCell TreeModel::cell(const QModelIndex& index) const {
  const auto [parent, child] = source(index);
  if (child < 0) return parent_cell(parent, index.column());
  return child_cell(parent, static_cast<std::size_t>(child), index.column());
}

QVariant TreeModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  switch (role) {
    case CellRole:
      return QVariant::fromValue(cell(index));
    case Qt::DisplayRole:
      return cell(index).text;
    case LevelRole:
      return static_cast<int>(cell(index).level);
    case Qt::TextAlignmentRole:
      return static_cast<int>(
          (columns_[static_cast<std::size_t>(index.column())].number ? Qt::AlignRight : Qt::AlignLeft) |
          Qt::AlignVCenter);
    case Qt::ToolTipRole: {
      const QString tip = cell(index).tip;
      return tip.isEmpty() ? QVariant()
                           : QVariant(tip.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
    }
    case Qt::AccessibleTextRole: {
      const ItemCell it = cell(index);
      return it.tip.isEmpty() || it.tip == it.text ? it.text : it.text + QStringLiteral(", ") + it.tip;
    }
    case SortRole: {
      const auto [parent, child] = source(index);
      const SortValue value = child < 0 ? parent_sort(parent, index.column())
                                        : child_sort(parent, static_cast<std::size_t>(child), index.column());
      if (value.unknown) return {};
      if (value.text.empty()) return value.number;
      return QString::fromUtf8(value.text.data(), static_cast<qsizetype>(value.text.size()));
    }
    default:
      return {};
  }
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  const ItemColumn& column = columns_[static_cast<std::size_t>(section)];
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return column.title;
  if (role == Qt::ToolTipRole) return column.tip;
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  return {};
}

int TreeModel::total_children() const {
  std::size_t count = 0;
  for (std::size_t parent = 0; parent < parent_count(); ++parent) count += child_count(parent);
  return static_cast<int>(count);
}

int TreeModel::shown_children() const {
  std::size_t count = 0;
  for (const Shown& parent : shown_) count += parent.children.size();
  return static_cast<int>(count);
}

void TreeModel::sort(int column, Qt::SortOrder order) {
  sort_column_ = column < columnCount() ? column : -1;
  sort_order_ = order;
  replace([] {});
}

void TreeModel::set_filter(const QString& words) {
  words_.clear();
  for (const QString& part : words.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts))
    words_.push_back(part.toStdString());
  replace([] {});
}

QModelIndex TreeModel::find(std::string_view key, std::string_view child) const {
  const auto it = ids_.find(std::string(key));
  if (it == ids_.end() || row_of_id_[it->second] < 0) return {};
  const int row = row_of_id_[it->second];
  if (child.empty()) return index(row, 0);
  const Shown& shown = shown_[static_cast<std::size_t>(row)];
  for (std::size_t i = 0; i < shown.children.size(); ++i)
    if (child_key(shown.parent, shown.children[i]) == child) return index(static_cast<int>(i), 0, index(row, 0));
  return {};
}

void TreeModel::replace(const std::function<void()>& swap) {
  swap();
  Target target = arrange();
  if (shows_the_same_rows(target)) {
    shown_ = std::move(target);
    return tell_changes();
  }
  const auto after = keys(target);
  swap();  // back: what goes away is taken leave of with the rows that still have it
  const Change change = difference(keys(shown_), after, target);
  std::vector<Move> moves;
  if (!change.parents.kept_first.empty()) moves.push_back({0, &change.parents.kept_first});
  for (const auto& [id, children] : change.children)
    if (!children.kept_first.empty()) moves.push_back({id, &children.kept_first});
  move(moves);
  remove_ends(change);
  swap();
  adopt(change, target);
  append_ends(change, target);
  moves.clear();
  if (!change.parents.final_order.empty()) moves.push_back({0, &change.parents.final_order});
  for (const auto& [id, children] : change.children)
    if (!children.final_order.empty()) moves.push_back({id, &children.final_order});
  move(moves);
  tell_changes();
}

bool TreeModel::matches(std::string_view text) const {
  return std::ranges::all_of(words_,
                             [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

template <class Value>
void TreeModel::sort_rows(std::vector<std::size_t>& rows, Value&& value) const {
  if (sort_column_ < 0) return;
  std::vector<std::pair<SortValue, std::size_t>> keyed;
  keyed.reserve(rows.size());
  for (const std::size_t row : rows) keyed.emplace_back(value(row), row);
  const bool rising = sort_order_ == Qt::AscendingOrder;
  std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) {
    if (a.first.unknown || b.first.unknown) return !a.first.unknown && b.first.unknown;
    if (a.first.number != b.first.number)
      return rising ? a.first.number < b.first.number : a.first.number > b.first.number;
    return rising ? a.first.text < b.first.text : a.first.text > b.first.text;
  });
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = keyed[i].second;
}

void TreeModel::arrange_children(Shown& shown) const {
  const std::size_t parent = shown.parent;
  const bool all = words_.empty() || matches(parent_text(parent));
  for (std::size_t child = 0; child < child_count(parent); ++child)
    if (all || matches(child_text(parent, child))) shown.children.push_back(child);
  sort_rows(shown.children, [&](std::size_t child) { return child_sort(parent, child, sort_column_); });
  for (const std::size_t child : shown.children)
    shown.keys = shown.keys * spread + std::hash<std::string_view>{}(child_key(parent, child));
}

TreeModel::Target TreeModel::arrange() {
  std::vector<std::size_t> parents(parent_count());
  for (std::size_t i = 0; i < parents.size(); ++i) parents[i] = i;
  sort_rows(parents, [&](std::size_t parent) { return parent_sort(parent, sort_column_); });
  Target target;
  target.reserve(parents.size());
  for (const std::size_t parent : parents) {
    Shown shown{0, parent, {}, 0};
    arrange_children(shown);
    if (shown.children.empty() && !matches(parent_text(parent))) continue;
    shown.id = id_of(parent_key(parent));
    target.push_back(std::move(shown));
  }
  return target;
}

bool TreeModel::shows_the_same_rows(const Target& target) const {
  return std::ranges::equal(shown_, target, [](const Shown& a, const Shown& b) {
    return a.id == b.id && a.keys == b.keys && a.children.size() == b.children.size();
  });
}

// The keys of the parents first, then each parent's children.
std::vector<std::vector<std::string_view>> TreeModel::keys(const Target& shown) const {
  std::vector<std::vector<std::string_view>> all(1);
  all.reserve(shown.size() + 1);
  for (const Shown& it : shown) {
    all.front().push_back(parent_key(it.parent));
    auto& children = all.emplace_back();
    children.reserve(it.children.size());
    for (const std::size_t child : it.children) children.push_back(child_key(it.parent, child));
  }
  return all;
}

TreeModel::Change TreeModel::difference(const std::vector<std::vector<std::string_view>>& before,
                                        const std::vector<std::vector<std::string_view>>& after,
                                        const Target& target) const {
  Change change;
  change.parents = row_diff(before.front(), after.front());
  for (std::size_t i = 0; i < target.size(); ++i)
    if (const int row = row_of_id_.at(target[i].id); row >= 0)
      change.children.emplace(target[i].id, row_diff(before[static_cast<std::size_t>(row) + 1], after[i + 1]));
  return change;
}

void TreeModel::move(const std::vector<Move>& moves) {
  if (moves.empty()) return;
  emit layoutAboutToBeChanged();
  std::unordered_map<quintptr, std::vector<int>> place;  // old row -> new row, by parent
  for (const Move& it : moves) {
    const std::vector<int>& order = *it.order;
    auto& to = place[it.parent];
    to.resize(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) to[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    if (it.parent == 0) continue;
    auto& children = shown_[static_cast<std::size_t>(row_of_id_[it.parent])].children;
    std::vector<std::size_t> moved;
    moved.reserve(order.size());
    for (const int from : order) moved.push_back(children[static_cast<std::size_t>(from)]);
    children = std::move(moved);
  }
  if (moves.front().parent == 0) {
    Target moved;
    moved.reserve(shown_.size());
    for (const int from : *moves.front().order) moved.push_back(std::move(shown_[static_cast<std::size_t>(from)]));
    shown_ = std::move(moved);
    number_rows();
  }
  const QModelIndexList from = persistentIndexList();
  QModelIndexList to;
  for (const QModelIndex& old : from) {
    const auto it = place.find(parent_id(old));
    to << (it == place.end()
               ? old
               : createIndex(it->second[static_cast<std::size_t>(old.row())], old.column(), old.internalId()));
  }
  changePersistentIndexList(from, to);
  emit layoutChanged();
}

void TreeModel::remove_ends(const Change& change) {
  for (const auto& [id, diff] : change.children) {
    const int row = row_of_id_[id];
    auto& children = shown_[static_cast<std::size_t>(row)].children;
    if (static_cast<int>(children.size()) == diff.kept) continue;
    beginRemoveRows(index(row, 0), diff.kept, static_cast<int>(children.size()) - 1);
    children.resize(static_cast<std::size_t>(diff.kept));
    endRemoveRows();
  }
  if (static_cast<int>(shown_.size()) == change.parents.kept) return;
  beginRemoveRows({}, change.parents.kept, static_cast<int>(shown_.size()) - 1);
  shown_.resize(static_cast<std::size_t>(change.parents.kept));
  number_rows();
  endRemoveRows();
}

// The rows that stayed are now numbers of the new rows.
void TreeModel::adopt(const Change& change, const Target& target) {
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    const Shown& next = target[static_cast<std::size_t>(change.parents.appended[i])];
    shown_[i].parent = next.parent;
    shown_[i].keys = next.keys;
    const RowDiff& diff = change.children.at(shown_[i].id);
    for (std::size_t c = 0; c < shown_[i].children.size(); ++c)
      shown_[i].children[c] = next.children[static_cast<std::size_t>(diff.appended[c])];
  }
}

void TreeModel::append_ends(const Change& change, const Target& target) {
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    const Shown& next = target[static_cast<std::size_t>(change.parents.appended[i])];
    const RowDiff& diff = change.children.at(shown_[i].id);
    if (diff.appended.size() == shown_[i].children.size()) continue;
    beginInsertRows(index(static_cast<int>(i), 0), diff.kept, static_cast<int>(diff.appended.size()) - 1);
    for (std::size_t c = shown_[i].children.size(); c < diff.appended.size(); ++c)
      shown_[i].children.push_back(next.children[static_cast<std::size_t>(diff.appended[c])]);
    endInsertRows();
  }
  if (change.parents.appended.size() == shown_.size()) return;
  beginInsertRows({}, change.parents.kept, static_cast<int>(change.parents.appended.size()) - 1);
  for (std::size_t i = shown_.size(); i < change.parents.appended.size(); ++i)
    shown_.push_back(target[static_cast<std::size_t>(change.parents.appended[i])]);
  number_rows();
  endInsertRows();
}

void TreeModel::tell_changes() {
  if (shown_.empty() || columns_.empty()) return;
  const int last_column = columnCount() - 1;
  emit dataChanged(index(0, 0), index(rowCount() - 1, last_column));
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    if (shown_[i].children.empty()) continue;
    const QModelIndex top = index(static_cast<int>(i), 0);
    emit dataChanged(index(0, 0, top), index(rowCount(top) - 1, last_column, top));
  }
}

void TreeModel::number_rows() {
  std::ranges::fill(row_of_id_, -1);
  for (std::size_t i = 0; i < shown_.size(); ++i) row_of_id_[shown_[i].id] = static_cast<int>(i);
}

quintptr TreeModel::id_of(std::string_view key) {
  const auto [it, fresh] = ids_.try_emplace(std::string(key), row_of_id_.size());
  if (fresh) row_of_id_.push_back(-1);
  return it->second;
}

const TreeModel::Shown* TreeModel::shown_of(quintptr id) const {
  return &shown_.at(static_cast<std::size_t>(row_of_id_.at(id)));
}

}  // namespace tidemark
