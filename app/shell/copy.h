// SPDX-License-Identifier: GPL-3.0-or-later
// What a copy contains: the rows as Markdown or TSV, then the window, the coverage and the command that makes the same
// document again. Pure functions; GUI thread because of translation.
#pragma once

#include <QModelIndexList>
#include <QString>

#include "models/analysis/view_data.h"

namespace tidemark {
class TreeModel;
}

namespace tidemark::shell {

// "tidemark lag --timeline F --at T", ready for a shell; of the findings instead of the screen.
QString command_for(const ViewData& data, bool findings = false);
// `title`: paragraphs; `command` is the last line.
QString as_markdown(const TreeModel& model, const QModelIndexList& rows, const ViewData& data, const QStringList& title,
                    const QString& command);
QString as_tsv(const TreeModel& model, const QModelIndexList& rows, const ViewData& data, const QString& command);

}  // namespace tidemark::shell
