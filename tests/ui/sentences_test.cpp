#include "core/data/filekind.h"
#include "ui/present/duration.h"
#include "ui/present/labeltexts.h"
#include "ui/present/phrases.h"
#include "ui/present/sentences.h"
#include "ui/present/table.h"

#include <QRegularExpression>
#include <QTest>

using namespace convscope;

class SentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasASentenceOfItsOwn()
    {
        QStringList seen;
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
            const Error error(ErrorKind(kind), "dir/file.x", {"first", "second", "third", "fourth"});
            const QString text = sentence(error);
            QVERIFY2(text.startsWith(QStringLiteral("dir/file.x: ")), qPrintable(text));
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("unknown")), qPrintable(text));
            QVERIFY2(!text.contains(u'!'), qPrintable(text));
            QVERIFY(!seen.contains(text));
            seen += text;
        }
    }

    void aNetworkWithoutALayerBeforeItsAnswerIsToldAsSuch()
    {
        QVERIFY(sentence(Error(ErrorKind::FeaturesNotIndexed, "photos", {"fc.0"}))
                    .contains(QStringLiteral("gives in layer fc.0. Choose")));
        QVERIFY(sentence(Error(ErrorKind::FeaturesNotIndexed, "photos", {""}))
                    .contains(QStringLiteral("no layer before its answer")));
    }

    /// Who sits in front of the window gives no options and no commands.
    void theWindowNamesNoOptionsOfTheCommandLine()
    {
        speakInWindow();
        QStringList texts;
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
            for (const char *first : {"first", "names"}) {
                texts << sentence(Error(ErrorKind(kind), "a.x", {first, "2", "3", "4", "5"}));
                texts << sentence(Error(ErrorKind(kind), "a.x", {first, "2", "3", "4", "5", "6"}));
            }
        }
        for (int note = 0; note <= int(Note::FewSegments); ++note)
            texts << sentence(Note::Kind(note));
        speakInWindow(false);
        static const QRegularExpression option(QStringLiteral(" --[a-z]|convscope [a-z]"));
        for (const QString &text : std::as_const(texts)) {
            QVERIFY2(!text.contains(option), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("%7")), qPrintable(text));
        }
        // And on the command line there is nothing to press.
        for (int note = 0; note <= int(Note::FewSegments); ++note)
            QVERIFY2(!sentence(Note::Kind(note)).contains(QStringLiteral("button")), name(Note::Kind(note)));
    }

    void everyPhraseHasWordsOfItsOwn()
    {
        QStringList seen;
        for (int kind = 0; kind <= int(Phrase::NoReasonGiven); ++kind) {
            const QString text = phraseText(Phrase(Phrase::Kind(kind), {"7", "8"}));
            QVERIFY2(!text.isEmpty(), name(Phrase::Kind(kind)));
            QVERIFY2(!text.contains(QStringLiteral("unknown")), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen += text;
        }
    }

    void aPhraseStandsBehindTheValues()
    {
        const Error error(ErrorKind::InvalidOption, "a.json", {"size", "0"},
            Phrase{Phrase::WholeNumberWithin, {"1", "4096"}});
        QCOMPARE(sentence(error),
            QStringLiteral("a.json: size cannot be “0”. Allowed: a whole number from 1 to 4096."));
        QCOMPARE(QString::fromStdString(error.in("b.json").what()),
            QStringLiteral("InvalidOption: b.json: size, 0, WholeNumberWithin, 1, 4096"));
    }

    void everyNoteHasASentenceOfItsOwn()
    {
        QStringList seen;
        for (int note = 0; note <= int(Note::FewSegments); ++note) {
            const QString text = sentence(Note::Kind(note));
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            QVERIFY(!seen.contains(text));
            seen += text;
        }
        QCOMPARE(sentences({Note::SilentFilter, Note::DeadStart}).size(), 2);
    }

    void everyRuleOfLabelsIsSaidInItsOwnWords()
    {
        QStringList seen;
        for (int rule = 0; rule <= int(LabelRule::None); ++rule) {
            Labels labels;
            labels.rule = LabelRule(rule);
            for (const QString &text : {labelRuleText(labels), labelRuleBrief(labels)})
                QVERIFY(!text.isEmpty());
            QVERIFY(!seen.contains(labelRuleText(labels)) && !seen.contains(labelRuleBrief(labels)));
            seen << labelRuleText(labels) << labelRuleBrief(labels);
        }
    }

    void namesOfFoldersAreNeverTakenForPlaces()
    {
        PhotoSet set;
        set.classes = {"%1", "%3", "c", "d", "e", "f"};
        set.layout.classFolders.resize(6);
        set.labels.rule = LabelRule::FolderOrder;
        set.labels.areComparable = false;
        set.labels.ownClasses = 6;
        set.labels.networkClasses = 11;
        const QString problem = labelProblems(set).value(0);
        QVERIFY2(problem.startsWith(
                     QStringLiteral("There are 6 class folders (%1, %3, c, d, e and 1 more), but the "
                                    "network has 11 classes")),
            qPrintable(problem));
        QVERIFY2(problem.contains(QStringLiteral("--label-map")), qPrintable(problem));
        speakInWindow();
        QVERIFY(!labelProblems(set).value(0).contains(QStringLiteral("--")));
        speakInWindow(false);
    }

    void valuesStandInTheirPlaces()
    {
        const Error error(ErrorKind::NetworkShapesDoNotFit, "n.pth", {"fc.0.weight", "32×256", "32×100"});
        QVERIFY(sentence(error).startsWith(QStringLiteral(
            "n.pth: the weights do not fit the notebook's kind of network: fc.0.weight should be "
            "32×256 but is 32×100.")));
    }

    void everyKindOfFileHasASentenceAndAWayOut()
    {
        QStringList seen;
        for (int kind = 0; kind <= int(FileKind::ShardIndex); ++kind) {
            const QString text =
                sentence(Error(ErrorKind::FileOfOtherKind, "dir/a%1.x", {name(FileKind(kind)), ""}));
            QVERIFY2(text.startsWith(QStringLiteral("dir/a%1.x: ")), qPrintable(text));
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("unknown")), qPrintable(text));
            const bool isSameFormat = FileKind(kind) == FileKind::LegacyPickle;
            QVERIFY2(isSameFormat || !seen.contains(text), qPrintable(text));
            seen += text;
        }
        QCOMPARE(sentence(Error(ErrorKind::FileOfOtherKind, "a/b.tar", {"tar", "c/net.pth"})),
            QStringLiteral(
                "a/b.tar: this is a tar archive with c/net.pth in it. Unpack it (tar xf 'b.tar') and open "
                "that."));
        QVERIFY(sentence(Error(ErrorKind::FileOfOtherKind, "a/b.pth.tar.gz", {"gzip", ""}))
                    .contains(QStringLiteral("(tar xf 'b.pth.tar.gz')")));
        QVERIFY(sentence(Error(ErrorKind::FileOfOtherKind, "b.pth.gz", {"gzip", ""}))
                    .contains(QStringLiteral("(gzip -dk 'b.pth.gz')")));
    }

    void theRefusalTellsTheCommandThatConverts_data()
    {
        QTest::addColumn<FileKind>("kind");
        QTest::addColumn<QString>("command");
        const QString tf2onnx = QStringLiteral("python -m tf2onnx.convert %1 --output model.onnx");
        const QString fromFolder = tf2onnx.arg(QStringLiteral("--saved-model folder"));
        QTest::newRow("Keras") << FileKind::Keras << fromFolder;
        QTest::newRow("Keras, HDF5") << FileKind::Hdf5 << fromFolder;
        QTest::newRow("SavedModel") << FileKind::SavedModel
                                    << tf2onnx.arg(QStringLiteral("--saved-model FOLDER"));
        QTest::newRow("TFLite") << FileKind::TfLite << tf2onnx.arg(QStringLiteral("--tflite model.tflite"));
        QTest::newRow("PaddlePaddle") << FileKind::Paddle << QStringLiteral("paddle2onnx --model_dir .");
        QTest::newRow("Caffe") << FileKind::Caffe << QStringLiteral("python -m caffe2onnx.convert");
        const QString exporting = QStringLiteral("torch.export.save(torch.export.export(");
        QTest::newRow("AOTInductor") << FileKind::AotInductor << exporting;
        QTest::newRow("ExecuTorch") << FileKind::ExecuTorch << exporting;
        QTest::newRow("Core ML") << FileKind::CoreMl << exporting;
        QTest::newRow("torch.export, damaged") << FileKind::TorchExport << exporting;
        QTest::newRow("TensorRT") << FileKind::TensorRt << QStringLiteral("Open the ONNX file");
    }

    void theRefusalTellsTheCommandThatConverts()
    {
        QFETCH(FileKind, kind);
        QFETCH(QString, command);
        const QString text = sentence(Error(ErrorKind::FileOfOtherKind, "a.x", {name(kind), ""}));
        QVERIFY2(text.contains(command), qPrintable(text));
    }

    /// They open, so only damaged ones are refused.
    void nothingSaysThatExportedNetworksCannotBeOpened()
    {
        for (const FileKind kind : {FileKind::TorchExport, FileKind::Onnx}) {
            const QString text = sentence(Error(ErrorKind::FileOfOtherKind, "a.x", {name(kind), ""}));
            QVERIFY2(!text.contains(QStringLiteral("only Python")), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("onnx2torch")), qPrintable(text));
        }
    }

    void aWholeModelIsLoadedOnlyWhereItIsTrusted()
    {
        const QString whole =
            sentence(Error(ErrorKind::NetworkNeedsCode, "m.pth", {"net.Classifier", "whole"}));
        QVERIFY2(whole.contains(QStringLiteral("If you trust the file")), qPrintable(whole));
        QVERIFY2(whole.contains(QStringLiteral("torch.load(\"model.pth\", map_location=\"cpu\", "
                                               "weights_only=False).eval(), (torch.rand(1, 3, 224, 224),)), "
                                               "\"model.pt2\")")),
            qPrintable(whole));
        const QString inside = sentence(Error(ErrorKind::NetworkNeedsCode, "m.pth", {"net.Classifier"}));
        QVERIFY2(!inside.contains(QStringLiteral("torch.load")), qPrintable(inside));
    }

    void whatIsPackedIsUnpackedFirst()
    {
        const auto said = [](const char *inside) {
            return sentence(Error(ErrorKind::FileOfOtherKind, "a.zip", {"saved-model", inside}));
        };
        QVERIFY(said("net/saved_model.pb").contains(QStringLiteral("Unpack it first")));
        QVERIFY(!said("").contains(QStringLiteral("Unpack")));
    }

    /// Which PyTorch is there, the program cannot know.
    void exportingIsAlsoToldForPyTorchBefore2_1()
    {
        const QString text = sentence(Error(ErrorKind::NetworkUnknownArchitecture, "m.pth", {"a", "b"}));
        QVERIFY(text.contains(QStringLiteral("torch.export.save(torch.export.export(model.cpu().eval(), ")));
        QVERIFY(text.contains(QStringLiteral("torch.jit.trace(model.cpu().eval(), ")));
    }

    void adviceFollowsFromWhatIsThere()
    {
        QVERIFY(sentence(Error(ErrorKind::NetworkOfArrays, "n.pth", {"[\"state_dict\"]"}))
                    .contains(QStringLiteral("weights_only=False)[\"state_dict\"]; ")));
        QVERIFY(sentence(Error(ErrorKind::NetworkTensorUnusual, "n.pth", {"fc.0.weight", "sparse"}))
                    .contains(QStringLiteral("to_dense()")));
        QVERIFY(!sentence(Error(ErrorKind::NetworkTensorUnusual, "n.pth", {"fc.0.weight", "meta"}))
                     .contains(QStringLiteral("dequantize")));
        QVERIFY(!sentence(Error(ErrorKind::NetworkWithoutWeights, "n.pth", {""}))
                     .contains(QStringLiteral("only")));
    }

    void aValueIsNeverTakenForAPlace()
    {
        const Error error(ErrorKind::FilterOutOfRange, {}, {"%3", "cnn.%1", "8"});
        QCOMPARE(sentence(error),
            QStringLiteral("There is no filter %3 in layer cnn.%1; its 8 filters count from 0."));
    }

    void aSentenceIsOneLineWhateverTheName()
    {
        const Error error(ErrorKind::NetworkNeedsCode, "a\nb\x1b[2J\xff.pth", {"os\r\nsystem"});
        const QString text = sentence(error);
        for (const QChar character : text)
            QVERIFY(character.category() != QChar::Other_Control);
        QVERIFY(text.startsWith(QStringLiteral("a\uFFFDb\uFFFD[2J\uFFFD.pth: ")));
    }

    void aFolderWithoutSplitsIsNoListOfNone()
    {
        QCOMPARE(sentence(Error(ErrorKind::NoSuchSplit, "food", {"val", "training, validation"})),
            QStringLiteral("food: there is no split “val” here. There is: training, validation."));
        QCOMPARE(sentence(Error(ErrorKind::NoSuchSplit, "food", {"val", ""})),
            QStringLiteral(
                "food: there is no split “val” here, as the folder is not divided. Leave the split "
                "out."));
    }

    void missingValuesDoNoHarm()
    {
        QVERIFY(sentence(Error(ErrorKind::IndexOutOfRange)).contains(QStringLiteral("unknown")));
    }

    void layersAndClasses()
    {
        QCOMPARE(layerText({15, "cnn.15", "ReLU", 128, 64, 64}),
            QStringLiteral("15 · cnn.15 · ReLU · 128 × 64 × 64"));
        QCOMPARE(
            layerText({38, "fc.0", "Linear", 1024, {}, {}}), QStringLiteral("38 · fc.0 · Linear · 1024"));
        const QStringList names = {QStringLiteral("Bread"), QStringLiteral("Egg")};
        QCOMPARE(className(names, 1), QStringLiteral("Egg"));
        QCOMPARE(className(names, 2), QStringLiteral("class 2"));
    }

    void tablesAlignChineseToo()
    {
        Table table({Table::Align::Left, Table::Align::Right});
        table.addRow({QStringLiteral("面包"), QStringLiteral("7")});
        table.addRow({QStringLiteral("Bread"), QStringLiteral("12")});
        table.addRow({QStringLiteral("甲，乙"), QStringLiteral("3")});
        table.addRow({QStringLiteral("a"), QString()});
        QCOMPARE(table.text(), QStringLiteral("面包     7\nBread   12\n甲，乙   3\na\n"));
    }

    void durationsAreRoughAndShort()
    {
        using namespace std::chrono_literals;
        QCOMPARE(durationText(0ms), QStringLiteral("1 s"));
        QCOMPARE(durationText(8400ms), QStringLiteral("8 s"));
        QCOMPARE(durationText(95s), QStringLiteral("2 min"));
        QCOMPARE(durationText(80min), QStringLiteral("1 h 20 min"));
    }
};

QTEST_GUILESS_MAIN(SentencesTest)
#include "sentences_test.moc"
