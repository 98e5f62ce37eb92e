#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace convscope {

class Microscope;

/// How the index stands, in a line, with what starts or stops its building.
class IndexBar : public QWidget
{
    Q_OBJECT
public:
    explicit IndexBar(Microscope &microscope, QWidget *parent = nullptr);

private:
    void refresh();
    QString text() const;

    Microscope &m_microscope;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_build;
    QToolButton *m_more;
    QTimer m_tick; ///< runs with the building: the time that is left changes
};

} // namespace convscope
