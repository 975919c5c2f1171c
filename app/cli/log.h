// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says beside its documents: warnings on the error stream unless it is to be quiet, the rest only when
// it is to be verbose, and all of it with times in the file of --log. Lines are redacted and printable.
// Thread rule: any thread.
#pragma once

#include <memory>
#include <mutex>
#include <string_view>

#include "app/cli/options.h"

namespace spdlog {
class logger;
}

namespace tidemark::cli {

class Log final {
 public:
  static Result<std::unique_ptr<Log>> open(const Options& options, Streams& streams);

  void warn(std::string_view line);
  void info(std::string_view line);

 private:
  Log(const Options& options, Streams& streams) : streams_(streams), quiet_(options.quiet), verbose_(options.verbose) {}
  void say(const std::string& line, bool on_stream);

  Streams& streams_;
  bool quiet_;
  bool verbose_;
  std::mutex mutex_;  // guards the stream
  std::shared_ptr<spdlog::logger> file_;
};

}  // namespace tidemark::cli
