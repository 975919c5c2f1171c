// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/result.h"

#include <algorithm>

namespace tidemark {

std::string Error::line() const {
  std::string text = where;
  if (!where.empty() && !what.empty()) text += ": ";
  text += what;
  if (!fix.empty()) text += "; " + fix;
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\r', ' ');
  return text;
}

int exit_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::input:
    case ErrorCode::internal:
    case ErrorCode::storage:
    case ErrorCode::cancelled:
      return 2;
    case ErrorCode::no_data:
    case ErrorCode::unreachable:
    case ErrorCode::denied:
      return 3;
    case ErrorCode::damaged:
      return 4;
  }
  return 2;
}

}  // namespace tidemark
