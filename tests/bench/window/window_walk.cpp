// SPDX-License-Identifier: GPL-3.0-or-later
// window_walk [BOUND_MS]: the walks of tests/views/walks.h, each step timed from the key to the next painted frame;
// status 1 where one takes longer than the bound (100 without an argument). Pictures of all steps are kept in the build
// folder, under pictures/.
#include <fmt/format.h>

#include <QLocale>
#include <cstdlib>

#include "tests/views/reviews.h"
#include "tests/views/walks.h"
#include "translations/words.h"
#include "views/theme/theme.h"

using namespace tidemark;

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QTemporaryDir folder;
  qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());  // not the recent files of who measures
  QApplication application(argc, argv);
  const double bound = argc > 1 ? std::atof(argv[1]) : 100;
  install_words(application, QLocale(QLocale::English));
  theme::apply(application, theme::Mode::light);
  const QString demo = folder.filePath(QStringLiteral("demo.tidemark"));
  test::play_into(test::text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/lake-stalled.json")),
                  demo.toStdString());
  test::Walk walk;
  test::walk_to_a_journey(walk, demo.toStdString());
  test::walk_to_an_export(walk, test::reviewed_timeline(folder), folder.filePath(QStringLiteral("review.pdf")));
  double worst = 0;
  fmt::print("{:30} {:>10} {:>10} {:>10}\n", "ms", "frame", "processor", "answer");
  for (const auto& step : walk.steps()) {
    fmt::print("{:30} {:10.1f} {:10.1f} {:10.1f}\n", step.name, step.frame, step.used, step.answer);
    worst = std::max(worst, step.frame);
  }
  fmt::print("longest to the next frame {:.1f}, bound {:.0f}; pictures in " TIDEMARK_BINARY_DIR "/pictures\n", worst,
             bound);
  return worst <= bound ? 0 : 1;
}
