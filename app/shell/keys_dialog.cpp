// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/keys_dialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/actions/actions.h"
#include "app/shell/key_choices.h"
#include "views/widgets/parts.h"

namespace tidemark::shell {
namespace {
constexpr int width_px = 620;
constexpr int height_px = 600;
constexpr int keys_px = 170;
constexpr int command_role = Qt::UserRole;  // index into commands()

struct Extra {
  const char* keys;
  const char* does;
};
// Keys of the views themselves; they are no commands of the window and stay as they are.
constexpr Extra extras[] = {
    {"Enter", QT_TRANSLATE_NOOP("Keys", "Open the row; on the chart: the record's journey")},
    {"Esc", QT_TRANSLATE_NOOP("Keys", "Clear the filter or the crosshair")},
    {"Shift+Left, Shift+Right", QT_TRANSLATE_NOOP("Keys", "Crosshair one poll back or on")},
    {"Up, Down", QT_TRANSLATE_NOOP("Keys", "On the chart: zoom at the crosshair")},
    {"Ctrl+Wheel", QT_TRANSLATE_NOOP("Keys", "Zoom at the cursor; the wheel alone pans")},
};

QString written(const QList<QKeySequence>& keys) {
  QStringList all;
  for (const QKeySequence& one : keys) all << one.toString(QKeySequence::NativeText);
  return all.join(QStringLiteral(", "));
}
}  // namespace

KeysDialog::KeysDialog(const actions::Actions& actions, QWidget* window)
    : QDialog(window),
      actions_(actions),
      filter_(new QLineEdit(this)),
      list_(new QTreeWidget(this)),
      of_(views::plain_label(theme::Face::strong)),
      keys_(new QKeySequenceEdit(this)),
      use_(new QPushButton(tr("Use"), this)),
      own_(new QPushButton(tr("As delivered"), this)),
      says_(views::plain_label(theme::Face::text, "muted")) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("keys"));
  setWindowTitle(tr("Keys"));
  setAccessibleName(windowTitle());
  resize(width_px, height_px);
  filter_->setPlaceholderText(tr("Filter"));
  filter_->setAccessibleName(filter_->placeholderText());
  filter_->setClearButtonEnabled(true);
  list_->setObjectName(QStringLiteral("list"));
  list_->setAccessibleName(windowTitle());
  list_->setColumnCount(2);
  list_->setHeaderHidden(true);
  list_->setIndentation(2 * theme::grid);
  list_->setRootIsDecorated(false);
  list_->header()->setAccessibleName(windowTitle());
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list_->header()->setSectionResizeMode(1, QHeaderView::Fixed);
  list_->header()->resizeSection(1, keys_px);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(24, 20, 24, 20);
  layout->setSpacing(12);
  layout->addWidget(filter_);
  layout->addWidget(list_, 1);
  layout->addWidget(change_line());
  layout->addWidget(says_);
  connect(filter_, &QLineEdit::textChanged, this, &KeysDialog::filter);
  connect(list_, &QTreeWidget::currentItemChanged, this, &KeysDialog::show_current);
  connect(list_, &QTreeWidget::itemActivated, this, [this] { keys_->setFocus(); });
  connect(keys_, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::look);
  connect(use_, &QPushButton::clicked, this,
          [this] { choose(keys_->keySequence().isEmpty() ? QList<QKeySequence>() : QList{keys_->keySequence()}); });
  connect(own_, &QPushButton::clicked, this, [this] { choose(actions::own_keys(*current())); });
  fill();
  show_current();
}

QWidget* KeysDialog::change_line() {
  auto* line = new QWidget(this);
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(0, 0, 0, 0);
  of_->setMinimumWidth(keys_px);
  keys_->setAccessibleName(tr("New keys"));
  if (auto* field = keys_->findChild<QLineEdit*>()) field->setAccessibleName(keys_->accessibleName());
  for (QPushButton* button : {use_, own_}) {
    button->setAccessibleName(button->text());
    button->setAutoDefault(false);
  }
  says_->setAccessibleName(tr("What is wrong with the keys"));
  layout->addWidget(of_, 1);
  layout->addWidget(keys_);
  layout->addWidget(use_);
  layout->addWidget(own_);
  return line;
}

void KeysDialog::fill() {
  list_->clear();
  QTreeWidgetItem* section = nullptr;
  const auto commands = actions_.commands();
  const auto add = [&](const QString& title) {
    section = new QTreeWidgetItem(list_, {title});
    section->setFlags(Qt::ItemIsEnabled);
    section->setFont(0, theme::font(theme::Face::strong));
    section->setFirstColumnSpanned(true);
  };
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (const QString title = actions::translated(commands[i].section); !section || section->text(0) != title)
      add(title);
    auto* item = new QTreeWidgetItem(
        section, {actions::translated(commands[i].text), written(actions_.action(commands[i].id)->shortcuts())});
    item->setData(0, command_role, static_cast<int>(i));
  }
  add(tr("In the views"));
  for (const Extra& extra : extras)
    new QTreeWidgetItem(section, {QCoreApplication::translate("Keys", extra.does), QLatin1String(extra.keys)});
  list_->expandAll();
}

void KeysDialog::filter(const QString& words) {
  for (int i = 0; i < list_->topLevelItemCount(); ++i) {
    QTreeWidgetItem* section = list_->topLevelItem(i);
    int shown = 0;
    for (int j = 0; j < section->childCount(); ++j) {
      QTreeWidgetItem* item = section->child(j);
      const bool fits =
          item->text(0).contains(words, Qt::CaseInsensitive) || item->text(1).contains(words, Qt::CaseInsensitive);
      item->setHidden(!fits);
      shown += fits ? 1 : 0;
    }
    section->setHidden(shown == 0);
  }
}

const actions::Command* KeysDialog::current() const {
  const QTreeWidgetItem* item = list_->currentItem();
  const QVariant index = item ? item->data(0, command_role) : QVariant();
  return index.isValid() ? &actions_.commands()[static_cast<std::size_t>(index.toInt())] : nullptr;
}

void KeysDialog::show_current() {
  const actions::Command* command = current();
  of_->setText(command ? actions::translated(command->text) : tr("Choose a command"));
  of_->setAccessibleName(of_->text());
  keys_->setEnabled(command);
  own_->setEnabled(command && !has_own_keys(actions_, *command));
  keys_->clear();
  look();
}

void KeysDialog::look() {
  const actions::Command* command = current();
  const actions::Command* owner = keys_->keySequence().isEmpty() ? nullptr : actions_.owner_of(keys_->keySequence());
  const bool taken = owner && owner != command;
  use_->setEnabled(command && !taken);
  use_->setText(keys_->keySequence().isEmpty() ? tr("No key") : tr("Use"));
  use_->setAccessibleName(use_->text());
  views::set_tone(says_, taken ? "error" : "muted");
  says_->setText(!command ? QString()
                 : taken  ? tr("%1 has these keys: give it others first.").arg(actions::translated(owner->text))
                          : tr("Press the new keys in the field."));
}

void KeysDialog::choose(const QList<QKeySequence>& keys) {
  const actions::Command* command = current();
  if (!command) return;
  choose_keys(actions_, *command, keys);
  list_->currentItem()->setText(1, written(keys));
  show_current();
}

}  // namespace tidemark::shell
