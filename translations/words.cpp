// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/words.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace tidemark {

void install_words(QCoreApplication& app, const QLocale& locale) {
  const auto put = [&app](const QLocale& wanted, const QString& name, const QString& folder) {
    auto* words = new QTranslator(&app);
    if (words->load(wanted, name, QStringLiteral("_"), folder))
      QCoreApplication::installTranslator(words);
    else
      delete words;
  };
  const QString ours = QStringLiteral("tidemark");
  const QString folder = QStringLiteral(":/i18n");
  put(QLocale(QLocale::English), ours, folder);
  put(locale, ours, folder);
  // The buttons of dialogs and what Qt itself offers on text, where its words are installed.
  put(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

}  // namespace tidemark
