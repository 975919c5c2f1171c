// SPDX-License-Identifier: GPL-3.0-or-later
// Ballast: room on the disk that is held for the moment when there is none left ("NAME.ballast" beside the timeline):
// then it is let go, so that the writer can say why it stops and bring what it has acknowledged to its place.
// Thread rule: the writer's thread. Errors: none; where there is no room for it there is no ballast.
#pragma once

#include <cstdint>
#include <string>

namespace tidemark {

class Ballast final {
 public:
  // Of 0 bytes: none at all. What an earlier run left is taken over.
  Ballast(const std::string& timeline_path, std::int64_t bytes);
  ~Ballast() { release(); }
  Ballast(const Ballast&) = delete;
  Ballast& operator=(const Ballast&) = delete;

  std::int64_t bytes() const { return bytes_; }
  bool held() const { return held_; }
  // Where as much again stays free, and `spare` bytes.
  void take(std::int64_t spare);
  void release();

 private:
  std::string path_;
  std::int64_t bytes_;
  bool held_ = false;
};

}  // namespace tidemark
