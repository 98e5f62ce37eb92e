#include "ui/present/percent.h"

#include <QCoreApplication>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Board)
};

} // namespace

QString percent(double share)
{
    const bool nearlyAll = share >= 0.995 && share < 1;
    const bool nearlyNothing = share > 0 && share < 0.01;
    double shown = share * 100;
    if (nearlyAll)
        shown = std::min(shown, 99.9);
    if (nearlyNothing)
        shown = std::max(shown, 0.1);
    if (nearlyNothing && share < 0.0005)
        return Texts::tr("< %1 %").arg(shown, 0, 'f', 1);
    return Texts::tr("%1 %").arg(shown, 0, 'f', nearlyAll || nearlyNothing ? 1 : 0);
}

} // namespace convscope
