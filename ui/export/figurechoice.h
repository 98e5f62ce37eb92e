#pragma once

#include "ui/present/figure.h"
#include "ui/present/session.h"

#include <QList>

namespace convscope {

/// What of the board is exported, and how.
struct FigureChoice
{
    QList<int> rows; ///< of the board, from top to bottom
    QList<int> columns;
    FigureStyle style;
    bool waits = false; ///< until what is being computed is there
    bool numbers = false; ///< arrays and weights as files, too
    std::filesystem::path numbersFolder; ///< empty: beside the figure
};

/// The chosen rows and columns alone.
Board part(const Board &board, const FigureChoice &choice);
Session part(const Session &session, const FigureChoice &choice);

/// What is asked for at the next start as well: looks, numbers, and the rows that are left out, by their ids.
struct FigureSettings
{
    FigureStyle style = {.widthCm = 16, .dpi = 300}; // the text of an A4 page is 16 cm wide
    bool numbers = false;
    QStringList rowsLeftOut;
    QString ending = QStringLiteral("png");
    std::filesystem::path folder; ///< where the last figure went
};

FigureSettings loadFigureSettings();
void saveFigureSettings(const FigureSettings &settings);

} // namespace convscope
