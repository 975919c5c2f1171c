// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <optional>

namespace tidemark {
namespace {
constexpr int slice_ms = 100;
constexpr std::size_t most_output = 1'048'576;
constexpr std::size_t longest_line = 4'096;

// Both ends are closed with it, and in every program that is started meanwhile.
struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(0);
    close(1);
  }
  bool open() { return ::pipe2(ends.data(), O_CLOEXEC) == 0; }
  void close(std::size_t end) {
    if (ends.at(end) >= 0) ::close(ends.at(end));
    ends.at(end) = -1;
  }
};

// Text to be read from, held by the kernel: nobody waits for the reader, and it may read it as a file.
class Input final {
 public:
  Input() = default;
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  ~Input() {
    if (file_ >= 0) ::close(file_);
  }
  bool fill(std::string_view text) {
    file_ = ::memfd_create("input", MFD_CLOEXEC);
    while (file_ >= 0 && !text.empty()) {
      const ssize_t written = ::write(file_, text.data(), text.size());
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return file_ >= 0 && ::lseek(file_, 0, SEEK_SET) == 0;
  }
  int file() const { return file_; }

 private:
  int file_ = -1;
};

// What a program is started with: its standard streams, a group of its own, and no signal blocked or ignored.
class Start {
 public:
  Start(int in, int out, int err) {
    posix_spawn_file_actions_init(&actions_);
    if (in >= 0)
      posix_spawn_file_actions_adddup2(&actions_, in, STDIN_FILENO);
    else
      posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, err, STDERR_FILENO);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;
  ~Start() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  Result<pid_t> operator()(std::vector<std::string> words) const {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t pid = 0;
    if (const int error = posix_spawnp(&pid, arguments[0], &actions_, &attributes_, arguments.data(), environ))
      return fail(ErrorCode::usage, std::string("cannot be started: ") + std::strerror(error), words.front());
    return pid;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

class Running {
 public:
  Running(pid_t pid, const ChildOptions& options, const Clock& clock)
      : pid_(pid), options_(options), clock_(clock), begun_(clock.mono()) {}

  // Reads until both streams are closed, then waits for the end. What outlives a group that was killed may keep the
  // streams: they are left then.
  void finish(Pipe& out, Pipe& err) {
    while (!killed_ && (out.ends[0] >= 0 || err.ends[0] >= 0)) {
      std::array<pollfd, 2> ready{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
      ::poll(ready.data(), ready.size(), slice_ms);
      if (ready[0].revents) read(out, [this](std::string_view text) { keep(text); });
      if (ready[1].revents) read(err, [this](std::string_view text) { lines(text); });
      end_if_due();
    }
    lines("\n");
    while (!ended()) {
      end_if_due();
      clock_.wait({}, Millis(slice_ms));
    }
  }
  ChildRun result() && { return std::move(run_); }

 private:
  template <class Take>
  static void read(Pipe& pipe, const Take& take) {
    std::array<char, 4'096> buffer;
    const ssize_t got = ::read(pipe.ends[0], buffer.data(), buffer.size());
    if (got > 0) return take(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
    if (got == 0 || errno != EINTR) pipe.close(0);
  }

  void keep(std::string_view text) { run_.out.append(text.substr(0, most_output - run_.out.size())); }

  void lines(std::string_view text) {
    for (const char c : text) {
      if (c != '\n') {
        if (line_.size() < longest_line) line_ += c;
        continue;
      }
      if (line_.empty()) continue;
      run_.last_line = std::exchange(line_, {});
      if (options_.line) options_.line(run_.last_line);
    }
  }

  void end_if_due() {
    const MonoTime now = clock_.mono();
    run_.timed_out = run_.timed_out || (options_.limit && now - begun_ >= *options_.limit);
    if (!run_.timed_out && !options_.stop.stop_requested()) return;
    if (!asked_) {
      asked_ = now;
      ::kill(-pid_, SIGTERM);
    } else if (now - *asked_ > options_.grace) {
      ::kill(-pid_, SIGKILL);
      killed_ = true;
    }
  }

  bool ended() {
    int how = 0;
    const pid_t got = ::waitpid(pid_, &how, WNOHANG);
    if (got == 0 || (got < 0 && errno == EINTR)) return false;
    run_.status = got == pid_ && WIFEXITED(how) ? WEXITSTATUS(how) : 128 + (WIFSIGNALED(how) ? WTERMSIG(how) : 0);
    return true;
  }

  pid_t pid_;
  const ChildOptions& options_;
  const Clock& clock_;
  const MonoTime begun_;
  std::optional<MonoTime> asked_;
  bool killed_ = false;
  std::string line_;
  ChildRun run_;
};
}  // namespace

Result<ChildRun> run_child(const std::vector<std::string>& words, const ChildOptions& options, const Clock& clock) {
  Pipe out;
  Pipe err;
  Input input;
  if (!out.open() || !err.open()) return fail(ErrorCode::internal, std::strerror(errno), "pipe");
  if (!options.input.empty() && !input.fill(options.input))
    return fail(ErrorCode::internal, std::strerror(errno), "standard input");
  TM_TRY(const pid_t pid, Start(input.file(), out.ends[1], err.ends[1])(words));
  out.close(1);
  err.close(1);
  Running running(pid, options, clock);
  running.finish(out, err);
  if (options.stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
  return std::move(running).result();
}

}  // namespace tidemark
