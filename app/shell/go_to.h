// SPDX-License-Identifier: GPL-3.0-or-later
// GoTo: what the window's palette offers (commands, places, findings, and what a pasted text names) and what comes of a
// choice. Thread rule: GUI thread.
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "models/analysis/finding_branches.h"
#include "models/analysis/places.h"

namespace tidemark::actions {
class Actions;
}
namespace tidemark::views {
class Palette;
}

namespace tidemark::shell {

class GoTo final : public QObject {
  Q_OBJECT
 public:
  GoTo(actions::Actions* actions, QWidget* window);
  // With commands and findings, or places alone. Places are asked for each time: the newest known ones are shown until
  // they come.
  void open(bool with_commands, std::shared_ptr<const Findings> findings);
  void set_places(std::shared_ptr<const Places> places);
  views::Palette* palette() const { return palette_; }

 signals:
  void places_wanted();
  void place_asked(const tidemark::Place& place, const tidemark::NamedPlace& named,
                   std::optional<tidemark::LocalTime> at);
  void time_asked(tidemark::LocalTime at);
  void finding_asked(const tidemark::DiagnosisRow& row);

 private:
  void fill();
  void read(const QString& text);
  void choose(int index);

  actions::Actions* actions_;
  views::Palette* palette_;
  bool with_commands_ = false;
  std::shared_ptr<const Findings> findings_;
  std::shared_ptr<const Places> places_ = std::make_shared<const Places>();
  ReadText read_;
};

}  // namespace tidemark::shell
