#include "tests/cli/program.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/// figure: one picture of several views, without a display.
class FigureCliTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString below(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    static QString validation(const char *name)
    {
        return data(QStringLiteral("food/validation/")) + QString::fromUtf8(name);
    }

    Run draw(const char *name, const char *options, const QStringList &photos) const
    {
        return convscope(withNetwork(QStringLiteral("figure"),
            QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts)
                + QStringList{QStringLiteral("--out"), below(name)} + photos));
    }

    QJsonObject recipeOf(const char *name) const
    {
        const QImage image(below(name));
        return QJsonDocument::fromJson(image.text(QStringLiteral("Recipe")).toUtf8()).object();
    }

    /// The texts of an SVG, one a line.
    static QString texts(const QString &file)
    {
        QXmlStreamReader reader(contents(file));
        QString all;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text")
                all += reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed() + u'\n';
        }
        return reader.hasError() ? reader.errorString() : all;
    }

    /// The pictures of an SVG, as they are encoded.
    static QStringList pictures(const QString &file)
    {
        QXmlStreamReader reader(contents(file));
        QStringList all;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"image")
                all += reader.attributes().value(QLatin1String("xlink:href")).toString();
        }
        return all;
    }

private Q_SLOTS:
    void allViewsAsPng()
    {
        const Run run = draw("all.png", "--layer 2 --iterations 2 --samples 20",
            {validation("3_1.jpg"), validation("5_0.jpg")});
        QVERIFY2(run.code == 0, run.err);
        QCOMPARE(run.err, QByteArray()); // nothing of Qt's about a missing display or folder
        const QImage image(below("all.png"));
        QVERIFY(image.width() > 600 && image.height() > 1500);
        const QJsonObject recipe = recipeOf("all.png");
        QCOMPARE(recipe[QStringLiteral("photos")].toArray().size(), 2);
        QCOMPARE(recipe[QStringLiteral("rows")].toArray().size(), 5);
        QCOMPARE(recipe[QStringLiteral("rows")][4][QStringLiteral("parameters")][QStringLiteral("samples")]
                     .toInt(),
            20);
    }

    /// 10 cm at 254 dots an inch are 1000 pixels.
    void sizeAndTextAreAsAskedFor()
    {
        QCOMPARE(draw("sized.png", "--views photo --width-cm 10 --dpi 254", {validation("3_1.jpg")}).code, 0);
        QCOMPARE(QImage(below("sized.png")).width(), 1000);
        const Run bare = draw(
            "bare.svg", "--views saliency --no-captions --font-size 7 --layer 2", {validation("3_1.jpg")});
        QVERIFY2(bare.code == 0, bare.err);
        QVERIFY(contents(below("bare.svg")).contains("font-size=\"7\""));
        const Run narrow = draw("narrow.png", "--views photo --width-cm 1", {validation("3_1.jpg")});
        QCOMPARE(narrow.code, 1);
        QVERIFY2(narrow.err.contains("Width-cm cannot be"), narrow.err);
    }

    /// From another folder too.
    void theRecipeNamesFilesInFull()
    {
        QCOMPARE(draw("full.png", "--views photo", {validation("3_1.jpg")}).code, 0);
        const QImage image(below("full.png"));
        const QJsonObject recipe =
            QJsonDocument::fromJson(image.text(QStringLiteral("Recipe")).toUtf8()).object();
        QVERIFY(recipe[QStringLiteral("network")][QStringLiteral("file")].toString().startsWith(u'/'));
        QCOMPARE(recipe[QStringLiteral("photos")][0][QStringLiteral("sha256")].toString().size(), 64);
    }

    void viewsInTheOrderAskedFor()
    {
        const Run run = draw("some.svg", "--views activation,photo --layer cnn.10 --filter 3",
            {validation("3_1.jpg"), validation("5_0.jpg")});
        QVERIFY2(run.code == 0, run.err);
        const QString all = texts(below("some.svg"));
        QVERIFY(all.indexOf(QStringLiteral("Activation\n")) < all.indexOf(QStringLiteral("Photo\n")));
        QVERIFY(all.contains(QStringLiteral("layer 10, filter 3\n")));
        QVERIFY(all.contains(QStringLiteral("true: Meat\npredicted: Egg 41\u00a0%\nwrong\n")));
        QVERIFY(all.contains(QStringLiteral("true: Egg\npredicted: Egg 83\u00a0%\nright\n")));
        QVERIFY(!all.contains(QStringLiteral("LIME")));
    }

    /// The views come first. What a row does not say of layer, filter and class, all say with options.
    void rowsWithValuesOfTheirOwn()
    {
        const Run run = draw("rows.png",
            "--views photo,activation --layer cnn.3 --filter 2 --target predicted --row "
            "lime:samples=20,target=egg "
            "--row activation:layer=cnn.10,filter=3 --row activation:filter=1 --row saliency:objective=logit "
            "--row lime:samples=30,stop-when-stable --row activation",
            {validation("3_1.jpg")});
        QVERIFY2(run.code == 0, run.err);
        const QJsonArray rows = recipeOf("rows.png")[QStringLiteral("rows")].toArray();
        QStringList told;
        for (const QJsonValue &row : rows) {
            const QJsonValue given = row[QStringLiteral("parameters")];
            QStringList values{row[QStringLiteral("view")].toString()};
            for (const char *name :
                {"target", "objective", "layer", "filter", "samples", "stop-when-stable"}) {
                const QJsonValue value = given[QLatin1String(name)];
                if (!value.isUndefined())
                    values += value.toVariant().toString();
            }
            if (row[QStringLiteral("held")].toBool())
                values += QStringLiteral("held");
            told += values.join(u' ');
        }
        QCOMPARE(told,
            (QStringList{QStringLiteral("photo"), QStringLiteral("activation 3 2"),
                QStringLiteral("lime 3 20 false"), QStringLiteral("activation 10 3 held"),
                QStringLiteral("activation 3 1 held"), QStringLiteral("saliency predicted logit"),
                QStringLiteral("lime predicted 30 true"), QStringLiteral("activation 3 2")}));
    }

    void rowsAloneTakeThePlaceOfTheUsualViews()
    {
        QCOMPARE(draw("alone.svg",
                     "--row filter:layer=2,iterations=2 --row visualize:layer=2,iterations=3 --row photo",
                     {validation("3_1.jpg")})
                     .code,
            0);
        const QString all = texts(below("alone.svg"));
        QCOMPARE(all.count(QStringLiteral("Feature\nvisualisation\n")), 2);
        QVERIFY(all.indexOf(QStringLiteral("2 steps")) < all.indexOf(QStringLiteral("3 steps")));
        QVERIFY(all.indexOf(QStringLiteral("3 steps")) < all.indexOf(QStringLiteral("Photo\n")));
        QVERIFY(!all.contains(QStringLiteral("Saliency")));
    }

    /// Its rows come before the others; those that are not held take what all share.
    void rowsOfAPreset()
    {
        const Run run = draw("preset.png",
            qPrintable(QStringLiteral("--layer cnn.3 --target egg --row photo --preset ")
                + data(QStringLiteral("presets/four.convrows"))),
            {validation("3_1.jpg")});
        QVERIFY2(run.code == 0, run.err);
        QVERIFY2(run.err.contains("Left out: tea-leaves, lime kernel"), run.err);
        QStringList given;
        for (const QJsonValue &row : recipeOf("preset.png")[QStringLiteral("rows")].toArray()) {
            const QJsonValue values = row[QStringLiteral("parameters")];
            QStringList said{row[QStringLiteral("view")].toString()};
            for (const char *name : {"target", "layer", "filter", "samples"}) {
                const QVariant value = values[QLatin1String(name)].toVariant();
                if (value.isValid())
                    said << QLatin1String(name) + u'=' + value.toString();
            }
            if (row[QStringLiteral("held")].toBool())
                said << QStringLiteral("held");
            given << said.join(u' ');
        }
        QCOMPARE(given,
            QStringList({"activation layer=10 filter=5 held", "activation layer=3 filter=0",
                "lime target=3 samples=20", "photo"}));
        QCOMPARE(
            recipeOf(
                "preset.png")[QStringLiteral("rows")][0][QStringLiteral("look")][QStringLiteral("colour_map")]
                .toString(),
            QStringLiteral("cividis"));
    }

    void aPresetOfTheProgram()
    {
        const Run run = draw("cams.png", "--preset cams --layer cnn.10", {validation("3_1.jpg")});
        QVERIFY2(run.code == 0, run.err);
        const QJsonArray rows = recipeOf("cams.png")[QStringLiteral("rows")].toArray();
        QCOMPARE(rows.size(), 11);
        for (qsizetype i = 1; i < rows.size(); ++i)
            QCOMPARE(rows[i][QStringLiteral("parameters")][QStringLiteral("layer")].toInt(), 10);
    }

    /// By its name, as it stands in the menu.
    void aPresetThatTheUserKeeps()
    {
        QDir().mkpath(below("convscope/presets"));
        QVERIFY(QFile::copy(
            data(QStringLiteral("presets/photo.convrows")), below("convscope/presets/mine.convrows")));
        const Run run =
            shell(QStringLiteral(R"(XDG_DATA_HOME='%1' "$0" figure --model '%2' --preset mine )"
                                 R"(--out '%1/mine.png' '%3')")
                      .arg(m_folder.path(), data(QStringLiteral("narrow.pth")), validation("3_1.jpg")));
        QVERIFY2(run.code == 0, run.err);
        QCOMPARE(recipeOf("mine.png")[QStringLiteral("rows")].toArray().size(), 1);
    }

    /// Options of single methods are about the rows that --views makes.
    void viewsKeepTheirOptionsBesideRows()
    {
        const char *options =
            "--views lime --samples 20 --seed 3 --row lime:samples=30 --row lime:samples=40,seed=5";
        const Run run = draw("beside.png", options, {validation("3_1.jpg")});
        QVERIFY2(run.code == 0, run.err);
        const QJsonArray rows = recipeOf("beside.png")[QStringLiteral("rows")].toArray();
        QCOMPARE(rows.size(), 3);
        const int samples[] = {20, 30, 40};
        const int seeds[] = {3, 16, 5};
        for (int i = 0; i < 3; ++i) {
            const QJsonValue given = rows[i][QStringLiteral("parameters")];
            QCOMPARE(given[QStringLiteral("samples")].toInt(), samples[i]);
            QCOMPARE(given[QStringLiteral("seed")].toInt(), seeds[i]);
        }
    }

    void twentyRows()
    {
        QString options;
        for (int i = 0; i < 20; ++i)
            options += QStringLiteral("--row activation:layer=%1,filter=%2 ").arg(i % 4).arg(i / 4);
        const Run run = draw("twenty.png", options.toLatin1().constData(), {validation("3_1.jpg")});
        QVERIFY2(run.code == 0, run.err);
        const QJsonArray rows = recipeOf("twenty.png")[QStringLiteral("rows")].toArray();
        QCOMPARE(rows.size(), 20);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(rows[i][QStringLiteral("parameters")][QStringLiteral("layer")].toInt(-1), i % 4);
            QCOMPARE(rows[i][QStringLiteral("parameters")][QStringLiteral("filter")].toInt(-1), i / 4);
        }
    }

    void photosMayFollowARow()
    {
        const Run run = convscope(withNetwork(QStringLiteral("figure"),
            {QStringLiteral("--out"), below("follow.png"), QStringLiteral("--row"), QStringLiteral("photo"),
                validation("3_1.jpg"), validation("5_0.jpg")}));
        QVERIFY2(run.code == 0, run.err);
        QCOMPARE(recipeOf("follow.png")[QStringLiteral("photos")].toArray().size(), 2);
    }

    /// Rows that need no gradients are as of any network.
    void aNetworkWithoutGradientsIsToldOfInItsCell()
    {
        const Run run = convscope({QStringLiteral("figure"), QStringLiteral("--model"),
            data(QStringLiteral("torchscript/no-grad-scripted.pt")), QStringLiteral("--out"),
            below("cut.svg"), QStringLiteral("--row"), QStringLiteral("saliency"), QStringLiteral("--row"),
            QStringLiteral("photo"), QStringLiteral("--row"), QStringLiteral("lime:samples=20"),
            validation("3_1.jpg")});
        QVERIFY2(run.code == 0, run.err);
        const QString all = texts(below("cut.svg"));
        QVERIFY2(all.contains(QStringLiteral("No gradient reaches the photo")), qPrintable(all));
        QVERIFY(all.contains(QStringLiteral("R²")));
    }

    void pdf()
    {
        QCOMPARE(draw("photo.pdf", "--views photo", {validation("3_1.jpg")}).code, 0);
        QVERIFY(contents(below("photo.pdf")).startsWith("%PDF-"));
    }

    /// With 15 as the default layer; a view that is not drawn asks nothing of the network.
    void layersOfOtherViewsDoNotMatter()
    {
        QCOMPARE(draw("lime.svg", "--views lime --layer 99 --samples 20", {validation("3_1.jpg")}).code, 0);
        const Run run = draw("act.svg", "--views activation --layer 99", {validation("3_1.jpg")});
        QCOMPARE(run.code, 1);
        QVERIFY(!QFile::exists(below("act.svg")));
    }

    void notebookColours()
    {
        QCOMPARE(
            draw("n.svg", "--views lime --colours notebook --samples 20", {validation("3_1.jpg")}).code, 0);
        QVERIFY(contents(below("n.svg")).contains("#00ff00"));
        QCOMPARE(draw("b.svg", "--views lime --colours board --samples 20", {validation("3_1.jpg")}).code, 0);
        QVERIFY(!contents(below("b.svg")).contains("#00ff00"));
    }

    /// The recipe must lead to the same figure again: it holds the offset of the first photo, not of the
    /// last.
    void aSharedStreamIsInTheRecipe()
    {
        const QStringList photos = {validation("3_1.jpg"), validation("5_0.jpg")};
        const char *lime = "--views lime --samples 20 --stream-offset 7";
        QCOMPARE(draw("each.png", lime, photos).code, 0);
        QCOMPARE(draw("shared.png", (QByteArray(lime) + " --stream shared").constData(), photos).code, 0);
        const QJsonValue row = recipeOf("shared.png")[QStringLiteral("rows")][0];
        QCOMPARE(row[QStringLiteral("stream")].toString(), QStringLiteral("shared"));
        QCOMPARE(row[QStringLiteral("parameters")][QStringLiteral("stream-offset")].toInt(-1), 7);
        QCOMPARE(recipeOf("each.png")[QStringLiteral("rows")][0][QStringLiteral("stream")].toString(),
            QStringLiteral("per-image"));
        const QImage each(below("each.png"));
        const QImage shared(below("shared.png"));
        QCOMPARE(each.size(), shared.size());
        const int second = each.width() * 2 / 3; // within the second photo's column
        const QRect before(0, 0, each.width() / 2, each.height());
        const QRect after(second, 0, each.width() - second, each.height());
        QCOMPARE(each.copy(before), shared.copy(before));
        QVERIFY(each.copy(after) != shared.copy(after));
    }

    /// Each row has random numbers of its own.
    void eachRowHasAStreamOfItsOwn()
    {
        const QStringList photos = {validation("3_1.jpg"), validation("5_0.jpg")};
        QCOMPARE(draw("one.svg", "--stream shared --row lime:samples=20", photos).code, 0);
        QCOMPARE(
            draw("two.svg", "--stream shared --row lime:samples=30 --row lime:samples=20", photos).code, 0);
        const QStringList one = pictures(below("one.svg"));
        const QStringList two = pictures(below("two.svg"));
        QCOMPARE(one.size(), 2);
        QCOMPARE(two.size(), 4);
        for (const QString &picture : one)
            QVERIFY(two.contains(picture));
    }

    void aBadPhotoIsLeftOut()
    {
        const Run run =
            draw("rest.svg", "--views photo", {QStringLiteral("none.jpg"), validation("3_1.jpg")});
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY(run.err.contains("none.jpg"));
        QVERIFY(texts(below("rest.svg")).contains(QStringLiteral("3_1\n")));
        const Run none = draw("none.svg", "--views photo", {QStringLiteral("none.jpg")});
        QCOMPARE(none.code, 1);
        QVERIFY(!QFile::exists(below("none.svg")));
    }

    void notesAreFootnotes()
    {
        QVERIFY(QFile::copy(validation("3_1.jpg"), below("lunch.jpg")));
        QCOMPARE(draw("note.svg", "--views saliency", {below("lunch.jpg")}).code, 0);
        const QString all = texts(below("note.svg"));
        QVERIFY2(all.contains(QStringLiteral("Egg [1]\n")), qPrintable(all));
        QVERIFY(all.contains(QStringLiteral("[1] The true class is not known")));
        QVERIFY(all.contains(QStringLiteral("true class unknown\n")));
    }

    void theFolderIsMade()
    {
        QCOMPARE(draw("new/below/f.png", "--views photo", {validation("3_1.jpg")}).code, 0);
        QVERIFY(!QImage(below("new/below/f.png")).isNull());
    }

    void aFileInTheWayIsAFailure()
    {
        const QString place = validation("0_0.jpg") + QStringLiteral("/f.png");
        const Run run = convscope(withNetwork(QStringLiteral("figure"),
            {QStringLiteral("--views"), QStringLiteral("photo"), QStringLiteral("--out"), place,
                validation("3_1.jpg")}));
        QCOMPARE(run.code, 1);
        QCOMPARE(run.lines().size(), 1);
        QVERIFY2(run.err.contains("0_0.jpg"), run.err);
    }
};

CONVSCOPE_CLI_TEST_MAIN(FigureCliTest)
#include "figure_cli_test.moc"
