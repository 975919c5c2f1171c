// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/palette_rank.h"

#include <QStringList>
#include <algorithm>
#include <optional>

namespace tidemark::views {
namespace {
enum Fit : int { begins, begins_word, inside };

std::optional<Fit> fit_of(const QString& text, const QStringList& words) {
  Fit fit = inside;
  for (qsizetype i = 0; i < words.size(); ++i) {
    const qsizetype at = text.indexOf(words[i]);
    if (at < 0) return std::nullopt;
    if (i > 0) continue;
    if (at == 0) fit = begins;
    for (qsizetype next = at; fit == inside && next > 0; next = text.indexOf(words[i], next + 1))
      if (!text[next - 1].isLetterOrNumber()) fit = begins_word;
  }
  return fit;
}
}  // namespace

std::vector<int> ranked(const std::vector<QString>& texts, const QString& typed, int most) {
  struct Found {
    Fit fit;
    qsizetype length;
    int at;
    auto operator<=>(const Found&) const = default;
  };
  const QStringList words = typed.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  std::vector<Found> found;
  for (int i = 0; i < static_cast<int>(texts.size()); ++i) {
    const QString& text = texts[static_cast<std::size_t>(i)];
    if (words.isEmpty())
      found.push_back({inside, 0, i});
    else if (const auto fit = fit_of(text, words))
      found.push_back({*fit, text.size(), i});
  }
  const auto end = found.begin() + std::min<std::ptrdiff_t>(most, std::ssize(found));
  std::partial_sort(found.begin(), end, found.end());
  std::vector<int> out;
  for (auto at = found.begin(); at != end; ++at) out.push_back(at->at);
  return out;
}

}  // namespace tidemark::views
