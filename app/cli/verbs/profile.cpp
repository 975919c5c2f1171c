// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>
#include <algorithm>
#include <ostream>

#include "app/cli/profile_choice.h"
#include "app/cli/text.h"
#include "app/cli/verbs/profile_connections.h"
#include "app/cli/verbs/sub_verbs.h"
#include "app/settings/client_properties.h"
#include "app/settings/files.h"
#include "app/settings/profile_file.h"
#include "collectors/sinks/sink_asks.h"
#include "resources/presets/presets.h"

namespace tidemark::cli {
namespace {
struct Wanted {
  Options options;
  std::string file;
  std::string name;
  std::string output;
  std::string what;  // that a schema is of
  bool connect = false;
  bool offline = false;
};

// To the file of -o, or to standard output.
Result<int> put(Streams& streams, const std::string& file, const std::string& text) {
  if (file.empty()) {
    streams.out << text << std::flush;
    return 0;
  }
  TM_CHECK(write_new_file(file, text));
  return 0;
}

Result<int> starter(Streams& streams, const Wanted& wanted, const std::string& properties) {
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  TM_TRY(ClusterProfile cluster, cluster_of(wanted.options.bootstrap, properties, *log));
  if (!wanted.name.empty()) cluster.name = ClusterName(wanted.name);
  for (const std::string& line : refer_secrets(cluster)) log->warn(line);
  Profile profile;
  profile.clusters = {std::move(cluster)};
  return put(streams, wanted.output, starter_profile(profile));
}

Result<int> init(Streams& streams, const Wanted& wanted) {
  return starter(streams, wanted, wanted.options.command_config);
}
Result<int> import(Streams& streams, const Wanted& wanted) { return starter(streams, wanted, wanted.file); }

// What collecting would refuse without asking anybody.
Result<> check_sinks(const Profile& profile) {
  for (const SinkProfile& sink : profile.sinks) {
    if (sink.type != "http-json") continue;
    auto asks = check_asks(sink);
    if (asks) continue;
    asks.error().where = "sink " + sink.name + (asks.error().where.empty() ? "" : ": " + asks.error().where);
    return asks;
  }
  return {};
}

// The file that is named, or the one cluster of --bootstrap.
Result<Profile> named_profile(Streams& streams, const Wanted& wanted) {
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  Options options = wanted.options;
  if (!wanted.file.empty()) options.profile = wanted.file;
  return choose_profile(options, *log);
}

Result<int> connect(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Profile profile, named_profile(streams, wanted));
  return answer_connections(streams, wanted.options, profile, {});
}

Result<int> boundary(Streams& streams, const Wanted& wanted) {
  TM_TRY(const Profile profile, named_profile(streams, wanted));
  return answer_connections(streams, wanted.options, profile, {.boundary = true, .ask = !wanted.offline});
}

Result<int> check(Streams& streams, const Wanted& wanted) {
  if (wanted.connect || wanted.options.is_live()) return connect(streams, wanted);
  const std::string& path = wanted.file.empty() ? wanted.options.profile : wanted.file;
  if (path.empty()) return fail(ErrorCode::usage, "no profile is named", {}, "write tidemark profile check FILE");
  TM_TRY(const auto log, Log::open(wanted.options, streams));
  TM_TRY(const LoadedProfile loaded, read_profile(path));
  for (std::string warning : loaded.warnings) log->warn(warning.insert(0, ": ").insert(0, path));
  const Profile& p = loaded.profile;
  TM_CHECK(check_sinks(p));
  const auto pipelines = std::ranges::count(p.pipelines, std::string(), &PipelineProfile::leg_of);
  streams.out << printable(path) << ": valid: " << p.clusters.size() << " clusters, " << p.classes.size()
              << " classes, " << pipelines << " pipelines, " << p.owners.size() << " owners\n";
  return 0;
}

Result<int> schema(Streams& streams, const Wanted& wanted) {
  if (wanted.what == "profile" || wanted.what.empty())
    return put(streams, wanted.output, std::string(profile_schema()));
  if (wanted.what == "check" || wanted.what == "boundary")
    return put(streams, wanted.output, std::string(preset("connection-" + wanted.what + ".schema.json")));
  return fail(ErrorCode::usage, "there is no such schema", wanted.what, "write profile, check or boundary");
}

}  // namespace

Runner profile_verb(CLI::App& app) {
  SubVerbs<Wanted> verbs(app);
  const auto& wanted = verbs.wanted();
  const auto add = [&](const std::string& name, const std::string& help, SubVerbs<Wanted>::Act act) {
    CLI::App* sub = verbs.add(name, help, act);
    add_logging(*sub, wanted->options);
    return sub;
  };
  const auto add_common = [&](CLI::App& sub) {
    sub.add_option("--bootstrap", wanted->options.bootstrap, "Kafka brokers")->type_name("HOST:PORT,…");
    sub.add_option("--name", wanted->name, "The cluster's name (default: the first host)")->type_name("NAME");
    sub.add_option("-o,--output", wanted->output, "A new file instead of standard output")->type_name("FILE");
  };
  CLI::App* made = add("init", "A commented profile for one cluster", init);
  add_common(*made);
  made->add_option("--command-config", wanted->options.command_config, "Client settings to take over")
      ->type_name("FILE.properties");
  CLI::App* checked = verbs.add("check", "Is the profile valid? With --connect: does everything in it answer?", check);
  checked->add_option("FILE", wanted->file, "Profile file");
  add_cluster(*checked, wanted->options);
  checked->add_flag("--connect", wanted->connect, "Ask everything that the profile names, step by step");
  add_output(*checked, wanted->options);
  CLI::App* sheet =
      verbs.add("boundary", "Every endpoint: zone, TLS, certificate, who signs in, what is read", boundary);
  sheet->add_option("FILE", wanted->file, "Profile file");
  add_cluster(*sheet, wanted->options);
  sheet->add_flag("--offline", wanted->offline, "Ask nobody: what the profile alone says");
  add_output(*sheet, wanted->options);
  CLI::App* imported = add("import", "A profile from a Kafka client's .properties file", import);
  imported->add_option("FILE", wanted->file, "Client properties")->required();
  add_common(*imported);
  CLI::App* described = add("schema", "The JSON Schema of profiles, or of what check or boundary answers", schema);
  described->add_option("WHAT", wanted->what, "profile, check or boundary (default: profile)");
  described->add_option("-o,--output", wanted->output, "A new file instead of standard output")->type_name("FILE");
  return verbs.runner();
}

}  // namespace tidemark::cli
