// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/processors/flink_open.h"

#include "collectors/http/access.h"
#include "collectors/http/url.h"

namespace tidemark::flink {
namespace {
constexpr std::size_t largest_answer = 16u << 20;

std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}
}  // namespace

Result<FlinkApi> open_api(const ProcessorProfile& profile, const SecretResolver& secrets) {
  TM_CHECK(check_url(profile.url));
  TM_TRY(auto options, http_options(profile.access, secrets));
  options.limits.body = largest_answer;
  TM_TRY(auto http, HttpClient::open(std::move(options)));
  return FlinkApi(std::move(http), without_slash(profile.url));
}

}  // namespace tidemark::flink
