#pragma once

#include <QLineEdit>

namespace convscope {

/// A field to search in. Esc empties it, and only an empty one lets the window have that key; Down leads on
/// to what was found.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

Q_SIGNALS:
    void left(); ///< on to what was found

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace convscope
