// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/http/access.h"

namespace tidemark {

Result<HttpOptions> http_options(const HttpAccess& access, const SecretResolver& secrets) {
  HttpOptions options;
  options.user = access.user;
  TM_TRY(options.password, secrets.resolve(access.password));
  TM_TRY(options.bearer, secrets.resolve(access.bearer));
  options.tls.ca_file = access.ca_file;
  options.tls.client_cert = access.client_cert;
  options.tls.client_key = access.client_key;
  TM_TRY(options.tls.key_password, secrets.resolve(access.key_password));
  return options;
}

}  // namespace tidemark
