// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/local_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace tidemark {
namespace {
class File final {
 public:
  explicit File(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

void say(CatalogAnswer& answer, int error, const std::string& where) {
  const bool denied = error == EACCES || error == EPERM;
  answer.outcome = denied ? HttpOutcome::denied : error == ENOENT ? HttpOutcome::other : HttpOutcome::unreachable;
  answer.error = {denied ? ErrorCode::denied : ErrorCode::unreachable, std::strerror(error), where,
                  denied ? "let this user read it" : "check the path"};
}

bool is_missing(int error) { return error == ENOENT || error == ENOTDIR; }

std::string tag_of(const struct stat& status) {
  return std::to_string(status.st_ino) + '-' + std::to_string(status.st_size) + '-' +
         std::to_string(status.st_mtim.tv_sec) + '.' + std::to_string(status.st_mtim.tv_nsec);
}

// Opens and looks; false: `reply` says why there is nothing to read.
bool look(const File& file, const std::string& path, StoreReply& reply, struct stat& status) {
  reply.cost.requests = 1;
  reply.cost.bytes_known = true;
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
    const int error = errno;
    if (is_missing(error))
      reply.what = StoreReply::What::missing;
    else
      say(reply, error, path);
    return false;
  }
  if (!S_ISREG(status.st_mode)) {
    reply.what = StoreReply::What::missing;
    return false;
  }
  reply.tag = tag_of(status);
  constexpr std::int64_t per_second = 1'000, per_milli = 1'000'000;
  reply.modified = LakeTime(Millis(status.st_mtim.tv_sec * per_second + status.st_mtim.tv_nsec / per_milli));
  return true;
}
}  // namespace

StoreReply LocalStore::get(const std::string& path, const std::string& tag, std::stop_token stop) {
  StoreReply reply;
  const std::string name = full(path);
  const File file(name);
  struct stat status{};
  if (!look(file, name, reply, status)) return reply;
  if (!tag.empty() && tag == reply.tag) {
    reply.what = StoreReply::What::same;
    return reply;
  }
  constexpr std::size_t step = 1u << 20;
  std::size_t have = 0;
  while (true) {
    if (have > largest_file || stop.stop_requested()) {
      reply.outcome = HttpOutcome::other;
      reply.error = stop.stop_requested() ? Error{ErrorCode::cancelled, "stopped", name, {}}
                                          : Error{ErrorCode::input, "is larger than is read", name, {}};
      reply.bytes.clear();
      return reply;
    }
    reply.bytes.resize(have + step);
    const auto count = ::read(file.get(), reply.bytes.data() + have, step);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      say(reply, errno, name);
      return reply;
    }
    have += static_cast<std::size_t>(count);
    if (count == 0) break;
  }
  reply.bytes.resize(have);
  reply.cost.bytes = static_cast<std::int64_t>(have);
  reply.what = StoreReply::What::found;
  return reply;
}

StoreReply LocalStore::head(const std::string& path, std::stop_token) {
  StoreReply reply;
  struct stat status{};
  const std::string name = full(path);
  if (look(File(name), name, reply, status)) reply.what = StoreReply::What::found;
  return reply;
}

StoreListing LocalStore::list(const std::string& path, const std::string& prefix, std::stop_token stop) {
  StoreListing out;
  out.cost = {.requests = 1, .bytes = 0, .bytes_known = true, .cpu_us = 0};
  std::error_code error;
  const std::string name = full(path);
  std::filesystem::directory_iterator entry(name, error);
  if (error) {
    say(out, error.value(), name);
    return out;
  }
  for (const std::filesystem::directory_iterator end; entry != end && !stop.stop_requested(); entry.increment(error)) {
    std::string file = entry->path().filename().string();
    if (!file.starts_with(prefix)) continue;
    std::error_code ignored;
    (entry->is_directory(ignored) ? out.folders : out.files).push_back(std::move(file));
    out.cut = out.files.size() + out.folders.size() >= most_names;
    if (out.cut) break;
  }
  if (error) say(out, error.value(), name);
  return out;
}

CatalogAnswer LocalStore::probe(std::stop_token) {
  CatalogAnswer answer;
  answer.cost = {.requests = 1, .bytes = 0, .bytes_known = true, .cpu_us = 0};
  struct stat status{};
  if (::stat(root_.c_str(), &status) != 0 || ::access(root_.c_str(), R_OK | X_OK) != 0) say(answer, errno, root_);
  return answer;
}

}  // namespace tidemark
