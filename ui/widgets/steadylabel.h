#pragma once

#include <QLabel>

namespace convscope {

/// A wrapped text that changes while one looks. It always takes the room of the longest text that it may
/// show, so that nothing around it moves.
class SteadyLabel : public QLabel
{
    Q_OBJECT
public:
    explicit SteadyLabel(QWidget *parent = nullptr);

    /// A text at least as long as any that is shown.
    void setLongest(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

private:
    QString m_longest;
};

} // namespace convscope
