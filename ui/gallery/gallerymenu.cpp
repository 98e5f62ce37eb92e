#include "core/image/decode.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/gallery/photolist.h"
#include "ui/present/paths.h"
#include "ui/present/pictures.h"
#include "ui/present/sentences.h"
#include "ui/widgets/contextmenu.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMenu>
#include <algorithm>

// What can be done with a photo of the gallery besides selecting it.

namespace convscope {

namespace {

bool same(const PhotoRef &a, const PhotoRef &b) { return a.file.native() == b.file.native(); }

} // namespace

bool GalleryPanel::isOnBoard(const PhotoRef &photo) const
{
    return std::ranges::any_of(chosen(), [&](const PhotoRef &other) { return same(other, photo); });
}

void GalleryPanel::putOn(const PhotoRef &photo)
{
    if (isOnBoard(photo))
        return;
    if (chosen().size() >= mostChosen) {
        updateCount(tr("The board has no room for more than %1 photos.").arg(mostChosen));
        return;
    }
    for (const int place : placesOf({photo.file}))
        m_selected.push_back(place);
    showSelected();
}

void GalleryPanel::takeOff(const PhotoRef &photo)
{
    std::erase_if(m_selected, [&](int place) { return same(m_model->photos()[std::size_t(place)], photo); });
    if (isPinned(photo))
        togglePin(photo); // tells of it
    showSelected();
}

void GalleryPanel::selectAll() { m_list->selectAll(); }

void GalleryPanel::selectNone()
{
    m_selected.clear(); // also those that are not shown
    showSelected();
}

/// Of the photo under the pointer; of all that are selected where it is one of them.
void GalleryPanel::fillMenu(QMenu &menu, const QModelIndex &index)
{
    const PhotoRef photo = m_model->photos()[std::size_t(m_model->placeAt(index.row()))];
    menu.addSection(menuText(displayText(photo.file.filename())));
    const auto add = [&](const char *name, const QString &text, std::function<void()> chosen) {
        QAction *action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, std::move(chosen));
        return action;
    };
    add("openLarge", tr("Open &large"), [this, photo] { Q_EMIT openAsked(photo.file); });
    if (isOnBoard(photo))
        add("takeOff", tr("Take from the &board"), [this, photo] { takeOff(photo); });
    else
        add("putOn", tr("Put on the &board"), [this, photo] { putOn(photo); });
    QAction *pin = add("pin", tr("&Pinned"), [this, photo] { togglePin(photo); });
    pin->setCheckable(true);
    pin->setChecked(isPinned(photo));
    menu.addSeparator();
    add("copyPicture", tr("&Copy picture"), [this, file = photo.file] { copyPicture(file); });
    std::vector<std::filesystem::path> files;
    if (m_list->selectionModel()->isSelected(index)) {
        for (const int place : m_selected)
            files.push_back(m_model->photos()[std::size_t(place)].file);
    }
    addFileActions(menu, files.empty() ? std::vector{photo.file} : files);
}

/// As large as it lies in its file, and turned as its thumbnail.
void GalleryPanel::copyPicture(const std::filesystem::path &file)
{
    m_copying = m_readers.call<QImage>({Urgency::Quick, {}},
        [file, orientation = m_model->orientation()] {
            return toQImage(decodeImage(file, orientation).image);
        },
        {.done = [](const QImage &picture) { QGuiApplication::clipboard()->setImage(picture); },
            .failed = [this](const Error &error) { updateCount(sentence(error)); }});
}

} // namespace convscope
