// SPDX-License-Identifier: GPL-3.0-or-later
// LabPipeline: the services of tests/lab: three Kafka brokers, Kafka Connect with two workers and the Iceberg sink,
// Nessie as catalog, S3, all on loopback with their state in one folder. Every step is a program of the lab, started
// with python3. Destruction ends every service by its pid and removes the folder, however far the start had come.
// Thread rule: one thread, every call blocks it. Errors: `usage` where the lab is not there or its folder is taken,
// `unreachable` where a registry is out of reach or a service does not start, `cancelled` after a stop.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/result.h"

namespace tidemark::demo {

// The folder of the lab's programs: `named`, or, where that is empty, the tests/lab above this program's own folder.
Result<std::string> find_lab(const std::string& named);

struct LabOptions {
  std::string programs;                       // as find_lab() gives it
  std::string folder;                         // of the services' state; not there yet
  std::function<void(std::string_view)> say;  // may be empty
  std::stop_token stop;
};

class LabPipeline final {
 public:
  // Returns when the sink's tasks run.
  static Result<std::unique_ptr<LabPipeline>> start(LabOptions options, const Clock& clock);
  ~LabPipeline();
  LabPipeline(const LabPipeline&) = delete;
  LabPipeline& operator=(const LabPipeline&) = delete;

  // What a user would write of it: one cluster, one Connect, one catalog, one pipeline.
  const Profile& profile() const { return profile_; }
  Result<> produce(std::int64_t records);
  Result<> refuse();  // the catalog answers 503 to commits, and to nothing else
  Result<> accept();  // no longer
  Result<> restart_tasks();

 private:
  LabPipeline(LabOptions options, const Clock& clock) : options_(std::move(options)), clock_(clock) {}
  // A program of the lab; its standard output.
  Result<std::string> run(const std::string& program, std::vector<std::string> words, std::stop_token stop);
  Result<> act(std::vector<std::string> words);

  LabOptions options_;
  const Clock& clock_;
  Profile profile_;
};

}  // namespace tidemark::demo
