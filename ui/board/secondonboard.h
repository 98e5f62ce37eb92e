#pragma once

#include "core/explain/networkpair.h"
#include "ui/present/session.h"

#include <QString>
#include <QStringList>
#include <memory>

namespace convscope {

/// The second network as the board asks it.
struct SecondOnBoard
{
    std::shared_ptr<const NetworkPair> pair = {}; ///< null while none is open
    QString identity = {}; ///< of the second network, as Request::network
    QStringList classNames = {}; ///< of the second network
    UsedSecond used = {}; ///< what is open, or being opened

    const NetworkMatch &match() const { return pair->match(); }
};

/// Why a question cannot be asked of that network, in a sentence; empty where it can.
QString whyNotAsked(const SecondOnBoard &second, AskedNetwork network, const MethodOptions &question);

} // namespace convscope
