#pragma once

#include "core/data/photoset.h"
#include "core/network/network.h"
#include "ui/jobs/lane.h"
#include "ui/present/keptanswers.h"

#include <QObject>
#include <QStringList>

namespace convscope {

/// The network and the photos that are open, and the lanes that work on them. What cannot be opened changes
/// nothing.
class Workspace : public QObject
{
    Q_OBJECT
public:
    /// `threads` of the computation, as useThreads takes it.
    Workspace(const NetworkOptions &options, int threads, QObject *parent = nullptr);

    /// Runs the network; the one place where it is touched.
    Lane &networkLane() { return *m_networkLane; }
    /// Reads photos, lists folders, writes figures.
    Lane &readers() { return *m_readers; }

    /// `input` is what the user tells of this network; none: as openNetwork finds it.
    void openNetwork(const std::filesystem::path &file, const std::optional<InputDescription> &input = {});
    /// How networks are opened, but for what is told of one.
    const NetworkOptions &networkOptions() const { return m_options; }
    /// Of the networks that are opened from now on; the open one is opened again. Where that fails, the
    /// precision stays as it was.
    void setPrecision(Precision precision);
    Precision precision() const { return m_options.precision; }
    /// The same of the device: the processor from now on. What could not be opened is opened again.
    void useProcessor();
    /// Without a split the first one that the folder offers is taken.
    void openPhotos(
        const std::filesystem::path &folder, const QString &split = {}, const LabelChoice &labels = {});

    /// Photos that need not be of one folder.
    void openPhotoFiles(const std::vector<std::filesystem::path> &files, const LabelChoice &labels = {});
    /// Labels the photos that are open anew; photosOpened tells when that is done.
    void setLabels(const LabelChoice &labels);
    /// What was chosen for the folder that is open.
    const LabelChoice &labels() const { return m_labels; }
    /// What labels are to mean to the open network, as `labels` wants them.
    LabelQuestion labelQuestion(const LabelChoice &labels) const;
    /// The same photos, as their folder is now.
    void listAgain();

    const std::shared_ptr<const Network> &network() const { return m_network; }
    /// The same of any network, whose file had this stamp before it was read; empty where the system does not
    /// tell.
    static QString identityOf(const NetworkInfo &info, const std::optional<FileStamp> &stamp);
    /// What the user told of the open network.
    std::optional<InputDescription> toldInput() const;
    /// Tells networks apart that answer differently: another file, or the same one changed since.
    const QString &networkIdentity() const { return m_networkIdentity; }
    /// The same for those who keep answers from one start to the next.
    const NetworkSource &networkSource() const { return m_networkSource; }
    /// Of the computation; 0 until a network is open.
    int threads() const { return m_threads; }
    bool hasPhotos() const { return !m_photos->photos.empty(); }
    /// All of the folder; while another one is being listed, still those of the one before.
    const std::shared_ptr<const PhotoSet> &photos() const { return m_photos; }
    /// As it was asked for, above its splits; empty where the photos were named one by one.
    const std::filesystem::path &folder() const { return m_folder; }
    QString split() const { return QString::fromStdString(m_photos->split); }
    QStringList classNames() const;
    /// Labels photos that need not be of the folder that is open; labelledAlone tells them.
    void labelAlone(const std::vector<std::filesystem::path> &files);
    /// The name of what is being opened; empty while nothing is.
    QString opening() const;

Q_SIGNALS:
    void openingChanged();
    void networkOpened();
    void photosOpened(); ///< again where the same ones are labelled anew
    void labelledAlone(const std::vector<PhotoRef> &photos);
    void networkFailed(const QString &reason);
    /// A GPU is why a network could not be opened, or does not answer any more: the processor would help.
    void deviceFailed(const QString &reason);
    /// It has not answered for a while, whether it is open or being opened; with an empty name: it answers,
    /// or is waited for no more.
    void networkSilent(const QString &name);
    void photosFailed(const QString &reason);
    /// The user stopped the opening of this.
    void openingStopped(const QString &name);

private:
    struct Opened
    {
        std::shared_ptr<const Network> network;
        QString identity;
        NetworkSource source;
        int threads = 0;
    };
    static Opened describe(
        std::shared_ptr<const Network> network, const std::optional<FileStamp> &stamp, int threads);
    int classCount() const;
    void forgetTold();
    void tellSilence();
    static bool isOfDevice(const Error &error);
    void tellGivenUp(const JobInfo &job);
    void label();
    void showListed(const std::filesystem::path &folder, const LabelQuestion &question,
        std::shared_ptr<const PhotoSet> set);

    NetworkOptions m_options;
    int m_threadsAsked;
    Lane *m_networkLane;
    Lane *m_readers;
    JobHandle m_openingNetwork;
    JobHandle m_openingPhotos;
    JobHandle m_labelling;
    JobHandle m_labellingAlone;
    std::filesystem::path m_networkToOpen;
    std::optional<InputDescription> m_inputToOpen;
    std::filesystem::path m_folderToOpen;

    std::shared_ptr<const Network> m_network;
    QString m_networkIdentity;
    NetworkSource m_networkSource;
    int m_givenUp = 0; ///< networks that did not answer
    bool m_givenUpByUser = false; ///< the last of them, while it was being opened
    int m_threads = 0;
    std::filesystem::path m_folder;
    std::shared_ptr<const PhotoSet> m_photos = std::make_shared<PhotoSet>(); ///< shared: a copy takes long
    LabelChoice m_labels; ///< of the folder that is open
    LabelQuestion m_labelled; ///< what the labels of the photos answer
};

} // namespace convscope
