// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/review_json.h"

#include <array>

#include "models/logbook/body.h"

namespace tidemark::review_json {
namespace {
namespace json = boost::json;
using body::text_in;
using body::time_in;

constexpr std::array evidence_texts =
    std::to_array<std::pair<const char*, std::string ReviewEvidence::*>>({{"scope", &ReviewEvidence::scope},
                                                                          {"row", &ReviewEvidence::row},
                                                                          {"slot", &ReviewEvidence::slot},
                                                                          {"title", &ReviewEvidence::title},
                                                                          {"query", &ReviewEvidence::query},
                                                                          {"tool", &ReviewEvidence::tool},
                                                                          {"place", &ReviewEvidence::place},
                                                                          {"sha256", &ReviewEvidence::sha256},
                                                                          {"name", &ReviewEvidence::name},
                                                                          {"role", &ReviewEvidence::role}});
constexpr std::array evidence_times = std::to_array<std::pair<const char*, std::optional<LocalTime> ReviewEvidence::*>>(
    {{"expires", &ReviewEvidence::expires}, {"from", &ReviewEvidence::from}, {"to", &ReviewEvidence::to}});
constexpr std::array waiver_texts =
    std::to_array<std::pair<const char*, std::string Waiver::*>>({{"scope", &Waiver::scope},
                                                                  {"row", &Waiver::row},
                                                                  {"text", &Waiver::text},
                                                                  {"requester", &Waiver::requester},
                                                                  {"approver", &Waiver::approver},
                                                                  {"value", &Waiver::value}});
constexpr std::array score_texts =
    std::to_array<std::pair<const char*, std::string SaidScore::*>>({{"scope", &SaidScore::scope},
                                                                     {"row", &SaidScore::row},
                                                                     {"name", &SaidScore::name},
                                                                     {"reason", &SaidScore::reason}});

// Empty texts are left out.
template <class Fields, class Value>
void put_texts(const Fields& fields, const Value& value, json::object& out) {
  for (const auto& [key, field] : fields)
    if (!(value.*field).empty()) out[key] = value.*field;
}

// False where one is there and no text.
template <class Fields, class Value>
bool take_texts(const Fields& fields, const json::object& from, Value& value) {
  for (const auto& [key, field] : fields) {
    const json::value* member = from.if_contains(key);
    if (!member) continue;
    if (!member->is_string()) return false;
    value.*field = std::string(member->get_string());
  }
  return true;
}

json::value written(const FactValue& value) {
  return std::visit([](const auto& known) { return json::value(known); }, value);
}

std::optional<FactValue> fact_value(const json::value& value) {
  if (value.is_bool()) return FactValue(value.get_bool());
  if (value.is_int64()) return FactValue(value.get_int64());
  if (value.is_double()) return FactValue(value.get_double());
  if (value.is_string()) return FactValue(std::string(value.get_string()));
  return std::nullopt;
}

std::optional<Fact> fact_of(const json::value& value) {
  const json::object* body = value.if_object();
  auto object = body ? text_in(*body, "object") : std::nullopt;
  auto name = body ? text_in(*body, "name") : std::nullopt;
  if (!object || !name) return std::nullopt;
  Fact out{std::move(*object), std::move(*name)};
  if (const json::value* known = body->if_contains("value")) {
    auto read = fact_value(*known);
    if (!read) return std::nullopt;
    out.value = std::move(*read);
    return out;
  }
  const auto reason = reason_from(text_in(*body, "reason").value_or(""));
  if (!reason || *reason == Reason::none) return std::nullopt;
  out.value = *reason;
  return out;
}

bool take_coverage(const json::object& from, ReviewEvidence& out) {
  if (const json::value* known = from.if_contains("coverage")) {
    if (!known->is_number()) return false;
    out.coverage = known->to_number<double>();
    return true;
  }
  const auto reason = text_in(from, "coverage_reason");
  if (!reason) return true;
  const auto read = reason_from(*reason);
  if (!read || *read == Reason::none) return false;
  out.coverage = *read;
  return true;
}
}  // namespace

json::array written(const std::vector<Fact>& facts) {
  json::array out;
  for (const Fact& fact : facts) {
    json::object one{{"object", fact.object}, {"name", fact.name}};
    if (fact.value)
      one["value"] = written(*fact.value);
    else
      one["reason"] = word(fact.value.reason());
    out.push_back(std::move(one));
  }
  return out;
}

json::array written(const std::vector<ReviewReason>& reasons) {
  json::array out;
  for (const ReviewReason& reason : reasons) {
    json::object params;
    for (const auto& [name, text] : reason.params) params[name] = text;
    out.push_back(json::object{{"code", reason.code}, {"object", reason.object}, {"params", std::move(params)}});
  }
  return out;
}

std::optional<ReviewReason> reason_of(const json::object& body) {
  auto code = text_in(body, "code");
  auto object = text_in(body, "object");
  const json::value* params = body.if_contains("params");
  if (!code || !object || !params || !params->is_object()) return std::nullopt;
  ReviewReason out{std::move(*code), std::move(*object), {}};
  for (const auto& member : params->get_object()) {
    if (!member.value().is_string()) return std::nullopt;
    out.params.emplace(member.key(), member.value().get_string());
  }
  return out;
}

bool take_facts(const json::object& from, std::string_view key, std::vector<Fact>& out) {
  const json::value* facts = from.if_contains(key);
  if (!facts) return true;
  if (!facts->is_array()) return false;
  for (const json::value& value : facts->get_array()) {
    auto fact = fact_of(value);
    if (!fact) return false;
    out.push_back(std::move(*fact));
  }
  return true;
}

json::object written(const ReviewEvidence& evidence) {
  json::object out{{"kind", word(evidence.kind)}};
  put_texts(evidence_texts, evidence, out);
  for (const auto& [key, field] : evidence_times)
    if (evidence.*field) out[key] = rfc3339(*(evidence.*field));
  if (evidence.says) out["says"] = word(*evidence.says);
  if (evidence.coverage)
    out["coverage"] = *evidence.coverage;
  else if (evidence.coverage.reason() != Reason::not_applicable)
    out["coverage_reason"] = word(evidence.coverage.reason());
  if (!evidence.facts.empty()) out["facts"] = written(evidence.facts);
  return out;
}

std::optional<ReviewEvidence> evidence_of(const json::object& body) {
  ReviewEvidence out;
  const auto kind = evidence_kind_from(text_in(body, "kind").value_or(""));
  if (!kind || !take_texts(evidence_texts, body, out) || !take_facts(body, "facts", out.facts) ||
      !take_coverage(body, out))
    return std::nullopt;
  out.kind = *kind;
  for (const auto& [key, field] : evidence_times) {
    if (!body.contains(key)) continue;
    out.*field = time_in(body, key);
    if (!(out.*field)) return std::nullopt;
  }
  if (body.contains("says")) {
    out.says = outcome_from(text_in(body, "says").value_or(""));
    if (!out.says) return std::nullopt;
  }
  return out;
}

json::object written(const Waiver& waiver) {
  json::object out{{"reason", word(waiver.reason)}, {"until", rfc3339(waiver.until)}};
  put_texts(waiver_texts, waiver, out);
  return out;
}

std::optional<Waiver> waiver_of(const json::object& body) {
  Waiver out;
  const auto reason = waiver_reason_from(text_in(body, "reason").value_or(""));
  const auto until = time_in(body, "until");
  if (!reason || !until || !take_texts(waiver_texts, body, out) || out.row.empty()) return std::nullopt;
  out.reason = *reason;
  out.until = *until;
  return out;
}

json::object written(const SaidScore& score) {
  json::object out{{"score", score.score}};
  put_texts(score_texts, score, out);
  return out;
}

std::optional<SaidScore> score_of(const json::object& body) {
  constexpr std::int64_t best = 5;
  SaidScore out;
  const json::value* score = body.if_contains("score");
  if (!score || !score->is_int64() || !take_texts(score_texts, body, out) || out.row.empty()) return std::nullopt;
  out.score = score->get_int64();
  if (out.score < 0 || out.score > best) return std::nullopt;
  return out;
}

}  // namespace tidemark::review_json
