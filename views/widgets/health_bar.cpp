// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/health_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "models/items/format.h"
#include "views/findings/findings_dock.h"
#include "views/theme/severity.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr int stale_after_intervals = 3;

QLabel* field(const QString& name, QHBoxLayout* layout) {
  QLabel* label = plain_label(theme::Face::text, "muted");
  label->setAccessibleName(name);
  layout->addWidget(label);
  return label;
}
}  // namespace

HealthBar::HealthBar(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("foot"));
  setAccessibleName(tr("Status"));
  setFixedHeight(30);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 1, 16, 0);
  layout->setSpacing(20);
  sources_ = field(tr("Sources"), layout);
  coverage_ = field(tr("Coverage"), layout);
  findings_ = new QToolButton(this);
  findings_->setObjectName(QStringLiteral("counter"));
  findings_->setToolTip(tr("Shows what the rules found (9)"));
  layout->addWidget(findings_);
  collecting_ = new QToolButton(this);
  collecting_->setObjectName(QStringLiteral("counter"));
  collecting_->setText(tr("collecting · stop"));
  collecting_->setAccessibleName(tr("Stop collecting"));
  collecting_->setToolTip(tr("This window collects; a click stops it. What was collected stays."));
  collecting_->hide();
  layout->addWidget(collecting_);
  error_ = field(tr("Trouble"), layout);
  layout->addStretch(1);
  cursor_ = field(tr("Crosshair"), layout);
  age_ = field(tr("Age of the data"), layout);
  size_ = field(tr("Size of the file"), layout);
  connect(findings_, &QToolButton::clicked, this, &HealthBar::findings_asked);
  connect(collecting_, &QToolButton::clicked, this, &HealthBar::stop_asked);
  show_findings({});
}

void HealthBar::show_findings(const Health& health) {
  const auto& counts = health.findings;
  QString words =
      counts ? counts_words(*counts) : theme::shape(theme::Level::unknown) + QLatin1Char(' ') + tr("findings unknown");
  if (counts && health.judged_at) words += QLatin1Char(' ') + tr("at %1").arg(format::clock_seconds(*health.judged_at));
  findings_->setText(words);
  findings_->setAccessibleName(tr("Findings: %1").arg(words));
  set_tone(findings_, counts && counts->errors ? "error" : counts && counts->warnings ? "warn" : "muted");
}

void HealthBar::show_health(const Health& health, LocalTime now) {
  using theme::Level;
  const Level level = health.sources == 0                ? Level::unknown
                      : health.healthy == health.sources ? Level::fine
                                                         : Level::warn;
  sources_->setText(theme::shape(level) + QLatin1Char(' ') +
                    tr("%1 of %2 sources healthy").arg(health.healthy).arg(health.sources));
  set_tone(sources_, level == Level::warn ? "warn" : "muted");
  show_findings(health);
  coverage_->setText(tr("coverage %1").arg(format::known(health.coverage, format::percent)));
  error_->setText(health.error.isEmpty() ? QString() : theme::shape(Level::error) + QLatin1Char(' ') + health.error);
  set_tone(error_, "error");
  error_->setVisible(!health.error.isEmpty());
  size_->setText(health.file_bytes > 0 ? format::bytes(health.file_bytes) : QString());
  if (!health.newest) {
    age_->setText(tr("no data yet"));
    return;
  }
  const Millis age = std::max(Millis{0}, now - *health.newest);
  const bool stale = age > stale_after_intervals * health.interval;
  QString words =
      tr("generation %1").arg(format::count(static_cast<std::int64_t>(health.generation))) + QStringLiteral(" · ");
  words += stale ? theme::shape(Level::warn) + QLatin1Char(' ') +
                       tr("data end at %1, %2 ago").arg(format::date_time(*health.newest), format::duration(age))
                 : tr("%1 old").arg(format::duration(age));
  if (health.interval > Millis{0})
    words += QStringLiteral(" · ") + tr("seen every %1").arg(format::duration(health.interval));
  age_->setText(words);
  set_tone(age_, stale ? "warn" : "muted");
}

void HealthBar::show_cursor(const QString& words) { cursor_->setText(words); }

void HealthBar::show_collecting(bool collects) { collecting_->setVisible(collects); }

}  // namespace tidemark::views
