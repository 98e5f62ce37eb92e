// Makes the small pictures of the list of methods from the demo: examples FOLDER.

#include "core/data/photo.h"
#include "core/network/network.h"
#include "ui/present/pictures.h"
#include "ui/present/row.h"

#include <QDir>
#include <QGuiApplication>
#include <cstdlib>

using namespace convscope;

namespace {

constexpr int side = 144; ///< twice as large as shown, for fine screens
const std::filesystem::path demo = std::filesystem::path(CONVSCOPE_RESOURCES) / "demo";
const std::filesystem::path shownPhoto = demo / "photos" / "validation" / "0_0.jpg";

/// The last layer with maps behind an activation function, whose maps mean most.
int lastReLU(const NetworkInfo &info)
{
    int last = 0;
    for (const Layer &layer : info.layers) {
        if (layer.hasMaps() && layer.kind == "ReLU")
            last = layer.index;
    }
    return last;
}

void save(const QImage &picture, const QString &folder, const QString &name)
{
    const QImage small = picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_RGB32);
    if (!small.save(folder + u'/' + name + QStringLiteral(".png")))
        std::exit(EXIT_FAILURE);
}

QImage example(const Network &network, const Photo &photo, MethodOptions method)
{
    if (LayerId *layer = fieldOf<LayerId>(method))
        *layer = lastReLU(network.info());
    if (auto *layers = std::get_if<GradCamLayersOptions>(&method))
        layers->layers = WhichLayers::Sizes; // so many tiles can still be seen
    Monitor monitor;
    const auto run = explain(network, photo, method);
    runToEnd(*run, monitor);
    return picture(run->answer(), photo.input, newRow(method).look);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    if (argc != 2)
        return EXIT_FAILURE;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    const auto network = openNetwork(demo / "checkpoint.pth");
    PhotoRef ref;
    ref.file = shownPhoto;
    ref.label = 0;
    const Photo photo = loadPhoto(ref, network->info().input);
    save(toQImage(photo.input), folder, QStringLiteral("photo"));
    for (const MethodOptions &method : allMethods())
        save(example(*network, photo, method), folder, QLatin1String(methodName(method)));
    return EXIT_SUCCESS;
}
