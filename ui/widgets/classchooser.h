#pragma once

#include <QComboBox>
#include <QFrame>
#include <functional>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace convscope {

/// A popup to choose one of many classes from: a field to type a part of the name or the number into, and
/// below it the classes that match. Closes and deletes itself when one is chosen, by Esc or by a click beside
/// it.
class ClassChooser : public QFrame
{
    Q_OBJECT
public:
    /// Offers the rows of the first column of `model`, which must outlive it. A class's number is its
    /// Qt::UserRole, where the text does not say it.
    ClassChooser(QAbstractItemModel &model, int current, QWidget *parent);

    /// Below what `anchor` frames on the screen, or above it where there is no room.
    void popUp(const QRect &anchor);

Q_SIGNALS:
    void chosen(int row);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void choose(const QModelIndex &index);

    QSortFilterProxyModel *m_found;
    QLineEdit *m_search;
    QListView *m_list;
};

/// Lets the user choose one of these classes; `chosen` hears its number, unless none is chosen.
void chooseClass(QWidget *parent, const QRect &anchor, const QStringList &classNames, int current,
    std::function<void(int label)> chosen);

/// A class with its number, as it stands in lists and menus.
QString numberedClass(int label, const QStringList &classNames);

/// A box that opens a ClassChooser in place of a list, which with a thousand classes would fill the screen.
class ClassBox : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

    void showPopup() override;
};

} // namespace convscope
