// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/client_properties.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

#include "app/settings/files.h"
#include "collectors/kafka/client_config.h"

namespace tidemark {
namespace {
using Properties = std::map<std::string, std::string>;

// Keys whose value would run or load something, or reach out: never taken from a file, and said so.
constexpr std::array refused = std::to_array<std::string_view>(
    {"plugin.library.paths", "sasl.kerberos.kinit.cmd", "ssl.engine.location", "ssl.engine.id", "ssl.providers",
     "sasl.oauthbearer.token.endpoint.url", "sasl.oauthbearer.config", "sasl.client.callback.handler.class"});

struct Renamed {
  std::string_view java;
  std::string_view here;
};
constexpr std::array renamed = std::to_array<Renamed>({{"receive.buffer.bytes", "socket.receive.buffer.bytes"},
                                                       {"send.buffer.bytes", "socket.send.buffer.bytes"},
                                                       {"ssl.truststore.certificates", "ssl.ca.pem"},
                                                       {"ssl.keystore.certificate.chain", "ssl.certificate.pem"},
                                                       {"ssl.keystore.key", "ssl.key.pem"}});

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return text;
}

// A Java key store begins with FE ED FE ED.
bool is_java_key_store(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::array<unsigned char, 4> head{};
  file.read(reinterpret_cast<char*>(head.data()), head.size());
  return file && head == std::array<unsigned char, 4>{0xFE, 0xED, 0xFE, 0xED};
}

class Mapping final {
 public:
  Mapping(const Properties& properties, const std::string& file) : properties_(properties), file_(file) {}

  Result<ClientProperties> run() {
    TM_CHECK(trust_store());
    TM_CHECK(key_store());
    for (const auto& [key, value] : properties_) TM_CHECK(one(key, value));
    if (!ignored_.empty()) out_.notices.push_back(fmt::format("{}: not used here: {}", file_, ignored_));
    return std::move(out_);
  }

 private:
  std::string value(const std::string& key) const {
    const auto found = properties_.find(key);
    return found == properties_.end() ? std::string() : found->second;
  }

  Result<> refuse(std::string_view key, std::string what, std::string fix) const {
    return fail(ErrorCode::usage, std::move(what), fmt::format("{}: {}", file_, key), std::move(fix));
  }

  Result<> one(const std::string& key, const std::string& value) {
    if (std::ranges::find(refused, key) != refused.end())
      return refuse(key, "may run code or reach out, and is refused", "remove the line");
    if (key == "enable.ssl.certificate.verification" && lower(value) == "false")
      return refuse(key, "switches the check of certificates off, and is refused",
                    "set ssl.ca.location to the CA's PEM file");
    if (key == "bootstrap.servers" || key == "metadata.broker.list") {
      out_.bootstrap = value;
      return {};
    }
    if (key == "sasl.jaas.config") return jaas(value);
    if (key.starts_with("ssl.truststore.") && key != "ssl.truststore.certificates")
      return {};  // trust_store() took them
    if (key == "ssl.keystore.location" || key == "ssl.keystore.password" || key == "ssl.keystore.type") return {};
    if (key == "ssl.endpoint.identification.algorithm" && value.empty()) {
      out_.settings[key] = "none";
      out_.notices.push_back(
          fmt::format("{}: {}: the broker's name is not checked against its certificate", file_, key));
      return {};
    }
    const auto other = std::ranges::find(renamed, std::string_view(key), &Renamed::java);
    const std::string name(other == renamed.end() ? std::string_view(key) : other->here);
    if (check_client_key(name))
      out_.settings[name] = value;
    else
      ignored_ += (ignored_.empty() ? "" : ", ") + key;
    return {};
  }

  Result<> trust_store() {
    const std::string path = value("ssl.truststore.location");
    if (path.empty()) return {};
    if (lower(value("ssl.truststore.type")) == "pem") {
      out_.settings["ssl.ca.location"] = path;
      return {};
    }
    return refuse("ssl.truststore.location", "a Java trust store cannot be read here",
                  fmt::format("run keytool -list -rfc -keystore {} >ca.pem and write ssl.ca.location=ca.pem", path));
  }

  Result<> key_store() {
    const std::string path = value("ssl.keystore.location");
    if (path.empty()) return {};
    const std::string type = lower(value("ssl.keystore.type"));
    if (type == "pem") {
      out_.settings["ssl.certificate.location"] = path;
      out_.settings["ssl.key.location"] = path;
      return {};
    }
    if (is_java_key_store(path) || path.ends_with(".jks"))
      return refuse(
          "ssl.keystore.location", "a Java key store cannot be read here",
          fmt::format("run keytool -importkeystore -srckeystore {} -destkeystore client.p12 -deststoretype PKCS12 "
                      "and write ssl.keystore.location=client.p12",
                      path));
    out_.settings["ssl.keystore.location"] = path;
    if (const std::string password = value("ssl.keystore.password"); !password.empty())
      out_.settings["ssl.keystore.password"] = password;
    return {};
  }

  Result<> jaas(const std::string& text);

  const Properties& properties_;
  const std::string& file_;
  ClientProperties out_;
  std::string ignored_;
};

// `option="value"` of a JAAS entry, with either quote or none; nothing where it is missing.
std::optional<std::string> jaas_option(std::string_view text, std::string_view option) {
  for (std::size_t at = text.find(option); at != std::string_view::npos; at = text.find(option, at + 1)) {
    const bool begins = at > 0 && std::string_view(" \t\n\r;").find(text[at - 1]) != std::string_view::npos;
    std::size_t i = at + option.size();
    while (i < text.size() && text[i] == ' ') ++i;
    if (!begins || i >= text.size() || text[i] != '=') continue;
    ++i;
    while (i < text.size() && text[i] == ' ') ++i;
    if (i >= text.size()) return std::nullopt;
    const char quote = text[i] == '"' || text[i] == '\'' ? text[i++] : '\0';
    std::string out;
    for (; i < text.size(); ++i) {
      if (quote ? text[i] == quote : text[i] == ' ' || text[i] == ';') return out;
      if (quote && text[i] == '\\' && i + 1 < text.size()) ++i;
      out += text[i];
    }
    if (!quote) return out;
  }
  return std::nullopt;
}

Result<> Mapping::jaas(const std::string& text) {
  constexpr std::string_view key = "sasl.jaas.config";
  const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
  if (has("plain.PlainLoginModule") || has("scram.ScramLoginModule")) {
    const auto user = jaas_option(text, "username"), password = jaas_option(text, "password");
    if (!user || !password)
      return refuse(key, "has no username or no password", "write username=\"…\" password=\"…\";");
    out_.settings["sasl.username"] = *user;
    out_.settings["sasl.password"] = *password;
    return {};
  }
  if (has("Krb5LoginModule")) {
    if (const auto principal = jaas_option(text, "principal")) out_.settings["sasl.kerberos.principal"] = *principal;
    if (const auto keytab = jaas_option(text, "keyTab")) out_.settings["sasl.kerberos.keytab"] = *keytab;
    out_.notices.push_back(
        fmt::format("{}: {}: Kerberos with this client library does not work on Kafka 4", file_, key));
    return {};
  }
  return refuse(key, "names a login module that the client library does not have", "use PLAIN, SCRAM or a certificate");
}
}  // namespace

Result<ClientProperties> parse_client_properties(std::string_view text, const std::string& file) {
  const Properties properties = parse_java_properties(text);
  return Mapping(properties, file).run();
}

Result<ClientProperties> read_client_properties(const std::string& path) {
  TM_TRY(const std::string text, read_file(path));
  return parse_client_properties(text, path);
}

}  // namespace tidemark
