#include "ui/present/filesentences.h"

#include "core/data/filekind.h"
#include "ui/present/joined.h"
#include "ui/present/paths.h"
#include "ui/present/sentences.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

/// A file's name as a shell takes it.
QString shellName(const std::filesystem::path &file)
{
    const QString name = displayText(file.filename());
    const bool isPlain = !name.contains(u'\'') && !name.contains(u'%'); // which has a meaning in a pattern
    return !isPlain ? QStringLiteral("FILE") : u'\'' + name + u'\'';
}

/// The name of an archive's format, and what unpacks it.
std::pair<QString, QString> unpacking(FileKind kind, const std::filesystem::path &file)
{
    const QString name = shellName(file);
    const bool holdsTar = displayText(file).contains(QStringLiteral(".tar")) || file.extension() == ".tgz";
    const auto packed = [&](const char *format, const char *program) {
        return std::pair(QString::fromLatin1(format),
            (holdsTar ? QStringLiteral("tar xf ") : QString::fromLatin1(program)) + name);
    };
    switch (kind) {
    case FileKind::Tar:
        return {QStringLiteral("tar"), QStringLiteral("tar xf ") + name};
    case FileKind::Gzip:
        return packed("gzip", "gzip -dk ");
    case FileKind::Bzip2:
        return packed("bzip2", "bzip2 -dk ");
    case FileKind::Xz:
        return packed("xz", "xz -dk ");
    case FileKind::Zstandard:
        return packed("Zstandard", "zstd -d ");
    case FileKind::SevenZip:
        return {QStringLiteral("7z"), QStringLiteral("7z x ") + name};
    case FileKind::Rar:
        return {QStringLiteral("RAR"), QStringLiteral("unrar x ") + name};
    default:
        return {QStringLiteral("zip"), QStringLiteral("unzip ") + name};
    }
}

QString archivePattern(FileKind kind, const Error &error)
{
    const auto [format, command] = unpacking(kind, error.file());
    const bool isKnown = error.values().size() > 1 && !error.values()[1].empty();
    return (isKnown ? Texts::tr("this is a %3 archive with %2 in it. Unpack it (%4) and open that.")
                    : Texts::tr("this is a %3 archive. Unpack it (%4) and open what is in it."))
        .replace(QStringLiteral("%3"), format)
        .replace(QStringLiteral("%4"), command);
}

/// The Python that joins the files of which an index tells.
QString joiningLines(const std::filesystem::path &index)
{
    const QString files = QStringLiteral("set(json.load(open(\"%1\"))[\"weight_map\"].values())")
                              .arg(displayText(index.filename()).remove(u'"').remove(u'%'));
    if (displayText(index).contains(QStringLiteral("safetensors")))
        return QStringLiteral("import json; from safetensors.torch import load_file, save_file; "
                              "save_file({k: v for f in %1 for k, v in load_file(f).items()}, "
                              "\"joined.safetensors\")")
            .arg(files);
    return QStringLiteral("import json, torch; torch.save({k: v for f in %1 for k, v in "
                          "torch.load(f, map_location=\"cpu\").items()}, \"joined.pth\")")
        .arg(files);
}

QString exported(const QString &network)
{
    return QStringLiteral("import torch; torch.export.save(torch.export.export(%1, (torch.rand(1, 3, 224, "
                          "224),)), \"model.pt2\")")
        .arg(network);
}

/// A command of tf2onnx that writes what Convscope opens.
QString fromTensorFlow(const QString &from)
{
    return QStringLiteral("python -m tf2onnx.convert %1 --output model.onnx").arg(from);
}

QString kerasPattern(const QString &file)
{
    return joined({Texts::tr("this is a network of Keras. In Python, %1 makes a folder of it.")
                       .arg(QStringLiteral("import keras; keras.saving.load_model(\"%1\").export(\"folder\")")
                                .arg(file)),
        Texts::tr("On the command line, %1 makes an ONNX file of that, which can be opened.")
            .arg(fromTensorFlow(QStringLiteral("--saved-model folder")))});
}

/// A network of another program's: what it is, and the command that makes an ONNX file of it.
QString foreignPattern(FileKind kind, const Error &error)
{
    const auto makesOnnx = [](const QString &what, const QString &command) {
        return joined({what,
            Texts::tr("On the command line, %1 makes an ONNX file of it, which can be opened.")
                .arg(command)});
    };
    switch (kind) {
    case FileKind::Hdf5:
        return joined({kerasPattern(QStringLiteral("model.h5")),
            Texts::tr("If the file holds weights alone, build the model and load them into it first.")});
    case FileKind::Keras:
        return kerasPattern(QStringLiteral("model.keras"));
    case FileKind::SavedModel: {
        const bool isPacked = error.values().size() > 1 && !error.values()[1].empty();
        const QString what = isPacked
            ? Texts::tr("this is a network of TensorFlow (SavedModel) in an archive. Unpack it first.")
            : Texts::tr("this is a network of TensorFlow (SavedModel).");
        return joined({makesOnnx(what, fromTensorFlow(QStringLiteral("--saved-model FOLDER"))),
            Texts::tr("FOLDER is the one that saved_model.pb lies in.")});
    }
    case FileKind::TfLite:
        return makesOnnx(Texts::tr("this is a network of TensorFlow Lite."),
            fromTensorFlow(QStringLiteral("--tflite model.tflite")));
    case FileKind::Paddle:
        return makesOnnx(Texts::tr("this is a network of PaddlePaddle."),
            QStringLiteral("paddle2onnx --model_dir . --model_filename model.pdmodel "
                           "--params_filename model.pdiparams --save_file model.onnx"));
    case FileKind::Caffe:
        return makesOnnx(Texts::tr("this is a network of Caffe, or its weights."),
            QStringLiteral("python -m caffe2onnx.convert --prototxt model.prototxt "
                           "--caffemodel model.caffemodel --onnx model.onnx"));
    case FileKind::TensorRt:
        return Texts::tr("this is an engine of TensorRT, which was compiled for one graphics card. Open the "
                         "ONNX file that it was made from.");
    case FileKind::CoreMl:
        return joined({Texts::tr("this is a network of Core ML, which only Apple's devices run. Export the "
                                 "network that it was made from."),
            exportAdvice()});
    default:
        return {};
    }
}

QString otherKindPattern(FileKind kind, const Error &error)
{
    const auto converts = [](const QString &what, const QString &lines) {
        return joined({what, Texts::tr("In Python, %1 converts it.").arg(lines)});
    };
    if (const QString foreign = foreignPattern(kind, error); !foreign.isEmpty())
        return foreign;
    switch (kind) {
    case FileKind::GitLfsPointer:
        return Texts::tr("this is a Git LFS pointer, a few lines in place of the file itself. Run “git lfs "
                         "pull” in its folder to get the file.");
    case FileKind::WebPage:
        return Texts::tr("this is a web page, not the file: the download failed. Open the link in a browser, "
                         "and download the file from there.");
    case FileKind::LegacyTar:
    case FileKind::LegacyPickle:
        return converts(Texts::tr("the network was saved in the format before PyTorch 1.6."),
            QStringLiteral(
                "import torch; torch.save(torch.load(\"old.pth\", map_location=\"cpu\"), \"new.pth\")"));
    case FileKind::Pickle:
        return converts(Texts::tr("this was written with pickle, not with torch.save."),
            QStringLiteral("import pickle, torch; torch.save(pickle.load(open(\"old.pkl\", \"rb\")), "
                           "\"new.pth\")"));
    case FileKind::TorchExport:
        return joined({Texts::tr("torch.export wrote this, but the program in it is missing. Save it again."),
            exportAdvice()});
    case FileKind::AotInductor:
        return joined({Texts::tr("this was compiled by AOTInductor for one kind of machine. Save the program "
                                 "that it was made from."),
            exportAdvice()});
    case FileKind::ExecuTorch:
        return joined(
            {Texts::tr("this was compiled by ExecuTorch for small devices. Save the program that it "
                       "was made from."),
                exportAdvice()});
    case FileKind::Onnx:
        if (error.values().size() > 1 && error.values()[1] == "unread")
            return Texts::tr("this is an ONNX network, which Convscope was built here without. Open it where "
                             "Convscope has "
                             "ONNX, or save the network with torch.export.");
        return Texts::tr("this is an ONNX network, but it is cut off or damaged. Copy or download it again.");
    case FileKind::Gguf:
        return Texts::tr("this is GGUF, which holds the weights of language models. Choose a network for "
                         "pictures.");
    case FileKind::NumpyArray:
        return converts(Texts::tr("this is an array of NumPy. If it holds a dictionary of weights:"),
            QStringLiteral(
                "import numpy, torch; torch.save({k: torch.as_tensor(v) for k, v in "
                "numpy.load(\"weights.npy\", allow_pickle=True).item().items()}, \"weights.pth\")"));
    case FileKind::NumpyArchive:
        return converts(Texts::tr("this is an archive of NumPy's arrays."),
            QStringLiteral("import numpy, torch; torch.save({k: torch.as_tensor(v) for k, v in "
                           "numpy.load(\"weights.npz\").items()}, \"weights.pth\")"));
    case FileKind::ShardIndex:
        return Texts::tr(
            "this is the index of a network in several files. In their folder, in Python, %1 joins "
            "them.")
            .arg(joiningLines(error.file()));
    default:
        return archivePattern(kind, error);
    }
}

/// Of a file that torch.save(model) wrote. Its code runs then, but in the reader's own Python.
QString wholeModelAdvice()
{
    return joined(
        {Texts::tr(
             "If you trust the file, and have its class, in Python, %1 makes a file that can be opened.")
                .arg(exported(QStringLiteral(
                    "torch.load(\"model.pth\", map_location=\"cpu\", weights_only=False).eval()"))),
            sizeHint()});
}

QString unusualPattern(const std::string &kind)
{
    if (kind == "meta")
        return Texts::tr(
            "the weights %1 hold no numbers, as they were saved from the device “meta”. Load the "
            "network's weights first, then save it.");
    if (kind == "complex")
        return joined(
            {Texts::tr("the weights %1 are complex numbers, which no layer here takes."), exportAdvice()});
    const QString line = kind == "sparse"
        ? QStringLiteral(
            "torch.save({k: v.to_dense() for k, v in model.state_dict().items()}, \"model.pth\")")
        : QStringLiteral("torch.save({k: v.dequantize() for k, v in model.state_dict().items()}, "
                         "\"model.pth\")");
    return joined({(kind == "sparse" ? Texts::tr("the weights %1 are sparse.")
                                     : Texts::tr("the weights %1 are quantised.")),
        Texts::tr("In Python, %1 makes a file that can be opened.").arg(line)});
}

} // namespace

QString sizeHint() { return Texts::tr("In place of 224, 224 write the height and width of its pictures."); }

QString exportAdvice()
{
    const QString network = QStringLiteral("model.cpu().eval()");
    return joined(
        {Texts::tr("In Python, %1 makes a file that can be opened; before PyTorch 2.1, %2 does.")
                .arg(exported(network),
                    QStringLiteral("torch.jit.trace(%1, torch.rand(1, 3, 224, 224)).save(\"model.pt\")")
                        .arg(network)),
            sizeHint()});
}

QString refusedFilePattern(const Error &error)
{
    const auto value = [&](std::size_t index) {
        return index < error.values().size() ? error.values()[index] : std::string();
    };
    switch (error.kind()) {
    case ErrorKind::FileOfOtherKind:
        return otherKindPattern(fileKindOf(value(0)).value_or(FileKind::Zip), error);
    case ErrorKind::NotUtf8:
        return Texts::tr("the text is not UTF-8. Save it as UTF-8 in an editor; of GBK, %1 makes one.")
            .arg(QStringLiteral("iconv -f GBK -t UTF-8 %1 > utf-8.txt").arg(shellName(error.file())));
    case ErrorKind::NetworkCompressed:
        return Texts::tr(
            "the network file was packed again by a zip program. In Python, %1 makes one that can "
            "be opened.")
            .arg(QStringLiteral(
                "import torch; torch.save(torch.load(\"old.pth\", map_location=\"cpu\"), \"new.pth\")"));
    case ErrorKind::NetworkNeedsCode:
        return joined(
            {Texts::tr("the network could only be read by running code from the file (%1), which is never "
                       "done."),
                value(1).empty() ? exportAdvice() : wholeModelAdvice()});
    case ErrorKind::NetworkWithoutWeights:
        return joined({(value(0).empty() ? Texts::tr("there are no weights in it.")
                                         : Texts::tr("there are no weights in it, only: %1.")),
            exportAdvice()});
    case ErrorKind::NetworkWithoutNames:
        return joined(
            {Texts::tr("the %1 tensors in it have no names, as list(model.parameters()) gives them, and what "
                       "batch norm measured is not among them."),
                Texts::tr("In Python, %1 makes a file that can be opened.")
                    .arg(QStringLiteral("torch.save(model.state_dict(), \"model.pth\")"))});
    case ErrorKind::NetworkOfArrays:
        return joined({Texts::tr("the weights are arrays of NumPy."),
            Texts::tr("In Python, %1 converts it.")
                .arg(QStringLiteral(
                    "import torch; s = torch.load(\"old.pth\", weights_only=False)%1; "
                    "torch.save({k: torch.as_tensor(v) for k, v in s.items()}, \"new.pth\")"))});
    case ErrorKind::NetworkTensorUnusual:
        return unusualPattern(value(1));
    case ErrorKind::NetworkUnknownArchitecture:
        return joined(
            {Texts::tr("the weights alone do not tell how this network works: at %1, the notebook's kind has "
                       "%2."),
                exportAdvice()});
    case ErrorKind::NetworkShapesDoNotFit:
        return joined(
            {Texts::tr("the weights do not fit the notebook's kind of network: %1 should be %2 but is %3. If "
                       "the network works otherwise:"),
                exportAdvice()});
    case ErrorKind::NetworkTakesOtherSize:
        return Texts::tr(
            "the network takes pictures of %3 × %4 pixels, not of %1 × %2. Set its input to that "
            "with %7, or tell none: then it is found.")
            .replace(QStringLiteral("%7"), inputPlace());
    default:
        return {};
    }
}

} // namespace convscope
