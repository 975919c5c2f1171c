// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types to get from the command line what is on screen. Pure functions; any thread.
#pragma once

#include <QString>

#include "models/analysis/view_data.h"

namespace tidemark::views {

QString quoted_for_shell(const QString& text);
// " --topic orders", ready for a shell.
QString option(const char* name, const std::string& value);
// "tidemark lag --timeline F --at T".
QString command_at(const QString& verb, const ViewData& data);
// "tidemark align --verify …" of the table whose ledger is shown; empty without one.
QString verify_command_for(const ViewData& data);

}  // namespace tidemark::views
