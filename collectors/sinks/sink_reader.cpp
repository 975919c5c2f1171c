// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/sink_reader.h"

namespace tidemark {

const std::string& statement_of(const SinkProfile& profile, SinkQuestion question) {
  switch (question) {
    case SinkQuestion::offsets:
      return profile.query;
    case SinkQuestion::age:
      return profile.age;
    case SinkQuestion::canary:
      return profile.canary;
    case SinkQuestion::found:
      return profile.found;
    case SinkQuestion::models:
      break;
  }
  return profile.models;
}

}  // namespace tidemark
