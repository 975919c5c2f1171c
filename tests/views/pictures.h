// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that tests make, for eyes and for comparisons: in the build folder, under pictures/.
#pragma once

#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace tidemark::test {

inline QImage picture(QWidget& widget, const QString& name, qreal scale = 1) {
  QImage image(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  image.fill(Qt::transparent);
  widget.render(&image);
  const QDir folder(QStringLiteral(TIDEMARK_BINARY_DIR "/pictures"));
  folder.mkpath(QStringLiteral("."));
  image.save(folder.filePath(name + QStringLiteral(".png")));
  return image;
}

}  // namespace tidemark::test
