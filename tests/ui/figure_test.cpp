#include "core/error.h"
#include "ui/present/figure.h"

#include <QFile>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace convscope;

namespace {

QImage filled(QColor colour)
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// Two rows; one photo a colour.
Board boardOf(const QList<QColor> &colours)
{
    Board board;
    board.rows = {{QStringLiteral("Photo"), {}, false, {}, {}},
        {QStringLiteral("Activation"), QStringLiteral("layer 15, filter 0"), false, {},
            ColourBar{ColourMap::Viridis, QStringLiteral("low"), QStringLiteral("high")}}};
    for (const QColor &colour : colours) {
        BoardColumn column;
        column.title = QStringLiteral("3_%1").arg(board.columns.size());
        column.trueClass = QStringLiteral("Egg <&> 蛋");
        column.predictedClass = QStringLiteral("Egg 93 %");
        column.known = column.right = true;
        BoardCell photo;
        photo.picture = filled(colour);
        BoardCell activation = photo;
        activation.caption = QStringLiteral("0 to 3.12");
        activation.notes = {QStringLiteral("This filter is silent here.")};
        column.cells = {photo, activation};
        board.columns += column;
    }
    return board;
}

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every text of an SVG, and its description.
struct SvgTexts
{
    QString all;
    QString description;
    int images = 0;
    bool valid = false;
};

SvgTexts textsOf(const QByteArray &svg)
{
    SvgTexts texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"text")
            texts.all += reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed() + u'\n';
        else if (reader.name() == u"desc")
            texts.description = reader.readElementText();
        else if (reader.name() == u"image")
            ++texts.images;
    }
    texts.valid = !reader.hasError();
    return texts;
}

} // namespace

class FigureTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QByteArray m_recipe = "{\"photo\": \"a<&>\\\"b\"}";

    std::filesystem::path file(const char *name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

private Q_SLOTS:
    void pngShowsPicturesUnsmoothedAndCarriesTheRecipe()
    {
        FigureStyle style;
        style.dpi = 216;
        const Board board = boardOf({Qt::red, Qt::blue});
        writeFigure(file("f.png"), board, style, m_recipe);
        const QImage image(m_folder.filePath(QStringLiteral("f.png")));
        QCOMPARE(image.size(), (figureSize(board, style) * 3).toSize());
        QCOMPARE(image.text(QStringLiteral("Recipe")).toUtf8(), m_recipe);
        int red = 0;
        int blue = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                red += image.pixel(x, y) == qRgb(255, 0, 0);
                blue += image.pixel(x, y) == qRgb(0, 0, 255);
            }
        }
        const int cell = int(style.cell * 3);
        // Two cells of either; where a cell's edge falls between pixels, a row of them may be mixed.
        QVERIFY(red > 2 * (cell - 1) * (cell - 1) && red <= 2 * cell * cell);
        QVERIFY(blue > 2 * (cell - 1) * (cell - 1) && blue <= 2 * cell * cell);
    }

    void svgKeepsTextAsText()
    {
        writeFigure(file("f.svg"), boardOf({Qt::red}), {}, m_recipe);
        const SvgTexts texts = textsOf(contents(m_folder.filePath(QStringLiteral("f.svg"))));
        QVERIFY(texts.valid);
        QCOMPARE(texts.description.toUtf8(), m_recipe);
        QCOMPARE(texts.images, 2);
        for (const char *text :
            {"3_0\n", "true: Egg <&>\n", "predicted: Egg 93\u00a0%\n", "right\n", "Activation\n",
                "layer 15, filter 0\n", "0 to 3.12 [1]\n", "[1] This filter is silent here.\n"})
            QVERIFY2(texts.all.contains(QString::fromUtf8(text)), qPrintable(texts.all));
    }

    /// Whatever the program itself is written in, which other computers may not have.
    void svgNamesOnlyTheFontsOfTheFigure()
    {
        QGuiApplication::setFont(QFont(QStringLiteral("Nowhere Sans")));
        writeFigure(file("f.svg"), boardOf({Qt::red}), {}, m_recipe);
        QVERIFY(!contents(m_folder.filePath(QStringLiteral("f.svg"))).contains("Nowhere Sans"));
    }

    void pdfEmbedsFontsAndCarriesTheRecipe()
    {
        writeFigure(file("f.PDF"), boardOf({Qt::red}), {}, m_recipe);
        const QByteArray pdf = contents(m_folder.filePath(QStringLiteral("f.PDF")));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/FontFile"));
        QVERIFY(pdf.contains("/EmbeddedFile"));
        // What its characters are called: "filter" has no ligature, which a search would not find.
        QVERIFY(pdf.contains("begincmap") && !pdf.contains("<FB01>"));
        const QRegularExpression title(QStringLiteral("/Title (\\(.+?\\)|<.+?>)"));
        QVERIFY(title.match(QString::fromLatin1(pdf)).hasMatch());
        QVERIFY(!pdf.contains("/DCTDecode")); // no lossy pictures
    }

    void manyPhotosOnlyWidenIt()
    {
        const QSizeF one = figureSize(boardOf({Qt::red}), {});
        const QSizeF three = figureSize(boardOf({Qt::red, Qt::red, Qt::red}), {});
        QCOMPARE(three.height(), one.height());
        QVERIFY(three.width() > one.width() + 2 * FigureStyle{}.cell);
    }

    /// Contours are lines in a vector format, too, and the figure says what they enclose.
    void contoursAreLinesAndAreExplained()
    {
        Board board = boardOf({Qt::red});
        writeFigure(file("plain.svg"), board, {}, {});
        board.rows[1].remarks = {QStringLiteral("lines enclose half")};
        board.columns[0].cells[1].contours.addRect(0.25, 0.25, 0.5, 0.5);
        writeFigure(file("lines.svg"), board, {}, {});
        const QByteArray plain = contents(m_folder.filePath(QStringLiteral("plain.svg")));
        const QByteArray lines = contents(m_folder.filePath(QStringLiteral("lines.svg")));
        QVERIFY(lines.count("<path") >= plain.count("<path") + 2); // the rim, and the line in it
        QString said = textsOf(lines).all;
        QVERIFY2(said.replace(u'\n', u' ').contains(board.rows[1].remarks.first()), qPrintable(said));
    }

    /// However narrow the pictures are.
    void classNamesAreNeverCutNorNumbersBroken()
    {
        Board board = boardOf({Qt::red, Qt::green, Qt::blue, Qt::red});
        for (BoardColumn &column : board.columns) {
            column.trueClass = QStringLiteral("Vegetable/Fruit");
            column.predictedClass = QStringLiteral("Dairy product 41 %");
            column.cells[1].caption = QStringLiteral("100\u00a0steps · sum\u00a01981\u00a0→\u00a0865651");
        }
        for (const double width : {16.0, 12.0}) {
            writeFigure(file("narrow.svg"), board, {.widthCm = width}, {});
            const QString all = textsOf(contents(m_folder.filePath(QStringLiteral("narrow.svg")))).all;
            QVERIFY2(!all.contains(QChar(0x2026)), qPrintable(all));
            QCOMPARE(all.count(QStringLiteral("865651")), 4);
            QCOMPARE(all.count(QStringLiteral("41\u00a0%")), 4);
            for (const char *word : {"Dairy", "product"})
                QCOMPARE(all.count(QLatin1String(word)), 4);
        }
    }

    void photosCanBeRows()
    {
        const Board one = boardOf({Qt::red});
        const QSizeF upright = figureSize(one, {});
        const QSizeF lying = figureSize(one, {.photosAsRows = true});
        QVERIFY(lying.width() > upright.width() && lying.height() < upright.height());
        const Board three = boardOf({Qt::red, Qt::green, Qt::blue});
        const QSizeF size = figureSize(three, {.photosAsRows = true});
        QVERIFY(size.height() > lying.height() + 2 * FigureStyle{}.cell);
        writeFigure(file("rows.svg"), three, {.photosAsRows = true}, {});
        const SvgTexts texts = textsOf(contents(m_folder.filePath(QStringLiteral("rows.svg"))));
        QCOMPARE(texts.images, 6);
        for (const char *text : {"3_0", "3_1", "3_2", "Activation", "0 to 3.12"})
            QVERIFY2(texts.all.contains(QLatin1String(text)), text);
        // The photos stand below each other, each more than a picture below the one before.
        writeFigure(file("rows.png"), three, {.dpi = 72, .photosAsRows = true}, {});
        const QImage image(m_folder.filePath(QStringLiteral("rows.png")));
        QList<int> tops;
        for (const QColor &colour : {QColor(Qt::red), QColor(Qt::green), QColor(Qt::blue)}) {
            int top = -1;
            for (int y = 0; y < image.height() && top < 0; ++y) {
                for (int x = 0; x < image.width() && top < 0; ++x)
                    top = image.pixelColor(x, y) == colour ? y : -1;
            }
            tops += top;
        }
        QVERIFY(
            tops[0] > 0 && tops[1] > tops[0] + FigureStyle{}.cell && tops[2] > tops[1] + FigureStyle{}.cell);
    }

    void emptyCellsAndLongNamesAreDrawn()
    {
        Board board = boardOf({Qt::red});
        board.columns[0].title = QString(400, u'x');
        board.columns[0].cells[1] = {};
        board.columns[0].cells[1].error = QStringLiteral("It failed.");
        const QSizeF size = figureSize(board, {});
        QVERIFY(size.width() < 400);
        writeFigure(file("e.svg"), board, {}, {});
        const SvgTexts texts = textsOf(contents(m_folder.filePath(QStringLiteral("e.svg"))));
        QVERIFY(texts.all.contains(QStringLiteral("It failed.")));
        QVERIFY(texts.all.contains(QChar(0x2026))); // the name is cut
    }

    void otherEndingsAreRefused()
    {
        try {
            writeFigure(file("f.gif"), boardOf({Qt::red}), {}, m_recipe);
            QFAIL("no error");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::InvalidOption);
        }
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("f.gif"))));
    }

    void aFolderThatIsNotThereIsAnError()
    {
        try {
            writeFigure(file("none/f.png"), boardOf({Qt::red}), {}, m_recipe);
            QFAIL("no error");
        } catch (const Error &error) {
            QCOMPARE(error.kind(), ErrorKind::CannotWrite);
        }
    }
};

QTEST_MAIN(FigureTest)
#include "figure_test.moc"
