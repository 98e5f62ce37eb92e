#pragma once

#include "ui/present/topclasses.h"

#include <QWidget>

namespace convscope {

/// The likeliest classes of a photo, each with its probability as a number and as a bar from 0 to 1.
class TopBars : public QWidget
{
    Q_OBJECT
public:
    explicit TopBars(QWidget *parent = nullptr);

    void show(const QList<TopClass> &top);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int lineHeight() const;

    QList<TopClass> m_top;
};

} // namespace convscope
