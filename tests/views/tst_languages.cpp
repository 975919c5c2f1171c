// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen in every language, in one that is made up (each string in brackets and longer by two fifths), and from
// right to left: nothing stays English, nothing is cut off.
#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QTreeView>
#include <algorithm>
#include <cctype>

#include "app/actions/actions.h"
#include "app/shell/all_views.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/findings/findings_dock.h"
#include "views/theme/theme.h"
#include "views/widgets/nav_bar.h"

using namespace tidemark;
using shell::MainWindow;

namespace {
constexpr qsizetype unit_length = 3;

// Qt's own words stay as they are, and units, which are short in every language.
class Longer final : public QTranslator {
 public:
  using QTranslator::QTranslator;
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char*, int) const override {
    if (context[0] == 'Q' && std::isupper(context[1])) return {};
    QString text = QString::fromUtf8(source);
    if (qstrcmp(context, "Format") == 0 && text.size() <= unit_length) return text;
    const QString more = QStringLiteral(" lorem ipsum dolor sit amet").repeated(1 + static_cast<int>(text.size()) / 60);
    return QStringLiteral("⟦") + text + more.left((text.size() * 2 + 4) / 5) + QStringLiteral("⟧");
  }
};

// What stands outside of all brackets, which may stand within each other.
QString untranslated(QString text) {
  static const QRegularExpression innermost(QStringLiteral("⟦[^⟦⟧]*⟧"));
  while (text.contains(innermost)) text.remove(innermost);
  return text;
}

QString place_of(const QWidget& widget, const char* what) {
  return QStringLiteral("%1 %2 (%3)")
      .arg(QLatin1String(widget.metaObject()->className()), widget.accessibleName(), what);
}

using Said = std::vector<std::pair<QString, QString>>;  // where, what

Said said_in(const QWidget& window) {
  Said out;
  const auto put = [&out](const QString& where, const QString& text) {
    if (!text.isEmpty()) out.emplace_back(where, text);
  };
  for (const auto* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&window)) continue;
    put(place_of(*widget, "name"), widget->accessibleName());
    put(place_of(*widget, "tip"), QString(widget->toolTip()).remove(QRegularExpression(QStringLiteral("<[^>]*>"))));
    if (const auto* label = qobject_cast<const QLabel*>(widget);
        label && label->property("tone") != QLatin1String("key"))
      put(place_of(*label, "text"), label->text());
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
      put(place_of(*button, "text"), button->text());
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
      put(place_of(*line, "placeholder"), line->placeholderText());
    if (const auto* rows = qobject_cast<const QTreeView*>(widget))
      for (int i = 0; i < rows->model()->columnCount(); ++i) {
        put(place_of(*rows, "header"), rows->model()->headerData(i, Qt::Horizontal).toString());
        put(place_of(*rows, "header's tip"), rows->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString());
      }
  }
  return out;
}

// What has another width is as high as it needs to be in the round after.
void settle() {
  for (int round = 0; round < 4; ++round) QApplication::processEvents();
}

QStringList cut_off_in(const QWidget& window) {
  QStringList out;
  for (const auto* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&window)) continue;
    const auto put = [&](const QString& text, int has, int needs) {
      if (!text.isEmpty() && has < needs)
        out << QStringLiteral("%1: %2 has %3, needs %4").arg(place_of(*widget, "text"), text).arg(has).arg(needs);
    };
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
      if (label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored && !label->wordWrap()) continue;  // gives way
      label->wordWrap() ? put(label->text(), label->height(), label->heightForWidth(label->width()))
                        : put(label->text(), label->width(), label->sizeHint().width());
    } else if (const auto* nav = qobject_cast<const views::NavButton*>(widget)) {
      const QFontMetrics strong(theme::font(theme::Face::strong));
      const QFontMetrics plain(theme::font());
      put(nav->text(), nav->width(),
          strong.horizontalAdvance(nav->text()) + plain.horizontalAdvance(nav->accessibleDescription()) + 28);
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
      put(button->text(), button->width(), button->sizeHint().width());
    }
  }
  return out;
}
}  // namespace

class TestLanguages final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void cleanup();
  void each_is_found_data();
  void each_is_found();
  void nothing_is_cut_off_data();
  void nothing_is_cut_off();
  void nothing_stays_english();

 private:
  // Opens each screen with what a stalled lake shows, and the keys; `look` is called on each. With a name: takes
  // pictures.
  template <class Look>
  void walk(const QString& name, QSize size, const Look& look);

  const ViewData& shown_on(const Screen& screen) const {
    return **std::ranges::find_if(views_, [&](const auto& view) { return view->request.screen == screen; });
  }

  static constexpr QSize large{1920, 1080};

  QTemporaryDir folder_;
  std::vector<std::shared_ptr<const ViewData>> views_;
};

void TestLanguages::initTestCase() {
  theme::apply(*qApp, theme::Mode::light);
  for (const shell::View& view : shell::all_views()) {
    ViewRequest request;
    request.screen = view.screen;
    views_.push_back(std::make_shared<const ViewData>(test::loaded(folder_, QStringLiteral("lake-stalled"), request)));
  }
}

void TestLanguages::cleanup() {
  qDeleteAll(qApp->findChildren<QTranslator*>());
  QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

template <class Look>
void TestLanguages::walk(const QString& name, QSize size, const Look& look) {
  MainWindow window;
  window.resize(size);
  window.show();
  QVERIFY(QTest::qWaitForWindowExposed(&window));
  for (std::size_t i = 0; i < views_.size(); ++i) {
    window.show_screen(views_[i]->request.screen);
    window.show_data(views_[i]);
    settle();
    if (!name.isEmpty()) test::picture(window, QStringLiteral("language-%1-%2").arg(name).arg(i));
    look(window);
  }
  window.commands()->action("view.findings")->trigger();
  settle();
  if (!name.isEmpty()) test::picture(window, QStringLiteral("language-%1-findings").arg(name));
  look(window);
  window.commands()->action("help.keys")->trigger();
  auto* keys = window.findChild<QDialog*>();
  QVERIFY(keys);
  look(*keys);
}

void TestLanguages::each_is_found_data() {
  QTest::addColumn<QString>("tide");
  QTest::addColumn<QString>("rows");
  QTest::newRow("C") << QStringLiteral("Tide") << QStringLiteral("2 rows");
  QTest::newRow("de_AT") << QStringLiteral("Gezeiten") << QStringLiteral("2 Zeilen");
  QTest::newRow("ja_JP") << QStringLiteral("タイド") << QStringLiteral("2 行");
  QTest::newRow("zh_CN") << QStringLiteral("潮汐") << QStringLiteral("2 行");
  QTest::newRow("zh_TW") << QStringLiteral("Tide") << QStringLiteral("2 rows");
}

void TestLanguages::each_is_found() {
  QFETCH(QString, tide);
  QFETCH(QString, rows);
  install_words(*qApp, QLocale(QString::fromLatin1(QTest::currentDataTag())));
  QCOMPARE(QCoreApplication::translate("Actions", "Tide"), tide);
  QCOMPARE(QCoreApplication::translate("tidemark::views::TablePage", "%n row(s)", nullptr, 2), rows);
}

void TestLanguages::nothing_is_cut_off_data() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<bool>("right_to_left");
  for (const char* language : {"en", "zh_CN"}) QTest::newRow(language) << QSize(1280, 720) << false;
  for (const char* language : {"de", "ja"}) QTest::newRow(language) << QSize(1440, 900) << false;
  QTest::newRow("longer") << large << false;
  QTest::newRow("longer-right-to-left") << large << true;
}

void TestLanguages::nothing_is_cut_off() {
  QFETCH(QSize, size);
  QFETCH(bool, right_to_left);
  const QString language = QString::fromLatin1(QTest::currentDataTag());
  if (language.startsWith(QStringLiteral("longer")))
    QCoreApplication::installTranslator(new Longer(qApp));
  else
    install_words(*qApp, QLocale(language));
  if (right_to_left) QGuiApplication::setLayoutDirection(Qt::RightToLeft);
  QStringList cut_off;
  const bool looked_at = right_to_left || language == QStringLiteral("ja") || language == QStringLiteral("zh_CN");
  walk(looked_at ? language : QString(), size, [&](const QWidget& window) {
    cut_off << cut_off_in(window);
    if (window.isWindow() && qobject_cast<const QMainWindow*>(&window)) {
      if (window.width() > size.width() || window.height() > size.height())
        cut_off << QStringLiteral("the window is %1 x %2").arg(window.width()).arg(window.height());
      const auto* nav = window.findChild<views::NavBar*>();
      QCOMPARE(nav->mapTo(&window, QPoint()).x() > window.width() / 2, right_to_left);
    }
  });
  cut_off.removeDuplicates();
  QVERIFY2(cut_off.isEmpty(), qPrintable(cut_off.join(QLatin1Char('\n'))));
}

void TestLanguages::nothing_stays_english() {
  QCoreApplication::installTranslator(new Longer(qApp));
  // Names of the story, and what stands for itself in any language.
  static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
  QSet<QString> names{QStringLiteral("Tidemark"), QStringLiteral("UTC"),   QStringLiteral("Enter"),
                      QStringLiteral("Ctrl"),     QStringLiteral("Shift"), QStringLiteral("Alt"),
                      QStringLiteral("min"),      QStringLiteral("kB")};
  const QString story = QString::fromStdString(
      test::text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-stalled.json")));
  for (auto it = word.globalMatch(story); it.hasNext();) names << it.next().captured();
  // What the analysis says of a table is English.
  for (const auto& table : *shown_on(Screen::align).tables) {
    const AlignRow* worst = table.parent.row.worst ? &*table.parent.row.worst : nullptr;
    const QString reason = worst ? QString::fromStdString(worst->reason) : QString();
    for (auto it = word.globalMatch(reason); it.hasNext();) names << it.next().captured();
  }
  QStringList english;
  int seen = 0;
  walk({}, large, [&](const QWidget& window) {
    for (const auto& [where, text] : said_in(window)) {
      ++seen;
      for (auto it = word.globalMatch(untranslated(text)); it.hasNext();)
        if (!names.contains(it.next().captured())) {
          english << where + QStringLiteral(": ") + text;
          break;
        }
    }
  });
  english.removeDuplicates();
  QVERIFY(seen > 1000);
  QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
