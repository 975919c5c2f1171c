// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drills/drills_page.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "models/items/review_model.h"
#include "views/drills/drill_words.h"
#include "views/drills/say_dialog.h"
#include "views/drills/start_dialog.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
constexpr int facts_px = 380;
}

DrillsPage::DrillsPage(QWidget* parent) : PageWidget(parent), model_(new DrillModel(this)) {
  setAccessibleName(tr("Drills"));
  headline_ = new Headline(this);
  tabs_ = new QTabBar(this);
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  tabs_->setAccessibleName(tr("What is shown of drills"));
  tabs_->addTab(tr("Run sheet"));
  tabs_->addTab(tr("Library"));
  tabs_->addTab(tr("Failure matrix"));
  stack_ = new QStackedWidget(this);
  stack_->setAccessibleName(tabs_->accessibleName());
  sheet_ = new RunSheet(stack_);
  stack_->addWidget(sheet_);
  stack_->addWidget(library_card());
  stack_->addWidget(matrix_card());
  auto* top = new QHBoxLayout;
  top->addWidget(tabs_);
  top->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(8);
  layout->addWidget(headline_);
  layout->addLayout(top);
  layout->addWidget(stack_, 1);
  connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
    stack_->setCurrentIndex(tab);
    rows()->setFocus();
  });
  connect(tabs_, &QTabBar::tabBarClicked, this, [this] { chosen_tab_ = true; });
  connect(sheet_, &RunSheet::question_asked, this, &DrillsPage::ask_question);
  setFocusProxy(stack_);
}

QWidget* DrillsPage::library_card() {
  auto* whole = new QWidget(stack_);
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(whole, &inside);
  library_ = new RowView(model_, tr("Library of drills"), frame);
  library_->set_spare({DrillModel::owner, DrillModel::state, DrillModel::at}, 260);
  inside->addWidget(library_, 1);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(16, 8, 12, 8);
  foot->setSpacing(12);
  foot->addWidget(key_hint(QStringLiteral("Enter"), tr("begin a drill, or show one")));
  foot->addWidget(key_hint(QStringLiteral("y"), tr("copy")));
  foot->addStretch(1);
  inside->addLayout(foot);
  facts_ = new FactsCard(tr("The chosen drill"), whole);
  facts_->setFixedWidth(facts_px);
  auto* layout = new QHBoxLayout(whole);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  layout->addWidget(frame, 1);
  layout->addWidget(facts_);
  connect(library_, &RowView::opened, this, &DrillsPage::open);
  connect(library_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DrillsPage::choose);
  return whole;
}

QWidget* DrillsPage::matrix_card() {
  QBoxLayout* inside = nullptr;
  matrix_card_ = card(stack_, &inside);
  show_matrix();
  return matrix_card_;
}

// Its columns are the paths: other paths have another table.
void DrillsPage::show_matrix() {
  const std::vector<std::string> scopes = view_ ? view_->matrix.scopes : std::vector<std::string>();
  if (!matrix_model_ || matrix_model_->scopes() != scopes) {
    delete matrix_;
    delete matrix_model_;
    matrix_model_ = new MatrixModel(scopes, this);
    matrix_ = new RowView(matrix_model_, tr("Failure matrix"), matrix_card_);
    matrix_->setRootIsDecorated(false);
    matrix_->setIndentation(0);
    static_cast<QVBoxLayout*>(matrix_card_->layout())->addWidget(matrix_, 1);
    connect(matrix_, &RowView::opened, this, [this](const QModelIndex& index) {
      const auto& by_path = matrix_model_->parent_row(matrix_model_->source(index).first).by_path;
      const auto path = static_cast<std::size_t>(index.column() - MatrixModel::first_path);
      if (index.column() < MatrixModel::first_path || !by_path[path]) return;
      emit drill_asked(by_path[path]->drill);
      show_tab(sheet_tab);
    });
  }
  if (view_) matrix_model_->set_rows({view_, &view_->matrix.rows});
}

void DrillsPage::show_data(const ViewData& view) { show_drills(std::static_pointer_cast<const DrillsView>(view.own)); }

std::optional<std::size_t> DrillsPage::count(const ViewData& view) const {
  if (view.request.screen.id != "drills") return std::nullopt;
  return std::static_pointer_cast<const DrillsView>(view.own)->on_record;
}

void DrillsPage::show_drills(const std::shared_ptr<const DrillsView>& view) {
  if (!view) return;
  const bool first = !view_;
  view_ = view;
  headline_->say(drills_sentence(*view));
  model_->set_rows({view, &view->library});
  if (first && view->sheet) {
    const QModelIndex of = model_->find(view->sheet->shown.run.of.id);
    library_->setExpanded(of, true);
  }
  sheet_->show_sheet(view);
  show_matrix();
  if (!std::exchange(chosen_tab_, true)) show_tab(view->sheet ? sheet_tab : library_tab);
  choose();
}

void DrillsPage::show_tab(Tab tab) {
  chosen_tab_ = true;
  tabs_->setCurrentIndex(tab);
}

RowView* DrillsPage::rows() const {
  if (tabs_->currentIndex() == library_tab) return library_;
  if (tabs_->currentIndex() == matrix_tab) return matrix_;
  return sheet_->probes()->hasFocus() ? sheet_->probes() : sheet_->steps();
}

void DrillsPage::focus_filter() { rows()->setFocus(); }

void DrillsPage::choose() {
  const QModelIndex index = library_->currentIndex().isValid() ? library_->currentIndex() : model_->index(0, 0);
  facts_->setVisible(index.isValid());
  if (!index.isValid()) return;
  const auto [parent, child] = model_->source(index);
  const DrillTemplate& drill = model_->parent_row(parent).drill;
  if (child < 0)
    return facts_->show_facts(drill.id, format::text(drill.id + "  " + drill.title), template_facts(drill));
  const DrillRun& run = model_->child_row(parent, static_cast<std::size_t>(child));
  facts_->show_facts(run.id, drill_title(run), run_facts(run));
}

// Of a template the start of one, of a drill its run sheet.
void DrillsPage::open(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  if (child < 0) return ask_start();
  emit drill_asked(model_->child_row(parent, static_cast<std::size_t>(child)).id);
  show_tab(sheet_tab);
}

const DrillRun* DrillsPage::running() const {
  const DrillSheet* sheet = sheet_->sheet();
  return sheet && sheet->shown.run.status() == DrillStatus::running ? &sheet->shown.run : nullptr;
}

void DrillsPage::stamp() {
  const DrillStep* step = sheet_->open_step();
  if (!step) return;
  DrillStamp said;
  said.step = step->id;
  emit stamped(running()->id, said);
}

void DrillsPage::take_back() {
  if (const DrillRun* run = running(); run && run->stamps_that_hold() > 0)
    emit taken_back(run->id, sheet_->stamped_step());
}

void DrillsPage::ask_abort() {
  const DrillRun* run = running();
  if (!run) return;
  auto* dialog = new AbortDialog(*run, this);
  connect(dialog, &AbortDialog::said, this, [this, drill = run->id](const QString& reason, bool stop) {
    emit aborted(drill, {{}, reason.toStdString(), stop, {}, {}});
  });
  dialog->open();
}

void DrillsPage::ask_verdict() {
  const DrillSheet* sheet = sheet_->sheet();
  if (!sheet || sheet->shown.run.verdict) return;
  auto* dialog = new VerdictDialog(*sheet, this);
  connect(dialog, &VerdictDialog::said, this,
          [this, drill = sheet->shown.run.id](const DrillVerdict& verdict) { emit judged(drill, verdict); });
  dialog->open();
}

void DrillsPage::ask_question(const DrillProbe& question) {
  const DrillRun* run = running();
  if (!run) return;
  auto* dialog = new QuestionDialog(question, this);
  connect(dialog, &QuestionDialog::said, this,
          [this, drill = run->id, id = question.question](bool yes, const QString& note) {
            DrillStamp said;
            said.question = id;
            said.answer = yes ? "yes" : "no";
            said.note = note.toStdString();
            emit stamped(drill, said);
          });
  dialog->open();
}

// Of the template that is chosen in the library.
void DrillsPage::ask_start() {
  const QModelIndex index = library_->currentIndex().isValid() ? library_->currentIndex() : model_->index(0, 0);
  if (!index.isValid() || start_) return;
  const LibraryDrill& row = model_->parent_row(model_->source(index).first);
  if (row.kept) return;
  start_ = new StartDialog(row.drill, view_->matrix.scopes, this);
  connect(start_, &StartDialog::asked, this, &DrillsPage::start_asked);
  start_->open();
}

void DrillsPage::show_start(const DrillStart& start, const QString& error) {
  if (start_) start_->show_start(start, error);
  if (start.id.empty()) return;
  emit drill_asked(start.id);
  show_tab(sheet_tab);
}

}  // namespace tidemark::views
