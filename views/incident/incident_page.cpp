// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incident/incident_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "models/items/compared_model.h"
#include "models/items/onset_model.h"
#include "views/incident/incident_words.h"
#include "views/incident/lanes_view.h"
#include "views/incident/note_dialog.h"
#include "views/incident/notes_pane.h"
#include "views/incident/overview_strip.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
constexpr int beside_px = 300;
constexpr int filter_px = 160;
constexpr int compare_tab = 1, notes_tab = 2;

QLabel* instead(const QString& text) {
  QLabel* label = plain_label(theme::Face::text, "muted", text);
  label->setAlignment(Qt::AlignCenter);
  label->setWordWrap(true);
  label->setMargin(24);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setAccessibleName(IncidentPage::tr("Why nothing is shown"));
  return label;
}
}  // namespace

IncidentPage::IncidentPage(QWidget* parent)
    : PageWidget(parent), model_(new OnsetModel(this)), compared_model_(new ComparedModel(this)) {
  setAccessibleName(tr("Incident"));
  headline_ = new Headline(this);
  auto* content = new QWidget(this);
  auto* left = new QVBoxLayout;
  left->setSpacing(12);
  left->addWidget(lane_card(), 3);
  left->addWidget(lower_card(), 2);
  beside_ = new FactsCard(tr("Beside the order of onset"), content);
  beside_->setFixedWidth(beside_px);
  auto* body = new QHBoxLayout(content);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(12);
  body->addLayout(left, 1);
  body->addWidget(beside_);
  stack_ = new QStackedLayout;
  stack_->addWidget(content);
  stack_->addWidget(instead(tr("Nothing has been recorded yet.\nStart a collector: tidemark collect --profile FILE")));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(headline_);
  layout->addLayout(stack_, 1);
  connect(lanes_, &LanesView::window_asked, this, &IncidentPage::window_asked);
  connect(lanes_, &LanesView::zoom_asked, this, &PageWidget::zoom_asked);
  connect(lanes_, &LanesView::pan_asked, this, &PageWidget::pan_asked);
  connect(lanes_, &LanesView::crosshair_moved, this, &PageWidget::crosshair_moved);
  connect(order_, &RowView::opened, this, &IncidentPage::open);
  setFocusProxy(lanes_);
  show_incident(nullptr, {}, {});
}

QWidget* IncidentPage::lane_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  const FilterLine line = filter_line(inside, tr("Filter lanes"), tr("Filter lanes"), tr("onset"));
  filter_ = line.field;
  filter_->setMaximumWidth(filter_px);
  counts_ = plain_label(theme::Face::text, "muted");
  counts_->setAccessibleName(tr("Lanes shown"));
  counts_->setWordWrap(true);
  line.end->insertWidget(line.end->count() - 1, key_hint(QStringLiteral("u"), tr("all lanes")));
  line.end->insertWidget(line.end->count() - 1, key_hint(QStringLiteral("l"), tr("lock")));
  line.end->insertWidget(line.end->count() - 1, key_hint(QStringLiteral("p"), tr("pin")));
  line.end->addWidget(counts_);
  overview_ = new OverviewStrip(frame);
  lanes_ = new LanesView(frame);
  inside->addWidget(overview_);
  inside->addWidget(lanes_, 1);
  connect(overview_, &OverviewStrip::range_asked, this, &IncidentPage::range_asked);
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) {
    lanes_->set_filter(words);
    count_lanes();
  });
  connect(filter_, &QLineEdit::returnPressed, lanes_, [this] { lanes_->setFocus(); });
  return frame;
}

QWidget* IncidentPage::lower_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  tabs_ = new QTabBar(frame);
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  tabs_->setAccessibleName(tr("What is shown beneath the lanes"));
  tabs_->addTab(tr("Order of onset"));
  tabs_->addTab(tr("Compare"));
  tabs_->addTab(tr("Notes"));
  auto* line = new QHBoxLayout;
  line->setContentsMargins(4, 4, 12, 0);
  line->addWidget(tabs_);
  line->addStretch(1);
  line->addWidget(key_hint(QStringLiteral("q"), tr("turn")));
  line->addSpacing(12);
  line->addWidget(key_hint(QStringLiteral("n"), tr("note")));
  inside->addLayout(line);
  order_ = new RowView(model_, tr("Order of onset"), frame);
  order_->setRootIsDecorated(false);
  order_->setIndentation(0);
  order_->set_spare({OnsetModel::layer, OnsetModel::ordered_by, OnsetModel::before});
  compared_ = new RowView(compared_model_, tr("Where the gaps grew"), frame);
  compared_->set_spare({ComparedModel::partitions, ComparedModel::before, ComparedModel::fair});
  lower_ = new QStackedLayout;
  lower_->addWidget(order_);
  lower_->addWidget(
      instead(tr("Nothing moved in this window that did not move before it.\nAbsence of findings is "
                 "not proof of health.")));
  lower_->addWidget(compared_);
  lower_->addWidget(instead(tr("No group and no table has been measured: there is no gap to compare.")));
  notes_ = new NotesPane(frame);
  lower_->addWidget(notes_);
  inside->addLayout(lower_, 1);
  connect(notes_, &NotesPane::time_asked, this, [this](LocalTime at) {
    lanes_->set_crosshair(at);
    lanes_->setFocus();
  });
  connect(tabs_, &QTabBar::currentChanged, this, &IncidentPage::show_lower);
  return frame;
}

void IncidentPage::show_data(const ViewData& view) {
  if (view.status.oldest && view.status.newest) set_history(*view.status.oldest, *view.status.newest);
  show_incident(view.incident, view.from, view.to);
}

std::optional<std::size_t> IncidentPage::count(const ViewData& view) const {
  return view.incident ? std::optional<std::size_t>(view.incident->incident.onsets.size()) : std::nullopt;
}

std::optional<LocalTime> IncidentPage::crosshair() const { return lanes_->crosshair(); }

void IncidentPage::show_lower() {
  const int tab = tabs_->currentIndex();
  if (tab == notes_tab) return lower_->setCurrentWidget(notes_);
  const bool compare = tab == compare_tab;
  const bool empty = !view_ || (compare ? view_->compared.empty() : view_->onsets.empty());
  lower_->setCurrentIndex((compare ? 2 : 0) + (empty ? 1 : 0));
}

void IncidentPage::turn() { tabs_->setCurrentIndex((tabs_->currentIndex() + 1) % tabs_->count()); }

RowView* IncidentPage::rows() const {
  if (tabs_->currentIndex() == notes_tab) return notes_->story()->hasFocus() ? notes_->story() : notes_->events();
  return tabs_->currentIndex() == compare_tab ? compared_ : order_;
}

void IncidentPage::ask_note() {
  if (!view_) return;
  auto* dialog = new NoteDialog(lanes_->crosshair().value_or(view_->incident.window.to), this);
  connect(dialog, &NoteDialog::said, this, &IncidentPage::noted);
  dialog->open();
}

void IncidentPage::show_incident(std::shared_ptr<const IncidentView> view, LocalTime from, LocalTime to) {
  view_ = std::move(view);
  stack_->setCurrentIndex(view_ ? 0 : 1);
  if (!view_) {
    headline_->say({Level::unknown, tr("No history"), {}, tr("Nothing has been recorded yet.")});
    return;
  }
  headline_->say(incident_sentence(*view_));
  model_->set_rows({view_, &view_->onsets});
  compared_model_->set_rows({view_, &view_->compared});
  compared_->open_all();
  notes_->show_story(view_);
  tabs_->setTabText(notes_tab, view_->story.empty() ? tr("Notes") : tr("Notes %1").arg(view_->story.size()));
  show_lower();
  beside_->show_facts("incident", tr("Beside the order"), incident_facts(*view_));
  set_range(from, to);
  lanes_->set_incident(view_);
  overview_->set_incident(view_);
  count_lanes();
}

void IncidentPage::set_range(LocalTime from, LocalTime to) {
  lanes_->set_range(from, to);
  overview_->set_range(from, to);
}

void IncidentPage::set_history(LocalTime oldest, LocalTime newest) { overview_->set_history(oldest, newest); }

void IncidentPage::toggle_all() {
  lanes_->set_all(!lanes_->all());
  count_lanes();
}

void IncidentPage::count_lanes() {
  counts_->setText(lanes_words(lanes_->shown(), lanes_->folded(), view_ ? view_->level : Grain::raw));
}

void IncidentPage::open(const QModelIndex& index) {
  const Onset& onset = model_->parent_row(model_->source(index).first).onset;
  lanes_->set_crosshair(onset.hi);
  lanes_->setFocus();
}

const Sentence& IncidentPage::said() const { return headline_->said(); }

void IncidentPage::focus_filter() {
  filter_->setFocus();
  filter_->selectAll();
}

// Esc takes back what was asked for last: the filter, the crosshair (which the lanes do), the window.
void IncidentPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
  if (!filter_->text().isEmpty()) {
    filter_->clear();
    lanes_->setFocus();
    return;
  }
  emit window_left();
}

}  // namespace tidemark::views
