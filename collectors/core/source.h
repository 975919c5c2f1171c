// SPDX-License-Identifier: GPL-3.0-or-later
// Source: what watches one system and hands its polls to a sink, as the program that composes sees it.
// Thread rule: all calls and destruction from one thread. stop() joins within 2 s.
#pragma once

#include <stop_token>

#include "models/domain/result.h"

namespace tidemark {

class Source {
 public:
  virtual ~Source() = default;
  // Everything once, in this thread. The polls are handed over also when it fails.
  virtual Result<> poll_once(std::stop_token stop) = 0;
  virtual void start() = 0;
  virtual void stop() = 0;
};

}  // namespace tidemark
