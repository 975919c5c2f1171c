// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/view_link.h"

#include <QUrl>
#include <QUrlQuery>
#include <filesystem>
#include <limits>

#include "app/shell/all_views.h"
#include "app/shell/time_range.h"

namespace tidemark::shell {
namespace {
constexpr std::string_view scheme = "tidemark://";
constexpr std::size_t longest_link = 8192;
constexpr double most_times = 1000;

QString text(std::string_view value) { return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())); }

class Writer final {
 public:
  void add(const char* key, std::string_view value) {
    // QUrlQuery leaves '+' and '&' as they are where they are not percent-encoded beforehand.
    if (!value.empty())
      query_.addQueryItem(QLatin1String(key), QString::fromLatin1(QUrl::toPercentEncoding(text(value), "/:,")));
  }
  void add(const char* key, std::int64_t value) { add(key, std::to_string(value)); }
  void add(const char* key, LocalTime value) { add(key, rfc3339(value)); }
  const QUrlQuery& query() const { return query_; }

 private:
  QUrlQuery query_;
};

void add_selection(Writer& out, const ViewRequest& request) {
  switch (view_of(request.screen).selects) {
    case Selects::chart:
      out.add("cluster", request.tide.cluster.value());
      out.add("topic", request.tide.topic.value());
      if (request.tide.partition) out.add("partition", request.tide.partition->value());
      if (request.tide.group) out.add("group", request.tide.group->value());
      if (request.tide.table) out.add("table", request.tide.table->value());
      if (request.record && request.record->offset) out.add("offset", request.record->offset->value());
      break;
    case Selects::table:
    case Selects::table_fact:
      if (!request.table) break;
      out.add("cluster", request.table->cluster.value());
      out.add("table", request.table->table.value());
      break;
    case Selects::path:
      if (!request.path) break;
      out.add("cluster", request.path->cluster.value());
      out.add("topic", request.path->topic.value());
      out.add("group", request.path->group.value());
      break;
    case Selects::metric:
      if (!request.metric) break;
      out.add("cluster", request.metric->cluster.value());
      out.add("source", request.metric->source);
      out.add("signal", request.metric->signal.value());
      out.add("object", request.metric->object.value());
      break;
    case Selects::review:
      if (!request.review) break;
      out.add("scope", request.review->scope);
      out.add("review", request.review->name);
      break;
    case Selects::drill:
      if (request.drill) out.add("drill", *request.drill);
      break;
    case Selects::run:
      if (!request.run) break;
      out.add("run", request.run->asked);
      out.add("with", request.run->with);
      break;
    case Selects::growth:
      if (request.growth.retention) out.add("kept", std::to_string(request.growth.retention->count()) + "ms");
      if (request.growth.rate_times != 1) out.add("times", std::to_string(request.growth.rate_times));
      break;
    case Selects::window:
      if (!request.incident) break;
      out.add("since", request.incident->from);
      out.add("until", request.incident->to);
      break;
    case Selects::nothing:
      break;
  }
}

// The items of a link; the first error stays.
class Reader final {
 public:
  explicit Reader(const QUrlQuery& query) : query_(query) {}

  std::string word(const char* key) const {
    return query_.queryItemValue(QLatin1String(key), QUrl::FullyDecoded).toStdString();
  }
  template <class Value, class Read>
  std::optional<Value> value(const char* key, Read&& read) {
    const std::string said = word(key);
    if (said.empty()) return std::nullopt;
    std::optional<Value> value = read(said);
    if (!value && !error_)
      error_ = Error{ErrorCode::usage, "a link says \"" + said + "\" as its " + key, {}, "copy the link again"};
    return value;
  }
  std::optional<std::int64_t> number(const char* key, std::int64_t most) {
    return value<std::int64_t>(key, [most](const std::string& said) -> std::optional<std::int64_t> {
      bool is_number = false;
      const qlonglong number = QString::fromStdString(said).toLongLong(&is_number);
      return is_number && number >= 0 && number <= most ? std::optional<std::int64_t>(number) : std::nullopt;
    });
  }
  std::optional<LocalTime> time(const char* key) {
    return value<LocalTime>(key, [](const std::string& said) { return parse_rfc3339(said); });
  }
  std::optional<Millis> span(const char* key) {
    return value<Millis>(key, [](const std::string& said) { return parse_duration(said); });
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  const QUrlQuery& query_;
  std::optional<Error> error_;
};

std::optional<double> rate_in(const std::string& said) {
  bool is_number = false;
  const double rate = QString::fromStdString(said).toDouble(&is_number);
  return is_number && rate > 0 && rate <= most_times ? std::optional(rate) : std::nullopt;
}

void read_selection(Reader& in, ViewRequest& request) {
  const ClusterName cluster(in.word("cluster"));
  const std::string topic = in.word("topic");
  const std::string group = in.word("group");
  const std::string table = in.word("table");
  request.tide = {cluster, TopicName(topic), {}, {}, {}};
  if (const auto partition = in.number("partition", std::numeric_limits<std::int32_t>::max()))
    request.tide.partition = PartitionId(static_cast<std::int32_t>(*partition));
  if (!group.empty()) request.tide.group = GroupId(group);
  if (!table.empty()) {
    request.tide.table = TableName(table);
    request.table = TableChoice{cluster, TableName(table)};
  }
  if (!topic.empty() && !group.empty()) request.path = PathChoice{cluster, GroupId(group), TopicName(topic)};
  if (const std::string signal = in.word("signal"); !signal.empty())
    request.metric = MetricChoice{in.word("source"), cluster, Signal(signal), Object(in.word("object"))};
  if (const auto offset = in.number("offset", std::numeric_limits<std::int64_t>::max()))
    request.record = RecordRequest{Offset(*offset), request.to.value_or(LocalTime{})};
  const std::string scope = in.word("scope");
  const std::string review = in.word("review");
  if (!scope.empty() || !review.empty()) request.review = ReviewChoice{scope, ReviewChoice{}.card, review};
  if (const std::string drill = in.word("drill"); !drill.empty()) request.drill = drill;
  if (const std::string run = in.word("run"); !run.empty()) request.run = RunChoice{run, in.word("with")};
  request.growth.retention = in.span("kept");
  if (const auto rate = in.value<double>("times", rate_in)) request.growth.rate_times = *rate;
  const auto since = in.time("since");
  const auto until = in.time("until");
  if (since && until && *since < *until) request.incident = TimeSpan{*since, *until};
}
}  // namespace

bool is_link(std::string_view text) { return text.starts_with(scheme); }

QString link_to(const ViewRequest& request, const std::string& timeline) {
  Writer out;
  std::error_code none;
  const auto whole = std::filesystem::absolute(timeline, none);
  out.add("timeline", none ? timeline : whole.string());
  if (request.to) out.add("to", *request.to);
  out.add("span", std::to_string(request.span.count()) + "ms");
  add_selection(out, request);
  QUrl url(QStringLiteral("tidemark://v1/") + text(request.screen.id));
  url.setQuery(out.query());
  return url.toString(QUrl::FullyEncoded);
}

Result<ViewLink> read_link(std::string_view link) {
  const auto wrong = [&](std::string what) {
    return fail(ErrorCode::usage, std::move(what), {}, "copy the link again");
  };
  if (!is_link(link) || link.size() > longest_link) return wrong("this is no link to a view");
  const QUrl url(text(link), QUrl::StrictMode);
  if (!url.isValid() || !url.userInfo().isEmpty()) return wrong("this link cannot be read");
  if (url.host() != QLatin1String("v1"))
    return fail(ErrorCode::usage, "this link is of another version of Tidemark", url.host().toStdString(),
                "open the timeline and go to the view there");
  ViewLink out;
  TM_TRY(out.request.screen, screen_named(url.path().mid(1).toStdString()));
  const QUrlQuery query(url);
  Reader in(query);
  out.timeline = in.word("timeline");
  out.request.to = in.time("to");
  if (const auto span = in.span("span")) {
    if (*span < TimeRange::shortest || *span > TimeRange::longest)
      return wrong("the window of this link is no window: " + in.word("span"));
    out.request.span = *span;
  }
  read_selection(in, out.request);
  if (in.error()) return std::unexpected(*in.error());
  return out;
}

}  // namespace tidemark::shell
