// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include <ostream>

#include "app/cli/text.h"
#include "collectors/core/redact.h"

namespace tidemark::cli {

Result<std::unique_ptr<Log>> Log::open(const Options& options, Streams& streams) {
  std::unique_ptr<Log> log(new Log(options, streams));
  if (options.log.empty()) return log;
  try {
    log->file_ =
        std::make_shared<spdlog::logger>("tidemark", std::make_shared<spdlog::sinks::basic_file_sink_mt>(options.log));
    log->file_->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    log->file_->flush_on(spdlog::level::info);
  } catch (const spdlog::spdlog_ex& error) {
    return fail(ErrorCode::usage, error.what(), "--log", "name a file that can be written");
  }
  return log;
}

void Log::warn(std::string_view line) {
  const std::string text = printable(redacted(line));
  if (file_) file_->warn("{}", text);
  say(text, !quiet_);
}

void Log::info(std::string_view line) {
  const std::string text = printable(redacted(line));
  if (file_) file_->info("{}", text);
  say(text, verbose_ && !quiet_);
}

void Log::say(const std::string& line, bool on_stream) {
  if (!on_stream) return;
  const std::lock_guard lock(mutex_);
  streams_.err << "tidemark: " << line << std::endl;
}

}  // namespace tidemark::cli
