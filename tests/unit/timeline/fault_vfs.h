// SPDX-License-Identifier: GPL-3.0-or-later
// FaultVfs: SQLite's own file layer with faults: from the n-th write on, writes fail as on a full disk or a broken one,
// or the n-th is torn in the middle and nothing works after it. While one lives it is SQLite's default.
// Thread rule: arm() and heal() from any thread.
#pragma once

#include <memory>

namespace tidemark::test {

enum class Fault { full, broken, torn };

class FaultVfs final {
 public:
  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  // `after` more writes succeed.
  void arm(Fault fault, int after);
  void heal();
  // How many writes, syncs and truncations have failed since arm().
  int failed() const;

  struct Self;

 private:
  std::unique_ptr<Self> self_;
};

}  // namespace tidemark::test
