// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/copy.h"

#include <QRegularExpression>

#include "app/cli/version.h"
#include "models/items/format.h"
#include "models/items/tree_model.h"

namespace tidemark::shell {
namespace {
QString verb_of(Screen screen) {
  switch (screen) {
    case Screen::topics:
      return QStringLiteral("topics");
    case Screen::lag:
    case Screen::lag_map:
    case Screen::tide:
      return QStringLiteral("lag");
    case Screen::align:
      return QStringLiteral("align");
    case Screen::table_files:
      return QStringLiteral("tables");
    case Screen::connectors:
      return QStringLiteral("connectors");
    case Screen::replay:
      return QStringLiteral("replay");
    case Screen::dead_letters:
      return QStringLiteral("deadletters");
    case Screen::metrics:
      return QStringLiteral("metrics");
    case Screen::schemas:
      return QStringLiteral("schemas");
    case Screen::incident:
      return QStringLiteral("incident");
    case Screen::scorecard:
      return QStringLiteral("scorecard show");
    case Screen::path:
    case Screen::home:
      return QStringLiteral("freshness");
    case Screen::sources:
      break;
  }
  return QStringLiteral("sources");
}

QString cell_text(const ItemCell& cell) {
  if (cell.marks) {
    const auto mark = [](const Known<std::int64_t>& value) { return format::known(value, format::count); };
    const MarkBar& marks = *cell.marks;
    const bool with_table = marks.table || marks.table.reason() != Reason::not_applicable;
    QStringList values{mark(marks.floor)};
    if (with_table) values << mark(marks.table);
    values << mark(marks.group) << mark(marks.high);
    return values.join(QStringLiteral(" | "));
  }
  const QString whole = cell.identifier && !cell.tip.isEmpty() ? cell.tip.section(QLatin1Char('\n'), 0, 0) : cell.text;
  return cell.beside.isEmpty() || whole.endsWith(cell.beside) ? whole : whole + QLatin1Char(' ') + cell.beside;
}

// One cell stays one cell.
QString safe(QString text, bool markdown) {
  text.replace(QRegularExpression(QStringLiteral("[\\x00-\\x1f\\x7f]")), QStringLiteral(" "));
  if (markdown) text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('|'), QLatin1String("\\|"));
  return text;
}

QStringList line(const TreeModel& model, const QModelIndex& row, bool markdown) {
  QStringList cells;
  for (int column = 0; column < model.columnCount(); ++column) {
    QString text = safe(cell_text(model.cell(row.siblingAtColumn(column))), markdown);
    if (column == 0 && row.parent().isValid())
      text = safe(row.parent().data().toString(), markdown) + QStringLiteral(" › ") + text;
    cells << text;
  }
  return cells;
}

QStringList titles(const TreeModel& model, bool markdown) {
  QStringList cells;
  for (const ItemColumn& column : model.columns()) cells << safe(column.title, markdown);
  return cells;
}

QString option(const char* name, const std::string& value) {
  return QStringLiteral(" --%1 %2").arg(QLatin1String(name), quoted_for_shell(QString::fromStdString(value)));
}

QString command_at(const QString& verb, const ViewData& data) {
  return QStringLiteral("tidemark ") + verb + option("timeline", data.status.path) + option("at", rfc3339(data.at));
}

QString footer(const ViewData& data) {
  return QStringLiteral("%1, coverage %2, tidemark %3")
      .arg(format::date_time(data.from) + QStringLiteral(" – ") + format::date_time(data.to),
           format::known(data.status.coverage, format::percent), format::text(cli::version));
}
}  // namespace

QString quoted_for_shell(const QString& text) {
  static const QRegularExpression harmless(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
  if (harmless.match(text).hasMatch()) return text;
  QString inside = text;
  return QLatin1Char('\'') + inside.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString verify_command_for(const ViewData& data) {
  if (!data.ledger) return {};
  return command_at(QStringLiteral("align --verify"), data) + option("table", data.ledger->of.table.value());
}

QString command_for(const ViewData& data, bool findings) {
  if (!findings && data.incident) {
    const OnsetWindow& window = data.incident->incident.window;
    return QStringLiteral("tidemark incident") + option("timeline", data.status.path) +
           option("from", rfc3339(window.from)) + option("to", rfc3339(window.to));
  }
  QString command = command_at(findings ? QStringLiteral("diagnose") : verb_of(data.request.screen), data);
  if (findings) return command;
  if (data.request.screen == Screen::tide) {
    command += option("topic", data.request.tide.topic.value());
    if (data.request.tide.group) command += option("group", data.request.tide.group->value());
  }
  if (data.request.screen == Screen::path && data.path) {
    command += option("topic", data.path->row.fresh.topic.value());
    command += option("group", data.path->row.fresh.group.value());
  }
  if (data.request.screen == Screen::scorecard && data.request.review) {
    const ReviewChoice& review = *data.request.review;
    for (const QString& part : format::text(review.scope).split(QLatin1Char(','), Qt::SkipEmptyParts))
      command += option(part.section(QLatin1Char('='), 0, 0).toUtf8().constData(),
                        part.section(QLatin1Char('='), 1).toStdString());
    if (review.card != ReviewChoice{}.card) command += option("card", review.card);
    if (!review.name.empty()) command += option("review", review.name);
  }
  if (data.request.screen == Screen::align && data.ledger) command += option("table", data.ledger->of.table.value());
  return command;
}

QString as_markdown(const TreeModel& model, const QModelIndexList& rows, const ViewData& data, const QString& title,
                    const QString& command) {
  QStringList out{safe(title, true), QString()};
  out << QStringLiteral("| ") + titles(model, true).join(QStringLiteral(" | ")) + QStringLiteral(" |");
  QString rule = QStringLiteral("|");
  for (const ItemColumn& column : model.columns())
    rule += column.number ? QStringLiteral("---:|") : QStringLiteral("---|");
  out << rule;
  for (const QModelIndex& row : rows)
    out << QStringLiteral("| ") + line(model, row, true).join(QStringLiteral(" | ")) + QStringLiteral(" |");
  out << QString() << footer(data) << QString() << QStringLiteral("    ") + command << QString();
  return out.join(QLatin1Char('\n'));
}

QString as_tsv(const TreeModel& model, const QModelIndexList& rows, const ViewData& data, const QString& command) {
  QStringList out{titles(model, false).join(QLatin1Char('\t'))};
  for (const QModelIndex& row : rows) out << line(model, row, false).join(QLatin1Char('\t'));
  out << QStringLiteral("# ") + footer(data) << QStringLiteral("# ") + command << QString();
  return out.join(QLatin1Char('\n'));
}

}  // namespace tidemark::shell
