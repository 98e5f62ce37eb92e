#pragma once

#include "ui/choices/choices.h"

#include <QList>

namespace convscope {

/// Keeps what is told of changes, in its order.
struct Heard
{
    QObject context;
    QList<Choices::What> all;

    explicit Heard(const Choices &choices)
    {
        QObject::connect(&choices, &Choices::changed, &context, [this](Choices::What what) { all << what; });
    }
};

} // namespace convscope
