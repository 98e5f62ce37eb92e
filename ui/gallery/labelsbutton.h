#pragma once

#include "core/data/photoset.h"

#include <QToolButton>

class QActionGroup;

namespace convscope {

/// Says what told the labels of the photos, and lets the user choose otherwise.
class LabelsButton : public QToolButton
{
    Q_OBJECT
public:
    explicit LabelsButton(QWidget *parent = nullptr);

    void show(const PhotoSet &set);

Q_SIGNALS:
    void chosen(LabelsAsked labels);
    void mapAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QActionGroup *m_rules;
    QString m_text;
};

} // namespace convscope
