// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/words.h"

#include <QCoreApplication>
#include <QTranslator>

namespace tidemark {

void install_words(QCoreApplication& app, const QLocale& locale) {
  for (const QLocale& wanted : {QLocale(QLocale::English), locale}) {
    auto* words = new QTranslator(&app);
    if (words->load(wanted, QStringLiteral("tidemark"), QStringLiteral("_"), QStringLiteral(":/i18n")))
      QCoreApplication::installTranslator(words);
    else
      delete words;
  }
}

}  // namespace tidemark
