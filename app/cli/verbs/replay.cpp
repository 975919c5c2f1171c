// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/replay.h"

#include <CLI/App.hpp>
#include <charconv>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/verbs/verbs.h"
#include "app/cli/written.h"
#include "app/session/replays.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  Options options;
  DeclaredReplay said;
  std::string group, topic, cluster;
  std::vector<std::string> ranges, protect;
  std::string by;
};

Result<Document> replays(const Asked& asked, const Wanted& wanted) {
  TM_TRY(const auto by, time_of(wanted.by, "--by", asked.at));
  TM_TRY(const auto marks, asked.timeline.load(replay_marks_request(asked.from, asked.at, asked.filter)));
  // A question about now is asked now, however old the newest sample is.
  const bool time_given = !wanted.options.at.empty() || !wanted.options.to.empty();
  const LocalTime until = time_given ? asked.at : std::max(asked.at, SystemClock().now());
  TM_TRY(const auto declared, declared_replays(asked.file, *marks, until));
  const auto topics = replay_topics(*marks, declared, asked.at, asked.filter);
  const ReplayAsked question{asked.from, asked.at, by};
  const auto request = replay_request(asked.from, asked.at, topics, declared, asked.filter);
  if (!request) return replay_document(*marks, declared, question, asked.filter);
  TM_TRY(const auto snapshot, asked.timeline.load(*request));
  return replay_document(*snapshot, declared, question, asked.filter);
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

// "P:FROM:TO" or "P:FROM".
Result<> put_range(const std::string& text, DeclaredReplay& said) {
  const auto wrong = [&](const std::string& what) {
    return fail(ErrorCode::usage, what, "--range", "write 0:1000:2000, or 0:1000 for one to live");
  };
  const std::size_t first = text.find(':');
  const std::size_t second = first == std::string::npos ? first : text.find(':', first + 1);
  if (first == std::string::npos) return wrong('"' + text + "\" is no range");
  const bool ends = second != std::string::npos;
  const auto partition = number(std::string_view(text).substr(0, first));
  const auto from = number(std::string_view(text).substr(first + 1, ends ? second - first - 1 : std::string::npos));
  const auto to = ends ? number(std::string_view(text).substr(second + 1)) : from;
  if (!partition || *partition > INT32_MAX || !from || !to) return wrong('"' + text + "\" is no range");
  if (*from > *to) return wrong("the range " + text + " ends before it begins");
  const PartitionId id(static_cast<std::int32_t>(*partition));
  if (!said.from.emplace(id, *from).second) return wrong("the partition of " + text + " has two ranges");
  if (ends) said.to.emplace(id, *to);
  return {};
}

CellRecord cells_of(const DeclaredReplay& said) {
  CellRecord row{{"name", said.name}};
  const auto text = [&](const char* name, const std::string& value) {
    row.push_back({name, value.empty() ? Cell(Reason::not_applicable) : Cell(value)});
  };
  row.push_back({"at", said.at});
  text("cluster", said.cluster.value());
  text("group", said.group.value());
  text("topic", said.topic.value());
  row.push_back({"kind", said.to.empty() ? "to-live" : "bounded"});
  CellList partitions;
  for (const auto& [partition, from] : said.from) {
    const auto to = said.to.find(partition);
    partitions.emplace_back(CellRecord{{"partition", std::int64_t{partition.value()}},
                                       {"from", from},
                                       {"to", to == said.to.end() ? Cell(Reason::not_applicable) : Cell(to->second)}});
  }
  row.push_back({"partitions", std::move(partitions)});
  text("reason", said.reason);
  text("approver", said.approver);
  text("throttle", said.throttle);
  text("idempotency", said.idempotency);
  CellList protect;
  for (const GroupId& group : said.protect) protect.emplace_back(group.value());
  row.push_back({"protect", std::move(protect)});
  row.push_back({"finished_at", said.finished ? Cell(*said.finished) : Cell(Reason::not_applicable)});
  text("outcome", said.outcome);
  return row;
}

Result<int> declare(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  const LocalTime now = SystemClock().now();
  TM_TRY(const auto at, time_of(wanted.options.at, "--at", now));
  DeclaredReplay said = wanted.said;
  said.at = at.value_or(now);
  said.cluster = ClusterName(wanted.cluster);
  said.group = GroupId(wanted.group);
  said.topic = TopicName(wanted.topic);
  for (const std::string& group : wanted.protect) said.protect.emplace_back(group);
  for (const std::string& range : wanted.ranges) TM_CHECK(put_range(range, said));
  if (!said.to.empty() && said.to.size() != said.from.size())
    return fail(ErrorCode::usage, "some ranges end and some go to live", "--range", "declare them as two replays");
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const LogEntry entry, declare_replay(timeline, said));
  Document document = written("replay declare", entry, cells_of(said));
  if (said.approver.empty()) document.notes.emplace_back("nobody is named who approved it: --approver NAME");
  if (said.idempotency.empty())
    document.notes.emplace_back("nothing says why reading twice does no harm: --idempotency TEXT");
  return answer(streams, output, document, {});
}

Result<int> finish(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Output output, output_of(wanted.options, streams));
  TM_TRY(const auto at, time_of(wanted.options.at, "--at", SystemClock().now()));
  DeclaredReplay said = wanted.said;
  said.finished = at;
  TM_TRY(const std::string timeline, timeline_path(wanted.options));
  TM_TRY(const LogEntry entry, finish_replay(timeline, said));
  return answer(streams, output, written("replay finish", entry, cells_of(said)), {});
}

using Act = Result<int> (*)(Streams&, const Wanted&);

void add_written(CLI::App& app, Wanted& wanted) {
  add_timeline(app, wanted.options);
  app.add_option("--author", wanted.said.author, "Who says it (default: the user's name)")->type_name("NAME");
  add_output(app, wanted.options);
}

void add_declare(CLI::App& app, Wanted& wanted) {
  DeclaredReplay& said = wanted.said;
  app.add_option("NAME", said.name, "What the replay is called")->required();
  app.add_option("--group", wanted.group, "The group that reads again")->type_name("GROUP");
  app.add_option("--topic", wanted.topic, "The topic that is read again")->type_name("TOPIC");
  app.add_option("--cluster", wanted.cluster, "Where there are several")->type_name("NAME");
  app.add_option("--range", wanted.ranges,
                 "PARTITION:FROM:TO, TO exclusive; without TO up to what is written now and later (may be repeated)")
      ->type_name("RANGE")
      ->allow_extra_args(false);
  app.add_option("--reason", said.reason, "Why")->type_name("TEXT");
  app.add_option("--approver", said.approver, "Who approved it")->type_name("NAME");
  app.add_option("--throttle", said.throttle, "How it is held back")->type_name("TEXT");
  app.add_option("--idempotency", said.idempotency, "Why reading twice does no harm")->type_name("TEXT");
  app.add_option("--protect", wanted.protect,
                 "A live group that must not suffer (may be repeated; default: all others of the topic)")
      ->type_name("GROUP")
      ->allow_extra_args(false);
  app.add_option("--at", wanted.options.at, "From when on it may begin (default: now)")->type_name("TIME");
  add_written(app, wanted);
}

int asked(Streams& streams, const Wanted& wanted) {
  Question question{.window = std::chrono::hours(24)};
  question.layout = {{"state", "group", "topic", "share", "eta", "eta_lo", "eta_hi", "remaining", "rate", "drain_rate",
                      "retention_race_ms", "kind", "declared", "worst_partition", "live_impact", "name", "approver"}};
  question.answer = [&](const Asked& of) { return replays(of, wanted); };
  return ask(streams, wanted.options, question);
}
}  // namespace

Runner replay_verb(CLI::App& app) {
  const auto wanted = std::make_shared<Wanted>();
  const auto act = std::make_shared<Act>(nullptr);
  app.require_subcommand(0, 1);
  add_all(app, wanted->options);
  app.add_option("--by", wanted->by, "Also the rate that is needed to be through by then")->type_name("TIME");
  CLI::App* declaring = app.add_subcommand("declare", "Say that a group is to read a range again, and why");
  add_declare(*declaring, *wanted);
  declaring->callback([act] { *act = declare; });
  CLI::App* finishing = app.add_subcommand("finish", "Say that a declared replay is over");
  finishing->add_option("NAME", wanted->said.name, "What the replay is called")->required();
  finishing->add_option("--outcome", wanted->said.outcome, "How it ended")->type_name("TEXT");
  finishing->add_option("--at", wanted->options.at, "When (default: now)")->type_name("TIME");
  add_written(*finishing, *wanted);
  finishing->callback([act] { *act = finish; });
  return [wanted, act](Streams& streams) {
    if (!*act) return asked(streams, *wanted);
    const auto status = (*act)(streams, *wanted);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
