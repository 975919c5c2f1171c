// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alignment/align_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "models/analysis/verify.h"
#include "models/items/align_model.h"
#include "models/items/format.h"
#include "models/items/ledger_model.h"
#include "views/alignment/align_words.h"
#include "views/alignment/verify_words.h"
#include "views/command_words.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/figures.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
constexpr int figure_count = 4;
constexpr int most_rows = 9;  // of the tables' card; more scroll
constexpr int tools_px = 46;
constexpr int verify_px = 380;

QLabel* instead(const QString& text) {
  QLabel* label = plain_label(theme::Face::text, "muted", text);
  label->setAlignment(Qt::AlignCenter);
  label->setWordWrap(true);
  label->setMargin(32);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setAccessibleName(AlignPage::tr("Why nothing is shown"));
  return label;
}
}  // namespace

AlignPage::AlignPage(QWidget* parent)
    : PageWidget(parent), model_(new AlignModel(this)), ledger_model_(new LedgerModel(this)) {
  setAccessibleName(tr("Tables"));
  headline_ = new Headline(this);
  figures_ = new Figures(figure_count, tr("Figures of the table"), this);
  auto* content = new QWidget(this);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(figures_);
  column->addWidget(table_card());
  verify_ = new FactsCard(tr("Verify"), this);
  verify_->setFixedWidth(verify_px);
  auto* below = new QHBoxLayout;
  below->setSpacing(12);
  below->addWidget(ledger_card(), 1);
  below->addWidget(verify_);
  column->addLayout(below, 1);
  stack_ = new QStackedLayout;
  stack_->addWidget(content);
  stack_->addWidget(instead(
      tr("No table has been recorded.\nName a catalog in the profile and start a collector: tidemark collect --profile "
         "FILE")));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(headline_);
  layout->addLayout(stack_, 1);
  connect(tables_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlignPage::choose);
  connect(tables_, &RowView::opened, this, &AlignPage::open);
  connect(tables_, &QTreeView::expanded, this, &AlignPage::fit_tables);
  connect(tables_, &QTreeView::collapsed, this, &AlignPage::fit_tables);
  connect(commits_, &RowView::opened, commits_, [this](const QModelIndex& index) {
    const QModelIndex top = index.siblingAtColumn(0);
    commits_->setExpanded(top, !commits_->isExpanded(top));
  });
  connect(commits_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlignPage::verify);
  setFocusProxy(tables_);
  verify();
  say({});
}

QWidget* AlignPage::table_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  filter_ = filter_line(inside, tr("Filter by name"), tr("Filter tables"), tr("tide chart")).field;
  tables_ = new RowView(model_, tr("Tables and their partitions"), frame);
  tables_->set_spare({AlignModel::high, AlignModel::group_next, AlignModel::table_next, AlignModel::restart});
  inside->addWidget(tables_, 1);
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) {
    model_->set_filter(words);
    fit_tables();
  });
  connect(filter_, &QLineEdit::returnPressed, tables_, [this] { tables_->setFocus(); });
  return frame;
}

QWidget* AlignPage::ledger_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  ledger_title_ = plain_label(theme::Face::strong);
  ledger_title_->setAccessibleName(tr("Ledger of"));
  ledger_words_ = plain_label(theme::Face::text, "muted");
  ledger_words_->setAccessibleName(tr("The ledger in short"));
  auto* top = new QHBoxLayout;
  top->setContentsMargins(12, 10, 12, 6);
  top->setSpacing(12);
  top->addWidget(ledger_title_);
  top->addWidget(ledger_words_, 1);
  top->addWidget(key_hint(QStringLiteral("v"), tr("verify")));
  inside->addLayout(top);
  commits_ = new RowView(ledger_model_, tr("Commits of the table"), frame);
  commits_->set_spare({LedgerModel::evidence, LedgerModel::valid_through, LedgerModel::commit_id});
  ledger_stack_ = new QStackedLayout;
  ledger_stack_->addWidget(commits_);
  ledger_stack_->addWidget(instead(tr("No commit of this table has been seen.")));
  inside->addLayout(ledger_stack_, 1);
  return frame;
}

void AlignPage::show_data(const ViewData& view) {
  show_rows(view.tables, view.ledger, view.at, verify_command_for(view));
}

std::optional<std::size_t> AlignPage::count(const ViewData& view) const {
  return view.tables ? std::optional<std::size_t>(view.tables->size()) : std::nullopt;
}

void AlignPage::show_rows(std::shared_ptr<const AlignBranches> tables, std::shared_ptr<const Ledger> ledger,
                          LocalTime at, const QString& verify_command) {
  if (!tables) return;
  verify_command_ = verify_command;
  const bool first = model_->total() == 0;
  shown_ = tables;
  ledger_ = std::move(ledger);
  model_->set_rows(std::move(tables));
  // One table's partitions are a plain list.
  const bool one = model_->total() == 1 && filter_->text().isEmpty();
  tables_->setRootIsDecorated(!one);
  tables_->setIndentation(one ? 0 : 20);
  tables_->setRootIndex(one ? model_->index(0, 0) : QModelIndex());
  if (first && ledger_)
    tables_->setExpanded(model_->find(ledger_->of.cluster.value() + '\n' + ledger_->of.table.value()), true);
  if (ledger_) ledger_model_->set_rows({ledger_, &ledger_->commits});
  fit_tables();
  verify();
  say(at);
}

void AlignPage::toggle_verify() {
  verify_wanted_ = !verify_wanted_;
  verify();
}

void AlignPage::verify() {
  verify_->setVisible(verify_wanted_);
  if (!verify_wanted_) return;
  if (!ledger_ || ledger_->commits.empty())
    return verify_->show_facts({}, tr("Verify a commit"), {{tr("commit"), tr("None has been seen.")}});
  const QModelIndex index = commits_->currentIndex();
  const std::size_t chosen = index.isValid() ? ledger_model_->source(index).first : 0;
  const LedgerRow& commit = ledger_model_->parent_row(chosen);
  const VerifyRow row = verify_rows({commit}, {}).front();
  const QString since = chosen == 0 ? QString() : QStringLiteral(" --from ") + format::text(rfc3339(commit.seen_at));
  verify_->show_facts(commit.commit.snapshot_id, verify_title(row),
                      verify_facts(row, verify_command_ + since + QStringLiteral(" --profile FILE")));
}

void AlignPage::say(LocalTime at) {
  const AlignTable* chosen = nullptr;
  if (shown_ && ledger_)
    for (const auto& branch : *shown_)
      if (TableChoice{branch.parent.row.cluster, branch.parent.row.table} == ledger_->of) chosen = &branch.parent.row;
  headline_->say(align_sentence(shown_ ? *shown_ : AlignBranches{}, chosen));
  stack_->setCurrentIndex(shown_ && !shown_->empty() ? 0 : 1);
  figures_->setVisible(chosen && chosen->worst);
  if (!chosen) return;
  figures_->show_figures(align_figures(*chosen, ledger_.get(), at));
  ledger_title_->setText(tr("Ledger of %1").arg(format::middle(format::text(ledger_->of.table.value()), 60)));
  ledger_title_->setToolTip(format::plain(format::text(ledger_->of.table.value())));
  ledger_words_->setText(ledger_words(*ledger_));
  ledger_stack_->setCurrentIndex(ledger_->commits.empty() ? 1 : 0);
}

// As high as its rows, within limits: the ledger has the rest.
void AlignPage::fit_tables() {
  const QModelIndex root = tables_->rootIndex();
  int rows = 0;
  for (int i = 0; i < model_->rowCount(root) && rows < most_rows; ++i) {
    const QModelIndex top = model_->index(i, 0, root);
    rows += 1 + (tables_->isExpanded(top) ? model_->rowCount(top) : 0);
  }
  tables_->parentWidget()->setFixedHeight(tools_px + (std::clamp(rows, 2, most_rows) + 1) * (theme::row_px + 1));
}

void AlignPage::choose(const QModelIndex& index) {
  if (!index.isValid()) return;
  const AlignTable& table = model_->parent_row(model_->source(index).first);
  const TableChoice choice{table.cluster, table.table};
  if (!ledger_ || ledger_->of != choice) emit table_asked(choice);
}

void AlignPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  if (child < 0) {
    const QModelIndex top = index.siblingAtColumn(0);
    tables_->setExpanded(top, !tables_->isExpanded(top));
    return;
  }
  const AlignRow& row = model_->child_row(parent, static_cast<std::size_t>(child));
  TideSelection selection{row.cluster, row.partition.topic, row.partition.partition, {}, row.table};
  if (row.group) selection.group = *row.group;
  emit tide_asked(selection);
}

RowView* AlignPage::rows() const { return commits_->hasFocus() ? commits_ : tables_; }
const Sentence& AlignPage::said() const { return headline_->said(); }

void AlignPage::focus_filter() {
  filter_->setFocus();
  filter_->selectAll();
}

void AlignPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !filter_->text().isEmpty()) {
    filter_->clear();
    tables_->setFocus();
    return;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace tidemark::views
