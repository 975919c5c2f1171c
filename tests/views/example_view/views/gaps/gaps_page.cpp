// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/gaps/gaps_page.h"

#include "models/items/make_cell.h"

namespace tidemark::views {

Result<> load_gaps(SnapshotSource& timeline, ViewData& data) {
  TM_TRY(const auto snapshot, timeline.load({data.from, data.to}));
  auto rows = std::make_shared<GapBranches>();
  for (const auto& [lane, gap] : snapshot->gaps) {
    const LaneInfo& of = snapshot->lanes[lane];
    const std::string source = snapshot->sources[of.source].spec.name + " " + of.name;
    rows->push_back({{source + rfc3339(gap.from), source, {source, gap}}, {}});
  }
  data.own = std::move(rows);
  return {};
}

GapModel::GapModel(QObject* parent) : RowsModel(parent) {
  set_columns({{tr("Source"), tr("What was not polled"), false, 240},
               {tr("From"), tr("The last poll before"), true, 96},
               {tr("To"), tr("The first poll after"), true, 96},
               {tr("Why"), tr("As the collector said it"), false, 320}});
}

ItemCell GapModel::cell_of(const GapRow& row, int column) const {
  if (column == source) return name_cell(row.source, Tone::strong);
  if (column == why) return text_cell(format::sentence(row.gap.reason));
  return time_cell(column == from ? row.gap.from : row.gap.to);
}

SortValue GapModel::sort_of(const GapRow& row, int column) const {
  if (column == source) return {false, 0, row.source};
  return sort_value(Known<LocalTime>(column == to ? row.gap.to : row.gap.from));
}

GapsPage::GapsPage(QWidget* parent) : GapsPage(new GapModel, parent) {}

GapsPage::GapsPage(GapModel* model, QWidget* parent)
    : TablePage(model, tr("Gaps"), tr("Somebody looked all the time."), parent), model_(model) {
  model_->setParent(this);
}

void GapsPage::show_data(const ViewData& view) {
  const auto rows = std::static_pointer_cast<const GapBranches>(view.own);
  headline()->say({Level::none, tr("%n gap(s)", nullptr, static_cast<int>(rows->size())), {}, {}});
  model_->set_rows(rows);
  settle();
}

std::optional<std::size_t> GapsPage::count(const ViewData& view) const {
  if (view.request.screen.id != "gaps") return std::nullopt;
  return std::static_pointer_cast<const GapBranches>(view.own)->size();
}

}  // namespace tidemark::views
