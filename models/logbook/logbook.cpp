// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/logbook.h"

#include <filesystem>
#include <map>

#include "models/logbook/log_file.h"
#include "models/logbook/reviews.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_author = 200;
constexpr std::size_t longest_kind = 40;
constexpr std::size_t longest_text = 64u << 10;
constexpr std::size_t longest_review = 1u << 20;  // whole with all of its evidence, and each piece of that

std::size_t longest_body(std::string_view kind) {
  return kind == evidence_kind || kind == review_kind ? longest_review : longest_text;
}

Result<> check_size(const NewEntry& entry) {
  if (entry.kind.empty() || entry.kind.size() > longest_kind || entry.author.size() > longest_author)
    return fail(ErrorCode::usage, "the author's name is too long", entry.author.substr(0, longest_kind),
                "200 bytes at most");
  if (const std::size_t most = longest_body(entry.kind); entry.body.size() > most)
    return fail(ErrorCode::usage, "the text is too long for a logbook", {}, std::to_string(most) + " bytes at most");
  return {};
}

Result<std::vector<LogEntry>> verified(LogFile& file) {
  TM_TRY(auto entries, file.entries());
  if (auto whole = verify_chain(entries); !whole) {
    whole.error().where = file.path();
    return std::unexpected(std::move(whole.error()));
  }
  return entries;
}
}  // namespace

std::string logbook_path(const std::string& timeline) {
  return std::filesystem::path(timeline).replace_extension(".logbook").string();
}

Result<std::vector<LogEntry>> read_logbook(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::vector<LogEntry>();
  TM_TRY(auto file, LogFile::open(path, LogFile::Mode::reads));
  return verified(*file);
}

Result<LogEntry> append_to_logbook(const std::string& path, const NewEntry& entry) {
  TM_CHECK(check_size(entry));
  TM_TRY(auto rows, extend_logbook(path, [&](const auto&) { return Result<std::vector<NewEntry>>({entry}); }));
  return std::move(rows.front());
}

Result<std::vector<LogEntry>> extend_logbook(
    const std::string& path, const std::function<Result<std::vector<NewEntry>>(const std::vector<LogEntry>&)>& choose) {
  TM_TRY(auto file, LogFile::open(path, LogFile::Mode::writes));
  return file->in_transaction([&]() -> Result<std::vector<LogEntry>> {
    TM_TRY(const auto before, verified(*file));
    TM_TRY(const auto chosen, choose(before));
    std::vector<LogEntry> rows;
    std::string last = last_hashes(before);
    for (const NewEntry& entry : chosen) {
      TM_CHECK(check_size(entry));
      rows.push_back({new_uuid(), entry.at, entry.author, entry.kind, entry.body, last});
      TM_CHECK(file->add(rows.back()));
      last = hash_of(rows.back());
    }
    return rows;
  });
}

Result<std::int64_t> merge_logbooks(const std::string& path, const std::string& other) {
  std::error_code error;
  if (!std::filesystem::exists(other, error))
    return fail(ErrorCode::input, "there is no such logbook", other, "name one that exists");
  TM_TRY(const auto theirs, read_logbook(other));
  TM_TRY(auto file, LogFile::open(path, LogFile::Mode::writes));
  return file->in_transaction([&]() -> Result<std::int64_t> {
    TM_TRY(const auto ours, verified(*file));
    std::map<std::string, const LogEntry*> known;
    for (const LogEntry& entry : ours) known[entry.uuid] = &entry;
    std::int64_t taken = 0;
    for (const LogEntry& entry : theirs) {
      const auto found = known.find(entry.uuid);
      if (found != known.end() && *found->second != entry)
        return fail(ErrorCode::damaged, "the logbooks do not agree on the row " + entry.uuid, other,
                    "one of them was changed by hand");
      if (found != known.end()) continue;
      TM_CHECK(file->add(entry));
      ++taken;
    }
    return taken;
  });
}

}  // namespace tidemark
