#!/usr/bin/python3
"""Writes ui/present/colourmaps.cpp from matplotlib's tables, so that maps look as the notebook shows them.

Run once; the file is committed. Needs Debian's python3-matplotlib.
"""
import pathlib

import matplotlib
import numpy

NAMES = ["viridis", "magma", "cividis"]
TARGET = pathlib.Path(__file__).resolve().parent.parent / "ui" / "present" / "colourmaps.cpp"
HEAD = """// Written by scripts/make_colourmaps.py; not to be edited. The colour maps viridis and magma by Nathaniel
// Smith, Stéfan van der Walt and Eric Firing, and cividis by Jamie Nuñez, Christopher Anderton and Ryan
// Renslow, are dedicated to the public domain (CC0).
#include "ui/present/colourmaps.h"

namespace convscope {

// clang-format off
"""
TAIL = """// clang-format on

} // namespace convscope
"""


def table(name):
    colours = matplotlib.colormaps[name](numpy.arange(256), bytes=True)[:, :3]
    words = [f"0xff{r:02x}{g:02x}{b:02x}," for r, g, b in colours]
    lines = ["    " + " ".join(words[i:i + 8]) for i in range(0, 256, 8)]
    return f"const std::array<QRgb, 256> {name}Table = {{\n" + "\n".join(lines) + "\n};\n"


def main():
    TARGET.write_text(HEAD + "\n".join(table(name) for name in NAMES) + TAIL, encoding="utf-8")


if __name__ == "__main__":
    main()
