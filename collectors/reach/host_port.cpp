// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/reach/host_port.h"

#include <algorithm>
#include <charconv>

namespace tidemark::reach {

std::string HostPort::text() const {
  const bool six = host.find(':') != std::string::npos;
  return (six ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

HostPort host_port(std::string_view text, std::uint16_t default_port) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  HostPort out{std::string(text), default_port};
  std::string_view port;
  if (text.starts_with('[')) {
    const std::size_t close = std::min(text.find(']'), text.size());
    out.host = text.substr(1, close - 1);
    if (close + 1 < text.size() && text[close + 1] == ':') port = text.substr(close + 2);
  } else if (const std::size_t colon = text.find(':'); colon != std::string_view::npos && colon == text.rfind(':')) {
    out.host = text.substr(0, colon);
    port = text.substr(colon + 1);
  }
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (!port.empty() && error == std::errc() && end == port.data() + port.size() && number > 0) out.port = number;
  return out;
}

std::vector<HostPort> host_ports(std::string_view list, std::uint16_t default_port) {
  std::vector<HostPort> out;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    HostPort found = host_port(list.substr(begin, comma - begin), default_port);
    if (!found.host.empty()) out.push_back(std::move(found));
    begin = comma + 1;
  }
  return out;
}

}  // namespace tidemark::reach
