#include "ui/window/workspace.h"

#include "core/data/classnames.h"
#include "core/runtime.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr int readerThreads = 2;
/// Steps take less than 100 ms on the notebook's networks, and opening a large network from a slow disk some
/// seconds.
constexpr std::chrono::seconds silentAfter(10);
constexpr std::chrono::seconds waitAtEnd(2);

QStringList toStrings(const std::vector<std::string> &texts)
{
    QStringList strings;
    for (const std::string &text : texts)
        strings << QString::fromStdString(text);
    return strings;
}

/// What answers depend on besides the network's file.
QString askedOf(const NetworkInfo &info)
{
    return QStringLiteral("%1 %2 ").arg(
               QLatin1String(name(info.precision)), QString::fromStdString(info.device))
        + QString::fromStdString(preparationJson(info.input));
}

/// Of the file as it is now. Empty where the system does not tell.
QString identityOf(const std::filesystem::path &file, const std::optional<FileStamp> &stamp)
{
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(file, error);
    if (!stamp || error)
        return {};
    return QStringLiteral("%1 %2 ").arg(stamp->size).arg(stamp->changed)
        + QString::fromLatin1(QByteArray::fromStdString(whole.string()));
}

bool isNumber(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

Workspace::Workspace(const NetworkOptions &options, int threads, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_threadsAsked(threads)
    , m_networkLane(new Lane(1, this))
    , m_readers(new Lane(readerThreads, this))
{
    m_options.input.reset();
    m_networkLane->setObjectName(QStringLiteral("networkLane"));
    m_networkLane->setPatience(silentAfter, waitAtEnd);
    connect(m_networkLane, &Lane::silenceChanged, this, &Workspace::tellSilence);
    connect(m_networkLane, &Lane::gaveUp, this, &Workspace::tellGivenUp);
}

void Workspace::openNetwork(const std::filesystem::path &file, const std::optional<InputDescription> &input)
{
    m_networkToOpen = file;
    m_inputToOpen = input;
    NetworkOptions options = m_options;
    options.input = input;
    m_openingNetwork = m_networkLane->call<Opened>(
        {Urgency::Open, tr("Opening %1").arg(displayText(file.filename()))},
        [file, options, threads = m_threadsAsked] {
            const int used = useThreads(threads); // loads LibTorch, which the window does not wait for
            const std::optional<FileStamp> stamp = stampOf(file); // before it is read, which may take a while
            std::shared_ptr<const Network> network = convscope::openNetwork(file, options);
            return describe(std::move(network), stamp, used);
        },
        {
            .done =
                [this](const Opened &opened) {
                    m_network = opened.network;
                    m_networkIdentity = opened.identity.isEmpty() || m_givenUp == 0
                        ? opened.identity
                        : QStringLiteral("%1 %2").arg(opened.identity).arg(m_givenUp);
                    m_networkSource = opened.source;
                    m_threads = opened.threads;
                    Q_EMIT networkOpened();
                    Q_EMIT openingChanged();
                    // The number of classes tells which file names state a label.
                    if (hasPhotos() && m_listedClasses != classCount())
                        listAgain();
                },
            .failed =
                [this, file](const Error &error) {
                    if (m_network)
                        m_options.precision = m_network->info().precision;
                    Q_EMIT networkFailed(sentence(error.file().empty() ? error.in(file) : error));
                    Q_EMIT openingChanged();
                },
            .progress = {},
            .stopped = [this](const auto &) { Q_EMIT openingChanged(); },
        });
    Q_EMIT openingChanged();
}

Workspace::Opened Workspace::describe(
    std::shared_ptr<const Network> network, const std::optional<FileStamp> &stamp, int threads)
{
    const std::filesystem::path &file = network->info().file;
    const QString asked = askedOf(network->info());
    const QString identity = identityOf(file, stamp);
    return {std::move(network), identity.isEmpty() ? identity : identity + u' ' + asked, {file, stamp, asked},
        threads};
}

void Workspace::tellSilence()
{
    const std::optional<JobInfo> &silent = m_networkLane->silentJob();
    if (!silent)
        Q_EMIT networkSilent({});
    else if (silent->urgency == Urgency::Open)
        Q_EMIT networkSilent(displayText(m_networkToOpen.filename()));
    else if (m_network)
        Q_EMIT networkSilent(displayText(m_network->info().file.filename()));
}

/// The network stays on the board with what it has answered; whatever else it is asked fails, as a thread
/// that nobody can end may still run it. Opened again it is another one, of which no such failure is
/// remembered. What was given up while it was opened is told where opening fails.
void Workspace::tellGivenUp(const JobInfo &job)
{
    ++m_givenUp;
    if (job.urgency != Urgency::Open && m_network)
        Q_EMIT networkFailed(sentence(Error(ErrorKind::NetworkDoesNotAnswer, m_network->info().file)));
}

void Workspace::setPrecision(Precision precision)
{
    if (precision == m_options.precision)
        return;
    m_options.precision = precision;
    if (m_openingNetwork.isActive())
        openNetwork(m_networkToOpen, m_inputToOpen);
    else if (m_network)
        openNetwork(m_network->info().file, toldInput());
}

std::optional<InputDescription> Workspace::toldInput() const
{
    if (!m_network || m_network->info().inputOrigin != InputOrigin::Told)
        return {};
    return m_network->info().input;
}

QString Workspace::opening() const
{
    if (m_openingNetwork.isActive())
        return displayText(m_networkToOpen.filename());
    if (m_openingPhotos.isActive())
        return displayText(m_folderToOpen.filename());
    return {};
}

int Workspace::classCount() const
{
    return m_network ? m_network->info().classCount : int(food11ClassNames().size());
}

void Workspace::openPhotos(const std::filesystem::path &folder, const QString &split)
{
    using Listed = std::shared_ptr<const PhotoSet>;
    const auto found = [](PhotoListing &listing) {
        Listed set = listing.result();
        return set->photos.empty() ? std::nullopt : std::optional(std::move(set));
    };
    m_folderToOpen = folder;
    const int classes = classCount();
    m_openingPhotos = m_readers->start<PhotoListing, Listed>(
        {Urgency::Open, tr("Listing %1").arg(displayText(folder.filename()))},
        [folder, split, classes] {
            return std::make_unique<PhotoListing>(folder, split.toStdString(), classes);
        },
        found,
        {
            .done = [=, this](Listed set) { showListed(folder, classes, std::move(set), true); },
            .failed =
                [this](const Error &error) {
                    Q_EMIT photosFailed(sentence(error));
                    Q_EMIT openingChanged();
                },
            .progress = {},
            .stopped = [this](const auto &) { Q_EMIT openingChanged(); },
        });
    Q_EMIT openingChanged();
}

void Workspace::openPhotoFiles(const std::vector<std::filesystem::path> &files)
{
    using Listed = std::shared_ptr<const PhotoSet>;
    if (files.empty())
        return;
    m_folderToOpen = files.front();
    const int classes = classCount();
    m_openingPhotos =
        m_readers->call<Listed>({Urgency::Open, tr("Listing %1").arg(displayText(files.front().filename()))},
            [files, classes] {
                auto set = std::make_shared<PhotoSet>();
                for (const auto &file : files)
                    set->photos.push_back({file, convscope::labelOf(file, convscope::classNames(classes))});
                return Listed(std::move(set));
            },
            {
                .done = [=, this](Listed set) { showListed({}, classes, std::move(set), true); },
                .failed =
                    [this](const Error &error) {
                        Q_EMIT photosFailed(sentence(error));
                        Q_EMIT openingChanged();
                    },
                .progress = {},
                .stopped = [this](const auto &) { Q_EMIT openingChanged(); },
            });
    Q_EMIT openingChanged();
}

void Workspace::listAgain()
{
    if (!m_folder.empty()) {
        openPhotos(m_folder, split());
        return;
    }
    std::vector<std::filesystem::path> files;
    for (const PhotoRef &photo : m_photos->photos)
        files.push_back(photo.file);
    openPhotoFiles(files);
}

void Workspace::showListed(
    const std::filesystem::path &folder, int classes, std::shared_ptr<const PhotoSet> set, bool all)
{
    m_folder = folder;
    m_photos = std::move(set);
    m_allListed = all;
    m_listedClasses = classes;
    Q_EMIT photosOpened();
    Q_EMIT openingChanged();
}

std::optional<int> Workspace::labelOf(const std::filesystem::path &file) const
{
    return convscope::labelOf(file, convscope::classNames(classCount()));
}

/// Those that were told with the network, else the folders' own where they are names and as many as the
/// network has classes.
QStringList Workspace::classNames() const
{
    if (m_network && !m_network->info().input.classNames.empty())
        return toStrings(m_network->info().input.classNames);
    const QStringList folders = toStrings(m_photos->folderClasses);
    const bool named =
        folders.size() == classCount() && !std::all_of(folders.begin(), folders.end(), isNumber);
    return named ? folders : toStrings(convscope::classNames(classCount()));
}

} // namespace convscope
