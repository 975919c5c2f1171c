// SPDX-License-Identifier: GPL-3.0-or-later
// Palette: a field to type a few letters into, and beneath it what fits: commands, places, findings. Up and Down
// choose, Enter goes there, Esc leaves. Where nothing fits, it says so. Whoever opens it fills it and does what was
// chosen. Thread rule: GUI thread.
#pragma once

#include <QDialog>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace tidemark::views {

class PaletteModel;

struct PaletteEntry {
  QString text;   // what it is called
  QString about;  // what it is: "Topic", "Screens"
  QString keys;   // of a command
};

class Palette final : public QDialog {
  Q_OBJECT
 public:
  explicit Palette(const QString& placeholder, QWidget* parent = nullptr);
  // All there is to choose from; what was typed stays.
  void set_entries(std::vector<PaletteEntry> entries);
  // What is said of the typed text by itself, before all that fits it. Chosen as -1 - index.
  void set_read(std::vector<PaletteEntry> entries);
  QString typed() const;
  // Whether something of the entries fits.
  bool fits(const QString& text) const;
  void type(const QString& text);
  // As shown.
  QStringList shown() const;

 signals:
  void edited(const QString& text);
  void chosen(int index);  // into the entries; below 0: of what was read

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  void choose(int row);
  void move(int by);

  QLineEdit* field_;
  QListView* list_;
  QLabel* nothing_;
  PaletteModel* model_;
};

}  // namespace tidemark::views
