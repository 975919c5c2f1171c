// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/secrets.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "app/settings/files.h"

namespace tidemark {
namespace {
Result<std::string> from_environment(const std::string& name) {
  if (const char* value = std::getenv(name.c_str())) return std::string(value);
  return fail(ErrorCode::usage, "the environment variable is not set", "secret env:" + name,
              "export " + name + " first");
}

// As libpq does with .pgpass: a secret that others can read is refused, not used.
Result<std::string> from_file(const std::string& path) {
  const std::string where = "secret file:" + path;
  const std::string file = expand_home(path);
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0)
    return fail(ErrorCode::usage, std::strerror(errno), where, "correct the path");
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::usage, "is no file", where, "name a file");
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return fail(ErrorCode::usage, "others may read it", where, "chmod 600 " + file);
  TM_TRY(std::string text, read_file(file));
  text.resize(std::min(text.find_first_of("\r\n"), text.size()));
  return text;
}
}  // namespace

Result<std::string> Secrets::resolve(std::string_view reference) const {
  const auto rest = [&](std::string_view prefix) { return std::string(reference.substr(prefix.size())); };
  if (reference.starts_with("env:")) return from_environment(rest("env:"));
  if (reference.starts_with("file:")) return from_file(rest("file:"));
  if (reference.starts_with("keychain:"))
    return fail(ErrorCode::usage, "the command line has no keychain", "secret " + std::string(reference),
                "use env: or file:");
  if (reference == "ask") return asked();
  return std::string(reference);
}

Result<std::string> Secrets::asked() const {
  const std::lock_guard lock(mutex_);
  if (!answer_) answer_ = ask_("Password: ");
  if (answer_) return *answer_;
  return fail(ErrorCode::usage, "there is no terminal to ask on", "secret ask", "use env: or file:");
}

std::optional<std::string> ask_on_terminal(const std::string& prompt) {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0) return std::nullopt;
  std::optional<std::string> answer;
  termios before{};
  if (::tcgetattr(terminal, &before) == 0) {
    termios quiet = before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal, TCSAFLUSH, &quiet);
    const auto say = [&](std::string_view text) { return ::write(terminal, text.data(), text.size()) >= 0; };
    if (say(prompt)) {
      std::string line;
      char c = 0;
      while (::read(terminal, &c, 1) == 1 && c != '\n') line += c;
      if (c == '\n') answer = line;
      say("\n");
    }
    ::tcsetattr(terminal, TCSAFLUSH, &before);
  }
  ::close(terminal);
  return answer;
}

}  // namespace tidemark
