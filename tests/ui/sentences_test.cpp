#include "ui/present/duration.h"
#include "ui/present/sentences.h"
#include "ui/present/table.h"

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
            const Error error(ErrorKind(kind), "dir/file.x", {"first", "second", "third"});
            const QString text = sentence(error);
            QVERIFY2(text.startsWith(QStringLiteral("dir/file.x: ")), qPrintable(text));
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("unknown")), qPrintable(text));
            QVERIFY2(!text.contains(u'!'), qPrintable(text));
            QVERIFY(!seen.contains(text));
            seen += text;
        }
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

    void valuesStandInTheirPlaces()
    {
        const Error error(ErrorKind::NetworkShapesDoNotFit, "n.pth", {"fc.0.weight", "32×256", "32×100"});
        QCOMPARE(sentence(error),
            QStringLiteral(
                "n.pth: the shapes do not fit: fc.0.weight should be 32×256 but is 32×100. Check that all "
                "weights are from one network."));
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
