#include "tests/support/patience.h"
#include "ui/filters/filterinspector.h"
#include "ui/network/layerdelegate.h"
#include "ui/network/layermodel.h"
#include "ui/network/networkpanel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFont>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTreeView>

using namespace convscope;

namespace {

/// Two convolutions of 8 and 16 filters, and what follows.
NetworkInfo smallNetwork()
{
    NetworkInfo info;
    info.file = "/somewhere/small.pth";
    info.kind = "Classifier";
    info.convolutions = 2;
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

/// Modules of these names; those that end in "conv" or hold "conv" in their last part are convolutions.
std::vector<Layer> named(const QStringList &names)
{
    std::vector<Layer> layers;
    for (const QString &name : names) {
        const bool convolution = name.section(u'.', -1).contains(QStringLiteral("conv"));
        layers.push_back(
            {int(layers.size()), name.toStdString(), convolution ? "Conv2d" : "ReLU", 8, 32, 32});
    }
    return layers;
}

/// The lines below `parent`, branches with what they hold in brackets: "0 (1 2) 3".
QString shape(const LayerModel &model, const QModelIndex &parent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const std::optional<int> layer = model.layer(index);
        lines << (layer ? QString::number(*layer)
                        : index.data().toString().section(QStringLiteral(" · "), 0, 0) + u'('
                    + shape(model, index) + u')');
    }
    return lines.join(u' ');
}

/// The panel with what it needs, for networks that are never run.
struct Panel
{
    Lane lane;
    FilterInspector inspector{lane, lane};
    NetworkPanel panel{inspector};

    QTreeView *tree() const { return panel.findChild<QTreeView *>(QStringLiteral("layers")); }
    LayerModel *model() const { return panel.findChild<LayerModel *>(); }
};

} // namespace

class LayerModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // Of every warning but those that the offscreen platform gives for any window.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    /// What tells one layer from its neighbours stays.
    void cutsATextWhereItSaysLeast()
    {
        const QFontMetrics metrics{QFont()};
        const QString module = QStringLiteral("41 Conv2d · layer4.0.conv1");
        const int narrow = metrics.horizontalAdvance(module) - metrics.horizontalAdvance(u'm') * 3;
        QString cut = LayerDelegate::fitted(module, false, metrics, narrow);
        QVERIFY2(cut.startsWith(QStringLiteral("41 Conv2d · …")), qPrintable(cut));
        QVERIFY2(cut.endsWith(QStringLiteral("conv1")), qPrintable(cut));
        QVERIFY(metrics.horizontalAdvance(cut) <= narrow);
        cut = LayerDelegate::fitted(QStringLiteral("conv BN ReLU pool · 12–15"), true, metrics, narrow);
        QVERIFY2(cut.endsWith(QStringLiteral(" · 12–15")), qPrintable(cut));
        QCOMPARE(LayerDelegate::fitted(module, false, metrics, 9999), module);
    }

    void saysIndexKindNameAndOutput()
    {
        LayerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLayers(smallNetwork().layers);
        const auto text = [&](int layer, int column) {
            return model.indexOf(layer).siblingAtColumn(column).data().toString();
        };
        QCOMPARE(text(2, LayerModel::Module), QStringLiteral("2 Conv2d · cnn.2"));
        QCOMPARE(text(2, LayerModel::Output), QStringLiteral("16@64²"));
        QCOMPARE(text(4, LayerModel::Output), QStringLiteral("11"));
        QCOMPARE(outputText({0, "a", "Conv2d", 8, 4, 6}), QStringLiteral("8@4×6"));
    }

    void namesMakeBranches_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("tree");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("without dots") << QStringList({"conv1", "relu", "conv2"}) << "0 1 2";
        QTest::newRow("one name for all")
            << QStringList({"net.conv1", "net.relu", "net.block.conv", "net.block.relu"}) << "0 1 block(2 3)";
        QTest::newRow("as in ResNet")
            << QStringList({"conv1", "relu", "layer1.0.conv1", "layer1.0.relu", "layer1.0.conv2",
                   "layer1.1.conv1", "layer1.1.relu", "layer2.0.conv1", "layer2.0.downsample.0", "fc"})
            << "0 1 layer1(layer1.0(2 3 4) layer1.1(5 6)) layer2.0(7 8) 9";
        QTest::newRow("as in DenseNet") << QStringList({"features.conv0",
            "features.denseblock1.denselayer1.conv1", "features.denseblock1.denselayer1.relu",
            "features.denseblock1.denselayer2.conv1", "features.denseblock1.denselayer2.relu", "classifier"})
                                        << "features(0 denseblock1(denselayer1(1 2) denselayer2(3 4))) 5";
    }

    void namesMakeBranches()
    {
        QFETCH(QStringList, names);
        LayerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLayers(named(names));
        QTEST(shape(model), "tree");
    }

    void namesSayWhatTheirBranchDoesNot()
    {
        LayerModel model;
        model.setLayers(
            named({"conv1", "layer1.0.conv1", "layer1.0.relu", "layer1.1.conv1", "layer1.1.relu"}));
        const auto text = [&](int layer) { return model.indexOf(layer).data().toString(); };
        QCOMPARE(text(0), QStringLiteral("0 Conv2d · conv1"));
        QCOMPARE(text(2), QStringLiteral("2 ReLU · relu"));
        QVERIFY(model.indexOf(2).data(Qt::ToolTipRole).toString().contains(QStringLiteral("layer1.0.relu")));
        model.setWanted({}, QStringLiteral("relu")); // without branches
        QCOMPARE(text(2), QStringLiteral("2 ReLU · layer1.0.relu"));
    }

    void aLongSequentialIsCutIntoBlocks()
    {
        LayerModel model;
        const QAbstractItemModelTester tester(&model);
        std::vector<Layer> layers = smallNetwork().layers;
        layers.insert(layers.begin() + 4, {4, "cnn.4", "MaxPool2d", 16, 32, 32});
        layers[5].index = 5;
        model.setLayers(layers);
        QCOMPARE(shape(model), QStringLiteral("conv ReLU(0 1) conv ReLU pool(2 3 4) 5"));
        const QModelIndex block = model.index(1, LayerModel::Output);
        QCOMPARE(block.data().toString(), QStringLiteral("16@32²")); // what leaves it
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("conv ReLU pool · 2–4"));
    }

    /// Two blocks, of which the file shows one as a module; its output is not that of its last module.
    void branchesSayWhatTheyGiveAndHold()
    {
        std::vector<Layer> layers =
            named({"conv1", "layer1.0.conv1", "layer1.0.relu", "layer1.1.conv1", "layer1.1.relu"});
        for (const int convolution : {0, 1, 3})
            layers[std::size_t(convolution)].parameterCount = 1000;
        Layer block{5, "layer1.0", "BasicBlock", 16, 24, 24};
        block.parameterCount = 1234; // with one of its own
        block.isBlock = true;
        layers.push_back(block);
        LayerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLayers(layers);
        QCOMPARE(shape(model), QStringLiteral("0 layer1(layer1.0(1 2) layer1.1(3 4))"));
        const QModelIndex first = model.indexOf(1).parent();
        QCOMPARE(first.siblingAtColumn(LayerModel::Output).data().toString(), QStringLiteral("16@24²"));
        QCOMPARE(first.data(Qt::ToolTipRole).toString(),
            QStringLiteral("layer1.0 · BasicBlock\nLayers 1 to 2, output 16@24²\n1,234 parameters"));
        const QModelIndex second = model.indexOf(3).parent();
        QCOMPARE(second.siblingAtColumn(LayerModel::Output).data().toString(), QStringLiteral("8@32²"));
        QVERIFY(second.data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("\n1,000 parameters")));
        const QString whole = first.parent().data(Qt::AccessibleTextRole).toString();
        QVERIFY2(whole.endsWith(QStringLiteral("2,000 parameters")), qPrintable(whole));
        QVERIFY(model.indexOf(2).data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("no parameters")));
    }

    /// Two sums behind a block, which the file lists beside the modules.
    void operatorsStandInABranchOfTheirOwn()
    {
        std::vector<Layer> layers = named({"layer1.0.conv1", "layer1.0.conv2", "fc"});
        layers[2].height = layers[2].width = {};
        layers.push_back({3, "layer1.0", "BasicBlock", 8, 32, 32});
        layers.back().isBlock = true;
        layers.push_back({4, "layer1.0.add", "add", 8, 32, 32});
        layers.push_back({5, "cat_1", "cat", 24, 16, 16});
        layers[4].isOperator = layers[5].isOperator = true;
        LayerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLayers(layers);
        QCOMPARE(shape(model), QStringLiteral("layer1.0(0 1) 2 Operators(4 5)"));
        const QModelIndex branch = model.indexOf(4).parent();
        QCOMPARE(branch.data().toString(), QStringLiteral("Operators · 4–5"));
        QCOMPARE(branch.siblingAtColumn(LayerModel::Output).data().toString(), QString()); // of neither
        QVERIFY(branch.data(LayerModel::BarRole).toSizeF().isNull());
        QCOMPARE(model.indexOf(4).data().toString(), QStringLiteral("4 add · layer1.0.add"));
        QCOMPARE(
            model.indexOf(5).siblingAtColumn(LayerModel::Output).data().toString(), QStringLiteral("24@16²"));
        QVERIFY(model.indexOf(5).flags() & Qt::ItemIsSelectable);
        QVERIFY(!model.neighbour(1, 1)); // not on to the operators
        QCOMPARE(model.neighbour(4, 1), 5);
        QVERIFY(!model.neighbour(4, -1));
        model.setWanted({}, QStringLiteral("layer1"));
        QCOMPARE(shape(model), QStringLiteral("0 1 4")); // without the block
        model.setWanted(QStringLiteral("cat"), {});
        QCOMPARE(shape(model), QStringLiteral("5"));
    }

    void barsHintAtChannelsAndResolution()
    {
        LayerModel model;
        model.setLayers(smallNetwork().layers);
        const auto bar = [&](int layer) { return model.indexOf(layer).data(LayerModel::BarRole).toSizeF(); };
        QCOMPARE(bar(2).width(), 1.0); // the most channels
        QCOMPARE(bar(0).height(), 1.0); // the finest
        QVERIFY(bar(0).width() < bar(2).width());
        QVERIFY(bar(2).height() < bar(0).height());
        QVERIFY(bar(4).isNull()); // no map
    }

    void someHundredModulesAreListedAtOnce()
    {
        QStringList names;
        for (int block = 0; block < 300; ++block) {
            names << QStringLiteral("features.%1.conv").arg(block)
                  << QStringLiteral("features.%1.relu").arg(block);
        }
        LayerModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLayers(named(names));
        QCOMPARE(model.rowCount(), 300); // "features" is in all names and is left out
        QCOMPARE(model.layer(model.indexOf(599)), 599);
        QVERIFY(model.indexOf(599).parent().isValid());
    }

    void convolutionsStandOutAndLayersWithoutMapsCannotBeChosen()
    {
        LayerModel model;
        model.setLayers(smallNetwork().layers);
        QVERIFY(model.indexOf(2).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model.indexOf(3).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(model.indexOf(3).flags() & Qt::ItemIsSelectable);
        QVERIFY(!(model.indexOf(4).flags() & Qt::ItemIsEnabled));
        const QModelIndex block = model.indexOf(3).parent();
        QVERIFY(block.flags() & Qt::ItemIsEnabled); // folds
        QVERIFY(!(block.flags() & Qt::ItemIsSelectable));
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
        Panel p;
        const QSignalSpy chosen(&p.panel, &NetworkPanel::chosenChanged);
        QVERIFY(!p.panel.layer());
        p.panel.showNetwork(smallNetwork(), askedLayer, askedFilter);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(p.panel.layer().has_value());
        QTEST(*p.panel.layer(), "layer");
        QTEST(p.panel.filter(), "filter");
    }

    void onlyTheChosenLayersBlockIsUnfolded()
    {
        Panel p;
        p.panel.showNetwork(smallNetwork(), 3, 0);
        QVERIFY(!p.tree()->isExpanded(p.model()->indexOf(0).parent()));
        QVERIFY(p.tree()->isExpanded(p.model()->indexOf(3).parent()));
    }

    void layersAreSteppedThroughByKey()
    {
        Panel p;
        p.panel.showNetwork(smallNetwork(), 1, 5);
        p.panel.stepFilter(1);
        QCOMPARE(p.panel.filter(), 6);
        p.panel.stepFilter(1);
        p.panel.stepFilter(1);
        QCOMPARE(p.panel.filter(), 7); // the last
        p.panel.stepLayer(1);
        QCOMPARE(*p.panel.layer(), 2);
        QCOMPARE(p.panel.filter(), 0);
        p.panel.stepLayer(1);
        p.panel.stepLayer(1);
        QCOMPARE(*p.panel.layer(), 3); // 4 has no maps
        p.panel.stepLayer(-1);
        QCOMPARE(*p.panel.layer(), 2);
    }

    void listingConvolutionsKeepsTheChoice()
    {
        Panel p;
        p.panel.showNetwork(smallNetwork(), 1, 5);
        const QSignalSpy chosen(&p.panel, &NetworkPanel::chosenChanged);
        auto *kinds = p.panel.findChild<QComboBox *>(QStringLiteral("layerKinds"));
        kinds->setCurrentText(QStringLiteral("Convolutions"));
        QCOMPARE(shape(*p.model()), QStringLiteral("0 2"));
        QCOMPARE(*p.panel.layer(), 1);
        QVERIFY(!p.tree()->selectionModel()->hasSelection());
        p.panel.stepLayer(1);
        QCOMPARE(*p.panel.layer(), 2); // the next that is listed
        p.panel.stepLayer(1);
        QCOMPARE(*p.panel.layer(), 2);
        QCOMPARE(chosen.size(), 1);
        kinds->setCurrentIndex(0);
        QCOMPARE(p.model()->layer(p.tree()->currentIndex()), 2);
    }

    void layersAreFoundByNameAndIndex()
    {
        Panel p;
        p.panel.showNetwork(smallNetwork(), 1, 5);
        auto *search = p.panel.findChild<QLineEdit *>(QStringLiteral("layerSearch"));
        search->setText(QStringLiteral("FC"));
        QCOMPARE(shape(*p.model()), QStringLiteral("4"));
        search->setText(QStringLiteral("3"));
        QCOMPARE(shape(*p.model()), QStringLiteral("3"));
        search->setText(QStringLiteral("nothing"));
        QCOMPARE(p.model()->rowCount(), 0);
        search->clear();
        QCOMPARE(p.model()->rowCount(), 3);
        QCOMPARE(*p.panel.layer(), 1);
        QCOMPARE(p.model()->layer(p.tree()->currentIndex()), 1);
    }

    /// Enter and Down lead from the search to what it found.
    void theSearchLeadsToTheLayer()
    {
        Panel p;
        p.panel.resize(280, 700);
        p.panel.show();
        p.panel.showNetwork(smallNetwork(), 1, 5);
        QVERIFY(QTest::qWaitForWindowActive(&p.panel, patience));
        auto *search = p.panel.findChild<QLineEdit *>(QStringLiteral("layerSearch"));
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("2"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(*p.panel.layer(), 2);
        QVERIFY(p.tree()->hasFocus());
        search->setText(QStringLiteral("0"));
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(*p.panel.layer(), 0);
        search->setText(QStringLiteral("fc")); // whose output is no map
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(*p.panel.layer(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
    }

    void inputAndNotesAreShown()
    {
        Panel p;
        p.panel.resize(280, 700);
        p.panel.show();
        p.panel.showNetwork(smallNetwork(), 0, 0);
        const auto *input = p.panel.findChild<QLabel *>(QStringLiteral("networkInput"));
        const auto *notes = p.panel.findChild<QPlainTextEdit *>(QStringLiteral("networkNotes"));
        QCOMPARE(input->text(), QStringLiteral("Input: 128 × 128 RGB"));
        QVERIFY(!notes->isVisible());
        NetworkInfo info = smallNetwork();
        info.input = imagenetInput();
        info.notes = {
            Note::InputGuessed, Note::SoftmaxInside, Note::SeveralOutputs, Note::NetworkWasTraining};
        p.panel.showNetwork(info, 0, 0);
        QVERIFY(input->text().startsWith(QStringLiteral("Input, guessed: 224 × 224 RGB")));
        QVERIFY(notes->isVisible());
        QVERIFY(notes->toPlainText().contains(QStringLiteral("softmax")));
        QVERIFY(notes->height() < 6 * notes->fontMetrics().lineSpacing()); // the rest is scrolled to
        for (QTextBlock block = notes->document()->begin(); block.isValid(); block = block.next()) {
            for (int line = 0; line < block.layout()->lineCount(); ++line) // none lies under the scroll bar
                QVERIFY(block.layout()->lineAt(line).naturalTextRect().right() <= notes->viewport()->width());
        }
        const QSignalSpy asked(&p.panel, &NetworkPanel::inputAsked);
        p.panel.findChild<QPushButton *>(QStringLiteral("editInput"))->click();
        QCOMPARE(asked.size(), 1);
        p.panel.showNetwork(smallNetwork(), 0, 0);
        QVERIFY(!notes->isVisible());
    }

    void clickingChoosesALayerAndFoldsABranch()
    {
        Panel p;
        p.panel.showNetwork(smallNetwork(), 0, 0);
        p.panel.resize(320, 700);
        p.panel.show();
        const QSignalSpy chosen(&p.panel, &NetworkPanel::chosenChanged);
        const auto click = [&](const QModelIndex &index) {
            QTest::mouseClick(p.tree()->viewport(), Qt::LeftButton, {}, p.tree()->visualRect(index).center());
        };
        const QModelIndex second = p.model()->indexOf(2).parent();
        click(second);
        QVERIFY(p.tree()->isExpanded(second));
        QCOMPARE(*p.panel.layer(), 0);
        QVERIFY(p.tree()->selectionModel()->isSelected(p.model()->indexOf(0))); // still marked
        click(p.model()->indexOf(3));
        QCOMPARE(*p.panel.layer(), 3);
        QCOMPARE(chosen.size(), 1);
        click(second);
        QVERIFY(!p.tree()->isExpanded(second));
    }

    void arrowKeysWalkThroughBranches()
    {
        Panel p;
        p.panel.showNetwork(smallNetwork(), 1, 0);
        p.panel.show();
        QTest::keyClick(p.tree(), Qt::Key_Down); // the second block
        QCOMPARE(*p.panel.layer(), 1);
        QTest::keyClick(p.tree(), Qt::Key_Right); // unfolds
        QTest::keyClick(p.tree(), Qt::Key_Down);
        QCOMPARE(*p.panel.layer(), 2);
    }
};

QTEST_MAIN(LayerModelTest)
#include "layermodel_test.moc"
