#!/usr/bin/python3
"""Fails where C++ is not formatted as .clang-format says, or where clang-tidy finds something (.clang-tidy).

Usage: check_style.py ROOT BUILD [--all]   BUILD has a compile_commands.json; --all: clang-tidy on every file, which takes long

Every file is checked for its format. clang-tidy reads the files of the folders below, and what has changed since the last
release (the newest tag), as far as there is one.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

SOURCES = ("app", "bench", "core", "plain", "tests", "ui")
TIDY = ("core/data", "core/explain", "core/image", "core/io", "ui/present")


def formatted(root):
    files = [str(file) for folder in SOURCES for file in pathlib.Path(root, folder).rglob("*")
             if file.suffix in (".h", ".cpp")]
    run = subprocess.run(["clang-format", "--dry-run", "--Werror", *files], capture_output=True, text=True)
    sys.stdout.write(run.stderr)
    return run.returncode == 0


def changed(root):
    """Files changed since the newest tag."""
    tag = subprocess.run(["git", "-C", root, "describe", "--tags", "--abbrev=0"], capture_output=True, text=True)
    if tag.returncode != 0:
        return set()
    names = subprocess.run(["git", "-C", root, "diff", "--name-only", tag.stdout.strip()], capture_output=True,
                           text=True).stdout.split("\n")
    return {str(pathlib.Path(root, name)) for name in names if name}


def for_clang(command):
    """GCC's precompiled headers and names of warnings mean nothing to clang."""
    parts = [part for part in shlex.split(command)
             if part not in ("-Winvalid-pch", "-Werror") and not part.startswith("-Wno-error=")
             and pathlib.Path(part).name != "ccache"]
    while "-include" in parts:
        at = parts.index("-include")
        del parts[at:at + 2]
    return shlex.join(parts)


def tidied(root, build, everything):
    folders = SOURCES if everything else TIDY
    wanted = changed(root)
    entries = []
    for entry in json.loads(pathlib.Path(build, "compile_commands.json").read_text()):
        file = entry["file"]
        inside = any(file.startswith(str(pathlib.Path(root, folder)) + os.sep) for folder in folders)
        engine = "convscope_heavy" in entry["command"] # LibTorch's headers mean nothing to clang in C++20
        if (inside or file in wanted) and build not in file and not engine:
            entries.append({**entry, "command": for_clang(entry["command"])})
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "compile_commands.json").write_text(json.dumps(entries))
        check = lambda file: subprocess.run(["clang-tidy", "--quiet", "--warnings-as-errors=*", "-p", folder, file],
                                            capture_output=True, text=True)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = list(pool.map(check, sorted({entry["file"] for entry in entries})))
    for run in runs:
        if run.returncode != 0:
            sys.stdout.write(re.sub(r"^\d+ warnings? .*\n", "", run.stdout + run.stderr, flags=re.M))
    return all(run.returncode == 0 for run in runs)


if __name__ == "__main__":
    root, build = (str(pathlib.Path(each).resolve()) for each in sys.argv[1:3])
    fine = formatted(root)
    sys.exit(0 if tidied(root, build, "--all" in sys.argv) and fine else 1)
