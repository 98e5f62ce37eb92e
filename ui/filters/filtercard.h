#pragma once

#include <QWidget>
#include <memory>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QTreeView;
class QVBoxLayout;

namespace convscope {

class FilterInspector;
class KernelView;
struct Kernel;
class StatisticsModel;

/// One filter: its weights, its answers to the photos of the board, and the picture that excites it most.
class FilterCard : public QWidget
{
    Q_OBJECT
public:
    explicit FilterCard(FilterInspector &inspector, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeKernel();
    QWidget *makeStatistics();
    QWidget *makeImage();
    void update();
    void updateKernel();
    void updateImage();
    void updateProgress();
    void fillKernelMenu(QMenu &menu);
    void fillImageMenu(QMenu &menu);

    FilterInspector &m_inspector;
    StatisticsModel *m_statistics;
    QLabel *m_title;
    QLabel *m_kernelText;
    KernelView *m_kernel;
    std::shared_ptr<const Kernel> m_shownKernel;
    QTreeView *m_table;
    QLabel *m_image;
    QLabel *m_imageText;
    QProgressBar *m_progress;
    QPushButton *m_start;
};

} // namespace convscope
