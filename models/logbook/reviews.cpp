// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/reviews.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>

#include "models/logbook/body.h"
#include "models/logbook/review_json.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using body::text_in;
using body::time_in;
using review_json::reason_of;
using review_json::written;

constexpr std::array row_texts =
    std::to_array<std::pair<const char*, std::string ReviewedRow::*>>({{"row", &ReviewedRow::id},
                                                                       {"title", &ReviewedRow::title},
                                                                       {"rule", &ReviewedRow::rule},
                                                                       {"condition", &ReviewedRow::condition}});

// What other rows cite: the evidence with the hash, the time and the author of its row.
json::object cited(const ReviewEvidence& evidence) {
  json::object out = written(evidence);
  out["hash"] = evidence.hash;
  out["at"] = rfc3339(evidence.at);
  out["author"] = evidence.author;
  return out;
}

json::array written(const std::vector<ReviewEvidence>& evidence) {
  json::array out;
  for (const ReviewEvidence& one : evidence) out.push_back(cited(one));
  return out;
}

json::object written(const ReviewedRow& row) {
  json::object thresholds;
  for (const auto& [name, value] : row.thresholds) thresholds[name] = value;
  json::object out{{"row", row.id},
                   {"title", row.title},
                   {"rule", row.rule},
                   {"condition", row.condition},
                   {"thresholds", std::move(thresholds)},
                   {"valid_ms", row.valid.count()},
                   {"validation", word(row.validation)},
                   {"outcome", word(row.outcome)},
                   {"derived", row.derived},
                   {"score", row.score},
                   {"waived", word(row.waived)},
                   {"reasons", written(row.reasons)},
                   {"raise_by", written(row.raise_by)},
                   {"evidence", written(row.evidence)},
                   {"expired", written(row.expired)}};
  const auto said = [](const auto& value) {
    json::object one = written(value);
    one["hash"] = value.hash;
    one["at"] = rfc3339(value.at);
    return one;
  };
  if (row.said) out["said"] = said(*row.said);
  if (row.waiver) out["waiver"] = said(*row.waiver);
  return out;
}

const json::array* array_in(const json::object& body, std::string_view key) {
  const json::value* value = body.if_contains(key);
  return value ? value->if_array() : nullptr;
}

std::optional<std::int64_t> number_in(const json::object& body, std::string_view key) {
  const json::value* value = body.if_contains(key);
  return value && value->is_int64() ? std::optional(value->get_int64()) : std::nullopt;
}

std::optional<ReviewEvidence> cited_of(const json::object& body) {
  auto out = review_json::evidence_of(body);
  auto hash = text_in(body, "hash");
  const auto at = time_in(body, "at");
  if (!out || !hash || !at) return std::nullopt;
  out->hash = std::move(*hash);
  out->at = *at;
  out->author = text_in(body, "author").value_or("");
  return out;
}

// False where the list is missing or one of it cannot be read.
template <class Value>
bool take_list(const json::object& body, std::string_view key, std::optional<Value> (*read)(const json::object&),
               std::vector<Value>& out) {
  const json::array* list = array_in(body, key);
  if (!list) return false;
  for (const json::value& value : *list) {
    const json::object* object = value.if_object();
    auto one = object ? read(*object) : std::nullopt;
    if (!one) return false;
    out.push_back(std::move(*one));
  }
  return true;
}

// True where it is not there.
template <class Value>
bool take_said(const json::object& body, std::string_view key, std::optional<Value> (*read)(const json::object&),
               std::optional<Value>& out) {
  const json::value* value = body.if_contains(key);
  if (!value) return true;
  const json::object* object = value->if_object();
  if (!object) return false;
  out = read(*object);
  const auto at = time_in(*object, "at");
  if (!out || !at) return false;
  out->at = *at;
  out->hash = text_in(*object, "hash").value_or("");
  return true;
}

std::optional<ReviewedRow> row_of(const json::object& body) {
  ReviewedRow out;
  for (const auto& [key, field] : row_texts) {
    auto text = text_in(body, key);
    if (!text) return std::nullopt;
    out.*field = std::move(*text);
  }
  const auto validation = validation_from(text_in(body, "validation").value_or(""));
  const auto outcome = outcome_from(text_in(body, "outcome").value_or(""));
  const auto waived = waiver_state_from(text_in(body, "waived").value_or(""));
  const auto derived = number_in(body, "derived"), score = number_in(body, "score"),
             valid = number_in(body, "valid_ms");
  const json::value* thresholds = body.if_contains("thresholds");
  if (!validation || !outcome || !waived || !derived || !score || !valid || !thresholds || !thresholds->is_object())
    return std::nullopt;
  for (const auto& member : thresholds->get_object()) {
    if (!member.value().is_number()) return std::nullopt;
    out.thresholds.emplace(member.key(), member.value().to_number<double>());
  }
  out.validation = *validation;
  out.outcome = *outcome;
  out.waived = *waived;
  out.derived = *derived;
  out.score = *score;
  out.valid = Millis(*valid);
  const bool whole =
      take_list(body, "reasons", reason_of, out.reasons) && take_list(body, "raise_by", reason_of, out.raise_by) &&
      take_list(body, "evidence", cited_of, out.evidence) && take_list(body, "expired", cited_of, out.expired) &&
      take_said(body, "said", review_json::score_of, out.said) &&
      take_said(body, "waiver", review_json::waiver_of, out.waiver);
  return whole ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<Review> review_of(const json::object& body) {
  Review out;
  const auto rules = number_in(body, "rules");
  const auto at = time_in(body, "at");
  auto name = text_in(body, "name");
  if (!rules || !at || !name || !take_list(body, "rows", row_of, out.rows)) return std::nullopt;
  out.rules = *rules;
  out.at = *at;
  out.name = std::move(*name);
  out.scope = text_in(body, "scope").value_or("");
  out.card = text_in(body, "card").value_or("");
  out.card_sha256 = text_in(body, "card_sha256").value_or("");
  out.tool = text_in(body, "tool").value_or("");
  return out;
}

template <class Value>
Result<std::vector<Value>> all_in(const std::vector<LogEntry>& entries, std::string_view kind,
                                  std::optional<Value> (*read)(const json::object&),
                                  void (*sign)(const LogEntry&, Value&)) {
  std::vector<Value> out;
  for (const LogEntry& entry : entries) {
    if (entry.kind != kind) continue;
    json::value value;
    const json::object* object = body::read(entry, value);
    auto one = object ? read(*object) : std::nullopt;
    if (!one) return body::not_a(entry);
    one->hash = hash_of(entry);
    sign(entry, *one);
    out.push_back(std::move(*one));
  }
  return out;
}
}  // namespace

std::string body_of(const ReviewEvidence& evidence) { return json::serialize(written(evidence)); }
std::string body_of(const Waiver& waiver) { return json::serialize(written(waiver)); }
std::string body_of(const SaidScore& score) { return json::serialize(written(score)); }

std::string body_of(const Review& review) {
  json::array rows;
  for (const ReviewedRow& row : review.rows) rows.push_back(written(row));
  return json::serialize(json::object{{"name", review.name},
                                      {"scope", review.scope},
                                      {"card", review.card},
                                      {"card_sha256", review.card_sha256},
                                      {"rules", review.rules},
                                      {"tool", review.tool},
                                      {"at", rfc3339(review.at)},
                                      {"rows", std::move(rows)}});
}

Result<std::vector<ReviewEvidence>> evidence_in(const std::vector<LogEntry>& entries) {
  return all_in<ReviewEvidence>(entries, evidence_kind, review_json::evidence_of,
                                [](const LogEntry& entry, ReviewEvidence& evidence) {
                                  evidence.at = entry.at;
                                  evidence.author = entry.author;
                                  evidence.uuid = entry.uuid;
                                });
}

Result<std::vector<Waiver>> waivers_in(const std::vector<LogEntry>& entries) {
  return all_in<Waiver>(entries, waiver_kind, review_json::waiver_of,
                        [](const LogEntry& entry, Waiver& waiver) { waiver.at = entry.at; });
}

Result<std::vector<SaidScore>> scores_in(const std::vector<LogEntry>& entries) {
  return all_in<SaidScore>(entries, score_kind, review_json::score_of,
                           [](const LogEntry& entry, SaidScore& score) { score.at = entry.at; });
}

Result<std::vector<Review>> reviews_in(const std::vector<LogEntry>& entries) {
  return all_in<Review>(entries, review_kind, review_of, [](const LogEntry& entry, Review& review) {
    review.author = entry.author;
    review.uuid = entry.uuid;
  });
}

Result<> citations(const Review& review, const std::vector<ReviewEvidence>& evidence) {
  for (const ReviewedRow& row : review.rows)
    for (const ReviewEvidence& cited : row.evidence) {
      const auto there = std::ranges::find(evidence, cited.hash, &ReviewEvidence::hash);
      const std::string name = '"' + cited.title + "\" of the row " + row.id;
      if (there == evidence.end())
        return fail(ErrorCode::damaged, "evidence that the review cites was changed or taken out: " + name,
                    "review " + review.name, "use a copy of the logbook");
      if (body_of(*there) != body_of(cited))
        return fail(ErrorCode::damaged, "the review does not say of its evidence what that says: " + name,
                    "review " + review.name, "use a copy of the logbook");
    }
  return {};
}

}  // namespace tidemark
