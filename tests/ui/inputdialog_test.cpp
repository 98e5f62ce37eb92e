#include "core/data/classnames.h"
#include "tests/support/nameless.h"
#include "tests/support/patience.h"
#include "tests/support/temporaryfolder.h"
#include "ui/network/inputdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>

using namespace convscope;
namespace fs = std::filesystem;

namespace {

/// A network of eleven classes that is never run.
NetworkInfo elevenClasses(const InputDescription &input = {}, InputOrigin origin = InputOrigin::Network)
{
    NetworkInfo info;
    info.file = "/somewhere/model.pt";
    info.classCount = 11;
    info.input = input;
    info.inputOrigin = origin;
    return info;
}

struct Shown
{
    Lane lane;
    InputDialog dialog;

    explicit Shown(const NetworkInfo &info = elevenClasses())
        : dialog(info, lane, {})
    {
        dialog.show();
    }

    template <typename T> T *find(const char *name) const
    {
        return dialog.findChild<T *>(QLatin1String(name));
    }
    QString preset() const { return find<QComboBox>("inputPreset")->currentText(); }
    void choose(const char *preset) const
    {
        auto *box = find<QComboBox>("inputPreset");
        box->setCurrentText(QLatin1String(preset));
        Q_EMIT box->activated(box->currentIndex());
    }
    /// As a user does it.
    void type(const char *field, const char *text) const
    {
        auto *edit = find<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClicks(edit, QLatin1String(text));
    }
    bool canAccept() const
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
    }
    QString state() const { return find<QLabel>("inputState")->text(); }
    /// What is said beside the fields.
    QString problems() const
    {
        QStringList said;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->text().startsWith(QStringLiteral("⚠")))
                said += label->text();
        }
        return said.join(u'\n');
    }
};

} // namespace

class InputDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void beginsWithWhatTheNetworkHas()
    {
        InputDescription input{{320, 240}, 400, InputDescription::Channels::BGR, {1.0 / 255, 0.25, 1e-9},
            {1.0 / 255, 2, 0.1}, food11ClassNames()};
        const Shown shown(elevenClasses(input, InputOrigin::Told));
        QVERIFY(shown.dialog.input() == input); // to the last bit
        QVERIFY(shown.dialog.told() == input);
        QCOMPARE(shown.preset(), QStringLiteral("Custom"));
        QCOMPARE(shown.find<QLineEdit>("inputMean0")->accessibleName(), QStringLiteral("Mean, Blue"));
        QVERIFY(shown.canAccept());
    }

    void whatNobodyChangesIsNotTold()
    {
        NetworkInfo info = elevenClasses({{224, 224}});
        info.notes = {Note::InputGuessed};
        const Shown shown(info);
        QVERIFY(!shown.dialog.told());
        QVERIFY(shown.state().startsWith(QStringLiteral("Guessed")));
        shown.find<QSpinBox>("inputWidth")->setValue(200);
        QVERIFY(shown.dialog.told() == (InputDescription{{200, 224}}));
        shown.find<QPushButton>("resetInput")->click();
        QVERIFY(!shown.dialog.told());
        QVERIFY(shown.dialog.input() == info.input);
    }

    void whatLiesBetweenTheWeightsIsToldOfACheckpoint()
    {
        QVERIFY(!Shown().find<QCheckBox>("inputTellsModules")); // TorchScript brings it with it
        NetworkInfo info = elevenClasses();
        info.notes = {{Note::ModulesAssumed, {"ReLU", "MaxPool2d"}}};
        const Shown shown(info);
        auto *tells = shown.find<QCheckBox>("inputTellsModules");
        QVERIFY(tells && !tells->isChecked());
        QVERIFY(!shown.find<QComboBox>("inputActivation")->isVisible());
        QVERIFY(!shown.dialog.input().modules && !shown.dialog.told());
        tells->click();
        QVERIFY(shown.find<QComboBox>("inputActivation")->isVisible());
        QVERIFY(shown.dialog.told()->modules == Modules());
        QVERIFY(!shown.find<QLineEdit>("inputSlope")->isEnabled());
        shown.find<QComboBox>("inputActivation")->setCurrentText(QStringLiteral("LeakyReLU"));
        QVERIFY(shown.find<QLineEdit>("inputSlope")->isEnabled());
        shown.type("inputSlope", "0.2");
        shown.type("inputEpsilon", "1e-3");
        shown.find<QComboBox>("inputLinearActivation")->setCurrentText(QStringLiteral("GELU"));
        shown.find<QComboBox>("inputPool")->setCurrentText(QStringLiteral("AvgPool2d"));
        using enum Modules::Activation;
        const Modules expected{LeakyReLU, GELU, 0.2, Modules::Pool::Average, 1e-3};
        QVERIFY(shown.dialog.told()->modules == expected);
        QCOMPARE(shown.preset(), QStringLiteral("Food-11 notebook")); // the picture stays what it is
        shown.choose("ImageNet");
        QVERIFY(shown.dialog.told()->modules == expected);
        shown.find<QPushButton>("resetInput")->click();
        QVERIFY(!shown.dialog.told() && !tells->isChecked());
    }

    void theSizeThatTheFileTellsIsShownFirst()
    {
        InputDescription input;
        input.size = {299, 224};
        NetworkInfo info = elevenClasses(input);
        info.notes = {{Note::SizeFromFile, {"299", "224"}}};
        const Shown shown(info);
        QCOMPARE(shown.find<QSpinBox>("inputWidth")->value(), 299);
        QCOMPARE(shown.find<QSpinBox>("inputHeight")->value(), 224);
        QCOMPARE(shown.preset(), QStringLiteral("Custom"));
        QVERIFY(shown.state().contains(QStringLiteral("the network's file tells")));
        QVERIFY(!shown.dialog.told()); // nobody has told anything
        QVERIFY(shown.dialog.input() == input);
    }

    void whatWasToldToLieBetweenTheWeightsStays()
    {
        NetworkInfo info = elevenClasses({}, InputOrigin::Told);
        info.input.modules = Modules{.activation = Modules::Activation::SELU, .slope = 0.25};
        const Shown shown(info);
        QVERIFY(shown.find<QCheckBox>("inputTellsModules")->isChecked());
        QCOMPARE(shown.find<QComboBox>("inputActivation")->currentText(), QStringLiteral("SELU"));
        QVERIFY(shown.dialog.told() == info.input);
        info.notes = {Note::ModulesNotUsed}; // TorchScript: it does not count, but nobody throws it away
        const Shown script(info);
        QVERIFY(!script.find<QCheckBox>("inputTellsModules"));
        QVERIFY(script.dialog.told() == info.input);
    }

    void wrongNumbersBetweenTheWeightsAreSaid()
    {
        NetworkInfo info = elevenClasses();
        info.input.modules = Modules{.activation = Modules::Activation::LeakyReLU};
        const Shown shown(info);
        QVERIFY(shown.canAccept());
        for (const auto &[field, wrong, right] :
            {std::tuple("inputSlope", "1.5", "0.5"), {"inputSlope", "steep", "0"},
                {"inputEpsilon", "0", "0.001"}, {"inputEpsilon", "2", "1e-5"}}) {
            shown.type(field, wrong);
            QVERIFY2(shown.problems().contains(QStringLiteral("a number from")), wrong);
            QVERIFY(!shown.find<QLineEdit>(field)->accessibleDescription().isEmpty());
            QVERIFY(!shown.canAccept());
            shown.type(field, right);
            QCOMPARE(shown.problems(), QString());
            QVERIFY(shown.canAccept());
        }
        shown.type("inputSlope", "steep"); // which counts for nothing without LeakyReLU
        shown.find<QComboBox>("inputActivation")->setCurrentText(QStringLiteral("ReLU"));
        QVERIFY(shown.canAccept());
        QCOMPARE(shown.dialog.input().modules->slope, Modules().slope);
    }

    void theOutputIsChosenWhereThereAreSeveral()
    {
        QVERIFY(!Shown().find<QComboBox>("inputOutput"));

        NetworkInfo info = elevenClasses();
        info.outputs = {{"features", 192}, {"logits", 11}};
        info.output = "logits";
        const Shown shown(info);
        auto *box = shown.find<QComboBox>("inputOutput");
        QVERIFY(box);
        QCOMPARE(box->count(), 3);
        QVERIFY(!shown.dialog.told()); // nothing is told before it is changed
        box->setCurrentIndex(1);
        QCOMPARE(shown.dialog.told()->output, std::string("features"));
        QCOMPARE(shown.preset(), QStringLiteral("Food-11 notebook")); // the picture stays what it is
        shown.find<QPlainTextEdit>("inputClassNames")->setPlainText(QStringLiteral("one"));
        QVERIFY2(shown.problems().contains(QStringLiteral("192")), qPrintable(shown.problems()));
        shown.choose("ImageNet");
        QCOMPARE(shown.dialog.input().output, std::string("features"));
        shown.find<QPushButton>("resetInput")->click();
        QVERIFY(shown.dialog.input().output.empty());

        info.input.output = "1"; // by its place
        info.inputOrigin = InputOrigin::Told;
        QCOMPARE(
            Shown(info).find<QComboBox>("inputOutput")->currentText(), QStringLiteral("logits, 11 classes"));
    }

    void presetsLeaveTheClassNames()
    {
        const Shown shown;
        QCOMPARE(shown.preset(), QStringLiteral("Food-11 notebook"));
        shown.find<QPlainTextEdit>("inputClassNames")
            ->setPlainText(QStringLiteral("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n"));
        shown.choose("ImageNet");
        InputDescription expected = imagenetInput();
        expected.classNames = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"};
        QVERIFY(shown.dialog.told() == expected);
        shown.type("inputMean1", "0.5");
        QCOMPARE(shown.preset(), QStringLiteral("Custom"));
        shown.type("inputMean1", "0.456");
        QCOMPARE(shown.preset(), QStringLiteral("ImageNet"));
        shown.choose("Food-11 notebook");
        expected = food11Input();
        expected.classNames = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"};
        QVERIFY(shown.dialog.told() == expected);
    }

    void whatIsWrongIsSaidBesideItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("a shorter side below the size")
            << QStringLiteral("inputResize") << QStringLiteral("200") << QStringLiteral("At least 224");
        QTest::newRow("a mean that is no number") << QStringLiteral("inputMean2") << QStringLiteral("0.4.5")
                                                  << QStringLiteral("One number a channel");
        QTest::newRow("no mean") << QStringLiteral("inputMean0") << QString() << QStringLiteral("One number");
        QTest::newRow("an infinite deviation")
            << QStringLiteral("inputDeviation0") << QStringLiteral("inf") << QStringLiteral("One number");
        QTest::newRow("a deviation of zero")
            << QStringLiteral("inputDeviation1") << QStringLiteral("0") << QStringLiteral("above 0");
        QTest::newRow("too few class names") << QStringLiteral("inputClassNames") << QStringLiteral("a\nb")
                                             << QStringLiteral("Names: 2. Classes of the network: 11.");
        QTest::newRow("an empty class name") << QStringLiteral("inputClassNames") << QStringLiteral("a\n\nb")
                                             << QStringLiteral("Line 2 is empty");
    }

    void whatIsWrongIsSaidBesideItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, said);
        const Shown shown(elevenClasses(imagenetInput(), InputOrigin::Told));
        QCOMPARE(shown.problems(), QString());
        auto *widget = shown.dialog.findChild<QWidget *>(field);
        if (auto *box = qobject_cast<QSpinBox *>(widget))
            box->setValue(text.toInt());
        else if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
            edit->setPlainText(text);
        else {
            qobject_cast<QLineEdit *>(widget)->selectAll();
            QTest::keyClick(widget, Qt::Key_Delete);
            QTest::keyClicks(widget, text);
        }
        QVERIFY2(shown.problems().contains(said), qPrintable(shown.problems()));
        QCOMPARE(shown.problems().count(u'\n'), 0); // nothing else is
        QVERIFY(widget->accessibleDescription().contains(said));
        QVERIFY(!shown.canAccept());
        QVERIFY(!shown.find<QPushButton>("saveInput")->isEnabled());
        shown.choose("ImageNet");
        shown.find<QPlainTextEdit>("inputClassNames")->clear();
        QCOMPARE(shown.problems(), QString());
        QVERIFY(shown.canAccept());
    }

    void allThatIsWrongIsSaidAtOnce()
    {
        const Shown shown(elevenClasses(imagenetInput(), InputOrigin::Told));
        shown.find<QSpinBox>("inputResize")->setValue(200);
        shown.type("inputMean0", "x");
        shown.type("inputDeviation2", "-1");
        shown.find<QPlainTextEdit>("inputClassNames")->setPlainText(QStringLiteral("a"));
        QCOMPARE(shown.problems().count(u'\n'), 3);
        QVERIFY(shown.problems().contains(QStringLiteral("above 0")));
    }

    void numbersMayBeWrittenAsTheUserDoes()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const Shown shown(elevenClasses(imagenetInput()));
        shown.type("inputMean0", "0,485");
        shown.type("inputMean1", "0.125");
        const std::vector<double> mean = shown.dialog.input().mean;
        QLocale::setDefault(before);
        QCOMPARE(mean.at(0), 0.485);
        QCOMPARE(mean.at(1), 0.125);
    }

    void grayHasOneChannel()
    {
        const Shown shown(elevenClasses(imagenetInput()));
        shown.find<QComboBox>("inputChannels")->setCurrentText(QStringLiteral("Gray"));
        QVERIFY(!shown.find<QLineEdit>("inputMean1")->isEnabled());
        QCOMPARE(shown.dialog.input().mean, std::vector<double>{0.485});
        QCOMPARE(shown.dialog.input().deviation, std::vector<double>{0.229});
        QVERIFY(shown.canAccept());
        shown.find<QCheckBox>("inputNormalises")->setChecked(false);
        QVERIFY(shown.dialog.input().mean.empty());
        QVERIFY(!shown.find<QLineEdit>("inputMean0")->isEnabled());
    }

    void classNamesAreLoadedFromAFile()
    {
        const TemporaryFolder folder;
        Shown shown;
        shown.dialog.loadClassNames(folder.add("names.txt", "a\r\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n"));
        QCOMPARE(shown.dialog.input().classNames.size(), std::size_t(11));
        QCOMPARE(shown.dialog.input().classNames.front(), std::string("a"));
        QVERIFY(shown.canAccept());
        shown.dialog.loadClassNames(folder / "none.txt");
        QVERIFY(shown.problems().contains(QStringLiteral("no such file")));
        QCOMPARE(shown.dialog.input().classNames.size(), std::size_t(11)); // as they were
    }

    /// Which the network's file has to be opened for.
    void resetFindsWhatTheNetworkHasByItself()
    {
        const TemporaryFolder folder;
        fs::copy(CONVSCOPE_TEST_DATA "/torchscript/digits-traced.pt", folder / "model.pt");
        NetworkInfo info = elevenClasses(imagenetInput(), InputOrigin::Told);
        info.file = folder / "model.pt";
        const Shown shown(info);
        shown.find<QPushButton>("resetInput")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.dialog.told(), patience);
        QVERIFY(shown.dialog.input() == (InputDescription{{28, 28}, 0, InputDescription::Channels::Gray}));
        QVERIFY(shown.state().startsWith(QStringLiteral("Guessed")));
        fs::remove(folder / "model.pt");
        const Shown again(info);
        again.find<QPushButton>("resetInput")->click();
        QTRY_VERIFY(again.state().contains(QStringLiteral("no such file")));
        QVERIFY(again.dialog.told() == imagenetInput());
    }

    void savedBesideTheNetworkItIsFound()
    {
        const TemporaryFolder folder;
        NetworkInfo info = elevenClasses(imagenetInput(), InputOrigin::Told);
        info.file = folder / "model.pt";
        const std::string log = R"({"accuracy": [0.1, 0.2]})"; // of another program, and stays
        folder.add("model.json", log);
        const Shown shown(info);
        shown.find<QPushButton>("saveInput")->click();
        QVERIFY2(shown.state().contains(QStringLiteral("model.pt.json")), qPrintable(shown.state()));
        QVERIFY(inputBeside(info.file) == imagenetInput());
        QCOMPARE(fs::file_size(folder / "model.json"), log.size());
        QVERIFY(!shown.dialog.told()); // the file tells it now
        fs::remove(folder / "model.pt.json");
        folder.add("model.pt.json", log);
        shown.find<QPushButton>("saveInput")->click();
        QVERIFY(shown.state().contains(QStringLiteral("left alone")));
        QCOMPARE(fs::file_size(folder / "model.pt.json"), log.size());
    }

    void everyFieldHasANameAndAllFitOnASmallScreen()
    {
        NetworkInfo info = elevenClasses();
        info.notes = {{Note::ModulesAssumed, {"ReLU", "MaxPool2d"}}};
        const Shown shown(info);
        QCOMPARE(nameless(shown.dialog), QStringList());
        QVERIFY(shown.dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isDefault());
        QVERIFY(Shown().dialog.sizeHint().width() <= 800 && Shown().dialog.sizeHint().height() <= 500);
        shown.find<QCheckBox>("inputTellsModules")->click(); // then the class names give way
        QTRY_VERIFY(shown.dialog.minimumSizeHint().width() <= 800);
        QTRY_VERIFY(shown.dialog.minimumSizeHint().height() <= 500);
    }
};

QTEST_MAIN(InputDialogTest)
#include "inputdialog_test.moc"
