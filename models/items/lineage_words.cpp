// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <map>

#include "models/items/format.h"
#include "models/items/provenance_models.h"

namespace tidemark::lineage_words {
namespace {
struct LineageWords {
  Q_DECLARE_TR_FUNCTIONS(LineageWords)
};
}  // namespace

QString complete(std::string_view word) {
  if (word == "exact") return LineageWords::tr("exact");
  if (word == "bounded") return LineageWords::tr("bounded");
  return LineageWords::tr("unknown");
}

QString bound(std::string_view word) {
  if (word == "at-least") return LineageWords::tr("at least");
  if (word == "at-most") return LineageWords::tr("at most");
  if (word == "about") return LineageWords::tr("about");
  return complete(word);
}

QString field(std::string_view name) {
  const std::map<std::string_view, QString> names{{"kind", LineageWords::tr("kind")},
                                                  {"model", LineageWords::tr("model")},
                                                  {"model_version", LineageWords::tr("model version")},
                                                  {"embedding_model", LineageWords::tr("embedding model")},
                                                  {"embedding_version", LineageWords::tr("embedding version")},
                                                  {"chunking_version", LineageWords::tr("chunking version")},
                                                  {"transform_version", LineageWords::tr("transform version")},
                                                  {"metadata_policy", LineageWords::tr("metadata policy")},
                                                  {"access_tag", LineageWords::tr("access tag")},
                                                  {"region", LineageWords::tr("region")},
                                                  {"deletion_state", LineageWords::tr("deletions")},
                                                  {"job_id", LineageWords::tr("job")},
                                                  {"after", LineageWords::tr("goes on from")}};
  const auto found = names.find(name);
  return found == names.end() ? format::text(name) : found->second;
}

QString model(const LineageRun& run) {
  const bool trained = !run.model.empty() || run.embedding_model.empty();
  const QString name = format::text(trained ? run.model : run.embedding_model);
  const QString version = format::text(run.model_version.empty() ? run.embedding_version : run.model_version);
  return version.isEmpty() ? name : name.isEmpty() ? version : name + QLatin1Char(' ') + version;
}

QString doubts(const std::vector<Doubt>& doubts) {
  QStringList out;
  for (const Doubt& doubt : doubts) out << format::text(text_of(doubt));
  out.removeDuplicates();
  return out.join(QLatin1Char('\n'));
}

}  // namespace tidemark::lineage_words
