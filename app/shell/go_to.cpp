// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/go_to.h"

#include <QAction>
#include <QWidget>

#include "app/actions/actions.h"
#include "models/items/format.h"
#include "views/palette/palette.h"

namespace tidemark::shell {
namespace {
using views::PaletteEntry;

// Those that open the palette are of no use in it.
bool is_offered(const actions::Command& command) {
  const std::string_view id = command.id;
  return id != "go.palette" && id != "go.place";
}

QString kind_word(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::path:
      return GoTo::tr("Path");
    case PlaceKind::table:
      return GoTo::tr("Table");
    case PlaceKind::connector:
      return GoTo::tr("Connector");
    case PlaceKind::group:
      return GoTo::tr("Group");
    case PlaceKind::topic:
      break;
  }
  return GoTo::tr("Topic");
}

QString name_of(const Place& place) {
  const QString name = format::text(place.name);
  return place.kind == PlaceKind::path ? name + QStringLiteral(" / ") + format::text(place.topic.value()) : name;
}

PaletteEntry entry_of(const Place& place) {
  return {name_of(place), kind_word(place.kind) + QStringLiteral(" · ") + format::text(place.cluster.value()), {}};
}

QString named_text(const Place& place, const NamedPlace& named) {
  QString text = name_of(place);
  if (named.partition) text += QLatin1Char('/') + QString::number(named.partition->value());
  if (named.offset) text += QLatin1Char(' ') + GoTo::tr("at offset %1").arg(format::count(named.offset->value()));
  return text;
}
}  // namespace

GoTo::GoTo(actions::Actions* actions, QWidget* window)
    : QObject(window),
      actions_(actions),
      palette_(new views::Palette(tr("A command, a name, or paste an alert, a log line, topic-3@12345"), window)) {
  connect(palette_, &views::Palette::edited, this, &GoTo::read);
  connect(palette_, &views::Palette::chosen, this, &GoTo::choose);
}

void GoTo::open(bool with_commands, std::shared_ptr<const Findings> findings) {
  with_commands_ = with_commands;
  findings_ = std::move(findings);
  palette_->type({});
  fill();
  palette_->show();
  palette_->activateWindow();
  emit places_wanted();
}

void GoTo::set_places(std::shared_ptr<const Places> places) {
  places_ = std::move(places);
  if (!palette_->isVisible()) return;
  fill();
  read(palette_->typed());
}

// The order is that of choose().
void GoTo::fill() {
  std::vector<PaletteEntry> entries;
  if (with_commands_) {
    for (const actions::Command& command : actions_->commands()) {
      if (!is_offered(command)) continue;
      const QAction* action = actions_->action(command.id);
      entries.push_back({action->text(), actions::translated(command.section),
                         action->shortcut().toString(QKeySequence::NativeText)});
    }
    if (findings_)
      for (const auto& branch : findings_->rows)
        entries.push_back({format::text(branch.parent.row.title), tr("Finding"), {}});
  }
  for (const Place& place : places_->all()) entries.push_back(entry_of(place));
  palette_->set_entries(std::move(entries));
}

void GoTo::read(const QString& text) {
  read_ = places_->read(text.toStdString());
  // What stands in the list anyway needs no reading.
  if (!read_.at && palette_->fits(text))
    std::erase_if(read_.places, [](const NamedPlace& named) { return !named.partition; });
  const QString at = !read_.at          ? QString()
                     : read_.zone_taken ? tr("%1, taken as UTC").arg(format::date_time(*read_.at))
                                        : format::date_time(*read_.at);
  std::vector<PaletteEntry> entries;
  for (const NamedPlace& named : read_.places) {
    const Place& place = places_->all()[named.place];
    PaletteEntry entry = entry_of(place);
    entry.text = named_text(place, named);
    if (!at.isEmpty()) entry.text += QStringLiteral(", ") + at;
    entries.push_back(std::move(entry));
  }
  if (read_.at) entries.push_back({at, tr("Time"), {}});
  palette_->set_read(std::move(entries));
}

void GoTo::choose(int index) {
  if (index < 0) {
    const auto at = static_cast<std::size_t>(-1 - index);
    if (at >= read_.places.size()) {
      emit time_asked(*read_.at);
      return;
    }
    const NamedPlace named = read_.places[at];
    emit place_asked(places_->all()[named.place], named, read_.at);
    return;
  }
  auto left = static_cast<std::size_t>(index);
  if (with_commands_) {
    for (const actions::Command& command : actions_->commands())
      if (is_offered(command) && left-- == 0) return actions_->action(command.id)->trigger();
    const std::size_t findings = findings_ ? findings_->rows.size() : 0;
    if (left < findings) {
      const DiagnosisRow row = findings_->rows[left].parent.row;
      emit finding_asked(row);
      return;
    }
    left -= findings;
  }
  const NamedPlace named{left};
  emit place_asked(places_->all()[left], named, std::nullopt);
}

}  // namespace tidemark::shell
