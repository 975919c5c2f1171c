// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle of a timeline with what people said of it: what is a secret is known here, and whose logbook it is.
// Any thread; blocks until done or `stop` asks. Errors: those of create_bundle() and of the logbook.
#pragma once

#include "models/timeline/bundle/bundle.h"

namespace tidemark {

// `wish` without secrets and entries; its author is made fit to be stored, the user where none is named.
Result<BundleMade> make_bundle(const std::string& timeline, const std::string& file, BundleWish wish,
                               const std::stop_token& stop);
// What making it would take, without a file that stays.
Result<BundleMade> try_bundle(const std::string& timeline, BundleWish wish, const std::stop_token& stop);

}  // namespace tidemark
