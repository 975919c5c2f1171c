// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace tidemark {
namespace {
// An open file that closes itself.
class Descriptor final {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string reason() { return std::strerror(errno); }
Result<> write_all(int file, std::string_view text, const std::string& path) {
  while (!text.empty()) {
    const ssize_t put = ::write(file, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return fail(ErrorCode::storage, "cannot be written: " + reason(), path, "free some space");
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}
}  // namespace

Result<std::string> read_file(const std::string& path) {
  constexpr std::size_t largest = 256u << 20;
  // A descriptor of our own: standard input is not ours to close.
  const Descriptor file(path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                                    : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return fail(ErrorCode::input, "cannot be read: " + reason(), path, "check the path");
  std::string text(64 << 10, '\0');
  std::size_t size = 0;
  while (true) {
    const ssize_t got = ::read(file.get(), text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::input, "cannot be read: " + reason(), path, "name a file");
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > largest) return fail(ErrorCode::input, "larger than 256 MiB", path, "name a smaller file");
    if (size == text.size()) text.resize(text.size() * 2);
  }
  text.resize(size);
  return text;
}

Result<> write_new_file(const std::string& path, std::string_view text) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file.get() < 0)
    return fail(ErrorCode::usage, "cannot be written: " + reason(), path,
                errno == EEXIST ? "name a file that does not exist" : "choose another place");
  return write_all(file.get(), text, path);
}

Result<> replace_file(const std::string& path, std::string_view text) {
  const std::string fresh = path + ".new";
  const Descriptor file(
      ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
  if (file.get() < 0) return fail(ErrorCode::storage, "cannot be written: " + reason(), fresh, "check the folder");
  TM_CHECK(write_all(file.get(), text, fresh));
  if (::fsync(file.get()) != 0 || ::rename(fresh.c_str(), path.c_str()) != 0)
    return fail(ErrorCode::storage, "cannot be written: " + reason(), path, "free some space");
  return {};
}

std::string expand_home(std::string_view path) {
  if (path != "~" && !path.starts_with("~/")) return std::string(path);
  return environment("HOME") + std::string(path.substr(1));
}

std::string default_timeline_path() {
  std::string base = environment("XDG_DATA_HOME");
  if (base.empty() || base.front() != '/') base = expand_home("~/.local/share");
  return base + "/tidemark/default.tidemark";
}

Result<> make_parent_folder(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (folder.empty() || std::filesystem::is_directory(folder, error)) return {};
  const mode_t before = ::umask(S_IRWXG | S_IRWXO);
  std::filesystem::create_directories(folder, error);
  ::umask(before);
  if (error)
    return fail(ErrorCode::usage, "cannot be made: " + error.message(), folder.string(), "choose another place");
  return {};
}

}  // namespace tidemark
