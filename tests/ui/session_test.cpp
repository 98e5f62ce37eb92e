#include "core/error.h"
#include "tests/support/rows.h"
#include "tests/support/temporaryfolder.h"
#include "ui/present/figure.h"
#include "ui/present/figurefile.h"
#include "ui/present/reopen.h"
#include "ui/present/results.h"
#include "ui/present/sentences.h"

#include <QDir>
#include <QImage>
#include <QTest>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace convscope;
namespace fs = std::filesystem;

namespace {

Session fullSession()
{
    Session session;
    session.network = {{"/nets/a   \"net\".pth", QStringLiteral("aa")}, Precision::Float64,
        QStringLiteral("cpu"), imagenetInput(), InputOrigin::Told};
    session.network.input.classNames = {"one", "zwölf"};
    session.folder = "/photos/food";
    session.split = QStringLiteral("validation");
    session.labels = {LabelsAsked::Folders, {{"Süßes", "Dessert"}, {"other", ""}}};
    session.photos = {
        {"/photos/food/validation/3_1.jpg", QStringLiteral("bb"), Target{Target::Kind::Class, 7}},
        {"/photos/food/validation/\xe4_\xff.jpg", {}, {}, /*pinned=*/true}}; // no UTF-8
    LimeOptions lime;
    lime.target = {Target::Kind::Class, 7};
    lime.samples = 77;
    Row marks = newRow(lime);
    marks.look.colours = Colours::Notebook;
    lime.seed = 4294967295;
    Row held = newRow(ActivationOptions{2, 5});
    held.held = true;
    session.rows = {marks, Row{}, newRow(ActivationOptions{4, 11}), newRow(lime), held};
    FeatureVisualisationOptions image{4, 11};
    image.noiseSeed = 4000000000;
    Row saliency = newRow(SaliencyOptions{{Target::Kind::Predicted, 0}, Objective::Logit});
    saliency.look = {.colourMap = ColourMap::Cividis,
        .sharedScale = true,
        .opacity = 0.25,
        .clipping = Clipping::FivePercent,
        .contours = Contours::Quarters,
        .evidence = true};
    session.hidden = {saliency, newRow(image)};
    session.layer = 4;
    session.filter = 11;
    session.outline = false;
    session.automatic = false;
    session.shape = BoardShape{BoardShape::Size::Own, 96, true};
    return session;
}

Board smallBoard()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    BoardColumn column;
    column.title = QStringLiteral("3_1");
    BoardCell cell;
    cell.picture = image;
    column.cells = {cell};
    return {{{QStringLiteral("Photo"), {}, false, {}, {}}}, {column}};
}

std::string contents(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::optional<Error> errorOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

QList<Change::Kind> kinds(const Reopened &reopened)
{
    QList<Change::Kind> kinds;
    for (const Change &change : reopened.changes)
        kinds += change.kind;
    return kinds;
}

/// A PDF with one stream, as another program might write it.
std::string pdfWith(const std::string &dictionary, const QByteArray &stream)
{
    return "%PDF-1.7\n1 0 obj\n<<" + dictionary + ">>\nstream\r\n" + stream.toStdString()
        + "\nendstream\nendobj\n%%EOF\n";
}

QByteArray zlib(const QByteArray &bytes) { return qCompress(bytes).mid(4); } // without Qt's own length

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten()
    {
        const Session written = fullSession();
        const QByteArray text = sessionText(written);
        QVERIFY(std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 128; }));
        const Session read = parseSession(text, {});
        QCOMPARE(read.network.file, written.network.file);
        QCOMPARE(read.network.precision, Precision::Float64);
        QCOMPARE(read.network.device, written.network.device);
        QVERIFY(read.network.input == written.network.input);
        QCOMPARE(read.network.inputOrigin, InputOrigin::Told);
        QCOMPARE(read.folder, written.folder);
        QCOMPARE(read.split, written.split);
        QVERIFY(read.labels == written.labels);
        QCOMPARE(read.photos, written.photos);
        QCOMPARE(read.rows, written.rows); // two of one method, and one that is held, among them
        QCOMPARE(read.hidden, written.hidden); // with how they were
        QCOMPARE(read.layer.index, 4);
        QCOMPARE(read.filter.index, 11);
        QCOMPARE(read.outline, written.outline);
        QCOMPARE(read.automatic, written.automatic);
        QVERIFY(read.shape == written.shape);
        QCOMPARE(read.program, ProgramVersions::current());
        QVERIFY(read.unknown.isEmpty());
        QCOMPARE(sessionText(read), text);
    }

    void anEmptyOneToo()
    {
        const Session read = parseSession(sessionText({}), {});
        QVERIFY(read.network.file.file.empty() && read.folder.empty() && read.photos.isEmpty());
        QVERIFY(read.automatic);
    }

    void filesBelowTheSessionMoveWithIt()
    {
        Session session;
        session.network.file = {"/base/work/nets/n.pth", {}};
        session.folder = "/base/work";
        session.photos = {{"/home/b/x.jpg", {}}};
        const QByteArray text = sessionText(session, "/base/work");
        QVERIFY2(text.contains("\"nets/n.pth\""), text);
        const Session read = parseSession(text, "/media/stick");
        QCOMPARE(read.network.file.file, fs::path("/media/stick/nets/n.pth"));
        QCOMPARE(read.folder, fs::path("/media/stick/.").lexically_normal());
        QCOMPARE(read.photos.first().file, fs::path("/home/b/x.jpg"));
    }

    void aRecipeDoesNotTellWhoseHomeItIs()
    {
        const fs::path home = QDir::homePath().toStdString();
        Session session;
        session.network.file = {home / "nets/n.pth", {}};
        session.photos = {{home / "photos/x.jpg", {}}, {"/media/stick/y.jpg", {}}};
        const QByteArray recipe = figureRecipe(session);
        QVERIFY2(!recipe.contains(QByteArray::fromStdString((home / "nets").string())), recipe);
        const Session read = parseSession(recipe, "/elsewhere");
        QCOMPARE(read.network.file.file, home / "nets/n.pth");
        QCOMPARE(read.photos[0].file, home / "photos/x.jpg");
        QCOMPARE(read.photos[1].file, fs::path("/media/stick/y.jpg"));
    }

    void damagedTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &text,
                             ErrorKind kind = ErrorKind::SessionDamaged) {
            QTest::newRow(name) << text << int(kind);
        };
        const QByteArray head = "{\"format\": \"convscope-session\", \"version\": 1";
        row("nothing", "", ErrorKind::NotASession);
        row("no JSON", "convscope", ErrorKind::NotASession);
        row("no object", "[1]", ErrorKind::NotASession);
        row("another program's", "{\"cells\": []}", ErrorKind::NotASession);
        row("half", sessionText(fullSession()).left(300));
        row("another format", "{\"format\": \"convscope-lime\", \"version\": 1}", ErrorKind::NotASession);
        row("no version", "{\"format\": \"convscope-session\"}");
        row("version as text", "{\"format\": \"convscope-session\", \"version\": \"1\"}");
        row("later version", "{\"format\": \"convscope-session\", \"version\": 3}", ErrorKind::SessionTooNew);
        row("network no object", head + ", \"network\": 3}");
        row("network without a name", head + ", \"network\": {\"file\": \"\"}}");
        row("name with a zero", head + ", \"network\": {\"file\": \"a\\u0000b\"}}");
        row("photos no list", head + ", \"photos\": {}}");
        row("photo no object", head + ", \"photos\": [\"a.jpg\"]}");
        row("rows no list", head + ", \"rows\": 7}");
        row("row no object", head + ", \"rows\": [7]}");
        row("value out of bounds",
            head + ", \"rows\": [{\"method\": \"lime\", \"parameters\": {\"samples\": 0}}]}");
        row("parameters no object", head + ", \"rows\": [{\"method\": \"lime\", \"parameters\": []}]}");
        row("target", head + ", \"photos\": [{\"file\": \"a.jpg\", \"target\": \"egg\"}]}");
        row("look no object", head + ", \"rows\": [{\"view\": \"lime\", \"look\": 3}]}");
        row("opacity", head + ", \"rows\": [{\"view\": \"lime\", \"look\": {\"opacity\": 2}}]}");
        row("clipping no word", head + ", \"rows\": [{\"view\": \"lime\", \"look\": {\"clipping\": 5}}]}");
        row("held no word", head + ", \"rows\": [{\"method\": \"activation\", \"held\": \"yes\"}]}");
        row("chosen no object", head + ", \"chosen\": [15, 0]}");
        row("chosen layer below 0", head + ", \"chosen\": {\"layer\": -1}}");
        row("chosen filter as text", head + ", \"chosen\": {\"filter\": \"0\"}}");
        row("hidden no list", head + ", \"hidden\": {}}");
        row("deep", head + ", \"rows\": " + QByteArray(100000, '[') + QByteArray(100000, ']') + "}");
        row("not UTF-8", head + ", \"colours\": \"\xff\"}");
    }

    void damagedTextIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const auto error = errorOf([&] { parseSession(text, {}); });
        QVERIFY(error);
        QCOMPARE(int(error->kind()), kind);
        QVERIFY(sentence(*error).endsWith(u'.'));
    }

    /// Wherever it is cut.
    void aTruncatedSessionNeverPasses()
    {
        const QByteArray text = sessionText(fullSession()).trimmed();
        for (qsizetype length = 0; length < text.size(); ++length)
            QVERIFY(errorOf([&] { parseSession(text.left(length), {}); }));
    }

    void whatIsUnknownIsLeftOutAndTold()
    {
        const Session read = parseSession(
            "{\"format\": \"convscope-session\", \"version\": 1, \"rows\": "
            "[{\"view\": \"grad-cam\", \"method\": \"tea-leaves\", \"parameters\": {}}, {\"view\": \"lime\", "
            "\"method\": \"lime\", \"parameters\": {\"kernel\": 1}, \"look\": "
            "{\"colour_map\": \"jet\", \"clipping\": \"7%\", \"contours\": \"many\"}}, {\"view\": "
            "\"depth\"}], "
            "\"zoom\": 2}",
            {});
        QCOMPARE(idsOf(read.rows), QStringList("lime"));
        QCOMPARE(read.rows.first().look, Look());
        QCOMPARE(read.unknown,
            QStringList({QStringLiteral("grad-cam"), QStringLiteral("lime kernel"),
                QStringLiteral("colour_map jet"), QStringLiteral("clipping 7%"),
                QStringLiteral("contours many"), QStringLiteral("depth")}));
    }

    void rowsOfAnotherNetworkAreLeftOutAndTold()
    {
        const Session read = parseSession("{\"format\": \"convscope-session\", \"version\": 2, \"rows\": "
                                          "[{\"view\": \"lime\", \"method\": \"lime\", \"network\": \"A\"}, "
                                          "{\"view\": \"lime\", \"method\": \"lime\", \"network\": \"C\"}]}",
            {});
        QCOMPARE(read.rows, QList<Row>{newRow(LimeOptions{})});
        QCOMPARE(read.unknown, QStringList(QStringLiteral("lime network C")));
    }

    void aSecondNetworkIsReadAsItWasWritten()
    {
        Session written = fullSession();
        written.rows[0].network = AskedNetwork::Second;
        written.rows[2].network = AskedNetwork::Difference;
        written.second.network = written.network;
        written.second.network.file.file = "/networks/second.pth";
        const Session file = parseSession(sessionText(written), {});
        QCOMPARE(file.second.network.file, written.second.network.file);
        QVERIFY(!file.second.drawn);
        QCOMPARE(file.rows, written.rows);
        written.second = {.drawn = DrawnAnew{2, 7}};
        QCOMPARE(parseSession(sessionText(written), {}).second.drawn, std::optional(DrawnAnew{2, 7}));
        written.second = {.drawn = DrawnAnew{}};
        QCOMPARE(parseSession(figureRecipe(written), {}).second.drawn, std::optional(DrawnAnew{}));
        QVERIFY(!sessionText(fullSession()).contains("network_b"));
        for (const char *odd : {"{\"drawn_anew\": -1}", "{\"drawn_anew\": \"some\"}", "7",
                 "{\"drawn_anew\": 1, \"seed\": 1e20}"}) {
            const auto error = errorOf([odd] {
                parseSession(
                    QByteArray("{\"format\": \"convscope-session\", \"network_b\": ") + odd + "}", {});
            });
            QVERIFY2(error && error->kind() == ErrorKind::SessionDamaged, odd);
        }
    }

    void aSecondNetworkThatIsMissingIsSaid()
    {
        Session session;
        session.second.network.file.file = "/nowhere/second.pth";
        const Reopened reopened = reopen(session, {}, {});
        QVERIFY(reopened.isMissing());
        QVERIFY(!reopened.session.second.isOpen());
    }

    /// The same recipes and sessions that the versions before this one wrote.
    void theFirstVersionIsRead()
    {
        const fs::path folder = CONVSCOPE_TEST_DATA "/sessions";
        const Session plain = readSession(folder / "plain-1.convscope");
        QCOMPARE(plain.rows, standardRows());
        QVERIFY(plain.hidden.isEmpty() && plain.unknown.isEmpty());
        QCOMPARE(plain.layer.index, 15);
        QCOMPARE(plain.filter.index, 0);
        QCOMPARE(plain.network.file.file, folder / "checkpoint.pth");

        const Session changed = readSession(folder / "changed-1.convscope");
        QList<Row> rows = standardRows();
        for (Row &row : rows) {
            if (row.canBeHeld())
                *fieldOf<LayerId>(*row.question) = 16;
            if (row.canBeHeld())
                *fieldOf<FilterId>(*row.question) = 1;
            if (hasMapLook(row))
                row.look.opacity = 0.75;
        }
        QCOMPARE(changed.rows, rows); // none of them held
        QCOMPARE(changed.layer.index, 16);
        QCOMPARE(changed.filter.index, 1);
        QCOMPARE(changed.photos.size(), 12);

        const Session figure =
            parseSession(QByteArray::fromStdString(contents(folder / "figure-1.json")), {});
        QCOMPARE(idsOf(figure.rows), QStringList({"photo", "lime", "activation"}));
        QCOMPARE(figure.rows[1].look.colours, Colours::Notebook);
        QCOMPARE(asked<LimeOptions>(figure.rows).seed.value, 5U);
        QVERIFY(asked<ActivationOptions>(figure.rows) == (ActivationOptions{9, 3}));
        QVERIFY(!figure.rows[2].held);
        QCOMPARE(figure.layer.index, 9);
        QCOMPARE(figure.filter.index, 3);
        QVERIFY(figure.sharedStream && !figure.outline);
    }

    /// What was read of version 1 is written as version 2, and is the same then.
    void theFirstVersionIsWrittenAnew()
    {
        for (const char *name : {"plain-1.convscope", "changed-1.convscope"}) {
            const Session read = readSession(fs::path(CONVSCOPE_TEST_DATA "/sessions") / name);
            const QByteArray text = sessionText(read);
            QVERIFY2(text.contains("\"version\": 2"), text);
            const Session again = parseSession(text, {});
            QCOMPARE(again.rows, read.rows);
            QCOMPARE(again.hidden, read.hidden);
            QCOMPARE(again.layer.index, read.layer.index);
            QCOMPARE(again.filter.index, read.filter.index);
            QCOMPARE(again.photos, read.photos);
        }
    }

    /// As the first version wrote them: without views, and without the folder.
    void theFirstRecipesAreRead()
    {
        const Session read = parseSession(
            "{\"format\": \"convscope-figure\", \"version\": 1, \"network\": {\"file\": \"n.pth\", "
            "\"sha256\": "
            "\"aa\", \"precision\": \"float32\", \"device\": \"cpu\"}, \"photos\": [{\"file\": \"3_1.jpg\", "
            "\"sha256\": \"bb\"}], \"rows\": [{\"method\": \"activation\", \"parameters\": {\"filter\": 2, "
            "\"layer\": 4}}], \"program\": {\"convscope\": \"0.1.0\"}}",
            "/figures");
        QCOMPARE(read.network.file.file, fs::path("/figures/n.pth"));
        QCOMPARE(read.rows, QList<Row>({Row{}, newRow(ActivationOptions{4, 2})}));
        QCOMPARE(read.layer.index, 4); // that of the rows, which follow it
        QCOMPARE(read.filter.index, 2);
        QCOMPARE(read.program.convscope, QStringLiteral("0.1.0"));
    }

    void figuresGiveTheirRecipeBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"f.png", "f.svg", "f.pdf", "F.PNG"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void figuresGiveTheirRecipeBack()
    {
        QFETCH(QString, name);
        const TemporaryFolder folder;
        const fs::path file = folder / name.toStdString();
        const QByteArray recipe = figureRecipe(fullSession());
        writeFigure(file, smallBoard(), {}, recipe);
        QCOMPARE(recipeOf(file).simplified(), recipe.simplified()); // Qt gathers white space
        const Session read = readFigure(file);
        QCOMPARE(read.network.file, fullSession().network.file);
        QCOMPARE(read.photos, fullSession().photos);
        QCOMPARE(read.rows, fullSession().rows);
        fs::rename(file, folder / "other"); // the content tells, not the name
        QCOMPARE(recipeOf(folder / "other").simplified(), recipe.simplified());
    }

    void otherFilesCarryNoRecipe()
    {
        const TemporaryFolder folder;
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QVERIFY(image.save(QString::fromStdString((folder / "plain.png").string())));
        image.setText(QStringLiteral("Recipe"), QStringLiteral("two eggs"));
        QVERIFY(image.save(QString::fromStdString((folder / "eggs.png").string())));
        folder.add("plain.svg", "<svg xmlns='http://www.w3.org/2000/svg'><desc>a drawing</desc></svg>");
        folder.add("plain.pdf", pdfWith("/Length 5", "q 1 Q"));
        folder.add("none.pdf", "%PDF-1.7\n%%EOF");
        folder.add("stream.pdf", "%PDF-1.7 stream\n");
        folder.add("text.txt", "nothing at all");
        folder.add("cut.png", "\x89PNG\r\n\x1a\n");
        for (const char *name : {"plain.png", "eggs.png", "plain.svg", "plain.pdf", "none.pdf", "stream.pdf",
                 "text.txt", "cut.png"}) {
            const auto error = errorOf([&] { recipeOf(folder / name); });
            QVERIFY2(error && error->kind() == ErrorKind::FigureWithoutRecipe, name);
            QCOMPARE(error->file(), folder / name);
        }
        QCOMPARE(errorOf([&] { recipeOf(folder / "gone.png"); })->kind(), ErrorKind::NoSuchFile);
        QCOMPARE(errorOf([&] { recipeOf(folder.path()); })->kind(), ErrorKind::CannotRead);
        folder.add("empty.png", "");
        QCOMPARE(errorOf([&] { recipeOf(folder / "empty.png"); })->kind(), ErrorKind::FileEmpty);
    }

    /// qpdf and others sort a stream's dictionary, end lines otherwise, or take the compression away.
    void aPdfThatWasSavedAgainKeepsItsRecipe()
    {
        const TemporaryFolder folder;
        const QByteArray recipe = figureRecipe(fullSession());
        const auto plain = folder.add("plain.pdf", pdfWith("/Type /EmbeddedFile", recipe));
        const auto flate = folder.add("flate.pdf", pdfWith("/Filter /FlateDecode /Length 9", zlib(recipe)));
        QCOMPARE(recipeOf(plain).trimmed(), recipe.trimmed());
        QCOMPARE(recipeOf(flate), recipe);
    }

    void damagedFiguresAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"f.png", "f.svg", "f.pdf"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void damagedFiguresAreRefused()
    {
        QFETCH(QString, name);
        const TemporaryFolder folder;
        const fs::path file = folder / name.toStdString();
        writeFigure(file, smallBoard(), {}, figureRecipe(fullSession()));
        const std::string whole = contents(file);
        // Cut anywhere, it is refused or still gives the whole recipe, which may stand before the cut.
        for (std::size_t length = 1; length < whole.size(); length += 1 + whole.size() / 60) {
            folder.add("cut", whole.substr(0, length));
            const auto error =
                errorOf([&] { QCOMPARE(readFigure(folder / "cut").split, fullSession().split); });
            QVERIFY(!error || error->kind() == ErrorKind::FigureWithoutRecipe
                || error->kind() == ErrorKind::SessionDamaged);
        }
    }

    void hostileFiguresEndSoon()
    {
        const TemporaryFolder folder;
        QByteArray bomb(100 << 20, ' ');
        bomb.replace(0, 20, "{\"convscope-figure\": ");
        const QByteArray packed = zlib(bomb);
        std::string bombs = "%PDF-1.7\n";
        for (int i = 0; i < 50; ++i)
            bombs += "1 0 obj <<>>\nstream\n" + packed.toStdString() + "\nendstream\n";
        folder.add("bombs.pdf", bombs);
        std::string laughs = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'haha'>";
        for (char c = 'b'; c < 'n'; ++c)
            laughs += std::string("<!ENTITY ") + c + " '" + std::string("&") + char(c - 1) + ";&"
                + char(c - 1) + ";&" + char(c - 1) + ";&" + char(c - 1) + ";'>";
        folder.add("laughs.svg", laughs + "]><svg><desc>&m;convscope-figure</desc></svg>");
        for (const char *name : {"bombs.pdf", "laughs.svg"}) {
            const auto error = errorOf([&] { recipeOf(folder / name); });
            QVERIFY2(error && error->kind() == ErrorKind::FigureWithoutRecipe, name);
        }
        fs::create_directories(folder / "x");
        std::ofstream(folder / "huge.pdf") << "%PDF-1.7";
        fs::resize_file(folder / "huge.pdf", std::uintmax_t(1) << 33); // a file of holes
        QCOMPARE(errorOf([&] { recipeOf(folder / "huge.pdf"); })->kind(), ErrorKind::CannotRead);
    }

    void unchangedFilesAreFoundWhereTheyWere()
    {
        const TemporaryFolder folder;
        Session session;
        session.network.file = {folder.add("n.pth", "net"), {}};
        session.folder = folder / "food";
        session.photos = {{folder.add("food/3_1.jpg", "photo"), {}}};
        session = withHashes(session);
        QCOMPARE(session.photos[0].hash, fileHash(folder / "food/3_1.jpg"));
        const Reopened reopened = reopen(session, {folder.path()}, {"cpu", Precision::Float32});
        QVERIFY(reopened.changes.isEmpty());
        QCOMPARE(reopened.session.photos, session.photos);
    }

    /// Photos are prepared as they were then; what the network has by itself is left to it.
    void theInputIsThatOfThen_data()
    {
        QTest::addColumn<InputOrigin>("then");
        QTest::addColumn<QString>("besideNow");
        QTest::addColumn<InputOrigin>("now");
        const QString same = QString::fromStdString(toJson(imagenetInput()));
        const QString other = QString::fromStdString(toJson(food11Input()));
        QTest::newRow("told") << InputOrigin::Told << QString() << InputOrigin::Told;
        QTest::newRow("guessed") << InputOrigin::Network << QString() << InputOrigin::Network;
        QTest::newRow("guessed, told since") << InputOrigin::Network << other << InputOrigin::Told;
        QTest::newRow("beside") << InputOrigin::Beside << same << InputOrigin::Beside;
        QTest::newRow("beside, changed since") << InputOrigin::Beside << other << InputOrigin::Told;
        QTest::newRow("beside, gone since") << InputOrigin::Beside << QString() << InputOrigin::Told;
        QTest::newRow("beside, wrong since")
            << InputOrigin::Beside << QStringLiteral("{\"size\": 0}") << InputOrigin::Told;
    }

    void theInputIsThatOfThen()
    {
        QFETCH(InputOrigin, then);
        QFETCH(QString, besideNow);
        const TemporaryFolder folder;
        Session session;
        session.network.file.file = folder.add("n.pt", "net");
        session.network.input = imagenetInput();
        session.network.inputOrigin = then;
        if (!besideNow.isEmpty())
            folder.add("n.json", besideNow.toStdString());
        const Reopened reopened = reopen(session, {}, {"cpu", Precision::Float32});
        QTEST(reopened.session.network.inputOrigin, "now");
        QVERIFY(reopened.session.network.input == imagenetInput());
    }

    void whatHasChangedIsTold()
    {
        const TemporaryFolder folder;
        Session session;
        session.network = {{folder.add("n.pth", "net"), {}}, Precision::Float64, QStringLiteral("cuda:0")};
        session.photos = {{folder.add("3_1.jpg", "photo"), {}}, {folder.add("3_2.jpg", "photo"), {}}};
        session = withHashes(session);
        session.program.libtorch = QStringLiteral("0.4");
        session.sharedStream = true;
        session.unknown = {QStringLiteral("depth")};
        folder.add("n.pth", "another net");
        fs::remove(folder / "3_2.jpg");
        const Reopened reopened = reopen(session, {}, {"cpu", Precision::Float32});
        using Kind = Change::Kind;
        QCOMPARE(kinds(reopened),
            QList<Kind>({Kind::FileDiffers, Kind::FileMissing, Kind::OtherProgram, Kind::OtherPrecision,
                Kind::OtherDevice, Kind::SharedStream, Kind::Unknown}));
        QVERIFY(reopened.isMissing());
        QCOMPARE(reopened.session.photos.size(), 1);
        QCOMPARE(reopened.changes[2].values,
            QStringList(
                {QStringLiteral("LibTorch"), QStringLiteral("0.4"), session.program.current().libtorch}));
        QStringList seen;
        for (const Change &change : reopened.changes) {
            const QString text = sentence(change);
            QVERIFY(text.endsWith(u'.') && !text.contains(u'%') && !seen.contains(text));
            seen += text;
        }
    }

    /// The project of a figure was moved: the files lie beside it as before.
    void movedFilesAreFoundBesideTheFigure()
    {
        const TemporaryFolder folder;
        folder.add("project/nets/n.pth", "net");
        folder.add("project/food/validation/3_1.jpg", "photo");
        fs::create_directories(folder / "project/figures/july");
        Session session;
        session.network.file.file = "/gone/project/nets/n.pth";
        session.folder = "/gone/project/food";
        session.split = QStringLiteral("validation");
        session.photos = {{"/gone/project/food/validation/3_1.jpg", {}}};
        const Reopened reopened = reopen(session, {folder / "project/figures/july"}, {"cpu", {}});
        using Kind = Change::Kind;
        QCOMPARE(kinds(reopened), QList<Kind>({Kind::FileMoved, Kind::FileMoved}));
        QCOMPARE(reopened.session.network.file.file, folder / "project/nets/n.pth");
        QCOMPARE(reopened.session.folder, folder / "project/food");
        QCOMPARE(reopened.session.photos[0].file, folder / "project/food/validation/3_1.jpg");
    }

    void missingFilesAreFoundInAFolderThatIsNamed()
    {
        const TemporaryFolder folder;
        folder.add("elsewhere/n.pth", "net");
        Session session;
        session.network.file.file = "/gone/nets/n.pth";
        session.photos = {{"/gone/3_1.jpg", {}}};
        QVERIFY(reopen(session, {"/figures"}, {"cpu", {}}).session.network.file.file.empty());
        const Reopened found = reopen(session, {folder / "elsewhere", "/figures"}, {"cpu", {}});
        QCOMPARE(found.session.network.file.file, folder / "elsewhere/n.pth");
        QVERIFY(found.session.photos.isEmpty() && found.isMissing());
    }
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
