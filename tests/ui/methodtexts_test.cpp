#include "ui/present/methodtexts.h"

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

const QStringList &methodNames()
{
    static const QStringList names = [] {
        QStringList all;
        for (const MethodOptions &method : allMethods())
            all << QLatin1String(methodName(method));
        return all;
    }();
    return names;
}

void addMethods()
{
    QTest::addColumn<QString>("method");
    for (const QString &name : methodNames())
        QTest::newRow(qPrintable(name)) << name;
}

/// All texts of a method and of its fields, with where each of them comes from.
QMap<QString, QString> textsOf(const MethodOptions &method)
{
    QMap<QString, QString> texts{{QStringLiteral("title"), methodTitle(method)},
        {QStringLiteral("explanation"), methodExplanation(method)},
        {QStringLiteral("summary"), methodSummary(method)}};
    visitFields(method, [&](const char *name, const auto &, const Bounds &) {
        const FieldDescription field = fieldDescription(method, name);
        texts[QStringLiteral("%1, label").arg(QLatin1String(name))] = field.label;
        texts[QStringLiteral("%1, help").arg(QLatin1String(name))] = field.help;
        for (const QString &word : field.words)
            texts[QStringLiteral("%1, %2").arg(QLatin1String(name), word)] = word;
        for (const QString &sentence : field.sentences)
            texts[QStringLiteral("%1, %2").arg(QLatin1String(name), sentence)] = sentence;
    });
    return texts;
}

} // namespace

/// Whatever method there is, it is said what it is.
class MethodTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMethodIsSaid_data() { addMethods(); }

    void eachMethodIsSaid()
    {
        QFETCH(const QString, method);
        const MethodOptions options = *methodNamed(method.toStdString());
        QVERIFY(!methodTitle(options).isEmpty());
        QVERIFY(methodTitle(options).front().isUpper());
        QVERIFY2(methodExplanation(options).endsWith(u'.'), qPrintable(methodExplanation(options)));
        const QString summary = methodSummary(options);
        QVERIFY2(!summary.isEmpty() && !summary.endsWith(u'.') && summary.size() < 80, qPrintable(summary));
    }

    void titlesTellMethodsApart()
    {
        QStringList titles;
        for (const MethodOptions &method : allMethods())
            titles << methodTitle(method);
        QCOMPARE(QSet<QString>(titles.begin(), titles.end()).size(), titles.size());
    }

    void eachFieldIsSaid_data() { addMethods(); }

    /// With one word for each value of an enum, and none where there are no words.
    void eachFieldIsSaid()
    {
        QFETCH(const QString, method);
        const MethodOptions options = *methodNamed(method.toStdString());
        QStringList labels;
        visitFields(options, [&](const char *name, const auto &member, const Bounds &) {
            using Field = std::decay_t<decltype(member)>;
            const FieldDescription field = fieldDescription(options, name);
            labels << field.label;
            QVERIFY2(!field.label.isEmpty() && !field.label.endsWith(u'.'), name);
            QVERIFY2(field.help.endsWith(u'.'), name);
            QVERIFY2(!allowedText(options, name).isEmpty(), name);
            if constexpr (Worded<Field>) {
                QCOMPARE(field.words.size(), qsizetype(Words<Field>::all.size()));
                QVERIFY2(!field.words.contains(QString()), name);
                QCOMPARE(QSet<QString>(field.words.begin(), field.words.end()).size(), field.words.size());
                QVERIFY2(field.sentences.isEmpty() || field.sentences.size() == field.words.size(), name);
                for (const QString &sentence : field.sentences)
                    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            } else {
                QVERIFY2(field.words.isEmpty(), name);
            }
        });
        QCOMPARE(QSet<QString>(labels.begin(), labels.end()).size(), labels.size());
    }

    void whatIsNoFieldHasNoText()
    {
        const FieldDescription none = fieldDescription(LimeOptions{}, "depth");
        QVERIFY(none.label.isEmpty() && none.help.isEmpty() && none.words.isEmpty());
    }

    void allIsTranslated_data() { addMethods(); }

    void allIsTranslated()
    {
        QFETCH(const QString, method);
        const MethodOptions options = *methodNamed(method.toStdString());
        Marker marker;
        QVERIFY(QCoreApplication::installTranslator(&marker));
        const QMap<QString, QString> texts = textsOf(options);
        const QString detail = methodDetail(options);
        QCoreApplication::removeTranslator(&marker);
        for (auto text = texts.cbegin(); text != texts.cend(); ++text)
            QVERIFY2(text->startsWith(u'«') && text->endsWith(u'»'), qPrintable(text.key()));
        QVERIFY2(detail.isEmpty() || detail.startsWith(u'«'), qPrintable(detail));
    }

    /// Each value of each field that is not as usual is said, or shown in another way.
    void whatDiffersIsSaid()
    {
        QCOMPARE(methodDetail(SaliencyOptions{}), QStringLiteral("true class, loss"));
        QCOMPARE(methodDetail(SaliencyOptions{{Target::Kind::Class, 7}, Objective::Logit}),
            QStringLiteral("class 7, logit"));
        QCOMPARE(methodDetail(ActivationOptions{4, 7}), QStringLiteral("layer 4, filter 7"));
        QCOMPARE(methodDetail(CamOptions{{}, 36, CamKind::Eigen}),
            QStringLiteral("true class, layer 36, Eigen-CAM"));
        LimeOptions lime;
        QCOMPARE(methodDetail(lime), QStringLiteral("true class, 1000 samples"));
        lime.seed = 7;
        lime.samples = 30;
        lime.stopWhenStable = true;
        lime.slic.segments = 50;
        lime.minWeight = 0.125;
        QCOMPARE(methodDetail(lime),
            QStringLiteral("true class, seed 7, 30 samples, until stable, 50 segments, weight from 0.125"));
    }

    /// Of a kind that has a sentence of its own.
    void theChosenKindIsExplained()
    {
        const QString layer = questionExplanation(CamOptions{{}, 36, CamKind::Layer});
        const QString eigen = questionExplanation(CamOptions{{}, 36, CamKind::Eigen});
        QVERIFY(
            layer.startsWith(methodExplanation(CamOptions{})) && layer.contains(QStringLiteral("LayerCAM")));
        QVERIFY(eigen.contains(QStringLiteral("no class")) && !eigen.contains(QStringLiteral("LayerCAM")));
        QCOMPARE(questionExplanation(SaliencyOptions{}), methodExplanation(SaliencyOptions{}));
    }

    void boundsAreSaid()
    {
        for (const char *word : Words<Objective>::all)
            QVERIFY(allowedText(SaliencyOptions{}, "objective").contains(QLatin1String(word)));
        QVERIFY(allowedText(LimeOptions{}, "samples").contains(QStringLiteral("1000000")));
        QVERIFY(allowedText(LimeOptions{}, "samples").contains(QStringLiteral("whole")));
        QVERIFY(!allowedText(LimeOptions{}, "sigma").contains(QStringLiteral("whole")));
    }
};

QTEST_GUILESS_MAIN(MethodTextsTest)
#include "methodtexts_test.moc"
