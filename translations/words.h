// SPDX-License-Identifier: GPL-3.0-or-later
// The window's words in the user's language; English plurals where there is no file for it. Thread rule: main thread.
#pragma once

#include <QLocale>

class QCoreApplication;

namespace tidemark {

void install_words(QCoreApplication& app, const QLocale& locale);

}  // namespace tidemark
