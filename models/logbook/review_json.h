// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence, waivers and scores as JSON objects, as they stand in rows of their own and within a frozen review.
// Room-internal; includes a heavy header. Pure functions; any thread. Nothing: it is no such object.
#pragma once

#include <boost/json/object.hpp>

#include "models/domain/review.h"

namespace tidemark::review_json {

boost::json::object written(const ReviewEvidence& evidence);
boost::json::object written(const Waiver& waiver);
boost::json::object written(const SaidScore& score);
std::optional<ReviewEvidence> evidence_of(const boost::json::object& body);
std::optional<Waiver> waiver_of(const boost::json::object& body);
std::optional<SaidScore> score_of(const boost::json::object& body);

}  // namespace tidemark::review_json
