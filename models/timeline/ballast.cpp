// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/ballast.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "models/timeline/place.h"

namespace tidemark {

Ballast::Ballast(const std::string& timeline_path, std::int64_t bytes)
    : path_(timeline_path + ".ballast"), bytes_(bytes) {}

void Ballast::take(std::int64_t spare) {
  if (held_ || bytes_ <= 0) return;
  const int file = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return;
  constexpr std::int64_t block = 512;
  struct stat info{};
  held_ = ::fstat(file, &info) == 0 && info.st_size == bytes_ && info.st_blocks * block >= bytes_;
  if (!held_ && free_bytes(path_) >= spare + 2 * bytes_)
    held_ = ::ftruncate(file, 0) == 0 && ::posix_fallocate(file, 0, bytes_) == 0;
  ::close(file);
  if (!held_) ::unlink(path_.c_str());
}

void Ballast::release() {
  if (!held_) return;
  ::unlink(path_.c_str());
  held_ = false;
}

}  // namespace tidemark
