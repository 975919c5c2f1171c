// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence, waivers, scores, facts and reasons as JSON, as they stand in rows of their own and within others.
// Room-internal; includes a heavy header. Pure functions; any thread. Nothing: it is no such object.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "models/domain/review.h"

namespace tidemark::review_json {

boost::json::object written(const ReviewEvidence& evidence);
boost::json::object written(const Waiver& waiver);
boost::json::object written(const SaidScore& score);
boost::json::array written(const std::vector<Fact>& facts);
boost::json::array written(const std::vector<ReviewReason>& reasons);
std::optional<ReviewReason> reason_of(const boost::json::object& body);
// False where the list under that key cannot be read; where it is missing there are none.
bool take_facts(const boost::json::object& from, std::string_view key, std::vector<Fact>& out);
std::optional<ReviewEvidence> evidence_of(const boost::json::object& body);
std::optional<Waiver> waiver_of(const boost::json::object& body);
std::optional<SaidScore> score_of(const boost::json::object& body);

}  // namespace tidemark::review_json
