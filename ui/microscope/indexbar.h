#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
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
    void addMenu();
    void ask(const char *name, const QString &title, const QString &question, void (Microscope::*removal)());
    void refresh();
    QString text() const;
    QString buildText() const;

    Microscope &m_microscope;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_again; ///< where it could not be read
    QPushButton *m_build;
    QToolButton *m_more;
    QAction *m_removeThis;
    QTimer m_tick; ///< runs with the building: the time that is left changes
};

} // namespace convscope
