// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/findings/why_words.h"

#include <QCoreApplication>

#include "models/items/finding_model.h"
#include "models/items/format.h"

namespace tidemark::views {
namespace {
struct Why {
  Q_DECLARE_TR_FUNCTIONS(Why)
};

QString lines(const std::vector<std::string>& signal_list) {
  QStringList words;
  for (const std::string& signal : signal_list) words << format::text(signal);
  return words.join(QLatin1Char('\n'));
}

QString words_of(const Cell& cell) {
  struct Words {
    QString operator()(std::monostate) const { return QStringLiteral("—"); }
    QString operator()(Reason reason) const {
      return QStringLiteral("%1 (%2)").arg(format::unknown(reason), format::sentence(reason));
    }
    QString operator()(bool yes) const { return yes ? Why::tr("yes") : Why::tr("no"); }
    QString operator()(std::int64_t value) const { return format::count(value); }
    QString operator()(double value) const { return QString::number(value, 'g', 4); }
    QString operator()(const std::string& text) const { return format::text(text); }
    QString operator()(LocalTime time) const { return format::date_time(time); }
    QString operator()(Millis time) const { return format::duration(time); }
    QString operator()(const CellList& list) const {
      QStringList words;
      for (const Cell& one : list) words << words_of(one);
      return words.join(QStringLiteral(", "));
    }
    QString operator()(const CellRecord& record) const {
      QStringList words;
      for (const CellField& field : record) words << field_words(field);
      return words.join(QLatin1Char('\n'));
    }
    static QString field_words(const CellField& field) {
      QString name = format::text(field.name).replace(QLatin1Char('_'), QLatin1Char(' '));
      if (name.endsWith(QStringLiteral(" ms")) && std::holds_alternative<Millis>(field.cell.value)) name.chop(3);
      return QStringLiteral("%1: %2").arg(name, words_of(field.cell));
    }
  };
  return std::visit(Words(), cell.value);
}

QString snooze_words(const Snoozed& said) {
  QString words = Why::tr("until %1").arg(format::date_time(said.until));
  if (!said.author.empty()) words += Why::tr(" by %1").arg(format::text(said.author));
  if (!said.reason.empty()) words += QStringLiteral(": ") + format::text(said.reason);
  return words;
}
}  // namespace

QString why_title(const DiagnosisRow& row) {
  return QStringLiteral("%1 · %2").arg(format::text(row.finding.rule), format::text(row.title));
}

std::vector<Fact> why_facts(const DiagnosisRow& row) {
  std::vector<Fact> said{
      {Why::tr("next"), row.next.empty() ? Why::tr("nothing to do") : format::text(row.next)},
      {Why::tr("speaks for it"), row.present.empty() ? Why::tr("nothing") : lines(row.present)},
      {Why::tr("against it"), row.contradicting.empty() ? Why::tr("nothing") : lines(row.contradicting)}};
  if (!row.missing.empty()) said.emplace_back(Why::tr("would settle it"), lines(row.missing));
  if (!row.measured.empty()) said.emplace_back(Why::tr("measured"), words_of(Cell(row.measured)));
  said.emplace_back(Why::tr("confidence"), word_of(row.finding.confidence));
  if (row.snoozed) said.emplace_back(Why::tr("snoozed"), snooze_words(*row.snoozed));
  return said;
}

}  // namespace tidemark::views
