// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/connecting.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <filesystem>

#include "app/session/connection/connection_check.h"
#include "app/settings/client_properties.h"
#include "app/settings/files.h"
#include "app/settings/profile_file.h"
#include "app/settings/secrets.h"
#include "models/domain/clock.h"
#include "models/items/format.h"
#include "views/connect/connect_form.h"
#include "views/connect/connect_page.h"

namespace tidemark::shell {
namespace {
constexpr int longest_name = 60;

// A file's name of a cluster's.
QString file_name(const std::string& name) {
  QString out;
  for (const QChar c : QString::fromStdString(name).left(longest_name))
    out += c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('.') ? c : QLatin1Char('-');
  return out.isEmpty() ? QStringLiteral("cluster") : out;
}

// Beside what others keep there; systemd's unit reads the profile from the same place.
QString profile_place(const QString& name) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
  return QDir(folder).filePath(QStringLiteral("tidemark/%1.json").arg(name));
}

QString timeline_place(const QString& name) {
  const std::filesystem::path beside = std::filesystem::path(default_timeline_path()).parent_path();
  return QDir(QString::fromStdString(beside.string())).filePath(name + QStringLiteral(".tidemark"));
}
}  // namespace

Connecting::Connecting(views::ConnectPage* page, QObject* parent) : QObject(parent), page_(page) {
  connect(page, &views::ConnectPage::changed, this, &Connecting::propose);
  connect(page, &views::ConnectPage::import_asked, this, &Connecting::import_properties);
  connect(page, &views::ConnectPage::test_asked, this, &Connecting::test);
  connect(page, &views::ConnectPage::stop_asked, this, [this] { thread_.request_stop(); });
  connect(page, &views::ConnectPage::left, this, [this] { thread_.request_stop(); });
  connect(page, &views::ConnectPage::collect_asked, this, &Connecting::save);
}

Connecting::~Connecting() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Connecting::propose() {
  profile_.reset();
  QString fault = page_->form()->fault();
  const Profile typed = page_->form()->profile();
  text_ = starter_profile(typed);
  if (fault.isEmpty()) {
    auto loaded = parse_profile(text_, {});
    if (loaded)
      profile_ = std::move(loaded->profile);
    else
      fault = format::text(loaded.error().line());
  }
  page_->show_proposal(QString::fromStdString(text_), fault);
  if (!profile_ || name_ == typed.name) return;
  name_ = typed.name;
  const QString name = file_name(name_);
  page_->show_places(profile_place(name), timeline_place(name));
}

void Connecting::import_properties() {
  const QString path = QFileDialog::getOpenFileName(page_, tr("Import client properties"), {},
                                                    tr("Client properties (*.properties);;All files (*)"));
  if (path.isEmpty()) return;
  const auto read = read_client_properties(path.toStdString());
  if (!read) return page_->say(format::text(read.error().line()), true);
  ClusterProfile cluster;
  cluster.bootstrap = read->bootstrap;
  cluster.client = read->settings;
  const auto referred = refer_secrets(cluster);
  page_->form()->fill(cluster);
  propose();
  if (!referred.empty()) page_->say(format::text(referred.front()), false);
}

void Connecting::test() {
  if (!profile_) return;
  if (thread_.joinable()) thread_.join();  // it has told its end: asking is disabled until then
  page_->show_asking(true);
  thread_ = std::jthread([this, profile = *profile_](const std::stop_token& stop) {
    const SystemClock clock;
    const Secrets secrets([](const std::string&) { return std::nullopt; });
    for (const CheckedEndpoint& named : named_connections(profile, secrets))
      QMetaObject::invokeMethod(
          this, [this, endpoint = named.endpoint] { page_->show_endpoint(endpoint); }, Qt::QueuedConnection);
    auto checked = check_connections(profile, {.secrets = secrets,
                                               .clock = clock,
                                               .stop = stop,
                                               .told = [this](const Endpoint& endpoint, const ConnectionStep& step) {
                                                 QMetaObject::invokeMethod(
                                                     this, [this, endpoint, step] { page_->show_step(endpoint, step); },
                                                     Qt::QueuedConnection);
                                               }});
    QMetaObject::invokeMethod(
        this,
        [this, done = std::move(checked)] {
          page_->show_asking(false);
          page_->show_checked(done);
        },
        Qt::QueuedConnection);
  });
}

void Connecting::save(const QString& profile, const QString& timeline) {
  if (!profile_) return;
  const std::string path = profile.toStdString();
  auto saved = make_parent_folder(path);
  if (saved) saved = write_new_file(path, text_);
  if (!saved) return page_->say(format::text(saved.error().line()), true);
  emit collect_asked(*profile_, timeline);
}

}  // namespace tidemark::shell
