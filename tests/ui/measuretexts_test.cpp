#include "core/explain/localisation.h"
#include "core/explain/sparseness.h"
#include "ui/present/board.h"
#include "ui/present/measuretexts.h"

#include <QTest>
#include <QTranslator>

using namespace convscope;

namespace {

/// Marks what is asked to be translated, so that what is not can be told.
class Marker : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(text));
    }
};

/// 2×2; where it has a mask, the food is the upper left pixel.
Photo photo(bool hasMask = true)
{
    Photo photo;
    photo.input = {2, 2, std::vector<std::uint8_t>(12, 90)};
    if (hasMask)
        photo.mask = Mask{2, 2, {1, 0, 0, 0}};
    return photo;
}

Activation activation(std::vector<double> values) { return {{1, 2, 2, std::move(values)}, {}}; }

Attribution attribution(Meaning meaning, std::vector<double> values)
{
    Attribution answer;
    answer.map = {1, 2, 2, std::move(values)};
    answer.meaning = meaning;
    return answer;
}

/// What a cell says of what was measured.
MeasureWords wordsOf(const Answer &answer, const Photo &photo)
{
    const MethodOptions question = kindOf(answer) == AnswerKind::Activation
        ? MethodOptions(ActivationOptions{})
        : MethodOptions(SaliencyOptions{});
    const QStringList names{QStringLiteral("Bread")};
    return answerCell(withMeasures(answer, photo), question, photo, names).measured;
}

} // namespace

/// Whatever measure there is, it is said what it is and how its values read.
class MeasureTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMeasureIsSaid_data()
    {
        QTest::addColumn<MeasurePtr>("measure");
        for (const MeasurePtr &measure : allMeasures())
            QTest::newRow(measure->traits().name) << measure;
    }

    void eachMeasureIsSaid()
    {
        QFETCH(const MeasurePtr, measure);
        const QString title = measureTitle(*measure);
        QVERIFY(!title.isEmpty() && !title.endsWith(u'.'));
        QVERIFY2(measureExplanation(*measure).endsWith(u'.'), qPrintable(measureExplanation(*measure)));
        const Bounds range = measure->traits().range;
        QVERIFY(!measureValue(*measure, range.min).isEmpty());
        QVERIFY(measureValue(*measure, range.min) != measureValue(*measure, range.max));
        Marker marker;
        QVERIFY(QCoreApplication::installTranslator(&marker));
        const QStringList translated{measureTitle(*measure), measureExplanation(*measure)};
        QCoreApplication::removeTranslator(&marker);
        for (const QString &text : translated)
            QVERIFY2(text.startsWith(u'«') && text.endsWith(u'»'), qPrintable(text));
    }

    void titlesTellMeasuresApart()
    {
        QStringList titles;
        for (const MeasurePtr &measure : allMeasures())
            titles << measureTitle(*measure);
        QCOMPARE(QSet<QString>(titles.begin(), titles.end()).size(), titles.size());
    }

    void valuesReadAsTheirKind()
    {
        QCOMPARE(measureValue(*energyMeasure(), 0.424), QStringLiteral("42 %"));
        QCOMPARE(measureValue(*peakMeasure(), 1), QStringLiteral("yes"));
        QCOMPARE(measureValue(*peakMeasure(), 0), QStringLiteral("no"));
        QCOMPARE(measureValue(*sparsenessMeasure(), 0.6249), QStringLiteral("0.62"));
    }

    void numbersBelowNothingHaveAMinus()
    {
        const MeasurePtr measure = measureNamed("insertion-deletion");
        QCOMPARE(measureValue(*measure, -0.014), QStringLiteral("−0.01"));
        QCOMPARE(measureMean(*measure, -0.25), QStringLiteral("−0.25"));
        for (const double nothing : {-0.004, 0.0, 0.004})
            QCOMPARE(measureMean(*measure, nothing), QStringLiteral("0.00"));
    }

    /// Sparseness is said where one asks for more, and not under the picture.
    void aCellSaysWhatLiesOnTheFood()
    {
        const MeasureWords inside = wordsOf(activation({3, 1, 0, 0}), photo());
        QCOMPARE(inside.caption, QStringLiteral("75 % on food, peak inside"));
        QCOMPARE(inside.brief, QStringLiteral("75 % on food ✓"));
        QCOMPARE(inside.shortest, QStringLiteral("75 % ✓"));
        QCOMPARE(inside.sentences,
            QStringList({QStringLiteral("75 % of the map lies on the food, and so does its highest value."),
                QStringLiteral("Sparseness: 0.62")}));
        QCOMPARE(inside.explanations.size(), 4);
        QVERIFY(inside.explanations[0].startsWith(QStringLiteral("Energy on food: 75 %\nThis is ")));
        QVERIFY(inside.explanations[1].startsWith(QStringLiteral("Peak on food: yes\nThis says ")));
        QVERIFY(inside.explanations[2].startsWith(QStringLiteral("Hottest pixels on food: 100 %\nOf as ")));
        QVERIFY(inside.explanations[3].startsWith(QStringLiteral("Sparseness: 0.62\nThis is ")));
        const MeasureWords outside = wordsOf(activation({1, 3, 0, 0}), photo());
        QCOMPARE(outside.caption, QStringLiteral("25 % on food, peak outside"));
        QCOMPARE(outside.shortest, QStringLiteral("25 % ✗"));
    }

    void withoutAMaskNothingIsSaidOfTheFood()
    {
        const MeasureWords words = wordsOf(activation({3, 1, 0, 0}), photo(false));
        QCOMPARE(words.caption, QString());
        QCOMPARE(words.sentences, QStringList(QStringLiteral("Sparseness: 0.62")));
        QCOMPARE(words.explanations.size(), 1);
    }

    void anEmptyMapIsNotMeasured() { QCOMPARE(wordsOf(activation({0, 0, 0, 0}), photo()), MeasureWords()); }

    /// What speaks against a class is not measured.
    void signedMapsAreMeasuredWhereTheySpeakForTheClass()
    {
        const std::vector<double> values{1, -1, 1, 0};
        const MeasureWords evidence = wordsOf(attribution(Meaning::Evidence, values), photo());
        QCOMPARE(evidence.caption, QStringLiteral("50 % on food, peak outside"));
        const MeasureWords positive = wordsOf(attribution(Meaning::Sensitivity, {1, 0, 1, 0}), photo());
        QCOMPARE(positive, evidence);
    }

    void whatAMeasureNotesIsANoteOfTheCell()
    {
        MeasuredAnswer answer = withMeasures(activation({3, 1, 0, 0}), photo());
        answer.measures.front().measured.notes = {Note::LabelUnknown};
        const BoardCell cell = answerCell(answer, ActivationOptions{}, photo(), {});
        QCOMPARE(cell.notes.size(), 1);
    }
};

QTEST_MAIN(MeasureTextsTest)
#include "measuretexts_test.moc"
