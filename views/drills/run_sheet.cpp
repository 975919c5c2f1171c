// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drills/run_sheet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/drills/drill_words.h"
#include "views/widgets/headline.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
constexpr int probes_px = 400;
constexpr int title_length = 90;
}  // namespace

RunSheet::RunSheet(QWidget* parent)
    : QWidget(parent), step_model_(new StepModel(this)), probe_model_(new ProbeModel(this)) {
  auto* whole = new QWidget(this);
  verdict_ = new Headline(whole);
  auto* body = new QHBoxLayout;
  body->setSpacing(12);
  body->addWidget(steps_card(), 1);
  body->addWidget(probes_card());
  auto* layout = new QVBoxLayout(whole);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  layout->addWidget(verdict_);
  layout->addLayout(body, 1);
  auto* none = plain_label(theme::Face::text, "muted",
                           tr("No drill is on record.\nChoose a template in the library and press Enter."));
  none->setAlignment(Qt::AlignCenter);
  none->setWordWrap(true);
  none->setMargin(48);
  none->setAccessibleName(tr("Why nothing is shown"));
  stack_ = new QStackedLayout(this);
  stack_->setContentsMargins(0, 0, 0, 0);
  stack_->addWidget(whole);
  stack_->addWidget(none);
  stack_->setCurrentIndex(1);
  setFocusProxy(steps_);
}

QWidget* RunSheet::steps_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  title_ = plain_label(theme::Face::strong);
  title_->setAccessibleName(tr("The drill"));
  title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long name makes no window wider
  auto* keys = new QHBoxLayout;
  keys->setContentsMargins(16, 8, 12, 8);
  keys->setSpacing(12);
  keys->addWidget(title_, 1);
  inside->addLayout(keys);
  steps_ = new RowView(step_model_, tr("Steps"), frame);
  steps_->setRootIsDecorated(false);
  steps_->setIndentation(0);
  steps_->set_spare({StepModel::expect, StepModel::who}, 220);
  inside->addWidget(steps_, 1);
  command_ = plain_label(theme::Face::mono);
  command_->setAccessibleName(tr("Command of the chosen step"));
  command_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  command_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  expect_ = plain_label(theme::Face::text, "muted");
  expect_->setAccessibleName(tr("Expected of the chosen step"));
  expect_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  copy_ = new QPushButton(tr("Copy"), frame);
  copy_->setAccessibleName(tr("Copy the command"));
  connect(copy_, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(command_->text()); });
  auto* line = new QHBoxLayout;
  line->setContentsMargins(16, 8, 12, 8);
  line->setSpacing(12);
  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  words->addWidget(command_);
  words->addWidget(expect_);
  line->addLayout(words, 1);
  line->addWidget(copy_);
  inside->addLayout(line);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(16, 0, 12, 8);
  foot->setSpacing(12);
  for (const auto& [key, does] : {std::pair{QStringLiteral("Space"), tr("done now")},
                                  {QStringLiteral("Shift+U"), tr("take back")},
                                  {QStringLiteral("!"), tr("abort")},
                                  {QStringLiteral("Shift+V"), tr("verdict")}})
    foot->addWidget(key_hint(key, does));
  foot->addStretch(1);
  inside->addLayout(foot);
  connect(steps_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunSheet::choose);
  return frame;
}

QWidget* RunSheet::probes_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  frame->setFixedWidth(probes_px);
  probes_ = new RowView(probe_model_, tr("Signals and measures"), frame);
  probes_->setIndentation(12);
  inside->addWidget(probes_, 1);
  connect(probes_, &RowView::opened, this, [this](const QModelIndex& index) {
    const auto [parent, child] = probe_model_->source(index);
    const QModelIndex top = index.siblingAtColumn(0);
    if (child < 0) return probes_->setExpanded(top, !probes_->isExpanded(top));
    const DrillProbe& probe = probe_model_->child_row(parent, static_cast<std::size_t>(child));
    if (probe.kind == ProbeKind::question) emit question_asked(probe);
  });
  return frame;
}

void RunSheet::show_sheet(const std::shared_ptr<const DrillsView>& view) {
  view_ = view;
  stack_->setCurrentIndex(sheet() ? 0 : 1);
  if (!sheet()) return;
  const DrillRun& run = sheet()->shown.run;
  verdict_->say(verdict_sentence(*sheet()));
  title_->setText(format::middle(drill_title(run), title_length));
  title_->setToolTip(format::plain(drill_title(run)));
  step_model_->set_rows({view, &sheet()->steps});
  probe_model_->set_rows({view, &sheet()->probes});
  for (const auto& group : sheet()->probes)
    if (opened_.insert(run.id + group.parent.key).second)
      probes_->setExpanded(probe_model_->find(group.parent.key), true);
  choose();
}

const DrillStep* RunSheet::open_step() const {
  if (!sheet() || sheet()->shown.run.status() != DrillStatus::running) return nullptr;
  if (const QModelIndex index = steps_->currentIndex(); index.isValid()) {
    const SheetStep& row = step_model_->parent_row(step_model_->source(index).first);
    if (!row.stamp && !row.of.title.empty()) return &row.of;
  }
  for (const auto& branch : sheet()->steps)
    if (branch.parent.row.state == SheetState::next) return &branch.parent.row.of;
  return nullptr;
}

std::string RunSheet::stamped_step() const {
  const QModelIndex index = steps_->currentIndex();
  if (!index.isValid()) return {};
  const SheetStep& row = step_model_->parent_row(step_model_->source(index).first);
  return row.state == SheetState::done ? row.of.id : std::string();
}

void RunSheet::choose() {
  if (!sheet()) return;
  const SheetStep* row = nullptr;
  if (const QModelIndex index = steps_->currentIndex(); index.isValid())
    row = &step_model_->parent_row(step_model_->source(index).first);
  for (const auto& branch : sheet()->steps)
    if (!row && branch.parent.row.state == SheetState::next) row = &branch.parent.row;
  const QString command = row ? format::text(row->of.command) : QString();
  const QString expect = row ? format::text(row->of.expect) : QString();
  copy_->setEnabled(!command.isEmpty());
  command_->setText(command.isEmpty() ? tr("no command") : command);
  command_->setToolTip(format::plain(command));
  expect_->setText(expect.isEmpty() ? tr("nothing particular is expected") : tr("expected: %1").arg(expect));
  expect_->setToolTip(format::plain(expect));
}

}  // namespace tidemark::views
