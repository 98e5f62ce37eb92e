#include "ui/present/view.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(View)
};

/// For each alternative of MethodOptions, in its order.
constexpr View views[] = {View::Saliency, View::Activation, View::FilterImage, View::Lime};

} // namespace

const QList<View> &allViews()
{
    static const QList<View> all = {
        View::Photo, View::Saliency, View::Activation, View::FilterImage, View::Lime};
    return all;
}

QString id(View view)
{
    switch (view) {
    case View::Photo:
        return QStringLiteral("photo");
    case View::Saliency:
        return QStringLiteral("saliency");
    case View::Activation:
        return QStringLiteral("activation");
    case View::FilterImage:
        return QStringLiteral("filter");
    case View::Lime:
        return QStringLiteral("lime");
    }
    return {};
}

QString title(View view)
{
    switch (view) {
    case View::Photo:
        return Texts::tr("Photo");
    case View::Saliency:
        return Texts::tr("Saliency");
    case View::Activation:
        return Texts::tr("Activation");
    case View::FilterImage:
        return Texts::tr("Filter image");
    case View::Lime:
        return Texts::tr("LIME");
    }
    return {};
}

QString explanation(View view)
{
    switch (view) {
    case View::Photo:
        return Texts::tr(
            "The photo as the network sees it, scaled to the size of its input; not the file at its "
            "full size.");
    case View::Saliency:
        return Texts::tr(
            "Shows where a small change of a pixel would change the answer most; it does not show "
            "what the network sees there, nor whether it speaks for or against the class.");
    case View::Activation:
        return Texts::tr(
            "Shows where in the photo one filter responds, from its own lowest to its own highest "
            "value; the colours of two maps can be compared only where all photos have one scale.");
    case View::FilterImage:
        return Texts::tr(
            "The photo or noise changed step by step until one filter responds as strongly as it can; "
            "it shows what excites the filter, not what is in the photo.");
    case View::Lime:
        return Texts::tr(
            "Marks the superpixels that speak for or against the class in a simple model fitted around "
            "this photo; the model only stands in for the network, and R² says how well.");
    }
    return {};
}

View viewOf(const MethodOptions &options) { return views[options.index()]; }

} // namespace convscope
