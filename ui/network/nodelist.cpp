#include "ui/network/nodelist.h"

#include "ui/network/graphdelegate.h"
#include "ui/network/graphmodel.h"
#include "ui/widgets/searchfield.h"

#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int fewNodes = 4; ///< that are seen also in a low window

} // namespace

NodeList::NodeList(QWidget *parent)
    : QWidget(parent)
    , m_model(new GraphModel(this))
    , m_delegate(new GraphDelegate(*m_model, this))
    , m_search(new SearchField)
    , m_view(new QTreeView)
{
    m_search->setObjectName(QStringLiteral("nodeSearch"));
    m_search->setAccessibleName(tr("Find operators by kind, name or module"));
    m_search->setPlaceholderText(tr("Find operator"));
    connect(m_search, &QLineEdit::textChanged, this, &NodeList::search);
    connect(m_search, &QLineEdit::returnPressed, this, &NodeList::goToFound);
    connect(m_search, &SearchField::left, this, &NodeList::goToFound);
    makeView();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
}

void NodeList::makeView()
{
    m_view->setObjectName(QStringLiteral("nodes"));
    m_view->setAccessibleName(tr("Operators"));
    m_view->setModel(m_model);
    m_view->setItemDelegateForColumn(GraphModel::Node, m_delegate);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->header()->setSectionResizeMode(GraphModel::Node, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(GraphModel::Output, QHeaderView::ResizeToContents);
    m_view->header()->setStretchLastSection(false);
    m_view->setMinimumHeight(m_view->header()->sizeHint().height() + fewNodes * (fontMetrics().height() + 6));
    m_view->viewport()->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (m_marking || !current.isValid())
                return;
            m_chosen = m_model->node(current);
            m_delegate->setChosen(m_chosen);
            m_view->viewport()->update();
            Q_EMIT chosen(*m_chosen);
        });
}

QWidget *NodeList::searchField() const { return m_search; }

void NodeList::setNetwork(const NetworkInfo &info)
{
    const QScopedValueRollback marking(m_marking, true);
    m_search->clear();
    m_model->setNetwork(info);
    mark({}, false);
}

void NodeList::mark(std::optional<int> node, bool emptiesSearch)
{
    const QScopedValueRollback marking(m_marking, true);
    m_chosen = node;
    m_delegate->setChosen(node);
    if (node && emptiesSearch && !m_model->indexOf(*node).isValid())
        m_search->clear();
    const QModelIndex index = node ? m_model->indexOf(*node) : QModelIndex();
    if (index.isValid()) {
        m_view->selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    } else {
        m_view->selectionModel()->clear();
    }
    m_view->viewport()->update();
}

/// The chosen node stays in sight while what is above comes and goes.
bool NodeList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(
            m_view, [this] { m_view->scrollTo(m_view->currentIndex()); },
            Qt::QueuedConnection); // once the view has its new size
    return QWidget::eventFilter(watched, event);
}

void NodeList::focusNodes() { m_view->setFocus(Qt::OtherFocusReason); }

void NodeList::search()
{
    {
        const QScopedValueRollback marking(m_marking, true);
        m_model->setWanted(m_search->text().trimmed());
    }
    mark(m_chosen, false);
    if (!m_search->text().isEmpty())
        m_view->scrollToTop(); // to the first that was found
}

/// From the search on to what it found: the chosen node where that is listed, else the first.
void NodeList::goToFound()
{
    if (m_model->rowCount() == 0)
        return;
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, GraphModel::Node));
    m_view->scrollTo(m_view->currentIndex());
    focusNodes();
}

} // namespace convscope
