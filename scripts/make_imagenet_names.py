#!/usr/bin/python3
"""Writes core/data/imagenetnames.cpp: the names of ImageNet's 1000 classes, in the order of networks' outputs.

They are torchvision's (torchvision/models/_meta.py, Debian's python3-torchvision), which is under the 3-clause BSD
licence, copyright Soumith Chintala 2016. Run once; the file is committed.
"""
import pathlib
import textwrap

from torchvision.models._meta import _IMAGENET_CATEGORIES

FILE = pathlib.Path(__file__).resolve().parent.parent / "core" / "data" / "imagenetnames.cpp"
HEAD = """\
// scripts/make_imagenet_names.py makes this file.
//
// The names are torchvision's (torchvision/models/_meta.py), under the 3-clause BSD licence:
//
// Copyright (c) Soumith Chintala 2016, All rights reserved.
//
// Redistribution and use in source and binary forms, with or without modification, are permitted provided that
// the following conditions are met:
// * Redistributions of source code must retain the above copyright notice, this list of conditions and the
//   following disclaimer.
// * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
//   following disclaimer in the documentation and/or other materials provided with the distribution.
// * Neither the name of the copyright holder nor the names of its contributors may be used to endorse or
//   promote products derived from this software without specific prior written permission.
//
// THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
// WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
// PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY
// DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
// PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
// CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE
// OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
// DAMAGE.

#include "core/data/classnames.h"

namespace convscope {

const std::vector<std::string> &imagenetClassNames()
{
    // clang-format off
    static const std::vector<std::string> names{
"""
TAIL = """
    };
    // clang-format on
    return names;
}

} // namespace convscope
"""


def main():
    names = [name.replace("_", " ") for name in _IMAGENET_CATEGORIES]
    assert len(names) == 1000 and all(name.isascii() and '"' not in name and "\\" not in name for name in names)
    # Blanks inside a name must not become ends of lines.
    text = ", ".join('"' + name.replace(" ", "\0") + '"' for name in names)
    lines = textwrap.wrap(text, 102, break_on_hyphens=False, break_long_words=False)
    FILE.write_text(HEAD + "\n".join("        " + line for line in lines).replace("\0", " ") + TAIL)


if __name__ == "__main__":
    main()
