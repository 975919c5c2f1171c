// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/table_files_page.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/tables/table_files_words.h"
#include "views/widgets/parts.h"
#include "views/widgets/trend_view.h"

namespace tidemark::views {
namespace {
constexpr int trend_px = 160;
constexpr int longest_title = 56;
constexpr int inset = 16;
}  // namespace

TableFilesPage::TableFilesPage(QWidget* parent) : TableFilesPage(new TableSheetModel, parent) {}

TableFilesPage::TableFilesPage(TableSheetModel* model, QWidget* parent)
    : FactsPage(model, tr("Table files"), no_tables_words(), tr("The chosen table"), parent), model_(model) {
  table()->setRootIsDecorated(false);
  table()->set_spare({TableSheetModel::kind, TableSheetModel::schema, TableSheetModel::expired, TableSheetModel::size,
                      TableSheetModel::compacted});
  trend_card_ = trend_card();
  rule_card_ = rule_card();
  auto* whole = static_cast<QVBoxLayout*>(layout());
  whole->addWidget(rule_card_);
  whole->addWidget(trend_card_);
  rule_card_->hide();
  trend_card_->hide();
}

QFrame* TableFilesPage::trend_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  title_ = plain_label(theme::Face::strong);
  title_->setAccessibleName(tr("Trend of"));
  note_ = plain_label(theme::Face::text, "muted");
  note_->setAccessibleName(tr("Newest value"));
  note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // long words make no window wider
  fact_ = new QComboBox(frame);
  fact_->setAccessibleName(tr("What is drawn"));
  for (const TableFact fact : measured_facts) fact_->addItem(fact_name(fact));
  connect(fact_, &QComboBox::activated, this, [this] { ask(); });
  auto* top = new QHBoxLayout;
  top->setContentsMargins(inset, 10, inset, 0);
  top->setSpacing(12);
  top->addWidget(title_);
  top->addWidget(note_, 1);
  top->addWidget(fact_);
  inside->addLayout(top);
  trend_ = new TrendView(frame);
  connect(trend_, &TrendView::zoom_asked, this, &PageWidget::zoom_asked);
  connect(trend_, &TrendView::pan_asked, this, &PageWidget::pan_asked);
  trend_->setFixedHeight(trend_px);
  inside->addWidget(trend_);
  return frame;
}

QFrame* TableFilesPage::rule_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  rule_of_ = plain_label(theme::Face::text, "muted");
  rule_of_->setAccessibleName(tr("What the rule is for"));
  rule_of_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  rule_ = plain_label(theme::Face::mono);
  rule_->setAccessibleName(tr("Rule for the profile"));
  rule_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  rule_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  copy_ = new QPushButton(tr("Copy"), frame);
  copy_->setAccessibleName(tr("Copy the rule"));
  copy_->setAutoDefault(true);  // Enter presses it where it has the keyboard
  connect(copy_, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(rule_->text()); });
  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  words->addWidget(rule_of_);
  words->addWidget(rule_);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(inset, 10, inset, 10);
  line->setSpacing(12);
  line->addLayout(words, 1);
  line->addWidget(copy_);
  inside->addLayout(line);
  return frame;
}

void TableFilesPage::show_data(const ViewData& view) {
  show_sheets(view.sheets, view.trend, view.request.fact);
  set_range(view.from, view.to);
}

void TableFilesPage::set_crosshair(std::optional<LocalTime> at) { trend_->set_crosshair(at); }
void TableFilesPage::set_vector_painting(bool vector) { trend_->set_vector_painting(vector); }

void TableFilesPage::show_sheets(const std::shared_ptr<const TableSheets>& sheets,
                                 std::shared_ptr<const MetricTrend> trend, TableFact fact) {
  if (!sheets) return;
  sheets_ = sheets;
  headline()->say(table_files_sentence(*sheets));
  trend_card_->setVisible(trend != nullptr);
  if (trend) {
    const TableSheet* of =
        find_sheet(*sheets, TableChoice{trend->of.cluster, TableName(std::string(object::name(trend->of.object)))});
    if (of) {
      title_->setText(format::middle(fact_title(fact, *of), longest_title));
      title_->setToolTip(format::plain(fact_title(fact, *of)));
      note_->setText(fact_note(*trend, fact, *of));
    }
    trend_->set_moments(of ? schema_moments(*of) : std::vector<TrendMoment>());
    fact_->setCurrentIndex(static_cast<int>(fact));
  }
  trend_->set_trend(std::move(trend));
  model_->set_rows({sheets, &sheets->rows});
  rows_changed(0);
  if (sheets->rows.empty()) rule_card_->hide();
  choose_drawn();
}

// The line, the facts and the rows speak of one table.
void TableFilesPage::choose_drawn() {
  if (table()->currentIndex().isValid() || trend_->trend() == nullptr) return;
  const MetricChoice& of = trend_->trend()->of;
  for (int row = 0; row < model_->rowCount(); ++row) {
    const TableSheet& sheet = model_->parent_row(model_->source(model_->index(row, 0)).first);
    if (sheet.cluster == of.cluster && sheet.table.value() == object::name(of.object))
      return table()->setCurrentIndex(model_->index(row, 0));
  }
}

void TableFilesPage::set_range(LocalTime from, LocalTime to) { trend_->set_range(from, to); }

const TableSheet* TableFilesPage::chosen() const {
  const QModelIndex index = table()->currentIndex();
  if (index.isValid()) return &model_->parent_row(model_->source(index).first);
  return sheets_ ? find_sheet(*sheets_, std::nullopt) : nullptr;
}

void TableFilesPage::tell(const QModelIndex& index) {
  const std::size_t row = model_->source(index).first;
  const TableSheet& sheet = model_->parent_row(row);
  facts()->show_facts(std::string(model_->key_of(row)), format::text(sheet.table.value()), sheet_facts(sheet));
  show_rule(sheet);
  if (table()->currentIndex().isValid()) ask();
}

void TableFilesPage::show_rule(const TableSheet& sheet) {
  rule_card_->setVisible(!sheet.mapping.empty());
  if (sheet.mapping.empty()) return;
  rule_of_->setText(tr("For the pipeline of %1, whose offsets nobody reads:")
                        .arg(format::middle(format::text(sheet.table.value()), longest_title)));
  rule_->setText(format::text(sheet.mapping));
  rule_->setToolTip(format::plain(rule_->text()));
}

// How the chosen number of the chosen table went, once.
void TableFilesPage::ask() {
  const TableSheet* sheet = chosen();
  if (sheet == nullptr) return;
  const TableFact fact = measured_facts.at(static_cast<std::size_t>(std::max(fact_->currentIndex(), 0)));
  MetricChoice choice = trend_choice(*sheet, fact);
  const bool shown = trend_->trend() && trend_->trend()->of == choice;
  if (shown || asked_ == choice) return;
  asked_ = std::move(choice);
  emit fact_asked({sheet->cluster, sheet->table}, fact);
}

// A table hands the keyboard to its line.
void TableFilesPage::open(const QModelIndex&) {
  if (trend_card_->isVisible()) trend_->setFocus();
}

}  // namespace tidemark::views
