// SPDX-License-Identifier: GPL-3.0-or-later
// Format: how numbers, times and the lack of them are written on screen: the one place for it. Numbers are grouped in
// threes; what is not known is the word "unknown" (or a dash where it does not apply), never 0, and its reason is a
// sentence for the tooltip. Text is plain; plain() makes foreign text safe where a widget would take it for rich text.
// Thread rule: pure functions; GUI thread because of translation. Units as the types say; times are UTC.
#pragma once

#include <QString>
#include <cstdint>
#include <string>
#include <string_view>

#include "models/domain/known.h"
#include "models/domain/time.h"
#include "models/domain/words.h"

namespace tidemark::format {

// What could command a terminal or turn the direction of writing is shown as a sign in its place.
QString text(std::string_view utf8);
QString plain(const QString& text);                // escaped for a tooltip, one line a paragraph
QString middle(const QString& text, int at_most);  // "connect-or…ders-sink"

QString count(std::int64_t value);            // 10,000
QString short_count(std::int64_t value);      // 182 k
QString rate(double per_second);              // 412/s
QString bytes(std::int64_t value);            // 212 MB
QString percent(double share);                // 98.6 %
QString duration(Millis time);                // 15 min 12 s
QString error(Millis plus_minus);             // ± 4 s
QString clock(LocalTime time);                // 02:41: only beside a day
QString minute(LocalTime time);               // 2026-01-01 02:41
QString clock_seconds(LocalTime time);        // 02:41:07
QString clock_millis(LocalTime time);         // 02:41:07.201
QString date_time(LocalTime time);            // 2026-01-01 02:41:07 UTC
QString range(LocalTime from, LocalTime to);  // 02:10 – 03:10 UTC, with dates where the days differ

QString unknown(Reason reason);   // "unknown", or a dash where the question does not apply
QString sentence(Reason reason);  // why, for people: "no offset has been committed"

QString sentence(Evidence evidence);  // what the word means: "the table says the offset"

QString word(Verdict verdict);
QString word(Trend trend);
QString word(Stage stage);
QString word(Evidence evidence);
QString word(AlignState state);
QString word(Relation relation);
QString word(AgeMethod method);
QString word(Residue residue);

// "29 min 40 s ± 4 s", or the word for unknown.
QString age(const Known<Millis>& age, const Known<Millis>& error);

template <class T, class Write>
QString known(const Known<T>& value, Write&& write) {
  return value.known() ? write(value.value()) : unknown(value.reason());
}

}  // namespace tidemark::format
