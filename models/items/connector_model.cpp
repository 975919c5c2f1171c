// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/connector_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
QString as_text(const std::string& text) { return format::text(text); }

ItemCell list_cell(const Known<std::vector<std::string>>& list) {
  ItemCell cell = known_cell(list, [](const std::vector<std::string>& names) {
    return names.empty() ? QStringLiteral("—") : format::text(names.front());
  });
  if (!list) return cell;
  cell.identifier = true;
  if (list->size() > 1) cell.beside = QStringLiteral("+%1").arg(list->size() - 1);
  QStringList lines;
  for (const std::string& name : *list) lines << format::text(name);
  cell.tip = lines.join(QLatin1Char('\n'));
  return cell;
}

ItemCell text_or_reason(const Known<std::string>& text) {
  ItemCell cell = known_cell(text, as_text);
  if (text) cell.tip = cell.text;
  return cell;
}

ItemCell id_cell(const Known<std::string>& text) {
  ItemCell cell = text_or_reason(text);
  cell.identifier = true;
  return cell;
}
}  // namespace

QString word(const Known<Judged>& judged) {
  if (!judged) return format::unknown(judged.reason());
  switch (*judged) {
    case Judged::ok:
      return ConnectorModel::tr("fine");
    case Judged::failed:
      return ConnectorModel::tr("failed");
    case Judged::partly_failed:
      return ConnectorModel::tr("partly failed");
    case Judged::not_consuming:
      return ConnectorModel::tr("not consuming");
    case Judged::zombie:
      return ConnectorModel::tr("zombie");
    case Judged::rebalancing:
      return ConnectorModel::tr("rebalancing");
    case Judged::stuck_commit:
      return ConnectorModel::tr("commits no offset");
    case Judged::paused:
      return ConnectorModel::tr("paused");
  }
  return {};
}

Level level_of(const Known<Judged>& judged) {
  if (!judged) return Level::unknown;
  switch (*judged) {
    case Judged::ok:
      return Level::fine;
    case Judged::paused:
      return Level::none;
    case Judged::rebalancing:
      return Level::warn;
    default:
      break;
  }
  return Level::error;
}

Level level_of_connect(const Known<std::string>& state) {
  if (!state) return Level::unknown;
  if (*state == "RUNNING") return Level::fine;
  if (*state == "FAILED") return Level::error;
  if (*state == "PAUSED" || *state == "STOPPED") return Level::none;
  return Level::warn;
}

ConnectorModel::ConnectorModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Connector, task"), tr("Connectors of every Connect cluster, and their tasks"), false, 240},
      {tr("State"), tr("Judged from what Connect says and what the consumer group shows"), false, 152},
      {tr("Connect says"), tr("The state that Connect reports"), false, 112},
      {tr("Since"), tr("Since when it is judged so, UTC"), true, 88},
      {tr("Worker"), tr("Host and port of the worker that runs it"), false, 136},
      {tr("Group, member"), tr("The sink's consumer group, and each task's member in it"), false, 192},
      {tr("Reads"), tr("The connector's topics, the task's partitions"), false, 136},
      {tr("Tables"), tr("The tables that it writes"), false, 120},
      {tr("Why"), tr("The first line of the trace; Enter shows all of it"), false, 320},
  });
}

ItemCell ConnectorModel::cell_of(const ConnectorRow& row, int column) const {
  switch (column) {
    case name: {
      ItemCell cell = name_cell(row.connector, Tone::strong);
      cell.beside = tr("%n task(s)", nullptr, static_cast<int>(row.tasks.size()));
      if (!row.connect.empty()) cell.tip += QLatin1Char('\n') + tr("on %1").arg(format::text(row.connect));
      if (row.java_class) cell.tip += QLatin1Char('\n') + format::text(*row.java_class);
      return cell;
    }
    case judged: {
      ItemCell cell = text_cell(word(row.judged));
      cell.level = level_of(row.judged);
      cell.tip = row.judged ? format::text(row.why) : format::sentence(row.judged.reason());
      colour(cell);
      return cell;
    }
    case says:
      return text_or_reason(row.state);
    case since:
      return time_cell(row.since);
    case worker:
      return id_cell(row.worker);
    case member:
      return id_cell(row.group);
    case reads:
      return list_cell(row.topics);
    case tables:
      return list_cell(row.tables);
    case why: {
      ItemCell cell = text_cell(format::text(row.why));
      cell.tip = cell.text;
      return cell;
    }
    default:
      return {};
  }
}

ItemCell ConnectorModel::cell_of(const ConnectorRow&, const TaskRow& row, int column) const {
  switch (column) {
    case name:
      return text_cell(tr("task %1").arg(row.id));
    case judged: {
      ItemCell cell = text_or_reason(row.state);
      cell.level = level_of_connect(row.state);
      colour(cell);
      return cell;
    }
    case worker:
      return id_cell(row.worker);
    case member: {
      ItemCell cell = id_cell(row.member);
      if (row.host) cell.tip += QLatin1Char('\n') + tr("at %1").arg(format::text(*row.host));
      return cell;
    }
    case reads:
      return list_cell(row.partitions);
    case why: {
      ItemCell cell = row.trace_head ? text_cell(format::text(*row.trace_head)) : ItemCell{};
      cell.tip = cell.text;
      return cell;
    }
    default:
      return {};
  }
}

SortValue ConnectorModel::sort_of(const ConnectorRow& row, int column) const {
  switch (column) {
    case name:
      return {false, 0, row.connector};
    case judged:
      return {false, urgency(level_of(row.judged)), {}};
    case says:
      return sort_value(row.state);
    case since:
      return sort_value(row.since);
    case worker:
      return sort_value(row.worker);
    case member:
      return sort_value(row.group);
    case why:
      return {row.why.empty(), 0, row.why};
    default:
      return {true, 0, {}};
  }
}

SortValue ConnectorModel::sort_of(const ConnectorRow&, const TaskRow& row, int column) const {
  switch (column) {
    case name:
      return {false, static_cast<double>(row.id), {}};
    case judged:
      return {false, urgency(level_of_connect(row.state)), {}};
    case worker:
      return sort_value(row.worker);
    case member:
      return sort_value(row.member);
    case why:
      return sort_value(row.trace_head);
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
