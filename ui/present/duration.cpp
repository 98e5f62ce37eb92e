#include "ui/present/duration.h"

#include <QCoreApplication>
#include <algorithm>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Duration)
};

} // namespace

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 seconds = std::max<qint64>(1, qRound64(double(duration.count()) / 1000));
    if (seconds < 60)
        return Texts::tr("%1 s").arg(seconds);
    const qint64 minutes = qRound64(double(seconds) / 60);
    if (minutes < 60)
        return Texts::tr("%1 min").arg(minutes);
    return Texts::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace convscope
