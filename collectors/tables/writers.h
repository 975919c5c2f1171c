// SPDX-License-Identifier: GPL-3.0-or-later
// WriterPreset: what a writer that is known by name notes in a table's metadata, as data
// (resources/presets/writers.json): the keys by which it is known, and rules as a profile may give them for a writer of
// one's own. Any thread; the presets are read once and stay.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "collectors/tables/notes.h"
#include "models/domain/profile.h"

namespace tidemark {

struct WriterPreset {
  std::string writer;                // "iceberg-connect"
  std::string title;                 // as people call it
  std::vector<std::string> formats;  // empty: all
  std::string known;                 // seen | source | documentation
  std::vector<std::string> signs;    // globs of keys that nobody else writes
  std::string commit_id;             // keys; empty: it notes none
  std::string task_id;
  std::vector<OffsetRule> rules;
  std::string help;  // what would help where no offsets are known

  bool writes(std::string_view format) const;
  bool signed_by(const Members& members) const;
  // Nothing but a time, or nothing at all.
  bool tells_offsets() const;
};

const std::vector<WriterPreset>& writer_presets();
// Null where there is none of that name for the format.
const WriterPreset* writer_named(std::string_view format, std::string_view writer);
// Who signed these members; null: nobody who is known.
const WriterPreset* writer_of(std::string_view format, const Members& members);

// Who writes a table: as the profile says, else by the signs of its versions.
class WriterSearch final {
 public:
  WriterSearch(std::string_view format, std::string_view said) : format_(format), said_(writer_named(format, said)) {}
  void look(const Members& members) {
    if (const WriterPreset* writer = writer_of(format_, members)) seen_.insert(writer);
  }
  // What is said needs no look.
  bool is_said() const { return said_ != nullptr; }
  bool is_open() const { return said_ == nullptr && seen_.empty(); }
  // Null where nobody is known, or several are seen and none is said.
  const WriterPreset* found() const { return said_ != nullptr ? said_ : seen_.size() == 1 ? *seen_.begin() : nullptr; }
  // One sentence without its end where several are seen and none is said; else empty.
  std::string doubt() const;

 private:
  const std::string_view format_;
  const WriterPreset* said_;
  std::set<const WriterPreset*> seen_;
};

}  // namespace tidemark
