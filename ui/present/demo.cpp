#include "ui/present/demo.h"

namespace convscope {

Demo demoIn(const std::filesystem::path &resources)
{
    const std::filesystem::path folder = resources / "demo";
    Demo demo{folder / "checkpoint.pth", folder / "photos", {}};
    // Of four classes, in byte order as the gallery has them; the first is one of the two that the network
    // gets wrong.
    for (const char *name : {"10_0.jpg", "3_7.jpg", "6_7.jpg", "8_4.jpg"})
        demo.chosen.push_back(demo.photos / "validation" / name);
    return demo;
}

} // namespace convscope
