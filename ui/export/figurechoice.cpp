#include "ui/export/figurechoice.h"

#include <QSettings>
#include <algorithm>

namespace convscope {

namespace {

template <typename T> QList<T> picked(const QList<T> &all, const QList<int> &places)
{
    QList<T> some;
    for (const int place : places) {
        if (place >= 0 && place < all.size())
            some += all[place];
    }
    return some;
}

double bounded(const QVariant &value, double min, double max, double standard)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? std::clamp(number, min, max) : standard;
}

} // namespace

Board part(const Board &board, const FigureChoice &choice)
{
    Board some{picked(board.rows, choice.rows), picked(board.columns, choice.columns)};
    for (BoardColumn &column : some.columns)
        column.cells = picked(column.cells, choice.rows);
    return some;
}

Session part(const Session &session, const FigureChoice &choice)
{
    Session some = session;
    some.rows = picked(session.rows, choice.rows);
    some.photos = picked(session.photos, choice.columns);
    return some;
}

FigureSettings loadFigureSettings()
{
    const FigureSettings standard;
    FigureSettings kept;
    QSettings settings;
    settings.beginGroup(QStringLiteral("figure"));
    kept.style.widthCm =
        bounded(settings.value(QStringLiteral("widthCm")), 1, maxWidthCm, *standard.style.widthCm);
    kept.style.dpi = bounded(settings.value(QStringLiteral("dpi")), minDpi, maxDpi, standard.style.dpi);
    kept.style.fontPoints = bounded(settings.value(QStringLiteral("fontPoints")), minFontPoints,
        maxFontPoints, standard.style.fontPoints);
    kept.style.captions = settings.value(QStringLiteral("captions"), true).toBool();
    kept.style.originals = settings.value(QStringLiteral("originals"), false).toBool();
    kept.style.photosAsRows = settings.value(QStringLiteral("photosAsRows"), false).toBool();
    kept.style.language = settings.value(QStringLiteral("language")).toString();
    kept.numbers = settings.value(QStringLiteral("numbers"), false).toBool();
    kept.rowsLeftOut = settings.value(QStringLiteral("rowsLeftOut")).toStringList();
    kept.ending = settings.value(QStringLiteral("ending"), standard.ending).toString();
    kept.folder = settings.value(QStringLiteral("folder")).toByteArray().toStdString();
    return kept;
}

void saveFigureSettings(const FigureSettings &kept)
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("figure"));
    settings.setValue(QStringLiteral("widthCm"), kept.style.widthCm.value_or(0));
    settings.setValue(QStringLiteral("dpi"), kept.style.dpi);
    settings.setValue(QStringLiteral("fontPoints"), kept.style.fontPoints);
    settings.setValue(QStringLiteral("captions"), kept.style.captions);
    settings.setValue(QStringLiteral("originals"), kept.style.originals);
    settings.setValue(QStringLiteral("photosAsRows"), kept.style.photosAsRows);
    settings.setValue(QStringLiteral("language"), kept.style.language);
    settings.setValue(QStringLiteral("numbers"), kept.numbers);
    settings.setValue(QStringLiteral("rowsLeftOut"), kept.rowsLeftOut);
    settings.setValue(QStringLiteral("ending"), kept.ending);
    settings.setValue(QStringLiteral("folder"), QByteArray::fromStdString(kept.folder.string()));
}

} // namespace convscope
