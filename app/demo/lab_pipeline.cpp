// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/lab_pipeline.h"

#include <filesystem>

#include "app/session/child.h"
#include "app/settings/profile_file.h"

namespace tidemark::demo {
namespace {
namespace fs = std::filesystem;
constexpr int out_of_reach = 77;  // what the lab's programs end with where a registry does not answer
constexpr std::string_view commit_interval_s = "5";
constexpr std::string_view commit_timeout_s = "10";

bool holds_lab(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "lab", ignored) && fs::is_regular_file(folder / "lake", ignored);
}
}  // namespace

Result<std::string> find_lab(const std::string& named) {
  constexpr std::string_view fix = "it needs a source checkout: name its tests/lab with --lab-dir";
  std::error_code error;
  if (!named.empty()) {
    const fs::path folder = fs::absolute(named, error);
    if (!error && holds_lab(folder)) return folder.string();
    return fail(ErrorCode::usage, "the programs of the lab, lab and lake, are not there", named, std::string(fix));
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (holds_lab(folder / "tests/lab")) return (folder / "tests/lab").string();
    if (folder == folder.root_path()) break;
  }
  return fail(ErrorCode::usage, "there is no tests/lab above " + program.parent_path().string(), "--lab",
              std::string(fix));
}

Result<std::unique_ptr<LabPipeline>> LabPipeline::start(LabOptions options, const Clock& clock) {
  if (std::error_code ignored; fs::exists(options.folder, ignored))
    return fail(ErrorCode::usage, "the folder exists", options.folder,
                "end what runs in it with tests/lab/lab down --dir " + options.folder);
  std::unique_ptr<LabPipeline> pipeline(new LabPipeline(std::move(options), clock));
  const std::stop_token stop = pipeline->options_.stop;
  TM_CHECK(pipeline->run("lab", {"up", "--verbose"}, stop));
  TM_CHECK(pipeline->run("lake",
                         {"up", "--verbose", "--commit-interval", std::string(commit_interval_s), "--commit-timeout",
                          std::string(commit_timeout_s)},
                         stop));
  TM_TRY(const std::string text, pipeline->run("lake", {"profile"}, stop));
  TM_TRY(LoadedProfile loaded, parse_profile(text, "lake profile"));
  pipeline->profile_ = std::move(loaded.profile);
  return pipeline;
}

LabPipeline::~LabPipeline() {
  const auto ended = run("lab", {"down"}, {});
  if (!ended && options_.say) options_.say(ended.error().line());
}

Result<std::string> LabPipeline::run(const std::string& program, std::vector<std::string> words, std::stop_token stop) {
  std::vector<std::string> all{"python3", options_.programs + '/' + program};
  all.insert(all.end(), words.begin(), words.end());
  all.insert(all.end(), {"--dir", options_.folder});
  const std::string begins_error = program + ": ";  // its last line where it fails
  const auto line = [&](std::string_view text) {
    if (options_.say && !text.starts_with(begins_error)) options_.say(text);
  };
  TM_TRY(ChildRun done, run_child(all, {line, stop}, clock_));
  if (done.status == 0) return std::move(done.out);
  std::string what = done.last_line.starts_with(begins_error) ? done.last_line.substr(begins_error.size())
                                                              : "ended with status " + std::to_string(done.status);
  return fail(ErrorCode::unreachable, std::move(what), "tests/lab/" + program + ' ' + words.front(),
              done.status == out_of_reach ? "the lab's first start fetches 1.2 GB from there" : "");
}

Result<> LabPipeline::act(std::vector<std::string> words) {
  TM_CHECK(run("lake", std::move(words), options_.stop));
  return {};
}

Result<> LabPipeline::produce(std::int64_t records) { return act({"produce", std::to_string(records)}); }
Result<> LabPipeline::refuse() { return act({"fault", "catalog", "commits"}); }
Result<> LabPipeline::accept() { return act({"fault", "catalog", "none"}); }
Result<> LabPipeline::restart_tasks() { return act({"connector", "restart", "--tasks"}); }

}  // namespace tidemark::demo
