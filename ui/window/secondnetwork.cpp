#include "ui/window/secondnetwork.h"

#include "ui/present/paths.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"

#include <utility>

namespace convscope {

namespace {

namespace fs = std::filesystem;

bool isSameFile(const fs::path &a, const fs::path &b)
{
    std::error_code problem;
    if (fs::equivalent(a, b, problem))
        return true;
    return fs::file_size(a, problem) == fs::file_size(b, problem) && !problem && fileHash(a) == fileHash(b);
}

QString drawnIdentity(const DrawnAnew &drawn)
{
    return QStringLiteral("drawn %1 %2").arg(drawn.modules).arg(drawn.seed);
}

/// Which class of B is asked about follows from the names of both networks' classes, which may change while
/// the networks stay the same.
QString sharedClasses(const NetworkPair &pair)
{
    QStringList labels;
    if (pair.match().hasSameClasses())
        return {};
    for (int label = 0; label < pair.first().info().classCount; ++label) {
        const std::optional<int> other = pair.match().classInSecond(label);
        labels += other ? QString::number(*other) : QString();
    }
    return labels.join(u',');
}

} // namespace

SecondNetwork::SecondNetwork(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void SecondNetwork::want(const UsedSecond &wanted)
{
    m_opening = {};
    m_used = wanted;
    m_pair.reset();
    m_identity.clear();
    m_isNew = false;
    Q_EMIT changed();
}

void SecondNetwork::open(const UsedSecond &wanted)
{
    want(wanted);
    m_isNew = true;
    reopen();
}

void SecondNetwork::reopen()
{
    m_opening = {};
    m_pair.reset();
    if (!m_used.isOpen() || !m_workspace.network())
        return;
    m_opening = m_workspace.networkLane().call<Opened>(
        {Urgency::Open, [this] { return tr("Opening network B: %1").arg(name()); }},
        [first = m_workspace.network(), used = m_used, options = options()] {
            return opening(first, used, options);
        },
        {
            .done = [this](const Opened &opened) { take(opened); },
            .failed =
                [this, file = m_used.network.file.file](const Error &error) {
                    giveUp();
                    Q_EMIT failed(sentence(file.empty() ? error : error.about(file)));
                },
            .progress = {},
            .stopped = [this](const auto &) { giveUp(); },
        });
    Q_EMIT changed();
}

void SecondNetwork::giveUp() { want({}); }

/// As the first network runs. What was told of the input of that one holds for this one, too, unless it was
/// told otherwise, or a file beside it says otherwise.
NetworkOptions SecondNetwork::options() const
{
    NetworkOptions options = m_workspace.networkOptions();
    options.output.clear();
    options.input.reset();
    if (m_used.network.inputOrigin == InputOrigin::Told)
        options.input = m_used.network.input;
    else
        options.input = m_workspace.toldInput();
    return options;
}

SecondNetwork::Opened SecondNetwork::opening(
    std::shared_ptr<const Network> first, const UsedSecond &used, const NetworkOptions &options)
{
    Opened opened;
    if (used.drawn) {
        opened.pair = std::make_shared<const NetworkPair>(first, drawnAnew(*first, *used.drawn));
        opened.identity = drawnIdentity(*used.drawn);
        opened.notes = opened.pair->match().notes();
        return opened;
    }
    const fs::path &file = used.network.file.file;
    NetworkOptions its = options;
    if (used.network.inputOrigin != InputOrigin::Told && inputBeside(file))
        its.input.reset();
    const std::optional<FileStamp> stamp = stampOf(file); // before it is read
    const std::shared_ptr<const Network> second = openNetwork(file, its);
    opened.pair = std::make_shared<const NetworkPair>(first, second);
    opened.identity = Workspace::identityOf(second->info(), stamp);
    opened.notes = opened.pair->match().notes();
    if (isSameFile(first->info().file, file))
        opened.notes.insert(opened.notes.begin(), Note::SameNetworkTwice);
    return opened;
}

void SecondNetwork::take(const Opened &opened)
{
    static int unnamed = 0;
    m_pair = opened.pair;
    m_identity = opened.identity.isEmpty() ? QStringLiteral("unnamed %1").arg(++unnamed) : opened.identity;
    m_identity += u' ' + sharedClasses(*m_pair);
    if (!m_used.drawn) {
        const NetworkInfo &info = m_pair->second().info();
        // What was told of the first network was not told of this one.
        const InputOrigin origin =
            info.inputOrigin == InputOrigin::Told ? m_used.network.inputOrigin : info.inputOrigin;
        m_used.network = {{info.file, m_used.network.file.hash}, info.precision,
            QString::fromStdString(info.device), info.input, origin};
    }
    Q_EMIT changed();
    Q_EMIT this->opened(sentences(opened.notes), std::exchange(m_isNew, false));
}

SecondOnBoard SecondNetwork::onBoard() const
{
    SecondOnBoard board{m_pair, m_identity, {}, m_used};
    if (!m_pair)
        return board;
    const std::vector<std::string> &own = m_pair->second().info().input.classNames;
    for (const std::string &each : own)
        board.classNames += displayText(each);
    if (own.empty() && m_pair->match().hasSameClasses())
        board.classNames = m_workspace.classNames();
    return board;
}

QString SecondNetwork::name() const
{
    if (!m_used.drawn)
        return nameInFolder(m_used.network.file.file);
    if (m_used.drawn->modules == 0)
        return tr("A with all layers drawn anew");
    if (m_used.drawn->modules == 1)
        return tr("A with its last layer drawn anew");
    return tr("A with its last %1 layers drawn anew").arg(m_used.drawn->modules);
}

} // namespace convscope
