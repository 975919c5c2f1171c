// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what stands in a record of Kafka's own is a name: of a topic, as Kafka allows it; of a group or a cluster,
// text that can be shown. Room-internal. Pure functions; any thread.
#pragma once

#include <string_view>

namespace tidemark {

bool is_wire_topic(std::string_view name);
bool is_wire_text(std::string_view text);

}  // namespace tidemark
