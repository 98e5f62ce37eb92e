#pragma once

#include "ui/present/stripplot.h"

#include <QWidget>
#include <functional>
#include <optional>

namespace convscope {

/// A strip plot on the screen. The pointer tells which photo a dot is; a click asks for it.
class StripView : public QWidget
{
    Q_OBJECT
public:
    /// What a photo is called, by its place.
    using NameOf = std::function<QString(std::size_t)>;

    explicit StripView(QWidget *parent = nullptr);

    void setPlot(StripPlot plot, NameOf nameOf);

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void photoAsked(std::size_t place);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void arrange();
    std::optional<StripLayout::Dot> dotAt(QPointF point) const;
    QString textOf(const StripLayout::Dot &dot) const;

    StripPlot m_plot;
    NameOf m_nameOf;
    std::optional<StripLayout> m_layout;
};

} // namespace convscope
