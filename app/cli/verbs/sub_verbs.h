// SPDX-License-Identifier: GPL-3.0-or-later
// SubVerbs: a verb that is one of several ("bundle create", "bundle verify"), which fill one `Wanted` together.
// Main thread only.
#pragma once

#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "app/cli/report.h"
#include "app/cli/verbs/verbs.h"
#include "models/domain/result.h"

namespace tidemark::cli {

template <class Wanted>
class SubVerbs final {
 public:
  using Act = Result<int> (*)(Streams&, const Wanted&);
  explicit SubVerbs(CLI::App& app) : app_(app) { app.require_subcommand(1); }

  CLI::App* add(const std::string& name, const std::string& help, Act act) {
    CLI::App* sub = app_.add_subcommand(name, help);
    sub->callback([chosen = chosen_, act] { *chosen = act; });
    return sub;
  }
  const std::shared_ptr<Wanted>& wanted() const { return wanted_; }
  Runner runner() const {
    return [wanted = wanted_, chosen = chosen_](Streams& streams) {
      const Result<int> status = (*chosen)(streams, *wanted);
      return status ? *status : report(streams, status.error());
    };
  }

 private:
  CLI::App& app_;
  std::shared_ptr<Wanted> wanted_ = std::make_shared<Wanted>();
  std::shared_ptr<Act> chosen_ = std::make_shared<Act>(nullptr);
};

}  // namespace tidemark::cli
