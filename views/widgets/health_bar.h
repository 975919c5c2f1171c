// SPDX-License-Identifier: GPL-3.0-or-later
// HealthBar: the foot of the window: are the sources healthy, how much of what was due is there, what was found, which
// generation is shown and how old the newest sample is. It never lets data look newer than they are. Thread rule: GUI
// thread.
#pragma once

#include <QFrame>
#include <optional>

#include "models/analysis/finding_branches.h"

class QLabel;
class QToolButton;

namespace tidemark::views {

struct Health {
  std::size_t sources = 0;
  std::size_t healthy = 0;
  Known<double> coverage = Reason::never_polled;
  std::uint64_t generation = 0;
  std::optional<LocalTime> newest;
  Millis interval{};
  std::int64_t file_bytes = 0;
  std::optional<FindingCounts> findings;  // none: nothing could be judged
  std::optional<LocalTime> judged_at;     // where that is not what is shown
  QString error;                          // one line; then the rest is what was last known
};

class HealthBar final : public QFrame {
  Q_OBJECT
 public:
  explicit HealthBar(QWidget* parent = nullptr);
  void show_health(const Health& health, LocalTime now);
  void show_cursor(const QString& words);
  // Whether this window itself collects.
  void show_collecting(bool collects);

 signals:
  void findings_asked();
  void stop_asked();

 private:
  void show_findings(const Health& health);

  QLabel* sources_;
  QLabel* coverage_;
  QToolButton* findings_;
  QToolButton* collecting_;
  QLabel* error_;
  QLabel* cursor_;
  QLabel* age_;
  QLabel* size_;
};

}  // namespace tidemark::views
