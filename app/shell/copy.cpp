// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/copy.h"

#include <QRegularExpression>

#include "app/cli/keep_words.h"
#include "app/cli/version.h"
#include "app/shell/all_views.h"
#include "models/items/format.h"
#include "models/items/tree_model.h"
#include "views/command_words.h"

namespace tidemark::shell {
namespace {
using views::option;

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

QString selection_options(Selects selects, const ViewData& data) {
  QString options;
  if (selects == Selects::chart) {
    options += option("topic", data.request.tide.topic.value());
    if (data.request.tide.group) options += option("group", data.request.tide.group->value());
  }
  if (selects == Selects::path && data.path) {
    options += option("topic", data.path->row.fresh.topic.value());
    options += option("group", data.path->row.fresh.group.value());
  }
  if (selects == Selects::review && data.request.review) {
    const ReviewChoice& review = *data.request.review;
    for (const QString& part : format::text(review.scope).split(QLatin1Char(','), Qt::SkipEmptyParts))
      options += option(part.section(QLatin1Char('='), 0, 0).toUtf8().constData(),
                        part.section(QLatin1Char('='), 1).toStdString());
    if (review.card != ReviewChoice{}.card) options += option("card", review.card);
    if (!review.name.empty()) options += option("review", review.name);
  }
  if (selects == Selects::drill && data.request.drill) options += option("drill", *data.request.drill);
  if (selects == Selects::run && data.request.run)
    options += QLatin1Char(' ') + views::quoted_for_shell(format::text(data.request.run->asked));
  if (selects == Selects::growth) {
    const GrowthChoice& growth = data.request.growth;
    if (growth.retention) options += option("retention", cli::duration_text(*growth.retention));
    if (growth.rate_times != 1) options += option("rate-times", QString::number(growth.rate_times).toStdString());
  }
  if (selects == Selects::table && data.ledger) options += option("table", data.ledger->of.table.value());
  return options;
}

QString footer(const ViewData& data) {
  return QStringLiteral("%1, coverage %2, tidemark %3")
      .arg(format::date_time(data.from) + QStringLiteral(" – ") + format::date_time(data.to),
           format::known(data.status.coverage, format::percent), format::text(cli::version));
}
}  // namespace

QString command_for(const ViewData& data, bool findings) {
  if (!findings && data.incident) {
    const OnsetWindow& window = data.incident->incident.window;
    return QStringLiteral("tidemark incident") + option("timeline", data.status.path) +
           option("from", rfc3339(window.from)) + option("to", rfc3339(window.to));
  }
  if (findings) return views::command_at(QStringLiteral("diagnose"), data);
  const View& view = view_of(data.request.screen);
  return views::command_at(QLatin1String(view.verb), data) + selection_options(view.selects, data);
}

QString as_markdown(const TreeModel& model, const QModelIndexList& rows, const ViewData& data, const QStringList& title,
                    const QString& command) {
  QStringList out;
  for (const QString& paragraph : title) out << safe(paragraph, true) << QString();
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
