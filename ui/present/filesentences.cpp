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

QString traced(const QString &network)
{
    return QStringLiteral("torch.jit.trace(%1, torch.rand(1, 3, 224, 224)).save(\"model.pt\")").arg(network);
}

QString otherKindPattern(FileKind kind, const Error &error)
{
    const auto converts = [](const QString &what, const QString &lines) {
        return joined({what, Texts::tr("In Python, %1 converts it.").arg(lines)});
    };
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
        return joined({converts(Texts::tr("torch.export wrote this, which only Python can run."),
                           QStringLiteral("import torch; ")
                               + traced(QStringLiteral("torch.export.load(\"model.pt2\").module()"))),
            sizeHint()});
    case FileKind::Onnx:
        return joined(
            {converts(
                 Texts::tr("this is an ONNX network. Best, export it again where it was trained (%1). Or:")
                     .arg(traced(QStringLiteral("model.cpu().eval()"))),
                 QStringLiteral("import onnx2torch, torch; ")
                     + traced(QStringLiteral("onnx2torch.convert(\"model.onnx\").eval()"))),
                sizeHint()});
    case FileKind::Hdf5:
    case FileKind::Keras:
    case FileKind::TfLite:
    case FileKind::SavedModel:
        return joined(
            {Texts::tr(
                 "this is a network of TensorFlow (%1), and only PyTorch's can be opened. Convert it to "
                 "ONNX with tf2onnx and that with onnx2torch, or build it in PyTorch; then:")
                    .arg(kind == FileKind::TfLite          ? QStringLiteral("TFLite")
                            : kind == FileKind::SavedModel ? QStringLiteral("SavedModel")
                                                           : QStringLiteral("Keras")),
                exportAdvice()});
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
    return joined({Texts::tr("In Python, %1 makes a file that can be opened.")
                       .arg(QStringLiteral("import torch; ") + traced(QStringLiteral("model.cpu().eval()"))),
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
                exportAdvice()});
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
