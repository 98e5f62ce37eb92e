#include "core/error.h"
#include "tests/support/rows.h"
#include "tests/support/temporaryfolder.h"
#include "ui/present/keptpresets.h"
#include "ui/present/sentences.h"
#include "ui/session/presetstore.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <functional>

using namespace convscope;
namespace fs = std::filesystem;

namespace {

const QByteArray head = R"({"format": "convscope-rows", "version": 1)";

/// With a row that is held, one with a look of its own, and one with other parameters.
Preset mine()
{
    Row held = newRow(ActivationOptions{2, 5});
    held.held = true;
    Row saliency = newRow(SaliencyOptions{{Target::Kind::Predicted, 0}, Objective::Logit});
    saliency.look.colourMap = ColourMap::Cividis;
    LimeOptions lime;
    lime.samples = 77;
    return {QStringLiteral("süßes & more"), {Row{}, saliency, held, newRow(lime)}};
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

QStringList namesOf(const QList<Preset> &presets)
{
    QStringList names;
    for (const Preset &preset : presets)
        names << preset.name;
    return names;
}

} // namespace

/// Presets of rows: as values, as files, and those that the user keeps.
class PresetTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryFolder> m_folder;

    fs::path folder() const { return *m_folder / "convscope" / "presets"; }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<TemporaryFolder>();
        qputenv("XDG_DATA_HOME", QByteArray::fromStdString(m_folder->path().string()));
    }

    void isReadAsItWasWritten()
    {
        const QByteArray text = presetText(mine());
        QVERIFY(std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 128; }));
        QVERIFY(text.contains("\"convscope-rows\""));
        const Preset read = parsePreset(text);
        QCOMPARE(read.name, mine().name);
        QCOMPARE(read.rows, mine().rows);
        QVERIFY(read.unknown.isEmpty());
        QCOMPARE(presetText(read), text);
    }

    void thoseOfTheProgram()
    {
        QCOMPARE(builtInPresetIds(), QStringList({"homework", "gradients", "cams", "agree"}));
        QCOMPARE(builtInPreset(QStringLiteral("homework"))->rows, standardRows());
        QVERIFY(!builtInPreset(QStringLiteral("Homework")));
        for (const QString &id : builtInPresetIds()) {
            const Preset preset = *builtInPreset(id);
            QVERIFY(!preset.name.isEmpty());
            QVERIFY(preset.rows.first().isPhoto());
            QCOMPARE(parsePreset(presetText(preset)).rows, preset.rows);
        }
        const QList<Row> cams = builtInPreset(QStringLiteral("cams"))->rows;
        QVERIFY(std::ranges::none_of(cams, [](const Row &row) { return row.held || row.isSlow(); }));
        QCOMPARE(idsOf(cams.mid(0, 3)), QStringList({"photo", "gradcam", "cam"}));
        QVERIFY(idsOf(builtInPreset(QStringLiteral("agree"))->rows).contains(QStringLiteral("random")));
    }

    void badTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &text, ErrorKind kind) {
            QTest::newRow(name) << text << int(kind);
        };
        row("nothing", "", ErrorKind::NotAPreset);
        row("no JSON", "rows", ErrorKind::NotAPreset);
        row("a list", "[1]", ErrorKind::NotAPreset);
        row("another format", R"({"format": "convscope-session", "version": 1})", ErrorKind::NotAPreset);
        row("half", presetText(mine()).left(200), ErrorKind::PresetDamaged);
        row("no version", R"({"format": "convscope-rows"})", ErrorKind::PresetDamaged);
        row("later version", R"({"format": "convscope-rows", "version": 2})", ErrorKind::SessionTooNew);
        row("no rows", head + "}", ErrorKind::PresetWithoutRows);
        row("an empty list", head + R"(, "rows": []})", ErrorKind::PresetWithoutRows);
        row("unknown rows alone", head + R"(, "rows": [{"method": "tea-leaves"}]})",
            ErrorKind::PresetWithoutRows);
        row("rows no list", head + R"(, "rows": 7})", ErrorKind::PresetDamaged);
        row("row no object", head + R"(, "rows": [7]})", ErrorKind::PresetDamaged);
        row("name no text", head + R"(, "name": 7, "rows": [{"view": "photo"}]})", ErrorKind::PresetDamaged);
        row("value out of bounds", head + R"(, "rows": [{"method": "lime", "parameters": {"samples": 0}}]})",
            ErrorKind::PresetDamaged);
        row("deep", head + R"(, "rows": )" + QByteArray(100000, '[') + QByteArray(100000, ']') + "}",
            ErrorKind::PresetDamaged);
    }

    void badTextIsRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, kind);
        const auto error = errorOf([&] { parsePreset(text); });
        QVERIFY(error);
        QCOMPARE(int(error->kind()), kind);
        QVERIFY(sentence(*error).endsWith(u'.'));
    }

    /// And no photo comes by itself, as it does in the first recipes.
    void whatIsUnknownIsLeftOutAndTold()
    {
        const Preset read = parsePreset(head
            + R"(, "colour": 1, "rows": [{"method": "tea-leaves"}, {"method": "lime", "parameters": {"kernel": 1}}]})");
        QCOMPARE(idsOf(read.rows), QStringList("lime"));
        QCOMPARE(read.unknown, QStringList({"tea-leaves", "lime kernel"}));
    }

    void aFileThatCannotBeReadIsNamed()
    {
        const std::pair<fs::path, ErrorKind> files[] = {
            {*m_folder / "none.convrows", ErrorKind::NoSuchFile},
            {m_folder->path(), ErrorKind::CannotRead},
            {m_folder->add("empty.convrows", ""), ErrorKind::FileEmpty},
            {m_folder->add("large.convrows", std::string(3 << 20, ' ')), ErrorKind::CannotRead},
            {m_folder->add("other.convrows"), ErrorKind::NotAPreset},
        };
        for (const auto &[file, kind] : files) {
            const auto error = errorOf([&file = file] { readPreset(file); });
            QVERIFY2(error && error->kind() == kind, file.c_str());
            QCOMPARE(error->file(), file);
        }
    }

    void aFileWithoutANameIsCalledLikeItself()
    {
        const fs::path file =
            m_folder->add("from Ann.convrows", head.toStdString() + R"(, "rows": [{"view": "photo"}]})");
        QCOMPARE(readPreset(file).name, QStringLiteral("from Ann"));
    }

    void namesThatCannotBe()
    {
        for (const QString &name : {QStringLiteral("mine"), QStringLiteral("süßes & more"),
                 QStringLiteral("1.5 layers"), QStringLiteral("层")})
            QCOMPARE(presetNameProblem(name), QString());
        for (const QString &name : {QString(), QStringLiteral("  "), QStringLiteral("a/b"),
                 QStringLiteral(".."), QStringLiteral(".mine"), QStringLiteral("a\nb"), QString(QChar(0)),
                 QStringLiteral("homework"), QStringLiteral("GRADIENTS"), QStringLiteral("agree or not"),
                 QString(201, u'a'), QString(101, QChar(0xe4))})
            QVERIFY2(presetNameProblem(name).endsWith(u'.'), qPrintable(name));
    }

    void isKeptRenamedAndForgotten()
    {
        QVERIFY(readKeptPresets().presets.isEmpty());
        keepPreset(mine());
        keepPreset({QStringLiteral("another"), {Row{}}});
        QCOMPARE(namesOf(readKeptPresets().presets), QStringList({"another", "süßes & more"}));
        QCOMPARE(readKeptPresets().presets.last(), mine());
        renameKeptPreset(mine().name, QStringLiteral("zwei"));
        QCOMPARE(namesOf(readKeptPresets().presets), QStringList({"another", "zwei"}));
        QCOMPARE(readKeptPresets().presets.last().rows, mine().rows);
        const auto error = errorOf([] { renameKeptPreset(QStringLiteral("none"), QStringLiteral("two")); });
        QVERIFY(error && error->kind() == ErrorKind::CannotWrite);
        forgetPreset(QStringLiteral("another"));
        QCOMPARE(namesOf(readKeptPresets().presets), QStringList("zwei"));
    }

    /// A file that somebody has put there is called like the file.
    void whatCannotBeReadIsLeftOutAndTold()
    {
        keepPreset(mine());
        m_folder->add(folder() / "broken.convrows", "{");
        m_folder->add(folder() / "given.convrows", presetText(mine()).toStdString());
        m_folder->add(folder() / ".convscope-7.convrows", "{");
        m_folder->add(folder() / "notes.txt", "{");
        const KeptPresets kept = readKeptPresets();
        QCOMPARE(namesOf(kept.presets), QStringList({"given", "süßes & more"}));
        QCOMPARE(kept.unreadable.size(), std::size_t(1));
        QCOMPARE(kept.unreadable.front().file(), folder() / "broken.convrows");
    }

    void aFolderThatCannotBeUsedIsNamed()
    {
        m_folder->add("convscope/presets", "a file in its place");
        auto error = errorOf([] { readKeptPresets(); });
        QVERIFY(error && error->kind() == ErrorKind::CannotRead);
        QCOMPARE(error->file(), folder());
        error = errorOf([] { keepPreset(mine()); });
        QVERIFY(error && error->kind() == ErrorKind::CannotWrite);
        QVERIFY(sentence(*error).contains(QStringLiteral("süßes & more.convrows")));
    }

    void theStoreTellsWhatIsKept()
    {
        m_folder->add(folder() / "broken.convrows", "{");
        PresetStore store;
        QSignalSpy changed(&store, &PresetStore::changed);
        QSignalSpy failed(&store, &PresetStore::failed);
        QSignalSpy added(&store, &PresetStore::added);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("broken.convrows")));
        store.keep(mine());
        QTRY_COMPARE(added.size(), 1);
        QVERIFY(store.has(mine().name));
        store.rename(mine().name, QStringLiteral("zwei"));
        QTRY_VERIFY(store.has(QStringLiteral("zwei")));
        QVERIFY(!store.has(mine().name));
        store.forget(QStringLiteral("zwei"));
        QTRY_VERIFY(store.kept().isEmpty());
        QCOMPARE(changed.size(), 4);
        QCOMPARE(failed.size(), 1); // what cannot be read is told once
    }

    void theStoreOpensAndSavesFiles()
    {
        PresetStore store;
        QSignalSpy opened(&store, &PresetStore::opened);
        QSignalSpy saved(&store, &PresetStore::saved);
        QSignalSpy failed(&store, &PresetStore::failed);
        store.save(mine(), *m_folder / "mine.convrows");
        QTRY_COMPARE(saved.size(), 1);
        store.open(*m_folder / "mine.convrows");
        QTRY_COMPARE(opened.size(), 1);
        store.save(mine(), *m_folder / "none" / "mine.convrows");
        QTRY_COMPARE(failed.size(), 1);
        store.save(mine(), "/dev/full");
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(failed.last().first().toString().startsWith(QStringLiteral("/dev/full: ")));
        store.open(*m_folder / "none.convrows");
        QTRY_COMPARE(failed.size(), 3);
    }
};

QTEST_MAIN(PresetTest)
#include "preset_test.moc"
