// SPDX-License-Identifier: GPL-3.0-or-later
// Freshness classes in the words of others, and theirs as classes: OpenSLO v1 (objects of kind SLO with time slices),
// and the source freshness of dbt. What one side cannot say is said in a note, one line for each class, and kept where
// the other side allows remarks (annotations, `meta`), so that what is written here reads back as it was.
// Pure functions; any thread. Errors: `input`, one line with the place. Files may be hostile: yaml_text.h caps them.
// Sources: the OpenSLO specification, v1, "SLO"; dbt's reference, "freshness" of sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/profile.h"
#include "models/domain/result.h"

namespace tidemark {

enum class ClassForm : std::uint8_t { openslo, dbt };

struct ClassesRead {
  std::vector<ClassProfile> classes;
  std::vector<std::string> notes;  // what is not kept
};
// Which form it is in, the text says itself; YAML or JSON. `file` is what errors call it.
Result<ClassesRead> read_classes(std::string_view text, const std::string& file);

struct ClassesWritten {
  std::string text;                // YAML
  std::vector<std::string> notes;  // what the form does not say, or says otherwise
};
// `service` is whose they are: the profile's name.
ClassesWritten write_classes(const std::vector<ClassProfile>& classes, ClassForm form, const std::string& service);

// {"classes": […]} as a profile has it.
std::string classes_text(const std::vector<ClassProfile>& classes);

}  // namespace tidemark
