#pragma once

#include <QListView>

namespace convscope {

/// The grid of photos. All are of one size, so that any number of them is laid out within a frame.
class PhotoList : public QListView
{
    Q_OBJECT
public:
    /// `side` of the pictures, for the least width: two beside each other.
    explicit PhotoList(int side, QWidget *parent = nullptr);

Q_SIGNALS:
    void pinAsked(const QModelIndex &photo); ///< Space

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dataChanged(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
};

} // namespace convscope
