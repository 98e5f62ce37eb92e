#pragma once

#include <QComboBox>

namespace convscope {

/// A box to choose from that may become narrower than what is chosen: what does not fit is cut in the middle,
/// and the tool tip has all of it. The list below it is as wide as its texts need.
class ElidedCombo : public QComboBox
{
    Q_OBJECT
public:
    /// At least so many characters are seen.
    explicit ElidedCombo(int characters, QWidget *parent = nullptr);

    /// What is seen of the text.
    QString shownText() const;
    void showPopup() override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int m_characters;
};

} // namespace convscope
