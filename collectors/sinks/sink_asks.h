// SPDX-License-Identifier: GPL-3.0-or-later
// What an http-json sink is really asked: the profile's own asks, or its preset's with everything put in that the
// profile says. Pure functions; any thread.
#pragma once

#include <span>

#include "collectors/sinks/sink_reader.h"
#include "models/domain/profile.h"

namespace tidemark {

// Only what the profile wants to know. Error: `usage`: there is no such preset, it leaves something open that the
// profile does not say, a path is none, or nothing is asked for.
Result<std::map<SinkQuestion, SinkAsk>> asks_of(const SinkProfile& profile);

// What stands where an ask goes to and in it, of this profile: see check_reads(path, body). Error: `usage`.
Result<> check_reads(const SinkProfile& profile, const SinkAsk& ask);
// Every ask of the profile can be put together and only reads. Error: `usage`.
Result<> check_asks(const SinkProfile& profile);

// The columns of an answer.
std::span<const std::string_view> columns_of(SinkQuestion question);

// {name} replaced wherever it stands: in the address as a path or a query needs it, in the body within its texts; a
// text that is nothing but "{number}" becomes the number.
SinkAsk filled(SinkAsk ask, const std::map<std::string, std::string>& places);
bool has_place(const SinkAsk& ask, std::string_view name);

}  // namespace tidemark
