#!/usr/bin/python3
"""Writes ui/present/viridis.cpp from matplotlib's table, so that maps look as the notebook shows them.

Run once; the file is committed. Needs Debian's python3-matplotlib.
"""
import pathlib

import matplotlib
import numpy

TARGET = pathlib.Path(__file__).resolve().parent.parent / "ui" / "present" / "viridis.cpp"
HEAD = """// Written by scripts/make_viridis.py; not to be edited. The colour map viridis by Nathaniel Smith, Stéfan van der Walt
// and Eric Firing, dedicated to the public domain (CC0).
#include "ui/present/viridis.h"

namespace convscope {

// clang-format off
const std::array<QRgb, 256> viridisTable = {
"""
TAIL = """};
// clang-format on

} // namespace convscope
"""


def main():
    colours = matplotlib.colormaps["viridis"](numpy.arange(256), bytes=True)[:, :3]
    words = [f"0xff{r:02x}{g:02x}{b:02x}," for r, g, b in colours]
    lines = ["    " + " ".join(words[i:i + 8]) for i in range(0, 256, 8)]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n" + TAIL, encoding="utf-8")


if __name__ == "__main__":
    main()
