#!/usr/bin/python3
"""Fails where a source file includes something that its layer may not know.

Usage: check_layers.py ROOT          checks a source tree
       check_layers.py --self-test   plants breaches in a made-up tree and checks that each is found

CMake's visibility does not hold this by itself: distributions put LibTorch's and OpenCV's headers where every
compilation finds them.
"""
import pathlib
import re
import sys
import tempfile

LIGHT = ("webp/", "spdlog/", "nlohmann/")
ENGINES = ("opencv2/", "zip.h", "onnx/", "google/protobuf/", "torch/", "ATen/", "c10/", "caffe2/", "oneapi/")
HEAVY = LIGHT + ENGINES
# For each layer what it may include besides the standard library; the longest matching folder counts.
MAY_INCLUDE = {
    "core": ("core/",) + LIGHT,
    "core/engine": ("core/",) + HEAVY,
    "core/measures": ("core/",) + HEAVY,
    "core/methods": ("core/",) + HEAVY,
    "ui": ("core/", "ui/", "Q"),
    "ui/present": ("core/", "ui/present/", "Q", "nlohmann/"),
    "plain": ("plain/",),
    "plain/program": ("core/", "ui/present/", "app/", "CLI/"),
    "app": ("core/", "ui/", "app/", "Q", "spdlog/", "CLI/"),
    "tests/core": ("core/", "tests/core/", "tests/support/", "catch2/") + HEAVY,
    "tests/device": ("core/", "tests/core/", "tests/device/", "tests/support/", "catch2/") + HEAVY,
    "tests/ui": ("core/", "ui/", "plain/", "tests/device/countingdevice.h", "tests/support/", "Q", "nlohmann/"),
    "tests/cli": ("core/", "app/", "tests/cli/", "tests/support/", "Q"),
    "tests/support": ("core/", "ui/", "catch2/", "tests/support/", "Q"),
}
# Widgets have no place in what the command line shares.
WIDGETS = re.compile(r"^(QtWidgets|Q(Application|Widget|MainWindow|Dialog|Label|PushButton|VBoxLayout|HBoxLayout|"
                     r"GridLayout|ListView|TreeView|TableView|MessageBox|FileDialog|Style|Menu))\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
VERSIONS = ("opencv2/core/version.hpp", "torch/version.h")  # macros alone; all may read them
STANDARD = re.compile(r"^([a-z_0-9]+(\.h)?|sys/\w+\.h)$")  # <vector>, <unistd.h>, <sys/stat.h>


def layer_of(path):
    folders = [str(p) for p in path.parents if str(p) in MAY_INCLUDE]
    return max(folders, key=len) if folders else None


def offence(path, name):
    """What is wrong with the file at `path` (below the root) including `name`; None where nothing is."""
    layer = layer_of(path)
    heavy = name.startswith(HEAVY)
    if name.endswith(".moc") or not heavy and STANDARD.match(name) or layer == "core" and name in VERSIONS:
        return None
    if not name.startswith(MAY_INCLUDE[layer]):
        return f"{layer} may not include <{name}>"
    if layer in ("core", "core/measures", "core/methods") and path.suffix == ".h" and heavy and "internal" not in path.parts:
        return f"a public header of core may not include <{name}>"
    if name.startswith(("core/internal/", "core/engine/", "core/loading/")) and not layer.startswith(("core", "tests/core")):
        return f"{layer} may not include <{name}>: it is core's own business"
    if layer == "ui/present" and WIDGETS.match(name):
        return f"{layer} may not include <{name}>: the command line has no widgets"
    return None


def offences(root):
    for path in sorted(root.rglob("*")):
        below = path.relative_to(root)
        named_as_qt = below.parent == pathlib.Path("plain/qt")
        if path.suffix not in {".h", ".cpp"} and not named_as_qt or layer_of(below) is None:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            wrong = include and offence(below, include[1])
            if wrong:
                yield f"{below}:{number}: {wrong}"


def self_test():
    """Returns the planted includes that were judged wrongly."""
    planted = {  # file: {include: is it a breach}
        "core/a.cpp": {"QString": True, "torch/torch.h": True, "torch/version.h": False, "core/b.h": False, "ui/view.h": True,
                       "nlohmann/json.hpp": False, "vector": False},
        "core/network/a.h": {"ATen/ATen.h": True, "zip.h": True, "memory": False},
        "core/internal/a.h": {"ATen/ATen.h": True, "nlohmann/json.hpp": False},
        "core/engine/a.h": {"ATen/ATen.h": False},
        "core/measures/a.h": {"ATen/ATen.h": True, "core/explain/measure.h": False},
        "core/measures/a.cpp": {"ATen/ATen.h": False},
        "core/methods/a.h": {"ATen/ATen.h": True, "core/engine/tensors.h": False},
        "core/methods/a.cpp": {"ATen/ATen.h": False, "opencv2/core.hpp": False},
        "ui/board/a.cpp": {"torch/script.h": True, "opencv2/core.hpp": True, "core/image/image.h": False,
                           "core/engine/tensors.h": True, "core/internal/codec.h": True,
                           "core/loading/engine.h": True, "QWidget": False,
                           "spdlog/spdlog.h": True},
        "ui/present/a.cpp": {"QWidget": True, "QPainter": False, "ui/board/board.h": True},
        "plain/a.h": {"QString": True, "core/error.h": True, "plain/b.h": False},
        "plain/qt/QString": {"plain/qstring.h": False, "core/error.h": True},
        "plain/program/a.cpp": {"app/b.h": False, "QString": True, "ui/board/b.h": True},
        "core/c.cpp": {"plain/a.h": True},
        "app/a.cpp": {"CLI/CLI.hpp": False, "ATen/ATen.h": True},
    }
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, includes in planted.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text("".join(f"#include <{include}>\n" for include in includes))
        found = {line.split(": ")[0] for line in offences(root)}
    return [f"{name} including <{include}>" for name, includes in planted.items()
            for number, (include, bad) in enumerate(includes.items(), 1) if (f"{name}:{number}" in found) != bad]


if __name__ == "__main__":
    problems = self_test() if sys.argv[1] == "--self-test" else list(offences(pathlib.Path(sys.argv[1])))
    print("\n".join(problems) or "layers: clean")
    sys.exit(bool(problems))
