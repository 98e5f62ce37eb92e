#include "ui/network/layermodel.h"
#include "ui/network/networkpanel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFont>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace convscope;

namespace {

/// Two convolutions of 8 and 16 filters, and what follows.
NetworkInfo smallNetwork()
{
    NetworkInfo info;
    info.file = "/somewhere/small.pth";
    info.title = "Classifier, 2 convolutions";
    info.layers = {
        {0, "cnn.0", "Conv2d", 8, 128, 128},
        {1, "cnn.1", "ReLU", 8, 128, 128},
        {2, "cnn.2", "Conv2d", 16, 64, 64},
        {3, "cnn.3", "ReLU", 16, 64, 64},
        {4, "fc.0", "Linear", 11, {}, {}},
    };
    info.classCount = 11;
    info.parameterCount = 14200000;
    return info;
}

} // namespace

class LayerModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void listsIndexKindOutputAndName()
    {
        LayerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLayers(smallNetwork().layers);
        QCOMPARE(model.rowCount(), 5);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(2, LayerModel::Index), QStringLiteral("2"));
        QCOMPARE(text(2, LayerModel::Kind), QStringLiteral("Conv2d"));
        QCOMPARE(text(2, LayerModel::Output), QStringLiteral("16 × 64 × 64"));
        QCOMPARE(text(2, LayerModel::Name), QStringLiteral("cnn.2"));
        QCOMPARE(text(4, LayerModel::Output), QStringLiteral("11"));
    }

    void convolutionsStandOutAndLayersWithoutMapsCannotBeChosen()
    {
        LayerModel model;
        model.setLayers(smallNetwork().layers);
        QVERIFY(model.index(2, 1).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model.index(3, 1).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(model.index(3, 0).flags() & Qt::ItemIsEnabled);
        QVERIFY(!(model.index(4, 0).flags() & Qt::ItemIsEnabled));
    }

    void panelChoosesWhatItIsAskedFor_data()
    {
        QTest::addColumn<int>("askedLayer");
        QTest::addColumn<int>("askedFilter");
        QTest::addColumn<int>("layer");
        QTest::addColumn<int>("filter");
        QTest::newRow("as asked") << 3 << 9 << 3 << 9;
        QTest::newRow("a filter too many") << 1 << 9 << 1 << 7;
        QTest::newRow("a layer without maps") << 4 << 1 << 0 << 0;
        QTest::newRow("a layer that it has not") << 15 << 1 << 0 << 0;
    }

    void panelChoosesWhatItIsAskedFor()
    {
        QFETCH(int, askedLayer);
        QFETCH(int, askedFilter);
        NetworkPanel panel;
        const QSignalSpy chosen(&panel, &NetworkPanel::chosenChanged);
        QVERIFY(!panel.layer());
        panel.showNetwork(smallNetwork(), askedLayer, askedFilter);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(panel.layer().has_value());
        QTEST(*panel.layer(), "layer");
        QTEST(panel.filter(), "filter");
    }

    void layersAreStoppedThroughByKey()
    {
        NetworkPanel panel;
        panel.showNetwork(smallNetwork(), 1, 5);
        panel.stepFilter(1);
        QCOMPARE(panel.filter(), 6);
        panel.stepFilter(1);
        panel.stepFilter(1);
        QCOMPARE(panel.filter(), 7); // the last
        panel.stepLayer(1);
        QCOMPARE(*panel.layer(), 2);
        QCOMPARE(panel.filter(), 0);
        panel.stepLayer(1);
        panel.stepLayer(1);
        QCOMPARE(*panel.layer(), 3); // 4 has no maps
        panel.stepLayer(-1);
        QCOMPARE(*panel.layer(), 2);
    }

    void listingConvolutionsKeepsTheChoice()
    {
        NetworkPanel panel;
        panel.showNetwork(smallNetwork(), 1, 5);
        const QSignalSpy chosen(&panel, &NetworkPanel::chosenChanged);
        auto *kinds = panel.findChild<QComboBox *>(QStringLiteral("layerKinds"));
        auto *list = panel.findChild<QTreeView *>(QStringLiteral("layers"));
        kinds->setCurrentText(QStringLiteral("Convolutions"));
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(*panel.layer(), 1);
        QVERIFY(!list->selectionModel()->hasSelection());
        panel.stepLayer(1);
        QCOMPARE(*panel.layer(), 2); // the next that is listed
        panel.stepLayer(1);
        QCOMPARE(*panel.layer(), 2);
        QCOMPARE(chosen.size(), 1);
        kinds->setCurrentIndex(0);
        QCOMPARE(list->model()->rowCount(), 5);
        QCOMPARE(list->currentIndex().row(), 2);
    }

    void clickingALayerOrMovingTheSliderChooses()
    {
        NetworkPanel panel;
        panel.showNetwork(smallNetwork(), 0, 0);
        const QSignalSpy chosen(&panel, &NetworkPanel::chosenChanged);
        auto *list = panel.findChild<QTreeView *>(QStringLiteral("layers"));
        list->setCurrentIndex(list->model()->index(3, 0));
        QCOMPARE(*panel.layer(), 3);
        QCOMPARE(chosen.size(), 1);
        panel.findChild<QSlider *>()->setValue(11);
        QCOMPARE(panel.filter(), 11);
        QCOMPARE(panel.findChild<QSpinBox *>()->value(), 11);
        QCOMPARE(chosen.size(), 2);
    }
};

QTEST_MAIN(LayerModelTest)
#include "layermodel_test.moc"
