// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents at a mirror: what it copies and its heartbeats can move first, what it notes of offsets is no level.
#include <QTest>
#include <algorithm>

#include "app/session/finding_text.h"
#include "models/analysis/incident.h"
#include "models/domain/mirror.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestMirrorIncident final : public QObject {
  Q_OBJECT
 private slots:
  void a_mirror_that_stalls_leads();
  void what_only_rises_at_a_mirror_is_no_level();
  void heartbeats_that_cease();
};

namespace {
constexpr int polls = 240;

// "1 mirror:dr mirror_rate, 2= …": rank, whether tied, object and series.
std::string shown(const Incident& incident) {
  std::string out;
  for (const Onset& onset : incident.onsets)
    out += (out.empty() ? "" : ", ") + std::to_string(onset.rank) + (onset.tied ? "= " : " ") + onset.object.value() +
           ' ' + onset.series;
  return out;
}

// The link dr copies t from c to d, where g reads it; it may stand still from a poll on.
std::shared_ptr<const Snapshot> mirrored(int until, const std::function<void(Snapshot&)>& more = {}) {
  const std::string copied = until < polls ? "[[0, 10], [" + std::to_string(until) + ", 0]]" : "[[0, 10]]";
  const auto s = told(polls, R"("series": [)" + mark("high", "t", 0, R"("rates": [[0, 10]])") + ", " +
                                 mark("high", "t", 0, R"("cluster": "d", "rates": )" + copied) + ", " +
                                 group("g", "t", 0, R"("cluster": "d", "follow": "high", "delay_polls": 3)") + "]");
  const auto out = std::make_shared<Snapshot>(*s);
  if (more) more(*out);
  out->index();
  return out;
}

Profile with_mirror() {
  Profile profile;
  profile.mirrors.push_back(
      {.name = "dr", .type = "link", .source = ClusterName("c"), .target = ClusterName("d"), .source_alias = "c"});
  return profile;
}

// A series of the mirror that rises by as much each poll, until it stands still.
void rising(Snapshot& snapshot, const char* cluster, const Signal& signal, const Object& object, std::int64_t by,
            int until) {
  const auto of = std::ranges::find_if(
      snapshot.columns, [&](const Column& column) { return snapshot.cluster_of(column) == ClusterName(cluster); });
  Column column;
  column.lane = of->lane;
  column.spec.signal = signal;
  column.spec.object = object;
  for (int poll = 0; poll < polls; ++poll) column.values.push_back(1'000'000 + by * std::min(poll, until));
  column.reasons.assign(static_cast<std::size_t>(polls), Reason::none);
  snapshot.columns.push_back(std::move(column));
}

Incident mirror_incident(const Snapshot& snapshot, const Profile& profile = with_mirror()) {
  return incident_of(snapshot, default_window(snapshot, snapshot.to), {}, profile);
}
}  // namespace

void TestMirrorIncident::a_mirror_that_stalls_leads() {
  const auto s = mirrored(180);
  const Incident incident = mirror_incident(*s);
  QCOMPARE(shown(incident), std::string("1 mirror:dr mirror_rate, 2 group:g read_rate"));
  const Onset& mirror = incident.onsets.front();
  QCOMPARE(mirror.place.layer, std::string_view("mirror"));
  QCOMPARE(mirror.place.lanes, LaneGroup::connect);
  QCOMPARE(mirror.cluster, ClusterName("d"));
  QCOMPARE(mirror.topic, std::string("t"));
  QVERIFY(mirror.lo <= poll_time(180) && mirror.hi >= poll_time(180));
  QVERIFY(std::ranges::any_of(incident.unchanged, [](const NonMover& of) {  // of c
    return of.place.lanes == LaneGroup::producers;
  }));
  const Document document = incident_document(incident, finding_text);
  const auto text = std::ranges::find(document.rows.front(), "text", &CellField::name);
  const auto& said = std::get<std::string>(text->cell.value);
  QVERIFY2(said.starts_with("Mirror rate of mirror dr into t: 10 → 0 /s at "), said.c_str());
  // Where no profile says that it is a mirror, somebody produces less.
  QCOMPARE(shown(mirror_incident(*s, {})), std::string("1 topic:t produce_rate, 2 group:g read_rate"));
  QCOMPARE(shown(mirror_incident(*mirrored(polls))), std::string());
}

void TestMirrorIncident::what_only_rises_at_a_mirror_is_no_level() {
  const Object partition = object::partition({TopicName("t"), PartitionId(0)});
  const auto s = mirrored(polls, [&](Snapshot& snapshot) {
    rising(snapshot, "c", signal::mirrored("dr"), partition, 100, polls);
    rising(snapshot, "c", signal::mirrored_target("dr"), partition, 100, polls);
    for (const Signal& of : {signal::checkpoint(GroupId("g")), signal::checkpoint_source(GroupId("g")),
                             signal::checkpoint_at(GroupId("g"))})
      rising(snapshot, "d", of, partition, 100, polls);
    rising(snapshot, "d", signal::heartbeat_at, object::mirror("dr"), story_step_ms, polls);
  });
  QCOMPARE(shown(mirror_incident(*s)), std::string());
}

void TestMirrorIncident::heartbeats_that_cease() {
  const auto s = mirrored(185, [](Snapshot& snapshot) {
    rising(snapshot, "d", signal::heartbeat_at, object::mirror("dr"), story_step_ms, 170);
  });
  QCOMPARE(shown(mirror_incident(*s)),
           std::string("1 mirror:dr heartbeat_rate, 2 mirror:dr mirror_rate, 3 group:g read_rate"));
}

QTEST_APPLESS_MAIN(TestMirrorIncident)
#include "tst_mirror_incident.moc"
