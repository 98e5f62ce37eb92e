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

std::vector<PhotoRef> GalleryPanel::shownPhotos() const
{
    std::vector<PhotoRef> photos;
    for (int row = 0; row < m_model->rowCount(); ++row)
        photos.push_back(m_model->photos()[std::size_t(m_model->placeAt(row))]);
    return photos;
}

int GalleryPanel::shownCount() const { return m_model->rowCount(); }

void GalleryPanel::selectAll() { m_list->selectAll(); }

void GalleryPanel::selectNone()
{
    PhotoChoice photos = m_choices.photos();
    photos.select({}); // also those that are not shown
    m_choices.setPhotos(std::move(photos));
}

/// Of the photo under the pointer; of all that are selected where it is one of them.
void GalleryPanel::fillMenu(QMenu &menu, const QModelIndex &index)
{
    const PhotoRef photo = photoAt(index);
    const PhotoChoice &chosen = m_choices.photos();
    menu.addSection(menuText(displayText(photo.file.filename())));
    const auto add = [&](const char *name, const QString &text, std::function<void()> asked) {
        QAction *action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, std::move(asked));
        return action;
    };
    add("openLarge", tr("Open &large"), [this, photo] { Q_EMIT openAsked(photo.file); });
    if (chosen.isOnBoard(photo))
        add("takeOff", tr("Take from the &board"), [this, photo] { m_choices.takeOff(photo); });
    else
        add("putOn", tr("Put on the &board"), [this, photo] { m_choices.putOn(photo); });
    QAction *pin = add("pin", tr("&Pinned"), [this, photo] { m_choices.togglePin(photo); });
    pin->setCheckable(true);
    pin->setChecked(chosen.isPinned(photo));
    menu.addSeparator();
    add("copyPicture", tr("&Copy picture"), [this, file = photo.file] { copyPicture(file); });
    std::vector<std::filesystem::path> files;
    if (m_list->selectionModel()->isSelected(index)) {
        for (const ChosenPhoto &one : chosen.selected())
            files.push_back(one.photo.file);
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
