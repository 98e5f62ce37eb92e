#include "ui/present/photomap.h"

#include "ui/present/numbertext.h"
#include "ui/present/sentences.h"

#include <cmath>

namespace convscope {

namespace {

/// In quotes where it takes them.
QByteArray csvField(QByteArray text)
{
    if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0)
        return text;
    return '"' + text.replace('"', "\"\"") + '"';
}

QByteArray classField(const PhotoMapData &data, std::optional<int> label)
{
    return label ? csvField(className(data.classNames, *label).toUtf8()) : QByteArray();
}

QByteArray numberField(const std::vector<float> &list, std::size_t photo)
{
    return photo < list.size() && std::isfinite(list[photo]) ? QByteArray::number(double(list[photo]), 'g', 9)
                                                             : QByteArray();
}

} // namespace

QByteArray photoMapCsv(const PhotoMapData &data)
{
    QByteArray text = "photo,x,y,true,predicted,confidence,value,placed\n";
    for (std::size_t photo = 0; photo < data.count(); ++photo) {
        if (!data.isShown(photo))
            continue;
        const std::string name = photo < data.files.size() ? data.files[photo].string() : std::string();
        text += csvField(QByteArray::fromStdString(name)) + ',' + numberField(data.map.x, photo) + ','
            + numberField(data.map.y, photo) + ',' + classField(data, data.label(photo)) + ','
            + classField(data, data.prediction(photo)) + ',' + numberField(data.confidence, photo) + ','
            + numberField(data.values, photo) + ','
            + (data.map.standings[photo] == PhotoMap::Standing::Placed ? '1' : '0') + '\n';
    }
    return text;
}

} // namespace convscope
