// SPDX-License-Identifier: GPL-3.0-or-later
// SegmentBases: which series of a segment the next one may be told by. Groups, tables and the stable mark lie some
// records behind the high mark of their partition, which stands before them in storage_order().
// Thread rule: none; one for the series of one segment, in their order. The cells outlive it.
#pragma once

#include "models/domain/names.h"
#include "models/timeline/segment_codec.h"

namespace tidemark {

class SegmentBases final {
 public:
  // The base of the series that is added as number `index`, or nothing.
  const SegmentEncoder::Base* next(const Object& object, const Signal& signal, std::size_t index,
                                   std::span<const std::int64_t> values, std::span<const Reason> reasons);

 private:
  Object object_;
  std::optional<SegmentEncoder::Base> high_;
};

}  // namespace tidemark
