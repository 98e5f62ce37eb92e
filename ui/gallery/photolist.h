#pragma once

#include <QListView>

namespace convscope {

class PhotoDelegate;

/// The grid of photos. All are of one size, so that any number of them is laid out within a frame; they fill
/// the width that there is.
class PhotoList : public QListView
{
    Q_OBJECT
public:
    explicit PhotoList(QWidget *parent = nullptr);

    /// The pictures are at least so large, in pixels of the layout, and as much larger as fills the width.
    void setWanted(int side);
    int wanted() const { return m_wanted; }

Q_SIGNALS:
    void pinAsked(const QModelIndex &photo); ///< Space
    void pictureChanged(int side);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dataChanged(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;

private:
    void fit();

    PhotoDelegate *m_delegate;
    int m_wanted = 96;
};

} // namespace convscope
