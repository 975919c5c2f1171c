// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/traces.h"

#include <algorithm>
#include <array>
#include <span>

namespace tidemark {
namespace {
constexpr auto service_words = std::to_array<std::string_view>(
    {"ServiceFailureException", "ServiceUnavailableException", "RESTException", "NoSuchBucketException",
     "SdkClientException", "S3Exception", "UncheckedIOException: java.net", "503 Service Unavailable"});
constexpr auto commit_words =
    std::to_array<std::string_view>({"CommitFailedException", "CommitStateUnknownException", "connect.channel.",
                                     "Coordinator unexpect", "committer", "io.delta.", "ConcurrentModification"});
constexpr auto record_words = std::to_array<std::string_view>(
    {"Tolerance exceeded in error handler", "RetryWithToleranceOperator", "DataException", "SerializationException",
     "connect.converters.", "connect.transforms.", "DeserializationException", "ConverterException"});
// What put() throws where no record is to blame.
constexpr auto surroundings = std::to_array<std::string_view>(
    {"ClassNotFoundException", "NoClassDefFoundError", "OutOfMemoryError", "ConnectException: Connection",
     "UnknownHostException", "SocketTimeoutException", "AuthorizationException", "AuthenticationException",
     "TimeoutException", "Connection refused"});
constexpr std::size_t longest = 300;

bool has(std::string_view trace, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return trace.find(word) != std::string_view::npos; });
}

std::string line_at(std::string_view text) {
  std::string line(text.substr(0, text.find('\n')));
  if (line.size() <= longest) return line;
  line.resize(longest);
  return line.append("…");
}
}  // namespace

TraceKind trace_kind(std::string_view trace) {
  if (has(trace, service_words)) return TraceKind::service;
  if (has(trace, commit_words)) return TraceKind::commit;
  if (has(trace, record_words)) return TraceKind::record;
  if (has(trace, surroundings)) return TraceKind::other;
  const bool put = trace.find("WorkerSinkTask.deliverMessages") != std::string_view::npos ||
                   trace.find("Exiting WorkerSinkTask due to unrecoverable") != std::string_view::npos ||
                   trace.find("SinkTask.put(") != std::string_view::npos;
  return put ? TraceKind::record : TraceKind::other;
}

std::string trace_head(std::string_view trace) { return line_at(trace); }

std::string trace_cause(std::string_view trace) {
  constexpr std::string_view mark = "Caused by: ";
  const auto at = trace.rfind(mark);
  return at == std::string_view::npos ? std::string() : line_at(trace.substr(at + mark.size()));
}

}  // namespace tidemark
