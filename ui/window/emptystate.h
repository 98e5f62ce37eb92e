#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace convscope {

/// In place of the board while something is missing: says what it is, and offers to open it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `opening` names what is being opened, if anything is.
    void show(bool hasPhotos, bool hasNetwork, const QString &opening);

Q_SIGNALS:
    void photosAsked();
    void networkAsked();
    void demoAsked();

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_photos;
    QPushButton *m_network;
    QPushButton *m_demo;
};

} // namespace convscope
