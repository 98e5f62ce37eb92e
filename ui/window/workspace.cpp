#include "ui/window/workspace.h"

#include "core/data/classnames.h"
#include "core/log.h"
#include "core/runtime.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

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

/// Of the file as it is now. Empty where the system does not tell.
QString versionOf(const std::filesystem::path &file, const std::optional<FileStamp> &stamp)
{
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(file, error);
    if (!stamp || error)
        return {};
    return QStringLiteral("%1 %2 ").arg(stamp->size).arg(stamp->changed)
        + QString::fromLatin1(QByteArray::fromStdString(whole.string()));
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
    connect(m_networkLane, &Lane::deviceLost, this, [this](const Error &error) {
        if (m_options.device != "cpu") // else it is of a job that was asked before
            Q_EMIT deviceFailed(sentence(error));
    });
}

void Workspace::openNetwork(const std::filesystem::path &file, const std::optional<InputDescription> &input)
{
    if (!m_networkToOpen.empty() && m_networkToOpen != file)
        forgetTold();
    m_networkToOpen = file;
    m_inputToOpen = input;
    m_givenUpByUser = false;
    NetworkOptions options = m_options;
    options.input = input;
    // Where the network was to run, once that is known: the processor is no way out of its own faults.
    const auto device = std::make_shared<std::string>(options.device);
    m_openingNetwork = m_networkLane->call<Opened>(
        {Urgency::Open, [file] { return tr("Opening %1").arg(displayText(file.filename())); }},
        [file, options, threads = m_threadsAsked, device] {
            const int used = useThreads(threads); // loads LibTorch, which the window does not wait for
            *device = resolveDevice(options.device);
            const std::optional<FileStamp> stamp = stampOf(file); // before it is read, which may take a while
            std::shared_ptr<const Network> network = convscope::openNetwork(file, options);
            return describe(std::move(network), stamp, used);
        },
        {
            .done =
                [this](const Opened &opened) {
                    forgetTold();
                    m_network = opened.network;
                    m_networkIdentity = opened.identity.isEmpty() || m_givenUp == 0
                        ? opened.identity
                        : QStringLiteral("%1 %2").arg(opened.identity).arg(m_givenUp);
                    m_networkSource = opened.source;
                    m_threads = opened.threads;
                    Q_EMIT networkOpened();
                    Q_EMIT openingChanged();
                    label();
                },
            .failed =
                [this, file, device](const Error &error) {
                    if (m_network)
                        m_options.precision = m_network->info().precision;
                    if (std::exchange(m_givenUpByUser, false))
                        Q_EMIT openingStopped(displayText(file.filename()));
                    else
                        Q_EMIT networkFailed(sentence(error.about(file)));
                    if (*device != "cpu" && isOfDevice(error))
                        Q_EMIT deviceFailed(sentence(error));
                    Q_EMIT openingChanged();
                },
            .progress = {},
            .stopped =
                [this, file](const auto &) {
                    Q_EMIT openingStopped(displayText(file.filename()));
                    Q_EMIT openingChanged();
                },
        });
    Q_EMIT openingChanged();
}

/// What the command line told of the first network holds for no other, and stands in its input once it is
/// open.
void Workspace::forgetTold()
{
    m_options.output.clear();
    m_options.upright = false;
}

Workspace::Opened Workspace::describe(
    std::shared_ptr<const Network> network, const std::optional<FileStamp> &stamp, int threads)
{
    const NetworkInfo &info = network->info();
    const QString identity = identityOf(info, stamp);
    const NetworkSource source{info.file, stamp, askedOf(info)};
    return {std::move(network), identity, source, threads};
}

QString Workspace::identityOf(const NetworkInfo &info, const std::optional<FileStamp> &stamp)
{
    const QString file = versionOf(info.file, stamp);
    return file.isEmpty() ? file : file + u' ' + askedOf(info);
}

/// Whether another device would help. A lost one tells of itself, by the lane.
bool Workspace::isOfDevice(const Error &error)
{
    return error.kind() == ErrorKind::NoGpu || error.kind() == ErrorKind::DeviceUnavailable
        || error.kind() == ErrorKind::OutOfMemory;
}

void Workspace::useProcessor()
{
    m_options.device = "cpu";
    const bool isOpen = m_network && m_networkToOpen == m_network->info().file;
    openNetwork(m_networkToOpen, isOpen ? toldInput() : m_inputToOpen);
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
    m_givenUpByUser = job.urgency == Urgency::Open && job.unwanted;
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

LabelQuestion Workspace::labelQuestion(const LabelChoice &labels) const
{
    LabelQuestion question{classCount(), {}, labels.asked, labels.map};
    if (m_network)
        question.classNames = m_network->info().input.classNames;
    return question;
}

void Workspace::openPhotos(
    const std::filesystem::path &folder, const QString &split, const LabelChoice &labels)
{
    using Listed = std::shared_ptr<const PhotoSet>;
    const auto found = [](PhotoListing &listing) {
        Listed set = listing.result();
        return set->photos.empty() ? std::nullopt : std::optional(std::move(set));
    };
    m_folderToOpen = folder;
    const LabelQuestion question = labelQuestion(labels);
    m_openingPhotos = m_readers->start<PhotoListing, Listed>(
        {Urgency::Open, [folder] { return tr("Listing %1").arg(displayText(folder.filename())); }},
        [folder, split, question] {
            return std::make_unique<PhotoListing>(folder, split.toStdString(), question);
        },
        found,
        {
            .done = [=, this](Listed set) { showListed(folder, question, std::move(set)); },
            .failed =
                [this](const Error &error) {
                    Q_EMIT photosFailed(sentence(error));
                    Q_EMIT openingChanged();
                },
            .progress = {},
            .stopped =
                [this, folder](const auto &) {
                    Q_EMIT openingStopped(displayText(folder.filename()));
                    Q_EMIT openingChanged();
                },
        });
    Q_EMIT openingChanged();
}

void Workspace::openPhotoFiles(const std::vector<std::filesystem::path> &files, const LabelChoice &labels)
{
    using Listed = std::shared_ptr<const PhotoSet>;
    if (files.empty())
        return;
    m_folderToOpen = files.front();
    const LabelQuestion question = labelQuestion(labels);
    m_openingPhotos = m_readers->call<Listed>(
        {Urgency::Open,
            [file = files.front()] { return tr("Listing %1").arg(displayText(file.filename())); }},
        [files, question] { return std::make_shared<const PhotoSet>(photosAlone(files, question)); },
        {
            .done = [=, this](Listed set) { showListed({}, question, std::move(set)); },
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
        openPhotos(m_folder, split(), m_labels);
        return;
    }
    std::vector<std::filesystem::path> files;
    for (const PhotoRef &photo : m_photos->photos)
        files.push_back(photo.file);
    openPhotoFiles(files, m_labels);
}

void Workspace::setLabels(const LabelChoice &labels)
{
    m_labels = labels;
    label();
}

/// Where another network or another choice makes other labels of the photos. A copy of very many takes a
/// while, so not in this thread.
void Workspace::label()
{
    using Labelled = std::shared_ptr<const PhotoSet>;
    m_labelling = {}; // of what was chosen before
    const LabelQuestion question = labelQuestion(m_labels);
    if (!hasPhotos() || question == m_labelled)
        return;
    m_labelling = m_readers->call<Labelled>({Urgency::Open, {}},
        [question, before = m_photos, areAlone = m_folder.empty()] {
            if (areAlone) {
                std::vector<std::filesystem::path> files;
                for (const PhotoRef &photo : before->photos)
                    files.push_back(photo.file);
                return std::make_shared<const PhotoSet>(photosAlone(files, question));
            }
            auto set = std::make_shared<PhotoSet>(*before);
            takeLabels(*set, question);
            return Labelled(std::move(set));
        },
        {.done = [question, this](Labelled set) { showListed(m_folder, question, std::move(set)); },
            .failed = [](const Error &error) { log::error(error.what()); }});
}

void Workspace::showListed(
    const std::filesystem::path &folder, const LabelQuestion &question, std::shared_ptr<const PhotoSet> set)
{
    m_labelling = {}; // it was about what was open before
    m_folder = folder;
    m_photos = std::move(set);
    m_labelled = question;
    m_labels = {question.asked, question.map};
    Q_EMIT photosOpened();
    Q_EMIT openingChanged();
    label(); // a network may have been opened meanwhile
}

void Workspace::labelAlone(const std::vector<std::filesystem::path> &files)
{
    using Labelled = std::vector<PhotoRef>;
    if (files.empty())
        return;
    m_labellingAlone = m_readers->call<Labelled>({Urgency::Open, {}},
        [files, question = labelQuestion(m_labels)] { return photosAlone(files, question).photos; },
        {.done = [this](const Labelled &photos) { Q_EMIT labelledAlone(photos); },
            .failed = [](const Error &error) { log::error(error.what()); }});
}

/// Those that were told with the network, else the folders' own where their order makes them the network's.
QStringList Workspace::classNames() const
{
    if (m_network && !m_network->info().input.classNames.empty())
        return toStrings(m_network->info().input.classNames);
    const bool named = m_photos->labels.rule == LabelRule::FolderOrder && m_photos->labels.areComparable
        && int(m_photos->classes.size()) == classCount();
    if (named)
        return toStrings(m_photos->classes);
    if (classCount() == int(food11ClassNames().size()))
        return toStrings(food11ClassNames());
    QStringList names; // in the reader's language
    for (int label = 0; label < classCount(); ++label)
        names += className({}, label);
    return names;
}

} // namespace convscope
