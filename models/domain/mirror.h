// SPDX-License-Identifier: GPL-3.0-or-later
// How mirrors between clusters stand in a timeline: sources of the kind "mirror" by the mirror's name. On its source
// cluster, per partition of a mirrored topic: where its last offset sync is, in next offsets of both sides: everything
// below `mirrored` of the source is below `mirrored_target` of the target. On its target cluster, per partition of the
// topic there and per group: its last checkpoint. "mirror:NAME" on the target: the newest heartbeat.
// Pure functions; any thread. Units: offsets; ms of the mirror's clock.
#pragma once

#include <string>
#include <string_view>

#include "models/domain/names.h"

namespace tidemark {

inline constexpr std::string_view mirror_kind = "mirror";  // of a SourceSpec

namespace object {
inline Object mirror(std::string_view name) { return Object("mirror:" + std::string(name)); }
}  // namespace object

namespace signal {
inline constexpr std::string_view mirrored_prefix = "mirrored:";
inline constexpr std::string_view mirrored_target_prefix = "mirrored_target:";
inline constexpr std::string_view checkpoint_prefix = "checkpoint:";                // the group's offset on the target
inline constexpr std::string_view checkpoint_source_prefix = "checkpoint_source:";  // and the one it is translated from
inline constexpr std::string_view checkpoint_at_prefix = "checkpoint_at:";          // when it was written
inline const Signal heartbeat_at{"heartbeat_at"};

inline Signal mirrored(std::string_view mirror) { return Signal(std::string(mirrored_prefix) += mirror); }
inline Signal mirrored_target(std::string_view mirror) { return Signal(std::string(mirrored_target_prefix) += mirror); }
inline Signal checkpoint(const GroupId& group) { return Signal(std::string(checkpoint_prefix) += group.value()); }
inline Signal checkpoint_source(const GroupId& group) {
  return Signal(std::string(checkpoint_source_prefix) += group.value());
}
inline Signal checkpoint_at(const GroupId& group) { return Signal(std::string(checkpoint_at_prefix) += group.value()); }
}  // namespace signal

}  // namespace tidemark
