// SPDX-License-Identifier: GPL-3.0-or-later
// What a request of remote write is made of: its bytes, how a page is cut into requests, the pauses between tries, and
// the file that says how far a receiver has been told.
#include <remote_write.pb.h>
#include <snappy.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <bit>

#include "app/remote/backoff.h"
#include "app/remote/remote_writer.h"

using namespace tidemark;
using namespace tidemark::remote;

class TestRemote final : public QObject {
  Q_OBJECT
 private slots:
  void a_request_is_these_bytes();
  void a_request_is_read_back();
  void an_end_is_the_stale_marker();
  void a_part_is_whole_polls_and_bounded();
  void pauses_double_up_to_a_bound();
  void a_position_is_kept_whole();
  void a_damaged_position_is_said();
};

namespace {
FeedPage page_of(const std::vector<std::size_t>& samples_by_poll) {
  FeedPage page;
  page.metrics = {{"m", {{"b", "2"}, {"a", "1"}, {"none", ""}}}};
  for (std::size_t poll = 0; poll < samples_by_poll.size(); ++poll) {
    const LocalTime wall = local_time(1000 * static_cast<std::int64_t>(poll + 1));
    for (std::size_t i = 0; i < samples_by_poll[poll]; ++i) page.samples.push_back({0, wall, 1.5, false});
    page.polls.push_back({{LaneId(1), static_cast<std::int64_t>(poll), wall}, page.samples.size()});
  }
  return page;
}

WriteRequest read(const std::string& body) {
  std::string plain;
  if (!snappy::Uncompress(body.data(), body.size(), &plain)) qFatal("no snappy");
  WriteRequest request;
  if (!request.ParseFromString(plain)) qFatal("no request");
  return request;
}
}  // namespace

// By hand, after the specification: a literal of 39 bytes; a series of two labels and one sample.
void TestRemote::a_request_is_these_bytes() {
  FeedPage page = page_of({1});
  page.metrics = {{"m", {{"a", "b"}}}};
  const QByteArray wanted = QByteArray::fromHex(
      "2798"
      "0a25"
      "0a0d"
      "0a085f5f6e616d655f5f"
      "12016d"
      "0a06"
      "0a0161"
      "120162"
      "120c"
      "09000000000000f83f"
      "10e807");
  const std::string body = write_request(page, {0, 1});
  QCOMPARE(QByteArray::fromStdString(body).toHex(), wanted.toHex());
}

void TestRemote::a_request_is_read_back() {
  FeedPage page = page_of({1, 1});
  page.metrics.push_back({"other", {{"cluster", "prod \"x\"\n"}}});
  page.samples.push_back({1, local_time(3000), -0.25, false});
  const WriteRequest request = read(write_request(page, {0, 3}));
  QCOMPARE(request.timeseries_size(), 2);
  const TimeSeries& first = request.timeseries(0);
  QCOMPARE(first.labels_size(), 3);
  QCOMPARE(first.labels(0).name(), std::string("__name__"));
  QCOMPARE(first.labels(1).name(), std::string("a"));
  QCOMPARE(first.labels(2).value(), std::string("2"));
  QCOMPARE(first.samples_size(), 2);
  QCOMPARE(first.samples(0).timestamp(), 1000);
  QCOMPARE(first.samples(1).timestamp(), 2000);
  const TimeSeries& second = request.timeseries(1);
  QCOMPARE(second.labels(1).value(), std::string("prod \"x\"\n"));
  QCOMPARE(second.samples(0).value(), -0.25);
  QCOMPARE(read(write_request(page, {1, 1})).timeseries(0).samples(0).timestamp(), 2000);
}

void TestRemote::an_end_is_the_stale_marker() {
  FeedPage page = page_of({1});
  page.samples.front().ends = true;
  const double value = read(write_request(page, {0, 1})).timeseries(0).samples(0).value();
  QCOMPARE(std::bit_cast<std::uint64_t>(value), 0x7ff0000000000002u);
}

void TestRemote::a_part_is_whole_polls_and_bounded() {
  const FeedPage page = page_of({3, 3, 0, 3, 25, 1});
  QCOMPARE(part_end(page, 0, 9), std::size_t(4));
  QCOMPARE(part_end(page, 0, 8), std::size_t(3));
  QCOMPARE(part_end(page, 0, 1), std::size_t(1));  // one poll at least
  QCOMPARE(ranges_of(page, 0, 4, 9), (std::vector<Range>{{0, 9}}));
  QCOMPARE(ranges_of(page, 2, 3, 9), std::vector<Range>());
  // A poll that is too large goes in pieces.
  QCOMPARE(part_end(page, 4, 10), std::size_t(5));
  QCOMPARE(ranges_of(page, 4, 5, 10), (std::vector<Range>{{9, 10}, {19, 10}, {29, 5}}));
  QCOMPARE(part_end(page, 5, 10), std::size_t(6));
}

void TestRemote::pauses_double_up_to_a_bound() {
  Backoff backoff(Millis(500), Millis(3000));
  QCOMPARE(backoff.next(), Millis(500));
  QCOMPARE(backoff.next(), Millis(1000));
  QCOMPARE(backoff.next(Millis(7000)), Millis(7000));
  QCOMPARE(backoff.next(Millis(10)), Millis(3000));
  QCOMPARE(backoff.next(), Millis(3000));
  backoff.reset();
  QCOMPARE(backoff.next(), Millis(500));
}

void TestRemote::a_position_is_kept_whole() {
  const QTemporaryDir folder;
  const std::string path = position_path((folder.path() + QStringLiteral("/prod.tidemark")).toStdString());
  QVERIFY(path.ends_with("/prod.remote-write"));
  QVERIFY(read_positions(path)->empty());
  const std::vector<Position> positions{
      {"http://a/api/v1/write", 7, 1, local_time(5), {{LaneId(1), 12, local_time(1'767'225'600'000)}}},
      {"http://b/\"x\"", 0, 0, local_time(0), {}}};
  QVERIFY(write_positions(path, positions));
  QCOMPARE(*read_positions(path), positions);
  const QFile file(QString::fromStdString(path));
  QCOMPARE(int(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
  QVERIFY(!QFile::exists(QString::fromStdString(path + ".new")));
}

void TestRemote::a_damaged_position_is_said() {
  const QTemporaryDir folder;
  const std::string path = (folder.path() + QStringLiteral("/t.remote-write")).toStdString();
  for (const char* text : {"", "{", "[]", R"({"receivers": [{"lanes": [[1, 2]]}]})", R"({"receivers": 7})"}) {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
    file.close();
    const auto read = read_positions(path);
    QVERIFY2(!read, text);
    QCOMPARE(read.error().code, ErrorCode::input);
  }
}

QTEST_GUILESS_MAIN(TestRemote)
#include "tst_remote.moc"
