#pragma once

#include "core/network/network.h"

#include <QObject>

class QBoxLayout;
class QLabel;
class QPushButton;
class QWidget;

namespace convscope {

class NotesView;

/// Which network it is, how photos are prepared for it, and what is to be known of how it was taken. No
/// widget of its own: a layout takes the height that is missing in a low window from its highest part, and
/// that must not be these texts.
class NetworkHeader : public QObject
{
    Q_OBJECT
public:
    explicit NetworkHeader(QObject *parent = nullptr);

    /// Adds its parts at the end; they belong to the layout's widget.
    void addTo(QBoxLayout &layout) const;

    /// `name` says which network it is; where there is none, its file does.
    void showNetwork(const NetworkInfo &info, const QString &name);
    /// Takes its height anew, as goes by the window's.
    void fit();

Q_SIGNALS:
    /// The user wants to tell how photos are prepared.
    void inputAsked();
    /// It was trained on ImageNet.
    void imageNetAsked();

private:
    QWidget *makeInput();

    QLabel *m_summary;
    QLabel *m_input;
    QWidget *m_inputRow;
    NotesView *m_notes;
    QPushButton *m_imageNet; ///< where the notes say that the network may have been trained on it
};

} // namespace convscope
