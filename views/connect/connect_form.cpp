// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/connect/connect_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <array>

#include "models/domain/secret.h"
#include "views/widgets/parts.h"

namespace tidemark::views {
namespace {
constexpr std::array protocols{"plaintext", "ssl", "sasl_plaintext", "sasl_ssl"};

std::string text_of(const QLineEdit* edit) { return edit->text().trimmed().toStdString(); }

void take(std::map<std::string, std::string>& settings, const char* key, QLineEdit* edit) {
  const auto found = settings.find(key);
  edit->setText(found == settings.end() ? QString() : QString::fromStdString(found->second));
  if (found != settings.end()) settings.erase(found);
}
}  // namespace

ConnectForm::ConnectForm(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Addresses and sign-in"));
  auto* form = form_ = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setVerticalSpacing(theme::grid);
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::DontWrapRows);
  bootstrap_ = add(form, tr("Brokers"), QStringLiteral("b1:9092,b2:9092"));
  name_ = add(form, tr("Name"), tr("as the first broker"));
  const auto choice = [&](const QString& name) {
    auto* box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* label = plain_label(theme::Face::text, nullptr, name);
    label->setAccessibleName(name);
    label->setBuddy(box);
    form->addRow(label, box);
    return box;
  };
  protocol_ = choice(tr("Security"));
  protocol_->addItems({tr("plain text"), tr("TLS"), tr("SASL, plain text"), tr("SASL over TLS")});
  mechanism_ = choice(tr("Mechanism"));
  mechanism_->addItems({QStringLiteral("SCRAM-SHA-512"), QStringLiteral("SCRAM-SHA-256"), QStringLiteral("PLAIN"),
                        QStringLiteral("GSSAPI")});
  user_ = add(form, tr("User"), {});
  password_ = add(form, tr("Password"), QStringLiteral("env:KAFKA_PASSWORD"));
  password_->setToolTip(
      tr("A reference: env:NAME or file:PATH, a file that only you may read. The password itself is kept "
         "nowhere."));
  authority_ = add(form, tr("Authority"), QStringLiteral("/etc/ssl/kafka-ca.pem"));
  connect_ = add(form, tr("Kafka Connect"), QStringLiteral("https://connect:8083"));
  registry_ = add(form, tr("Schema registry"), QStringLiteral("https://registry:8081"));
  catalog_ = add(form, tr("Iceberg catalog"), QStringLiteral("https://catalog/iceberg"));
  for (QComboBox* box : {protocol_, mechanism_})
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
      show_needed();
      emit changed();
    });
  show_needed();
}

QLineEdit* ConnectForm::add(QFormLayout* form, const QString& name, const QString& example) {
  auto* edit = new QLineEdit(this);
  edit->setAccessibleName(name);
  edit->setPlaceholderText(example);
  auto* label = plain_label(theme::Face::text, nullptr, name);
  label->setAccessibleName(name);
  label->setBuddy(edit);
  form->addRow(label, edit);
  connect(edit, &QLineEdit::textChanged, this, &ConnectForm::changed);
  return edit;
}

bool ConnectForm::has_tls() const { return protocol_->currentIndex() % 2 == 1; }
bool ConnectForm::has_sasl() const { return protocol_->currentIndex() >= 2; }

void ConnectForm::show_needed() {
  for (QWidget* widget : std::initializer_list<QWidget*>{mechanism_, user_, password_})
    form_->setRowVisible(widget, has_sasl());
  form_->setRowVisible(authority_, has_tls());
}

QString ConnectForm::fault() const {
  if (bootstrap_->text().trimmed().isEmpty()) return tr("Name a broker: host:9092.");
  const std::string password = text_of(password_);
  if (has_sasl() && !password.empty() && !is_secret_reference(password))
    return tr("A password is a reference: env:NAME or file:PATH. The password itself is kept nowhere.");
  return {};
}

Profile ConnectForm::profile() const {
  ClusterProfile cluster;
  cluster.bootstrap = text_of(bootstrap_);
  cluster.name = ClusterName(text_of(name_));
  if (cluster.name.value().empty()) {
    const std::string first = cluster.bootstrap.substr(0, cluster.bootstrap.find(','));
    cluster.name = ClusterName(first.ends_with(']') ? first : first.substr(0, first.rfind(':')));
  }
  cluster.client = more_;
  const auto put = [&](const char* key, const std::string& value, bool needed) {
    if (needed && !value.empty()) cluster.client[key] = value;
  };
  put("security.protocol", protocols.at(static_cast<std::size_t>(protocol_->currentIndex())), has_tls() || has_sasl());
  put("sasl.mechanism", mechanism_->currentText().toStdString(), has_sasl());
  put("sasl.username", text_of(user_), has_sasl());
  put("sasl.password", text_of(password_), has_sasl());
  put("ssl.ca.location", text_of(authority_), has_tls());
  Profile out;
  out.name = cluster.name.value();
  out.clusters = {cluster};
  if (const std::string url = text_of(connect_); !url.empty()) out.connect.emplace_back().url = url;
  if (const std::string url = text_of(registry_); !url.empty()) out.registries.emplace_back().url = url;
  if (const std::string url = text_of(catalog_); !url.empty()) out.catalogs.emplace_back().url = url;
  for (ConnectProfile& one : out.connect) one.name = "connect";
  for (RegistryProfile& one : out.registries) one.name = "registry";
  for (CatalogProfile& one : out.catalogs) {
    one.name = "catalog";
    one.type = "iceberg-rest";
  }
  return out;
}

void ConnectForm::fill(const ClusterProfile& cluster) {
  const QSignalBlocker quiet(this);
  more_ = cluster.client;
  if (!cluster.bootstrap.empty()) bootstrap_->setText(QString::fromStdString(cluster.bootstrap));
  const QString protocol = QString::fromStdString(more_["security.protocol"]).toLower();
  for (std::size_t i = 0; i < protocols.size(); ++i)
    if (protocol.isEmpty() ? i == 0 : protocol == QLatin1String(protocols[i]))
      protocol_->setCurrentIndex(static_cast<int>(i));
  const QString mechanism = QString::fromStdString(more_["sasl.mechanism"] + more_["sasl.mechanisms"]);
  if (const int index = mechanism_->findText(mechanism); index >= 0) mechanism_->setCurrentIndex(index);
  for (const char* key : {"security.protocol", "sasl.mechanism", "sasl.mechanisms"}) more_.erase(key);
  take(more_, "sasl.username", user_);
  take(more_, "sasl.password", password_);
  take(more_, "ssl.ca.location", authority_);
  show_needed();
}

}  // namespace tidemark::views
