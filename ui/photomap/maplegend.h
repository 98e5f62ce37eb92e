#pragma once

#include "ui/present/photomap.h"

#include <QListWidget>
#include <QWidget>

class QLabel;

namespace convscope {

/// What the marks of a map mean: a line for each class with its mark and how many photos it has, or the
/// colours of values. A line that is chosen asks for its photos.
class MapLegend : public QWidget
{
    Q_OBJECT
public:
    explicit MapLegend(QWidget *parent = nullptr);

    void show(const QString &title, const MapMarks &marks);

Q_SIGNALS:
    /// Of the marks' groups.
    void groupAsked(int group, bool adds);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();

    MapMarks m_marks;
    QLabel *m_title;
    QWidget *m_bar;
    QListWidget *m_list;
};

} // namespace convscope
