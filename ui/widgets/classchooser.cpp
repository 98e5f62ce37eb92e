#include "ui/widgets/classchooser.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace convscope {

namespace {

constexpr int maxRows = 14; ///< that are seen at once
constexpr int usualCharacters = 32;
constexpr int maxCharacters = 60;

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// Every word that is typed must be in the text, or begin the class's number.
class Found : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setTyped(const QString &typed)
    {
        m_words = typed.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        const QString name = index.data().toString();
        const QString number = index.data(Qt::UserRole).toString();
        return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
            return name.contains(word, Qt::CaseInsensitive) || (isNumber(word) && number.startsWith(word));
        });
    }

private:
    QStringList m_words;
};

} // namespace

ClassChooser::ClassChooser(QAbstractItemModel &model, int current, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_found(new Found(this))
    , m_search(new QLineEdit)
    , m_list(new QListView)
{
    setObjectName(QStringLiteral("classChooser"));
    setAccessibleName(tr("Choose a class"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_search->setObjectName(QStringLiteral("classSearch"));
    m_search->setAccessibleName(tr("Search classes by name or number"));
    m_search->setPlaceholderText(tr("Name or number"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ClassChooser::filter);
    m_found->setSourceModel(&model);
    m_list->setObjectName(QStringLiteral("classes"));
    m_list->setAccessibleName(tr("Classes"));
    m_list->setModel(m_found);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go through the search
    // Not by a release: that may be the one that ends the click which opened this.
    connect(m_list, &QListView::clicked, this, &ClassChooser::choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_search);
    m_list->setCurrentIndex(m_found->mapFromSource(model.index(current, 0)));
}

void ClassChooser::popUp(const QRect &anchor)
{
    const QRect screen = parentWidget()->screen()->availableGeometry();
    const int character = fontMetrics().averageCharWidth();
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int wide = std::max({anchor.width(), usualCharacters * character,
        std::min(m_list->sizeHintForColumn(0) + bar, maxCharacters * character)});
    const int rows = std::clamp(m_found->rowCount(), 2, maxRows);
    const int high = m_search->sizeHint().height() + rows * m_list->sizeHintForRow(0) + 4 * 4 + 2;
    resize(std::min(wide, screen.width()), std::min(high, screen.height()));
    QPoint corner = anchor.bottomLeft() + QPoint(0, 1);
    if (corner.y() + height() > screen.bottom() && anchor.top() - height() >= screen.top())
        corner.setY(anchor.top() - height());
    move(std::clamp(corner.x(), screen.left(), screen.right() - width() + 1),
        std::clamp(corner.y(), screen.top(), screen.bottom() - height() + 1));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
    m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void ClassChooser::filter(const QString &typed)
{
    static_cast<Found *>(m_found)->setTyped(typed);
    const QModelIndex first = m_found->index(0, 0);
    const QModelIndexList numbered =
        m_found->match(first, Qt::UserRole, typed.trimmed(), 1, Qt::MatchFixedString);
    m_list->setCurrentIndex(numbered.value(0, first));
}

void ClassChooser::choose(const QModelIndex &index)
{
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    const int row = m_found->mapToSource(index).row();
    close(); // first: what is chosen may open something else
    Q_EMIT chosen(row);
}

/// Esc closes this and means nothing to the window below.
bool ClassChooser::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            close();
        return true;
    }
    return QFrame::event(event);
}

bool ClassChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go
    default:
        return QFrame::eventFilter(watched, event);
    }
}

QString numberedClass(int label, const QStringList &classNames)
{
    return QStringLiteral("%1 %2").arg(label).arg(classNames.value(label));
}

void chooseClass(QWidget *parent, const QRect &anchor, const QStringList &classNames, int current,
    std::function<void(int)> chosen)
{
    auto *model = new QStandardItemModel;
    for (int label = 0; label < classNames.size(); ++label) {
        auto *item = new QStandardItem(numberedClass(label, classNames));
        item->setData(label, Qt::UserRole);
        model->appendRow(item);
    }
    auto *chooser = new ClassChooser(*model, current, parent);
    model->setParent(chooser);
    QObject::connect(chooser, &ClassChooser::chosen, parent, std::move(chosen));
    chooser->popUp(anchor);
}

void ClassBox::showPopup()
{
    if (count() == 0)
        return;
    auto *chooser = new ClassChooser(*model(), currentIndex(), this);
    connect(chooser, &ClassChooser::chosen, this, [this](int row) {
        setCurrentIndex(row);
        Q_EMIT activated(row);
        Q_EMIT textActivated(itemText(row));
    });
    chooser->popUp(QRect(mapToGlobal(QPoint()), size()));
}

} // namespace convscope
