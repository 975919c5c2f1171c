// SPDX-License-Identifier: GPL-3.0-or-later
// Connections: what is spoken to, and what can be told of it step by step: resolve, tcp, tls, certificate, settings,
// sign-in, answer, broker, permission. Value types; no thread rule. Text of servers is made plain before it gets here;
// no secret ever does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/known.h"
#include "models/domain/time.h"

namespace tidemark {

enum class StepState : std::uint8_t { ok, failed, unknown, not_tried };
// "ok", "failed", "unknown", "not-tried"
std::string_view word(StepState state);

struct Certificate {
  std::string subject;
  std::string issuer;
  std::vector<std::string> names;  // that it is for
  std::optional<LocalTime> from;
  std::optional<LocalTime> until;
  bool trusted = false;       // by the authorities that the profile names, or the system's
  bool name_matches = false;  // the host that was asked for is among its names
};

struct ConnectionStep {
  std::string step;    // "resolve", "tcp", …
  std::string object;  // whose it is where there are several: an address, "broker:2", what a permission is for
  StepState state = StepState::not_tried;
  Known<Millis> took = Reason::not_applicable;
  std::string says;     // what was found, what failed, or why it was not tried
  std::string fix;      // what to change; empty where nothing is to be
  std::string without;  // what is not known without it
  std::optional<Certificate> certificate;
};

// One thing that the profile names an address of.
struct Endpoint {
  std::string object;                           // "cluster:prod", "connect:lake", …
  std::string address;                          // as it may be printed; several of a cluster with commas
  Known<std::string> tls = Reason::not_probed;  // "no", or the version that was spoken
  std::string authentication;                   // "none", "SASL/PLAIN", "basic", "bearer", "client certificate", …
  Known<std::string> principal = Reason::not_applicable;  // a name or a reference to one, never a secret
  Known<std::string> zone = Reason::not_probed;           // "this machine", "private network", "public network"
  Known<std::string> certificate = Reason::not_probed;    // whose
  Known<LocalTime> certificate_until = Reason::not_probed;
  std::vector<std::string> reads;   // what is asked of it
  std::vector<std::string> owners;  // of the pipelines that go through it
};

struct CheckedEndpoint {
  Endpoint endpoint;
  std::vector<ConnectionStep> steps;

  bool answers() const;  // its "answer" is ok
  bool fails() const;    // some step is failed
};

}  // namespace tidemark
