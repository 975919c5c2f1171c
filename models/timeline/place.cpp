// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/place.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

namespace tidemark {
namespace {
constexpr std::array<std::string_view, 15> network_names{
    "nfs",        "nfs4",      "cifs",        "smb3",           "smbfs",
    "afs",        "9p",        "ceph",        "lustre",         "davfs",
    "fuse.sshfs", "fuse.s3fs", "fuse.rclone", "fuse.glusterfs", "fuse.gvfsd-fuse"};

std::unexpected<Error> system_error(const std::string& what, const std::string& path) {
  return fail(ErrorCode::storage, what + ": " + std::strerror(errno), path, "check the path and its permissions");
}

// Creates what is missing of a folder, each part private to the user.
Result<> make_folder(const std::filesystem::path& folder) {
  if (folder.empty() || std::filesystem::is_directory(folder)) return {};
  TM_CHECK(make_folder(folder.parent_path()));
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return system_error("cannot make the folder", folder.string());
  return {};
}
}  // namespace

Result<WriterLock> WriterLock::take(const std::string& timeline_path) {
  const std::string path = timeline_path + ".lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return system_error("cannot open the lock file", path);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return fail(ErrorCode::storage, "another Tidemark writes to this timeline", timeline_path,
                "stop it, or choose another file with --timeline");
  }
  return WriterLock(file);
}

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}

Result<bool> make_place(const std::string& path) {
  std::error_code error;
  const std::filesystem::path file = std::filesystem::absolute(path, error);
  TM_CHECK(make_folder(file.parent_path()));
  if (std::filesystem::exists(file, error)) {
    if (!std::filesystem::is_regular_file(file, error)) return fail(ErrorCode::storage, "not a regular file", path);
    return false;
  }
  // Opened and closed before SQLite knows the file: closing it later would drop SQLite's locks.
  const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) return system_error("cannot make the file", path);
  ::close(made);
  return true;
}

std::optional<std::string> network_file_system_in(std::string_view mountinfo, std::string_view device) {
  std::istringstream lines{std::string(mountinfo)};
  std::string line;
  while (std::getline(lines, line)) {
    // "36 35 98:0 /root /mount options [optional…] - type source options"
    std::istringstream words(line);
    std::string id, parent, number, word;
    words >> id >> parent >> number;
    if (number != device) continue;
    while (words >> word && word != "-") {
    }
    if (words >> word && std::ranges::find(network_names, word) != network_names.end()) return word;
  }
  return std::nullopt;
}

std::optional<std::string> network_file_system(const std::string& path) {
  struct stat info{};
  if (::stat(path.c_str(), &info) != 0) return std::nullopt;
  const std::ifstream file("/proc/self/mountinfo");
  std::ostringstream text;
  text << file.rdbuf();
  return network_file_system_in(text.str(),
                                std::to_string(major(info.st_dev)) + ":" + std::to_string(minor(info.st_dev)));
}

std::int64_t free_bytes(const std::string& path) {
  struct statvfs info{};
  if (::statvfs(path.c_str(), &info) != 0) return std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(info.f_bavail) * static_cast<std::int64_t>(info.f_frsize);
}

std::int64_t file_bytes(const std::string& path) {
  struct stat info{};
  return ::stat(path.c_str(), &info) == 0 ? info.st_size : 0;
}

}  // namespace tidemark
