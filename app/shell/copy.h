// SPDX-License-Identifier: GPL-3.0-or-later
// What a copy contains: the rows as Markdown or TSV, then the window, the coverage and the command that makes the same
// document again. Pure functions; GUI thread because of translation.
#pragma once

#include <QModelIndexList>
#include <QString>

#include "app/session/view_data.h"

namespace tidemark {
class TreeModel;
}

namespace tidemark::shell {

// "tidemark lag --timeline F --at T", ready for a shell.
QString command_for(const ViewData& data);
QString quoted_for_shell(const QString& text);
QString as_markdown(const TreeModel& model, const QModelIndexList& rows, const ViewData& data, const QString& title);
QString as_tsv(const TreeModel& model, const QModelIndexList& rows, const ViewData& data);

}  // namespace tidemark::shell
