// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/lake.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <filesystem>
#include <fstream>

namespace tidemark::demo {
namespace {
namespace fs = std::filesystem;
namespace json = boost::json;
constexpr std::size_t snapshots_kept = 50;
constexpr std::int64_t versions_kept = 10;
constexpr std::string_view uuid = "7d3e0c1a-5b0f-4f5e-9a57-0d0e3a1c5eaf";

json::object offsets(const Positions& next) {
  json::object all;
  for (const auto& [tp, offset] : next) {
    json::object& of =
        all[tp.topic.value()].is_object() ? all[tp.topic.value()].as_object() : all[tp.topic.value()].emplace_object();
    of[std::to_string(tp.partition.value())] = offset.value();
  }
  return all;
}

std::int64_t records(const Positions& from, const Positions& to) {
  std::int64_t sum = 0;
  for (const auto& [tp, offset] : to) {
    const auto it = from.find(tp);
    sum += offset.value() - (it == from.end() ? 0 : it->second.value());
  }
  return sum;
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Whole or not at all: a reader never sees a part of it.
Result<> put(const fs::path& file, const std::string& text) {
  const fs::path fresh = file.string() + ".new";
  std::error_code error;
  {
    std::ofstream out(fresh, std::ios::binary);
    out << text;
    if (!out.flush()) return fail(ErrorCode::storage, "cannot be written", fresh.string());
  }
  fs::rename(fresh, file, error);
  if (error) return fail(ErrorCode::storage, error.message(), file.string());
  return {};
}
}  // namespace

DemoLake::DemoLake(Options options, const Clock& clock) : options_(std::move(options)), clock_(clock) {
  std::string path = options_.table.value();
  std::ranges::replace(path, '.', '/');
  folder_ = options_.folder + '/' + path + "/metadata";
}

Result<std::unique_ptr<DemoLake>> DemoLake::start(Options options, const Clock& clock) {
  std::unique_ptr<DemoLake> lake(new DemoLake(std::move(options), clock));
  std::error_code error;
  fs::create_directories(lake->folder_, error);
  if (error) return fail(ErrorCode::storage, error.message(), lake->folder_);
  Snapshot first;
  if (const auto& last = lake->options_.last) {
    first.id = number(last->snapshot_id).value_or(0);
    if (last->parent_id) first.parent = number(*last->parent_id);
    first.added = last->added_records.value_or(0);
    if (last->committed) first.at_ms = last->committed->time_since_epoch().count();
  }
  first.next = lake->options_.from;
  lake->snapshots_.push_back(std::move(first));
  TM_CHECK(lake->write());
  lake->thread_ = std::jthread([self = lake.get()](const std::stop_token& stop) { self->loop(stop); });
  return lake;
}

void DemoLake::loop(const std::stop_token& stop) {
  Positions before = options_.from;
  while (clock_.wait(stop, interval)) {
    const Positions ready = std::exchange(before, options_.read());
    if (refuses_ || records(snapshots_.back().next, ready) <= 0) continue;
    append(ready);
    if (!write()) return;
  }
}

void DemoLake::append(const Positions& next) {
  const Snapshot& last = snapshots_.back();
  Snapshot fresh{last.id + 1, last.id, clock_.now().time_since_epoch().count(), records(last.next, next), next};
  snapshots_.push_back(std::move(fresh));
  if (snapshots_.size() > snapshots_kept) snapshots_.pop_front();
}

std::string DemoLake::metadata() const {
  json::array list;
  std::int64_t sequence = version_;
  for (auto it = snapshots_.rbegin(); it != snapshots_.rend(); ++it, --sequence) {
    json::object summary{{"operation", "append"},
                         {"added-records", std::to_string(it->added)},
                         {offsets_key, json::serialize(offsets(it->next))}};
    json::object one{{"snapshot-id", it->id},
                     {"sequence-number", sequence},
                     {"timestamp-ms", it->at_ms},
                     {"summary", std::move(summary)},
                     {"schema-id", 0}};
    if (it->parent) one["parent-snapshot-id"] = *it->parent;
    list.push_back(std::move(one));
  }
  std::ranges::reverse(list);
  const Snapshot& head = snapshots_.back();
  json::object main{{"snapshot-id", head.id}, {"type", "branch"}};
  return json::serialize(json::object{{"format-version", 2},
                                      {"table-uuid", uuid},
                                      {"location", options_.folder},
                                      {"last-sequence-number", version_},
                                      {"last-updated-ms", head.at_ms},
                                      {"current-snapshot-id", head.id},
                                      {"refs", json::object{{"main", std::move(main)}}},
                                      {"snapshots", std::move(list)}});
}

Result<> DemoLake::write() {
  ++version_;
  const auto file = [&](std::int64_t version) {
    return fs::path(folder_) / ("v" + std::to_string(version) + ".metadata.json");
  };
  TM_CHECK(put(file(version_), metadata()));
  TM_CHECK(put(fs::path(folder_) / "version-hint.text", std::to_string(version_)));
  std::error_code ignored;  // an old version that stays does no harm
  fs::remove(file(version_ - versions_kept), ignored);
  return {};
}

}  // namespace tidemark::demo
