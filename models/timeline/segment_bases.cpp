// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/segment_bases.h"

#include "models/timeline/lane_state.h"

namespace tidemark {

const SegmentEncoder::Base* SegmentBases::next(const Object& object, const Signal& signal, std::size_t index,
                                               std::span<const std::int64_t> values, std::span<const Reason> reasons) {
  if (signal == signal::high) {
    object_ = object;
    high_ = SegmentEncoder::Base{index, values, reasons};
    return nullptr;
  }
  return high_ && object == object_ && is_offset(signal) ? &*high_ : nullptr;
}

}  // namespace tidemark
