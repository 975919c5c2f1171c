// SPDX-License-Identifier: GPL-3.0-or-later
// Cut: what of a timeline lies in a window. Of each lane the polls in it and the last one before, so that what was true
// when it began is known; the states that held, the commits that the views look back at, all else by its own time. Ids
// and numbers of polls stay, so that everything that refers to them does.
// Thread rule: the connections' thread, inside their transactions. SQLite's exceptions pass.
#pragma once

#include <vector>

#include "models/timeline/bundle/redactor.h"

namespace tidemark {

struct LaneCut {
  std::int64_t id = 0;
  std::int64_t first = 0, last = 0;  // seq of polls
};

class Cut final {
 public:
  // `schema` is that of `from`.
  Cut(SQLite::Database& from, int schema, SQLite::Database& into, Redactor& redactor, LocalTime begin, LocalTime end)
      : from_(from), schema_(schema), into_(into), redactor_(redactor), begin_(ms(begin)), end_(ms(end)) {}
  // Everything but samples and buckets. The lanes that have polls.
  std::vector<LaneCut> rows();

 private:
  std::vector<LaneCut> lanes();
  void lane(const LaneCut& lane);
  void states();
  void events();
  void commits();
  void names();

  SQLite::Database& from_;
  int schema_;
  SQLite::Database& into_;
  Redactor& redactor_;
  std::int64_t begin_, end_;
};

}  // namespace tidemark
