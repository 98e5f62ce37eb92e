#pragma once

#include "tests/support/rows.h"
#include "ui/board/boardcontroller.h"
#include "ui/network/layermodel.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

namespace convscope {

/// The window, and what a test looks for in it.
struct Desktop
{
    MainWindow window;

    explicit Desktop(const WindowOptions &options = {})
        : window(options)
    {
        window.show();
    }

    template <typename T> T *find(const char *name) const
    {
        return window.findChild<T *>(QLatin1String(name));
    }
    BoardController *board() const { return window.findChild<BoardController *>(); }
    Choices *choices() const { return window.findChild<Choices *>(); }
    /// What the first row of a method asks.
    template <typename Options> Options asked() const { return convscope::asked<Options>(*choices()); }
    /// Shows the parameters of the first row with this id.
    void selectRow(const char *id) const { choices()->select(placeOf(choices()->rows(), QLatin1String(id))); }
    void trigger(const char *action) const { find<QAction>(action)->trigger(); }
    void select(std::initializer_list<int> rows) const
    {
        auto *list = find<QListView>("photos");
        list->selectionModel()->clearSelection();
        for (const int row : rows)
            list->selectionModel()->select(list->model()->index(row, 0), QItemSelectionModel::Select);
    }
    /// So that a whole board is done in seconds.
    void hurry() const
    {
        askForSamples(*choices(), 30);
        askForSteps(*choices(), 3);
    }
    QString message() const
    {
        const auto *bar = find<MessageBar>("messageBar");
        return bar->isVisible() ? bar->text() : QString();
    }
    QModelIndex layer(int index) const { return window.findChild<LayerModel *>()->indexOf(index); }
    bool all(CellState::Phase phase) const
    {
        for (int column = 0; column < board()->columnCount(); ++column) {
            for (int row = 0; row < board()->rowCount(); ++row) {
                if (board()->state(column, row).phase != phase)
                    return false;
            }
        }
        return board()->columnCount() > 0;
    }
    bool isDone() const { return all(CellState::Phase::Done); }
};

/// Settings and state of its own, for one test; warnings fail.
struct OwnSettings
{
    QTemporaryDir folder;

    OwnSettings()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("ConvscopeTest"));
        QCoreApplication::setApplicationName(QStringLiteral("ConvscopeTest"));
        // Of every warning but those on what the offscreen platform lacks.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
        QSettings::setPath(
            QSettings::NativeFormat, QSettings::UserScope, folder.filePath(QStringLiteral("settings")));
        qputenv("XDG_STATE_HOME", folder.filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_CACHE_HOME", folder.filePath(QStringLiteral("cache")).toUtf8());
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8());
    }
};

} // namespace convscope
