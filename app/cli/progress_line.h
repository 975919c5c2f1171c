// SPDX-License-Identifier: GPL-3.0-or-later
// ProgressLine: one line of a terminal that is drawn again and again, and wiped at the end. Main thread only.
#pragma once

#include <ostream>
#include <string>

#include "app/cli/options.h"
#include "models/domain/time.h"

namespace tidemark::cli {

class ProgressLine final {
 public:
  explicit ProgressLine(std::ostream& out) : out_(out) {}
  ~ProgressLine() {
    if (drawn_) out_ << "\r\x1b[K" << std::flush;
  }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void draw(const std::string& line) {
    drawn_ = true;
    out_ << "\r\x1b[K" << line << std::flush;
  }
  // Of a history that is read from `begin` to `end`.
  void draw_read(LocalTime begin, LocalTime done, LocalTime end) {
    draw(std::to_string((done - begin) * 100 / (end - begin)) + " % is read, to " + rfc3339(done));
  }
  // Only where a person looks, who asked for neither more nor less.
  static bool is_wanted(const Options& options);

 private:
  std::ostream& out_;
  bool drawn_ = false;
};

}  // namespace tidemark::cli
